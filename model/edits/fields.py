"""Reading and setting one value at a place: the one way in which a typed value enters a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from model.figures.figures import LineTotals
from model.request.lines import change_line, find
from model.request.part import Part, by_id
from model.request.parts import KINDS, change_part, part_of
from model.request.place import EXPENSE, GENERAL, YEARS, Place
from model.request.request import Assessment, Contact, Funding, Headcount, Header, Request
from model.values import amount, fiscal_year, people
from model.values.amount import Amount
from model.values.pattern import lazy_pattern

# Characters no sheet can carry (XML forbids them); a line break and a tab are text.
_CONTROL: Final = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ONCE: Final[Mapping[str, type[Part]]] = {
    "header": Header,
    "contact": Contact,
    "assessment": Assessment,
    "headcount": Headcount,
    "funding": Funding,
}
"""The parts of which a request has one each."""
_Part = TypeVar("_Part", bound=Part)
_Key = TypeVar("_Key", bound=str)
_Cell = TypeVar("_Cell", str, Amount)
_TABLES: Final = ("request", "cost", "funding", "component")
"""What the places of figures alone begin with."""
_AMOUNTS: Final[Mapping[str, tuple[str, ...]]] = {
    "line": ("previous", "amount"),
    "group": ("previous", "amount"),
    "assessment": ("amount", "held", "separate"),
    "commitment": ("limit", "paid"),
    "owed": ("amount", "contracted", "changed", "source"),
    "continuing": ("total", "total_before"),
    "annual": ("before", "after"),
    "term": ("amount", "eligible"),
    "cut": ("amount",),
}
"""The words of other places that hold an amount, behind the first word and the id."""


def clean_text(text: str) -> str:
    """Typed or pasted text as it is kept: one kind of line break, no control characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_place(place: Place) -> bool:
    """Whether a request can have something at a place; whether it has the row is not asked."""
    kind, _, rest = place.partition("/")
    name = rest.rpartition("/")[0] if kind in ("headcount", "funding") else rest
    return kind not in _ONCE or name in _ONCE[kind].__struct_fields__


def holds_amount(place: Place) -> bool:
    """Whether the place holds an amount of 千円."""
    kind, *words = place.split("/")
    return kind in _TABLES or any(word in _AMOUNTS.get(kind, ()) for word in words[1:] or words)


def is_total(request: Request, where: Place) -> bool:
    """Whether the figure at a place is derived from others where none is typed."""
    kind, _, rest = where.partition("/")
    part, _, field = rest.rpartition("/")
    if kind == "line":  # what was typed beside a calculation is the writer's choice
        line = find(request, part)
        return line is not None and bool(line.parts)
    return kind in ("request", "cost", "group") or (kind == "funding" and field in (GENERAL, EXPENSE))


def is_previous_year(place: Place) -> bool:
    """Whether the place is one of the previous year, whose figures the published sheet prints in brackets."""
    return place.endswith("/previous") or "/previous/" in place


def read(place: Place, text: str) -> Amount:
    """The value that typed text stands for at a place: an amount, a headcount in its stored form, or text."""
    text = clean_text(text)
    if holds_amount(place):
        return amount.parse(text, brackets_mean_previous_year=is_previous_year(place))
    if place.startswith("headcount/"):
        return people.clean(text)
    if place.startswith("commitment/") and place.endswith("/period"):
        return fiscal_year.typed_period(text)
    return text


def type_text(request: Request, place: Place, text: str) -> Request:
    """Set a place to what was typed there."""
    return set_value(request, place, read(place, text))


def value_at(request: Request, place: Place) -> Amount:
    """The value a person put at a place; None where the place is blank or gone. Derived figures are in the totals."""
    kind, _, rest = place.partition("/")
    part_id, _, field = rest.rpartition("/")
    value: Any
    match kind:
        case "header" | "contact" | "assessment":
            value = getattr(getattr(request, kind), rest)
        case "funding_words":
            value = request.funding_words
        case "line":
            value = getattr(find(request, part_id), field, None)
        case "cell":
            tables = (table for table in request.tables if by_id(table.columns, field))
            rows = (row for table in tables if (row := by_id(table.rows, part_id)))
            value = next((row.cells.get(field, "") for row in rows), None)
        case _ if kind in KINDS:
            part_id, *words = rest.split("/")
            value = part_of(request, KINDS[kind], part_id)
            for name in _path(kind, words):
                value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
        case "price":
            value = request.prices.get(rest, "")
        case "unknown":
            value = next((field.value for field in request.unknown if field.place == place), None)
        case "component":
            value = request.components.get(rest)  # type: ignore[call-overload]
        case "headcount":
            value = getattr(request.headcount, part_id).get(field, "")
        case "funding" if field not in (GENERAL, EXPENSE):
            value = getattr(request.funding, part_id).get(field)
        case _:
            value = request.declared.get(place)
    return value if isinstance(value, int | str) else None


