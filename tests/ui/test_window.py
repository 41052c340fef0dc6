"""The window as a whole: title, menus, years, sections, and the language of every word."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document.new_request import new_request
from model.standard.standard import Standard
from tests.samples import sample, set_values, standard
from tests.ui.desk import Desk, sections
from tests.ui.hands import CONTROL, SHIFT, Key, compose, focused, press, right_click, type_text
from ui.form.narrative import SectionCard
from ui.language import JAPANESE, LANGUAGES, install
from ui.widgets.editing.choices import ChoiceField
from ui.window.app import place_window
from ui.window.files.recent_files import settings
from ui.window.main_window import MainWindow

_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_NAMES = ("HTML", "Excel", "PDF", "E-mail", "Enter", "Tab", "Alt", "Shift", "Ctrl", "Esc", "mail")


def english(text: str) -> list[str]:
    """English words in a text, but for names that are the same in Japanese."""
    return [word for word in _ENGLISH.findall(text) if word not in _NAMES]


def cards(desk: Desk) -> list[SectionCard]:
    """The cards of the narrative, both frames."""
    return [*desk.view.form.content.cards, *desk.view.form.narratives["results"].cards]


def headings(desk: Desk) -> list[str]:
    """The sections' headings in the document."""
    return [section.heading for section in desk.request.sections]


def test_the_title_names_the_request(desk: Desk) -> None:
    """Before the first save the title is 事業名, as it is typed; changes are marked."""
    assert desk.window.windowTitle() == "総合行政・住基ネットワーク運営事業[*] - 予算帖"
    assert not desk.window.isWindowModified()
    press(Key.Key_A, modifiers=CONTROL)
    type_text("防災事業")
    assert desk.window.windowTitle() == "防災事業[*] - 予算帖"
    assert desk.window.isWindowModified()
    press(Key.Key_A, Key.Key_Delete, modifiers=CONTROL)
    press(Key.Key_A, modifiers=CONTROL)
    press(Key.Key_Delete)

    assert desk.window.windowTitle() == "無題の要求書[*] - 予算帖"


def test_undo_and_redo_are_keys_and_entries(desk: Desk) -> None:
    """Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z work, and no shortcut stands twice in a menu entry or in two of them."""
    desk.go("header/name")
    type_text("x")
    desk.undo()
    press(Key.Key_Z, modifiers=CONTROL | SHIFT)
    assert desk.document.undo_label is not None
    desk.undo()
    taken = [(key.toString(), action.text()) for action in set(desk.entries()) for key in action.shortcuts()]

    assert len({key for key, _ in taken}) == len(taken), sorted(taken)


def test_the_fiscal_year_changes_the_sheet(desk: Desk) -> None:
    """From 平成31年度 to 令和9年度 and back, staff columns and labels follow the year; people typed are not lost."""
    people = desk.request.headcount
    costs, staff = desk.costs.model(), desk.figures("トータルコスト").model()

    def columns() -> list[str]:
        return [staff.headerData(at, Qt.Orientation.Horizontal) for at in range(staff.columnCount())]

    def rows() -> str:
        return " ".join(staff.headerData(at, Qt.Orientation.Vertical) for at in range(staff.rowCount()))

    before, labels = columns(), rows()
    assert "平成30年度" in costs.headerData(1, Qt.Orientation.Horizontal)
    desk.go("header/fiscal_year")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("令和9年度")
    assert columns() != before
    assert rows() != labels
    assert "令和8年度" in costs.headerData(1, Qt.Orientation.Horizontal)
    assert desk.request.headcount == people
    press(Key.Key_A, modifiers=CONTROL)
    type_text("平成31年度")

    assert columns() == before
    assert rows() == labels
    assert desk.index("headcount/request/regular").data() == "1.9人"


def test_words_offered_follow_the_year(desk: Desk) -> None:
    """The stages that 段階 offers are those of the year: 課長要求 until 平成22年度; what was typed stays."""

    def offered() -> list[str]:
        choice = desk.field("header/stage").editor
        assert isinstance(choice, ChoiceField)
        return [choice.itemText(at) for at in range(choice.count())]

    assert offered()[:2] == ["一般事業要求", "一般事業調整"]
    desk.go("header/fiscal_year")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("平成21年度")

    assert offered()[:2] == ["課長要求", "課長調整1"]
    assert desk.field("header/stage").text == "一般事業要求"


def test_undo_of_the_year_within_its_table(desk: Desk) -> None:
    """With the focus in the staff table, undoing the change of year leaves it a valid current cell."""
    desk.go("header/fiscal_year")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("令和9年度")
    desk.go("headcount/request/regular")
    press(Key.Key_End)
    table = desk.table
    desk.undo()

    assert table.currentIndex().isValid()
    table.setFocus()
    type_text("1")
    press(Key.Key_Return)


