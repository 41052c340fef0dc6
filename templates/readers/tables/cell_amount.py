"""The amount of a cell: its number, exact, with the unit of its text, its heading or its number format."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.values.amount import UNITS, Exact, Written, exact, format_exact, in_yen, parse_written
from templates.readers.labels import compact
from templates.readers.tables.grid import Grid

_NOTHING: Final = frozenset({"", "-", "－", "―", "—", "–", "ー", "‐", "−", "皆減", "皆増", "0", "なし"})
_NO_NAME: Final = re.compile(r"[0-9.,:/%()△▲¥+-]*")
_LONGEST_NOTHING: Final = 8  # with the spaces in it


def written(
    grid: Grid, row: int, column: int, heading_unit: str = "", *, brackets_mean_previous_year: bool = False
) -> Written | None:
    """The number of a cell with its unit: of its text, else of the heading, else of its number format; None for no number.

    Args:
        grid: the sheet.
        row: its row.
        column: its column.
        heading_unit: the unit that its heading names; "" for none.
        brackets_mean_previous_year: as for ``parse_written``.
    """
    value = grid.value(row, column)
    if value is None:
        return None
    unit = heading_unit or grid.unit(row, column)
    if unit and (unit := unit.replace("%", "")) not in UNITS:
        return None  # dollars
    if isinstance(value, int):
        return Written(value, unit)
    if isinstance(value, Decimal):
        return Written(exact(Fraction(value)), unit)
    found = parse_written(value, brackets_mean_previous_year=brackets_mean_previous_year)
    return found and Written(found.number, found.unit or unit)


def is_name(text: str) -> bool:
    """Whether a text may name a line: it has words in it."""
    return not _NO_NAME.fullmatch(compact(text))


def is_nothing(text: str) -> bool:
    """Whether a text stands for no amount: 「-」, 「皆減」."""
    return 0 < len(text) <= _LONGEST_NOTHING and compact(text) in _NOTHING


def yen_of(grid: Grid, row: int, column: int, named: str, unit: str, *, is_previous: bool) -> Exact | None:
    """The figure of a cell in 円; 0 for a sign of none, None for a blank and for what cannot be read.

    Args:
        grid: the sheet.
        row: its row.
        column: its column.
        named: the unit that the heading of its column names; "" for none.
        unit: the unit of the table.
        is_previous: whether it is a figure of the previous year, whose brackets are no minus sign.
    """
    found = written(grid, row, column, named, brackets_mean_previous_year=is_previous)
    if found is None:
        return 0 if is_nothing(grid.text(row, column)) else None
    return in_yen(found, unit)


def plain(yen: Exact) -> str:
    """A figure of 円 in 千円 as one reads it: 「1,234」, 「1,234.5」."""
    return format_exact(Fraction(yen) / 1_000)
