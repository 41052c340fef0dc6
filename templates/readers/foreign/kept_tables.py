"""What stays text though it looks like a table of costs: it is asked, for its figures are not in the request."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.foreign.figures_outside import figures_of_year, is_known
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import calling, is_of_income, is_reference
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import Label, label_of
from templates.readers.tables.columns.units import is_unit_note
from templates.readers.tables.grid import Grid
from templates.readers.tables.income import IncomeHeadings
from templates.readers.tables.lines import Table
from templates.readers.tables.lists.listed import says_amount
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.sums.figures import added

_ASKED_FOR: Final = frozenset({"request", "budget", "amount", "year"})
_OF_OTHERS: Final = frozenset({"existing", "settled", "assessed"})  # 決算, 限度額
_COUNTS: Final = frozenset({"quantity", "counted"})
_LEAST: Final = 2  # rows with words and a figure


def asked_of_kept(
    grid: Grid, year: FiscalYear, standard: Standard, taken: Sequence[Table], *, is_all: bool
) -> list[Question]:
    """The questions about rows with words and figures that nobody took.

    Unless the book has no other table of costs (``is_all``) a heading of amounts of this year or a total has to say that
    they are one, and this total is not a figure of the tables that were ``taken``: these rows are its detail.
    """
    found: list[Question] = []
    block: list[int] = []
    if taken and is_of_income(grid.sheet.title, standard):
        return found
    income = IncomeHeadings(grid, standard)
    for row in (*(row for row in grid.rows if grid.free(row)), 0):
        if block and row - block[-1] != 1:
            if (
                not (taken and income.prove(block[0]))
                and not _is_below_reference(grid, block[0], standard)
                and _looks_like_costs(grid, block, year, standard, is_all=is_all)
                and not (taken and _lists_years(grid, block, year, standard))
                and not _comes_to_what_is_taken(grid, block, standard, taken)
            ):
                found.append(_question(grid, block))
            block = []
        block.append(row)
    if is_all and not found:
        block = [row for row, _, text in grid.cells(grid.rows) if says_amount(text)]
        return [_question(grid, block)] if len(block) >= _LEAST else []
    return found


def _is_below_reference(grid: Grid, row: int, standard: Standard) -> bool:
    """Whether the row above is a title of a table beside that of the request: 「【参考】一時保護の状況」."""
    above = row - 1 if row - 1 in grid.row_set else row - 2  # behind a blank row
    columns = grid.columns(above)
    return len(columns) == 1 and _is_beside(grid.text(above, columns[0]), standard)


def _is_beside(title: str, standard: Standard) -> bool:
    """Whether a title says that its table is none of the costs that are asked for: a reference, or income."""
    return is_reference(title, standard) or is_of_income(title, standard)


def _lists_years(grid: Grid, block: Sequence[int], year: FiscalYear, standard: Standard) -> bool:
    """Whether each row with figures is named after a year of its own, more of them than a request has or none of them: what is spent from year to year."""
    rows = [row for row in block if any(written(grid, row, column) for column in grid.free(row))]
    named = [label_of(grid.text(row, grid.columns(row)[0]), year, standard) for row in rows]
    offsets = {label.offset(year.year) for label in named}
    is_of_others = len(rows) > len(YEARS) or offsets.isdisjoint((-1, 0))
    return len(offsets) == len(rows) > 0 and None not in offsets and is_of_others


def _comes_to_what_is_taken(
    grid: Grid, block: Sequence[int], standard: Standard, taken: Sequence[Table]
) -> bool:
    """Whether the total of some rows, whose words ask for nothing, is a figure of a table that was taken, or one sums up all that was."""
    if _sums_up(grid, block, taken):
        return True
    words = standard.workbook_reading.requests
    if any(word in grid.text(row, column) for row in block for column in grid.free(row) for word in words):
        return False
    known = figures_of_year(taken, YEARS.index("amount"))
    totals = [
        found
        for row in block
        if any(calling(grid.text(row, column), standard) == "total" for column in grid.free(row))
        for column in grid.free(row)
        if (found := written(grid, row, column)) is not None and found.number
    ]
    units = {table.understood.unit for table in taken}
    return bool(totals) and all(is_known(total, known, units) for total in totals)


def _sums_up(grid: Grid, block: Sequence[int], taken: Sequence[Table]) -> bool:
    """Whether a row has the sums of both years over all tables that were taken, and no figure of the block is larger: 「事業費」 above 「うち一般財源」."""
    whole = added((table.understood.sums for table in taken), len(YEARS))
    if None in whole or len(set(whole)) < len(YEARS):
        return False
    units = {table.understood.unit for table in taken}
    for row in block:
        figures = [found for column in grid.free(row) if (found := written(grid, row, column)) is not None]
        years = [
            next((found for found in figures if is_known(found, {figure}, units)), None) for figure in whole
        ]
        most = max((abs(Fraction(found.number)) for found in years if found is not None), default=0)
        every = (written(grid, of, column) for of in block for column in grid.free(of))
        if None not in years and all(found is None or abs(Fraction(found.number)) <= most for found in every):
            return True
    return False


def _looks_like_costs(
    grid: Grid, block: Sequence[int], year: FiscalYear, standard: Standard, *, is_all: bool
) -> bool:
    sources = source_labels(standard)
    with_figures, has_total = 0, False
    heads: list[Label] = []
    for row in block:
        figures = [column for column in grid.free(row) if written(grid, row, column) is not None]
        texts = [grid.text(row, column) for column in grid.free(row) if column not in figures]
        titles = [text for text in texts if not is_unit_note(text)]
        if len(titles) == 1 and not figures and _is_beside(titles[0], standard):
            return False
        if any(compact(text) in sources for text in texts):
            return False
        if any(calling(text, standard) and is_of_income(text, standard) for text in texts):
            return False  # 「収入計」
        with_figures += bool(figures and texts)
        heads += [] if figures else [label_of(text, year, standard) for text in texts]
        has_total = has_total or any(figures and calling(text, standard) == "total" for text in texts)
    kinds = {label.kind for label in heads}
    if kinds & _COUNTS:
        kinds -= {"amount"}  # 「計」 of people
    dated = [label for label in heads if label.is_dated and label.kind in _ASKED_FOR]
    if dated and not is_all and not any(label.may_be_of(year.year) for label in dated):
        return False  # of years before
    is_of_others = bool(kinds & _OF_OTHERS)  # 限度額, and what falls to each later year
    says_so = kinds & _ASKED_FOR - ({"year"} if is_of_others else set()) or (has_total and not is_of_others)
    return bool(is_all or says_so) and with_figures >= _LEAST


def _question(grid: Grid, block: Sequence[int]) -> Question:
    cell = (block[0], grid.columns(block[0])[0])
    return asked_of_cell(
        grid,
        cell,
        "tab",
        phrase(
            "{where}からの{count}行は表のようですが、経費の表として読めないため、文字のまま残しました。",
            where=grid.where(*cell),
            count=len(block),
        ),
        phrase("経費の表ではない"),
        (phrase("経費の表"),),
        phrase("額のある行が並んでいますが、要求額の列が見つかりません。"),
    )
