"""What a check of the whole finds line by line, kept per table, so that typing looks only at the line that changed.

A check that says one thing for a whole table or request still has to look at every line. What it found of a line is
kept beside the line and taken over as long as the line is the same object; what is returned never depends on that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, NamedTuple, TypeVar

from model.figures import GroupTotals, LineTotals
from model.reuse import map_reusing
from model.standard import Standard

Found = TypeVar("Found")
_MOST_TABLES: Final = 4_096


class _Known(NamedTuple, Generic[Found]):
    group: GroupTotals
    standard: Standard
    lines: tuple[tuple[Found, ...], ...]
    all: tuple[tuple[int, Found], ...]


class ByTable(Generic[Found]):
    """A pure function of a line (with its parts) and the Standard, called for the lines of a table.

    Attributes:
        look: the function; it gives what it finds of the line and its parts.
    """

    def __init__(self, look: Callable[[LineTotals, Standard], tuple[Found, ...]]) -> None:
        self.look = look
        self._known: dict[str, _Known[Found]] = {}

    def of(self, group: GroupTotals, standard: Standard) -> tuple[tuple[int, Found], ...]:
        """What is found in a table, each with the index of its line at the top."""
        before = self._known.get(group.group.id)
        if before is not None and before.standard is standard:
            if before.group is group:
                return before.all
            lines = map_reusing(
                lambda line: self.look(line, standard), group.lines, before.group.lines, before.lines
            )
        else:
            lines = tuple(self.look(line, standard) for line in group.lines)
        found = tuple((index, each) for index, line in enumerate(lines) if line for each in line)
        if len(self._known) >= _MOST_TABLES:
            self._known.clear()
        self._known[group.group.id] = _Known(group, standard, lines, found)
        return found
