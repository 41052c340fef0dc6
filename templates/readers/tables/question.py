"""What could not be proven of a table, to be asked: the place in the source, what was assumed, and what else it may be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from model.request.place import Place
from model.request.request import Request
from model.request.source_question import SourceQuestion
from model.values.identity import new_id
from templates.readers.books.cells import At
from templates.readers.tables.grid import Grid

Subject: TypeAlias = Literal["column", "row", "unit", "year", "tab", "value"]
"""What a question is about."""

Answer: TypeAlias = int | str | tuple[str, int, int]
"""A reading as the engine takes it: a column, a role of the column, a unit, the kind of a row, a year, the name of a 事業, a table."""


class Question(NamedTuple):
    """A decision that the source does not prove.

    Attributes:
        subject: what it is about.
        where: where it stands in the source, for a person: 「内訳!C4」.
        sentence: what could not be decided and what was assumed.
        assumed: the reading that was taken, in words.
        alternatives: the other readings.
        evidence: what speaks for the one that was taken, or why nothing does.
        field: the field of the group that it concerns (``previous``, ``amount``); "" for the table.
        row: the row of the cell concerned on its sheet; 0 where it is about no cell.
        column: its column.
        answers: what was assumed and each of the alternatives, as the engine takes them; none where the assumption can be
            confirmed alone.
        place: the place on the request at which it is asked; "" for the whole.
    """

    subject: Subject
    where: str
    sentence: str
    assumed: str
    alternatives: tuple[str, ...] = ()
    evidence: str = ""
    field: str = ""
    row: int = 0
    column: int = 0
    answers: tuple[Answer, ...] = ()
    place: Place = ""


def asked_of_cell(
    grid: Grid,
    cell: At,
    subject: Subject,
    sentence: str,
    assumed: str,
    alternatives: tuple[str, ...] = (),
    evidence: str = "",
    field: str = "",
    answers: tuple[Answer, ...] = (),
) -> Question:
    """A question about a cell of a sheet; the other arguments are as the attributes of ``Question``."""
    return Question(
        subject, grid.where(*cell), sentence, assumed, alternatives, evidence, field, *cell, answers
    )


def with_questions(request: Request, asked: Iterable[Question]) -> Request:
    """The request with the questions of its source, each at its place."""
    questions = tuple(
        SourceQuestion(
            new_id(),
            question.place,
            question.where,
            str(question.sentence),  # Japanese, as all that is kept
            str(question.assumed),
            tuple(map(str, question.alternatives)),
            str(question.evidence),
        )
        for question in asked
    )
    return replace(request, source_questions=(*request.source_questions, *questions))
