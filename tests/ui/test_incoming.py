"""Pages, workbooks, copied text and last year's request open as new requests; what was not understood stands beside them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from main import STANDARD_FOLDER
from model import next_year
from model.document import storage
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.edits.declared import release_agreeing
from model.edits.fields import set_value
from model.request.carried import Carried
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.totals import totals
from templates.commands.exported_files import export_request
from templates.readers.reading import HandChange, Reading, Unread
from tests.model.checks.examples.unknown import asked_of
from tests.samples import declared_sample, sample, standard
from tests.templates.excel_reader.edited_books import Hands
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, focused, press, type_text
from ui.review.report_pane import EntryList, ReportPane
from ui.review.review_page import ReviewPage
from ui.widgets.page_stack import PageStack
from ui.window import dialogs
from ui.window.main_window import MainWindow
from ui.window.start_page import StartPage

UNREAD = Unread("12行目", "（別紙参照）", "どの欄か分からないため、本文の末尾に残しました。")
CHANGE = HandChange("要求書!E12", "「集約センター経費」の要求額", "5,049", "5,100")
Sources = Callable[[Reading | FileError], None]


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> Sources:
    """``sources(reading)``: what the readers will make of any file or text."""

    def prepare(answer: Reading | FileError) -> None:
        def read(*_about: object) -> Reading:
            if isinstance(answer, FileError):
                raise answer
            return answer

        for name, function in (
            ("templates.readers.sources", "read_source"),
            ("templates.readers.clipboard", "read_copied"),
        ):
            module = ModuleType(name)
            setattr(module, function, read)
            monkeypatch.setitem(sys.modules, name, module)

    return prepare


def reports(window: MainWindow) -> list[ReportPane]:
    """The reports beside the form."""
    assert window.view is not None
    return window.view.side.reports


def said(window: MainWindow) -> str:
    """The sentence at the foot of the window."""
    return window.statusBar().currentMessage()


@pytest.mark.parametrize("name", ["公表.html", "公表.HTM", "公表.txt", "要求書.xlsx"])
def test_a_page_opens_as_a_new_request(
    window: MainWindow, sources: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A page or workbook is never overwritten: Save asks, and offers a request file with the same stem."""
    sources(Reading(sample(), (UNREAD,)))
    source = tmp_path / name
    source.write_text("本文", encoding="utf-8")
    offered: list[str] = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _parent, about: offered.append(about))
    window.files.open(source)

    assert window.document is not None
    assert (window.document.request, window.document.path) == (sample(), None)
    assert window.document.is_modified, "what was read is in no request file yet"
    assert "読み取れなかった箇所が 1 あります" in said(window)
    press(Key.Key_S, modifiers=CONTROL)
    assert offered == [str(source.with_suffix(".yosan"))]
    assert source.read_text(encoding="utf-8") == "本文"
    assert source not in window.files.recent.paths()


