"""The tables of a section that are no cost tables, laid out: what is blank in them is left out.

A column is one of numbers where it is added up, or where every cell with something in it is a number.
"""

from __future__ import annotations

from msgspec.structs import replace

from model.document.document import Snapshot
from model.request import place
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.totals.section_tables import column_sum, total_text, total_words
from model.values.exact_number import is_nothing, parse_number
from templates.sheet.blocks import Column, TypedCell, YearRow, YearTable

_TOTAL = "total"
_NAMELESS = "表"
"""The caption of a table without a title, for those who do not see where it stands."""


def printed_part(table: SectionTable) -> SectionTable:
    """The table without its blank columns and rows, and without what stands in none of its columns."""
    filled = {
        column.id
        for column in table.columns
        if column.heading.strip()
        or column.unit.strip()
        or any(row.cells.get(column.id, "").strip() for row in table.rows)
        or (column.summed and column.total.strip())
    }
    # a blank column that is to be added up makes no row of totals
    has_total = any(column.summed and column.id in filled for column in table.columns)
    columns = tuple(
        column for column in table.columns if column.id in filled or (has_total and column.total.strip())
    )
    if not has_total:
        columns = tuple(replace(column, total="") if column.total else column for column in columns)
    known = {column.id for column in columns}
    rows = (
        TableRow(row.id, {column: text for column, text in row.cells.items() if column in known})
        for row in table.rows
    )
    return replace(
        table,
        title=table.title if table.title.strip() else "",
        columns=columns,
        rows=tuple(row for row in rows if any(text.strip() for text in row.cells.values())),
    )


def is_printed(table: SectionTable) -> bool:
    """Whether anything of a table can be seen."""
    return bool(table.title.strip() or table.note.strip() or printed_part(table).columns)


def section_table(snapshot: Snapshot, table: SectionTable) -> YearTable:
    """A table of a section as it is printed."""
    table = printed_part(table)
    words = total_words(snapshot.standard)
    minus = snapshot.standard.printing.minus_on_screen
    first, *others = table.columns or (TableColumn(""),)
    numbers = {column.id for column in others if _holds_numbers(table, column)}

    def cell(row: TableRow, column: TableColumn) -> TypedCell:
        text = row.cells.get(column.id, "")
        number = parse_number(text, column.unit) if column.id in numbers else None
        is_figure = number is not None or (column.id in numbers and is_nothing(text))
        return TypedCell(place.table_cell(row.id, column.id), text, number, is_figure=is_figure)

    def total(column: TableColumn) -> TypedCell:
        where, text = place.table_column(column.id, "total"), total_text(table, column, words, minus)
        if not column.summed:
            return TypedCell(where, text)
        found = column_sum(table, column, words)
        if column.total.strip() or found.value is None:
            return TypedCell(where, text, parse_number(text, column.unit), is_figure=True)
        added = tuple(place.table_cell(row, column.id) for row in found.added)
        return TypedCell(where, text, found.value, added, is_figure=True)

    rows = [
        YearRow(row.id, row.cells.get(first.id, ""), tuple(cell(row, column) for column in others))
        for row in table.rows
    ]
    if table.has_total:
        label = total_text(table, first, words, minus)
        rows.append(YearRow(f"{_TOTAL}-{table.id}", label, tuple(map(total, others)), is_total=True))
    caption = table.title or _NAMELESS
    return YearTable(
        key=f"table-{table.id}",
        title="" if table.title else caption,
        caption=caption,
        corner=_heading(first),
        columns=tuple(Column(column.id, _heading(column)) for column in others),
        rows=tuple(rows),
        note=table.note,
        id=table.id,
        corner_key=first.id,
    )


def _heading(column: TableColumn) -> str:
    """The heading of a column with its unit behind it: 「延長(km)」; a blank one is still a heading cell."""
    return f"{column.heading}({column.unit})" if column.unit.strip() else column.heading or " "


def _holds_numbers(table: SectionTable, column: TableColumn) -> bool:
    texts = [text for row in table.rows if not is_nothing(text := row.cells.get(column.id, ""))]
    return column.summed or (
        bool(texts) and all(parse_number(text, column.unit) is not None for text in texts)
    )
