"""Ctrl+D fills down, as in Excel."""

from __future__ import annotations

from model.request.request import Line
from tests.samples import big, with_lines
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text


def test_the_top_cells_go_into_those_below(desk: Desk) -> None:
    """The top cell of each selected column is copied into the cells below it, as one step of undo."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Down, Key.Key_Down, Key.Key_Left, modifiers=SHIFT)
    press(Key.Key_D, modifiers=CONTROL)

    first = desk.line("line-1-2")
    for each in ("line-1-3", "line-1-4"):
        assert (desk.line(each).previous, desk.line(each).amount) == (first.previous, first.amount)
        assert desk.line(each).text != first.text
    assert desk.document.undo_label == "下へコピー"
    desk.undo()
    assert desk.document.undo_label is None


def test_a_single_cell_takes_what_stands_above(desk: Desk) -> None:
    """With one cell selected, the cell above is copied into it; below a title nothing stands above."""
    desk.go("line/line-1-2/remark")
    type_text("abc")
    press(Key.Key_Return)
    press(Key.Key_D, modifiers=CONTROL)
    assert desk.line("line-1-3").remark == "abc"
    desk.go("line/line-1-1/text")
    before = desk.request
    press(Key.Key_D, modifiers=CONTROL)

    assert desk.request is before


def test_the_offered_row_is_filled_too(desk: Desk) -> None:
    """Ctrl+D on the offered row makes a line of it that reads as the one above."""
    desk.go("line/line-1-5/text")
    press(Key.Key_Down)
    press(Key.Key_D, modifiers=CONTROL)

    assert [line.text for line in desk.request.groups[0].lines][-2:] == [desk.line("line-1-5").text] * 2
    desk.undo()
    assert desk.document.undo_label is None


def test_totals_and_titles_are_passed_over(desk: Desk) -> None:
    """A selection that reaches into the next table fills its lines, never a title or 合計."""
    desk.go("line/line-1-5/amount")
    press(Key.Key_Down, times=5, modifiers=SHIFT)
    press(Key.Key_D, modifiers=CONTROL)

    assert desk.line("line-2-1").amount == desk.line("line-1-5").amount
    assert [group.amount for group in desk.request.groups[:2]] == [None, None]
    assert len(desk.request.groups[0].lines) == 5


def test_people_and_funding_fill_down_too(desk: Desk) -> None:
    """Tables of figures fill down by the same key; what is typed there is copied as it is held."""
    desk.go("headcount/assessed/regular")
    type_text("2.50")
    press(Key.Key_Return)
    desk.go("headcount/assessed/regular")
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_D, modifiers=CONTROL)

    assert desk.value("headcount/request/regular") == "2.50"


def test_a_commitment_is_filled_from_the_one_above(desk: Desk) -> None:
    """The offered commitment takes the period of the one above it."""
    desk.go("commitment/commitment-2/period")
    press(Key.Key_Down)
    press(Key.Key_D, modifiers=CONTROL)

    assert [commitment.period for commitment in desk.request.commitments] == [
        "H32〜H35",
        "H31〜H35",
        "H31〜H35",
    ]


def test_from_the_open_cell(desk: Desk) -> None:
    """Ctrl+D in an open cell closes it first: the cell above is what counts."""
    desk.open(with_lines(Line("a", "い"), Line("b", "ろ")))
    desk.go("line/b/text")
    type_text("x")
    press(Key.Key_D, modifiers=CONTROL)

    assert desk.line("b").text == "い"
    assert not desk.is_editing()


def test_a_thousand_lines_at_once(desk: Desk) -> None:
    """A column of a thousand is filled in one pass."""
    desk.open(big(1_000))
    desk.go("line/line-1/remark")
    type_text("y")
    press(Key.Key_Return)
    desk.go("line/line-1/remark")
    press(Key.Key_End, modifiers=CONTROL | SHIFT)
    press(Key.Key_D, modifiers=CONTROL)

    assert {line.remark for group in desk.request.groups for line in group.lines} == {"y"}
