"""What the last row (計) of a section's table says: the sums of its columns, worked out from its cells.

A row that is itself a total by its name (小計) is not added again.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.standard.standard import Standard
from model.values.exact_number import format_number, is_nothing, parse_number

TOTAL: Final = "計"


class ColumnSum(NamedTuple):
    """What a column adds up to.

    Attributes:
        value: the sum; None where nothing is added up, or a cell cannot be read.
        added: the ids of the rows that are added.
        unreadable: the ids of the rows whose cell is no number.
    """

    value: Decimal | None
    added: tuple[str, ...]
    unreadable: tuple[str, ...]


def tables_of(request: Request, section_id: str) -> list[SectionTable]:
    """The tables of a section; that of the cost tables also has those whose section is gone."""
    known = {section.id for section in request.sections}
    has_costs = any(section.id == section_id and section.costs for section in request.sections)
    return [
        table
        for table in request.tables
        if table.section == section_id or (has_costs and table.section not in known)
    ]


def total_words(standard: Standard) -> frozenset[str]:
    """The words by which a row of a table is known as a total (計, 合計, 小計 …)."""
    return frozenset((*standard.page_reading.totals, *standard.workbook_reading.subtotals))


def is_total_row(table: SectionTable, row: TableRow, words: frozenset[str]) -> bool:
    """Whether a row is a total by its name."""
    return table.row_name(row).replace(" ", "").replace("　", "") in words


def column_sum(table: SectionTable, column: TableColumn, words: frozenset[str]) -> ColumnSum:
    """The sum of a column's cells, without the rows that are totals themselves."""
    added: list[str] = []
    unreadable: list[str] = []
    value = Decimal(0)
    for row in table.rows:
        text = row.cells.get(column.id, "")
        if is_nothing(text) or is_total_row(table, row, words):
            continue
        number = parse_number(text, column.unit)
        if number is None:
            unreadable.append(row.id)
        else:
            value += number
            added.append(row.id)
    is_known = bool(added) and not unreadable
    return ColumnSum(value if is_known else None, tuple(added), tuple(unreadable))


def total_text(table: SectionTable, column: TableColumn, words: frozenset[str], minus: str) -> str:
    """What a cell of the last row shows: what was typed, else the sum, or 計 in the first column that has none."""
    if column.total.strip():
        return column.total
    if column.summed:
        value = column_sum(table, column, words).value
        return "" if value is None else format_number(value, minus)
    first = next((other for other in table.columns if not other.summed), None)
    return TOTAL if first is not None and first.id == column.id else ""


def subtotals(
    table: SectionTable, column: TableColumn, words: frozenset[str]
) -> Iterator[tuple[TableRow, Decimal, Decimal]]:
    """The rows within the table that are totals by their name: the row, what it says, and what is added above it.

    A total is of the rows since the last one; of all rows where only that fits.
    """
    whole = since = Decimal(0)
    for row in table.rows:
        number = parse_number(row.cells.get(column.id, ""), column.unit)
        if not is_total_row(table, row, words):
            whole += number or 0
            since += number or 0
        elif number is not None:
            yield row, number, whole if number == whole else since
            since = Decimal(0)
