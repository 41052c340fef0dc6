"""A sheet with several costs in one row, a line of its cells each (「謝金⏎旅費」 beside 「9,600⏎320」, or 「謝金 9,600千円⏎旅費 320千円」), with a row for each of them."""

from __future__ import annotations

from typing import Final

from model.standard.standard import Standard
from model.values.amount import parse_written
from templates.readers.books.cells import At
from templates.readers.books.delimited import put
from templates.readers.tables.grid import Grid
from templates.readers.tables.lists.listed import says_amount
from templates.readers.tables.turned import with_cells_moved

_LEAST: Final = 2  # lines of a cell
_MOST: Final = 60


def a_row_each(grid: Grid, standard: Standard) -> Grid:  # noqa: ARG001  (as every change of a sheet)
    """The sheet with such rows apart; the sheet itself where it has none."""
    apart = {row: cells for row in grid.rows if (cells := _cells_apart(grid, row))}
    others = (row for row in grid.rows if row not in apart)
    if not apart or any(_has_several_figures(grid, row) for row in others):
        return grid  # 「要求額⏎前年度」 over 「9,600⏎8,800」
    firsts: dict[int, int] = {}
    more = 0
    for row in grid.rows:
        firsts[row] = row + more
        more += max((place[0] for place in apart.get(row, {})), default=0)

    def moved(place: At) -> At:
        return firsts.get(place[0], place[0] + more), place[1]

    sheet = with_cells_moved(grid.sheet, moved)
    for row, cells in apart.items():
        for column in {column for _, column in cells}:
            del sheet.rows[firsts[row]][column]
        for (below, column), text in cells.items():
            put(sheet, firsts[row] + below, column, text)
            sheet.origin[firsts[row] + below, column] = (row, column)
    sheet.rows = dict(sorted(sheet.rows.items()))
    return Grid(sheet)


def _cells_apart(grid: Grid, row: int) -> dict[At, str]:
    """The lines of the cells of a row that stand in rows of their own, each by how far below and its column; none for a row of one cost.

    They do where as many lines of words have a figure each, or several lines of a cell have their amount in them.
    """
    lines = {
        column: [line for part in grid.text(row, column).splitlines() if (line := part.strip())]
        for column in grid.columns(row)
    }
    if all(len(of) < _LEAST for of in lines.values()):
        return {}
    figures = {len(of) for of in lines.values() if all(map(_is_figure, of))}
    words = {len(of) for of in lines.values() if len(of) <= _MOST and not any(map(_is_figure, of))}
    if len(figures) == 1 and max(figures) > 1 and figures <= words:
        chosen = {column: of for column, of in lines.items() if len(of) in figures}
        return {(below, column): text for column, of in chosen.items() for below, text in enumerate(of)}
    lists = {column: of for column, of in lines.items() if sum(map(says_amount, of)) > 1}
    if (
        figures
        or len(lists) != 1
        or any(_is_figure(line.strip("()（）")) for of in lists.values() for line in of)
    ):
        return {}
    return {(below, column): text for column, of in lists.items() for below, text in enumerate(of, 1)}


def _has_several_figures(grid: Grid, row: int) -> bool:
    """Whether a cell of a row has several figures and nothing else."""
    every = (grid.text(row, column).splitlines() for column in grid.columns(row))
    return any(len(lines) > 1 and all(_is_figure(line.strip()) for line in lines) for lines in every)


def _is_figure(text: str) -> bool:
    """Whether a line is a figure, and not one in brackets, which may be the other year's."""
    return not text.startswith(("(", "（")) and parse_written(text) is not None
