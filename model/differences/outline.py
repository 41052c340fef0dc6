"""A request taken apart: each value under its row and field, and the order of the rows in each of their lists.

It is made from the structs' own fields, so that a field that is added to the request is compared and merged from then on.
A request without ids of its own and linked figures and its outline say the same: ``request_of(outline_of(request)) == request``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from model.request.grounds import Answer
from model.request.ids import ids_of_nameless
from model.request.multi_year import Commitment, ContinuingExpense
from model.request.part import Part, UnknownField
from model.request.request import CostGroup, Line, Request, Section
from model.request.section_table import SectionTable
from model.request.source_question import SourceQuestion
from model.values.amount import Amount

Field: TypeAlias = tuple[str, ...]
"""The path of a value in its row: ``("amount",)``, ``("funding", "request", "national")``."""
Value: TypeAlias = Amount | bool | UnsetType
"""A value of a request; UNSET where a table (人役, 財源 …) has no such cell."""

ROOT: Final = ""
"""The id under which the values stand that belong to no row."""
COSTS: Final = ("costs",)
"""The field of the request that has the id of the section that shows the cost tables."""
REFERENCES: Final = frozenset({("line",), ("section",), COSTS})
"""Fields whose values are ids of other rows."""
_IDENTITY: Final = ("identity",)
"""No value that a person typed: two copies of one request are compared, whatever document each is."""
_WITHOUT: Final = ("printed", "without")
_LINKS: Final = ("links",)
"""No rows: where words stand follows from the texts, which are compared and merged (``linked.py``)."""
UNKNOWN: Final = ("unknown",)
"""What begins the fields of the values that this version does not know; they stand in the rows that have them."""
_CELLS: Final = "cells"
UNORDERED: Final = frozenset({("answers",), _WITHOUT})
"""Lists whose order shows nowhere."""
_LISTS: Final[Mapping[type, tuple[Field, ...]]] = {
    kind: (
        *(
            (field.name,)
            for field in msgspec.structs.fields(kind)
            if field.default == () and (field.name,) not in (_LINKS, UNKNOWN)
        ),
        *((_WITHOUT,) if kind is Request else ()),
    )
    for kind in (Request, CostGroup, Line, Commitment, ContinuingExpense, SourceQuestion, SectionTable)
}
"""The lists that rows of a kind have."""


class Slot(NamedTuple):
    """A list of rows: the id of the row that has it (ROOT for the request), and its field."""

    parent: str
    field: Field


class Row(NamedTuple):
    """A row (line, table, section, commitment …), or what stands in no row.

    Attributes:
        kind: its struct; ``str`` for a text that is one of several.
    """

    kind: type[Any]
    slot: Slot
    values: dict[Field, Value]


class Outline(NamedTuple):
    """A request taken apart.

    Attributes:
        rows: the rows by their ids, in the order of the request; ROOT has what stands in no row.
        lists: the ids of the rows of each list that has some, in their order.
    """

    rows: dict[str, Row]
    lists: dict[Slot, list[str]]

    def below(self, row_id: str) -> list[str]:
        """The ids of the rows right below a row, list by list."""
        slots = [Slot(row_id, field) for field in _LISTS.get(self.rows[row_id].kind, ())]
        return [inner for slot in slots for inner in self.lists.get(slot, ())]


def column_of(field: Field) -> str | None:
    """The id of the column of a cell of a section's table; None of any other value."""
    return field[1] if field[0] == _CELLS else None


def outline_of(request: Request) -> Outline:
    """The outline of a request."""
    outline = Outline({}, {})
    _add(ROOT, request, Slot(ROOT, ()), outline)
    shown = [section.id for section in request.sections if section.costs]
    outline.rows[ROOT].values[COSTS] = "/".join(shown)  # one id, in every request that a file can hold
    links = {link.id for link in request.links} if request.unknown else set()
    for unknown in request.unknown:
        field = (*UNKNOWN, unknown.path, unknown.name)
        if unknown.part in outline.rows:  # what belongs to a row that is gone goes with it
            outline.rows[unknown.part].values[field] = unknown.value
        elif unknown.part in links:
            outline.rows[ROOT].values[(*field, unknown.part)] = unknown.value
    return outline


