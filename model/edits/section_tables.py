"""Edits of the tables of a section that are no cost tables: values by place, and tables, rows and columns that come, go and move.

A table, row or column that is gone leaves the request as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from model.edits.structure import Step, moved_part
from model.request.part import by_id, inserted, replaced, without
from model.request.place import Place
from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.values.amount import Amount
from model.values.identity import new_id


def value_at(request: Request, place: Place) -> Amount:
    """What was typed at a place; None where the place is gone."""
    kind, part_id, field = place.split("/")
    if kind == "table":
        return getattr(by_id(request.tables, part_id), field, None)
    table = table_of(request, part_id)
    if table is None:
        return None
    if kind == "column":
        return getattr(by_id(table.columns, part_id), field, None)
    row = by_id(table.rows, part_id)
    is_cell = row is not None and by_id(table.columns, field) is not None
    return row.cells.get(field, "") if row is not None and is_cell else None


def set_value(request: Request, place: Place, text: str) -> Request:
    """The request with another text at a place."""
    kind, part_id, field = place.split("/")
    if kind == "table":
        return _change(request, part_id, lambda table: replace(table, **{field: text}))
    if kind == "column":
        return _change_column(request, part_id, lambda column: replace(column, **{field: text}))

    def changed(table: SectionTable) -> SectionTable:
        row = by_id(table.rows, part_id)
        if row is None:
            return table
        return replace(
            table, rows=replaced(table.rows, replace(row, cells=_with_cell(row.cells, field, text)))
        )

    return _change(request, part_id, changed)


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


def add_table(request: Request, table: SectionTable) -> Request:
    """Add a table as the last one of its section."""
    return replace(request, tables=(*request.tables, table))


def delete_table(request: Request, table_id: str) -> Request:
    """Delete a table."""
    return replace(request, tables=without(request.tables, table_id))


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


def delete_row(request: Request, row_id: str) -> Request:
    """Delete a row."""
    return _change(request, row_id, lambda table: replace(table, rows=without(table.rows, row_id)))


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
        replace(row, cells=_with_cell(row.cells, column_id, "")) if column_id in row.cells else row
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
    return _change_column(request, column_id, lambda column: replace(column, summed=is_wanted, total=""))


def _change_column(request: Request, column_id: str, change: Callable[[TableColumn], TableColumn]) -> Request:
    def changed(table: SectionTable) -> SectionTable:
        column = by_id(table.columns, column_id)
        return table if column is None else replace(table, columns=replaced(table.columns, change(column)))

    return _change(request, column_id, changed)


def _change(request: Request, part_id: str, change: Callable[[SectionTable], SectionTable]) -> Request:
    """The request with its table of an id, or that has a column or a row of it, changed."""
    before = table_of(request, part_id)
    after = None if before is None else change(before)
    if after is None or after == before:
        return request
    return replace(request, tables=tuple(after if table is before else table for table in request.tables))


def _with_cell(cells: dict[str, str], column_id: str, text: str) -> dict[str, str]:
    """Cells with another text in one of them; a blank one is missing."""
    if text:
        return {**cells, column_id: text}
    return {key: cell for key, cell in cells.items() if key != column_id}
