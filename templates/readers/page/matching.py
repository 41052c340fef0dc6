"""Which row of a form a printed row is: by its order, and by how much its label is like the form's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeVar

from model.values.fiscal_year import ERA_NAME, ERA_YEAR
from templates.readers.labels import compact

Key = TypeVar("Key", bound=str)

_YEARS: Final = re.compile(rf"{ERA_NAME}|{ERA_YEAR}|\d+|元")
_EXACT: Final = 100
_SAME_BUT_FOR_THE_YEAR: Final = 60
_LIKE: Final = 40  # at most, for labels that share some of their letters
_ORDER_ALONE: Final = 1


class _Matched(NamedTuple):
    """The row of the form that a label is, None for none, behind the labels before it, and how alike all of them are."""

    score: int
    row: int | None = None
    before: _Matched | None = None


def match_rows(labels: Sequence[str], form: Sequence[tuple[Key, str]]) -> list[Key | None]:
    """The key of the row of the form that each printed label is, in order, so that together they are as alike as can be.

    A blank label fits any row; None is for a row that the form does not have.
    """
    usual = [compact(label) for _, label in form]
    best = [_Matched(0)] * (
        len(form) + 1
    )  # the labels so far with none, the first, the first two … of the rows
    for label in labels:
        printed = compact(label)
        found = [_Matched(best[0].score, None, best[0])]
        for row, expected in enumerate(usual):
            taken = _Matched(best[row].score + _likeness(printed, expected), row, best[row])
            left = _Matched(best[row + 1].score, None, best[row + 1])
            found.append(max(taken, left, found[row], key=lambda matched: matched.score))
        best = found
    keys: list[Key | None] = []
    last = best[-1]
    while last.before is not None:
        keys.append(None if last.row is None else form[last.row][0])
        last = last.before
    return keys[::-1]


def likeness(labels: Sequence[str], form: Sequence[tuple[Key, str]]) -> int:
    """How well printed labels fit the rows of a form; a row without a place in it counts against it."""
    usual = dict(form)
    keys = match_rows(labels, form)
    return sum(
        -_EXACT if key is None else _likeness(compact(label), compact(usual[key]))
        for label, key in zip(labels, keys, strict=True)
    )


def _likeness(printed: str, expected: str) -> int:
    if printed == expected:
        return _EXACT
    if not printed:
        return _LIKE // 2
    if _YEARS.sub("", printed) == _YEARS.sub("", expected):
        return _SAME_BUT_FOR_THE_YEAR
    return _ORDER_ALONE + int(_LIKE * SequenceMatcher(None, printed, expected).ratio())
