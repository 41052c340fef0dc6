"""The texts that a request prints, and looking at them line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Final, TypeVar

from model.checks.quoted import shortened
from model.names.fields import label_of
from model.request import place
from model.request.columns import OTHER_WORDS
from model.request.lines import walk
from model.request.part import by_id
from model.request.place import Place
from model.request.request import CostGroup, Line, Request

Seen = TypeVar("Seen")
_HEADER: Final = ("name", "subtitle")
_BESIDE: Final = ("remark", *OTHER_WORDS)
_WORDS_OF: Final = attrgetter("text", *_BESIDE)
_CONTACT: Final = ("department", "section", "team", "phone", "email")


def texts_beside_tables(request: Request) -> Iterator[tuple[Place, str]]:
    """Every text that is printed outside of the cost tables, with its place; blanks are left out."""
    return ((where, text) for where, text in _beside_tables(request) if text)


def _beside_tables(request: Request) -> Iterator[tuple[Place, str]]:
    yield from ((f"header/{field}", getattr(request.header, field)) for field in _HEADER)
    yield from ((f"contact/{field}", getattr(request.contact, field)) for field in _CONTACT)
    yield "funding_words", request.funding_words
    yield "assessment/comment", request.assessment.comment
    for section in request.sections:
        yield place.section(section.id, "heading"), section.heading
        yield place.section(section.id, "text"), section.text
    for table in request.tables:
        yield place.table(table.id, "title"), table.title
        for column in table.columns:
            yield place.table_column(column.id, "heading"), column.heading
            yield place.table_column(column.id, "total"), column.total
        for row in table.rows:
            yield from ((place.table_cell(row.id, column), text) for column, text in row.cells.items())
        yield place.table(table.id, "note"), table.note
    for commitment in request.commitments:
        yield place.commitment(commitment.id, "name"), commitment.name
        yield place.commitment(commitment.id, "note"), commitment.note
    for continuing in request.continuing:
        yield place.continuing(continuing.id, "name"), continuing.name
        yield place.continuing(continuing.id, "note"), continuing.note


def texts_of_table(group: CostGroup) -> Iterator[tuple[Place, str]]:
    """The texts of a cost table, without its lines."""
    if group.title:
        yield place.group(group.id, "title"), group.title
    if group.note:
        yield place.group(group.id, "note"), group.note


def texts_in_table(group: CostGroup) -> Iterator[tuple[Place, str]]:
    """The texts of a cost table and of its lines."""
    yield from texts_of_table(group)
    for line, _ in walk(group.lines):
        yield from texts_of_line(line)


def words_in_table(group: CostGroup) -> str:
    """The same in one text, to see at once what none of them has."""
    lines = [word for line, _ in walk(group.lines) for word in _WORDS_OF(line)]
    return "\n".join((group.title, group.note, *lines))


def texts_of_line(line: Line) -> tuple[tuple[Place, str], ...]:
    """The texts of a cost line, without its parts."""
    beside = ((place.line(line.id, field), words) for field in _BESIDE if (words := getattr(line, field)))
    return ((place.line(line.id, "text"), line.text), *beside)


def in_lines(look: Callable[[str], Iterable[Seen]], text: str) -> Iterator[tuple[int, Seen]]:
    """What a function sees in the lines of a text, each with the number of its line."""
    for number, line in enumerate(text.split("\n"), 1):
        for seen in look(line):
            yield number, seen


def name_of(where: Place, request: Request) -> str:
    """What a text is called in a sentence: 「事業名」, 「「所要経費」の本文」."""
    kind, _, rest = where.partition("/")
    label = label_of(where)
    if kind == "section":
        section_id, _, field = rest.rpartition("/")
        section = by_id(request.sections, section_id)
        if section and section.heading and field == "text":
            return f"「{shortened(section.heading)}」の{label}"
    return f"「{label}」"
