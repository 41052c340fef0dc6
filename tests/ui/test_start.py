"""The start of the window: what the first paint waits for, and that a writer who begins at once loses nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.edits import structure
from model.edits.fields import value_at
from model.request.request import Request
from model.standard.standard import Standard
from tests.samples import ROOT, sample, snapshot
from tests.ui.desk import sections
from tests.ui.hands import CONTROL, Key, press, settle, type_text
from ui.findings.findings_while_typing import CHECKING
from ui.form.form_page import FormPage
from ui.tables.sheet_table import SheetTable
from ui.widgets.cards import Card
from ui.widgets.fields import FieldRow
from ui.window.app import show_window
from ui.window.main_window import MainWindow
from ui.window.not_started import NotStarted
from ui.window.request_view import RequestView
from ui.window.start_page import StartPage

# What the first paint does not need, by the beginnings of the modules' names.
NOT_AT_FIRST: Final = (
    "model.checks.case", "model.checks.rule", "model.checks.form.unknown", "model.claims", "model.totals.read_cut", "model.edits.paste", "model.next_year", "model.standard_folder.load",
    "model.standard_folder.message", "templates.commands.check", "templates.commands.commands",
    "templates.commands.demo", "templates.commands.exported_files", "templates.page", "templates.workbook",
    "templates.readers", "templates.sheet.sheet", "ui.commitments", "ui.costs", "ui.findings.findings_pane",
    "ui.findings.question_pane", "ui.form.grounds_card", "ui.form.narrative", "ui.review",
    "ui.window.commands.basis_actions", "ui.window.commands.pane_actions", "ui.window.exports", "ui.window.commands.import_actions", "ui.window.side_pane", "ui.window.start_page",
    "templates.paper", "typst", "ui.window.paper", "PySide6.QtSvg", "PySide6.QtPrintSupport", "lark", "jinja2", "openpyxl", "lxml", "tomllib", "logging.handlers", "difflib", "csv", "hashlib",
)  # fmt: skip
MOST_MODULES: Final = 157  # of ours; 296 before the start was looked at
MOST_WIDGETS: Final = 228  # 632 before
MOST_ENUMS: Final = (
    230  # of Qt; to ask for a widget that Qt made has Python make every class of widgets and its enums
)
MOST_OF_A_STEP: Final = 150  # widgets that one step between two keys makes

_START: Final = """
import enum, json, sys
import main
from ui.window import app, request_view
from PySide6.QtWidgets import QApplication
request_view._AFTER_PAINT_MS = 60_000  # on a busy machine the rest would begin while this is counted
def painted():
    QApplication.processEvents()
    modules = sorted(sys.modules)
    kinds = (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)
    enums = {each for kind in kinds for each in kind.__subclasses__() if each.__module__.startswith("PySide6")}
    print(json.dumps([modules, len(QApplication.allWidgets()), len(enums)]))
    return 0
QApplication.exec = staticmethod(painted)
sys.exit(main.run([str(main.STANDARD_FOLDER / "sample.yosan")]))
"""


class FirstPaint(NamedTuple):
    """What is there when the form is painted for the first time."""

    modules: list[str]
    widgets: int
    enums: int


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> FirstPaint:
    """A second start in a process of its own, as a user has it: the Standard's copy is there."""
    home = str(tmp_path_factory.mktemp("home"))
    environment = {
        "HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
        "LOCALAPPDATA": home, "APPDATA": home, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", _START], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8",
            check=True, timeout=60,
        )  # fmt: skip
    return FirstPaint(*json.loads(done.stdout.splitlines()[-1]))


def test_rooms_that_the_first_paint_does_without(first_paint: FirstPaint) -> None:
    """The rulebook, the readers, what writes files, and the cards further down are imported after the first paint."""
    early = [name for name in first_paint.modules if name.startswith(NOT_AT_FIRST)]
    assert early == []


def test_first_paint_is_small(first_paint: FirstPaint) -> None:
    """What the first paint waits for is counted: modules of ours, widgets, and the enums of Qt's classes."""
    ours = [
        name for name in first_paint.modules if name.split(".")[0] in ("main", "model", "templates", "ui")
    ]
    assert len(ours) <= MOST_MODULES
    assert first_paint.widgets <= MOST_WIDGETS
    assert first_paint.enums <= MOST_ENUMS


def view_of(window: MainWindow, request: Request | None = None) -> RequestView:
    """The view of a request that was opened this very moment: nothing of the rest is made yet."""
    window.show_request(request or sample(), None)
    assert window.view is not None
    return window.view


def cards(form: FormPage) -> list[str]:
    """The keys of the cards that are made."""
    return [card.key for card in form.findChildren(Card)]


