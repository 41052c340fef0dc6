"""Something read off each line of the cost tables, kept while the lines are the same: an edit reads one line anew.

What comes back never depends on what was kept, only how fast; and while nothing of it changed it is the same object,
so that what is built on it can be kept by identity.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from model.request import CostGroup, Line
from model.reuse import map_reusing

T = TypeVar("T")


class KeptLines(Generic[T]):
    """What a function reads off each line of each group; lines with their parts are read as one."""

    def __init__(self, read: Callable[[Line], T]) -> None:
        self._read = read
        self._groups: tuple[CostGroup, ...] = ()
        self._by_group: dict[str, tuple[tuple[Line, ...], tuple[T, ...]]] = {}
        self._result: tuple[tuple[T, ...], ...] = ()
        self._said: tuple[tuple[tuple[T, ...], ...], tuple[T, ...]] = ((), ())

    def of(self, groups: tuple[CostGroup, ...]) -> tuple[tuple[T, ...], ...]:
        """For each group what each of its lines says."""
        if groups is self._groups:
            return self._result
        known, self._by_group = self._by_group, {}
        result = tuple(self._of_group(group, known.get(group.id)) for group in groups)
        if len(result) != len(self._result) or any(
            new is not old for new, old in zip(result, self._result, strict=True)
        ):
            self._result = result
        self._groups = groups
        return self._result

    def said(self, groups: tuple[CostGroup, ...]) -> tuple[T, ...]:
        """What the lines say that say something, in their order."""
        result = self.of(groups)
        if self._said[0] is not result:
            self._said = (result, tuple(each for of_group in result for each in of_group if each))
        return self._said[1]

    def _of_group(
        self, group: CostGroup, known: tuple[tuple[Line, ...], tuple[T, ...]] | None
    ) -> tuple[T, ...]:
        if known is None:
            found = tuple(map(self._read, group.lines))
        elif known[0] is group.lines:
            found = known[1]
        else:
            found = map_reusing(self._read, group.lines, *known)
            if found == known[1]:
                found = known[1]
        self._by_group[group.id] = (group.lines, found)
        return found
