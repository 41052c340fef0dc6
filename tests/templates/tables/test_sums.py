"""Rows that only add up rows above them: found by arithmetic, whatever they are called, and not by chance."""

from __future__ import annotations

import pytest

from templates.readers.tables.sums.figures import FigureRow, counted
from templates.readers.tables.sums.row_kinds import row_kinds


def rows(*amounts: int | None, called: tuple[int, ...] = (), sub: tuple[int, ...] = ()) -> list[FigureRow]:
    """Rows with one column; some are called 計 or 小計."""
    return [
        FigureRow(
            (None if amount is None else amount,),
            "total" if number in called else "subtotal" if number in sub else "",
        )
        for number, amount in enumerate(amounts)
    ]


def found(table: list[FigureRow]) -> list[int]:
    """The numbers of the rows that are totals."""
    return [number for number, summed in enumerate(row_kinds(table)) if summed.kind in ("total", "subtotal")]


@pytest.mark.parametrize(
    ("table", "totals"),
    [
        (rows(100, 250, 350), [2]),  # whatever it is called
        (rows(100, 100), []),  # one row above, and no word: the price once more
        (rows(100, 100, called=(1,)), [1]),
        (rows(100, 200, 300, 400), []),  # 300 by chance
        (rows(100, 200, 300, 600), [3]),
        (rows(100, 200, 300, 600, called=(3,)), [3]),
        (rows(1, 2, 3, 10, 20, 30, 33), [2, 5, 6]),  # subtotals, and the total that confirms them
        (rows(1, 2, 3, 10, 20, 30, 33, called=(2, 5, 6)), [2, 5, 6]),
        (rows(1, 1, 10, 20, 30, 31, called=(1, 4, 5)), [1, 4, 5]),  # a subtotal of one row
        (rows(350, 100, 250, called=(0,)), [0]),  # a total above its rows
        (
            rows(1, 2, 3, 4, 5, 9, 12, 10, 20, 30, 42, sub=(2, 5, 6, 9), called=(10,)),
            [2, 5, 6, 9, 10],
        ),  # 小計, 中計
        (rows(None, 100, None, 250, 350, None), [4]),
        (rows(0, 0, 0), []),
        (rows(5, -5, 0), []),
        (rows(None, called=(0,)), [0]),
        ([], []),
    ],
)
def test_totals(table: list[FigureRow], totals: list[int]) -> None:
    """A sum of the rows above, or of those since a total; two rows at least, or a word."""
    assert found(table) == totals


def test_two_columns_prove_more_than_one() -> None:
    """Within a table a sum in two columns is believed, but not where the years are the same or in one proportion."""

    def pairs(*figures: tuple[int, int]) -> list[FigureRow]:
        return [FigureRow(pair) for pair in figures]

    both = pairs((90, 100), (30, 200), (120, 300), (5, 6))
    same = pairs((100, 100), (200, 200), (300, 300), (400, 400))
    scaled = pairs((900, 1000), (1800, 2000), (2700, 3000), (3600, 4000))
    assert (found(both), found(same), found(scaled)) == ([2], [], [])


def test_a_sum_that_no_total_confirms_is_asked() -> None:
    """A row within the table that is the sum of those above in both years may be a line by chance: 印刷費 180 and 230."""
    lines = [FigureRow(pair) for pair in ((120, 150), (60, 80), (180, 230), (None, 500))]
    assert [summed.is_certain for summed in row_kinds(lines)] == [True, True, False, True]
    with_total = [*lines, FigureRow((180, 730), "total")]
    assert [summed.kind for summed in row_kinds(with_total)][2] == "subtotal"
    assert all(summed.is_certain for summed in row_kinds(with_total))


def test_what_is_printed_elsewhere_decides() -> None:
    """A last row that equals the lines above is one of them where the 要求額 says so, and asked about where nothing does."""
    table = rows(100, 200, 300)
    assert [summed.is_certain for summed in row_kinds(table)] == [True, True, False]
    assert [summed.kind for summed in row_kinds(table, [(600,)])] == ["line"] * 3
    total = row_kinds(table, [(300,)])[-1]
    assert (total.kind, total.is_certain) == ("total", True)


def test_parts_are_not_added_twice() -> None:
    """Rows set in below a figure are its parts; so are rows that make it up where the total needs it; うち adds nothing."""
    indented = [*rows(300, 100, 200, 500), *rows(800, called=(0,))]
    indented[1], indented[2] = indented[1]._replace(indent=1), indented[2]._replace(indent=1)
    assert [summed.depth for summed in row_kinds(indented)] == [0, 1, 1, 0, 0]
    flat = rows(300, 100, 200, 500, 800, called=(4,))
    assert [summed.depth for summed in row_kinds(flat)] == [0, 1, 1, 0, 0]
    share = [*rows(300, 120, 500), *rows(800, called=(0,))]
    share[1] = share[1]._replace(indent=1)
    kinds = row_kinds(share)
    assert counted(share, kinds) == [0, 2]


def test_indents_that_mean_nothing() -> None:
    """Rows set in only to be read more easily count each, where the total says so."""
    table = [row._replace(indent=index) for index, row in enumerate(rows(100, 200, 300))]
    table += rows(600, called=(0,))
    assert counted(table, row_kinds(table)) == [0, 1, 2]


def test_a_wrong_total_stays_one() -> None:
    """A row that is called 合計 is the total though its figure is not the sum: which of the rows is wrong nobody knows."""
    last = row_kinds(rows(100, 200, 310, called=(2,)))[-1]
    assert (last.kind, last.is_proven, last.sums) == ("total", False, (300,))


def test_a_total_over_several_tables_is_none_of_the_last() -> None:
    """合計 below the second table that adds up both belongs to neither."""
    table = rows(200, 200, 300, called=(1, 2))
    assert [summed.kind for summed in row_kinds(table, above=[(100,)])] == [
        "line",
        "total",
        "left_out",
    ]