def test_a_page_that_was_only_read_is_left_without_a_question(
    window: MainWindow, sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost with what was read and not touched: its source is there. One key makes it work that may be lost."""
    sources(Reading(sample()))
    window.files.open(Path("公表.html"))
    assert window.files.may_leave()
    press(Key.Key_End)
    type_text("x")
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda _parent, *about: asked.append(about))
    assert not window.files.may_leave()
    assert [was_saved for _, was_saved in asked] == [False]
    press(Key.Key_Z, modifiers=CONTROL)

    assert window.files.may_leave()


def test_cells_that_were_not_read_are_listed_without_tabs(window: MainWindow, sources: Sources) -> None:
    """A row of a table is listed with spaces between its cells: a tab would be drawn wider than the entry has room for."""
    sources(Reading(sample(), (replace(UNREAD, text="次頁へ繰越\t\t10530\t5350"),)))
    window.files.open(Path("要求.xlsx"))
    (report,) = reports(window)
    assert "「次頁へ繰越　10530　5350」" in report.list.item(0).text()


def test_what_was_not_read_is_listed(window: MainWindow, sources: Sources) -> None:
    """読み取れなかった箇所 is a list beside the form: F6 goes to it, Ctrl+C copies, F6 again shows the other lists."""
    sources(Reading(sample(), (UNREAD, replace(UNREAD, where="20行目"))))
    window.files.open(Path("公表.html"))
    assert window.view is not None
    (report,) = reports(window)
    assert report.report.title == "読み取れなかった箇所"
    assert report.isVisible()
    press(Key.Key_F6)
    press(Key.Key_Down)
    press(Key.Key_C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == (
        "20行目\n「（別紙参照）」\nどの欄か分からないため、本文の末尾に残しました。"
    )
    press(Key.Key_F6)
    assert focused() is window.view.findings.list
    press(Key.Key_F6)
    assert window.view.questions.isVisible()
    press(Key.Key_F6)
    assert focused() is window.view.side.empty.list
    press(Key.Key_F6)
    assert focused() is report.list


def test_a_report_is_closed(window: MainWindow, sources: Sources) -> None:
    """閉じる takes a report and its tab away; the findings are in front again."""
    sources(Reading(sample(), (UNREAD,)))
    window.files.open(Path("公表.html"))
    assert window.view is not None
    tabs = window.view.side.tabs.count()
    reports(window)[0].closed.emit()

    assert reports(window) == []
    assert window.view.side.tabs.count() == tabs - 1
    assert window.view.findings.isVisible()


def test_nothing_to_say_shows_no_report(window: MainWindow, sources: Sources) -> None:
    """A page that was understood whole opens without a list."""
    sources(Reading(sample()))
    window.files.open(Path("公表.html"))

    assert window.view is not None
    assert reports(window) == []
    assert "読み取れなかった" not in said(window)


def test_a_source_that_cannot_be_read(window: MainWindow, sources: Sources) -> None:
    """What cannot be read is said above the start page, and what was open stays."""
    sources(FileError("「公表.html」は予算要求書のページではありません。"))
    window.files.open(Path("公表.html"))

    assert window.document is None
    assert Desk(window).bar.words.text() == "「公表.html」は予算要求書のページではありません。"


# --- hand changes ---


def test_hand_changes_are_shown_before_they_are_taken_over(window: MainWindow, sources: Sources) -> None:
    """A workbook that was changed by hand is opened only when its changes were seen; やめる leaves all as it was."""
    window.show_start()
    sources(Reading(sample(), changes=(CHANGE,)))
    window.files.open(Path("要求書.xlsx"))
    page = window.centralWidget().findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    assert page.isVisible()
    assert page.changes.item(0).text() == "要求書!E12　「集約センター経費」の要求額\n5,049 → 5,100"
    assert window.document is None
    press(Key.Key_Escape)
    assert isinstance(window.centralWidget().findChild(StartPage), StartPage)
    assert window.document is None

    window.files.open(Path("要求書.xlsx"))
    press(Key.Key_Return)
    assert window.document is not None
    assert "手で変えられた 1 か所を取り込みました" in said(window)
    assert [report.report.title for report in reports(window)] == ["手で変えられた箇所"]


def test_a_page_changed_by_hand_is_reviewed(window: MainWindow, tmp_path: Path) -> None:
    """A published page of ours in which a figure was typed is opened with that figure when the change was seen."""
    snapshot = take_snapshot(sample(), standard())
    (path,) = export_request(snapshot, STANDARD_FOLDER, tmp_path, "公表", workbook=False)[:1]
    path.write_text(path.read_text(encoding="utf-8").replace(">13,023<", ">99,023<"), encoding="utf-8")
    window.files.open(path)
    page = window.centralWidget().findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    assert page.changes.item(0).text().endswith("平成31年度 13,023 → 平成31年度 99,023")
    press(Key.Key_Return)
    assert window.document is not None
    amounts = [line.amount for group in window.document.request.groups for line in group.lines]
    assert 99_023 in amounts
    assert 13_023 not in amounts


def test_the_open_request_waits_behind_the_review(window: MainWindow, sources: Sources) -> None:
    """While changes are reviewed, Save and Undo do nothing to the request behind; Esc goes back to it."""
    window.show_request(sample(), None)
    desk = Desk(window)
    desk.go("header/name")
    type_text("x")
    written = desk.request
    document = desk.document
    sources(Reading(sample(), changes=(CHANGE,)))
    desk.window.files.open(Path("要求書.xlsx"))
    press(Key.Key_Z, modifiers=CONTROL)
    assert desk.request is written
    press(Key.Key_Escape)

    assert desk.document is document
    assert desk.view.isVisible()


# --- questions of the source ---


def test_what_was_assumed_is_confirmed_by_keys(window: MainWindow, sources: Sources) -> None:
    """What a reader assumed stands in a list; Enter leads to its field, Ctrl+. there takes the reading as right."""
    sources(Reading(asked_of(sample(), "line/line-1-1/amount", "header/name"), changes=(CHANGE,)))
    window.files.open(Path("要求書.xlsx"))
    page = window.centralWidget().findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    assert "取り込みの確認　2" in [label.text() for label in page.findChildren(QLabel)]
    press(Key.Key_Return)
    assert "確かめられずに仮に読んだところが 2 あります" in said(window)
    assert [report.report.title for report in reports(window)] == ["取り込みの確認", "手で変えられた箇所"]
    desk = Desk(window)
    (report, _) = reports(window)
    report.list.setFocus()
    press(Key.Key_Return)
    assert desk.current == "line/line-1-1/amount"
    press(Key.Key_Period, modifiers=CONTROL)
    assert [asked.place for asked in desk.request.source_questions] == ["header/name"]
    desk.go("header/name")
    type_text("x")
    assert desk.request.source_questions == ()
    desk.undo()
    assert [asked.place for asked in desk.request.source_questions] == ["header/name"]
    desk.undo()
    assert len(desk.request.source_questions) == 2


def test_the_own_workbook_asks_with_both_figures(window: MainWindow, tmp_path: Path) -> None:
    """A workbook with a row that its 合計 leaves out opens with both figures at that 合計, which Ctrl+. there confirms."""
    hands = Hands(sample())
    hands.insert(hands.row("合計"), {"A": "追加経費", "E": 500})
    window.files.open(hands.save(tmp_path / "要求書.xlsx"))
    page = window.centralWidget().findChild(ReviewPage)
    assert isinstance(page, ReviewPage)
    lists = [page.changes, *page.findChildren(EntryList)]
    assert any(
        "48,889千円" in entry.item(0).text() and "125,267千円" in entry.item(0).text() for entry in lists
    )
    press(Key.Key_Return)
    desk = Desk(window)
    reports(window)[0].list.setFocus()
    press(Key.Key_Return)
    assert desk.current == "group/group-1/amount"
    assert "source-question" in {finding.rule for finding in desk.snapshot.findings.errors}
    press(Key.Key_Period, modifiers=CONTROL)
    assert desk.request.source_questions == ()
    assert desk.snapshot.findings.errors == ()


def test_agreeing_totals_of_a_page_become_computed(window: MainWindow, sources: Sources) -> None:
    """編集 → 合っている合計を計算値に戻す does to a page that was read what import --computed does; one undo takes it back."""
    sources(Reading(declared_sample()))
    window.files.open(Path("公表.html"))
    desk = Desk(window)
    before = desk.request
    choose(Key.Key_E, "合っている合計を計算値に戻す")
    assert desk.request == release_agreeing(before, totals(before, standard()), standard()) != before
    desk.undo()
    assert desk.request is before


# --- other ways in ---


def test_copied_text_is_read(window: MainWindow, sources: Sources) -> None:
    """ファイル → 公表ページの文を貼り付けて読む opens what was copied from a browser; an empty clipboard is told of."""
    window.show_start()
    QGuiApplication.clipboard().clear()
    sources(Reading(sample(), (UNREAD,)))
    choose(Key.Key_F, "公表ページの文を貼り付けて読む")
    assert window.document is None
    assert said(window).startswith("クリップボードに文がありません。")
    QGuiApplication.clipboard().setText("平成31年度 当初予算 …")
    choose(Key.Key_F, "公表ページの文を貼り付けて読む")

    assert window.document is not None
    assert window.document.request == sample()
    assert len(reports(window)) == 1


def test_copied_text_that_is_no_page_is_refused(window: MainWindow) -> None:
    """The line speaks of what was copied and of copying the whole page: there is no file that one could look after."""
    window.show_start()
    QGuiApplication.clipboard().setText("きょうは晴れです。")
    choose(Key.Key_F, "公表ページの文を貼り付けて読む")
    words = Desk(window).bar.words.text()
    assert words.startswith("コピーした文は、公表された予算要求書のページとして読めません")
    assert words.endswith("ブラウザーでページの全体を選び（Ctrl+A）、コピーし直してください。")
    assert window.document is None


def test_certain_figures_of_a_read_text_are_offered_to_be_linked(
    window: MainWindow, sources: Sources
) -> None:
    """Where a sentence of what was read names the figure it says, the line above the form offers the link; Alt+1 takes it."""
    window.show_start()
    where = f"section/{sample().sections[0].id}/text"
    sources(Reading(set_value(sample(), where, "要求額は124,767千円である。"), ()))
    QGuiApplication.clipboard().setText("平成31年度 当初予算 …")
    choose(Key.Key_F, "公表ページの文を貼り付けて読む")
    assert window.view is not None
    bar = window.bars.in_sight
    assert bar is not None
    assert bar.words.text().startswith("文の中の数字1か所は")
    QApplication.processEvents()
    Desk(window).choose_in_bar("つなぐ")
    assert window.document is not None
    assert [link.figure for link in window.document.request.links] == ["request/amount"]
    assert window.bars.in_sight is None


# Qt 6.12 would have a QPointF, which Qt 6.11 does not take.
@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_a_dropped_file_is_opened(window: MainWindow, tmp_path: Path) -> None:
    """A file that is dropped on the window is opened, also where a text field is under the mouse."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    at, copy, left = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(at), copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, drop)
    QTest.qWait(1)

    assert window.document is not None
    assert window.document.path == path
    area = Desk(window).field("section/section-1/text").editor
    assert not area.canInsertFromMimeData(data)  # type: ignore[union-attr]


# --- next year ---


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> None:
    """Next year's draft: the year, and a section whose text is carried."""

    def make(request: Request, _standard: Standard) -> Request:
        first, *others = request.sections
        request = replace(request, sections=(replace(first, carried=True), *others))
        request = set_value(request, "header/fiscal_year", "令和2年度")
        changed = Carried("年度", "平成31年度", "令和2年度", "翌年度の要求書です。", "header/fiscal_year")
        gone = Carried("「臨時の経費」の行", "1,000", "", "終了した経費です。", id="carried-2")
        return replace(request, carried=(replace(changed, id="carried-1"), gone))

    monkeypatch.setattr(next_year, "next_year", make)


def test_next_year_is_a_step_in_no_file(
    window: MainWindow, draft: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft is one step of undo, asks for a name of its own when saved, and leaves last year's file as it is."""
    path = tmp_path / "運営事業（平成31年度）.yosan"
    storage.save(sample(), path)
    window.files.open(path)
    choose(Key.Key_F, "翌年度の要求書を作る")
    assert window.document is not None
    assert window.document.request.header.fiscal_year == "令和2年度"
    assert window.document.undo_label == "翌年度の要求書の作成"
    assert window.document.is_modified
    offered: list[str] = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _parent, about: offered.append(about))
    press(Key.Key_S, modifiers=CONTROL)
    assert offered == [str(tmp_path / "運営事業（令和2年度）.yosan")]
    assert window.view is not None
    report, tabs = window.view.side.carried, window.view.side.tabs
    assert report.isVisible()
    press(Key.Key_Z, modifiers=CONTROL)
    assert window.document.request == sample()
    assert storage.load(path) == sample()
    assert not report.isVisible()
    assert said(window).startswith("元に戻しました: 翌年度の要求書の作成")
    assert not tabs.isTabVisible(3)
    press(Key.Key_S, modifiers=CONTROL | SHIFT)
    assert offered[1] == str(path), "last year's request is offered last year's name"
    press(Key.Key_Y, modifiers=CONTROL)

    assert report.isVisible()


def test_the_list_of_changes_leads_to_their_places(window: MainWindow, draft: None, tmp_path: Path) -> None:
    """Each change says what and before → after below its reason; Enter on it goes to its place, where there still is one."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    window.files.open(path)
    choose(Key.Key_F, "翌年度の要求書を作る")
    assert window.view is not None
    texts = [item.text() for item in window.view.side.carried.list.findItems("", Qt.MatchFlag.MatchContains)]
    assert texts == [
        "翌年度の要求書です。",
        "年度\n平成31年度 → 令和2年度",
        "終了した経費です。",
        "「臨時の経費」の行\n1,000 → （なし）",
    ]
    press(Key.Key_F6)
    press(Key.Key_Return)

    assert focused().accessibleName() == "年度"


def test_carried_text_is_marked_until_it_is_touched(window: MainWindow, draft: None) -> None:
    """A section whose text is last year's says 「昨年度の文のまま」 until a key changes it; undo brings the mark back."""
    window.show_request(sample(), None)
    desk = Desk(window)
    choose(Key.Key_F, "翌年度の要求書を作る")
    card = desk.view.form.content.cards[0]
    mark = next(each for each in card.findChildren(QLabel) if each.text() == "昨年度の文のまま")
    assert mark.isVisible()
    other = desk.view.form.content.cards[1]
    assert not any(each.isVisible() for each in other.findChildren(QLabel, "carried"))
    desk.go("section/section-1/text")
    type_text("x")
    assert not mark.isVisible()
    desk.undo()

    assert mark.isVisible()


def test_next_year_from_the_start_page(window: MainWindow, draft: None, tmp_path: Path) -> None:
    """Beside each recent request the start page offers its next year."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    window.files.recent.add(path)
    window.show_start()
    stack = window.centralWidget()
    assert isinstance(stack, PageStack)
    page = stack.currentWidget()
    assert isinstance(page, StartPage)
    later = next(button for button in page.findChildren(QPushButton) if button.text().startswith("翌年度"))
    QTest.mouseClick(later, Qt.MouseButton.LeftButton)

    assert window.document is not None
    assert window.document.request.header.fiscal_year == "令和2年度"
    assert window.document.path is None


def test_the_real_draft_of_the_real_sheet(window: MainWindow) -> None:
    """The sheet of 平成31年度 becomes that of the next year with every change listed; Ctrl+Z leads back to it whole."""
    window.show_request(sample(), None)
    choose(Key.Key_F, "翌年度の要求書を作る")
    assert window.document is not None
    draft = next_year.next_year(sample(), standard())
    assert window.view is not None
    report = window.view.side.carried

    assert window.document.request == draft
    reasons = {change.why for change in draft.carried}
    assert report.list.count() == len(draft.carried) + len(reasons)
    assert report.title.text() == f"翌年度への引継ぎ　済 0／{len(draft.carried)}"
    assert 10 < len(draft.carried) < 40
    assert len(reasons) < len(draft.carried) * 2 / 3
    press(Key.Key_Z, modifiers=CONTROL)
    assert window.document.request == sample()


def test_a_page_that_this_program_wrote_opens(window: MainWindow, tmp_path: Path) -> None:
    """The published page of a request, opened from the window, is that request again and in no file."""
    (page,) = export_request(
        take_snapshot(sample(), standard()), STANDARD_FOLDER, tmp_path, "公表", workbook=False
    )
    window.files.open(page)

    assert window.document is not None
    assert window.document.request.header == sample().header
    assert window.document.snapshot.totals.amount.value == 124_767
    assert window.document.path is None
