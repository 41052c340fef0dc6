"""A calculation that is there: opened again, changed, emptied, or set against a typed figure."""

from __future__ import annotations

import pytest

from tests.ui.calculations import A, B, editor, three, worked_out
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, commit, compose, press, type_text
from ui.tables.cell_editors import MARK_WIDTH
from ui.widgets.cell_style import CellState


def test_f2_shows_the_calculation(desk: Desk) -> None:
    """F2 shows 「=」 and the calculation with what it gives; leaving it changes nothing."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_F2)
    assert editor().text() == "=20,845円×11か月"
    assert editor().hint == "＝ 230千円　229.295 → 230（切上げ）"
    press(Key.Key_Return)

    assert desk.document.undo_label is None


def test_equals_opens_the_calculation(desk: Desk) -> None:
    """「=」 on a cell with a calculation opens it; an arrow keeps it, to be typed on, and Esc leaves it as it was."""
    desk.open(worked_out())
    desk.go(A)
    type_text("=")
    assert editor().text() == "=20,845円×11か月"
    press(Key.Key_End)
    type_text("+1")
    assert desk.line("a").basis == "20,845円×11か月+1"
    press(Key.Key_Left)
    assert desk.is_editing()
    press(Key.Key_Escape)
    assert desk.line("a").basis == "20,845円×11か月"


def test_calculation_typed_over_another_replaces_it(desk: Desk) -> None:
    """「=5*2」 typed on a cell with a calculation is 10, as in Excel, and nothing of the old one is left."""
    desk.open(worked_out())
    desk.go(A)
    type_text("=5*2")
    press(Key.Key_Return)

    assert desk.line("a").basis == "5*2"
    assert desk.snapshot.totals.groups[0].lines[0].amount.value == 10


def test_f2_goes_on_at_the_end(desk: Desk) -> None:
    """F2 puts the caret behind the text, as in Excel: the next key adds to it."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_F2)
    type_text("+1")

    assert desk.line("a").basis == "20,845円×11か月+1"


@pytest.mark.parametrize("composed", [True, False])
def test_full_width_equals_opens_the_calculation(desk: Desk, composed: bool) -> None:
    """「＝」 from the input method opens the calculation as 「=」 does, rather than empty it."""
    desk.open(worked_out())
    desk.go(A)
    if composed:
        compose("＝")
    commit("＝")
    assert editor().text() == "=20,845円×11か月"
    assert editor().hint == "＝ 230千円　229.295 → 230（切上げ）"
    assert desk.document.undo_label is None
    press(Key.Key_End)
    type_text("+1")
    assert desk.line("a").basis == "20,845円×11か月+1"
    press(Key.Key_Return)

    desk.undo()
    assert desk.request == worked_out()


def test_text_committed_without_composing(desk: Desk) -> None:
    """What an input method commits at once, as a full-width digit, is typed over the cell and not lost."""
    desk.open(three())
    desk.go(A)
    commit("７")
    assert editor().text() == "７"
    commit("×２")
    press(Key.Key_Return)

    assert (desk.line("a").amount, desk.line("a").basis) == (None, "７×２")


def test_equals_over_a_figure_begins_anew(desk: Desk) -> None:
    """「=」 on a plain figure types over it."""
    desk.open(three())
    desk.go(A)
    type_text("=7*2")

    assert editor().text() == "=7*2"


# --- a figure against a calculation ---


def test_typed_figure_and_calculation_are_both_kept(desk: Desk) -> None:
    """A plain figure typed over a calculation is the author's choice: both stand, 注意 says both, Ctrl+R returns."""
    desk.open(worked_out())
    desk.go(A)
    type_text("229")
    assert editor().hint == "＝ 230千円　229.295 → 230（切上げ）　入力した額 229千円"
    press(Key.Key_Return)
    assert (desk.line("a").amount, desk.line("a").basis) == (229, "20,845円×11か月")
    (found,) = [finding for finding in desk.snapshot.findings.all if finding.place == A]
    assert found.severity == "warning"
    assert "229千円" in found.message
    assert "230千円（229.295千円）" in found.message
    assert desk.cell_style(A).state is CellState.DECLARED
    press(Key.Key_Up)
    press(Key.Key_R, modifiers=CONTROL | SHIFT)

    assert desk.line("a").amount is None
    assert desk.shown(A) == "230"
    assert not [finding for finding in desk.snapshot.findings.all if finding.place == A]


def test_mark_returns_to_the_calculation(desk: Desk) -> None:
    """One click on ↺ gives the figure back to the calculation."""
    desk.open(worked_out(amount=229))
    desk.go(B)
    desk.click(A, right_of=MARK_WIDTH // 2)

    assert desk.line("a").amount is None
    assert desk.line("a").basis == "20,845円×11か月"


def test_declared_figure_opens_with_its_calculation(desk: Desk) -> None:
    """F2 on a figure typed against a calculation shows the calculation, and below it what was typed instead."""
    desk.open(worked_out(amount=229))
    desk.go(A)
    press(Key.Key_F2)

    assert editor().text() == "=20,845円×11か月"
    assert "入力した額 229千円" in editor().hint
    press(Key.Key_Return)
    assert desk.line("a").amount == 229


def test_no_half_calculation_is_left(desk: Desk) -> None:
    """A calculation backspaced into a plain number is that number, with no rest of the calculation behind it."""
    desk.open(three())
    desk.go(B)
    type_text("12*3")
    press(Key.Key_Backspace, times=2)
    assert editor().text() == "12"
    press(Key.Key_Return)

    assert (desk.line("b").amount, desk.line("b").basis) == (12, "")


def test_calculation_reduced_to_a_number(desk: Desk) -> None:
    """A calculation that was there, opened and cut down to a number without 「=」, leaves the calculation beside it."""
    desk.open(worked_out("12*3"))
    desk.go(A)
    press(Key.Key_F2, Key.Key_End, Key.Key_Backspace, Key.Key_Backspace, Key.Key_Home, Key.Key_Delete)
    assert editor().text() == "12"
    press(Key.Key_Return)

    assert (desk.line("a").amount, desk.line("a").basis) == (12, "12*3")


@pytest.mark.parametrize("amount", [None, 229])
def test_delete_empties_both(desk: Desk, amount: int | None) -> None:
    """Delete takes away the calculation and the figure typed against it, in one step."""
    desk.open(worked_out(amount=amount))
    desk.go(A)
    press(Key.Key_Delete)
    assert (desk.line("a").amount, desk.line("a").basis) == (None, "")
    desk.undo()

    assert (desk.line("a").amount, desk.line("a").basis) == (amount, "20,845円×11か月")
    assert desk.document.undo_label is None


def test_backspace_empties_both(desk: Desk) -> None:
    """Backspace opens the cell empty; Enter leaves it so."""
    desk.open(worked_out(amount=229))
    desk.go(A)
    press(Key.Key_Backspace, Key.Key_Return)

    assert (desk.line("a").amount, desk.line("a").basis) == (None, "")
