"""Sheets of our own workbook that only repeat 「要求書」: what people changed there is listed and does not change the request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from model.edits.fields import clean_text
from model.language import phrase
from templates.readers.books.cells import At, Sheet, Value, unescape
from templates.readers.workbook.alignment import is_value_written, same
from templates.readers.workbook.report import Report
from templates.workbook.memory import FlatTable, Written
from templates.workbook.text import fit_cell

NOT_TAKEN: Final = phrase(
    "このシートは書き出した写しなので、書き換えは取り込みません。「要求書」のシートか画面で直してください。"
)


def list_flat_copy(sheet: Sheet, table: FlatTable, report: Report) -> None:
    """List what was changed in a sheet that is only a copy."""
    rows: list[Sequence[int | str | None]] = [table.headings, *table.rows]
    written = {
        (row, column): was
        for row, cells in enumerate(rows, start=1)
        for column, was in enumerate(cells, start=1)
    }
    for at in _cells(sheet, written):
        value = sheet.value(*at)
        if not is_as_written(value, written.get(at)):
            report.unread(*at, "" if value is None else str(value), NOT_TAKEN)


def is_as_written(value: Value | None, was: int | str | None) -> bool:
    """Whether a cell of a flat sheet holds what was written there."""
    written = clean_text(fit_cell(was)) if isinstance(was, str) else was
    if written is None or written == "":
        return value is None
    if isinstance(value, str):
        return isinstance(written, str) and clean_text(value) == clean_text(unescape(written))
    return same(value, str(written))


def _cells(sheet: Sheet, written: Iterable[At]) -> list[At]:
    """The cells that were written and those that hold something now, in the order of the sheet."""
    return sorted({*written, *((row, column) for row, cells in sheet.rows.items() for column in cells)})


def list_page_copy(sheet: Sheet, rows: dict[int, list[Written]], report: Report) -> None:
    """List what was changed in a further printed sheet (債務負担行為要求書, 債務負担行為調書)."""
    written = {(row, row_cell.column): row_cell for row, row_cells in rows.items() for row_cell in row_cells}
    for index in _cells(sheet, written):
        value = sheet.value(*index)
        cell = written.get(index)
        if cell is None:
            is_same = value is None
        elif cell.kind == "f" and (formula := sheet.formulas.get(index)):
            is_same = formula == cell.text
        else:
            is_same = is_value_written(value, cell)
        if not is_same:
            report.unread(*index, "" if value is None else str(value), NOT_TAKEN)
