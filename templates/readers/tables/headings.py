"""Where the headings of a table stand: one row to three, merged or not, the units below them, printed again on a later page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.amount import half_width, parse_written
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_nothing
from templates.readers.tables.columns.columns import WORDS, Label, label_of
from templates.readers.tables.columns.units import is_unit_note, unit_alone, unit_in
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid

_MOST_ROWS: Final = 4  # of headings, with the units below them
_LONGEST: Final = 60  # characters of a heading
_MOST_FIELDS: Final = 50  # of a sheet's head, one below another
_LOOKS_LIKE_ONE: Final = re.compile(
    r"[△▲(-]?[0-9]{1,3}(?:[ .'][0-9]{3})+\)?"
)  # 「2 100」: no heading, if no amount
_MARK: Final = re.compile(
    r"[(\[]?(?:[A-Za-z①-⑳]|[A-Z①-⑳][-－−][A-Z①-⑳])[)\]]?|[A-Z①-⑳][=＝].{1,20}"
)  # (A), ①, A-B below a heading
_YEARS: Final = range(2000, 2100)
_MOST_HEADINGS: Final = 200
"""Headings of a row: a table of more is kept as it is, for all columns are held against one another."""
_LOOK_BELOW: Final = 6  # rows in which a figure stands below the heading of a column of figures
OF_FIGURES: Final = ("request", "budget", "amount", "year", "existing", "settled", "assessed")
"""The kinds of headings over amounts."""
FIGURE_KINDS: Final = (*OF_FIGURES, "change", "rate", "unit_price", "quantity")
"""The kinds of headings over figures."""


class Headings(NamedTuple):
    """The headings of a table.

    Attributes:
        rows: the rows in which they stand, in order.
        columns: the columns of the table, from the left.
        labels: what each column's heading says; a column without one has none.
        units: the unit of a column where its heading or the row below names one.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    labels: dict[int, Label]
    units: dict[int, str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the headings, to know them where they are printed again."""
        return tuple(compact(label.text) for _, label in sorted(self.labels.items()))


class _Labels(dict[str, Label]):
    """What headings say, by their words; each is read once."""

    def __init__(self, own: FiscalYear | None, standard: Standard) -> None:
        super().__init__()
        self.own, self.standard = own, standard

    def __missing__(self, text: str) -> Label:
        label = self[text] = label_of(text, self.own, self.standard)
        return label


def find_headings(grid: Grid, row: int, own: FiscalYear | None, standard: Standard) -> list[Headings]:
    """The headings of the tables that begin in a row, from the left; none where it is no row of headings.

    A bare number is a year in the era of the request's ``own``, where that is known.
    """
    if not _may_begin(grid, row) or not _is_above_figures(grid, row) or _is_of_the_head(grid, row, standard):
        return []
    said = _Labels(own, standard)
    rows = _block(grid, row, said)
    if len(rows) > 1 and not _heads_figures(grid, row, said):
        rows = rows[:1]  # a row of the head of the sheet, just above the headings
    if len(rows) > 1 and (
        _is_title_with_unit(grid, rows[0], rows[1]) or _is_year_over_names(grid, rows[0], rows[1], standard)
    ):
        return []
    for depth in range(len(rows), 0, -1):
        found = list(_tables(grid, rows[:depth], said))
        if found:
            return found
    return []


def pointed_headings(
    grid: Grid, row: int, first: int, own: FiscalYear | None, standard: Standard
) -> Headings:
    """The row that a person pointed to as the headings of a table from a column on, whatever stands in it."""
    rows = [index for index in range(row, row + 1 + _LOOK_BELOW) if index in grid.row_set]
    last = max((column for index in rows for column in grid.columns(index)), default=first)
    columns = range(first, max(first, last) + 1)
    texts = {column: text for column in columns if (text := grid.text(row, column))}
    return headings_of_row(row, columns, texts, own, standard)


def headings_of_row(
    row: int, columns: Iterable[int], texts: Mapping[int, str], own: FiscalYear | None, standard: Standard
) -> Headings:
    """The headings of a table whose columns are named in one row; ``texts`` are its words by column."""
    labels = {column: label_of(text, own, standard) for column, text in texts.items()}
    units = {column: unit for column, text in texts.items() if (unit := unit_in(text))}
    return Headings((row,), tuple(columns), labels, units)


def _may_begin(grid: Grid, row: int) -> bool:
    columns = grid.free(row)
    if not 2 <= len(columns) <= _MOST_HEADINGS:
        return False
    figures: list[int] = []
    for column in reversed(columns):  # the figures of a line stand at its right
        if _is_figure(grid, row, column):
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
        grid.is_missing(below, column) or _is_figure(grid, below, column)
        for below in range(row + 1, row + _MOST_ROWS + _LOOK_BELOW)
        for column in (*grid.columns(below), *grid.missing(below))
    )


def _is_of_the_head(grid: Grid, row: int, standard: Standard) -> bool:
    """Whether a row is a field of the sheet's head with its value (「年度　令和8年度(当初要求)」), above another or the headings.

    Beside 「所属　情報政策課」 may stand more, above headings of its own: 「令和9年度当初　（単位：千円）」.
    """
    labels, own = standard.head_labels, grid.columns(row)
    if len(own) != 2:
        is_field = compact(grid.text(row, own[0])) in labels and own[1] == own[0] + 1
        return (
            is_field
            and set(own[:2]) <= set(grid.columns(row + 1))
            and _heads_amounts(grid, row + 1, standard)
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


def _heads_amounts(grid: Grid, row: int, standard: Standard) -> bool:
    """Whether two headings of a row are of figures, one of them that which is asked for."""
    kinds = [label_of(grid.text(row, column), None, standard).kind for column in grid.columns(row)]
    return "request" in kinds and sum(kind in FIGURE_KINDS for kind in kinds) > 1


def _year(grid: Grid, row: int, column: int) -> int:
    """The whole number of a cell that may be a year, also where it is text; 0 for none."""
    text = half_width(grid.text(row, column))
    return int(text) if len(text) == 4 and text.isdecimal() else 0


def _are_years(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether figures are the numbers of years that follow each other (2024, 2025)."""
    years = [_year(grid, row, column) for column in columns]
    return len(years) > 1 and all(
        year in _YEARS and next_year - year == years[1] - years[0] and abs(next_year - year) == 1
        for year, next_year in pairwise(years)
    )


def _is_year_over_names(grid: Grid, row: int, below: int, standard: Standard) -> bool:
    """Whether a row begins with a year that is over the heading of names alone, and has no heading of figures: a title."""
    first, *others = grid.columns(row)
    said, under = (label_of(grid.text(at, first), None, standard) for at in (row, below))
    return (
        said.kind == "year"
        and grid.span(row, first) == 1
        and under.kind not in FIGURE_KINDS
        and _heads_amounts(grid, below, standard)
        and not any(label_of(grid.text(row, of), None, standard).kind in FIGURE_KINDS for of in others)
    )


def _is_title_with_unit(grid: Grid, row: int, below: int) -> bool:
    """Whether a row is a title with a unit beside it, above the first heading of the row below: it heads no figures."""
    columns = grid.columns(row)
    words = [
        column
        for column in columns
        if not unit_alone(grid.text(row, column)) and not is_unit_note(grid.text(row, column))
    ]
    return (
        len(columns) > 1
        and len(words) == 1
        and words[0] == columns[0]
        and columns[0] in (1, *grid.columns(below)[:2])
        and (grid.sheet.row_spans.get((row, words[0]), 1) == 1)
    )


def _heads_figures(grid: Grid, row: int, said_by: _Labels) -> bool:
    """Whether a row has a heading of figures, or one that is merged over several columns and no value of the head."""
    columns = grid.columns(row)
    is_of_head = compact(grid.text(row, columns[0])) in said_by.standard.head_labels
    return any(
        (grid.span(row, column) > 1 and not is_of_head)
        or said_by[grid.text(row, column)].kind in FIGURE_KINDS
        for column in columns
    )


def _is_figure(grid: Grid, row: int, column: int) -> bool:
    if grid.is_number(row, column):
        return True
    text = grid.text(row, column)
    if not text or len(text) >= 30:
        return False
    return parse_written(text) is not None or _LOOKS_LIKE_ONE.fullmatch(half_width(text)) is not None


def _block(grid: Grid, row: int, said_by: _Labels) -> list[int]:
    """The rows that may belong to the headings: without figures, and each below the first names columns or units."""
    rows = [row]
    while len(rows) < _MOST_ROWS and (below := rows[-1] + 1) in grid.row_set:
        cells = grid.free(below)
        if any(_is_figure(grid, below, column) for column in cells):
            break
        labels = {column: said_by[grid.text(below, column)] for column in cells}
        units = [column for column in cells if unit_alone(grid.text(below, column))]
        named = [column for column in cells if labels[column].kind in FIGURE_KINDS]
        wide = any(grid.span(rows[-1], column) > 1 for column in grid.columns(rows[-1])) or len(cells) > len(
            grid.columns(rows[-1])
        )
        if (
            _divides_merged(grid, rows[-1], cells, below)
            or len(units) == len(cells)
            or (units and len(units) + len(named) == len(cells))
            or (named and (wide or len(named) > 1))
            or _parts_headings(grid, rows[-1], below)
            or all(_is_mark(grid.text(below, column)) for column in cells)
        ):
            rows.append(below)
        else:
            break
    return rows


def _is_mark(text: str) -> bool:
    """Whether a text is a letter or a difference of two, below a heading."""
    return _MARK.fullmatch(compact(text)) is not None


def _divides_merged(grid: Grid, row: int, cells: list[int], below: int) -> bool:
    """Whether the cells of a row divide merged headings above: each is narrower than its heading, and one has several."""
    heads = {
        column + offset: column
        for column in grid.columns(row)
        if (span := grid.span(row, column)) > 1
        for offset in range(span)
    }
    cells = [column for column in cells if column in heads or not _is_mark(grid.text(below, column))]
    over = [heads[column] for column in cells if column in heads]
    return (
        len(over) == len(cells)
        and len(set(over)) < len(over)
        and all(grid.span(below, column) < grid.span(row, heads[column]) for column in cells)
    )


def _parts_headings(grid: Grid, row: int, below: int) -> bool:
    """Whether words below a row part one of its headings: they stand under blank cells beside it, each above figures."""
    cells, over = grid.columns(below), grid.columns(row)
    return (
        len(cells) > 1
        and over[0] < cells[0]
        and any(column not in over for column in cells)
        and all(_is_figure(grid, below + 1, column) for column in cells)
    )


def _tables(grid: Grid, rows: list[int], said_by: _Labels) -> Iterator[Headings]:
    for columns in _joined(grid, _stretches(grid, rows), rows, said_by):
        headings = _headings(grid, rows, columns, said_by)
        if headings is not None:
            yield headings


def _stretches(grid: Grid, rows: list[int]) -> list[list[int]]:
    """The columns of tables side by side: between them a column is empty, or the first heading stands again."""
    filled = {column for row in rows for column in grid.free(row)}
    covered = {
        column + offset
        for row in rows
        for column in grid.free(row)
        for offset in range(grid.span(row, column))
    }
    lasts = [index for index in range(rows[-1] + 1, rows[-1] + 1 + _LOOK_BELOW) if index in grid.row_set]
    below = {column for row in lasts for column in grid.columns(row)}
    stretches: list[list[int]] = []
    first = ""
    for column in range(min(filled), max(covered) + 1):
        label = compact(" ".join(grid.text(row, column) for row in rows if column in grid.columns(row)))
        if column not in covered and column not in below:
            first = ""
        elif not first or (label and label == first):
            stretches.append([column])
            first = label or " "
        else:
            stretches[-1].append(column)
    before = min(filled) - 1
    while stretches and before in below and len(stretches[0]) > 1 and not _is_all_taken(grid, lasts, before):
        stretches[0].insert(0, before)  # the words stand in columns without a heading
        before -= 1
    beside = max(covered) + 1
    if stretches and sum(_is_figure(grid, row, beside) for row in lasts) > 1:
        stretches[-1].append(beside)  # figures without a heading
    return stretches


def _is_all_taken(grid: Grid, rows: list[int], column: int) -> bool:
    return all(grid.is_taken(row, column) for row in rows if grid.text(row, column))


def _joined(grid: Grid, stretches: list[list[int]], rows: list[int], said_by: _Labels) -> list[list[int]]:
    """The stretches with those joined that only an empty column parts: words on one side, figures on the other."""
    joined: list[list[int]] = []
    above: set[str] = set()
    before: list[str] = []
    for columns in stretches:
        texts = [text for row in rows for column in columns if (text := grid.text(row, column))]
        kinds = {said_by[text].kind for text in texts}
        is_whole = "text" in kinds and bool(kinds.intersection(OF_FIGURES))
        is_whole = is_whole or (len(texts) > 2 and texts == before and bool(kinds.intersection(OF_FIGURES)))
        before = texts
        remarks = {
            column
            for column in columns
            if any(said_by[grid.text(row, column)].kind in ("remark", "basis") for row in rows)
        }
        goes_on = not ("text" in above and above.intersection(OF_FIGURES)) or _has_no_words(
            grid, rows[-1], [column for column in columns if column not in remarks]
        )
        if joined and not is_whole and goes_on:
            joined[-1] += columns
            above |= kinds
        else:
            joined.append(list(columns))
            above = kinds
    return joined


def _has_no_words(grid: Grid, last: int, columns: list[int]) -> bool:
    """Whether figures alone stand below headings, so that they are columns of the table beside them."""
    below = [
        (row, column)
        for row in range(last + 1, last + 1 + _LOOK_BELOW)
        for column in columns
        if grid.text(row, column)
    ]
    return bool(below) and all(
        _is_figure(grid, row, column) or is_nothing(grid.text(row, column)) or "%" in grid.text(row, column)
        for row, column in below
    )


def _headings(grid: Grid, rows: list[int], columns: list[int], said_by: _Labels) -> Headings | None:
    """The headings over some columns; None where they are none of a table with amounts."""
    last, standard = rows[-1], said_by.standard
    units: dict[int, str] = {}
    labels: dict[int, Label] = {}
    summed: list[int] = []
    for column, words in _texts(grid, rows, columns).items():
        said = [word for word in words if not unit_alone(word)]
        if is_of_names := not said and not _has_figures(grid, last, column):
            said = words  # 「箇所」 over names
        said = said[:1] + [word for word in said[1:] if not _is_mark(word)]
        if not said:
            continue
        if any(len(word) > _LONGEST for word in said):
            return None
        label = _label_of_words(said, said_by)
        if is_of_names:
            label = label._replace(kind="text")
        elif label.kind == "text" and _is_over_figures(grid, last, column):
            label = label_of(said[-1], said_by.own, standard, is_over_figures=True)
        elif not label.kind and calling(year_in_heading(said[-1], said_by.own).rest, standard):
            label = label._replace(kind="amount")  # 「合計」 of months, 「年間計」
            summed.append(column)
        labels[column] = label
        alone = [unit for word in words if (unit := unit_alone(word)) and said[-1] != word]
        if unit := (alone[-1] if alone else unit_in(" ".join(said))):
            units[column] = unit
    figures = [column for column, label in labels.items() if label.kind in OF_FIGURES]
    if summed and {labels[column].kind for column in figures if column not in summed} == {"settled"}:
        labels |= {column: labels[column]._replace(kind="settled") for column in summed}
    if len(labels) < 2 or not any(_has_figures(grid, last, column) for column in figures):
        return None
    return Headings(tuple(rows), tuple(columns), labels, units)


def _label_of_words(said: list[str], said_by: _Labels) -> Label:
    """What words over a column say together; the lowest alone where it names words, a year, or all that is named."""
    whole, lowest = said_by[" ".join(said)], said_by[said[-1]]
    is_finer = whole.kind != lowest.kind and lowest.year is not None
    return lowest if lowest.kind in WORDS or (lowest.kind and (is_finer or not whole.kind)) else whole


def _texts(grid: Grid, rows: list[int], columns: list[int]) -> dict[int, list[str]]:
    """The words over each column, from above: a merged cell heads all its columns, one that is not those that are empty beside it."""
    texts: dict[int, list[str]] = {column: [] for column in columns}
    for index, row in enumerate(rows):
        over, end, is_merged = "", 0, False
        for column in columns:
            if text := grid.text(row, column):
                over, end = text, column + grid.span(row, column)
                is_merged = end > column + 1 or grid.sheet.row_spans.get((row, column), 1) > 1
            elif column >= end:
                is_headed_below = any(grid.text(below, column) for below in rows[index + 1 :])
                if not is_headed_below or is_merged or not _heads_more(over):
                    over = ""
            if over:
                texts[column].append(over)
    return {column: words for column, words in texts.items() if words}


def _heads_more(text: str) -> bool:
    """Whether words may head the columns beside them too, though they are not merged: a year does, 備考 does not."""
    return (
        any(word in text for word in ("年度", "予算", "要求", "額", "R", "H", "令和", "平成"))
        or text.isdigit()
    )


def _has_figures(grid: Grid, last: int, column: int) -> bool:
    """Whether a figure stands below a heading, with no row of words alone beside each other before it."""
    for row in range(last + 1, last + 1 + _LOOK_BELOW):
        if _is_figure(grid, row, column) or grid.is_missing(row, column):
            return True
        cells = grid.free(row)
        if len(cells) > 1 and not any(_is_figure(grid, row, cell) for cell in cells):
            return False
    return False


def _is_over_figures(grid: Grid, last: int, column: int) -> bool:
    below = [row for row in range(last + 1, last + 1 + _LOOK_BELOW) if grid.text(row, column)]
    return len(below) > 1 and all(_is_figure(grid, row, column) for row in below)


def same_headings(words: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether the words of a row are the headings of a table, given without spaces, again."""
    return bool(other) and all(
        column in words and compact(text) in words[column] for column, text in other.items()
    )
