"""What an edit added and what it put something else in the place of, to say so: cells, lines and titles that held something before."""

from __future__ import annotations

from collections.abc import Iterable

from model.edits.basis import held_at, holds_something
from model.request.columns import WORD_FIELDS
from model.request.lines import lines_in
from model.request.place import Place
from model.request.request import Request
from model.request.section_table import SectionTable


def replaced_places(before: Request, after: Request, places: Iterable[Place]) -> int:
    """How many of the places have something else where something had been typed before."""
    return sum(
        holds_something(before, place) and held_at(before, place) != held_at(after, place) for place in places
    )


def replaced_lines(before: Request, after: Request) -> int:
    """How many lines have something else where they had something before."""
    now = {line.id: line for line in lines_in(after)}
    return sum(
        any(
            (was := getattr(line, field)) not in (None, "", False) and was != getattr(now[line.id], field)
            for field in (*WORD_FIELDS, "heading", "amount", "previous", "basis")
        )
        for line in lines_in(before)
        if line.id in now and line is not now[line.id]
    )


def added_lines(before: Request, after: Request) -> int:
    """How many lines there are that were not there before, parts among them."""
    known = {line.id for line in lines_in(before)}
    return sum(line.id not in known for line in lines_in(after))


def replaced_titles(before: Request, after: Request) -> list[str]:
    """The titles of cost tables that have other words now."""
    now = {group.id: group.title for group in after.groups}
    return [
        group.title
        for group in before.groups
        if group.title and now.get(group.id, group.title) != group.title
    ]


def replaced_cells(before: SectionTable, after: SectionTable) -> int:
    """How many headings and cells have something else where they had something before."""
    columns = {column.id: column.heading for column in after.columns}
    rows = {row.id: row.cells for row in after.rows}
    headings = sum(
        bool(column.heading) and columns.get(column.id) != column.heading for column in before.columns
    )
    return headings + sum(
        bool(text) and rows.get(row.id, {}).get(column_id) != text
        for row in before.rows
        for column_id, text in row.cells.items()
    )
