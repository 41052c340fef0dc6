"""The tables whose rows are fixed: total cost, funding, the finance division's; and the figures of the 要求額 line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, get_args

from msgspec.structs import replace

from model.document.document import Snapshot
from model.figures.figures import CalculationSettings, CostRowTotals, Figure, FundingRowTotals, figure
from model.incremental.results import Results
from model.names import explain
from model.request import place
from model.request.place import EXPENSE, GENERAL, CostColumn, Place, Year
from model.request.request import COMPONENTS, SheetRow
from model.standard.form import FINANCE_TITLE, CostRowPlan, FundingRowPlan, SheetForm, fill_year
from model.standard.parts import FundingSource, StaffCategory
from model.standard.standard import Standard, holds_something
from model.values import people
from model.values.amount import Amount
from model.values.fiscal_year import counted_from
from templates.sheet.blocks import (
    UNIT,
    Cell,
    Column,
    FigureRow,
    FigureTable,
    LabelledFigure,
    PeopleCell,
    Sum,
    Term,
    UnitLabourCost,
    sum_cell,
)
from templates.sheet.printed_basis import calculation, rounding_notes, source_notes

_COST_COLUMNS: Final[tuple[CostColumn, ...]] = get_args(CostColumn)
_ROOTS: Final[Mapping[str, Place]] = {
    "request": place.REQUEST_AMOUNT,
    "asked": place.REQUEST_AMOUNT,
    "previous": place.REQUEST_PREVIOUS,
    "standing": place.cost("standing", "expense"),
    "assessed": place.ASSESSED_AMOUNT,
    "held": "assessment/held",
    "separate": "assessment/separate",
    **{key: place.component(key) for key in COMPONENTS},
}
"""Where the 事業費 of a row comes from: the figure of the lines above the tables that it repeats."""


def total_cost_table(
    snapshot: Snapshot, results: Results | None = None, *, every_row: bool = False, finance: bool = True
) -> FigureTable:
    """トータルコスト: 事業費(A), 人件費(B), (A+B), and the staff columns of the year.

    With the ``results`` of whoever lays the table out again and again a row that says the same is the same object. ``every_row``
    gives also the rows that the sheet leaves out, and with ``finance`` the 査定 row of a request without one.
    """
    results = Results() if results is None else results
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    form = totals.form
    words = standard.words
    labels = (words.expense_a, words.labour_b, words.total_ab)
    every = form.every_cost_row if finance else form.page.cost_rows
    plans = every if every_row else form.cost_rows
    staff = _staff(snapshot, None if every_row else plans)
    categories = tuple([category.key for category in staff])
    return FigureTable(
        "total_cost",
        words.total_cost,
        f"{words.total_cost}(単位:{UNIT})と{words.staff}(単位:人)",
        (
            *map(Column, _COST_COLUMNS, labels),
            *(
                Column(category.key, category.label, words.staff if len(staff) > 1 else "")
                for category in staff
            ),
        ),
        tuple(
            results.of(
                _cost_row, plan, totals.cost_rows[plan.row], getattr(request.headcount, plan.row), form, standard,
                categories, _above(snapshot, plan.row),
            )
            for plan in plans
        ),
    )  # fmt: skip


def _cost_row(
    plan: CostRowPlan,
    figures: CostRowTotals,
    typed_people: dict[str, str],
    form: SheetForm,
    standard: Standard,
    categories: tuple[str, ...],
    above: tuple[SheetRow, ...],
) -> FigureRow:
    """A row of the total-cost table, below those of the rows ``above``."""
    row = figures.plan.row
    decimals = form.page.people_decimals
    return FigureRow(
        row,
        form.word(f"cost/{row}", fill_year(plan.label, form.year)),
        (
            *(_cost_cell(figures, column, form, standard, above) for column in _COST_COLUMNS),
            *(_people_cell(figures, typed_people, category, decimals) for category in categories),
        ),
    )


def request_line(snapshot: Snapshot) -> tuple[LabelledFigure, ...]:
    """要求額 and 前年度予算額 with what they are the sums of; the latter on any form where a person declared it."""
    totals, form = snapshot.totals, snapshot.totals.form

    def cell(where: Place, value: Figure, year: Year) -> Cell:
        terms = tuple(Term(place.group(group.group.id, year)) for group in totals.groups)
        if form.page.commitments:
            requested = (commitment.commitment for commitment in totals.commitments)
            terms = tuple(
                Term(place.commitment(commitment.id, "limit"))
                for commitment in requested
                if commitment.status == "requested"
            )
        elif year == "amount" and all(group.amount.value is None for group in totals.groups):
            terms = tuple(Term(place.component(key)) for key in totals.components)
        return sum_cell(where, value, *terms)

    asked = LabelledFigure(form.request_label, cell(place.REQUEST_AMOUNT, totals.amount, "amount"))
    if not form.page.has_previous and place.REQUEST_PREVIOUS not in snapshot.request.declared:
        return (asked,)
    previous = cell(place.REQUEST_PREVIOUS, totals.previous, "previous")
    return (asked, LabelledFigure(form.page.previous_label or snapshot.standard.words.previous, previous))


def components(snapshot: Snapshot) -> tuple[LabelledFigure, ...]:
    """保留, 復活 and 追加 behind the 要求額, those that were written."""
    words, totals = snapshot.standard.words, snapshot.totals
    labels = {"deferred": words.deferred, "revived": words.revived, "added": words.added}
    return tuple(
        LabelledFigure(labels[key], Cell(place.component(key), component))
        for key, component in totals.components.items()
        if component.shown is not None
    )


def assessment_line(snapshot: Snapshot) -> tuple[LabelledFigure, ...]:
    """計上額, and 保留額 and 別途額 where there are any."""
    assessment, words = snapshot.request.assessment, snapshot.standard.words
    typed: tuple[tuple[str, Place, Amount], ...] = (
        (words.assessed, place.ASSESSED_AMOUNT, assessment.amount),
        (words.held, "assessment/held", assessment.held),
        (words.separate, "assessment/separate", assessment.separate),
    )
    return tuple(
        LabelledFigure(label, Cell(where, figure(None, amount)), snapshot.totals.form.word(where, ""))
        for label, where, amount in typed
        if amount is not None
    )


def funding_table(
    snapshot: Snapshot, results: Results | None = None, *, every_row: bool = False
) -> FigureTable:
    """要求額の財源内訳: 事業費, the sources, and 一般財源 as the rest."""
    form, words = snapshot.totals.form, snapshot.standard.words
    plans = form.page.funding_rows if every_row else form.funding_rows
    sources = _sources(snapshot, None if every_row else plans)
    columns = _funding_columns(snapshot, sources, over=words.funding_sources)
    return _table_of_sources(snapshot, "funding", words.funding, plans, sources, columns, results)


def finance_title(snapshot: Snapshot) -> str:
    """The words above the finance division's table."""
    form = snapshot.totals.form
    return form.word(FINANCE_TITLE, form.page.finance_title or snapshot.standard.words.finance)


