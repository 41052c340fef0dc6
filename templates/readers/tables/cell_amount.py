"""Whether a cell shows a figure, and its amount: the number, exact, with the unit of its text, its heading or its number format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from model.request.place import YEARS
from model.values.amount import Exact, Written, format_exact, half_width, in_yen, parse_written
from templates.readers.labels import compact
from templates.readers.tables.grid import Grid, amount_of
from templates.readers.tables.sums.figures import Figures

_NOTHING: Final = frozenset({"", "-", "－", "―", "—", "–", "ー", "‐", "−", "皆減", "皆増", "0", "なし"})
_NO_NAME: Final = re.compile(r"[0-9.,:/%()△▲¥+-]*")
_LONGEST_NOTHING: Final = 8  # with the spaces in it
_LOOKS_LIKE_A_FIGURE: Final = re.compile(
    r"[△▲(-]?[0-9]{1,3}(?:[ .'][0-9]{3})+\)?"
)  # 「2 100」, be it no amount
_LONGEST_FIGURE: Final = 30


def written(
    grid: Grid, row: int, column: int, heading_unit: str = "", *, brackets_mean_previous_year: bool = False
) -> Written | None:
    """The number of a cell with its unit: of its text, else of the heading, else of its number format; None for no number."""
    value = grid.value(row, column)
    if not heading_unit and not (brackets_mean_previous_year and isinstance(value, str)):
        return grid.amount(row, column)
    unit = heading_unit or grid.unit(row, column)
    return amount_of(value, unit, brackets_mean_previous_year=brackets_mean_previous_year)


def is_figure(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell shows a figure: a number, or a text that is an amount or looks like one."""
    if grid.is_number(row, column):
        return True
    text = grid.text(row, column)
    if not text or len(text) >= _LONGEST_FIGURE:
        return False
    return parse_written(text) is not None or _LOOKS_LIKE_A_FIGURE.fullmatch(half_width(text)) is not None


def is_name(text: str) -> bool:
    """Whether a text may name a line: it has words in it."""
    return not _NO_NAME.fullmatch(compact(text))


def is_nothing(text: str) -> bool:
    """Whether a text stands for no amount: 「-」, 「皆減」."""
    return 0 < len(text) <= _LONGEST_NOTHING and compact(text) in _NOTHING


def year_figures(
    grid: Grid, row: int, columns: Sequence[int | None], units: Mapping[int, str], unit: str
) -> Figures:
    """前年度 and 要求額 in a row, 円; 0 for a sign of none, None for a blank and for what cannot be read.

    A figure is in the unit that its heading names (``units``), else in that of the table. In brackets one of the previous
    year is not negative.
    """
    found: list[Exact | None] = []
    for column, year in zip(columns, YEARS, strict=True):
        own, is_previous = units.get(column or 0, ""), year == "previous"
        figure = written(grid, row, column or 0, own, brackets_mean_previous_year=is_previous)
        if figure is not None:
            found.append(in_yen(figure, unit))
        else:
            found.append(0 if is_nothing(grid.text(row, column or 0)) else None)
    return tuple(found)


def plain(yen: Exact) -> str:
    """A figure of 円 in 千円 as one reads it: 「1,234」, 「1,234.5」."""
    return format_exact(Fraction(yen) / 1_000)
