"""Comparing formulas: whether one still says what the program wrote after rows and columns were moved around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

Known: TypeAlias = Callable[[int, int], tuple[int, int] | None]

_LONGEST, _WIDEST = 100_000, 100  # cells of a range that are looked at
_REFERENCE: Final = re.compile(
    r"(?<![A-Za-z0-9_.])\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?(?![A-Za-z0-9_(.])"
)
_GONE: Final = "#REF!"


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula as it reads some rows below and columns right of where it was written; $ holds a reference fast."""

    def one(letters: str, row: str, before: str) -> str:
        fast_column, fast_row = before.startswith("$"), "$" in before[1:]
        column = letters if fast_column else _letters(_column(letters) + columns)
        at = int(row) if fast_row else int(row) + rows
        return f"{'$' if fast_column else ''}{column}{'$' if fast_row else ''}{at}"

    def moved(found: re.Match[str]) -> str:
        text = one(found[1], found[2], found[0].partition(":")[0])
        return f"{text}:{one(found[3], found[4], found[0].partition(':')[2])}" if found[3] else text

    return _REFERENCE.sub(moved, formula)


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


def _taken_apart(formula: str, known: Known) -> tuple[str, frozenset[tuple[int, int]]]:
    """The words of a formula without its references, and the cells that these name, as they were written."""
    cells: set[tuple[int, int]] = set()

    def noted(found: re.Match[str]) -> str:
        first, last = int(found[2]), int(found[4] or found[2])
        left, right = _column(found[1]), _column(found[3] or found[1])
        for row in range(min(first, last), min(max(first, last), min(first, last) + _LONGEST) + 1):
            for column in range(left, min(right, left + _WIDEST) + 1):
                if (at := known(row, column)) is not None:
                    cells.add(at)
        return "@"

    words = _REFERENCE.sub(noted, formula.replace(" ", "").replace(_GONE, "@"))
    return re.sub(r"@(?:,@)*", "@", words), frozenset(cells)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
