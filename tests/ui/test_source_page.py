"""The review page of a source: keys choose, the engine reads again, Enter takes all, Esc leaves all as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from templates.readers.review import Review
from templates.readers.tables.proof.reasons import ROLE_WORDS
from tests.samples import sample, standard
from tests.sheets import AMBIGUOUS, BROKEN, CLEAN, Rows, book, sheet, write_workbook
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, Key, focused, press
from ui.review.source_cells import GridModel
from ui.review.source_grid import GridView
from ui.review.source_lines import rows_of
from ui.review.source_page import KINDS, SourcePage
from ui.widgets.page_stack import PageStack
from ui.window import dialogs
from ui.window.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path) -> Callable[..., SourcePage | None]:
    """Open a workbook with these tabs; the review page that stands before the form, None where none does."""

    def open_tabs(**tabs: Rows) -> SourcePage | None:
        window.files.open(write_workbook(tmp_path / "要求.xlsx", **tabs))
        QApplication.processEvents()
        return page_of(window)

    return open_tabs


def page_of(window: MainWindow) -> SourcePage | None:
    """The review page that the window shows."""
    stack = window.findChild(PageStack)
    assert stack is not None
    shown = stack.currentWidget()
    return shown if isinstance(shown, SourcePage) else None


def shown(page: SourcePage | None) -> SourcePage:
    """The page, which is there."""
    assert page is not None
    return page


def lines(page: SourcePage) -> list[tuple[str, str, str]]:
    """What the list of lines shows, without their indent."""
    model = page.side.lines.lines
    cells = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    return [(text.strip(), previous, amount) for text, previous, amount in cells]


def pick(word: str) -> None:
    """Choose an entry of the menu that is open, with the arrows."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    for _ in menu.actions():
        active = menu.activeAction()
        if active is not None and active.text() == word:
            break
        QTest.keyClick(menu, Key.Key_Down)
    window = menu.parentWidget().window()
    QTest.keyClick(menu, Key.Key_Return)
    window.activateWindow()  # as any window manager does; the offscreen platform has none
    QApplication.processEvents()


def test_a_clean_source_is_opened_at_once(
    window: MainWindow, opened: Callable[..., SourcePage | None]
) -> None:
    """Where all is proven there is nothing to look at first; how it was read can be looked at afterwards."""
    assert opened(要求=CLEAN) is None
    assert window.document is not None
    assert [line.amount for line in window.document.request.groups[0].lines] == [2300, 1400]
    before = window.document
    window.parts.imports.review_again()
    page = shown(page_of(window))
    assert page.questions.asked is None
    assert page.side.sums.words[1] == "表の計 3,200 3,700 表の計と一致します。"
    press(Key.Key_Escape)
    assert page_of(window) is None
    assert window.document is before


def test_questions_one_after_the_other(window: MainWindow, opened: Callable[..., SourcePage | None]) -> None:
    """A digit chooses a reading and goes on to the next question; Enter takes the whole, with nothing left to ask."""
    page = shown(opened(要求=AMBIGUOUS))
    assert window.document is None, "nothing is opened yet"
    assert page.grid.currentIndex().data() == "要求額（課案）", "the cell concerned is looked at"
    press(Key.Key_2)
    assert lines(page)[1] == ("講師謝金", "120,000", "140,000")
    assert page.questions.title.text().startswith("確かめること 2／2")
    press(Key.Key_2)
    assert lines(page)[1] == ("講師謝金", "120", "140")
    assert "（すべて答えました）" in page.questions.title.text()
    assert focused() is page.open
    press(Key.Key_Return)
    assert page_of(window) is None
    assert window.document is not None
    request = window.document.request
    assert (request.groups[0].lines[0].amount, request.source_questions) == (140, ())


def test_enter_takes_all_as_it_is_read(window: MainWindow, opened: Callable[..., SourcePage | None]) -> None:
    """What is not answered comes in as a question of the request, which is a 誤り until it is answered there."""
    shown(opened(要求=AMBIGUOUS))
    press(Key.Key_Return)
    assert window.document is not None
    assert len(window.document.request.source_questions) == 2
    rules = [finding.rule for finding in window.document.snapshot.findings.errors]
    assert rules.count("source-question") == 2


