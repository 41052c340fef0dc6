"""Reading and setting one value at a place: the one way in which a typed value enters a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from model.edits import multi_year_fields
from model.figures.figures import LineTotals
from model.request.lines import change_line, find
from model.request.part import Part, WithId, by_id
from model.request.place import EXPENSE, GENERAL, YEARS, Place
from model.request.request import Assessment, Contact, Funding, Headcount, Header, Request
from model.values import amount, fiscal_year, people
from model.values.amount import Amount
from model.values.pattern import lazy_pattern

# Characters no sheet can carry (XML forbids them); a line break and a tab are text.
_CONTROL: Final = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PARTS: Final[Mapping[str, str]] = {
    "group": "groups",
    "section": "sections",
    "commitment": "commitments",
    "term": "funding_terms",
    "cut": "cuts",
}
"""The fields of a request with parts that have fields of their own."""
_ONCE: Final[Mapping[str, type[Part]]] = {
    "header": Header,
    "contact": Contact,
    "assessment": Assessment,
    "headcount": Headcount,
    "funding": Funding,
}
"""The parts of which a request has one each."""
_AMOUNT_FIELDS: Final = frozenset({"previous", "amount", "held", "separate"})


_P = TypeVar("_P", bound=WithId)


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
    kind, _, rest = place.partition("/")
    if kind in ("request", "cost", "funding", "component"):
        return True
    if kind in multi_year_fields.KINDS:
        return multi_year_fields.holds_amount(place)
    if kind == "commitment":
        return rest.rpartition("/")[2] in ("limit", "paid")
    if kind in ("term", "cut"):
        return rest.rpartition("/")[2] in ("amount", "eligible")
    return kind in ("line", "group", "assessment") and rest.rpartition("/")[2] in _AMOUNT_FIELDS


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
    match kind:
        case "header" | "contact" | "assessment":
            value = getattr(getattr(request, kind), rest)
        case "funding_words":
            value = request.funding_words
        case "line":
            value = getattr(find(request, part_id), field, None)
        case "group" | "section" | "commitment" | "term" | "cut":
            value = getattr(by_id(getattr(request, _PARTS[kind]), part_id), field, None)
        case "owed" | "annual" | "continuing":
            value = multi_year_fields.value_at(request, place)
        case "table" | "column" | "cell":
            from model.edits import section_tables  # the first paint does without it

            value = section_tables.value_at(request, place)
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
        case "group" | "section" | "commitment" | "term" | "cut":
            parts = getattr(request, _PARTS[kind])
            if by_id(parts, part_id) is None:
                return request
            return replace(request, **{_PARTS[kind]: _with_field(parts, part_id, field, value)})
        case "owed" | "annual" | "continuing":
            return multi_year_fields.set_value(request, place, value)
        case "table" | "column" | "cell":
            from model.edits import section_tables

            return section_tables.set_value(request, place, str(value or ""))
        case "component":
            kept = {key: amount for key, amount in request.components.items() if key != rest}
            added = {} if value is None or value == "" else {rest: value}
            return replace(request, components={**kept, **added})
        case "price":
            return replace(request, prices={**request.prices, rest: str(value or "")})
        case "unknown":  # it is erased; nobody types it
            return replace(request, unknown=tuple(field for field in request.unknown if field.place != place))
        case "headcount":
            return replace(request, headcount=_with_cell(request.headcount, part_id, field, value))
        case "funding" if field not in (GENERAL, EXPENSE):
            return replace(request, funding=_with_cell(request.funding, part_id, field, value))
        case _:
            declared = {key: kept for key, kept in request.declared.items() if key != place}
            return replace(
                request, declared=declared if value is None or value == "" else {**declared, place: value}
            )


def set_heading(request: Request, line: LineTotals, heading: bool) -> Request:
    """Make a line a heading (見出し, printed without figures of its own), or an ordinary line again.

    A figure that was typed over the same sum of the parts follows them again, for nobody would see it on a heading.
    """
    request = set_value(request, f"line/{line.line.id}/heading", heading)
    for year in YEARS:
        if heading and line.parts and line.of(year).is_declared and not line.of(year).differs:
            request = set_value(request, f"line/{line.line.id}/{year}", None)
    return request


def _with_field(parts: tuple[_P, ...], part_id: str, field: str, value: Amount) -> tuple[_P, ...]:
    """The parts with a value in a field of one; a section that was edited is no longer last year's."""

    def edited(part: Any) -> Any:
        new = replace(part, **{field: value})
        return replace(new, carried=False) if getattr(new, "carried", False) else new

    return tuple(edited(part) if part.id == part_id else part for part in parts)


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


_Table = TypeVar("_Table")


def _with_cell(table: _Table, row: str, key: str, value: Amount) -> _Table:
    cells = dict(getattr(table, row))
    if value is None or value == "":
        cells.pop(key, None)
    else:
        cells[key] = value
    return replace(table, **{row: cells})  # type: ignore[type-var]
