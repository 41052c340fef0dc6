"""The fixed tables in any workbook, known by the Standard's own labels: 財源内訳, トータルコスト, 人役, the 要求額 line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.request import place
from model.request.place import EXPENSE, Place
from model.standard.form import fill_year
from model.standard.standard import Standard
from model.values import amount as amounts
from model.values import people
from model.values.amount import Amount
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact, fund_labels, request_labels
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import is_unit_note, unit_alone, unit_in, unit_note
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings

_BRACKETS: Final = re.compile(r"[(\[](?:単位[:]?)?(?:千円|百万円|万円|億円|円|人)[)\]]")


class Typed(NamedTuple):
    """A value that stands in the workbook: where it belongs on the request, and where it was found."""

    place: Place
    value: Amount
    row: int
    column: int


class Labels(NamedTuple):
    """Labels by their compact words: of columns (kind and key), of the rows of each kind of table, over the columns."""

    columns: dict[str, tuple[str, str]]
    rows: dict[str, dict[str, str]]
    over: set[str]


def labels_of(standard: Standard, year: FiscalYear) -> Labels:
    """Every label that a form of the Standard prints in a fixed table, those of the year's usual form first."""
    words = standard.words
    columns: dict[str, tuple[str, str]] = {
        compact(words.expense_a): ("cost", "expense"),
        compact(words.labour_b): ("cost", "labour"),
        compact(words.total_ab): ("cost", "total"),
        compact(words.expense): ("funding", EXPENSE),
        **{compact(staff.label): ("headcount", staff.key) for staff in standard.staff_categories},
        **{label: ("funding", key) for label, key in fund_labels(standard).items()},
    }
    rows: dict[str, dict[str, str]] = {"cost": {}, "funding": {}}
    forms = [form for form in standard.forms if form.holds_in(year.year)]
    for form in (*reversed(forms), *standard.forms):
        for plan in form.cost_rows:
            rows["cost"].setdefault(compact(fill_year(plan.label, year)), plan.row)
        for funding in (*form.funding_rows, *form.finance_rows):
            rows["funding"].setdefault(compact(funding.label), funding.row)
    own = standard.workbook_reading
    usual = {
        **dict.fromkeys([words.request, *own.this_year], "request"),
        **dict.fromkeys([words.previous, *own.last_year], "previous"),
    }
    for label, row in usual.items():
        rows["cost"].setdefault(compact(label), row)
        rows["funding"].setdefault(compact(label), row)
    over = set(map(compact, (words.funding, words.funding_sources, *own.over)))
    return Labels(columns, rows, over)


def fixed_tables(grid: Grid, labels: Labels) -> list[Typed]:
    """The figures of every fixed table of a sheet; a row whose label is not known is left over."""
    found: list[Typed] = []
    for row in grid.rows:
        columns = {
            column: labels.columns[label]
            for column in grid.free(row)
            if not grid.is_number(row, column)
            and (label := _BRACKETS.sub("", compact(grid.text(row, column)))) in labels.columns
        }
        if len(columns) < 2:
            continue
        found += _table(grid, labels, row, columns)
    return found


def _table(grid: Grid, labels: Labels, head: int, columns: dict[int, tuple[str, str]]) -> list[Typed]:
    kinds = {kind for kind, _ in columns.values()}
    rows = labels.rows["funding" if "funding" in kinds else "cost"]
    first = min(columns)
    found: list[Typed] = []
    unit = _unit_above(grid, head)
    row = head + 1
    read: list[int] = []
    while row <= head + 1 or row in grid.row_set:
        numbers = [column for column in columns if grid.text(row, column)]
        names = [column for column in grid.free(row) if column < first]
        if not numbers or not all(_is_figure(grid, row, column) for column in numbers):
            break
        label = compact(grid.text(row, names[-1])) if names else ""
        key = rows.get(_BRACKETS.sub("", label)) if names else ("request" if not read else None)
        if key is not None:
            for column in numbers:
                kind, name = columns[column]
                found.append(_typed(grid, f"{kind}/{key}/{name}", row, column, unit))
            grid.take(row, *numbers, *names)
        read.append(row)
        row += 1
    if found:
        grid.take(
            head,
            *columns,
            *(column for column in grid.columns(head) if compact(grid.text(head, column)) in labels.over),
        )
        for above in (head - 1, head - 2):
            words = grid.free(above)
            known = all(
                compact(grid.text(above, word)).partition("(")[0] in labels.over
                or is_unit_note(grid.text(above, word))
                for word in words
            )
            if words and known:
                grid.take(above, *words)
    return found


