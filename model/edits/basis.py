"""Typing the calculation behind an amount (積算): one cell takes a figure or an expression, as in Excel.

What is typed as an expression becomes the basis and clears a typed figure; a figure typed beside a basis is the
author's choice against it, and both are kept (forms.md section 5: it is the author's arithmetic).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from model.basis.recognizing import looks_like_basis
from model.edits.fields import clean_text, set_value, type_text, value_at
from model.request.lines import find
from model.request.place import EXPENSE, GENERAL, Place
from model.request.request import Request
from model.values import amount
from model.values.amount import Amount

_BESIDE: Final = "\x1f"
"""Between a calculation and the figure typed against it, where one text stands for both; nobody types it."""


def takes_basis(place: Place) -> bool:
    """Whether the amount at a place may have a basis: this year's figure of a line, a source of the funding tables."""
    kind, _, rest = place.partition("/")
    field = rest.rpartition("/")[2]
    return (kind == "line" and field == "amount") or (kind == "funding" and field not in (GENERAL, EXPENSE))


def basis_at(request: Request, place: Place) -> str:
    """The basis behind the amount at a place; "" for none."""
    if place.startswith("line/"):
        line = find(request, _line_id(place))
        return line.basis if line else ""
    return request.bases.get(place, "")


def set_basis(request: Request, place: Place, basis: str) -> Request:
    """Set the basis behind the amount at a place; "" takes it away."""
    if place.startswith("line/"):
        return set_value(request, f"line/{_line_id(place)}/basis", basis)
    if request.bases.get(place, "") == basis:
        return request
    others = {key: kept for key, kept in request.bases.items() if key != place}
    return replace(request, bases={**others, place: basis} if basis else others)


def read_figure(text: str) -> tuple[Amount, str]:
    """What is typed or pasted into an amount's cell, as (a figure, "") or (None, an expression).

    What ``whole_text`` wrote gives both, where both were there.
    """
    before, _, beside = text.partition(_BESIDE)
    stripped = clean_text(before).strip()
    if stripped and looks_like_basis(stripped):
        return amount.parse(clean_text(beside)), stripped.lstrip("=＝").strip()
    return amount.parse(clean_text(text)), ""


def whole_text(value: Amount, basis: str) -> str:
    """One text for all that an amount's cell holds, to copy it within the program; ``read_figure`` reads it."""
    typed = "" if value is None else str(value)
    if not basis:
        return typed
    return f"={basis}{_BESIDE}{typed}" if typed else f"={basis}"


def type_figure(request: Request, place: Place, text: str, basis_before: str | None = None) -> Request:
    """Set an amount that takes a basis to the whole text of its cell: a figure, or an expression; empty, it takes both away.

    ``basis_before`` is the basis when the typing began, which a typed figure leaves as it was; None for the one now.
    """
    value, basis = read_figure(text)
    if basis:
        return set_basis(set_value(request, place, value), place, basis)
    request = set_value(request, place, value)
    if value is None:
        return set_basis(request, place, "")
    return request if basis_before is None else set_basis(request, place, basis_before)


def put_text(request: Request, place: Place, text: str) -> Request:
    """Put pasted text, or nothing, in place of all that a cell holds: over a basis, a figure takes its place."""
    return type_figure(request, place, text, "") if takes_basis(place) else type_text(request, place, text)


def copy_cell(request: Request, source: Place, places: Iterable[Place]) -> Request:
    """Copy what a cell holds into others, as it is held: typed, unreadable or blank, with its basis where it has one."""
    value, basis = held_at(request, source)
    for place in places:
        request = set_value(request, place, value)
        if takes_basis(place):
            request = set_basis(request, place, basis)
    return request


def held_at(request: Request, place: Place) -> tuple[Amount, str]:
    """What was typed in a cell: a figure or a text, and the basis where it has one."""
    return value_at(request, place), basis_at(request, place) if takes_basis(place) else ""


def holds_something(request: Request, place: Place) -> bool:
    """Whether anything was typed in a cell: a figure, a text, or a basis."""
    value, typed = held_at(request, place)
    return value not in (None, "") or bool(typed)


def _line_id(place: Place) -> str:
    return place.partition("/")[2].rpartition("/")[0]
