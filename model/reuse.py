"""Reuse of results for parts that did not change: the reason why typing stays fast in a sheet of 10,000 lines.

An edit replaces one part of a tuple and leaves the identity of the others alone; so the results of the unchanged
head and tail are those of the pass before. What is returned never depends on what there was before, only how fast.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import is_
from typing import TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")


def changed_span(parts: Sequence[object], before: Sequence[object]) -> tuple[int, int]:
    """The lengths of the common head and of the common tail, by identity; together at most the shorter length."""
    shorter = min(len(parts), len(before))
    head = next((index for index, same in enumerate(map(is_, parts, before)) if not same), shorter)
    rest = shorter - head
    tails = map(is_, reversed(parts), reversed(before))
    tail = next((index for index, same in zip(range(rest), tails, strict=False) if not same), rest)
    return head, tail


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
