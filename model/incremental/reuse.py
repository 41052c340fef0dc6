"""Reuse of results for parts that did not change: the reason why typing stays fast in a sheet of 10,000 lines.

An edit replaces one part of a tuple and leaves the others alone; so the results of the unchanged
head and tail are those of the pass before. What is returned never depends on what there was before, only how fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
Found = TypeVar("Found")
_BLOCK: Final = 256
MOST_TABLES: Final = 4_096  # whose findings are kept; a request has a few hundred at most


def changed_span(parts: Sequence[object], before: Sequence[object]) -> tuple[int, int]:
    """The lengths of the common head and of the common tail; together at most the shorter length."""
    shorter = min(len(parts), len(before))
    head = _common_head(parts, before, shorter)
    tail = _common_tail(parts, before, shorter - head)
    return head, tail


def _common_head(parts: Sequence[object], before: Sequence[object], most: int) -> int:
    """How many parts are the same from the first on: by blocks at the speed of C, then one by one."""
    at = 0
    while at + _BLOCK <= most and parts[at : at + _BLOCK] == before[at : at + _BLOCK]:
        at += _BLOCK
    while at < most and parts[at] is before[at]:
        at += 1
    return at


def _common_tail(parts: Sequence[object], before: Sequence[object], most: int) -> int:
    """How many parts are the same from the last back."""
    at, end, end_before = 0, len(parts), len(before)
    while (
        at + _BLOCK <= most
        and parts[end - at - _BLOCK : end - at] == before[end_before - at - _BLOCK : end_before - at]
    ):
        at += _BLOCK
    while at < most and parts[end - at - 1] is before[end_before - at - 1]:
        at += 1
    return at


def map_reusing(
    compute: Callable[[Part], Result],
    parts: tuple[Part, ...],
    parts_before: tuple[Part, ...],
    results_before: tuple[Result, ...],
) -> tuple[Result, ...]:
    """``tuple(map(compute, parts))``, taking over the results of the unchanged head and tail."""
    head, tail = changed_span(parts, parts_before)
    changed = parts[head : len(parts) - tail]
    return (
        results_before[:head]
        + tuple(map(compute, changed))
        + results_before[len(results_before) - tail : len(results_before)]
    )


class Kept(Generic[Part, Found]):
    """What a function finds in each part of long tuples; of a tuple seen before only the parts that changed are looked at.

    Few parts have anything to be found, so only those are remembered, with the last tuple of each name. As of any cache,
    what is returned depends on the parts alone.
    """

    def __init__(self, find: Callable[[Part], tuple[Found, ...]]) -> None:
        self._find = find
        self._seen: dict[str, _Seen[Part, Found]] = {}

    def of(self, name: str, parts: tuple[Part, ...]) -> tuple[Found, ...]:
        """All that is found in the parts, in their order.

        Args:
            name: under which the parts were looked at before, if they were: the id of their table.
            parts: the parts.
        """
        seen = self._seen.get(name)
        if seen is not None and seen.parts is parts:
            return seen.all
        before, known = ((), ()) if seen is None else (seen.parts, seen.found)
        head, tail = changed_span(parts, before)
        end, end_before = len(parts) - tail, len(before) - tail
        found = (
            *(each for each in known if each[0] < head),
            *((at, new) for at in range(head, end) if (new := self._find(parts[at]))),
            *((at - end_before + end, old) for at, old in known if at >= end_before),
        )
        if len(self._seen) >= MOST_TABLES:
            self._seen.clear()
        everything = tuple(each for _, of_part in found for each in of_part)
        self._seen[name] = _Seen(parts, found, everything)
        return everything


class _Seen(NamedTuple, Generic[Part, Found]):
    """The parts of a name, what was found in which of them by their number, and all of it."""

    parts: tuple[Part, ...]
    found: tuple[tuple[int, tuple[Found, ...]], ...]
    all: tuple[Found, ...]
