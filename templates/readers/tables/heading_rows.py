"""Which rows are the headings of a table: one to three, merged or not, the units below them; no title, no field of the head."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import is_figure
from templates.readers.tables.columns.columns import WORDS
from templates.readers.tables.columns.units import is_unit_note, unit_alone
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import (
    FIGURE_KINDS,
    LOOK_BELOW,
    Headings,
    LabelsByWords,
    headings_of_row,
    headings_over,
    is_mark,
)
from templates.readers.tables.side_by_side import columns_of_tables

_MOST_ROWS: Final = 4  # of headings, with the units below them
_MOST_FIELDS: Final = 50  # of a sheet's head, one below another
_YEARS: Final = range(2000, 2100)
_MOST_HEADINGS: Final = 200
"""Headings of a row: a table of more is kept as it is, for all columns are held against one another."""


def find_headings(grid: Grid, row: int, own: FiscalYear | None, standard: Standard) -> list[Headings]:
    """The headings of the tables that begin in a row, from the left; none where it is no row of headings.

    A bare number is a year in the era of the request's ``own``, where that is known.
    """
    said = LabelsByWords(own, standard)
    if not _may_begin(grid, row) or not _is_above_figures(grid, row) or _is_of_the_head(grid, row, said):
        return []
    rows = _block(grid, row, said)
    if len(rows) > 1 and not _heads_figures(grid, row, said):
        rows = rows[:1]  # a row of the head of the sheet, just above the headings
    if len(rows) > 1 and (
        _is_title_with_unit(grid, rows[0], rows[1])
        or _is_year_over_names(grid, rows[0], rows[1], said)
        or _is_year_of_a_title(grid, rows, said)
        or _is_over_words(grid, rows[0], rows[1], said)
    ):
        return []
    for depth in range(len(rows), 0, -1):
        above = rows[:depth]
        found = [
            headings_over(grid, above, columns, said) for columns in columns_of_tables(grid, above, said)
        ]
        if tables := [headings for headings in found if headings is not None]:
            return tables
    return []


def pointed_headings(
    grid: Grid, row: int, first: int, own: FiscalYear | None, standard: Standard
) -> Headings:
    """The row that a person pointed to as the headings of a table from a column on, whatever stands in it."""
    near = range(row, row + 1 + LOOK_BELOW)
    last = max((column for index in near for column in grid.columns(index)), default=first)
    columns = range(first, max(first, last) + 1)
    texts = {column: text for column in columns if (text := grid.text(row, column))}
    return headings_of_row(row, columns, texts, own, standard)


def _may_begin(grid: Grid, row: int) -> bool:
    columns = grid.free(row)
    if not 2 <= len(columns) <= _MOST_HEADINGS:
        return False
    figures: list[int] = []
    for column in reversed(columns):  # the figures of a line stand at its right
        if is_figure(grid, row, column):
            if _year(grid, row, column) not in _YEARS:
                return False
            figures.insert(0, column)
    texts = [grid.text(row, column) for column in columns]
    if any(text.startswith("※") for text in texts) and any(map(is_unit_note, texts)):
        return False
    return not figures or (len(figures) < len(columns) and _are_years(grid, row, figures))


def _is_above_figures(grid: Grid, row: int) -> bool:
    """Whether a figure stands so near below a row that headings which begin in it may be over it."""
    return any(
        grid.is_missing(below, column) or is_figure(grid, below, column)
        for below in range(row + 1, row + _MOST_ROWS + LOOK_BELOW)
        for column in (*grid.columns(below), *grid.missing(below))
    )


def _is_of_the_head(grid: Grid, row: int, said_by: LabelsByWords) -> bool:
    """Whether a row is a field of the sheet's head with its value (「年度　令和8年度(当初要求)」), above another or the headings.

    Beside 「所属　情報政策課」 may stand more, above headings of its own: 「令和9年度当初　（単位：千円）」.
    """
    labels, own = said_by.standard.word_tables.head_labels, grid.columns(row)
    if len(own) != 2:
        is_field = compact(grid.text(row, own[0])) in labels and own[1] == own[0] + 1
        return (
            is_field and set(own[:2]) <= set(grid.columns(row + 1)) and _heads_amounts(grid, row + 1, said_by)
        )
    for field in range(row, row + _MOST_FIELDS):
        columns = grid.columns(field)
        if len(columns) != 2 or not grid.text(field + 1, columns[0]):
            return False
        if compact(grid.text(field, columns[0])) not in labels:
            return False
        if len(grid.columns(field + 1)) > 2:
            return True
    return False


def _heads_amounts(grid: Grid, row: int, said_by: LabelsByWords) -> bool:
    """Whether two headings of a row are of figures, one of them that which is asked for."""
    labels = [said_by[grid.text(row, column)] for column in grid.columns(row)]
    figures = [label for label in labels if label.kind in FIGURE_KINDS]
    return len(figures) > 1 and any(label.kind == "request" or label.relative == 0 for label in figures)


def _year(grid: Grid, row: int, column: int) -> int:
    """The whole number of a cell that may be a year, also where it is text; 0 for none."""
    text = half_width(grid.text(row, column))
    return int(text) if len(text) == 4 and text.isdecimal() else 0


def _are_years(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether numbers of years follow each other, forwards or backwards (2024, 2025)."""
    years = [_year(grid, row, column) for column in columns]
    return {later - year for year, later in pairwise(years)} in ({1}, {-1})


