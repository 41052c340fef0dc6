"""Cells of the tables: the keys of Excel, the editors, and an input method that is never interrupted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.edits.fields import set_value, value_at
from model.request.place import Place
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, commit, compose, focused, press, type_text
from ui.widgets.editing.cell_text import CellTextEditor
from ui.widgets.editing.editors import LineField
from ui.widgets.editing.figure_editor import FigureEditor

AMOUNT, TEXT = "line/line-1-1/amount", "line/line-1-1/text"
"""A cell of figures and a cell of words."""


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        (TEXT, [Key.Key_Return], "line/line-1-2/text"),
        (TEXT, [Key.Key_Enter], "line/line-1-2/text"),
        (TEXT, [Key.Key_Tab], "line/line-1-1/previous"),
        (AMOUNT, [Key.Key_Tab], "line/line-1-1/remark"),
        (AMOUNT, [Key.Key_Down], "line/line-1-2/amount"),
        (AMOUNT, [Key.Key_Left], "line/line-1-1/previous"),
        (AMOUNT, [Key.Key_Backtab], "line/line-1-1/previous"),
        ("line/line-1-1/remark", [Key.Key_Tab], "line/line-1-2/text"),
        ("line/line-1-2/text", [Key.Key_Backtab], "line/line-1-1/remark"),
        ("line/line-1-5/amount", [Key.Key_Return, Key.Key_Return], "group/group-1/amount"),
        ("group/group-1/amount", [Key.Key_Return], "line/line-2-1/amount"),
        (TEXT, [Key.Key_Tab, Key.Key_Tab, Key.Key_Return], "line/line-1-2/text"),
        (TEXT, [Key.Key_Tab, Key.Key_Down, Key.Key_Return], "line/line-1-3/previous"),
    ],
)  # fmt: skip
def test_keys_travel_as_in_excel(desk: Desk, start: Place, keys: list[Qt.Key], end: Place) -> None:
    """Enter goes down, Tab right past the derived 増減; Enter after Tabs returns to the column where they began."""
    desk.go(start)
    press(*keys)

    assert not desk.is_editing()
    assert desk.current == end


def test_shift_enter_goes_up(desk: Desk) -> None:
    """Shift+Enter goes to the row above, from an open editor too."""
    desk.go("line/line-1-3/amount")
    press(Key.Key_Return, modifiers=SHIFT)
    assert desk.current == "line/line-1-2/amount"
    type_text("7")
    press(Key.Key_Return, modifiers=SHIFT)

    assert desk.current == AMOUNT
    assert desk.value("line/line-1-2/amount") == 7


def test_enter_on_the_last_row_stays(desk: Desk) -> None:
    """Enter on the row that offers the next table stays there; nothing is added."""
    before = desk.request
    desk.go(TEXT)
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Return, Key.Key_Return)

    assert desk.current is not None
    assert desk.current.startswith("group/")
    assert desk.request is before


def test_a_click_ends_a_run_of_tabs(desk: Desk) -> None:
    """Enter returns to the column where Tabs began only from where they led; after a click elsewhere it goes down."""
    desk.go(TEXT)
    press(Key.Key_Tab, Key.Key_Tab)
    desk.click("line/line-1-3/previous")
    press(Key.Key_Return)

    assert desk.current == "line/line-1-4/previous"


def test_tab_leaves_past_the_last_cell(desk: Desk) -> None:
    """Tab past the last cell goes on to the next table, Shift+Tab before the first back to the text above."""
    desk.go(TEXT)
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Tab)
    assert desk.table is desk.commitments
    press(Key.Key_Backtab)
    assert desk.table is desk.costs
    press(Key.Key_Home, modifiers=CONTROL)
    press(Key.Key_Backtab)

    assert focused() is desk.field("section/section-2/text").editor


def test_typing_over_a_cell(desk: Desk) -> None:
    """A key replaces what stands in the cell; an arrow then enters it and travels on."""
    desk.go(AMOUNT)
    type_text("12")
    assert isinstance(focused(), LineField | FigureEditor)
    assert desk.value(AMOUNT) == 12, "each keystroke is in the document"
    press(Key.Key_Down)

    assert desk.current == "line/line-1-2/amount"
    assert desk.shown(AMOUNT) == "12"
    assert desk.shown("group/group-1/amount") == "31,958"


def test_f2_edits_what_stands_there(desk: Desk) -> None:
    """F2 opens the text with the cursor in it; arrows move within the text, and F2 again lets them travel."""
    desk.go(TEXT)
    press(Key.Key_F2, Key.Key_End)
    type_text("x")
    press(Key.Key_Left, Key.Key_Left)
    assert desk.is_editing()
    type_text("y")
    assert desk.value(TEXT) == "地方公共団体情報システム機構への負担y金x"
    press(Key.Key_F2, Key.Key_Right)

    assert desk.current == "line/line-1-1/previous"


def test_f2_shows_digits_without_commas(desk: Desk) -> None:
    """An amount is edited as plain digits; leaving it untouched changes nothing, in a derived cell too."""
    before = desk.request
    for place, text in (
        (AMOUNT, "16943"),
        ("group/group-1/amount", "48889"),
        ("cost/request/labour", "15082"),
    ):
        desk.go(place)
        press(Key.Key_F2)
        editor = focused()
        assert isinstance(editor, LineField | FigureEditor)
        assert editor.text() == text
        press(Key.Key_Return)

    assert desk.request is before


def test_a_double_click_edits(desk: Desk) -> None:
    """A double click opens the editor as F2 does, also after something was typed over: arrows stay in the text."""
    desk.go(AMOUNT)
    type_text("1")
    press(Key.Key_Return)
    rect = desk.costs.visualRect(desk.index(AMOUNT))
    desk.click(AMOUNT)
    QTest.mouseDClick(desk.costs.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    press(Key.Key_Left)

    assert desk.is_editing()


@pytest.mark.parametrize("opening", [[Key.Key_F2], []], ids=["f2", "over"])
@pytest.mark.parametrize("place", [AMOUNT, TEXT, "group/group-1/amount", "headcount/request/regular"])
def test_esc_restores_the_cell(desk: Desk, place: Place, opening: list[Qt.Key]) -> None:
    """Esc gives back what stood in the cell, and leaves neither a step of undo nor one of redo."""
    before = desk.request
    desk.go(place)
    press(*opening)
    type_text("9")
    assert desk.request != before
    press(Key.Key_Escape)

    assert desk.request is before
    assert desk.document.undo_label is None
    assert not desk.is_editing()
    assert desk.current == place


@pytest.mark.parametrize("column", [0, 2])
def test_esc_in_the_offered_row_leaves_no_line(desk: Desk, column: int) -> None:
    """Esc in the row that offers the next line takes the line away again, without a step of undo."""
    before = desk.request
    desk.go("line/line-1-5/text")
    press(Key.Key_Down)
    press(Key.Key_Right, times=column)
    rows = desk.costs.model().rowCount()
    type_text("5")
    assert len(desk.request.groups[0].lines) == 6
    assert desk.costs.model().rowCount() == rows + 1, "the next line is offered below"
    press(Key.Key_Escape)

    assert desk.request is before
    assert desk.document.undo_label is None
    assert desk.costs.model().rowCount() == rows
    assert desk.current is not None
    type_text("6")
    press(Key.Key_Return)
    assert len(desk.request.groups[0].lines) == 6


def test_delete_empties_cells(desk: Desk) -> None:
    """Delete empties all selected cells as one step of undo, without touching derived figures or opening an editor."""
    desk.go("line/line-1-1/previous")
    press(Key.Key_Down, Key.Key_Right, Key.Key_Right, modifiers=SHIFT)
    press(Key.Key_Delete)

    assert not desk.is_editing()
    assert [desk.value(f"line/line-1-{at}/{field}") for at in (1, 2) for field in ("previous", "amount")] == [
        None
    ] * 4
    assert desk.shown("group/group-1/amount") == "25,478"
    desk.undo()
    assert desk.value(AMOUNT) == 16_943
    assert desk.document.undo_label is None


def test_backspace_empties_the_cell_and_stays_in_it(desk: Desk) -> None:
    """Backspace opens the emptied cell; what is typed then is the same step of undo, and Esc restores the cell."""
    desk.go(AMOUNT)
    press(Key.Key_Backspace)
    assert desk.value(AMOUNT) is None
    assert desk.is_editing()
    press(Key.Key_Escape)
    assert desk.value(AMOUNT) == 16_943
    press(Key.Key_Backspace)
    type_text("5")
    press(Key.Key_Return)
    desk.undo()

    assert desk.value(AMOUNT) == 16_943
    assert desk.document.undo_label is None


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Backspace, Key.Key_5, Key.Key_Delete])
def test_a_derived_change_cannot_be_typed(desk: Desk, key: Qt.Key) -> None:
    """増減 is the difference of two columns: no key opens or empties it."""
    before = desk.request
    desk.go(AMOUNT)
    press(Key.Key_Right)
    press(key)

    assert desk.current is None
    assert not desk.is_editing()
    assert desk.request is before


def test_alt_enter_breaks_the_line(desk: Desk) -> None:
    """Alt+Enter breaks the line within a cell of words, as in Excel, and the row grows."""
    desk.go("line/line-1-3/remark")
    at = desk.costs.currentIndex().row()
    before = desk.costs.rowHeight(at)
    type_text("a")
    press(Key.Key_Return, modifiers=ALT)
    type_text("b")
    press(Key.Key_Return)

    assert desk.value("line/line-1-3/remark") == "a\nb"
    assert desk.costs.rowHeight(at) > before


def test_undo_with_an_open_editor(desk: Desk) -> None:
    """Ctrl+Z in an open cell takes back its typing and closes it; Ctrl+Y types it again; the cell stays current."""
    for place in (AMOUNT, TEXT, "funding/request/other"):
        desk.go(place)
        before = desk.value(place)
        type_text("42")
        desk.undo()
        assert not desk.is_editing()
        assert (desk.value(place), desk.current) == (before, place)
        desk.redo()
        assert (str(desk.value(place)), desk.current) == ("42", place)
        desk.undo()


def test_undo_of_the_line_being_typed(desk: Desk) -> None:
    """Ctrl+Z while the offered row is being typed in takes the new line away; the focus stays in the table."""
    desk.go("line/line-1-5/text")
    press(Key.Key_Down)
    type_text("新しい行")
    desk.undo()

    assert len(desk.request.groups[0].lines) == 5
    assert desk.current is not None
    desk.redo()
    assert desk.request.groups[0].lines[-1].text == "新しい行"
    assert desk.current is not None


# --- the input method ---


def test_composing_opens_the_cell_and_goes_on(desk: Desk) -> None:
    """Composing in a cell that is not open opens it over its text, keeps the composition, and reads nothing."""
    for place, text, value in ((TEXT, "予算", "予算"), (AMOUNT, "１２", 12)):
        desk.go(place)
        before = desk.value(place)
        compose(text[0])
        editor = desk.table.open_editor()
        assert isinstance(editor, LineField | CellTextEditor)
        assert editor.is_composing
        compose(text)
        assert desk.value(place) == before
        commit(text)
        assert desk.value(place) == value
        press(Key.Key_Return)
        desk.undo()
        assert desk.value(place) == before, "one word is one step"


@pytest.mark.parametrize("opening", [[Key.Key_F2], []], ids=["f2", "over"])
@pytest.mark.parametrize("place", [AMOUNT, TEXT])
def test_keys_of_the_input_method_are_not_taken(desk: Desk, place: Place, opening: list[Qt.Key]) -> None:
    """Enter, Tab, arrows, Esc and Delete while composing belong to the input method: the table does not move."""
    before = desk.request
    desk.go(place)
    press(*opening)
    compose("か")
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Down, Key.Key_Left, Key.Key_Escape, Key.Key_Delete):
        press(key)
        editor = desk.table.open_editor()
        assert isinstance(editor, LineField | CellTextEditor)
        assert editor.is_composing
    assert desk.current == place
    assert desk.request is before
    commit("書")
    press(Key.Key_Return)

    kept = str(value_at(before, place)) if opening else ""
    assert desk.value(place) == f"{kept}書"


def test_no_snapshot_rewrites_an_open_cell(desk: Desk) -> None:
    """Edits made elsewhere while a cell is typed or composed in leave its editor alone, also when rows come above."""
    from model.edits.structure import insert_line
    from model.request.request import Line

    desk.go("line/line-1-2/amount")
    type_text("１")
    compose("２")
    desk.document.edit("別の入力", set_value(desk.request, "header/name", "別の名"))
    desk.document.edit("別の入力", insert_line(desk.request, "line-1-1", Line("above")))
    editor = desk.table.open_editor()
    assert isinstance(editor, LineField | FigureEditor)
    assert (editor.text(), editor.is_composing) == ("１", True)
    commit("２")

    assert desk.value("line/line-1-2/amount") == 12


@pytest.mark.parametrize("place", [AMOUNT, "line/line-1-4/text"])
def test_leaving_an_open_cell_while_composing(desk: Desk, place: Place) -> None:
    """A click on another cell ends composing and editing; keys are then read there and, coming back, here."""
    desk.go(place)
    compose("か")
    desk.click("line/line-1-3/amount")
    type_text("3")
    press(Key.Key_Return)
    desk.go(place)
    type_text("55")
    press(Key.Key_Return)

    assert desk.value("line/line-1-3/amount") == 3
    assert str(desk.value(place)) == "55"
