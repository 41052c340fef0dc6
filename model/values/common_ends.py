"""What two texts or lists have in common at their beginning and end: where one was changed into the other."""

from __future__ import annotations

from collections.abc import Sequence


def common_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """How many items at the beginning, and how many of the rest at the end, are the same in both."""
    head = _common_head(one, other)
    return head, _common_head(one[head:][::-1], other[head:][::-1])


def _common_head(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items at the beginning are the same; found by halving, since whole slices compare fast."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