def request_of(outline: Outline) -> Request:
    """The request of an outline."""
    request = _part(ROOT, outline)
    assert isinstance(request, Request)
    unknown = tuple(
        UnknownField(field[3] if field[3:] else row_id, field[1], field[2], str(value))
        for row_id, row in outline.rows.items()
        for field, value in row.values.items()
        if field[:1] == UNKNOWN and value is not UNSET
    )
    return msgspec.structs.replace(request, unknown=unknown) if unknown else request


def _add(row_id: str, part: Part | str, slot: Slot, outline: Outline) -> None:
    values: dict[Field, Value] = {}
    outline.rows[row_id] = Row(type(part), slot, values)
    if isinstance(part, str):
        values[("text",)] = part
    else:
        _collect(row_id, part, (), values, outline)


def _collect(row_id: str, part: Part, path: Field, values: dict[Field, Value], outline: Outline) -> None:
    for name in part.__struct_fields__:
        value: Any = getattr(part, name)
        field = (*path, name)
        if field in (_LINKS, UNKNOWN, _IDENTITY):
            continue
        if value is None or isinstance(value, str | int):
            if field != ("id",) and not (isinstance(part, Section) and field == COSTS):
                values[field] = value
        elif isinstance(value, tuple):
            _add_list(Slot(row_id, field), value, outline)
        elif isinstance(value, dict):
            values.update({(*field, key): inner for key, inner in value.items()})
        else:
            _collect(row_id, value, field, values, outline)


def _add_list(slot: Slot, parts: tuple[Any, ...], outline: Outline) -> None:
    if not parts:
        return
    ids = [part.id for part in parts] if hasattr(parts[0], "id") else _ids_of_nameless(slot, parts)
    outline.lists[slot] = ids
    for row_id, part in zip(ids, parts, strict=True):
        _add(row_id, part, slot, outline)


def _ids_of_nameless(slot: Slot, parts: tuple[Answer | str, ...]) -> list[str]:
    about = [(part,) if isinstance(part, str) else (part.rule, part.place, part.about) for part in parts]
    return ids_of_nameless("/".join(slot.field), about)


def _part(row_id: str, outline: Outline) -> Any:
    row = outline.rows[row_id]
    if row.kind is str:
        return row.values[("text",)]
    values: dict[Field, Any] = {
        field: value for field, value in row.values.items() if value is not UNSET and field[:1] != UNKNOWN
    }
    for field in _LISTS.get(row.kind, ()):
        if ids := outline.lists.get(Slot(row_id, field)):
            values[field] = tuple(_part(inner, outline) for inner in ids)
    if "id" in row.kind.__struct_fields__:
        values[("id",)] = row_id
    if row.kind is Section:
        values[COSTS] = row_id in str(outline.rows[ROOT].values.get(COSTS, "")).split("/")
    if row.kind is Request:
        del values[COSTS]
    return _struct(row.kind, values)


def _struct(kind: type[Any], values: Mapping[Field, Any]) -> Any:
    """A struct of values by their paths in it."""
    arguments: dict[str, Any] = {}
    deeper: dict[str, dict[Field, Any]] = {}
    for field, value in values.items():
        if len(field) == 1:
            arguments[field[0]] = value
        else:
            deeper.setdefault(field[0], {})[field[1:]] = value
    for name, inner in deeper.items():
        default = _default_of(kind, name)
        arguments[name] = (
            _struct(type(default), inner)
            if isinstance(default, Part)
            else {key[0]: value for key, value in inner.items()}
        )
    return kind(**arguments)


def _default_of(kind: type[Any], name: str) -> object:
    """The default value of a field of a struct; None where it has none.

    msgspec.structs.fields knows it too, but works out the types of all fields at each call.
    """
    last_first = zip(reversed(kind.__struct_fields__), reversed(kind.__struct_defaults__), strict=False)
    return dict(last_first).get(name)
