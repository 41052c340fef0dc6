"""Rows of sums and of differences for tables that are written as a section writes them, and the truth of their lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tests.templates.readers.fresh_tables import Item, Row, Truth


def plus(label: object, rows: Sequence[Row], *columns: int, at: int = 0, width: int = 0) -> list[object]:
    """A row of sums of ``columns`` (from 0) over ``rows``, ``label`` in column ``at``."""
    found: list[object] = [None] * max(width, max(columns) + 1, at + 1)
    found[at] = label
    for column in columns:
        found[column] = sum(row[column] for row in rows if column < len(row) and isinstance(row[column], int))
    return found


def delta(rows: Sequence[Row], new: int, old: int, at: int) -> list[list[object]]:
    """The rows with ``new`` less ``old`` put in at column ``at``."""
    return [[*row[:at], int(row[new] or 0) - int(row[old] or 0), *row[at:]] for row in rows]  # type: ignore[call-overload]


def take(
    rows: Sequence[Row], word: int, this: int, last: int | None = None, scale: int = 1
) -> tuple[Item, ...]:
    """The items of rows that are lines."""

    def of(row: Row, column: int) -> int:
        value = row[column] if column < len(row) else None
        number = int(value) if isinstance(value, int) else 0
        assert number % scale == 0, row
        return number // scale

    return tuple(
        (str(row[word]).strip(), of(row, this), None if last is None else of(row, last)) for row in rows
    )


def truth(
    lines: tuple[Item, ...], previous: bool = True, year: int = 7, name: str = "", must: str = "right"
) -> Truth:
    """The truth whose totals are the sums of its lines."""
    return Truth(
        lines,
        sum(line[1] or 0 for line in lines),
        sum(line[2] or 0 for line in lines) if previous else None,
        year,
        name,
        must,
    )


def sum_of(rows: Sequence[Row], column: int) -> int:
    """The sum of a column."""
    return sum(int(row[column] or 0) for row in rows)  # type: ignore[call-overload]


def number_of(value: object) -> int:
    """The number of a cell."""
    assert isinstance(value, int), value
    return value


def worth(written: str) -> int:
    """What a written product (or a sum of products) comes to, in 円."""
    total = 0
    for part in unicodedata.normalize("NFKC", written).replace(",", "").replace("x", "×").split("+"):
        product = 1
        for factor in part.split("×"):
            found = re.search(r"([0-9]+)(千円)?", factor)
            assert found, written
            product *= int(found[1]) * (1000 if found[2] else 1)
        total += product
    return total


def worked(rows: Sequence[Sequence[object]], word: int, amount: int, unit: int = 1) -> list[list[object]]:
    """The rows, once each written product is found to give the amount."""
    for row in rows:
        assert worth(str(row[word])) == number_of(row[amount]) * unit, (row, worth(str(row[word])))
    return [list(row) for row in rows]
