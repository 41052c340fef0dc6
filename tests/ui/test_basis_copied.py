"""Calculations in the offered row and the funding table, filled down, copied and pasted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from model.request.request import Line
from tests.samples import with_lines
from tests.ui.calculations import A, B, C, editor, three, worked_out
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text

# --- where else ---


def test_calculation_in_the_offered_row(desk: Desk) -> None:
    """A calculation may begin a line: the offered row becomes one, and the row for the next is offered below."""
    desk.open(three())
    desk.go(C)
    press(Key.Key_Down)
    type_text("=5千円*3")
    assert editor().hint == "＝ 15千円"
    press(Key.Key_Return)

    new = desk.request.groups[0].lines[-1]
    assert (len(desk.request.groups[0].lines), new.basis) == (4, "5千円*3")
    desk.undo()
    assert len(desk.request.groups[0].lines) == 3
    assert desk.document.undo_label is None


def test_esc_in_the_offered_row(desk: Desk) -> None:
    """Esc takes the begun line away again."""
    desk.open(three())
    desk.go(C)
    press(Key.Key_Down)
    type_text("=5*3")
    press(Key.Key_Escape)

    assert desk.request == three()
    assert desk.document.undo_label is None


def test_funding_source_is_worked_out(desk: Desk) -> None:
    """国庫支出金 of 42,433千円×1/2 is cut off to 21,216; 一般財源 takes the rest."""
    desk.open(with_lines(Line("a", "改修", None, 42_433)))
    desk.go("funding/request/national")
    type_text("42,433千円×1/2")
    assert editor().hint == "＝ 21,216千円　21,216.5 → 21,216（切捨て）"
    press(Key.Key_Return)

    assert desk.shown("funding/request/national") == "21,216"
    assert desk.shown("funding/request/general") == "21,217"
    assert desk.request.bases == {"funding/request/national": "42,433千円×1/2"}
    desk.undo()
    assert desk.request.bases == {}
    assert desk.document.undo_label is None


def test_rounding_is_told_at_the_cell(desk: Desk) -> None:
    """Pointing at a rounded figure tells how it was rounded, in the cost table and in that of the sources."""
    desk.open(worked_out())
    assert desk.told(A) == "229.295 → 230（切上げ）"
    desk.go("funding/request/national")
    type_text("=229.295*1/2")
    press(Key.Key_Return)

    assert "114.6475 → 114（切捨て）" in desk.told("funding/request/national")


# --- copied ---


def test_fill_down_copies_calculations(desk: Desk) -> None:
    """Ctrl+D copies the calculation with the figure typed against it, as one step."""
    desk.open(worked_out(amount=229))
    desk.go(A)
    press(Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_D, modifiers=CONTROL)
    for each in "bc":
        assert (desk.line(each).amount, desk.line(each).basis) == (229, "20,845円×11か月")
    desk.undo()

    assert desk.document.undo_label is None


def test_fill_down_copies_calculations_of_sources(desk: Desk) -> None:
    """In the funding table too the cell below takes the calculation, not an empty figure."""
    desk.open(three())
    desk.go("funding/assessed/national")
    type_text("=100*1/2")
    press(Key.Key_Return)
    assert desk.current == "funding/held/national"
    press(Key.Key_D, modifiers=CONTROL)

    assert desk.request.bases["funding/held/national"] == "100*1/2"
    assert desk.shown("funding/held/national") == "50"


def test_copy_within_the_program_keeps_the_calculation(desk: Desk) -> None:
    """A copied cell gives other programs its figure, and this one the calculation."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_C, modifiers=CONTROL)
    assert QApplication.clipboard().text().strip() == "230"
    desk.go(B)
    press(Key.Key_V, modifiers=CONTROL)

    assert (desk.line("b").amount, desk.line("b").basis) == (None, "20,845円×11か月")


def test_copy_keeps_calculations_of_several_lines(desk: Desk) -> None:
    """A calculation of two statements is copied as one cell."""
    desk.open(worked_out("5千円×3\n2千円×4"))
    desk.go(A)
    press(Key.Key_C, modifiers=CONTROL)
    desk.go(C)
    press(Key.Key_V, modifiers=CONTROL)

    assert desk.line("c").basis == "5千円×3\n2千円×4"
    assert len(desk.request.groups[0].lines) == 3


def test_copy_keeps_a_figure_typed_against_its_calculation(desk: Desk) -> None:
    """A figure typed against its calculation is pasted with the calculation."""
    desk.open(worked_out(amount=229))
    desk.go(A)
    press(Key.Key_C, modifiers=CONTROL)
    desk.go(B)
    press(Key.Key_V, modifiers=CONTROL)

    assert (desk.shown(B), desk.line("b").basis) == ("229", "20,845円×11か月")


def test_column_of_calculations_from_excel(desk: Desk) -> None:
    """A column of calculations, figures and words of money copied from Excel fills the lines, as one step."""
    desk.open(three())
    desk.go(A)
    desk.paste('20,845円×11か月\r\n1,234\r\n"=5千円*3\n2千円*4"\r\n@29,798千円×3年\r\n')

    lines = desk.request.groups[0].lines
    assert [(line.amount, line.basis) for line in lines] == [
        (None, "20,845円×11か月"),
        (1_234, ""),
        (None, "5千円*3\n2千円*4"),
        (None, "@29,798千円×3年"),
    ]
    desk.undo()
    assert desk.request == three()
    assert desk.document.undo_label is None


def test_pasted_figure_takes_the_place_of_a_calculation(desk: Desk) -> None:
    """Pasted over a calculation, a figure stands alone, as in Excel."""
    desk.open(worked_out())
    desk.go(A)
    desk.paste("99")

    assert (desk.line("a").amount, desk.line("a").basis) == (99, "")


def test_paste_into_the_open_editor(desk: Desk) -> None:
    """Ctrl+V within an open calculation puts the text at the cursor."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_F2)
    desk.paste("×2")

    assert desk.line("a").basis == "20,845円×11か月×2"
