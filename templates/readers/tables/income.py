"""Which tables are of income or of sources: what the costs are paid from, and none of them."""

from __future__ import annotations

import re
from typing import Final

from model.standard.standard import Standard
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import is_of_costs, is_of_income
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.units import NOTES, is_unit_note, unit_alone
from templates.readers.tables.grid import Grid
from templates.readers.tables.understood import Understood

_AROUND: Final = re.compile("^うち|(?:等|額)$")
_LONG: Final = 4  # characters of a source from which on it may stand behind a name: 「○○基金繰入金」
_IN_BRACKETS: Final = re.compile(r"[(（].*[)）]")


def is_table_of_income(table: Understood, standard: Standard) -> bool:
    """Whether the title of a table, the heading that it stands below, or the label of its total, says that it is of income alone (歳入), and no column is what it pays."""
    sources = source_labels(standard)
    headings = (label.text.split()[-1:] for label in table.headings.labels.values())
    if any(compact(word) in sources for words in headings for word in words):
        return False
    totals = (found.label for found in table.of_kind("total"))
    return any(
        is_of_income(text, standard) for text in (table.title, table.grid.sheet.title, *totals)
    ) or is_below_income(table.grid, table.headings.rows[0], standard)


def is_below_income(grid: Grid, row: int, standard: Standard) -> bool:
    """Whether the heading nearest above a row is of income: 「歳入」, also above a note and a sentence.

    Where another heading of the sheet is of costs (歳出), those of income hold for every table down to it.
    """
    headings = [(of, text) for of in grid.rows if (text := _heading(grid, of))]
    has_costs = any(is_of_costs(text, standard) for _, text in headings)
    for of, text in reversed(headings):
        if of >= row or (has_costs and not (is_of_costs(text, standard) or is_of_income(text, standard))):
            continue
        is_near = has_costs or not any(_has_figures(grid, between) for between in range(of + 1, row))
        return is_near and is_of_income(text, standard)
    return False


def _heading(grid: Grid, row: int) -> str:
    """The words that stand alone in a row beside its unit and are no note and no sentence; "" for none."""
    texts = [grid.text(row, column) for column in grid.columns(row)]
    words = [text for text in texts if not (is_unit_note(text) or unit_alone(text))]
    if len(words) != 1 or "。" in words[0] or words[0].startswith(NOTES) or _IN_BRACKETS.fullmatch(words[0]):
        return ""
    return "" if _has_figures(grid, row) else words[0]


def _has_figures(grid: Grid, row: int) -> bool:
    return any(written(grid, row, column) is not None for column in grid.columns(row))


def lists_sources(table: Understood, standard: Standard) -> bool:
    """Whether the rows are what the costs are paid from (国庫支出金, 一般財源): a table of 財源 beside that of the costs."""
    words = standard.workbook_reading
    rests = {compact(word) for word in words.rest_rows}
    sources = source_labels(standard)
    endings = tuple(word for word in sources if len(word) >= _LONG)
    labels = [_AROUND.sub("", compact(found.label)) for found in table.of_kind("line")]
    named = [label for label in labels if label in sources or label.endswith(endings)]
    of_income = any(
        word in compact(title)
        for word in words.source_titles
        for title in (table.title, table.grid.sheet.title)
    )
    has_rest = any(label in rests for label in named)
    return (has_rest and len(named) * 2 > len(labels)) or (of_income and len(named) * 2 > len(labels))
