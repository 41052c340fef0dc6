"""What is read off each line of the cost tables, kept while the lines are the same: an edit reads one line anew.

Readers share one look at what an edit changed. What comes back never depends on what was kept, only how fast; and
while nothing of it changed it is the same object, so that what is built on it can be kept by identity.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from model.incremental.reuse import changed_span
from model.request.request import CostGroup, Line

T = TypeVar("T")


class KeptLines(Generic[T]):
    """What a function reads off each line of each group; a line with its parts is read as one."""

    def __init__(self, read: Callable[[Line], T], look: Look | None = None) -> None:
        """Read each line by a function, at the look of the others, or at one of its own that is taken when it is asked."""
        self._look = _SHARED if look is None else look
        self._at = self._look.register(read)
        self._said: tuple[object, tuple[T, ...]] = (None, ())

    def of(self, groups: tuple[CostGroup, ...]) -> tuple[tuple[T, ...], ...]:
        """For each group what each of its lines says."""
        result: tuple[tuple[T, ...], ...] = self._look.results_of(groups)[self._at]
        return result

    def said(self, groups: tuple[CostGroup, ...]) -> tuple[T, ...]:
        """What the lines say that say something, in their order."""
        result = self.of(groups)
        if self._said[0] is not result:
            self._said = (result, tuple(each for of_group in result for each in of_group if each))
        return self._said[1]


class Look:
    """The lines that were looked at last, and what each reader read of them."""

    def __init__(self) -> None:
        self._readers: list[Callable[[Line], Any]] = []
        self._groups: tuple[CostGroup, ...] | None = None
        self._by_group: dict[str, tuple[tuple[Line, ...], list[tuple[Any, ...]]]] = {}
        self._results: list[tuple[tuple[Any, ...], ...]] = []

    def register(self, read: Callable[[Line], Any]) -> int:
        """The number of a new reader."""
        self._readers.append(read)
        self._groups, self._by_group = None, {}
        self._results = [() for _ in self._readers]
        return len(self._readers) - 1

    def results_of(self, groups: tuple[CostGroup, ...]) -> list[tuple[tuple[Any, ...], ...]]:
        """What each reader reads, by group and line."""
        if groups is self._groups:
            return self._results
        known, self._by_group = self._by_group, {}
        read = [self._of_group(group, known.get(group.id)) for group in groups]
        for at, before in enumerate(self._results):
            if len(read) != len(before) or any(
                new[at] is not old for new, old in zip(read, before, strict=True)
            ):
                self._results[at] = tuple(new[at] for new in read)
        self._groups = groups
        return self._results

    def _of_group(
        self, group: CostGroup, known: tuple[tuple[Line, ...], list[tuple[Any, ...]]] | None
    ) -> list[tuple[Any, ...]]:
        if known is None:
            results = [tuple(map(read, group.lines)) for read in self._readers]
        elif known[0] is group.lines:
            results = known[1]
        else:
            head, tail = changed_span(group.lines, known[0])
            come = group.lines[head : len(group.lines) - tail]
            end = len(known[0]) - tail
            results = []
            for read, before in zip(self._readers, known[1], strict=True):
                new = tuple(map(read, come))
                same = new == before[head:end]
                results.append(before if same else before[:head] + new + before[end:])
        self._by_group[group.id] = (group.lines, results)
        return results


_SHARED: Final = Look()