def _is_figure(grid: Grid, row: int, column: int) -> bool:
    text = grid.text(row, column)
    return (
        grid.is_number(row, column) or isinstance(amounts.parse(text), int) or people.parse(text) is not None
    )


def _typed(grid: Grid, where: Place, row: int, column: int, unit: str) -> Typed:
    text = str(grid.value(row, column))
    if where.startswith("headcount/"):
        return Typed(where, people.clean(text), row, column)
    if (found := written(grid, row, column)) is None:
        return Typed(where, amounts.parse(text), row, column)
    unit = found.unit or unit
    amount = amounts.in_thousands(found, unit) if unit in amounts.UNITS else None
    as_written = text if "円" in text else f"{text}{unit}"  # a rate (%) among them
    return Typed(where, as_written if amount is None else amount, row, column)


def _unit_above(grid: Grid, head: int) -> str:
    for *_, text in grid.cells(range(head, max(head - 3, 0), -1)):
        if unit := unit_in(text):
            return unit
    columns = grid.columns(head)
    return unit_note(grid, head, columns[0], columns[-1])[0]


def _is_within(grid: Grid, row: int, tables: Sequence[Headings]) -> bool:
    """Whether a row follows the headings of a table with no blank row between."""
    return any(
        table.rows[-1] < row and all(between in grid.row_set for between in range(table.rows[-1], row))
        for table in tables
    )


def _has_one_figure(grid: Grid, row: int) -> bool:
    return sum(_is_figure(grid, row, column) for column in grid.free(row)) == 1


def request_line(grid: Grid, standard: Standard, year: FiscalYear, tables: Sequence[Headings]) -> list[Typed]:
    """要求額, 前年度予算額 and the 査定 where a label stands beside or above its figure, but not as headings of tables."""
    headings = {(row, column) for table in tables for row in table.rows for column in table.columns}
    wanted = {
        **dict.fromkeys(request_labels(standard), place.REQUEST_AMOUNT),
        compact(standard.words.previous): place.REQUEST_PREVIOUS,
        compact(standard.words.assessed): place.ASSESSED_AMOUNT,
        compact(standard.words.held): "assessment/held",
        compact(standard.words.separate): "assessment/separate",
    }
    found: list[Typed] = []
    for row in grid.rows:
        for column in grid.free(row):
            if (row, column) in headings or grid.is_number(row, column):
                continue
            text = grid.text(row, column)
            plain = compact(text)
            if plain.endswith("査定") and (below := grid.text(row + 1, column)) in standard.results:
                found.append(Typed("assessment/result", below, row + 1, column))
                grid.take(row, column)
                grid.take(row + 1, column)
            label = _BRACKETS.sub("", plain).rstrip(":")
            where = wanted.get(label)
            said = label_of(text, year, standard)
            is_before = said.relative == -1 or (said.kind == "budget" and said.offset(year.year) == -1)
            if is_before and said.kind in ("budget", "year") and _has_one_figure(grid, row):
                where = place.REQUEST_PREVIOUS  # below the 計 of a table
            if where is None or any(figure.place == where for figure in found):
                continue
            after = [other for other in grid.free(row) if other > column]
            if sum(_is_figure(grid, row, other) for other in after) > 1 and _is_within(grid, row, tables):
                continue  # the total of a table
            right = after[0] if after else 0
            for index, beside in ((row, right), (row + 1, column)):
                if beside and not grid.is_taken(index, beside) and _is_figure(grid, index, beside):
                    behind = unit_alone(grid.text(index, beside + grid.span(index, beside)))
                    unit = unit_in(text) or behind or unit_note(grid, row, column, beside)[0]
                    if behind:
                        grid.take(index, beside + grid.span(index, beside))
                    found.append(_typed(grid, where, index, beside, unit))
                    grid.take(row, column)
                    grid.take(index, beside)
                    break
    return found
