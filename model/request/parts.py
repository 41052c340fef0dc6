"""The parts of a request that have an id, wherever they stand: found, changed, added and deleted; all others stay the same objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from model.request.carried import Carried
from model.request.grounds import Cut, FundingTerm
from model.request.linked_figure import LinkedFigure
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.part import Part
from model.request.request import CostGroup, Line, Request, Section
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote

KINDS: Final[Mapping[str, type[Part]]] = {
    "section": Section,
    "group": CostGroup,
    "line": Line,
    "commitment": Commitment,
    "owed": CommitmentYear,
    "continuing": ContinuingExpense,
    "annual": AnnualAmount,
    "term": FundingTerm,
    "cut": Cut,
    "table": SectionTable,
    "column": TableColumn,
    "cell": TableRow,
}
"""The kinds of parts whose values have places, by the first word of these."""
_FIELDS: Final[Mapping[type[Part], str]] = {
    Section: "sections",
    CostGroup: "groups",
    Line: "groups",
    Commitment: "commitments",
    CommitmentYear: "commitments",
    ContinuingExpense: "continuing",
    AnnualAmount: "continuing",
    FundingTerm: "funding_terms",
    Cut: "cuts",
    SectionTable: "tables",
    TableColumn: "tables",
    TableRow: "tables",
    SourceQuestion: "source_questions",
    LinkedFigure: "links",
    Carried: "carried",
    StickyNote: "sticky_notes",
}
"""The field of a request in which the parts of a kind stand, or those that have them."""
_INSIDE: Final[Mapping[type[Part], tuple[str, ...]]] = {
    CostGroup: ("lines",),
    Line: ("parts",),
    Commitment: ("years", "granted"),
    ContinuingExpense: ("years",),
    SectionTable: ("columns", "rows"),
}
"""The fields of a part in which others stand."""
_OWNERS: Final[Mapping[type[Part], type[Commitment] | type[ContinuingExpense]]] = {
    CommitmentYear: Commitment,
    AnnualAmount: ContinuingExpense,
}
"""The parts to whose years one is added."""
_P = TypeVar("_P", bound=Part)


def part_ids(request: Request) -> list[str]:
    """The ids of all parts that have one; those of a sound request are unique."""
    ids: list[str] = []
    for field in dict.fromkeys(_FIELDS.values()):
        _note_ids(getattr(request, field), ids)
    return ids


def part_of(request: Request, kind: type[_P], part_id: str) -> _P | None:
    """The part of a kind with an id; None where it is gone."""
    return _found(getattr(request, _FIELDS[kind]), kind, part_id)


def change_part(request: Request, kind: type[_P], part_id: str, change: Callable[[_P], _P | None]) -> Request:
    """The request with what ``change`` makes of a part, None for nothing; the same where it is gone or stays as it is."""
    field = _FIELDS[kind]
    before = getattr(request, field)
    after = _changed(before, kind, part_id, change)
    return request if after is before else replace(request, **{field: after})


def delete_part(request: Request, kind: type[_P], part_id: str) -> Request:
    """The request without a part; the same where it is gone."""
    return change_part(request, kind, part_id, lambda _: None)


def add_part(request: Request, part: Part, owner: str = "") -> Request:
    """The request with a part more, the last of its kind; of a year the last of its owner's, and none where that is gone."""
    whole = _OWNERS.get(type(part))
    if whole is not None:
        return change_part(request, whole, owner, lambda own: replace(own, years=(*own.years, part)))
    field = _FIELDS[type(part)]
    return replace(request, **{field: (*getattr(request, field), part)})


def _note_ids(parts: tuple[Any, ...], ids: list[str]) -> None:
    for part in parts:
        ids.append(part.id)
        for field in _INSIDE.get(type(part), ()):
            if inner := getattr(part, field):
                _note_ids(inner, ids)


def _found(parts: tuple[Any, ...], kind: type[_P], part_id: str) -> _P | None:
    for part in parts:
        if part.id == part_id and type(part) is kind:
            return part
        for field in _INSIDE.get(type(part), ()):
            if (found := _found(getattr(part, field), kind, part_id)) is not None:
                return found
    return None


def _changed(
    parts: tuple[Any, ...], kind: type[Part], part_id: str, change: Callable[[Any], Any]
) -> tuple[Any, ...]:
    for index, part in enumerate(parts):
        new = part
        if part.id == part_id and type(part) is kind:
            new = change(part)
        else:
            for field in _INSIDE.get(type(part), ()):
                before = getattr(part, field)
                after = _changed(before, kind, part_id, change)
                if after is not before:
                    new = replace(part, **{field: after})
        if new is not part and new != part:
            return (*parts[:index], *(() if new is None else (new,)), *parts[index + 1 :])
    return parts
