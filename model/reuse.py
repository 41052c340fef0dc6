"""Reuse of results for parts that did not change: the reason why typing stays fast in a sheet of 10,000 lines.

An edit replaces one part of a tuple and leaves the others alone; so the results of the unchanged
head and tail are those of the pass before. What is returned never depends on what there was before, only how fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
_BLOCK: Final = 256
_KEPT: Final = 1024


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


class Sieve(Generic[Part]):
    """The few parts of long tuples for which something holds; of a tuple seen before only what changed is looked at.

    It remembers the last tuple of each name and what was found in it, as a cache does: what is returned depends on the
    parts alone.
    """

    def __init__(self, holds: Callable[[Part], bool]) -> None:
        self._holds = holds
        self._seen: dict[str, tuple[tuple[Part, ...], tuple[int, ...]]] = {}

    def sift(self, name: str, parts: tuple[Part, ...]) -> list[Part]:
        """``list(filter(holds, parts))``.

        Args:
            name: under which the parts were looked at before, if they were: the id of their table.
            parts: the parts.
        """
        before, found = self._seen.get(name, ((), ()))
        if before is not parts:
            head, tail = changed_span(parts, before)
            end, end_before = len(parts) - tail, len(before) - tail
            found = (
                *(at for at in found if at < head),
                *(at for at in range(head, end) if self._holds(parts[at])),
                *(at - end_before + end for at in found if at >= end_before),
            )
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen[name] = (parts, found)
        return [parts[at] for at in found]
