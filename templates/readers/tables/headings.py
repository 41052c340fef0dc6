"""What the headings over the columns of a table say, and in which unit; ``heading_rows`` finds the rows they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import is_figure
from templates.readers.tables.columns.columns import WORDS, Label, label_of
from templates.readers.tables.columns.units import unit_alone, unit_in
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid

_LONGEST: Final = 60  # characters of a heading
_MARK: Final = re.compile(
    r"[(\[]?(?:[A-Za-z①-⑳]|[A-Za-z①-⑳][-－−][A-Za-z①-⑳])[)\]]?|[A-Z①-⑳][=＝].{1,20}"
)  # (A), ①, A-B below a heading
LOOK_BELOW: Final = 6  # rows in which a figure stands below the heading of a column of figures
OF_FIGURES: Final = ("request", "budget", "amount", "year", "existing", "settled", "assessed")
"""The kinds of headings over amounts."""
FIGURE_KINDS: Final = (*OF_FIGURES, "change", "rate", "unit_price", "quantity")
"""The kinds of headings over figures."""


class Headings(NamedTuple):
    """The headings of a table: their rows, its columns from the left, what each heading says, and the units that they or the row below name."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    labels: dict[int, Label]
    units: dict[int, str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the headings, to know them where they are printed again."""
        return tuple(compact(label.text) for _, label in sorted(self.labels.items()))


class LabelsByWords(dict[str, Label]):
    """What headings say, by their words; each is read once."""

    def __init__(self, own: FiscalYear | None, standard: Standard) -> None:
        super().__init__()
        self.own, self.standard = own, standard

    def __missing__(self, text: str) -> Label:
        label = self[text] = label_of(text, self.own, self.standard)
        return label


def headings_of_row(
    row: int, columns: Iterable[int], texts: Mapping[int, str], own: FiscalYear | None, standard: Standard
) -> Headings:
    """The headings of a table whose columns are named in one row; ``texts`` are its words by column."""
    labels = {column: label_of(text, own, standard) for column, text in texts.items()}
    units = {column: unit for column, text in texts.items() if (unit := unit_in(text))}
    return Headings((row,), tuple(columns), labels, units)


def is_mark(text: str) -> bool:
    """Whether a text is a letter or a difference of two, below a heading."""
    return _MARK.fullmatch(compact(text)) is not None


def headings_over(grid: Grid, rows: list[int], columns: list[int], said_by: LabelsByWords) -> Headings | None:
    """The headings over some columns; None where they are none of a table with amounts."""
    last, standard = rows[-1], said_by.standard
    units: dict[int, str] = {}
    labels: dict[int, Label] = {}
    summed: list[int] = []
    for column, words in _texts(grid, rows, columns).items():
        said = [word for word in words if not unit_alone(word)]
        if is_of_names := not said and not _has_figures(grid, last, column):
            said = words  # 「箇所」 over names
        said = said[:1] + [word for word in said[1:] if not is_mark(word)]
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


def _label_of_words(said: list[str], said_by: LabelsByWords) -> Label:
    """What words over a column say together; the lowest alone where it names words, a year, a share (うち), or all that is named."""
    whole, lowest = said_by[" ".join(said)], said_by[said[-1]]
    if lowest.text.startswith("うち"):
        return lowest
    sources = said_by.standard.workbook_reading.source_titles
    if not lowest.kind and any(word in above for above in said[:-1] for word in sources):
        return whole._replace(kind="")  # a source below 「財源内訳（要求額）」
    is_finer = whole.kind != lowest.kind and lowest.year is not None
    is_finer = is_finer or (
        lowest.relative == -1 and whole.relative is None
    )  # 前年度 below 「令和8年度当初」
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
    for row in range(last + 1, last + 1 + LOOK_BELOW):
        if is_figure(grid, row, column) or grid.is_missing(row, column):
            return True
        cells = grid.free(row)
        if len(cells) > 1 and not any(is_figure(grid, row, cell) for cell in cells):
            return False
    return False


def _is_over_figures(grid: Grid, last: int, column: int) -> bool:
    below = [row for row in range(last + 1, last + 1 + LOOK_BELOW) if grid.text(row, column)]
    return len(below) > 1 and all(is_figure(grid, row, column) for row in below)


def same_headings(words: Mapping[int, str], other: Mapping[int, str]) -> bool:
    """Whether the words of a row are the headings of a table, given without spaces, again."""
    return bool(other) and all(
        column in words and compact(text) in words[column] for column, text in other.items()
    )
