"""The tables of continuing expenses (継続費): 年割額, and of a changed one what they were before and by how much they change."""

from __future__ import annotations

from typing import Literal, TypeAlias

from model.document.document import Snapshot
from model.figures.commitments import AnnualTotals, ContinuingTotals
from model.request import place
from model.request.place import EXPENSE, GENERAL, Place
from model.values.figure import Figure
from templates.sheet.blocks import UNIT, Cell, Column, Term, YearRow, YearTable, derived, sum_cell
from templates.sheet.multi_year_tables import keys_of, with_used

Side: TypeAlias = Literal["before", "after", "change"]


def continuing_tables(snapshot: Snapshot) -> tuple[YearTable, ...]:
    """年割額 of every continuing expense; of a changed one 変更前年割額, 変更後年割額 and 年割変更部分."""
    words = snapshot.standard.continuing
    tables: list[YearTable] = []
    for expense in snapshot.totals.continuing:
        sides: tuple[tuple[Side, str], ...] = (("after", words.annual),)
        if expense.is_change:
            sides = (("before", words.before), ("after", words.after), ("change", words.change))
        for side, title in sides:
            tables.append(_annual_table(snapshot, expense, side, title, has_title=not tables))
    return tuple(tables)


def _annual_table(
    snapshot: Snapshot, expense: ContinuingTotals, side: Side, title: str, *, has_title: bool
) -> YearTable:
    standard = snapshot.standard
    words = standard.continuing
    sources = with_used(
        snapshot, words.columns, [key for key in expense.keys if key not in (EXPENSE, GENERAL)]
    )
    keys = (EXPENSE, *keys_of(sources), GENERAL)
    named = f"{title}(単位:{UNIT})"
    sums = {"before": expense.before, "after": expense.after, "change": expense.change}[side]

    def cell(column: str) -> Cell:
        terms = tuple(Term(_annual_place(row, side, column)) for row in expense.years)
        if column == EXPENSE and side != "change":
            figure = expense.total if side == "after" else expense.total_before
            where = place.continuing(expense.continuing.id, "total" if side == "after" else "total_before")
        else:
            figure = derived(sums.get(column))
            where = f"continuing/{expense.continuing.id}/{side}/{column}"
        return sum_cell(where, figure, *terms, blank_prints_zero=True)

    return YearTable(
        f"{side}-{expense.continuing.id}",
        f"{words.title}(単位:{UNIT})" if has_title else "",
        named,
        words.year,
        (
            Column(EXPENSE, standard.words.expense),
            *(Column(column.key, column.label, standard.words.funding_sources) for column in sources),
            Column(GENERAL, snapshot.totals.form.general, standard.words.funding_sources),
        ),
        (
            *(
                YearRow(row.row.id, row.row.year, tuple(_annual_cell(row, side, key) for key in keys))
                for row in expense.years
            ),
            YearRow("total", words.total, tuple(cell(key) for key in keys), is_total=True),
        ),
        note=expense.continuing.note if side == "change" or not expense.is_change else "",
        name=expense.continuing.name.strip(),
    )


def _annual_cell(row: AnnualTotals, side: Side, column: str) -> Cell:
    where = _annual_place(row, side, column)
    if side == "change":
        after, before = (_annual_place(row, one, column) for one in ("after", "before"))
        change = derived(row.change.get(column))
        return sum_cell(where, change, Term(after), Term(before, -1), blank_prints_zero=True)
    figures = row.before if side == "before" else row.after
    rest: list[Term] = []
    if column == GENERAL:
        funds = [
            key for key, fund in figures.items() if key not in (EXPENSE, GENERAL) and fund.value is not None
        ]
        rest = [Term(_annual_place(row, side, EXPENSE))]
        rest += [Term(_annual_place(row, side, key), -1) for key in funds]
    return sum_cell(where, figures.get(column, Figure(None)), *rest, blank_prints_zero=True)


def _annual_place(row: AnnualTotals, side: Side, column: str) -> Place:
    return f"annual/{row.row.id}/{side}/{column}"