def set_value(request: Request, place: Place, value: Amount) -> Request:
    """Set a place to a value; the same request comes back when nothing changes or the place is gone.

    A table or row that a published sheet left out is printed again once something is typed in it.

    None or "" clears: a declared figure returns to the derived one, a count becomes a blank cell, a text is empty.
    """
    if value is None or value == "":
        value = None if holds_amount(place) else ""
    before = value_at(request, place)
    kind, _, rest = place.partition("/")
    part_id, _, field = rest.rpartition("/")
    if before == value or (before is None and not holds_amount(place)):
        return request
    if request.printed.without and value not in (None, ""):
        request = _printed_again(request, kind, part_id, rest)
    match kind:
        case "header" | "contact" | "assessment":
            return replace(request, **{kind: replace(getattr(request, kind), **{rest: value})})
        case "funding_words":
            return replace(request, funding_words=str(value or ""))
        case "line":
            return change_line(request, part_id, lambda line: replace(line, **{field: value}))
        case _ if kind in KINDS:
            part_id, *words = rest.split("/")
            path = _path(kind, words)
            return change_part(request, KINDS[kind], part_id, lambda part: _with_value(part, path, value))
        case "component":
            return replace(request, components=with_cell(request.components, rest, value))
        case "price":
            return replace(request, prices={**request.prices, rest: str(value or "")})
        case "unknown":  # it is erased; nobody types it
            return replace(request, unknown=tuple(field for field in request.unknown if field.place != place))
        case "headcount":
            return replace(request, headcount=_with_value(request.headcount, [part_id, field], value))
        case "funding" if field not in (GENERAL, EXPENSE):
            return replace(request, funding=_with_value(request.funding, [part_id, field], value))
    return replace(request, declared=with_cell(request.declared, place, value))


def set_heading(request: Request, line: LineTotals, heading: bool) -> Request:
    """Make a line a heading (見出し, printed without figures of its own), or an ordinary line again.

    A figure that was typed over the same sum of the parts follows them again, for nobody would see it on a heading.
    """
    request = set_value(request, f"line/{line.line.id}/heading", heading)
    for year in YEARS:
        if heading and line.parts and line.of(year).is_declared and not line.of(year).differs:
            request = set_value(request, f"line/{line.line.id}/{year}", None)
    return request


def with_cell(cells: Mapping[_Key, _Cell], key: _Key, value: _Cell | None) -> dict[_Key, _Cell]:
    """Cells with another value in one of them, which keeps its place among them; a blank one is missing."""
    if value is None or value == "":
        return {other: kept for other, kept in cells.items() if other != key}
    return {**cells, key: value}


def _path(kind: str, words: list[str]) -> list[str]:
    """The fields and keys that lead to a value of a part, from what its place says behind the id."""
    if kind == "cell":
        return ["cells", *words]
    return ["sources", *words[1:]] if kind == "owed" and words[:1] == ["source"] else words


def _with_value(part: _Part, path: list[str], value: Amount) -> _Part:
    """A part with a value in a field, or in a cell of one; a section that was edited is no longer last year's."""
    field, *keys = path
    held = with_cell(getattr(part, field), keys[0], value) if keys else value
    edited = replace(part, **{field: held})
    return replace(edited, carried=False) if getattr(edited, "carried", False) else edited


def _printed_again(request: Request, kind: str, row: str, rest: str) -> Request:
    """The request where the table and row of a place are no longer among those that its sheet leaves out."""
    match kind:
        case "funding":
            table = "finance" if row in ("assessed", "held", "separate") else "funding"
        case "cost" | "headcount":
            table = "cost"
        case "assessment" if rest == "comment":
            table = "comment"
        case "request" | "component":
            table = "request"
        case _:
            return request
    without = tuple(part for part in request.printed.without if part not in (table, f"{table}/{row}"))
    return replace(request, printed=replace(request.printed, without=without))
