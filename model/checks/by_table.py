"""What a check of the whole finds line by line, kept per table, so that typing looks only at the line that changed.

A check that says one thing for a whole table or request still has to look at every line. What it found of a line is
kept beside the line and taken over as long as the line is the same object; what is returned never depends on that.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

from model.figures import GroupTotals, LineTotals
from model.request import CostGroup
from model.reuse import map_reusing
from model.standard import Standard

Found = TypeVar("Found")
_MOST_TABLES: Final = 4_096


class _Known(NamedTuple, Generic[Found]):
    group: GroupTotals
    standard: Standard
    lines: tuple[tuple[Found, ...], ...]
    all: tuple[Found, ...]


class ByTable(Generic[Found]):
    """Pure functions of a line (with its parts), and of a table without its lines, called for the tables of a request.

    Attributes:
        of_line: gives what it finds of a line and its parts.
        of_group: gives what it finds of a table's title and note; None where they do not matter.
    """

    def __init__(
        self,
        of_line: Callable[[LineTotals, Standard], tuple[Found, ...]],
        of_group: Callable[[CostGroup, Standard], tuple[Found, ...]] | None = None,
    ) -> None:
        self.of_line = of_line
        self.of_group = of_group
        self._known: dict[str, _Known[Found]] = {}

    def of(self, group: GroupTotals, standard: Standard) -> tuple[Found, ...]:
        """What is found in a table, in its order."""
        before = self._known.get(group.group.id)
        if before is not None and before.standard is standard:
            if before.group is group:
                return before.all
            lines = map_reusing(
                lambda line: self.of_line(line, standard), group.lines, before.group.lines, before.lines
            )
        else:
            lines = tuple(self.of_line(line, standard) for line in group.lines)
        own = self.of_group(group.group, standard) if self.of_group else ()
        found = (*own, *chain.from_iterable(filter(None, lines)))
        if len(self._known) >= _MOST_TABLES:
            self._known.clear()
        self._known[group.group.id] = _Known(group, standard, lines, found)
        return found
