"""The input method in every editor: composing ends in what was composed or in what stood there before, never in a blank.

Composing over a selected, closed cell opens its editor while the table keeps the focus; over the selected text of a field Qt
takes that text away. Both are given back where the composing is given up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from model.request.parts import add_part
from model.request.place import Place
from model.request.request import Cut, FundingTerm, Request
from tests.commitment_requests import dam, facilities
from tests.samples import sample
from tests.section_tables import with_tables
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, NONE, FocusLeft, Key, commit, compose, focused, press, type_text
from ui.commitments.commitment_detail import CommitmentDetail
from ui.findings.question_pane import QuestionBox
from ui.tables.sheet_table import SheetTable
from ui.widgets.editing import composing
from ui.widgets.editing.cell_text import CellTextEditor
from ui.widgets.editing.choices import ChoiceField
from ui.widgets.editing.editors import LineField, TextArea
from ui.widgets.editing.figure_editor import FigureEditor
from ui.widgets.fields import FieldRow
from ui.window.commands.pane_actions import PaneActions

AMOUNT, TEXT, REMARK = "line/line-1-1/amount", "line/line-1-4/text", "line/line-1-4/remark"
FIELDS = ["header/name", "request/amount", "header/stage", "section/section-1/text"]
"""One field of each kind: text, figure, choice, area."""


def with_grounds() -> Request:
    """The real sheet with a ground of revenue and a part of the cut."""
    return add_part(add_part(sample(), FundingTerm("t")), Cut("c"))


REQUESTS: dict[str, Callable[[], Request]] = {
    "sample": sample,
    "grounds": with_grounds,
    "facilities": facilities,
    "dam": dam,
    "section tables": with_tables,
}


def cells(desk: Desk) -> Iterator[tuple[SheetTable, QModelIndex]]:
    """A cell of each kind of every table in sight: of each column, by the kind of its place and whether it holds something."""
    for table in desk.tables():
        seen: set[object] = set()
        if not table.isVisible():
            continue
        for row in range(table.cells.rowCount()):
            for column in range(table.cells.columnCount()):
                index = table.cells.index(row, column)
                editable = table.cells.flags(index) & Qt.ItemFlag.ItemIsEditable
                if not editable or table.isColumnHidden(column) or table.cells.choices(index):
                    continue
                place = table.cells.place_at(index)
                assert place is not None
                parts = place.split("/")
                kind = parts[0], parts[-1], column, bool(table.cells.typed_text(index))
                if kind not in seen:
                    seen.add(kind)
                    yield table, index


def stand_on(table: SheetTable, index: QModelIndex) -> None:
    """Select a closed cell."""
    table.setFocus()
    table.go(index.row(), index.column())
    QApplication.processEvents()
    assert focused() is table
    assert table.open_editor() is None


def fields(desk: Desk) -> list[FieldRow]:
    """Every field of the form in sight."""
    return [row for row in desk.view.form.findChildren(FieldRow) if row.isVisible()]


def select_all() -> None:
    """Ctrl+A."""
    press(Key.Key_A, modifiers=CONTROL)


def line_of(row: FieldRow) -> LineField | TextArea:
    """What of a field is typed into."""
    return row.editor.line if isinstance(row.editor, ChoiceField) else row.editor


# --- given up ---


@pytest.mark.parametrize("request_of", REQUESTS.values(), ids=REQUESTS)
def test_composing_given_up_over_a_closed_cell(desk: Desk, request_of: Callable[[], Request]) -> None:
    """One Esc while composing over a closed cell leaves the old value, whichever way the cell is left then."""
    desk.open(request_of())
    for detail in desk.view.form.findChildren(CommitmentDetail):
        detail.toggle.setChecked(True)
    leave: list[Callable[[], None]] = [
        lambda: press(Key.Key_Tab),
        lambda: press(Key.Key_Return),
        lambda: press(Key.Key_Escape),
        lambda: desk.go("header/name"),
        lambda: press(Key.Key_Down),
    ]
    before, tried = desk.request, 0
    for number, (table, index) in enumerate(cells(desk)):
        stand_on(table, index)
        shown = table.cells.typed_text(index)
        compose("１")
        compose("１２")
        compose("")
        editor = table.open_editor()
        assert isinstance(editor, LineField | CellTextEditor)
        assert editor.text() == shown
        assert desk.request is before, table.cells.place_at(index)
        leave[number % len(leave)]()
        assert desk.request is before, table.cells.place_at(index)
        assert desk.document.undo_label is None
        table.finish_typing()
        tried += 1
    assert tried >= 15


@pytest.mark.parametrize("place", [AMOUNT, TEXT])
def test_typing_goes_on_after_a_composition_was_given_up(desk: Desk, place: Place) -> None:
    """After the Esc the cell's text stands selected: what is typed or composed next replaces it; a second Esc closes the cell."""
    before = desk.value(place)
    desk.go(place)
    compose("あ")
    compose("")
    compose("５")
    commit("５")
    assert str(desk.value(place)) == "5" or desk.value(place) == "５"
    press(Key.Key_Escape)
    assert not desk.is_editing()
    assert desk.value(place) == before