def test_only_the_first_cards_are_made(window: MainWindow) -> None:
    """What a window of usual height shows is made with it; the navigator lists all sections from the first."""
    view = view_of(window)
    assert cards(view.form) == ["head", "total_cost", "request"]
    titles = list(view.form.section_titles.values())
    assert [view.navigator.item(row).text() for row in range(view.navigator.count())] == titles
    assert titles[:3] == ["基本情報", "トータルコスト", "事業費・査定"]
    assert "財政課使用欄" in titles
    view.complete()
    assert list(view.form.section_titles.values()) == titles


def test_the_rest_is_made_after_the_first_paint(window: MainWindow, qtbot: QtBot) -> None:
    """Nobody need do anything for the rest to come: the other cards, the pane beside the form, the first check."""
    view = view_of(window)
    qtbot.waitUntil(lambda: view.while_typing.is_checked, timeout=20_000)
    assert set(view.form.section_titles) <= set(cards(view.form))
    assert view.findings.title.text() == f"指摘 {len(snapshot(sample()).findings.all)}件"


def test_each_step_of_the_rest_is_short(window: MainWindow) -> None:
    """Between two keys no step makes more than a card; the checks of the rulebook are run one by one."""
    view = view_of(window)
    steps, made = 0, len(QApplication.allWidgets())
    for _ in view._make_rest():
        steps += 1
        now = len(QApplication.allWidgets())
        assert now - made <= MOST_OF_A_STEP
        made = now
    assert steps > 60


def test_until_the_first_check_the_pane_says_so(window: MainWindow) -> None:
    """Before anything is checked the pane does not say that nothing is found."""
    view = view_of(window)
    said = [label.text() for label in view.findChildren(QLabel)]
    assert CHECKING in said
    assert not any("指摘はありません" in words for words in said)
    side = view._make_side()
    assert side.findings.title.text() == CHECKING


def test_keys_before_the_rest_is_made_are_kept(window: MainWindow, qtbot: QtBot) -> None:
    """A writer who types at once types into the 事業名; no letter is lost, and the caret stays while cards are made."""
    view = view_of(window)
    for letter in "abcdefgh":
        type_text(letter)
        view.form.make_next()
    field = view.form.focusWidget()
    assert value_at(view.document.request, "header/name") == "abcdefgh"
    qtbot.waitUntil(lambda: view.while_typing.is_checked, timeout=20_000)
    assert view.form.focusWidget() is field
    type_text("i")
    assert value_at(view.document.request, "header/name") == "abcdefghi"
    while view.document.undo_label is not None:  # one step, or two where the first check took a pause's time
        press(Key.Key_Z, modifiers=CONTROL)
    assert view.document.request == sample()


def test_nothing_moves_while_cards_are_made(window: MainWindow) -> None:
    """The fields that are in sight stay where they are while the cards below are made, and as wide."""
    view = view_of(window)
    QTest.qWait(20)
    fields = view.form.findChildren(FieldRow)
    places = [(row.mapTo(view, row.rect().topLeft()), row.size()) for row in fields]
    view.complete()
    QTest.qWait(50)  # nothing moves: there is nothing to wait for
    assert [(row.mapTo(view, row.rect().topLeft()), row.size()) for row in fields] == places


@pytest.mark.parametrize("place", ["funding/request/bond", "finance", "assessment/comment"])
def test_place_of_a_card_not_yet_made_is_gone_to_at_once(window: MainWindow, place: str) -> None:
    """To go to a section makes its card; the focus is in it before the next key."""
    view = view_of(window)
    sections = list(view.form.section_titles)
    if "/" in place:
        section = view.form.section_of(place)
        view.focus_place(place)
    else:
        section = place
        view.navigator.wanted.emit(sections.index(section))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.form.section_around(focus) == section
    top = focus.mapTo(view.form, focus.rect().topLeft()).y()
    assert 0 <= top < view.form.height()