def test_esc_leaves_all_as_it_was(window: MainWindow, opened: Callable[..., SourcePage | None]) -> None:
    """Esc leaves the document that is open untouched, whatever was chosen on the page; nothing is remembered."""
    window.show_request(sample(), None)
    before = window.document
    page = shown(opened(要求=AMBIGUOUS))
    press(Key.Key_2)
    assert page.review.decisions.tables
    press(Key.Key_Escape)
    assert page_of(window) is None
    assert window.document is before
    assert before is not None
    assert before.request == sample()
    assert shown(opened(要求=AMBIGUOUS)).is_remembered is False


def test_unsaved_work_is_asked_for_before_it_is_left(
    window: MainWindow, opened: Callable[..., SourcePage | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taking a source leaves the open document only when the writer says so; else the page stays."""
    desk = Desk(window)
    desk.open(sample())
    desk.go("header/name")
    press(Key.Key_End)
    QTest.keyClicks(focused(), "x")
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "cancel")
    page = shown(opened(要求=AMBIGUOUS))
    press(Key.Key_2, Key.Key_1, Key.Key_Return)
    assert page_of(window) is page
    assert window.document is not None
    assert window.document.request.header.name.endswith("x")


def test_arrows_choose_among_readings(opened: Callable[..., SourcePage | None]) -> None:
    """Space chooses a reading, the arrows the next and the one before; F8 goes to the next question."""
    page = shown(opened(要求=AMBIGUOUS))
    press(Key.Key_Space, Key.Key_Down)
    assert page.review.table(("要求", 3, 1)).of("amount") == [4]  # type: ignore[union-attr]
    press(Key.Key_Up)
    assert page.review.table(("要求", 3, 1)).of("amount") == [3]  # type: ignore[union-attr]
    press(Key.Key_F8)
    assert page.questions.asked is not None
    assert page.questions.asked.question.subject == "unit"


def test_the_role_of_a_column_by_keys(opened: Callable[..., SourcePage | None]) -> None:
    """F6 goes to the grid, Alt+↓ opens the roles of the column; the word at its head follows, Ctrl+Z takes it back."""
    page = shown(opened(要求=AMBIGUOUS))
    press(Key.Key_F6)
    assert focused() is page.grid
    press(Key.Key_Right)
    press(Key.Key_Down, modifiers=ALT)
    pick("要求額")
    assert page.grid.cells.headerData(3, Qt.Orientation.Horizontal) == "D 要求額"
    assert page.grid.cells.headerData(2, Qt.Orientation.Horizontal) == "C 備考へ"
    assert lines(page)[1] == ("講師謝金", "120,000", "140,000")
    press(Key.Key_Z, modifiers=CONTROL)
    assert page.grid.cells.headerData(2, Qt.Orientation.Horizontal) == "C 要求額"
    assert lines(page)[1] == ("講師謝金", "120,000", "150,000")


def test_the_kind_of_a_row_by_keys(opened: Callable[..., SourcePage | None]) -> None:
    """Alt+→ opens the kinds of the row; a row that is left out is no line, and the sum no longer gives the total."""
    page = shown(opened(要求=BROKEN))
    assert page.side.sums.words[1].endswith("要求額は行の和が表の計より5,000千円少ない。")
    press(Key.Key_F6)
    page.grid.look_at(6, 1)
    press(Key.Key_Right, modifiers=ALT)
    pick("除く")
    assert [text for text, _, _ in lines(page)[1:]] == ["道路の点検"]
    assert page.grid.cells.headerData(5, Qt.Orientation.Vertical) == "6 除く"


def test_sheets_by_keys(opened: Callable[..., SourcePage | None]) -> None:
    """Ctrl+PgDn shows the next sheet with its own table, as in Excel, also from the grid."""
    page = shown(opened(要求=CLEAN, 別=BROKEN))
    press(Key.Key_PageDown, modifiers=CONTROL)
    assert page.tabs.currentIndex() == 1
    assert page.side.sums.words[0].startswith("別!A4 の表の行の和")
    press(Key.Key_F6)
    press(Key.Key_PageUp, modifiers=CONTROL)
    assert page.side.sums.words[0].startswith("要求!A3 の表の行の和")


def test_heads_and_sides_by_mouse(opened: Callable[..., SourcePage | None]) -> None:
    """A press on the head of a column offers its roles, one beside a row its kinds; Esc closes the list alone."""
    page = shown(opened(要求=CLEAN, 別=BROKEN))
    heads, sides = page.grid.heads, page.grid.sides
    at = QPoint(heads.sectionViewportPosition(4) + 20, heads.height() - 12)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    pick("積算")
    assert page.review.decisions.tables[("要求", 3, 1)].roles == {5: "basis"}
    at = QPoint(sides.width() - 20, sides.sectionViewportPosition(3) + 8)
    QTest.mouseClick(sides.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "経費",
        "内訳",
        "見出し",
        "計",
        "小計",
        "繰越",
        "除く",
    ]
    QTest.keyClick(menu, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert page.isVisible()


def test_a_choice_elsewhere_takes_an_answer_back(opened: Callable[..., SourcePage | None]) -> None:
    """A role chosen at the head after a question was answered stands; the question no longer shows another answer."""
    page = shown(opened(要求=AMBIGUOUS))
    press(Key.Key_2)
    assert "／2" in page.questions.title.text()
    press(Key.Key_F6)
    page.grid.look_at(4, 3)
    press(Key.Key_Down, modifiers=ALT)
    pick("要求額")
    assert lines(page)[1] == ("講師謝金", "120,000", "150,000")
    assert "／1" in page.questions.title.text()
    assert page.questions.asked is not None
    assert page.questions.asked.question.subject == "unit"


def test_fields_decide(opened: Callable[..., SourcePage | None]) -> None:
    """The unit, the year and whether a table is taken are chosen in their fields."""
    page = shown(opened(要求=AMBIGUOUS))
    page.side.unit.setFocus()
    press(Key.Key_Down)
    assert lines(page)[1] == ("講師謝金", "120", "150")
    page.side.year.setFocus()
    press(Key.Key_Down)
    assert page.review.reading.request.header.fiscal_year == "令和9年度"
    page.side.is_taken.setFocus()
    press(Key.Key_Space)
    assert [text for text, _, _ in lines(page) if text == "講師謝金"] == []
    assert not page.side.is_taken.isChecked()


def test_a_table_that_was_not_found_is_pointed_to(
    window: MainWindow, opened: Callable[..., SourcePage | None]
) -> None:
    """Where no heading is known, the roles chosen over a row make it the headings of a table; what is below comes in."""
    rows = [
        ["町内会の資料"],
        [],
        ["なまえ", "ことしほしい", "メモ"],
        ["提灯", 1500, ""],
        ["太鼓", 800, "張替え"],
    ]
    page = shown(opened(まとめ=rows))
    assert page.review.found.tables == ()
    press(Key.Key_F6)
    page.grid.look_at(3, 2)
    press(Key.Key_Down, modifiers=ALT)
    pick("要求額")
    assert lines(page)[1:] == [("提灯", "", "1,500"), ("太鼓", "", "800")]
    press(Key.Key_Return)
    assert window.document is not None
    assert [line.amount for line in window.document.request.groups[0].lines] == [1500, 800]


def test_the_grid_is_as_excel_shows_it(opened: Callable[..., SourcePage | None]) -> None:
    """Figures with their thousands, texts as they stand; what a row and a column are stands as a word."""
    page = shown(opened(要求=AMBIGUOUS))
    cells = page.grid.cells
    assert [cells.index(3, column).data() for column in range(3)] == ["講師謝金", "120,000", "150,000"]
    sides = [cells.headerData(row, Qt.Orientation.Vertical) for row in range(7)]
    assert sides == ["1", "2", "3 列見出し", "4 経費", "5 経費", "6 経費", "7 計"]


def test_merged_and_hidden_cells_are_shown(qtbot: object, in_force: object) -> None:
    """A merged cell takes its room; a hidden row is shown and marked."""
    source = sheet(AMBIGUOUS)
    source.merge((1, 1), (1, 5))
    source.hidden_rows.add(5)
    page = SourcePage("表", Review(book(source), standard()))
    assert page.grid.columnSpan(0, 0) == 5
    assert page.grid.cells.headerData(4, Qt.Orientation.Vertical) == "隠 5 経費"
    page.deleteLater()


def test_only_what_is_seen_is_asked_for(qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 2,000 rows only those in sight are asked for, also while one scrolls to the end."""
    rows: Rows = [
        *AMBIGUOUS[:3],
        *([f"経費{index}", index, index * 2, index * 3] for index in range(1, 2_000)),
    ]
    asked: set[int] = set()
    read = GridModel.data

    def counting(model: GridModel, index: QModelIndex, role: int = 0) -> object:
        asked.add(index.row())
        return read(model, index, role)

    monkeypatch.setattr(GridModel, "data", counting)  # before Qt first asks for it
    page = SourcePage("表", Review(book(sheet(rows)), standard()))
    page.resize(1200, 700)
    page.show()
    asked.clear()
    page.grid.scrollToBottom()
    page.grid.grab()
    assert max(asked) == 2_001
    assert len(asked) < 100
    page.close()
    page.deleteLater()


def test_a_pasted_block_is_reviewed(qtbot: object) -> None:
    """A block of one sheet is taken by Enter and left by Esc; its year is that of the request and no field of the page."""
    page = SourcePage(
        "貼り付ける表", Review.of_sheet(sheet(AMBIGUOUS[2:]), standard(), "令和8年度"), go_on="貼り付ける"
    )
    page.show()
    taken: list[Review] = []
    left: list[bool] = []
    page.taken.connect(taken.append)
    page.refused.connect(lambda: left.append(True))
    assert not page.side.year.isVisible()
    QTest.keyClick(page, Key.Key_2)
    QTest.keyClick(page, Key.Key_Escape)
    assert (taken, left) == ([], [True])
    QTest.keyClick(page, Key.Key_Return)
    assert [line.amount for line in taken[0].reading.request.groups[0].lines] == [140000, 230000, 310000]
    page.close()
    page.deleteLater()


def test_enter_takes_the_whole_where_a_value_is_left_to_the_form(qtbot: object) -> None:
    """A question without readings (a formula without a value) is shown with its cell; Enter takes the whole."""
    source = sheet(CLEAN)
    del source.rows[4][3]
    source.without_value.add((4, 3))
    source.formulas[4, 3] = "=VLOOKUP(A4,単価!A:B,2)"
    page = SourcePage("表", Review(book(source), standard()))
    page.show()
    assert "計算式は =VLOOKUP(A4,単価!A:B,2) です。" in page.questions.evidence.text()
    assert page.grid.currentIndex().data() == "値なし"
    assert page.questions.choose(0) is False
    taken: list[Review] = []
    page.taken.connect(taken.append)
    QTest.keyClick(page, Key.Key_Return)
    (asked,) = taken[0].reading.request.source_questions
    assert asked.where == "要求!C4"
    page.close()
    page.deleteLater()


def test_an_amount_that_the_source_does_not_hold_is_typed(qtbot: object) -> None:
    """The amount of a formula without a value is typed in the source's unit; what is no amount is said, Ctrl+Z takes it back."""
    source = sheet(CLEAN)
    del source.rows[4][3]
    source.without_value.add((4, 3))
    page = SourcePage("表", Review(book(source), standard()))
    taken: list[Review] = []
    page.taken.connect(taken.append)
    page.show()
    line = page.questions.value
    QTest.keyClicks(line, "2300 or so")
    QTest.keyClick(line, Key.Key_Return)
    assert "「2300 or so」は額として読めません。" in page.questions.evidence.text()
    line.selectAll()
    QTest.keyClicks(line, "2,300")
    QTest.keyClick(line, Key.Key_Return)
    assert lines(page)[1][2] == "2,300"
    assert page.side.sums.words[1] == "表の計 3,200 3,700 表の計と一致します。"
    assert "（すべて答えました）" in page.questions.title.text()
    QTest.keyClick(page, Key.Key_Z, CONTROL)
    assert lines(page)[1][2] == ""
    QTest.keyClicks(line, "=600*3+100")
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClick(page, Key.Key_Return)
    request = taken[0].reading.request
    assert [line.amount for line in request.groups[0].lines] == [1_900, 1_400]
    assert {asked.where for asked in request.source_questions} <= {"要求!C6"}, (
        "the total of 3,700 does not tie"
    )
    page.close()
    page.deleteLater()


def test_a_confirmed_mapping_is_used_again(
    window: MainWindow, opened: Callable[..., SourcePage | None]
) -> None:
    """A sheet with headings that were confirmed before is read as then, which is said and can be undone there."""
    shown(opened(要求=AMBIGUOUS))
    press(Key.Key_2, Key.Key_2, Key.Key_Return)
    page = shown(opened(要求=AMBIGUOUS))
    assert page.remembered.isVisible()
    assert page.questions.asked is None
    assert lines(page)[1] == ("講師謝金", "120", "140")
    page.forget.setFocus()
    press(Key.Key_Space)
    assert not page.remembered.isVisible()
    assert lines(page)[1] == ("講師謝金", "120,000", "150,000")
    assert page.questions.title.text().startswith("確かめること 1／2")
    press(Key.Key_Escape)
    assert shown(opened(要求=AMBIGUOUS)).is_remembered, "Esc changed nothing of what is remembered"


@pytest.fixture
def pages(qapp: QApplication) -> Iterator[Callable[[Rows], SourcePage]]:
    """Pages that are made by the dozen."""
    made: list[SourcePage] = []

    def make(rows: Rows) -> SourcePage:
        page = SourcePage("表", Review(book(sheet(rows)), standard()))
        made.append(page)
        page.show()
        return page

    yield make
    for page in made:
        page.close()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(st.data())
def test_what_the_page_shows_is_what_the_engine_gives(
    pages: Callable[[Rows], SourcePage], data: st.DataObject
) -> None:
    """Whatever is chosen on the page, it shows what the engine gives by the same choices."""
    rows = data.draw(st.sampled_from([CLEAN, AMBIGUOUS, BROKEN]))
    page = pages(rows)
    for _ in range(data.draw(st.integers(1, 3))):
        match data.draw(st.sampled_from(["role", "kind", "digit"])):
            case "role":
                _choose(
                    page.grid,
                    data.draw(st.integers(3, 7)),
                    data.draw(st.integers(1, 5)),
                    Key.Key_Down,
                    data.draw(st.integers(0, len(ROLE_WORDS))),
                )
            case "kind":
                _choose(
                    page.grid,
                    data.draw(st.integers(5, 7)),
                    1,
                    Key.Key_Right,
                    data.draw(st.integers(0, len(KINDS))),
                )
            case _:
                QTest.keyClick(page, data.draw(st.sampled_from([Key.Key_1, Key.Key_2, Key.Key_3])))
    again = Review(book(sheet(rows)), standard(), page.review.decisions)
    assert lines(page) == [(row.text.strip(), row.previous, row.amount) for row in rows_of(again.snapshot)]
    assert page.review.found.tables[0].roles == again.found.tables[0].roles
    assert [row.figures for row in page.review.sums(again.found.tables[0].spot)] == [
        row.figures for row in again.sums(again.found.tables[0].spot)
    ]
    page.hide()


def _choose(grid: GridView, row: int, column: int, key: Qt.Key, steps: int) -> None:
    """Open the list of a column or row by Alt and an arrow, go some steps down, and choose."""
    grid.look_at(row, column)
    QTest.keyClick(grid, key, ALT)
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):  # none beside a heading
        for _ in range(steps):
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)


def test_a_question_without_other_readings_is_confirmed(
    window: MainWindow, opened: Callable[..., SourcePage | None]
) -> None:
    """What only a person knows is confirmed by 1, and nothing of it is left to ask; a column of figures without a heading gets a role."""
    rows: Rows = [
        ["令和7年度当初予算要求　竹林整備（千円）", None, None, None],
        ["内容", "要求額", "前年度", None],
        ["伐採委託", 3200, 3000, 2900],
        ["講習会", 450, 400, 380],
        ["計", 3650, 3400, 3280],
        ["うち県負担（1/2）", 1825, None, None],
    ]
    page = shown(opened(要求=rows))
    assert "表の外に「うち県負担" in page.questions.sentence.text()
    assert "このままでよければ 1" in page.questions.evidence.text()
    press(Key.Key_1)
    assert "見出しのない列" in page.questions.sentence.text()
    press(Key.Key_1)
    assert not page.review.questions
    press(Key.Key_Return)
    assert window.document is not None
    assert not window.document.request.source_questions
    page.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
