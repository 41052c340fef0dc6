"""The tables of a section (箇所表 …) on the printed sheet, and the same as a flat sheet: a row for each cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from model.document.document import Snapshot
from model.request import place
from model.values.exact_number import parse_number
from model.values.one_line import one_line
from templates.sheet.blocks import TypedCell, YearRow, YearTable
from templates.sheet.sheet import Sheet
from templates.workbook.cost_data import Row
from templates.workbook.formulas.formula import MAX_FORMULA, Address, area, runs
from templates.workbook.grid import ROW_HEIGHT, Grid, Slot, spread
from templates.workbook.style import (
    CAPTION,
    FIGURE,
    HEADER,
    LABEL,
    NOTE,
    TABLE_SIZE,
    TEXT,
    TOTAL_FIGURE,
    TOTAL_TEXT,
    CellFormat,
)
from templates.workbook.text import width

TITLE: Final = "本文の表"
_WIDEST: Final = 240.0  # pt that a column of words asks for; longer words are broken
_FIRST_IS_WIDER: Final = 0.8  # of another column of the grid


def write_section_table(grid: Grid, minus: str, table: YearTable) -> None:
    """Write a table: its caption, the headings, the rows, the sums as formulas, and the words below."""
    if table.full_caption != table.title:
        grid.gap(4)
        grid.text(table.full_caption, CAPTION, place.table(table.id, "title"), keeps=True)
    spans = _spread(table, grid.last_column)
    headings = [
        (table.corner_key, table.corner),
        *((column.key, column.label) for column in table.columns),
    ]
    titles = [
        Slot(
            *span,
            grid.heading(label, *span),
            HEADER,
            place=place.table_column(key, "heading") if key else "",
        )
        for span, (key, label) in zip(spans, headings, strict=True)
    ]
    written: dict[str, Address] = {}
    with grid.table(lambda: grid.add(titles, at_least=ROW_HEIGHT, keeps=True)):
        for row in table.rows:
            _write_row(grid, minus, table, row, spans, written)
    if table.note:
        grid.text(table.note, NOTE, place.table(table.id, "note"))
    grid.gap(5)


def _write_row(
    grid: Grid,
    minus: str,
    table: YearTable,
    row: YearRow,
    spans: Sequence[tuple[int, int]],
    written: dict[str, Address],
) -> None:
    label = place.table_cell(row.key, table.corner_key)
    if row.is_total:
        label = place.table_column(table.corner_key, "total")
    slots = [Slot(*spans[0], row.label, TOTAL_TEXT if row.is_total else LABEL, place=label)]
    for span, cell in zip(spans[1:], row.cells, strict=True):
        assert isinstance(cell, TypedCell)
        cell_format = _format(cell, minus, is_total=row.is_total)
        content = cell.printed if cell.value is None else cell.value
        slots.append(Slot(*span, content, cell_format, place=cell.place))
    number = grid.add(slots, at_least=ROW_HEIGHT)
    for slot, cell in zip(slots[1:], row.cells, strict=True):
        assert isinstance(cell, TypedCell)
        address = Address(slot.first, number)
        written[cell.place] = address
        if cell.added and cell.value is not None:
            text = f"=SUM({','.join(map(area, runs(written[added] for added in cell.added)))})"
            if len(text) <= MAX_FORMULA:
                grid.formula(address, text, cell.value, slot.cell_format)


def _format(cell: TypedCell, minus: str, *, is_total: bool) -> CellFormat:
    if not cell.is_figure:
        return replace(TOTAL_TEXT, horizontal="left") if is_total else TEXT
    own = TOTAL_FIGURE if is_total else FIGURE
    if cell.value is None:
        return own
    exponent = cell.value.as_tuple().exponent
    decimals = f".{'0' * -exponent}" if isinstance(exponent, int) and exponent < 0 else ""
    number = f"#,##0{decimals}_ " if cell.added or "," in cell.printed else f"0{decimals}_ "
    return replace(own, number_format=f'{number};"{minus} "{number}')


def _spread(table: YearTable, last: int) -> list[tuple[int, int]]:
    """The columns of the grid that each column of a table takes: spare ones go to the longest words."""
    columns = [[table.corner, *(row.label for row in table.rows)]]
    for index, column in enumerate(table.columns):
        columns.append([column.label, *(_printed(row, index) for row in table.rows)])
    needs = [
        max(min(_WIDEST, width(line, TABLE_SIZE)) for text in texts for line in text.split("\n"))
        for texts in columns
    ]
    return spread(needs, 1, last, _FIRST_IS_WIDER)


def columns_of(table: YearTable) -> int:
    """How many columns of the grid a table takes at least."""
    return 1 + len(table.columns)


def section_table_data(snapshot: Snapshot, sheet: Sheet) -> list[Row]:
    """本文の表: a row for each cell of the sections' tables, its number beside its words; sums are left out."""
    tables = {table.id: table for table in snapshot.request.tables}
    rows: list[Row] = []
    number = 0
    for frame in sheet.frames:
        for section in frame.sections:
            for laid_out in section.tables:
                number += 1
                columns = {column.id: column for column in tables[laid_out.id].columns}
                for at, row, column_id, text in _cells(laid_out):
                    column = columns[column_id]
                    rows.append(
                        {
                            "欄": frame.title,
                            "見出し": section.heading,
                            "表の順": number,
                            "表の題": one_line(tables[laid_out.id].title),
                            "行の順": at,
                            "行": one_line(row),
                            "列": one_line(column.heading),
                            "単位": column.unit,
                            "値": one_line(text),
                            "数": parse_number(text, column.unit),
                        }
                    )
    return rows


def _cells(table: YearTable) -> Iterator[tuple[int, str, str, str]]:
    """The number of the row, its label, the id of the column and what stands there, of each cell but the totals."""
    for at, row in enumerate((row for row in table.rows if not row.is_total), start=1):
        if table.corner_key and row.label:
            yield at, row.label, table.corner_key, row.label
        for index, column in enumerate(table.columns):
            if text := _printed(row, index):
                yield at, row.label, column.key, text


def _printed(row: YearRow, index: int) -> str:
    cell = row.cells[index]
    return cell if isinstance(cell, str) else str(cell.printed or "")
