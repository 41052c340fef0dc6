"""The total-cost table: 事業費(A), 人件費(B) and トータルコスト(A+B) of each row, 千円, from people (人) and unit costs.

What the rows are is the form's (model/standard/form); where their 事業費 comes from is handed in by model/totals/totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from model.figures.commitments import add
from model.figures.figures import CostRowTotals, LabourTerm, figure
from model.incremental.results import Results
from model.request import place
from model.request.place import Place
from model.request.request import Headcount, Request, SheetRow
from model.standard.form import CostRowPlan, SheetForm
from model.standard.parts import StaffCategory
from model.standard.standard import Standard
from model.values import people
from model.values.amount import Amount, RoundingMode, round_exact


def cost_rows(
    request: Request, standard: Standard, form: SheetForm, roots: dict[str, int | None], results: Results
) -> dict[SheetRow, CostRowTotals]:
    """The rows of the form with the finance division's, in order, from where the form takes their 事業費 (千円)."""
    rows: dict[SheetRow, CostRowTotals] = {}
    for plan in (*form.every_cost_row, *form.page.cost_rows):
        row = plan.row
        if row not in rows:
            counts: dict[str, str] = getattr(request.headcount, row)
            by_category, is_all = results.of(_labour_terms, counts, row, form, standard)
            above = rows.values() if "sum" in (plan.expense, plan.people) else ()
            rows[row] = results.of(
                _cost_row, plan, form, standard, request.headcount, request.declared, roots.get(plan.expense),
                by_category, is_all, *above,
            )  # fmt: skip
    return rows


def _cost_row(
    plan: CostRowPlan,
    form: SheetForm,
    standard: Standard,
    headcount: Headcount,
    declared: dict[Place, Amount],
    root: int | None,
    by_category: dict[str, LabourTerm],
    is_all: bool,
    *above: CostRowTotals,
) -> CostRowTotals:
    row = plan.row
    if plan.expense == "sum":
        root = add([line.expense.value for line in above])
    expense = figure(root, declared.get(place.cost(row, "expense")))
    if plan.people == "sum":  # these people are those of the rows above together, and so is what they cost
        cost = add([line.labour.value for line in above])
        by_category = {}
    else:
        cost = sum(term.cost for term in by_category.values()) if is_all else None
    labour = figure(cost, declared.get(place.cost(row, "labour")))
    total = figure(add((expense.value, labour.value)), declared.get(place.cost(row, "total")))
    together = _people_of(headcount, standard.staff_columns(form), above) if plan.people == "sum" else {}
    return CostRowTotals(plan, _year_of(row, form), expense, labour, total, by_category, together)


def labour_of(counts: Mapping[str, str], row: SheetRow, form: SheetForm, standard: Standard) -> int | None:
    """人件費(B) in 千円 of counts (人) by staff category; None where nobody is counted or a price is not known."""
    terms, is_all = _labour_terms(counts, row, form, standard)
    return sum(term.cost for term in terms.values()) if is_all else None


def _year_of(row: SheetRow, form: SheetForm) -> int:
    """The fiscal year whose prices a row takes."""
    return form.year.year - 1 if row == "previous" else form.year.year


def _labour_terms(
    counts: Mapping[str, str], row: SheetRow, form: SheetForm, standard: Standard
) -> tuple[dict[str, LabourTerm], bool]:
    """The terms of 人件費(B) by category, and whether they are all of it."""
    year = _year_of(row, form)
    mode = standard.rounding_in(year).labour_cost
    terms: dict[str, LabourTerm] = {}
    for category in standard.staff_of(form):
        text = counts.get(category.key, "")
        if people.is_blank(text):
            continue
        count = people.parse(text)
        term = None if count is None else _labour_term(category, count, year, mode)
        if term is None:  # a count that is unreadable or has no price: the labour cost has to be typed
            return terms, False
        terms[category.key] = term
    return terms, bool(terms)


def _people_of(
    headcount: Headcount, staff: list[StaffCategory], rows: tuple[CostRowTotals, ...]
) -> dict[str, Decimal]:
    """The people of each category in some rows together, 人; a category that is blank in all of them is left out."""
    together: dict[str, Decimal] = {}
    for category in staff:
        typed = [getattr(headcount, row.plan.row).get(category.key, "") for row in rows]
        counts = [count for text in typed if (count := people.parse(text)) is not None]
        if counts:
            together[category.key] = sum(counts, Decimal(0))
    return together


def _labour_term(category: StaffCategory, count: Decimal, year: int, mode: RoundingMode) -> LabourTerm | None:
    """What the people of a category cost in 人件費(B); None when their price of the year is not known."""
    unit_cost = category.unit_cost(year) if category.is_costed_in(year) and count else 0
    return (
        None if unit_cost is None else LabourTerm(count, unit_cost, labour_cost(count, unit_cost, mode), mode)
    )


def labour_cost(count: Decimal, unit_cost: int, mode: RoundingMode) -> int:
    """人件費 in 千円 = 人役 × unit labour cost of the year, rounded as the Standard says (四捨五入)."""
    return round_exact(Fraction(count) * unit_cost, mode)
