"""A pasted block as a sheet of cells, as the engine reads it: its rows from row 1, its columns from column 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.edits.fields import clean_text
from model.edits.paste import Block
from model.request.columns import COST_COLUMNS
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import parse
from model.values.fiscal_year import FiscalYear
from model.values.pattern import lazy_pattern
from templates.readers.books.cells import Sheet
from templates.readers.books.delimited import put
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_cells import bracketed
from templates.readers.tables.columns.columns import role_of

TITLE: Final = "貼り付けた表"
_WIDEST: Final = 64  # columns; no cost table has as many
# The published page prints both years in one cell: 「(16,943)」 above 「16,943」.
_TWO_YEARS: Final = lazy_pattern(
    r"\s*+[(（](?P<previous>[^()（）]*+)[)）](?=[^\S\n]*\n)\s*+(?P<amount>(?:\S(?:[^\n]*\S)?)?)\s*+"
)


def sheet_of(rows: Block) -> Sheet:
    """The sheet that holds rows of texts."""
    sheet = Sheet(TITLE, is_pasted=True)
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if cell.strip():
                put(sheet, row, column, cell)
    return sheet


def clean_rows(block: Block, most: int) -> Block:
    """The rows of a block, all of one width, without the blank columns behind the last of the table; ``most`` is their number."""
    rows = [[clean_text(cell) for cell in row] for row in block]
    filled = (index for row in rows for index, cell in enumerate(row, start=1) if cell.strip())
    width = max(1, min(max(map(len, rows), default=0), most), max(filled, default=0))
    return [[*row[:width], *[""] * (width - len(row))] for row in rows]


def part_years(
    rows: Block, screen: Sequence[ScreenColumn], standard: Standard, year: FiscalYear
) -> tuple[Block, list[ScreenColumn]]:
    """The rows where a column whose cells hold both years, as on the published page, is parted into one for each year.

    With them come the columns of the table on the ``screen``: where both years were pasted in this year's, from last year's on.
    """
    fields = [field for field in screen if field is not None]
    for index in range(min(len(rows[0]) if rows else 0, _WIDEST)):
        if not any(_has_both(row[index]) for row in rows):
            continue
        is_named = role_of(rows[0][index], year, standard) in YEARS
        if not is_named and not (index < len(fields) and fields[index] in YEARS):
            continue
        parted = [[*row[:index], *_years_of(row[index]), *row[index + 1 :]] for row in rows]
        if is_named:
            parted[0][index] = next(column.label for column in COST_COLUMNS if column.key == "previous")
        begins = index == 0 and not is_named and screen[0] == "amount"
        return parted, ["previous", *screen] if begins else list(screen)
    return rows, list(screen)


def _has_both(cell: str) -> bool:
    found = _TWO_YEARS.fullmatch(cell) if "\n" in cell else None
    return found is not None and all(isinstance(parse(figure), int) for figure in found.groups())


def _years_of(cell: str) -> tuple[str, str]:
    """前年度 and 要求額 of a cell of the published page: brackets are the previous year's."""
    if both := _TWO_YEARS.fullmatch(cell):
        return both["previous"].strip(), both["amount"]
    if (before := bracketed(cell)) is not None:
        return before, ""
    return "", cell