def test_a_calculation_given_up(desk: Desk) -> None:
    """Composing over a calculation and giving up keeps the calculation."""
    desk.go(AMOUNT)
    type_text("=20845円*11")
    press(Key.Key_Return)
    calculation = desk.line("line-1-1").basis
    desk.go(AMOUNT)
    compose("あ")
    compose("")
    press(Key.Key_Return)

    assert desk.line("line-1-1").basis == calculation == "20845円*11"


def test_part_of_an_open_cell_given_up(desk: Desk) -> None:
    """What was selected in an open cell of several lines comes back where it stood, selected, when composing over it is given up."""
    desk.go(REMARK)
    type_text("ab")
    press(Key.Key_Return, modifiers=Qt.KeyboardModifier.AltModifier)
    type_text("cd")
    before = desk.request
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left, modifiers=Qt.KeyboardModifier.ShiftModifier)
    compose("か")
    compose("")
    editor = desk.table.open_editor()
    assert isinstance(editor, CellTextEditor)
    assert editor.text() == "ab\ncd"
    assert editor.textCursor().selectedText().replace("\u2029", "\n") == "\ncd"
    assert desk.request is before


def test_composing_given_up_in_every_field(desk: Desk) -> None:
    """Composing over the selected text of a field and giving up brings the text back, in the field and in the document."""
    before = desk.request
    for row in fields(desk):
        desk.go(row.place)
        if not row.editor.hasFocus() and not line_of(row).hasFocus():
            continue
        shown = row.text
        select_all()
        compose("あ")
        compose("")
        assert row.text == shown, row.place
        assert desk.request is before, row.place
        compose("い")
        compose("")
        press(Key.Key_Tab)
        assert desk.request is before, row.place
    assert desk.document.undo_label is None


def test_an_answer_given_up(desk: Desk) -> None:
    """An answer to a question that was composed over and given up stays."""
    PaneActions(desk.view).to_questions()
    type_text("answer")
    before = desk.request
    select_all()
    compose("こた")
    compose("")

    assert focused().toPlainText() == "answer"  # type: ignore[attr-defined]
    assert desk.request is before


@pytest.mark.parametrize("place", ["commitment/commitment-1/status", "commitment/commitment-1/line"])
def test_composing_over_a_choice(desk: Desk, place: Place) -> None:
    """What is composed over a cell with choices chooses nothing and leaves its value, committed or given up."""
    before = desk.request
    for end in (lambda: commit("せ"), lambda: compose("")):
        desk.go(place)
        assert desk.table.cells.choices(desk.table.currentIndex())
        compose("せ")
        end()
        press(Key.Key_Tab)
        assert desk.request is before
        assert not desk.is_editing()


# --- left while composing ---


@pytest.mark.parametrize("silent", [True, False], ids=["silent", "tells"])
def test_every_closed_cell_left_while_composing(desk: Desk, silent: bool) -> None:
    """Another field, a save or an undo while composing over a closed cell commits what was composed once."""
    for table, index in list(cells(desk)):
        if table.cells.completes(index):
            continue
        stand_on(table, index)
        before = desk.request
        compose("１２")
        if not silent:
            commit("１２")
        desk.view.finish_typing()
        assert table.open_editor() is None
        assert desk.request is not before or table.cells.typed_text(index) == "12"
        assert table.cells.typed_text(index) in ("12", "１２"), table.cells.place_at(index)
        desk.document.undo()
        assert desk.request == before, "one composition is one step"


