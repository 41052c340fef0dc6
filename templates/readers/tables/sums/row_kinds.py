"""What each row of a table is: the way in which its rows stand under one another is the one in which its sums hold.

Rows are parts of rows above them by their indents, or because they make up these rows' figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from templates.readers.tables.sums.figures import (
    FigureRow,
    Figures,
    Summed,
    added,
    equals,
    is_printed,
    sum_of_lines,
    ties,
)
from templates.readers.tables.sums.totals import is_more_than_one, kinds_by_depths, slope

_MOST_PARTS: Final = 30


def row_kinds(
    rows: Sequence[FigureRow], printed: Iterable[Figures] = (), above: Sequence[Figures] = ()
) -> list[Summed]:
    """What each row of a table is.

    The rows are held under one another by their indents, then flat, then by rows whose figures follow them; the first
    way in which the last total is the sum of the lines is taken. ``printed`` are totals that stand elsewhere (the 要求額),
    ``above`` the sums of the tables above on the sheet, of the last one first, then of the last two …
    """
    if not rows:
        return []
    printed = tuple(printed)
    tried: dict[tuple[int, ...], list[Summed]] = {}
    for way in (_depths_by_indent, _flat, _depths_by_figures, partial(_depths_by_figures, least=1)):
        depths = tuple(way(rows))
        if depths not in tried:
            found = tried[depths] = kinds_by_depths(rows, depths, above)
            if ties(rows, found, printed):
                return _confirmed(rows, found, printed)
    by_indent, *_ = tried
    by_figures = tuple(_depths_by_figures(rows))
    has_total = any(summed.kind == "total" for summed in tried[by_indent])
    if any(by_figures) and by_figures != by_indent and not has_total:
        return _doubted(rows, tried[by_figures])
    return _confirmed(rows, tried[by_indent], printed)


def _doubted(rows: Sequence[FigureRow], found: list[Summed]) -> list[Summed]:
    """The rows where parts were found by figures alone, and nothing printed confirms it: certain where more than chance."""
    checked = list(found)
    for index, summed in enumerate(found):
        count = 0
        while index + 1 + count < len(found) and found[index + 1 + count].depth > summed.depth:
            count += 1
        if not summed.depth and count:
            parts = [part for part in range(index + 1, index + 1 + count) if found[part].depth == 1]
            slopes = {slope(rows[part].figures) for part in parts}
            is_certain = len(parts) > 2 or is_more_than_one(rows[index], slopes)
            checked[index] = summed._replace(is_certain=is_certain)
            if not index and count == len(found) - 1:  # all others are its parts: the total, above them
                lines = [part._replace(depth=part.depth - 1) for part in found[1:]]
                return [checked[0]._replace(kind="total", sums=rows[0].figures), *lines]
    return checked


def _confirmed(rows: Sequence[FigureRow], found: list[Summed], printed: Sequence[Figures]) -> list[Summed]:
    """The rows where a total that may be one by chance is held against what is printed elsewhere."""
    if all(summed.is_certain for summed in found):
        return found
    if is_printed(sum_of_lines(rows, found), printed):
        return [summed._replace(is_certain=True) for summed in found]
    as_lines = [summed if summed.is_certain else Summed("line") for summed in found]
    return as_lines if is_printed(sum_of_lines(rows, as_lines), printed) else found


def _flat(rows: Sequence[FigureRow]) -> list[int]:
    """No row is a part of another."""
    return [0] * len(rows)


def _depths_by_indent(rows: Sequence[FigureRow]) -> list[int]:
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


def _depths_by_figures(rows: Sequence[FigureRow], least: int = 2) -> list[int]:
    """The depths by indent, with rows put under one before them because they make it up, as many at least."""
    depths = _depths_by_indent(rows)
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
