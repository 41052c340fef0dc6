"""What each row of a table is: the way in which its rows stand under one another is the one in which its sums hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from templates.readers.tables.sums.depths import depths_by_figures, depths_by_indent, flat
from templates.readers.tables.sums.figures import FigureRow, Figures, Summed, is_printed, sum_of_lines, ties
from templates.readers.tables.sums.totals import is_more_than_one, kinds_by_depths, slope


def row_kinds(
    rows: Sequence[FigureRow], printed: Iterable[Figures] = (), above: Sequence[Figures] = ()
) -> list[Summed]:
    """What each row of a table is.

    The rows are held under one another by their indents, then flat, then by rows whose figures follow them; the first
    way in which the last total is the sum of the lines is taken.

    Args:
        rows: the rows below the headings, in order.
        printed: totals that stand elsewhere (the 要求額), which the lines may be expected to give.
        above: the sums of the tables above on the sheet, of the last one first, then of the last two …
    """
    if not rows:
        return []
    printed = tuple(printed)
    tried: dict[tuple[int, ...], list[Summed]] = {}
    for way in (depths_by_indent, flat, depths_by_figures, partial(depths_by_figures, least=1)):
        depths = tuple(way(rows))
        if depths not in tried:
            found = tried[depths] = kinds_by_depths(rows, depths, above)
            if ties(rows, found, printed):
                return _confirmed(rows, found, printed)
    by_indent, *_ = tried
    by_figures = tuple(depths_by_figures(rows))
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