def _is_year_over_names(grid: Grid, row: int, below: int, said_by: LabelsByWords) -> bool:
    """Whether a row begins with a year that is over the heading of names alone, and has no heading of figures: a title."""
    first, *others = grid.columns(row)
    said, under = (said_by[grid.text(at, first)] for at in (row, below))
    return (
        said.kind == "year"
        and grid.span(row, first) == 1
        and under.kind not in FIGURE_KINDS
        and _heads_amounts(grid, below, said_by)
        and not any(said_by[grid.text(row, of)].kind in FIGURE_KINDS for of in others)
    )


def _is_year_of_a_title(grid: Grid, rows: list[int], said_by: LabelsByWords) -> bool:
    """Whether the only year of the first row stands in one cell over a heading of a year itself, or of words: 「令和8年度当初」 over 「前年度当初」."""
    labels = {column: said_by[grid.text(rows[0], column)] for column in grid.columns(rows[0])}
    years = [column for column, label in labels.items() if label.is_dated]
    if len(years) != 1 or grid.span(rows[0], years[0]) > 1 or any(of.kind in WORDS for of in labels.values()):
        return False
    under = [
        said_by[grid.text(row, column)]
        for row in rows[1:]
        for column in grid.columns(row)
        if column <= years[0] < column + grid.span(row, column)
    ]
    return any(label.is_dated or label.kind in WORDS for label in under)


def _is_over_words(grid: Grid, row: int, below: int, said_by: LabelsByWords) -> bool:
    """Whether a row is of the head, though its cells stand over headings: none merged, and over words alone, or the last says the unit beside them.

    「内訳データ｜令和9年度｜単位：千円」 over 「款｜項｜目」, or over 「内容｜要求額｜前年度」.
    """
    own, under = grid.columns(row), grid.columns(below)
    figures = [column for column in under if said_by[grid.text(below, column)].kind in FIGURE_KINDS]
    is_merged = any(grid.span(row, column) > 1 or grid.sheet.row_spans.get((row, column)) for column in own)
    is_over_words = own == under[: len(own)] and len(figures) > 1 and figures[0] > own[-1] + 1
    has_unit_beside = own[0] == under[0] and own[-1] not in under and is_unit_note(grid.text(row, own[-1]))
    is_of_head = is_over_words or (has_unit_beside and _heads_amounts(grid, below, said_by))
    return is_of_head and not is_merged


def _is_title_with_unit(grid: Grid, row: int, below: int) -> bool:
    """Whether a row is a title with a unit beside it, above the first heading of the row below: it heads no figures."""
    columns = grid.columns(row)
    words = [
        column
        for column in columns
        if not unit_alone(grid.text(row, column)) and not is_unit_note(grid.text(row, column))
    ]
    return (
        len(words) == 1
        and words[0] == columns[0]
        and columns[0] in (1, *grid.columns(below)[:2])
        and (grid.sheet.row_spans.get((row, words[0]), 1) == 1)
    )


def _heads_figures(grid: Grid, row: int, said_by: LabelsByWords) -> bool:
    """Whether a row has a heading of figures, or one that is merged over several columns and no value of the head."""
    columns = grid.columns(row)
    is_of_head = compact(grid.text(row, columns[0])) in said_by.standard.word_tables.head_labels
    return any(
        (grid.span(row, column) > 1 and not is_of_head)
        or said_by[grid.text(row, column)].kind in FIGURE_KINDS
        for column in columns
    )


def _block(grid: Grid, row: int, said_by: LabelsByWords) -> list[int]:
    """The rows that may belong to the headings: without figures, and each below the first names columns or units."""
    rows = [row]
    while len(rows) < _MOST_ROWS and (below := rows[-1] + 1) in grid.row_set:
        cells = grid.free(below)
        if not cells or any(is_figure(grid, below, column) for column in cells):
            break  # a row that is taken is of the head
        labels = {column: said_by[grid.text(below, column)] for column in cells}
        units = [column for column in cells if unit_alone(grid.text(below, column))]
        named = [column for column in cells if labels[column].kind in FIGURE_KINDS]
        wide = any(grid.span(rows[-1], column) > 1 for column in grid.columns(rows[-1])) or len(cells) > len(
            grid.columns(rows[-1])
        )
        if (
            any(
                above + grid.sheet.row_spans.get((above, column), 1) > below
                for above in rows
                for column in grid.columns(above)
            )
            or (units and {*units, *named} == {*cells})
            or (named and (wide or len(named) > 1))
            or _parts_headings(grid, rows[-1], below)
            or all(is_mark(grid.text(below, column)) for column in cells)
        ):
            rows.append(below)
        else:
            break
    return rows


def _parts_headings(grid: Grid, row: int, below: int) -> bool:
    """Whether words below a row part one of its headings: they stand under blank cells beside it, each with figures below.

    A single word that no 「うち」 begins may as well be the first row of the table.
    """
    cells, over = grid.columns(below), grid.columns(row)
    return (
        (len(cells) > 1 or grid.text(below, cells[0]).startswith("うち"))
        and over[0] < cells[0]
        and any(column not in over for column in cells)
        and all(
            any(is_figure(grid, under, column) for under in range(below + 1, below + 1 + LOOK_BELOW))
            for column in cells
        )
    )
