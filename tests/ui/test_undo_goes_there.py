"""Undo and redo go to what they changed and say it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from model.request import place
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, focused, press, type_text
from ui.widgets.editing.editors import LineField, TextArea

AMOUNT = place.line("line-1-2", "amount")


def test_undo_goes_to_the_cell(desk: Desk) -> None:
    """From another section Ctrl+Z goes to the cell that changes, in sight, and the foot of the window says which."""
    desk.go(AMOUNT)
    type_text("7000")
    press(Key.Key_Return)
    desk.go("header/name")
    desk.undo()
    assert desk.current == AMOUNT
    assert desk.message.startswith("元に戻しました: ")
    assert "「集約センター経費」の要求額" in desk.message
    assert "所要経費" in desk.message
    table, page = desk.costs, desk.view.form
    spot = table.viewport().mapTo(page.viewport(), table.visualRect(table.currentIndex()).center())
    assert 0 < spot.y() < page.viewport().height()
    desk.go("assessment/comment")
    desk.redo()
    assert desk.current == AMOUNT
    assert desk.message.startswith("やり直しました: ")


def test_undo_of_a_text_leaves_the_caret_in_it(desk: Desk) -> None:
    """Undo in the field that one types in selects nothing: the next letter replaces no word."""
    desk.go("assessment/comment")
    press(Key.Key_Home, modifiers=CONTROL)
    type_text("abc")
    desk.undo()
    area = focused()
    assert isinstance(area, TextArea)
    assert not area.textCursor().hasSelection()
    desk.go("header/name")
    press(Key.Key_End)
    type_text("x")
    desk.undo()
    line = focused()
    assert isinstance(line, LineField)
    assert not line.hasSelectedText()


def test_a_row_that_goes_again_leaves_the_row_above(desk: Desk) -> None:
    """Undo of a row that was added goes to the row above; undo of a deletion to the row that is back."""
    desk.go(place.line("line-1-2", "text"))
    press(Key.Key_Minus, modifiers=CONTROL)
    desk.go("header/name")
    desk.undo()
    assert desk.current == place.line("line-1-2", "text")
    assert "「集約センター経費」の行" in desk.message
    desk.go("header/name")
    desk.redo()
    assert desk.current == place.line("line-1-1", "text")
    assert "「集約センター経費」の行" in desk.message


def test_what_is_selected_stays_selected(desk: Desk) -> None:
    """Where the change is among the selected cells the selection stays: the next key is for all of them."""
    desk.go(place.line("line-1-2", "previous"))
    press(Key.Key_Down, Key.Key_Right, modifiers=SHIFT)
    press(Key.Key_Delete)
    desk.undo()
    assert len(desk.table.selectionModel().selectedIndexes()) == 4


def test_a_step_over_several_places_says_how_many(desk: Desk) -> None:
    """Of a step that changed several places the first is gone to, and the others are counted."""
    desk.go(place.line("line-1-2", "previous"))
    press(Key.Key_Down, Key.Key_Right, modifiers=SHIFT)
    press(Key.Key_Delete)
    desk.go("header/name")
    desk.undo()
    assert desk.current == place.line("line-1-2", "previous")
    assert "ほか3か所" in desk.message
    assert QApplication.focusWidget() is desk.costs
