"""The headings of a pasted block, and those that stand for its columns where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.edits.paste import Block
from model.request.columns import COST_COLUMNS
from model.standard.standard import Standard
from model.values.amount import parse
from model.values.fiscal_year import FiscalYear
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.placed_columns import Placed
from templates.readers.tables.columns.columns import Label, role_of
from templates.readers.tables.grid import Grid
from templates.readers.tables.heading_rows import find_headings
from templates.readers.tables.headings import Headings, headings_of_row
from templates.readers.tables.table_unit import THOUSAND

_MOST_ABOVE: Final = 12  # rows above the headings: a title, names, a note of the unit
_OF_FIGURES: Final = frozenset({"amount", "previous", "change"})
_KINDS: Final[Mapping[str, str]] = {"previous": "budget", "amount": "request"}


def block_headings(
    grid: Grid, rows: Block, field: ScreenColumn, year: FiscalYear, standard: Standard
) -> list[Headings]:
    """The headings with which a block begins, of several tables where they stand side by side; none where it has none.

    One column has a heading where that names the ``field`` of the column in which it is pasted.
    """
    for row in grid.rows[:_MOST_ABOVE]:
        if found := find_headings(grid, row, year, standard):
            return found
    if not grid.rows:
        return []
    first = grid.rows[0]
    cells, below = rows[first - 1], rows[first:]
    is_of_the_column = len(cells) == 1 and bool(below) and role_of(cells[0], year, standard) == field
    if is_of_the_column or names_columns(cells, below, year, standard):
        texts = {column: cell for column, cell in enumerate(cells, start=1) if cell.strip()}
        return [headings_of_row(first, range(1, len(cells) + 1), texts, year, standard)]
    return []


def names_columns(cells: list[str], below: Block, year: FiscalYear, standard: Standard) -> bool:
    """Whether a row names columns: at least two, one of them of figures; or the only one, above figures."""
    filled = [cell for cell in cells if cell.strip()]
    if not filled or any(isinstance(parse(cell), int) for cell in filled):
        return False
    roles = [role for cell in filled if (role := role_of(cell, year, standard)) != "other"]
    figures = _OF_FIGURES.intersection(roles)
    if len(cells) == 1:
        held = [parse(row[0]) for row in below if row[0].strip()]
        return bool(figures) and bool(held) and all(isinstance(amount, int) for amount in held)
    return len(roles) > 1 and bool(figures)


def placed_headings(placed: Placed) -> Headings:
    """The headings of the table itself, as if they stood above a block whose columns are in its order."""
    labels: dict[int, Label] = {}
    headings = {column.key: column.full_heading for column in COST_COLUMNS}
    for column, role in placed.roles.items():
        if role in headings:
            relative = -1 if role == "previous" else None
            labels[column] = Label(headings[role], None, relative, _KINDS.get(role, role))
    units = {column: THOUSAND for column, role in placed.roles.items() if role in _KINDS}
    return Headings((0,), tuple(placed.roles), labels, units)