def finance_table(
    snapshot: Snapshot, results: Results | None = None, *, every_row: bool = False
) -> FigureTable:
    """財政課使用欄: 計上額, 保留, 別途 by source."""
    form = snapshot.totals.form
    plans = form.whole.finance_rows if every_row else form.finance_rows
    sources = _sources(snapshot, None if every_row else plans)
    columns = _funding_columns(snapshot, sources, over="")
    return _table_of_sources(snapshot, "finance", finance_title(snapshot), plans, sources, columns, results)


def _cost_cell(
    figures: CostRowTotals,
    column: CostColumn,
    form: SheetForm,
    standard: Standard,
    above: tuple[SheetRow, ...],
) -> Cell:
    row, value = figures.plan.row, figures.of(column)
    terms: tuple[Term, ...] = ()
    rounded = False
    match column:
        case "expense" if figures.plan.expense == "sum":
            terms = tuple(Term(place.cost(line, column)) for line in above)
        case "expense" if figures.plan.expense in _ROOTS:
            terms = (Term(_ROOTS[figures.plan.expense]),)
        case "labour" if figures.plan.people == "sum":
            terms = tuple(Term(place.cost(line, column)) for line in above)
        case "labour":
            rounded = True
            terms = tuple(
                Term(
                    place.headcount(row, category.key),
                    category.unit_cost(figures.year) or 0,
                    UnitLabourCost(f"{counted_from(form.year, figures.year).number}年度", category.key),
                )
                for category in standard.staff_of(form)
                if category.key in figures.labour_by_category and category.unit_cost(figures.year)
            )
        case "total":
            terms = (Term(place.cost(row, "expense")), Term(place.cost(row, "labour")))
    return Cell(
        place.cost(row, column),
        value,
        Sum(terms, rounded) if value.derived is not None and terms else None,
        note="\n".join(explain.labour(figures.labour_by_category, standard)) if rounded else "",
    )


def _above(snapshot: Snapshot, row: SheetRow) -> tuple[SheetRow, ...]:
    """The rows of the total-cost table above one that is their sum."""
    rows = list(snapshot.totals.cost_rows)
    return tuple(rows[: rows.index(row)])


