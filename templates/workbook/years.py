"""The tables of years on the printed sheet: 債務負担行為要求書, 契約額の変更, 年割額, and the 債務負担行為調書."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.standard.standard import Standard
from templates.sheet.blocks import Cell, TypedCell, YearRow, YearTable
from templates.workbook.grid import ROW_HEIGHT, Grid, Slot, even_widths, figure_width
from templates.workbook.heading import heading_rows
from templates.workbook.page import Paper
from templates.workbook.style import (
    FIGURE,
    LABEL,
    NOTE,
    TEXT,
    TITLE,
    TOTAL_FIGURE,
    TOTAL_TEXT,
    CellFormat,
    Palette,
    amount_format,
)

_HEADINGS: Final = 40.0  # pt that the headings of a table may take
_TALLEST: Final = 280.0  # pt of words beside a table; longer ones stand below it
_TAIL_COLUMNS: Final = 2
_TOP: Final = replace(TEXT, vertical="top")


def columns_of(table: YearTable) -> int:
    """How many columns of the grid a table takes."""
    return len(table.lead) + 1 + len(table.columns) + _TAIL_COLUMNS * len(table.tail)


def write_years(grid: Grid, standard: Standard, table: YearTable) -> None:
    """A table: its caption, the headings, a row a year, and the words below."""
    amounts = amount_format(standard.printing.minus_on_screen)
    figure = replace(FIGURE, number_format=amounts)
    total = replace(TOTAL_FIGURE, number_format=amounts)

    def format_of(cell: Cell | str, row: YearRow) -> CellFormat:
        return TEXT if isinstance(cell, str) else total if row.is_total else figure

    if table.full_caption != table.title:
        grid.text(table.full_caption, replace(NOTE, bold=True), keeps=True)
    corner = len(table.lead) + 1
    first = corner + 1
    after = first + len(table.columns)
    spans = [(first + index, first + index) for index in range(len(table.columns))]
    edges = [after + index * _TAIL_COLUMNS for index in range(len(table.tail))]
    tail = [(begin, end - 1) for begin, end in pairwise([*edges, grid.last_column + 1])]
    beside = [Slot(index, index, column.text, _TOP) for index, column in enumerate(table.lead, start=1)]
    below: list[str] = []
    for column, span in zip(table.tail, tail, strict=True):
        slot = Slot(*span, column.text, _TOP)
        if grid.height_of(slot) > _TALLEST:
            below.append(f"{column.label}: {slot.content}")
            slot = replace(slot, content="")
        beside.append(slot)
    needed = max(map(grid.height_of, beside), default=0.0)
    height = max(ROW_HEIGHT, needed / max(1, len(table.rows)))
    grid.together(height * len(table.rows) + _HEADINGS)
    heading_rows(
        grid,
        table.columns,
        spans,
        [
            *((column.label, (index, index)) for index, column in enumerate(table.lead, start=1)),
            (table.corner, (corner, corner)),
            *((column.label, span) for column, span in zip(table.tail, tail, strict=True)),
        ],
    )
    top = grid.row
    for row in table.rows:
        # typed cells stand in the tables of sections, which section_tables writes
        cells = [cell for cell in row.cells if not isinstance(cell, TypedCell)]
        grid.add(
            [
                Slot(corner, corner, row.label, TOTAL_TEXT if row.is_total else LABEL),
                *(Slot(*span, cell, format_of(cell, row)) for span, cell in zip(spans, cells, strict=True)),
            ],
            at_least=height,
        )
    if table.rows:
        for slot in beside:
            grid.merge_down(top, slot)
    for note in (*below, *((table.note,) if table.note else ())):
        grid.text(note, NOTE)
    grid.gap(5)


def write_ledger(page: Worksheet, palette: Palette, standard: Standard, table: YearTable, foot: str) -> Grid:
    """Write the 債務負担行為調書 as a sheet of its own, A4 across; the grid knows what its formulas give."""
    cells = [cell for row in table.rows for cell in row.cells if isinstance(cell, Cell)]
    year = standard.default_year.year
    paper = Paper("landscape", foot)
    widths = even_widths(columns_of(table), figure_width(cells), paper)
    grid = Grid(page, palette, standard.rounding_in(year).labour_cost, widths, paper)
    grid.text(table.title, TITLE, keeps=True)
    write_years(grid, standard, table)
    grid.finish()
    page.sheet_view.showGridLines = False
    return grid
