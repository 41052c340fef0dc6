"""Comparing formulas: whether one still means what the program wrote after rows and columns were moved around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from templates.readers.books.calculation import REFERENCE, ends_of
from templates.readers.books.cells import address

Known: TypeAlias = Callable[[int, int], tuple[int, int] | None]

_LONGEST, _WIDEST = 100_000, 100  # cells of a range that are compared
_GONE: Final = "#REF!"


def is_same(written: str, now: str, known: Known, kept: Known, *, were_moved: bool) -> bool:
    """Whether a formula still takes the cells that it was written for.

    Args:
        written: the formula as the program wrote it.
        now: the formula as it stands now.
        known: from row and column now to those it was written at; None for a cell of an inserted row or column.
        kept: the same for the written formula: itself, or None where the row is gone.
        were_moved: whether rows stand in another order; a spreadsheet then stretches or shrinks the ranges over them
            by rules of its own, and the formula is known by its words alone.
    """
    if written == now:
        return True
    before_words, before_cells = _taken_apart(written, kept)
    words, cells = _taken_apart(now, known)
    return before_words == words and (were_moved or before_cells == cells)


def moved_along(formula: str, known: Known, now: Known) -> str:
    """A formula that still names the cells at which it was written, where others stand by now, with where those stand.

    ``known`` leads from a cell now to the written one, ``now`` the other way.
    """
    if all(known(*end) == end for match in REFERENCE.finditer(formula) for end in ends_of(match)):
        return formula

    def moved(match: re.Match[str]) -> str:
        corners = [now(*end) for end in ends_of(match)]
        return ":".join(_GONE if end is None else address(*end) for end in corners)

    return REFERENCE.sub(moved, formula)


def _taken_apart(formula: str, known: Known) -> tuple[str, frozenset[tuple[int, int]]]:
    """The words of a formula without its references, and the cells that these name, as they were written."""
    cells: set[tuple[int, int]] = set()

    def noted(found: re.Match[str]) -> str:
        ends = ends_of(found)
        (first, left), (last, right) = ends[0], ends[-1]
        for row in range(min(first, last), min(max(first, last), min(first, last) + _LONGEST) + 1):
            for column in range(left, min(right, left + _WIDEST) + 1):
                if (index := known(row, column)) is not None:
                    cells.add(index)
        return "@"

    words = REFERENCE.sub(noted, formula.replace(" ", "").replace(_GONE, "@"))
    return re.sub(r"@(?:,@)*", "@", words), frozenset(cells)
