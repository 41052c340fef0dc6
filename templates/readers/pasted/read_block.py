"""A pasted block read by the engine: by its headings, or with the columns of the table in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from model.edits.paste import Block
from model.figures.figures import LineTotals
from model.standard.standard import Standard
from model.totals import object_class
from model.values.fiscal_year import FiscalYear
from templates.readers.pasted.block_headings import block_headings, placed_headings
from templates.readers.pasted.block_sheet import sheet_of
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.placed_columns import Placed, Placing
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Choices
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings
from templates.readers.tables.sums.figures import RowKind
from templates.readers.tables.understanding import understand
from templates.readers.tables.understood import Change, Surroundings, Understood, printed_changes


class Target(NamedTuple):
    """Where a block is pasted.

    Attributes:
        screen: the columns of the table from the one that it is pasted in, as they stand on the screen.
        lines: the lines that take the first rows.
        has_title: whether the first row is the title of a table, where it is no row of headings.
        is_line: whether it is pasted on a line, or where one is offered; else on the legend or the 合計.
        adds_headings: whether the headings of the table were put above a block that had none, to ask what it holds.
    """

    screen: Sequence[ScreenColumn]
    lines: Sequence[LineTotals] = ()
    has_title: bool = False
    is_line: bool = True
    adds_headings: bool = False


class ReadBlock(NamedTuple):
    """A block and what the engine found of it.

    Attributes:
        rows: its rows, all of one width.
        headings: its own headings, several where tables stand side by side; none where the table's order holds.
        placed: its columns by the table's order; None where it has headings.
        changes: its printed 増減 that are not 0, of one with headings.
    """

    rows: Block
    target: Target
    standard: Standard
    year: FiscalYear
    headings: tuple[Headings, ...]
    placed: Placed | None
    understood: Understood
    changes: tuple[Change, ...]

    @property
    def differing(self) -> tuple[Change, ...]:
        """The printed 増減 that are not the differences."""
        return tuple(change for change in self.changes if change.printed != change.difference)

    @property
    def has_agreeing(self) -> bool:
        """Whether one of them is."""
        return len(self.differing) < len(self.changes)

    @property
    def first_row(self) -> int:
        """The first row below its headings, or below the title that stands above it."""
        if self.headings:
            return self.headings[0].rows[-1] + 1
        return 2 if self.target.has_title else 1

    def texts(self, row: int) -> list[str]:
        """The cells of a row that hold something; rows count from 1, as on its sheet."""
        return [cell for cell in self.rows[row - 1] if cell.strip()]


def read_block(
    rows: Block, target: Target, standard: Standard, year: FiscalYear, choices: Choices | None
) -> ReadBlock:
    """Read the rows of a block, all of one width; ``choices`` are what a person decided about it."""
    grid, around = Grid(sheet_of(rows)), Surroundings(year, standard)
    headings = tuple(block_headings(grid, rows, next(iter(target.screen), None), year, standard))
    decided = choices or Choices()
    placed: Placed | None = None
    body: range | None = None
    if headings:
        table, first = headings[0], headings[0].rows[-1] + 1
        # Over lines that have their words, words called 備考 or 積算 are these; else they may be all that names a line.
        roles: dict[int, Role] = {
            column: "remark" if label.kind == "remark" else "basis"
            for column, label in table.labels.items()
            if target.lines and label.kind in ("remark", "basis")
        }
    else:
        first = 2 if target.has_title else 1
        body = range(first, len(rows) + 1)
        placed = Placing(
            rows[first - 1 :],
            target.screen,
            target.lines,
            lambda text: bool(object_class.matches(text, year.year, standard)),
        ).placed()
        table, roles = placed_headings(placed), placed.roles
    meant: dict[int, RowKind] = dict.fromkeys(_rows_on_parts(first, target.lines), "line")
    if body is not None and len(body) == 1:  # one row alone is meant as it is
        meant[first] = "line"
    decided = decided._replace(roles={**roles, **decided.roles}, kinds={**meant, **decided.kinds})
    understood = understand(grid, table, around, decided, body)
    # without headings a column of 増減 is known by being the difference in every row
    printed = printed_changes(understood) if headings else ()
    changes = tuple(change for change in printed if change.printed or change.difference)
    return ReadBlock(rows, target, standard, year, headings, placed, understood, changes)


def _rows_on_parts(first: int, lines: Sequence[LineTotals]) -> Iterator[int]:
    """The rows that lines with parts and their parts take: there a row that is the sum of others is no total."""
    parts: set[str] = set()
    for row, line in enumerate(lines, start=first):
        parts.update(part.line.id for part in line.parts)
        if line.parts or line.line.id in parts:
            yield row
