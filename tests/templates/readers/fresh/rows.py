"""Rows of sums and of differences for tables that are written as a section writes them, and the truth of their lines."""

from __future__ import annotations

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