@pytest.fixture
def other_window(desk: Desk) -> Iterator[QWidget]:
    """The window of another program."""
    other = QLineEdit()
    yield other
    other.deleteLater()
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)


def go_to(window: QWidget) -> None:
    """Go to another window."""
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


@pytest.mark.parametrize("platform", ["silent", "commits", "ibus"])
@pytest.mark.parametrize("place", [AMOUNT, TEXT, "line/line-1-4/object_class", *FIELDS])
def test_another_window_while_composing(
    desk: Desk, other_window: QWidget, place: Place, platform: str
) -> None:
    """Another window while composing leaves what was composed, or, where ibus gave it up, the old value; coming back, keys are read."""
    desk.go(place)
    if place in FIELDS:
        select_all()
    before = desk.value(place)
    compose("１")
    compose("１２")
    if platform != "silent":  # ibus hides the composition when it goes to the other window
        compose("") if platform == "ibus" else commit("１２")
    go_to(other_window)
    wanted = (before,) if platform == "ibus" else (12, "12 役務費", "１２")
    assert desk.value(place) in wanted
    go_to(desk.window)
    assert desk.value(place) in wanted
    if place in FIELDS:
        select_all()
    type_text("55")
    press(Key.Key_Tab)
    assert str(desk.value(place)).endswith("55")


def test_a_click_into_a_field_while_composing_over_a_closed_cell(desk: Desk) -> None:
    """A click into a field commits what was composed over the closed cell, and the field has the focus and the keys."""
    desk.go(AMOUNT)
    compose("１２")
    line = desk.field("contact/email").editor
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)

    assert focused() is line
    assert desk.value(AMOUNT) == 12


@pytest.mark.parametrize("place", FIELDS)
def test_a_field_left_while_composing(desk: Desk, place: Place) -> None:
    """A field that is left while it is composed in holds what was composed, once, also where the input method says nothing."""
    desk.go(place)
    select_all()
    compose("か")
    focused().clearFocus()

    assert desk.value(place) == desk.field(place).text == "か"


def test_a_word_committed_while_the_next_begins_is_kept_at_once(desk: Desk) -> None:
    """Typing on commits the word before and composes the next: the committed one is in the document already."""
    for place in ("header/subtitle", "line/line-1-4/remark"):
        desk.go(place)
        compose("よさん")
        event = QInputMethodEvent("の", [])
        event.setCommitString("予算")
        QApplication.sendEvent(focused(), event)
        assert desk.value(place) == "予算"
        compose("")
        assert desk.value(place) == "予算"


def test_keys_of_the_input_method_in_the_words_above_the_costs(desk: Desk) -> None:
    """Esc, Enter and ↓ while composing in 絞り込み are the input method's."""
    desk.go("header/name")
    press(Key.Key_L, modifiers=CONTROL | Qt.KeyboardModifier.ShiftModifier)
    words = focused()
    assert isinstance(words, LineField)
    type_text("a")
    compose("けい")
    press(Key.Key_Escape, Key.Key_Return, Key.Key_Down)
    assert focused() is words
    assert words.is_composing
    compose("")
    assert words.text() == "a"
    press(Key.Key_Escape)
    assert words.text() == ""


# --- what was given up is not committed later ---


class Ibus:
    """An input method that keeps what was given up until it is reset, and commits it when a field is left, as ibus under Qt does."""

    kept = ""

    def compose(self, text: str) -> None:
        """Compose."""
        self.kept = text
        compose(text)

    def give_up(self) -> None:
        """Esc."""
        compose("")

    def leave(self, leave: Callable[[], None]) -> None:
        """Qt commits before the focus goes."""
        self.commit()
        leave()

    def commit(self) -> None:
        """Commit what is kept."""
        text, self.kept = self.kept, ""
        if text:
            commit(text)

    def reset(self) -> None:
        """Forget."""
        self.kept = ""

    def setInputItemTransform(self, there: QTransform) -> None:
        """Where the candidates are shown is of no matter here."""


