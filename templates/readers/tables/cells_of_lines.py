"""A sheet with several costs in the cells of one row, a line each (「謝金⏎旅費」 beside 「9,600⏎320」), with a row for each of them."""

from __future__ import annotations

from typing import Final

from model.standard.standard import Standard
from model.values.amount import parse_written
from templates.readers.books.cells import At
from templates.readers.books.delimited import put
from templates.readers.tables.grid import Grid
from templates.readers.tables.turned import with_cells_moved

_MOST: Final = 60  # lines of a cell


def a_row_each(grid: Grid, standard: Standard) -> Grid:  # noqa: ARG001  (as every change of a sheet)
    """The sheet with such rows apart; the sheet itself where it has none."""
    counts = {row: count for row in grid.rows if (count := _costs_in(grid, row)) > 1}
    if not counts:
        return grid
    firsts: dict[int, int] = {}
    more = 0
    for row in grid.rows:
        firsts[row] = row + more
        more += counts.get(row, 1) - 1

    def moved(place: At) -> At:
        return firsts.get(place[0], place[0] + more), place[1]

    sheet = with_cells_moved(grid.sheet, moved)
    for row, count in counts.items():
        for column in grid.columns(row):
            lines = _lines(grid, row, column)
            if len(lines) == count:
                for offset, text in enumerate(lines):
                    put(sheet, firsts[row] + offset, column, text)
                    sheet.origin[firsts[row] + offset, column] = (row, column)
    sheet.rows = dict(sorted(sheet.rows.items()))
    return Grid(sheet)


def _costs_in(grid: Grid, row: int) -> int:
    """How many costs stand in the cells of a row: as many lines as words have its figures, each cell of them; 0 for one or none."""
    cells = [_lines(grid, row, column) for column in grid.columns(row)]
    figures = {len(lines) for lines in cells if all(map(_is_figure, lines))}
    words = {len(lines) for lines in cells if len(lines) <= _MOST and not any(map(_is_figure, lines))}
    return figures.pop() if len(figures) == 1 and figures <= words else 0


def _lines(grid: Grid, row: int, column: int) -> list[str]:
    return [line.strip() for line in grid.text(row, column).splitlines() if line.strip()]


def _is_figure(text: str) -> bool:
    """Whether a line is a figure, and not one in brackets, which may be the other year's."""
    return not text.startswith(("(", "（")) and parse_written(text) is not None
