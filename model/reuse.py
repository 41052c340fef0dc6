"""Reuse of results for parts that did not change: the reason why typing stays fast in a sheet of 10,000 lines.

An edit replaces one part of a tuple and leaves the others alone; so the results of the unchanged
head and tail are those of the pass before. What is returned never depends on what there was before, only how fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")
_BLOCK: Final = 256


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
