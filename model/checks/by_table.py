"""What a check of the whole finds line by line, kept per table, so that typing looks only at the line that changed.

A check that says one thing for a whole table or request still has to look at every line. What it found of a line is
taken over as long as the line is the same object (model/incremental/reuse); what is returned never depends on that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from model.figures.figures import GroupTotals, LineTotals
from model.incremental.reuse import MOST_TABLES, Kept
from model.request.request import CostGroup
from model.standard.standard import Standard

Found = TypeVar("Found")


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
        self._standard: Standard | None = None
        self._known: dict[str, tuple[GroupTotals, tuple[Found, ...]]] = {}

    def of(self, group: GroupTotals, standard: Standard) -> tuple[Found, ...]:
        """What is found in a table, in its order."""
        if standard is not self._standard:  # by another Standard all is looked at anew
            self._standard, self._known = standard, {}
            self._lines: Kept[LineTotals, Found] = Kept(lambda line: self.of_line(line, standard))
        known = self._known.get(group.group.id)
        if known is not None and known[0] is group:
            return known[1]
        own = self.of_group(group.group, standard) if self.of_group else ()
        found = own + self._lines.of(group.group.id, group.lines)
        if len(self._known) >= MOST_TABLES:
            self._known.clear()
        self._known[group.group.id] = (group, found)
        return found
