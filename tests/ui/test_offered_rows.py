"""Rows that are only offered: typing in them makes them, and typing that is taken back leaves nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from tests.ui.hands import SHIFT, Key, press, type_text


def to_the_offered_line(desk: Desk, column: str = "text") -> int:
    """Go to the row below the last line of the first table; the row's number."""
    desk.go(f"line/line-1-5/{column}")
    press(Key.Key_Down)
    return desk.costs.currentIndex().row()


@pytest.mark.parametrize("leave", [Key.Key_Return, Key.Key_Tab])
@pytest.mark.parametrize("column", ["text", "amount", "remark"])
def test_a_letter_taken_back_leaves_no_line(desk: Desk, leave: Qt.Key, column: str) -> None:
    """A character typed in the offered row and deleted again: no line, no step of undo, and the row is offered again."""
    before = desk.request
    row = to_the_offered_line(desk, column)
    type_text("7")
    assert len(desk.request.groups[0].lines) == 6
    press(Key.Key_Backspace, leave)

    assert desk.request is before
    assert desk.document.undo_label is None
    assert desk.table is desk.costs
    assert not desk.is_editing()
    assert desk.costs.model_of_costs.index(row, 0).data() == "（次の行をここに入力）"
    to_the_offered_line(desk, column)
    type_text("8")
    press(Key.Key_Return)
    assert len(desk.request.groups[0].lines) == 6


def test_another_field_ends_it_too(desk: Desk) -> None:
    """A click elsewhere closes the empty editor: nothing is left behind."""
    before = desk.request
    to_the_offered_line(desk)
    type_text("7")
    press(Key.Key_Backspace)
    desk.click("line/line-1-1/amount")
    QApplication.processEvents()

    assert desk.request is before
    assert desk.current == "line/line-1-1/amount"


def test_a_letter_taken_back_by_undo(desk: Desk) -> None:
    """Ctrl+Z in the emptied editor finds nothing of it to undo."""
    before = desk.request
    to_the_offered_line(desk)
    type_text("7")
    press(Key.Key_Backspace)
    desk.undo()

    assert desk.request is before


def test_a_line_that_holds_something_stays(desk: Desk) -> None:
    """A second cell that is emptied again takes nothing away: the line holds the first."""
    to_the_offered_line(desk)
    type_text("7")
    press(Key.Key_Tab)
    type_text("8")
    press(Key.Key_Backspace, Key.Key_Return)

    assert desk.request.groups[0].lines[-1].text == "7"
    assert len(desk.request.groups[0].lines) == 6


def test_an_inserted_line_stays(desk: Desk) -> None:
    """A line that was inserted by its key was wanted, also while it is empty."""
    desk.go("line/line-1-5/text")
    desk.action("行を下に挿入").trigger()
    type_text("7")
    press(Key.Key_Backspace, Key.Key_Return)

    assert len(desk.request.groups[0].lines) == 6


def test_an_offered_table_and_commitment(desk: Desk) -> None:
    """The same holds for the title of an offered table and the period of an offered commitment."""
    before = desk.request
    desk.go("group/group-5/note")
    press(Key.Key_Down)
    type_text("x")
    assert len(desk.request.groups) == 6
    press(Key.Key_Backspace, Key.Key_Return)
    assert desk.request is before
    desk.go("commitment/commitment-2/period")
    press(Key.Key_Down)
    type_text("x")
    assert len(desk.request.commitments) == 3
    press(Key.Key_Backspace)
    press(Key.Key_Return, modifiers=SHIFT)

    assert desk.request is before
    assert desk.document.undo_label is None


def test_rows_pasted_into_the_offered_line_are_rows_of_their_own(desk: Desk) -> None:
    """Of several rows pasted into the offered line the first takes it; a new line is offered, under a key of its own."""
    to_the_offered_line(desk)
    desk.paste("旅費\t1\t2\n需用費\t3\t4\n役務費\t5\t6")
    keys = [row.key for row in desk.costs.model_of_costs.rows]

    assert len(keys) == len(set(keys))
    assert [text for text, _ in desk.lines()][-3:] == ["旅費", "需用費", "役務費"]
