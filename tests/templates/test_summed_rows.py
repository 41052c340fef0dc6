"""Rows that only add up rows above them: found by arithmetic, whatever they are called, and not by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.readers.pasted.summed_rows import FigureRow, total_rows


def rows(*amounts: int | str | None, called: tuple[int, ...] = ()) -> list[FigureRow]:
    """Rows with one column; some are called 計."""
    return [FigureRow((amount,), is_called_total=at in called) for at, amount in enumerate(amounts)]


def found(table: list[FigureRow]) -> list[int]:
    """The numbers of the rows that are totals."""
    return [total_row.row for total_row in total_rows(table)]


@pytest.mark.parametrize(
    ("table", "totals"),
    [
        (rows(100, 250, 350), [2]),  # whatever it is called
        (rows(100, 100), []),  # one row above, and no word: the price once more
        (rows(100, 100, called=(1,)), [1]),
        (rows(100, 200, 300, 400), []),  # 300 by chance
        (rows(100, 200, 300, 600), [3]),
        (rows(1, 2, 3, 10, 20, 30, 33), [2, 5, 6]),  # subtotals, and the total that confirms them
        (rows(1, 2, 3, 10, 20, 30, 33, called=(2, 5, 6)), [2, 5, 6]),
        (rows(1, 1, 10, 20, 30, 31, called=(1, 4, 5)), [1, 4, 5]),  # a subtotal of one row
        (rows(350, 100, 250, called=(0,)), [0]),  # a total above its rows
        (rows(None, 100, None, 250, 350, None), [4]),
        (rows(0, 0, 0), []),
        (rows(5, -5, 0), []),
        (rows(100, "約3百", 100), []),  # what cannot be read is in no sum
        (rows(None, called=(0,)), [0]),
        ([], []),
    ],
)
def test_totals(table: list[FigureRow], totals: list[int]) -> None:
    """A sum of the rows above, or of those since the last total; two rows at least, or a word."""
    assert found(table) == totals


def test_two_columns_prove_more_than_one() -> None:
    """Within a table a sum in two columns is believed, but not where the years are the same or in one proportion."""
    both = [FigureRow(each) for each in ((90, 100), (30, 200), (120, 300), (5, 6))]
    same = [FigureRow((each, each)) for each in (100, 200, 300, 400)]
    scaled = [FigureRow((each * 9, each * 10)) for each in (1, 2, 3, 4)]
    assert (found(both), found(same), found(scaled)) == ([2], [], [])


def test_figures_alone_over_lines_that_are_there() -> None:
    """Three figures pasted beside three lines are theirs, though the third is the sum; beyond the lines it is a total."""
    there = [FigureRow((each,), has_words=False, is_new=False) for each in (100, 200, 300)]
    assert found(there) == []
    assert found([*there[:2], FigureRow((300,), has_words=False)]) == [2]


def test_a_wrong_total_is_told() -> None:
    """A row that is called 計 and is not the sum is a total all the same, with what the sum is."""
    (total,) = total_rows(rows(100, 250, 340, called=(2,)))
    assert (total.row, total.sums, total.is_proven) == (2, (350,), False)


@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(-99, 99)), min_size=2, max_size=30))
def test_a_grand_total_is_always_found(figures: list[tuple[int, int]]) -> None:
    """Whatever the lines are, a last row that is their sum is a total, and no figure of the lines is lost from it."""
    whole = tuple(map(sum, zip(*figures, strict=True)))
    totals = total_rows([FigureRow(figure) for figure in (*figures, whole)])
    if any(whole):
        assert totals[-1].row == len(figures)
        kept = [figure for at, figure in enumerate(figures) if at not in [total.row for total in totals]]
        assert tuple(map(sum, zip(*kept, strict=True))) == whole
