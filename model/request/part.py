"""What every part of a request is made as: a frozen value, and how parts are found by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

import msgspec


class WithId(Protocol):
    """A part that is one of several and has an id."""

    @property
    def id(self) -> str:
        """Its id, unique in the request."""
        ...


_P = TypeVar("_P", bound=WithId)


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What every part of a request is: a value, never changed; a field that is not known is an error when read."""


class UnknownField(Part, frozen=True):
    """A field of a request's file that this version does not know: kept and written back as it was, used by nothing.

    Attributes:
        part: the id of the part that has it; "" for the request itself; of an answer what it is about.
        path: the names of the fields that lead to it from there: 「header」; "" where it stands in the part itself.
        name: its name.
        value: its value as JSON.
    """

    part: str
    path: str
    name: str
    value: str

    @property
    def place(self) -> str:
        """Its place, by which it is erased."""
        return f"unknown/{self.part}/{self.path}/{self.name}"


def index_of(parts: tuple[_P, ...], part_id: str | None) -> int | None:
    """The index of the part with an id; None where it is gone."""
    return next((index for index, part in enumerate(parts) if part.id == part_id), None)


def by_id(parts: tuple[_P, ...], part_id: str) -> _P | None:
    """The part with an id; None where it is gone."""
    return next((part for part in parts if part.id == part_id), None)


def without(parts: tuple[_P, ...], part_id: str) -> tuple[_P, ...]:
    """The parts but for the one with an id; the same tuple where it is gone."""
    rest = tuple(part for part in parts if part.id != part_id)
    return parts if len(rest) == len(parts) else rest


def replaced(parts: tuple[_P, ...], part: _P) -> tuple[_P, ...]:
    """The parts with one in the place of that of its id."""
    return tuple(part if other.id == part.id else other for other in parts)


def inserted(parts: tuple[_P, ...], new: Iterable[_P], before: str | None) -> tuple[_P, ...]:
    """The parts with others above the one with an id, or at the end."""
    index = index_of(parts, before)
    at = len(parts) if index is None else index
    return (*parts[:at], *new, *parts[at:])
