"""Which row of a form a printed row is: by its order, and by how much its label is like the form's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeVar

from model.values.fiscal_year import ERA_NAME, ERA_YEAR
from templates.readers.labels import compact

Key = TypeVar("Key", bound=str)

_YEARS: Final = re.compile(rf"{ERA_NAME}|{ERA_YEAR}|\d+|元")
_EXACT: Final = 100
_SAME_BUT_FOR_THE_YEAR: Final = 60
_LIKE: Final = 40  # at most, for labels that share some of their letters
_ORDER_ALONE: Final = 1


def match_rows(labels: Sequence[str], form: Sequence[tuple[Key, str]]) -> list[Key | None]:
    """The key of the row of the form that each printed label is, in order, so that together they are as alike as can be.

    A blank label fits any row; None is for a row that the form does not have.
    """
    usual = [compact(label) for _, label in form]
    scores = [0] * (len(form) + 1)
    takes: list[list[bool]] = []  # per label and row of the form: whether the best so far ends with this pair
    leaves: list[list[bool]] = []  # … whether it leaves this label without a row
    for label in labels:
        row, taken, left = [scores[0]], [False], [True]
        printed = compact(label)
        for column, expected in enumerate(usual):
            pair, above, beside = (
                scores[column] + _likeness(printed, expected),
                scores[column + 1],
                row[column],
            )
            best = max(pair, above, beside)
            row.append(best)
            taken.append(best == pair)
            left.append(best == above)
        scores = row
        takes.append(taken)
        leaves.append(left)
    found: list[Key | None] = [None] * len(labels)
    column = len(form)
    index = len(labels) - 1
    while index >= 0:
        if takes[index][column]:
            found[index] = form[column - 1][0]
            column -= 1
            index -= 1
        elif leaves[index][column]:
            index -= 1
        else:
            column -= 1
    return found


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
