"""What an equation between printed figures is, and how its members are read where a person put them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.edits.fields import value_at
from model.request.place import Place
from model.request.request import Request


class Equation(NamedTuple):
    """Whether an equation holds, and the places of its sum or copy."""

    name: str
    holds: bool
    sums: frozenset[Place]


def equal(name: str, one: object, other: object, *sums: Place) -> Iterator[Equation]:
    """The equation of two figures; none where one is not printed."""
    if one is not None and other is not None:
        yield Equation(name, one == other, frozenset(sums))


def at(request: Request, where: Place) -> int | None:
    """The figure that a person put at a place, 千円; None for a blank or what is no figure."""
    value = value_at(request, where)
    return value if isinstance(value, int) else None


def add(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where all is blank."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def number(value: object) -> int | None:
    """A figure; None for a blank or what is no figure."""
    return value if isinstance(value, int) else None