def _people_cell(
    figures: CostRowTotals, typed_people: dict[str, str], category: str, decimals: int
) -> PeopleCell:
    typed = typed_people.get(category, "")
    derived = figures.people.get(category)
    shown = typed
    if people.is_blank(typed):
        shown = "" if derived is None else str(derived)
    printed = people.format_people(shown, decimals)
    return PeopleCell(place.headcount(figures.plan.row, category), typed, printed, people.parse(shown))


def _staff(snapshot: Snapshot, plans: Sequence[CostRowPlan] | None) -> list[StaffCategory]:
    """The staff columns: the form's, and of others those that one of the printed rows uses; all without rows."""
    form = snapshot.totals.form
    staff = snapshot.standard.staff_columns(form)
    if plans is None or not form.more_staff:
        return staff
    headcount, rows = snapshot.request.headcount, snapshot.totals.cost_rows
    cells = {
        key: [
            _people_cell(rows[plan.row], getattr(headcount, plan.row), key, form.page.people_decimals)
            for plan in plans
        ]
        for key in form.more_staff
    }
    idle = {key for key, column in cells.items() if not any(holds_something(cell.printed) for cell in column)}
    return [category for category in staff if category.key not in idle]


def _sources(snapshot: Snapshot, plans: Sequence[FundingRowPlan] | None) -> list[FundingSource]:
    """The columns of sources: the form's, and of others those that one of the printed rows uses; all without rows."""
    totals = snapshot.totals
    sources = snapshot.standard.sources_of(totals.form)
    if plans is None or not totals.form.more_sources:
        return sources
    printed = [totals.funding_rows[plan.row] for plan in plans]
    idle = {
        key
        for key in totals.form.more_sources
        if all(row.sources[key].shown is None and key not in row.outcomes for row in printed)
    }
    return [source for source in sources if source.key not in idle]


def _funding_columns(snapshot: Snapshot, sources: Sequence[FundingSource], over: str) -> tuple[Column, ...]:
    standard, form = snapshot.standard, snapshot.totals.form
    under = {key: group.label for group in form.page.funding_groups for key in group.columns}
    return (
        Column(EXPENSE, standard.words.expense),
        *(Column(source.key, source.label, over, under.get(source.key, "")) for source in sources),
        Column(GENERAL, form.general, over, under.get(GENERAL, "")),
    )


def _table_of_sources(
    snapshot: Snapshot,
    key: Literal["funding", "finance"],
    title: str,
    plans: Sequence[FundingRowPlan],
    sources: Sequence[FundingSource],
    columns: tuple[Column, ...],
    results: Results | None,
) -> FigureTable:
    results = Results() if results is None else results
    totals, keys = snapshot.totals, tuple([source.key for source in sources])
    rows = tuple(
        results.of(
            _funding_row,
            totals.funding_rows[plan.row],
            totals.form.funding_label(plan.row),
            keys,
            snapshot.request.bases,
            totals.calculation_settings,
        )
        for plan in plans
    )
    notes = tuple(note for plan in plans for note in source_notes(snapshot, plan.row))
    return FigureTable(key, title, f"{title}(単位:{UNIT})", columns, rows, notes)


def _funding_row(
    figures: FundingRowTotals,
    label: str,
    keys: tuple[str, ...],
    bases: dict[Place, str],
    by: CalculationSettings,
) -> FigureRow:
    row = figures.plan.row
    root = _ROOTS.get(row)
    expense_terms = _terms(figures.plan, EXPENSE) if root is None else (Term(root),)
    rest = [
        Term(place.funding(row, EXPENSE)),
        *(Term(place.funding(row, key), -1) for key in keys),
    ]

    def source_cell(key: str) -> Cell:
        where, figure, outcome = place.funding(row, key), figures.sources[key], figures.outcomes.get(key)
        return replace(
            sum_cell(where, figure, *_terms(figures.plan, key), blank_prints_zero=True),
            calculation=calculation(bases.get(where, ""), outcome, by),
            note=rounding_notes(figure, outcome),
        )

    return FigureRow(
        row,
        label,
        (
            sum_cell(place.funding(row, EXPENSE), figures.expense, *expense_terms, blank_prints_zero=True),
            *map(source_cell, keys),
            sum_cell(place.funding(row, GENERAL), figures.general, *rest, blank_prints_zero=True),
        ),
    )


def _terms(plan: FundingRowPlan, column: str) -> tuple[Term, ...]:
    """The cells of a column in the rows that a row adds."""
    return tuple(Term(place.funding(row, column)) for row in plan.adds)