def test_tab_goes_on_into_cards_that_are_made_for_it(window: MainWindow) -> None:
    """Tab never leaves the form for the pane beside it while cards are missing; the order is that of the page."""
    view = view_of(window)
    view.focus_place("assessment/separate")
    seen: list[str] = []
    for _ in range(12):
        press(Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        section = view.form.section_around(focus)
        assert section is not None or focus.parentWidget() is not None
        if section is not None and section not in seen:
            seen.append(section)
    order = list(view.form.section_titles)
    assert seen == order[order.index(seen[0]) : order.index(seen[0]) + len(seen)]
    assert len(seen) > 1


def test_order_of_tab_is_that_of_a_form_made_at_once(window: MainWindow) -> None:
    """However the cards were made, Tab goes through the form from its head to its foot, and then to the pane beside it."""
    view = view_of(window)
    view.complete()
    settle()
    chain: list[QWidget] = []
    widget = view.nextInFocusChain()
    while widget is not None and widget is not view and len(chain) < 5_000:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    tables = [each for each in chain if isinstance(each, SheetTable) and view.form.isAncestorOf(each)]
    tops = [table.mapTo(view.form, table.rect().topLeft()).y() for table in tables if table.isVisible()]
    assert tops == sorted(tops)
    assert chain.index(view.side.tabs) > max(map(chain.index, tables))


def test_f8_before_the_first_check_goes_to_the_first_finding(window: MainWindow) -> None:
    """Nobody is told that nothing is found only because nothing was checked yet."""
    view = view_of(window)
    press(Key.Key_F8)
    first = snapshot(sample()).findings.all[0]
    assert view.findings.list.current_finding() == first
    assert window.statusBar().currentMessage() == ""


def test_sections_added_before_their_cards_are_made(window: MainWindow) -> None:
    """An edit that brings a section while cards are missing shows it in its place."""
    view = view_of(window)
    document = view.document
    document.edit("項目の追加", structure.add_section(document.request, "content", "added"))
    view.complete()
    assert [card.key for _, card in sections(view.form)] == list(view.form.section_titles)
    assert "added" in view.form.section_titles
    document.undo()
    assert "added" not in [card.key for _, card in sections(view.form)]


def test_opening_another_request_leaves_the_rest_of_the_first(window: MainWindow, qtbot: QtBot) -> None:
    """A request that is replaced before its cards are made makes none any more."""
    first = view_of(window)
    QTest.qWait(20)
    second = view_of(window)
    qtbot.waitUntil(lambda: second.while_typing.is_checked, timeout=20_000)
    assert window.view is second is not first
    assert QGuiApplication.focusWindow() is not None


def test_closing_before_the_rest_is_made(window: MainWindow) -> None:
    """A window that is closed at once closes, without a word."""
    view_of(window)
    assert window.close()


def test_form_that_is_made_before_its_window_is_shown_is_whole(
    in_force: Standard, qtbot: QtBot, private_settings: None
) -> None:
    """A page or workbook named on the command line is opened before the window is shown: its cost tables are there too."""
    window = MainWindow(in_force, STANDARD_FOLDER)
    qtbot.addWidget(window)
    view = view_of(window)
    view.complete()
    window.show()
    QTest.qWait(20)
    assert view.form.content.costs is not None
    assert view.form.content.costs.isVisible()
    view.document.mark_read()


@pytest.fixture
def unshown(
    in_force: Standard, qtbot: QtBot, private_settings: None, no_dialogs: None
) -> Iterator[MainWindow]:
    """A window as the program makes it, before it is shown."""
    window = MainWindow(in_force, STANDARD_FOLDER)
    qtbot.addWidget(window)
    yield window
    if window.document is not None:
        window.document.mark_read()


def test_the_frame_is_painted_before_the_form_is_made(
    unshown: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is named when the program starts: the frame is on the screen while its form is made, and no start page is."""
    seen: list[bool] = []
    open_file = unshown.files.open

    def spy(path: Path, then: Callable[[], object]) -> None:
        seen.append(unshown.view is None and unshown.menuBar().isVisible() and not unshown.grab().isNull())
        open_file(path, then)

    monkeypatch.setattr(unshown.files, "open", spy)
    show_window(unshown, STANDARD_FOLDER / "sample.yosan")
    assert seen == [True]
    assert unshown.view is not None
    assert unshown.findChildren(StartPage) == []


def test_without_a_file_the_window_begins_with_the_start_page(unshown: MainWindow) -> None:
    """A start without a file shows the start page."""
    show_window(unshown, None)
    assert isinstance(unshown.stack.currentWidget(), StartPage)


def test_a_named_file_that_cannot_be_read_leaves_the_start_page(unshown: MainWindow, tmp_path: Path) -> None:
    """A file that is named and cannot be read is said above the start page."""
    damaged = tmp_path / "damaged.yosan"
    damaged.write_text("x", encoding="utf-8")
    show_window(unshown, damaged)
    assert isinstance(unshown.stack.currentWidget(), StartPage)
    bar = unshown.bars.in_sight
    assert bar is not None
    assert "damaged.yosan" in bar.words.text()


def test_a_named_table_is_asked_above_the_start_page(
    unshown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """A table that is named is asked about before it is taken; left, the question gives way to the start page."""
    table = tmp_path / "table.csv"
    table.write_text("区分,要求額\n旅費,120\n需用費,80\n", encoding="utf-8")
    show_window(unshown, table)
    qtbot.waitUntil(lambda: unshown.stack.is_covered)
    unshown.leave_review()
    assert isinstance(unshown.stack.currentWidget(), StartPage)


def test_why_the_program_does_not_start(qtbot: QtBot) -> None:
    """The small window has the sentence whole, says what is safe, and goes by Enter or Esc."""
    sentence = "様式の設定 forms.toml の499行目の書き方に誤りがあります。" * 4
    for key in (Key.Key_Return, Key.Key_Escape):
        window = NotStarted(sentence)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda window=window: QApplication.activeWindow() is window)
        assert sentence in window.words.text()
        assert "要求書のファイルは何も変わっていません" in window.words.text()
        assert window.words.height() >= window.words.heightForWidth(window.words.width())
        press(key)
        assert not window.isVisible()
