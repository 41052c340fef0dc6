"""Holds each cell with a number of a book against what became of it, as the account of its tables says."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from templates.readers.foreign.foreign import BookReading
from templates.readers.tables.proof.account import Entry, entries_of
from templates.readers.tables.understood import Understood
from tests.templates.readers.layouts.outcome import plain


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