def test_sections_are_added_moved_and_deleted(desk: Desk) -> None:
    """＋ adds a section at the end of its frame, ↑ and ↓ move it, ✕ deletes it; undo brings it back with its text."""
    add = next(
        each
        for each in desk.view.form.content.findChildren(QWidget)
        if getattr(each, "text", str)() == "＋ 項目を追加"
    )
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    type_text("目的")
    assert headings(desk) == [
        "事業概要",
        "所要経費",
        "目的",
        "これまでの取組状況",
        "これまでの取組に対する評価",
    ]
    desk.action("項目を上へ移す").trigger()
    assert headings(desk)[:3] == ["事業概要", "目的", "所要経費"]
    assert isinstance(focused().parent(), QWidget)
    assert focused().accessibleName() == "見出し", "the focus goes with the section"
    card = cards(desk)[1]
    delete = next(each for each in card.findChildren(QToolButton) if each.text() == "✕")
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert "目的" not in headings(desk)
    desk.undo()

    assert headings(desk)[1] == "目的"
    assert [title for title, _ in sections(desk.view.form)][3:6] == ["事業概要", "目的", "所要経費"]


def test_the_section_of_the_costs_stays(desk: Desk) -> None:
    """The section that shows the cost tables has no ✕ and is not deleted from the menu; it can be moved."""
    before = desk.request
    desk.go("section/section-2/heading")
    desk.action("項目を削除").trigger()
    assert desk.request is before
    costs = desk.costs
    desk.action("項目を上へ移す").trigger()
    assert headings(desk)[:2] == ["所要経費", "事業概要"]

    assert desk.costs is costs, "the table was moved, not made again"


def test_a_section_that_is_written_is_deleted(desk: Desk) -> None:
    """Deleting the section with the focus while it is composed in leaves a window that goes on."""
    desk.go("section/section-4/text")
    compose("か")
    desk.action("項目を削除").trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert focused() is desk.field("section/section-3/heading").editor, "the focus is in its neighbour"
    desk.undo()

    assert desk.request == sample()
    assert desk.field("section/section-4/text").text == sample().sections[3].text


def test_without_a_section_the_menu_says_where_to_go(desk: Desk) -> None:
    """項目を削除 with the focus elsewhere deletes nothing and says what to do."""
    before = desk.request
    desk.action("項目を削除").trigger()

    assert desk.request is before
    assert desk.message == "本文の項目の中にカーソルを置いてから選んでください。"


def test_a_new_request_needs_no_document_entries(desk: Desk) -> None:
    """On the start page saving, exporting and acts on rows are greyed; with a document they are not."""
    words = ("上書き保存", "HTMLとExcel", "項目を削除", "次の指摘へ")
    assert all(desk.action(word).isEnabled() for word in words)
    desk.window.show_start()
    assert not any(desk.action(word).isEnabled() for word in (*words, "元に戻す", "やり直す"))

    desk.open(new_request(standard()))


def test_every_visible_word_is_japanese(desk: Desk) -> None:
    """No English in menus, labels, buttons, tips, headers and placeholders of the window."""
    words = [action.text() for action in desk.entries()] + [
        action.text() for action in desk.window.findChildren(QAction)
    ]
    for widget in desk.window.findChildren(QWidget):
        words += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        if isinstance(widget, QLabel | QToolButton):
            words.append(widget.text())
        words.append(getattr(widget, "placeholderText", str)())
    for table in desk.tables():
        model = table.model()
        for at in range(model.columnCount()):
            words.append(str(model.headerData(at, Qt.Orientation.Horizontal) or ""))

    names_of_languages = {*LANGUAGES.values(), "言語 / Language"}  # read by those who read no Japanese
    assert {word for word in words if english(word)} - names_of_languages == set()


@pytest.mark.parametrize("place", ["header/name", "section/section-1/text"])
def test_menus_of_text_fields_are_japanese(desk: Desk, qapp: QApplication, place: str) -> None:
    """The context menu of a text field speaks Japanese, as Qt's other own words do."""
    install(JAPANESE)
    editor = desk.field(place).editor
    menu = editor.createStandardContextMenu()  # type: ignore[union-attr]
    assert isinstance(menu, QMenu)
    texts = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()

    assert texts
    assert [text for text in texts if english(text)] == []


