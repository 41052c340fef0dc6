"""Edits of the tables of a section that are no cost tables: rows and columns that come, go and move.

A table, row or column that is gone leaves the request as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from model.edits.fields import with_cell
from model.edits.structure import Step, moved_part
from model.request.part import by_id, inserted, without
from model.request.parts import change_part
from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.values.identity import new_id


def table_of(request: Request, part_id: str) -> SectionTable | None:
    """The table of an id, or that has a column or a row of it."""
    return by_id(request.tables, part_id) or next(
        (table for table in request.tables if by_id(table.columns, part_id) or by_id(table.rows, part_id)),
        None,
    )


def blank_table(section_id: str, columns: int = 3, rows: int = 2) -> SectionTable:
    """A new table of a section with blank columns and rows."""
    return SectionTable(
        new_id(),
        section_id,
        columns=tuple(TableColumn(new_id()) for _ in range(columns)),
        rows=tuple(TableRow(new_id()) for _ in range(rows)),
    )


def move_table(request: Request, table_id: str, step: Step) -> Request:
    """Move a table up or down among those of its section; from the edge on into the next section of the sheet."""
    table = by_id(request.tables, table_id)
    if table is None:
        return request
    others = without(request.tables, table_id)
    siblings = [other.id for other in request.tables if other.section == table.section]
    index = siblings.index(table_id) + step
    if 0 <= index < len(siblings):
        at = [other.id for other in others].index(siblings[index]) + (step > 0)
        return replace(request, tables=(*others[:at], table, *others[at:]))
    sections = [section.id for frame in ("content", "results") for section in request.sections if section.stands_in == frame]  # fmt: skip
    number = sections.index(table.section) + step if table.section in sections else -1
    if not 0 <= number < len(sections):
        return request
    moved = replace(table, section=sections[number])
    return replace(request, tables=(moved, *others) if step > 0 else (*others, moved))


def add_rows(
    request: Request, table_id: str, rows: Sequence[TableRow], *, before: str | None = None
) -> Request:
    """Add rows above another one, or at the end."""
    return _change(request, table_id, lambda table: replace(table, rows=inserted(table.rows, rows, before)))


def move_row(request: Request, row_id: str, step: Step) -> Request:
    """Move a row up or down in its table."""
    return _change(request, row_id, lambda table: replace(table, rows=moved_part(table.rows, row_id, step)))


def add_columns(
    request: Request, table_id: str, columns: Sequence[TableColumn], *, before: str | None = None
) -> Request:
    """Add columns left of another one, or at the end."""
    return _change(
        request, table_id, lambda table: replace(table, columns=inserted(table.columns, columns, before))
    )


def delete_column(request: Request, column_id: str) -> Request:
    """Delete a column with its cells; the last column of a table stays."""
    table = table_of(request, column_id)
    if table is None or len(table.columns) < 2:
        return request
    rows = tuple(
        replace(row, cells=with_cell(row.cells, column_id, "")) if column_id in row.cells else row
        for row in table.rows
    )
    columns = without(table.columns, column_id)
    return _change(request, table.id, lambda table: replace(table, columns=columns, rows=rows))


def move_column(request: Request, column_id: str, step: Step) -> Request:
    """Move a column to the left (-1) or to the right."""
    return _change(
        request, column_id, lambda table: replace(table, columns=moved_part(table.columns, column_id, step))
    )


def add_up(request: Request, column_id: str, is_wanted: bool) -> Request:
    """Add a column up in the last row of its table, or no longer; a total that was typed there goes with it."""
    return change_part(
        request, TableColumn, column_id, lambda column: replace(column, summed=is_wanted, total="")
    )


def _change(request: Request, part_id: str, change: Callable[[SectionTable], SectionTable]) -> Request:
    """The request with its table of an id, or that has a column or a row of it, changed."""
    table = table_of(request, part_id)
    return request if table is None else change_part(request, SectionTable, table.id, change)
