"""Which row of a form a printed row is: by its order, and by how much its label is like the form's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, TypeVar

from templates.page_reader.pieces import compact

Key = TypeVar("Key", bound=str)

_YEARS: Final = re.compile(r"平成|令和|[HR]?\d+|元")
_EXACT: Final = 100
_SAME_BUT_FOR_THE_YEAR: Final = 60
_LIKE: Final = 40  # at most, for labels that share some of their letters
_ORDER_ALONE: Final = 1


def match_rows(labels: Sequence[str], form: Sequence[tuple[Key, str]]) -> list[Key | None]:
    """Match printed labels with a form's rows in order, so that together they are as alike as can be.

    Args:
        labels: the printed labels; a blank one fits any row.
        form: key and label of each row of the form.

    Returns:
        For each printed label the key of its row; None for a row that the form does not have.
    """
    best: list[list[tuple[int, list[Key | None]]]] = [[(0, [None] * len(labels))] * (len(form) + 1)]
    for at, label in enumerate(labels):
        row: list[tuple[int, list[Key | None]]] = [best[at][0]]
        for column, (key, usual) in enumerate(form):
            score, chosen = best[at][column]
            taken = [*chosen]
            taken[at] = key
            options = [(score + _likeness(label, usual), taken), best[at][column + 1], row[column]]
            row.append(max(options, key=lambda option: option[0]))
        best.append(row)
    return best[-1][-1][1]


def likeness(labels: Sequence[str], form: Sequence[tuple[Key, str]]) -> int:
    """How well printed labels fit the rows of a form; a row without a place in it counts against it."""
    usual = dict(form)
    keys = match_rows(labels, form)
    return sum(
        -_EXACT if key is None else _likeness(label, usual[key])
        for label, key in zip(labels, keys, strict=True)
    )


def _likeness(label: str, usual: str) -> int:
    printed, expected = compact(label), compact(usual)
    if printed == expected:
        return _EXACT
    if not printed:
        return _LIKE // 2
    if _YEARS.sub("", printed) == _YEARS.sub("", expected):
        return _SAME_BUT_FOR_THE_YEAR
    return _ORDER_ALONE + int(_LIKE * SequenceMatcher(None, printed, expected).ratio())
