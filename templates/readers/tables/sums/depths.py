"""Which rows may be parts of rows above them: by their indents, or because they make up these rows' figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from templates.readers.tables.sums.figures import FigureRow, Figures, added, equals

_MOST_PARTS: Final = 30


def flat(rows: Sequence[FigureRow]) -> list[int]:
    """No row is a part of another."""
    return [0] * len(rows)


def depths_by_indent(rows: Sequence[FigureRow]) -> list[int]:
    """How deep each row is by its indent; うち is a part of the row above. A total ends what is set in above it."""
    depths: list[int] = []
    above: list[int] = []  # indents of the rows under which the next may stand
    for row in rows:
        if row.is_called_sum:
            above.clear()
            depths.append(0)
            continue
        while above and above[-1] >= row.indent:
            above.pop()
        depths.append(len(above))
        above.append(row.indent)
    return depths


def depths_by_figures(rows: Sequence[FigureRow], least: int = 2) -> list[int]:
    """The depths by indent, with rows put under one before them because they make it up, as many at least."""
    depths = depths_by_indent(rows)
    tops = [index for index, depth in enumerate(depths) if not depth]
    number = 0
    while number < len(tops):
        below = tops[number + 1 : number + 1 + _MOST_PARTS]
        count = _parts_below(rows[tops[number]], (rows[index] for index in below), least)
        if count:
            end = tops[number + 1 + count] if number + 1 + count < len(tops) else len(rows)
            for index in range(tops[number + 1], end):
                depths[index] += 1
        number += 1 + count
    return depths


def _parts_below(own: FigureRow, rows: Iterable[FigureRow], least: int) -> int:
    """How many of the rows below one make it up; 0 where none do. A row that is called a sum ends them."""
    if own.is_called_sum or not any(own.figures):
        return 0
    sums: Figures = (None,) * len(own.figures)
    for count, row in enumerate(rows, start=1):
        if row.is_called_sum or not _is_smaller(row.figures, own.figures, least):
            return 0
        sums = added((sums, row.figures), len(sums))
        # a year for which no part has a figure is not divided among them
        shared = tuple(
            whole if part is not None else None for whole, part in zip(own.figures, sums, strict=True)
        )
        if count >= least and any(shared) and equals(shared, sums):
            return count
    return 0


def _is_smaller(part: Figures, whole: Figures, least: int) -> bool:
    """Whether a row may be a part of another: in each column of the same sign, and no larger; one of several is smaller."""
    for one, of in zip(part, whole, strict=True):
        if one and not (of and (0 < one <= of or of <= one < 0)):
            return False
    return least == 1 or part != whole