@pytest.fixture
def ibus(monkeypatch: pytest.MonkeyPatch) -> Ibus:
    """Ibus in the place of the platform's input method."""
    method = Ibus()

    class Application(QGuiApplication):
        @staticmethod
        def inputMethod() -> Ibus:  # type: ignore[override]
            return method

    monkeypatch.setattr(composing, "QGuiApplication", Application)
    return method


@pytest.mark.parametrize("place", ["contact/department", "header/subtitle", *FIELDS, AMOUNT, TEXT])
def test_what_was_given_up_is_not_committed_later(desk: Desk, ibus: Ibus, place: Place) -> None:
    """Esc gives up a composition for good: leaving the field or cell afterwards commits nothing."""
    desk.go(place)
    before = desk.request
    ibus.compose("よさん")
    ibus.give_up()
    ibus.leave(lambda: press(Key.Key_Tab))

    assert desk.request == before


@pytest.mark.parametrize("place", [*FIELDS, AMOUNT, TEXT])
def test_what_was_composed_is_committed_once(desk: Desk, ibus: Ibus, place: Place) -> None:
    """An input method that commits when it is asked to commits once, and so does one that is left."""
    desk.go(place)
    if place in FIELDS:
        select_all()
    ibus.compose("１２")
    desk.view.finish_typing()
    ibus.leave(lambda: desk.go("contact/email"))

    assert desk.value(place) in (12, "１２")
    assert desk.value("contact/email") == sample().contact.email


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab, Key.Key_Escape, Key.Key_Down])
@pytest.mark.parametrize("place", [AMOUNT, TEXT, REMARK])
def test_no_letter_is_lost_while_the_focus_goes_to_the_editor_and_back(
    desk: Desk, place: Place, key: Qt.Key
) -> None:
    """The focus goes from a cell to its editor and back for the one reason at which Qt leaves the input method alone.

    At any other it resets it, and the letter typed meanwhile is gone: of 委託料, in two words, the r.
    """
    desk.go(place)
    table = desk.table
    left = FocusLeft()
    table.installEventFilter(left)
    compose("いたく")
    commit("委託")
    editor = table.open_editor()
    assert editor is not None
    assert focused() is editor
    editor.installEventFilter(left)
    press(key)

    assert focused() is table
    assert table.open_editor() is None
    assert left.reasons == [Qt.FocusReason.PopupFocusReason] * 2


@pytest.mark.parametrize("place", [AMOUNT, TEXT])
def test_what_is_composed_on_goes_into_the_editor(desk: Desk, place: Place) -> None:
    """Windows commits a word with the first letter of the next, and sends the rest of that to the table in which it all began."""
    desk.go(place)
    table = desk.table
    compose("いたく")
    event = QInputMethodEvent("り", [])
    event.setCommitString("委託")
    QApplication.sendEvent(table, event)
    for text in ("りょ", "りょう"):
        QApplication.sendEvent(table, QInputMethodEvent(text, []))
    editor = table.open_editor()
    assert isinstance(editor, CellTextEditor)
    assert focused() is editor
    assert (editor.text(), editor.composition.text) == ("委託", "りょう")
    event = QInputMethodEvent("", [])
    event.setCommitString("料")
    QApplication.sendEvent(table, event)
    assert desk.value(place) == "委託料"


def test_questions_are_composed_in(desk: Desk) -> None:
    """An answer that is left while composing is kept."""
    PaneActions(desk.view).to_questions()
    compose("こたえ")
    desk.go("header/name")
    box = next(each for each in desk.view.findChildren(QuestionBox) if each.is_answered)

    assert box.editor.toPlainText() == "こたえ"
    assert isinstance(box.editor, QPlainTextEdit)


def test_the_words_of_an_empty_editor_do_not_show_through(desk: Desk) -> None:
    """While something is composed in an empty answer, its 「答え」 is out of sight; given up, it is there again."""
    PaneActions(desk.view).to_questions()
    editor = focused()
    assert isinstance(editor, QPlainTextEdit)
    compose("こ")
    compose("こた")
    assert editor.placeholderText() == ""
    compose("")
    assert editor.placeholderText() == "答え"


def caret_of(widget: QWidget) -> QRectF:
    """Where in a widget the input method is told that the caret is."""
    return QRectF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))  # type: ignore[call-overload]


