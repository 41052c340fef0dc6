"""What a table is: its columns, its unit, the kind of each row, and what of it could not be proven.

Everything that a person may decide otherwise (the role of a column, the kind of a row, the unit, the year) is in
``Choices``; what they hold is taken as decided, and the rest is found again.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.language import phrase
from model.request.place import YEARS
from templates.readers.reading import Unread
from templates.readers.tables.body import body_rows, title_of
from templates.readers.tables.columns.columns import with_next_year
from templates.readers.tables.decisions import Choices
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings
from templates.readers.tables.proof.proof import accounted
from templates.readers.tables.proof.proof_of_names import names_in_two
from templates.readers.tables.proof.proof_of_sums import checked
from templates.readers.tables.question import Question
from templates.readers.tables.roles import roles_of
from templates.readers.tables.rows import rows_of
from templates.readers.tables.table_unit import unit_of
from templates.readers.tables.understood import RawTable, Surroundings, Understood


def understand(
    grid: Grid,
    headings: Headings,
    around: Surroundings,
    choices: Choices | None = None,
    body: Sequence[int] | None = None,
) -> Understood:
    """What the table below some headings is; its rows end where it ends, unless ``body`` says them, as of a block without headings."""
    choices = choices or Choices()
    table = RawTable(grid, headings, with_next_year(headings.labels), around, choices)
    title = title_of(grid, headings)
    body, pages = body_rows(table) if body is None else (body, [])
    roles, asked = roles_of(table, body)
    if choices.unit and not choices.keeps_units:
        named = {column: choices.unit for column in headings.units if roles.get(column) in YEARS}
        table = table._replace(headings=headings._replace(units={**headings.units, **named}))
    unit = unit_of(table, roles, body, title.unit)
    rows = rows_of(table, roles, unit.unit, body)
    said = (
        *(table.said(row, phrase("次のページの題名なので、行には入れませんでした。")) for row in pages),
        *asked,
        *([unit.said] if unit.said else []),
        *rows.said,
        *checked(table, roles, rows),
    )
    found = Understood(
        table,
        roles,
        unit.unit,
        unit.evidence,
        rows.rows,
        title.text,
        (*title.cells, *unit.cells),
        tuple(one for one in said if isinstance(one, Question)),
        tuple(one for one in said if isinstance(one, Unread)),
        rows.total,
        rows.sums,
    )
    if choices.keeps_units:
        return found  # a page is proven by its own figures
    if names := names_in_two(found):
        both = choices._replace(roles=dict.fromkeys(names, "text"))
        return understand(grid, headings, around, both, body)
    return accounted(found)
