"""The cost tables of one sheet, from above, also several side by side; their cells are taken from the grid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.tables.columns import label_of
from templates.readers.tables.decisions import Choices, Spot
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings, find_headings, is_cost_table, pointed_headings
from templates.readers.tables.sums import added
from templates.readers.tables.understanding import understand
from templates.readers.tables.understood import Surroundings, Understood

_OF_YEARS: Final = (
    "request",
    "budget",
    "amount",
    "year",
    "existing",
    "settled",
    "assessed",
    "change",
    "rate",
)
_REST: Final = re.compile("(?:うち)?(?:一般財源|一財|県費|単県|繰入金)(?:等|額)?")
_SOURCE: Final = re.compile(
    rf"{_REST.pattern}|国庫(?:支出金|補助金|負担金|委託金)?|国費|(?:県|地方|起)債|起債|諸収入|使用料(?:[・及]び?手数料)?|手数料"
    r"|分担金(?:[・及]び?負担金)?|負担金|寄[附付]金|財産収入|.{0,12}基金(?:繰入金|繰入)?|繰越金|(?:その他)?特定財源|その他(?:財源)?"
)


def all_headings(grid: Grid, own: FiscalYear | None, standard: Standard) -> list[Headings]:
    """The headings of every table of costs of a sheet, and of tables over many 目, whose words label no field of the head."""
    found: list[Headings] = []
    last = 0
    for row in grid.rows:
        if row > last and (tables := find_headings(grid, row, own, standard)):
            found += tables
            last = max(table.rows[-1] for table in tables)
    return found


def sheet_tables(grid: Grid, around: Surroundings, choices: Mapping[Spot, Choices]) -> list[Understood]:
    """Every cost table of a sheet, with what was decided about it."""
    found: list[Understood] = []
    for row in grid.rows:
        for headings in _headings(grid, row, around, choices):
            above = tuple(
                added((table.sums for table in found[-count:]), 2) for count in range(1, len(found) + 1)
            )
            decided = choices.get((grid.sheet.title, headings.rows[0], headings.columns[0]))
            table = understand(grid, headings, around._replace(above=above), decided)
            if decided is None and (not table.of("amount") or not table.rows):
                continue
            if decided is None and (_lists_years(table, around) or _lists_sources(table)):
                continue
            take(table)
            found.append(table)
    return found


def _lists_years(table: Understood, around: Surroundings) -> bool:
    """Whether every row is named after a year (本年度, 前年度, 増減): its costs stand in the columns, and no row is one."""
    labels = [
        label_of(_first_words(table, found.row), around.year, around.standard)
        for found in table.rows
        if _first_words(table, found.row)
    ]
    of_years = [label.year is not None or label.relative is not None for label in labels]
    return any(of_years) and all(
        label.kind in _OF_YEARS and (of_year or label.kind in ("change", "rate"))
        for label, of_year in zip(labels, of_years, strict=True)
    )


def _lists_sources(table: Understood) -> bool:
    """Whether the rows are what the costs are paid from (国庫支出金, 一般財源): a table of 財源 beside that of the costs."""
    labels = [compact(found.label) for found in table.rows if found.summed.kind == "line"]
    sources = [label for label in labels if _SOURCE.fullmatch(label)]
    return any(_REST.fullmatch(label) for label in sources) and len(sources) * 2 > len(labels)


def _first_words(table: Understood, row: int) -> str:
    return next(filter(None, (table.grid.text(row, column) for column in table.headings.columns)), "")


def _headings(grid: Grid, row: int, around: Surroundings, choices: Mapping[Spot, Choices]) -> list[Headings]:
    """The headings of the cost tables that begin in a row; where there are none, those that a person pointed to."""
    found = find_headings(grid, row, around.year, around.standard)
    if found:
        return [headings for headings in found if is_cost_table(headings, around.standard)]
    return [
        pointed_headings(grid, row, spot[2], around.year, around.standard)
        for spot in choices
        if spot[:2] == (grid.sheet.title, row)
    ]


def take(table: Understood) -> None:
    """Take the cells of a table from its grid."""
    grid, columns = table.grid, set(table.headings.columns)
    for row in (*table.headings.rows, *range(table.headings.rows[-1] + 1, table.last_row + 1)):
        grid.take(row, *(column for column in grid.columns(row) if column in columns))
    for row, column in table.title_cells:
        grid.take(row, column)