def test_the_context_menu_of_the_cost_table(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A right click offers what is done to cells, the acts on rows, the same as the menu 行, and those of 積算."""
    opened: list[list[str]] = []
    monkeypatch.setattr(
        QMenu, "popup", lambda menu, _: opened.append([each.text() for each in menu.actions() if each.text()])
    )
    rect = desk.costs.visualRect(desk.index("line/line-1-2/text"))
    right_click(desk.costs, rect.center())

    acts = [action.text() for action in desk.costs.row_actions.actions if action is not None]
    cells = [
        "切り取り",
        "コピー",
        "見出しも付けてコピー",
        "貼り付け",
        "消去",
        "下へコピー",
        "前年度の額を要求額に入れる",
    ]
    assert opened == [[*cells, *acts, "積算(&B)"]]


def test_findings_of_an_empty_request_do_not_frighten(desk: Desk) -> None:
    """A new request opens without 誤り: nothing is wrong before something was written."""
    desk.open(new_request(standard()))

    assert desk.snapshot.findings.errors == ()


def test_typing_in_a_request_with_everything_unreadable(desk: Desk) -> None:
    """However unreadable the figures are, every key still types and every table still shows."""
    desk.open(
        set_values(
            sample(),
            [("request/amount", "?"), ("header/fiscal_year", "?"), ("funding/request/other", "?"), ("cost/request/labour", "?")],
        )
    )  # fmt: skip
    desk.go("line/line-1-1/amount")
    type_text("?")
    press(Key.Key_Return)
    assert desk.shown("line/line-1-1/amount") == "?"
    assert desk.shown("cost/request/labour") == "?"


def test_a_long_sentence_is_never_cut(desk: Desk) -> None:
    """A sentence at the foot that needs more than one line has as many as it needs, at any width; a short one has one."""
    window = desk.window
    bar, size = window.statusBar(), window.size()
    height = bar.height()
    words = (
        "「/共有/令和9年度当初予算要求/総務部情報政策課/要求書.yosan」に保存できません（空き容量がありません）。"
        * 3
    )
    window.show_message(words, lasting=True)
    QApplication.processEvents()
    (label,) = [each for each in bar.findChildren(QLabel) if each.objectName() == "longMessage"]
    assert label.isVisible()
    assert label.text() == words
    assert label.height() >= label.heightForWidth(label.width())
    assert label.width() <= bar.width()
    assert bar.height() >= label.height()
    window.resize(1000, 800)
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())
    window.show_message("短い文", lasting=True)
    QApplication.processEvents()
    assert not label.isVisible()
    assert bar.height() == height
    window.resize(size)
    bar.clearMessage()


def test_a_sentence_from_before_the_window_is_in_sight(
    desk: Desk, in_force: Standard, private_settings: None
) -> None:
    """A long sentence that was said before the window was shown has as many lines as it needs, and widens or heightens no window."""
    window = MainWindow(in_force, STANDARD_FOLDER)
    window.resize(1000, 700)
    words = "前回保存されなかった書きかけがあります。［ファイル］→［最近使った要求書］から開けます。" * 2
    window.show_message(words, lasting=True)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    QTest.qWait(20)
    bar = window.statusBar()
    (label,) = [each for each in bar.findChildren(QLabel) if each.objectName() == "longMessage"]
    shown = (label.isVisible(), label.height() >= label.heightForWidth(label.width()), label.width() > 900)
    size, foot = window.size(), bar.height()
    window.close()
    window.deleteLater()
    assert shown == (True, True, True)
    assert (size.width(), size.height()) == (1000, 700)
    assert foot < 100


@pytest.fixture
def screen_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Another size of the screen."""

    class Screen(NamedTuple):
        width: int
        height: int

        def availableGeometry(self) -> QRect:
            return QRect(0, 0, self.width, self.height)

    def be(width: int, height: int) -> None:
        monkeypatch.setattr(MainWindow, "screen", lambda _: Screen(width, height))

    return be


@pytest.mark.parametrize(
    ("screen", "size"),
    [((1920, 1040), (1440, 900)), ((1366, 728), (1366, 688)), ((1280, 1000), (1280, 900))],
)
def test_the_first_window_fits_the_screen(
    in_force: Standard,
    qtbot: QtBot,
    private_settings: None,
    screen_of: Callable[[int, int], None],
    screen: tuple[int, int],
    size: tuple[int, int],
) -> None:
    """The foot of the window is never below the screen's edge: on a smaller screen it takes the whole of it."""
    window = MainWindow(in_force, STANDARD_FOLDER)
    qtbot.addWidget(window)
    screen_of(*screen)
    place_window(window, settings(), "window")
    assert (window.width(), window.height()) == size
    assert window.isMaximized() is (size != (1440, 900))


def test_a_window_has_the_size_of_last_time(in_force: Standard, qtbot: QtBot, private_settings: None) -> None:
    """What the writer made of it is kept; a setting that is damaged is none."""
    first, second, third = (MainWindow(in_force, STANDARD_FOLDER) for _ in range(3))
    for window in (first, second, third):
        qtbot.addWidget(window)
    first.resize(700, 555)
    settings().setValue("window", first.saveGeometry())
    place_window(second, settings(), "window")
    assert (second.width(), second.height()) == (700, 555)
    settings().setValue("window", "nonsense")
    place_window(third, settings(), "window")
    assert third.height() > 555
