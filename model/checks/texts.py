"""The texts that a request prints, and looking at them piece by piece, so that typing looks only at the piece typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, TypeVar

from model.checks.quoted import shortened
from model.names.fields import label_of
from model.request import place
from model.request.columns import OTHER_WORDS
from model.request.place import Place
from model.request.request import CostGroup, Line, Request

Seen = TypeVar("Seen")
_SHORT: Final = 300  # characters of a piece that is remembered; a paragraph is seldom longer
_PIECES: Final = 16_384
_TEXTS: Final = 64  # whole texts, which may be long: the sections of the sheet that is open
_HEADER: Final = ("name", "subtitle")
_BESIDE: Final = ("remark", *OTHER_WORDS)
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


def texts_of_line(line: Line) -> tuple[tuple[Place, str], ...]:
    """The texts of a cost line, without its parts."""
    own = ((place.line(line.id, "text"), line.text),)
    return (
        *own,
        *((place.line(line.id, field), words) for field in _BESIDE if (words := getattr(line, field))),
    )


def by_piece(look: Callable[[str], tuple[Seen, ...]]) -> Callable[[str], tuple[tuple[int, Seen], ...]]:
    """A pure function of a piece of text made one of a text of any length; it gives the number of the line too.

    Pieces are lines, of long lines sentences. What was seen in a piece is remembered, so a key typed into a narrative
    of 40,000 characters costs the look at one sentence.
    """
    of_short = lru_cache(_PIECES)(look)

    @lru_cache(_TEXTS)
    def of_long(text: str) -> tuple[tuple[int, Seen], ...]:
        found: list[tuple[int, Seen]] = []
        for number, piece in _pieces(text):
            seen = of_short(piece) if len(piece) <= _SHORT else look(piece)
            if seen:
                found += [(number, each) for each in seen]
        return tuple(found)

    def of_text(text: str) -> tuple[tuple[int, Seen], ...]:
        if len(text) > _SHORT or "\n" in text:
            return of_long(text)
        return tuple((1, seen) for seen in of_short(text))

    return of_text


@lru_cache(4)
def _pieces(text: str) -> tuple[tuple[int, str], ...]:
    """The pieces of a text with the numbers of their lines; every function looks at the same ones."""
    pieces: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) <= _SHORT:
            pieces.append((number, line))
        else:
            for sentence in line.replace("。", "。\n").split("\n"):
                cut = sentence if len(sentence) <= _SHORT else sentence.replace("、", "、\n")
                pieces += [(number, each) for each in cut.split("\n")]
    return tuple(pieces)


def name_of(where: Place, request: Request) -> str:
    """What a text is called in a sentence: 「事業名」, 「「所要経費」の本文」."""
    kind, _, rest = where.partition("/")
    label = label_of(where)
    if kind == "section":
        section_id, _, field = rest.rpartition("/")
        heading = next((section.heading for section in request.sections if section.id == section_id), "")
        if heading and field == "text":
            return f"「{shortened(heading)}」の{label}"
    return f"「{label}」"
