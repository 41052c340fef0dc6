"""A sheet whose table has this year's amounts and their difference from last year's alone, with last year's in a column."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.standard.standard import Standard
from templates.readers.books.delimited import put
from templates.readers.tables.cell_amount import is_nothing
from templates.readers.tables.columns.columns import HEADINGS
from templates.readers.tables.columns.units import without_unit
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.sheet_tables import all_headings
from templates.readers.tables.turned import with_cells_moved

_LEAST: Final = 2  # rows
_PLAIN: Final = ("change", "budget", "amount")  # words of a difference from last year's first budget
_SIGNS: Final = "対との比較年度・()（）"


def reckoned(grid: Grid, standard: Standard) -> Grid:
    """The sheet with last year's amounts behind the differences from them; itself where the heading of these does not name last year, or a row does not give both."""
    words = standard.workbook_reading
    plain = [word for of in words.figures if of.kind in _PLAIN for word in (*of.words, *of.within)]
    for headings in all_headings(grid, standard.default_year, standard):
        amounts, changes = (
            [column for column, label in headings.labels.items() if label.kind in kinds]
            for kinds in (OF_FIGURES, ("change",))
        )
        if len(amounts) != 1 or len(changes) != 1 or headings.labels[changes[0]].relative != -1:
            continue
        (amount,), (change,) = amounts, changes
        unit, heading = headings.units.get(change, ""), headings.labels[change].text
        if (
            not _is_plain(heading, plain, standard)
            or grid.first_with(words.supplementary) <= headings.rows[-1]
        ):
            continue
        if headings.labels[amount].relative == -1 or headings.units.get(amount, "") != unit:
            continue
        figures: dict[int, Fraction] = {}
        for row in range(headings.rows[-1] + 1, max(grid.rows) + 1):
            if not (grid.text(row, amount) or grid.text(row, change)):
                continue
            now, apart = (_figure(grid, row, column) for column in (amount, change))
            if (
                now is None
                or apart is None
                or now < apart
                or grid.unit(row, amount) != grid.unit(row, change)
            ):
                return grid
            figures[row] = now - apart
        if len(figures) < _LEAST:
            continue
        return _with_previous(grid, headings.rows[-1], change, figures, f"({unit})" if unit else "")
    return grid


def _is_plain(heading: str, plain: Sequence[str], standard: Standard) -> bool:
    """Whether a heading names the difference from last year's first budget and no other: none of 決算, 最終予算, 要求."""
    rest = without_unit(year_in_heading(heading, standard.default_year).rest)
    for word in sorted(plain, key=len, reverse=True):
        rest = rest.replace(word, "")
    return not rest.strip(_SIGNS)


def _figure(grid: Grid, row: int, column: int) -> Fraction | None:
    """The figure of a cell, 0 for a sign of none; None for a blank and for words."""
    if (written := grid.amount(row, column)) is not None:
        return Fraction(written.number)
    text = grid.text(row, column)
    return Fraction(0) if is_nothing(text) and "皆" not in text else None


def _with_previous(grid: Grid, heading: int, change: int, figures: dict[int, Fraction], unit: str) -> Grid:
    """The sheet with last year's amounts in a column behind that of the differences."""
    sheet = with_cells_moved(grid.sheet, lambda place: (place[0], place[1] + (place[1] > change)))
    put(sheet, heading, change + 1, f"{HEADINGS['previous']}{unit}")
    for row, figure in figures.items():
        exact = Decimal(figure.numerator) / figure.denominator
        sheet.rows[row][change + 1] = int(figure) if figure.denominator == 1 else exact
        sheet.origin[row, change + 1] = (row, change)
        sheet.units[row, change + 1] = grid.unit(row, change)
    return Grid(sheet)