@pytest.mark.parametrize("place", [AMOUNT, TEXT, REMARK, "line/line-1-4/object_class"])
def test_the_candidates_are_at_the_cell(desk: Desk, place: Place) -> None:
    """While composing over a closed cell the input method is told of a caret in that cell."""
    desk.go(place)
    compose("か")
    table = desk.table
    assert focused() is table
    caret = caret_of(table)
    cell = QRectF(table.visualRect(table.currentIndex())).translated(QPointF(table.viewport().pos()))
    assert cell.adjusted(-1, -1, 1, 1).contains(caret.center())


@pytest.mark.parametrize("place", ["header/name", "section/section-1/text", TEXT, AMOUNT, "request/amount"])
def test_the_candidates_are_where_the_composing_begins(desk: Desk, place: Place) -> None:
    """Of selected words, which composing replaces, the input method is told the beginning; of figures, at the right, the end."""
    desk.go(place)
    if place == "request/amount":
        type_text("12345678")
    if place in (TEXT, AMOUNT):
        desk.table.edit(desk.table.currentIndex())
    editor = focused()
    assert isinstance(editor, LineField | TextArea | CellTextEditor)
    select_all()
    told = caret_of(editor)
    key = Key.Key_End if "amount" in place else Key.Key_Home
    press(key, modifiers=NONE if isinstance(editor, LineField) else CONTROL)
    assert told == caret_of(editor)


def where_the_focus_is() -> bool:
    """Whether the input method knows where in the window the widget with the focus stands."""
    told = QGuiApplication.inputMethod().inputItemTransform().map(QPoint())
    return told == focused().mapTo(focused().window(), QPoint())


@pytest.mark.parametrize(
    "place", ["contact/email", "section/section-2/text", TEXT, "section/section-4/heading"]
)
def test_the_candidates_follow_the_page(desk: Desk, place: Place) -> None:
    """The input method knows where a field or table stands that was gone to, and after a turn of the wheel."""
    desk.go("header/name")
    desk.go(place)
    assert where_the_focus_is()
    bar = desk.view.form.verticalScrollBar()
    bar.setValue(bar.value() + (40 if bar.value() < bar.maximum() else -40))
    assert where_the_focus_is()


def test_the_candidates_follow_what_is_laid_out_anew(desk: Desk) -> None:
    """Where something above a field is put away, or the list of questions scrolls, the input method knows where the field stands."""
    desk.go("section/section-1/text")
    press(Key.Key_End, modifiers=CONTROL)
    type_text("a\nb\nc\nd\ne\n")
    QApplication.processEvents()
    assert where_the_focus_is()
    PaneActions(desk.view).to_questions()
    press(Key.Key_Tab, times=9)
    assert where_the_focus_is()


def test_a_composed_calculation_is_whole_in_sight(desk: Desk) -> None:
    """The editor of a figure has room for a calculation while it is composed and when it is committed."""
    calculation = "＝２０，８４５円＊１１か月＋５千円＊３人"
    desk.go(AMOUNT)
    compose(calculation)
    editor = desk.table.open_editor()
    assert isinstance(editor, FigureEditor)
    needed = editor.fontMetrics().horizontalAdvance(calculation)
    assert editor.width() >= needed
    commit(calculation)
    assert editor.text() == calculation
    assert editor.width() >= needed


# --- what was committed unconverted ---


def test_a_unit_in_kana_is_no_figure(desk: Desk) -> None:
    """「＝２０８４５えん＊１１」 is said to be unconverted while it is typed, is an error of the line, and counts for nothing."""
    desk.go(AMOUNT)
    compose("＝")
    commit("＝２０８４５えん＊１１")
    editor = desk.table.open_editor()
    assert isinstance(editor, FigureEditor)
    assert "「えん」は金額の単位に読めますが、変換されていません" in editor.hint
    press(Key.Key_Return)
    desk.pause()
    assert desk.cell_style(AMOUNT).severity == "error"
    assert (desk.line("line-1-1").amount, desk.shown(AMOUNT)) == (None, "")
    press(Key.Key_Up, Key.Key_F2)
    select_all()
    type_text("＝２０８４５円＊１１")
    press(Key.Key_Return)

    assert desk.shown(AMOUNT) == "230"
