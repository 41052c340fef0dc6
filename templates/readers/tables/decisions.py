"""What a person decided about a book and its tables; what they hold is taken as decided, and the rest is found again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from templates.readers.tables.columns.columns import Role
from templates.readers.tables.sums.figures import RowKind


class Choices(NamedTuple):
    """What a person decided about a table.

    Attributes:
        roles: of columns.
        kinds: of rows.
        depths: of rows: 1 for a part of the line above; 0 for all others.
        unit: of the amounts; "" where it is not decided.
        keeps_units: whether units that headings name stand over it: it is then the page's unit, and no person's answer.
    """

    roles: Mapping[int, Role] = MappingProxyType({})
    kinds: Mapping[int, RowKind] = MappingProxyType({})
    depths: Mapping[int, int] = MappingProxyType({})
    unit: str = ""
    keeps_units: bool = False


Spot: TypeAlias = tuple[str, int, int]
"""Which table of a book: its tab, the first row of its headings, its first column."""


class Decisions(NamedTuple):
    """What a person decided about a book.

    Attributes:
        year: the fiscal year; "" where it is not decided.
        project: which 事業 is read where the tabs name several; "" where it is not decided.
        tables: what was decided about its tables.
        taken: whether a table is taken, where that was decided.
        confirmed: the questions whose assumption was confirmed: where each stands, and its sentence.
    """

    year: str = ""
    project: str = ""
    tables: Mapping[Spot, Choices] = MappingProxyType({})
    taken: Mapping[Spot, bool] = MappingProxyType({})
    confirmed: frozenset[tuple[str, str]] = frozenset()
