"""Which tables are of income or of sources: what the costs are paid from, and none of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from model.standard.standard import Standard
from templates.readers.labels import compact, rest_labels, source_labels
from templates.readers.tables.calling import is_of_costs, is_of_income
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.units import NOTES, is_unit_note, unit_alone
from templates.readers.tables.grid import Grid
from templates.readers.tables.understood import Understood

_AROUND: Final = re.compile("^うち|(?:等|額)$")
_LONG: Final = 4  # characters of a source from which on it may stand behind a name: 「○○基金繰入金」
_IN_BRACKETS: Final = re.compile(r"[(（][^()（）]*[)）]")


class IncomeHeadings:
    """The headings of a sheet that say for the tables below them whether they are of income: 「歳入」, also above a note and a sentence."""

    def __init__(self, grid: Grid, standard: Standard) -> None:
        self._grid = grid
        every = [(row, text) for row in grid.rows if (text := heading_in(grid, row))]
        self._every = [row for row, _ in every]
        self._income = [row for row, text in every if is_of_income(text, standard, is_heading=True)]
        self._costs = [row for row, text in every if is_of_costs(text, standard)]
        # where costs have a heading (歳出), those of income hold for every table down to it
        self._deciding = sorted((*self._income, *self._costs)) if self._costs else self._every

    def hold_for(self, row: int) -> bool:
        """Whether the nearest heading above a row is of income."""
        above = _last_before(self._deciding, row)
        return above in self._income and (
            bool(self._costs) or not any(_has_figures(self._grid, of) for of in range(above + 1, row))
        )

    def prove(self, row: int) -> bool:
        """Whether one of income holds for a row with no other heading between, or with one of costs further below."""
        near = _last_before(self._every, row) in self._income
        return self.hold_for(row) and (near or row < max(self._costs, default=0))


def _last_before(rows: Sequence[int], row: int) -> int:
    index = bisect_left(rows, row)
    return rows[index - 1] if index else 0


def is_table_of_income(table: Understood, headings: IncomeHeadings, standard: Standard) -> bool:
    """Whether the title of a table, the heading that it stands below, or the label of its total, says that it is of income alone (歳入), and no column is what it pays."""
    sources = source_labels(standard)
    words_of_columns = (label.text.split()[-1:] for label in table.headings.labels.values())
    if any(compact(word) in sources for words in words_of_columns for word in words):
        return False
    texts = (table.title, table.grid.sheet.title, *(found.label for found in table.of_kind("total")))
    return headings.hold_for(table.headings.rows[0]) or any(is_of_income(text, standard) for text in texts)


def heading_in(grid: Grid, row: int) -> str:
    """The words that stand alone in a row beside its unit and are no note and no sentence; "" for none."""
    if _has_figures(grid, row):  # as most rows of a long table, which are asked for nothing else
        return ""
    texts = [grid.text(row, column) for column in grid.columns(row)[:3]]
    words = [text for text in texts if not (is_unit_note(text) or unit_alone(text))]
    is_note = len(words) != 1 or words[0].startswith(NOTES) or _IN_BRACKETS.fullmatch(words[0])
    return "" if is_note or "。" in words[0] else words[0]


def _has_figures(grid: Grid, row: int) -> bool:
    return any(written(grid, row, column) is not None for column in grid.columns(row))


def lists_sources(table: Understood, standard: Standard) -> bool:
    """Whether the rows are what the costs are paid from (国庫支出金, 一般財源): a table of 財源 beside that of the costs."""
    sources = source_labels(standard)
    endings = tuple(word for word in sources if len(word) >= _LONG)
    labels = [_AROUND.sub("", compact(found.label)) for found in table.of_kind("line")]
    named = [label for label in labels if label in sources or label.endswith(endings)]
    of_income = any(
        word in compact(title)
        for word in standard.workbook_reading.source_titles
        for title in (table.title, table.grid.sheet.title)
    )
    return (of_income or not rest_labels(standard).isdisjoint(named)) and len(named) * 2 > len(labels)
