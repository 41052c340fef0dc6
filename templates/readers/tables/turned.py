"""A sheet whose table has its columns as rows (要求額, 前年度 beside each other's figures, the costs from left to right), turned."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Final

from model.standard.standard import Standard
from templates.readers.books.cells import At, Sheet
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_nothing, written
from templates.readers.tables.columns.columns import Label, label_of
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import FIGURE_KINDS, OF_FIGURES

_MOST: Final = 200  # columns that may be turned to rows
_MOST_ROWS: Final = 60  # rows that may be turned to columns


def turned(grid: Grid, standard: Standard) -> Grid:
    """The sheet with such a table turned, so that its costs stand below each other; the sheet itself where it has none."""
    block = next((found for row in grid.rows if (found := _block(grid, row, standard))), None)
    return grid if block is None else Grid(_turn(grid.sheet, block))


def _block(grid: Grid, row: int, standard: Standard) -> tuple[At, At] | None:
    """The first and the last cell of the table that begins in a row with the names of its costs; None where it has its headings there, as usual."""
    names = grid.columns(row)
    if (
        row + 1 not in grid.row_set
        or len(names) < 2
        or any(_has_figure(grid, row, column) for column in reversed(names))
    ):
        return None
    first = min(grid.columns(row + 1), default=0)
    named = [column for column in names if column > first]
    if (
        not first
        or len(named) < 2
        or named[-1] - first > _MOST
        or not _names_costs([grid.text(row, column) for column in named], standard)
    ):
        return None
    labels: dict[int, Label] = {}
    filled: dict[int, list[int]] = {}
    below_names = range(row + 1, row + 1 + _MOST_ROWS)
    for below in takewhile(lambda at: grid.text(at, first) and not grid.is_number(at, first), below_names):
        labels[below] = label_of(grid.text(below, first), None, standard)
        filled[below] = [
            column for column in grid.columns(below) if column > first and _has_figure(grid, below, column)
        ]
        if filled[below] and labels[below].kind not in FIGURE_KINDS and not labels[below].is_dated:
            return None
    rows = list(labels)
    with_figures = [below for below in rows if filled[below]]
    if (
        not any(
            labels[below].kind in OF_FIGURES and (labels[below].is_dated or labels[below].kind == "request")
            for below in with_figures
        )
        or not all(set(filled[below]).issubset(named) for below in with_figures)
        or max((len(filled[below]) for below in with_figures), default=0) < 2
        or len({compact(labels[below].text) for below in with_figures}) < len(with_figures)
    ):
        return None
    return (row, first), (rows[-1], max(named[-1], *(max(grid.columns(below)) for below in rows)))


def _has_figure(grid: Grid, row: int, column: int) -> bool:
    return written(grid, row, column) is not None or is_nothing(grid.text(row, column))


def _names_costs(texts: list[str], standard: Standard) -> bool:
    """Whether names are those of costs: no heading of figures is one and no source of funds, but one that is a 節 too (負担金) beside others."""
    own = {compact(word) for word in (standard.words.expense, standard.words.funding)}
    plain = [text for text in texts if not calling(text, standard)]
    kinds = [label_of(text, None, standard) for text in plain]
    classes = standard.word_tables.object_class_names
    sources = source_labels(standard).intersection(map(compact, plain))
    return (
        not any(label.is_dated or label.kind in ("request", "budget", "change") for label in kinds)
        and all(any(name.startswith(word) for name in classes) for word in sources)
        and len(sources) < max(len(plain), 1)
        and own.isdisjoint(map(compact, plain))
    )


def _turn(sheet: Sheet, block: tuple[At, At]) -> Sheet:
    (top, left), (bottom, right) = block
    more = max(right - left - (bottom - top), 0)

    def moved(place: At) -> At:
        row, column = place
        if top <= row <= bottom and left <= column <= right:
            return top + column - left, left + row - top
        return (row + more, column) if row > bottom else place

    found = with_cells_moved(sheet, moved)
    inside = {
        place for place in (*sheet.spans, *sheet.row_spans) if moved(place) != place and place[0] <= bottom
    }
    found.spans = {
        moved(place): (sheet.row_spans if place in inside else sheet.spans)[place] for place in sheet.spans
    }
    found.row_spans = {
        moved(place): (sheet.spans if place in inside else sheet.row_spans)[place]
        for place in sheet.row_spans
    }
    return found


def with_cells_moved(sheet: Sheet, moved: Callable[[At], At]) -> Sheet:
    """A sheet with its cells at other places, each with the place where it stands in the file."""
    found = Sheet(sheet.title, is_hidden=sheet.is_hidden)
    for row, cells in sheet.rows.items():
        for column, value in cells.items():
            place = moved((row, column))
            found.rows.setdefault(place[0], {})[place[1]] = value
            found.origin[place] = sheet.origin.get((row, column), (row, column))
    found.rows = dict(sorted(found.rows.items()))
    found.formulas = {moved(place): formula for place, formula in sheet.formulas.items()}
    found.without_value = set(map(moved, sheet.without_value))
    found.shown = {moved(place): shown for place, shown in sheet.shown.items()}
    found.units = {moved(place): unit for place, unit in sheet.units.items()}
    found.indents = {moved(place): indent for place, indent in sheet.indents.items()}
    found.spans = {moved(place): span for place, span in sheet.spans.items()}
    found.row_spans = {moved(place): span for place, span in sheet.row_spans.items()}
    found.hidden_rows = {moved((row, 1))[0] for row in sheet.hidden_rows}
    found.hidden_columns = {moved((1, column))[1] for column in sheet.hidden_columns}
    return found
