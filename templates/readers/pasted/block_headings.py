"""The headings of a pasted block, and those that stand for its columns where it has none."""

from __future__ import annotations

from typing import Final

from model.edits.paste import Block
from model.request.columns import COST_COLUMNS
from model.standard.standard import Standard
from model.values.amount import parse, parse_written
from model.values.fiscal_year import FiscalYear
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.placed_columns import Placed
from templates.readers.tables.columns import Label, label_of, role_of
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings, find_headings
from templates.readers.tables.understanding import THOUSAND
from templates.readers.tables.units import unit_in

_MOST_ABOVE: Final = 4  # rows above the headings: a title, a note of the unit
_OF_FIGURES: Final = frozenset({"amount", "previous", "change"})
_KINDS: Final = {"previous": "budget", "amount": "request"}


def block_headings(
    grid: Grid, rows: Block, field: ScreenColumn, year: FiscalYear, standard: Standard
) -> list[Headings]:
    """The headings with which a block begins, of several tables where they stand side by side; none where it has none.

    Args:
        grid: the block.
        rows: its rows, all of one width.
        field: what the column holds in which it is pasted.
        year: the year of the request.
        standard: the words of headings.
    """
    for row in grid.rows[:_MOST_ABOVE]:
        cells = [cell for cell in rows[row - 1] if cell.strip()]
        if any(parse_written(cell) is not None for cell in cells):
            break
        if found := find_headings(grid, row, year, standard):
            return found
        alone = len(rows[0]) == 1 and len(rows) > row and role_of(cells[0], year, standard) == field
        if alone or names_columns(rows[row - 1], rows[row:], year, standard):
            return [_named(rows[row - 1], row, year, standard)]
    return []


def names_columns(cells: list[str], below: Block, year: FiscalYear, standard: Standard) -> bool:
    """Whether a row names columns: at least two, one of them of figures; or the only one, above figures.

    Args:
        cells: the row.
        below: the rows below it.
        year: the year of the request.
        standard: the words of headings.
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled or any(isinstance(parse(cell), int) for cell in filled):
        return False
    roles = [role for cell in filled if (role := role_of(cell, year, standard)) != "other"]
    figures = _OF_FIGURES.intersection(roles)
    if len(cells) == 1:
        held = [parse(row[0]) for row in below if row[0].strip()]
        return bool(figures) and bool(held) and all(isinstance(amount, int) for amount in held)
    return len(roles) > 1 and bool(figures)


def _named(cells: list[str], row: int, year: FiscalYear, standard: Standard) -> Headings:
    labels = {
        column: label_of(cell, year, standard) for column, cell in enumerate(cells, start=1) if cell.strip()
    }
    units = {column: unit for column, label in labels.items() if (unit := unit_in(label.text))}
    return Headings((row,), tuple(range(1, len(cells) + 1)), labels, units)


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
