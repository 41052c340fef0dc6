"""Holds each cell with a number of a book against what became of it, as the account of its tables says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from model.request.place import YEARS
from templates.readers.foreign.foreign import BookReading
from templates.readers.tables.cell_amount import written
from templates.readers.tables.understood import Understood
from tests.templates.readers.layouts.outcome import plain

Kind: TypeAlias = Literal["taken", "derived", "kept", "said"]
"""What a cell is: an amount, a sum or a code; derived from the amounts; kept in 備考; said in a note."""


class Entry(NamedTuple):
    """A cell with a number, and what it is."""

    row: int
    column: int
    kind: Kind


def entries_of(table: Understood) -> Iterator[Entry]:
    """What each cell with a number below the headings of a table is, of the rows that belong to it."""
    kinds = {row.row: row.summed.kind for row in table.rows}
    for row in range(table.headings.rows[-1] + 1, table.last_row + 1):
        for column in table.headings.columns:
            if written(table.grid, row, column) is not None:
                yield Entry(row, column, _kind(table, kinds.get(row, ""), row, column))


def _kind(table: Understood, of_row: str, row: int, column: int) -> Kind:
    role = table.roles.get(column, "other")
    if of_row in ("left_out", "carried", "subtotal"):
        return "said"
    if not of_row or role in YEARS or role == "number":
        return "taken"  # or a heading that is printed again
    if role == "change" or (of_row == "total" and column in table.account):
        return "derived"
    if of_row != "total":
        return "kept"
    return "taken" if _adds_up(table, row, column) else "said"


def _adds_up(table: Understood, row: int, column: int) -> bool:
    """Whether a figure in the row of a total is the sum of those of the lines."""
    lines = [line.row for line in table.rows if line.summed.kind == "line" and not line.summed.depth]
    figures = [found.number for line in (*lines, row) if (found := written(table.grid, line, column))]
    return len(figures) > 1 and figures[-1] == sum(map(Fraction, figures[:-1]))


def unaccounted(reading: BookReading) -> Iterator[str]:
    """The cells with a number of the tables that were taken of which nothing in the reading tells."""
    held = plain(str(msgspec.to_builtins(reading.request)))
    said = {entry.where for entry in reading.unread} | {question.where for question in reading.found.asked}
    for table in reading.found.tables:
        if table.spot not in reading.found.taken:
            continue
        asked = {question.row for question in table.questions}
        entries = list(entries_of(table))
        for entry in entries:
            if not _is_told(table, entry, held, said, asked):
                yield f"{table.grid.where(entry.row, entry.column)} {entry.kind}"
        inside = {(entry.row, entry.column) for entry in entries}
        first, last = table.headings.rows[-1] + 1, table.last_row
        for row in range(first, last + 1):
            for column in table.headings.columns:
                if table.grid.is_number(row, column) and (row, column) not in inside:
                    yield f"{table.grid.where(row, column)} nothing"


def _is_told(table: Understood, entry: Entry, held: str, said: set[str], asked: set[int]) -> bool:
    match entry.kind:
        case "derived":
            return entry.column in table.account or table.roles[entry.column] == "change"
        case "kept":
            return plain(table.grid.text(entry.row, entry.column)) in held
        case "said":
            places = {table.grid.where(entry.row), table.grid.where(entry.row, entry.column)}
            return not said.isdisjoint(places) or entry.row in asked
        case _:
            return True  # the lines and sums of the fresh tables are held against their truths
