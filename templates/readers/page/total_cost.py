"""The total-cost table (事業費, 人件費, トータルコスト, people) as declared figures of its form's rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from math import prod
from typing import Final

from model.language import phrase
from model.request import place
from model.request.place import Place
from model.request.request import Headcount, SheetRow
from model.standard.form import CostRowPlan, Root, SheetForm, fill_year
from model.standard.standard import Standard
from model.totals.total_cost import labour_of
from model.values import people
from model.values.amount import Amount, half_width, parse
from templates.readers.labels import compact
from templates.readers.page.figure_tables import FixedTable, Plan, Row, Table, read_table
from templates.readers.page.matching import likeness, match_rows
from templates.readers.page.pieces import Piece, unread
from templates.readers.page.placement import MOST_WAYS, Cells, agreed, narrowed, number, placements

_AMOUNT: Final = re.compile(r"[-−△▲+]?[\d,]*千円")
_PEOPLE: Final = re.compile(r"[-−△▲]?[\d.,]*人")
_NO_ROW: Final = phrase("この行は様式のトータルコストの表にない行です。本文の終わりに残しました。")
_NO_STAFF: Final = phrase(
    "この職員の列（{columns}）は様式のトータルコストの表にない列です。行を本文の終わりに残しました。"
)
_NO_CELL: Final = phrase("トータルコストの表の行として読めません。本文の終わりに残しました。")
_SHORT: Final = phrase(
    "トータルコストの表のこの行は列の数と合わず、空欄の場所が分かりません。列の決まる額と人役だけを取り込み、行を本文の終わりに残しました。"
)


def read_total_cost(
    pieces: Sequence[Piece], form: SheetForm, known: Mapping[Root, Amount], standard: Standard
) -> FixedTable:
    """Read the table; ``known`` has the 事業費 of rows that repeat a figure of the lines below it, 千円."""
    plans = form.page.cost_rows
    if not pieces:  # the page has no such table
        return FixedTable(without=("cost",) if plans else ())
    table, columns = _table(pieces, form, standard)
    usual = dict(_labels(plans, form))
    keys = match_rows([row.label for row in table.rows], list(usual.items()))
    declared: dict[Place, Amount] = {}
    headcount: dict[str, dict[str, str]] = {}
    words: dict[Place, str] = {}
    left = [(line, _NO_CELL) for line in table.rest]
    allowed = {category.key for category in standard.staff_of(form)}
    names = {category.key: category.label for category in standard.staff_categories}
    for row, key, cells in zip(
        table.rows, keys, _placed(table, keys, columns, form, known, standard), strict=True
    ):
        if key is None:
            left.append((row.line, _NO_ROW))
            continue
        if None in cells:
            left.append((row.line, _SHORT))
        elif any(row.cells[len(columns) :]):
            left.append((row.line, _NO_CELL))
        counts: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=True):
            if column not in place.COSTS:
                counts[column] = people.clean(half_width(cell or ""))
            elif cell and cell != "千円":
                declared[place.cost(key, column)] = parse(cell)
        headcount[key] = {column: count for column, count in counts.items() if count and column in allowed}
        if other := [names[column] for column, count in counts.items() if count and column not in allowed]:
            left.append((row.line, phrase(_NO_STAFF, columns="、".join(other))))
        if row.label and row.label != usual[key]:
            words[f"cost/{key}"] = row.label
    without = tuple(f"cost/{plan.row}" for plan in plans if plan.row not in keys)
    return FixedTable(
        declared,
        words,
        without if any(keys) else ("cost",),
        tuple(dict.fromkeys(line for line, _ in left)),
        tuple(unread(line, why) for line, why in left),
        Headcount(**headcount),
    )


def _placed(
    table: Table,
    keys: Sequence[SheetRow | None],
    columns: Sequence[str],
    form: SheetForm,
    known: Mapping[Root, Amount],
    standard: Standard,
) -> list[list[str | None]]:
    """The texts of each row, one for each column; None for a cell whose column the arithmetic does not prove."""
    plans = {plan.row: plan for plan in form.page.cost_rows}

    def fits(cells: Cells, plan: CostRowPlan) -> bool:
        """Whether cells contradict none of 人役×単価 = 人件費, 事業費＋人件費 = トータルコスト and the 事業費 that is known.

        An empty cell of people is nobody; an empty amount may be anything.
        """
        found = {column: cell for column, cell in zip(columns, cells, strict=True) if cell}
        amounts = {column: number(found[column]) for column in place.COSTS if column in found}
        labour = labour_of(found, plan.row, form, standard)
        if labour is not None and amounts.setdefault("labour", Decimal(labour)) != labour:
            return False
        if all(column in found for column in place.COSTS):
            return True
        expense = known.get(plan.expense)
        if isinstance(expense, int) and amounts.setdefault("expense", Decimal(expense)) != expense:
            return False
        return len(amounts) < len(place.COSTS) or amounts["expense"] + amounts["labour"] == amounts["total"]

    ways: dict[SheetRow, list[Cells]] = {}
    for row, key in zip(table.rows, keys, strict=True):
        if key is not None:
            every = _ways(row, columns)
            ways[key] = [cells for cells in every if fits(cells, plans[key])] or every
    order = list(plans)
    sums = {plan.row: order[: order.index(plan.row)] for plan in plans.values() if plan.people == "sum"}
    last = keys[-1] if keys and not table.rows[-1].is_aligned else None
    if last is not None and sums.keys() - set(keys):
        ways.pop(last, None)  # the sum has no label on most pages: the figures may be its, or of both rows
    ways = narrowed({key: found for key, found in ways.items() if found}, sums)
    unknown: list[str | None] = [None] * len(columns)
    return [agreed(ways[key]) if key in ways else unknown for key in keys]


def _ways(row: Row, columns: Sequence[str]) -> list[Cells]:
    """Every way to put the cells of a row into the columns: amounts in those of amounts, people in those of people."""
    width = len(columns)
    if row.is_aligned:
        return [(*row.cells, *[""] * width)[:width]]
    figures = [column for column in columns if column in place.COSTS]
    counts = [cell for cell in row.cells if cell.endswith("人")]
    amounts = row.cells[: len(row.cells) - len(counts)]
    if any(cell.endswith("人") for cell in amounts) or list(columns[: len(figures)]) != figures:
        return []  # people before an amount
    ways = placements(amounts, len(figures)), placements(counts, width - len(figures))
    return [(*left, *right) for left, right in product(*ways)] if prod(map(len, ways)) <= MOST_WAYS else []


def is_assessed_by_rows(
    pieces: Sequence[Piece], plain: SheetForm, assessed: SheetForm, standard: Standard
) -> bool:
    """Whether the rows of a page without a 査定 line are rather those of an assessed one."""
    if not pieces or not any(plan.row == "assessed" for plan in assessed.page.cost_rows):
        return False
    labels = [row.label for row in _table(pieces, plain, standard)[0].rows]
    fits = [likeness(labels, _labels(form.page.cost_rows, form)) for form in (plain, assessed)]
    return fits[1] > fits[0]


def _labels(plans: Sequence[CostRowPlan], form: SheetForm) -> list[tuple[SheetRow, str]]:
    return [(plan.row, fill_year(plan.label, form.year)) for plan in plans]


def _table(pieces: Sequence[Piece], form: SheetForm, standard: Standard) -> tuple[Table, list[str]]:
    """The table, and its columns as the headings name them; the amounts or people of the form where they name none of these."""
    words = standard.words
    plan = Plan(_headings(standard), ("(A+B)", words.staff, "区分"))
    labels = {compact(label) for _, label in _labels(form.page.cost_rows, form)}
    table = read_table(pieces, plan, labels, _is_figure, _begins_row)
    amounts = () if any(column in place.COSTS for column in table.keys) else place.COSTS
    staff = () if any(column not in place.COSTS for column in table.keys) else standard.staff_of(form)
    return table, [*amounts, *table.keys, *(category.key for category in staff)]


def _is_figure(word: str) -> bool:
    plain = half_width(word)
    return bool(_AMOUNT.fullmatch(plain) or _PEOPLE.fullmatch(plain))


def _begins_row(before: str, figure: str) -> bool:
    return before.endswith("人") and not figure.endswith("人")


def _headings(standard: Standard) -> dict[str, str]:
    """The headings of the columns of all years and forms without spaces, and the column or staff category of each."""
    words = standard.words
    labels = {compact(words.expense_a): "expense", compact(words.labour_b): "labour"}
    labels |= {compact(words.total_cost): "total", compact(words.total_ab): "total"}
    labels |= {compact(category.label): category.key for category in standard.staff_categories}
    of_forms = {form.staff_label: form.staff[0] for form in standard.forms if form.staff_label and form.staff}
    return labels | {compact(label): key for label, key in of_forms.items()}
