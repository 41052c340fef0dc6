"""Every derived figure of a request, in 千円, as one pure function. Never stored in the file, never in a widget."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from model.basis.results import Outcome, Surroundings
from model.figures.commitments import (
    add,
    commitment_totals,
    continuing_totals,
    minus,
)
from model.figures.figures import (
    CalculationSettings,
    Figure,
    FundingRowTotals,
    GroupTotals,
    LineTotals,
    Totals,
    figure,
    rounded_figure,
)
from model.incremental.results import Results
from model.request import place
from model.request.place import GENERAL, Place
from model.request.request import (
    COMPONENTS,
    AsPrinted,
    Assessment,
    CostGroup,
    Funding,
    FundingRowKey,
    Headcount,
    Header,
    Line,
    Request,
)
from model.standard.form import FundingRowPlan, SheetForm
from model.standard.parts import Summing
from model.standard.standard import Standard
from model.totals.evaluate_basis import evaluate_line_basis, with_figures
from model.totals.total_cost import cost_rows
from model.values.amount import Amount, change_percent, number_of

if TYPE_CHECKING:
    from model.totals.funding_terms import ByRate


def totals(request: Request, standard: Standard, results: Results | None = None) -> Totals:
    """Derive every figure of a request.

    The results are those of the totals before, where the request is being edited; this is their next run.
    """
    results = Results() if results is None else results
    results.begin()
    form = results.of(
        _form_of, standard, request.header, request.headcount, request.funding, request.bases,
        request.assessment, request.printed,
    )  # fmt: skip
    calculation_settings = results.of(calculation_settings_of, request.prices, standard, form.year.year)
    groups = tuple(results.of(_group, group, calculation_settings, results) for group in request.groups)
    declared = request.declared
    previous_sum, amount_sum = (
        add([group.previous.value for group in groups]),
        add([group.amount.value for group in groups]),
    )
    owed = tuple(commitment_totals(commitment, form.year) for commitment in request.commitments)
    continuing = tuple(continuing_totals(expense, form.year) for expense in request.continuing)
    if form.page.commitments:  # what such a sheet asks is what it lists
        amount_sum = add(each.limit.value for each in owed if each.commitment.status == "requested")
    elif form.page.continuing:
        amount_sum = add(expense.asked for expense in continuing)
    elif form.page.sheet and amount_sum is None:  # 繰越明許費: typed in its table, or in the line
        amount_sum = number_of(declared.get(place.funding("request", place.EXPENSE)))
    components = {key: figure(None, request.components.get(key)) for key in COMPONENTS}
    # typed on a form without them (the form was changed since), they make up nothing
    parts_sum = add([component.value for component in components.values()]) if form.page.components else None
    amount = figure(
        parts_sum if amount_sum is None else amount_sum,
        declared.get(place.REQUEST_AMOUNT),
    )
    previous = figure(previous_sum, declared.get(place.REQUEST_PREVIOUS))
    # A figure that appears in several tables is derived from its root in each, so that one slip is one finding.
    roots: dict[str, int | None] = {
        "request": amount.value if amount.derived is None else amount.derived,
        "previous": previous.value
        if previous.derived is None or request.carried_previous is not None  # what was granted rules
        else previous.derived,
        "assessed": number_of(request.assessment.amount),
        "held": number_of(request.assessment.held),
        "separate": number_of(request.assessment.separate),
        **{key: component.value for key, component in components.items()},
    }
    if any(plan.row == "standing" for plan in form.page.cost_rows):
        roots["standing"] = number_of(declared.get(place.cost("standing", "expense")))
    roots["asked"] = roots["request"]
    found = Totals(
        form=form,
        calculation_settings=calculation_settings,
        groups=groups,
        amount=amount,
        previous=previous,
        change=minus(amount.value, previous.value),
        change_percent=change_percent(amount.value, previous.value),
        cost_rows=cost_rows(request, standard, form, roots, results),
        funding_rows=_funding_rows(request, form, roots, calculation_settings, {}, results),
        components=components,
        cut=_cut(request, amount.value),
        commitments=owed,
        continuing=continuing,
    )
    if any(term.rate or term.bond_class for term in request.funding_terms):
        from model.totals.funding_terms import amounts_by_rate  # few requests have such grounds

        by_rate: ByRate = {}
        for _ in range(2):  # a bond is reckoned from what the other grounds leave
            by_rate = amounts_by_rate(request.funding_terms, found, standard)
            rows = _funding_rows(request, form, roots, calculation_settings, by_rate, results)
            found = replace(found, funding_rows=rows)
    return found


def _form_of(
    standard: Standard,
    header: Header,
    headcount: Headcount,
    funding: Funding,
    bases: dict[Place, str],
    assessment: Assessment,
    printed: AsPrinted,
) -> SheetForm:
    """The form of a request, from the parts that decide it: the same object while they are, for much is known by it."""
    parts = Request(
        header,
        headcount=headcount,
        funding=funding,
        bases=bases,
        assessment=assessment,
        printed=printed,
    )
    return standard.form_of(parts)


def calculation_settings_of(prices: dict[str, str], standard: Standard, year: int) -> CalculationSettings:
    """What the lines of a request with these unit prices are computed by in a fiscal year."""
    return CalculationSettings(year, standard, standard.rounding_in(year), prices, Surroundings(prices))


def _group(group: CostGroup, by: CalculationSettings, results: Results) -> GroupTotals:
    lines = tuple([results.of(_line, line, by) for line in group.lines])
    return GroupTotals(
        figure(add([line.previous.value for line in lines]), group.previous),
        _sum_of(lines, group.amount, by.rounding.section),
        group,
        lines,
        has_object_class=any(line.has_object_class for line in lines),
        has_trouble=any(line.has_trouble for line in lines),
    )


def _line(line: Line, by: CalculationSettings, above: tuple[Line, ...] = ()) -> LineTotals:
    outcome = evaluate_line_basis(line.basis, by, (line, *above)) if line.basis else None
    has_class = bool(line.object_class)
    has_trouble = outcome is not None and outcome.trouble is not None
    if line.parts:
        parts = tuple(_line(part, by, (line, *above)) for part in line.parts)
        return LineTotals(
            figure(add(part.previous.value for part in parts), line.previous),
            _sum_of(parts, line.amount, by.rounding.heading),
            line,
            parts,
            outcome,
            has_class or any(part.has_object_class for part in parts),
            has_trouble or any(part.has_trouble for part in parts),
        )
    previous = figure(None, line.previous)
    if outcome is None:
        return LineTotals(previous, figure(None, line.amount), line, has_object_class=has_class)
    amount = rounded_figure(outcome.exact, line.amount, by.rounding.line)
    return LineTotals(previous, amount, line, (), outcome, has_class, has_trouble)


def _sum_of(lines: tuple[LineTotals, ...], typed: Amount, summing: Summing) -> Figure:
    """This year's figure of a line with parts, or the 合計 of a table, as the rounding profile says; blank is not 0."""
    if summing.of == "shown":
        return figure(add([line.amount.value for line in lines]), typed)
    exact = [line.contribution for line in lines if line.contribution is not None]
    return rounded_figure(Fraction(sum(exact)), typed, summing.mode) if exact else figure(None, typed)


def _funding_rows(
    request: Request,
    form: SheetForm,
    roots: dict[str, int | None],
    by: CalculationSettings,
    by_rate: ByRate,
    results: Results,
) -> dict[FundingRowKey, FundingRowTotals]:
    """The rows of the funding tables; a cell in which nothing was typed has what the rates of its grounds give."""
    rows: dict[FundingRowKey, FundingRowTotals] = {}
    keys = tuple([source.key for source in by.standard.sources_of(form)])
    asked = roots.get("request") if request.bases else None
    for row, plan in form.funding_plans.items():
        added = [rows[key] for key in plan.adds if key in rows]
        root = roots.get(row) if row in roots else add([upper.expense.value for upper in added])
        rates = tuple([(key, amount) for (of, key), amount in by_rate.items() if of == row])
        rows[row] = results.of(
            _funding_row, plan, keys, by, getattr(request.funding, row), request.declared, request.bases,
            root, asked, rates, *added,
        )  # fmt: skip
    return rows


def _funding_row(
    plan: FundingRowPlan,
    keys: tuple[str, ...],
    by: CalculationSettings,
    typed: dict[str, Amount],
    declared: dict[Place, Amount],
    bases: dict[Place, str],
    root: int | None,
    asked: int | None,
    rates: tuple[tuple[str, int | None], ...],
    *added: FundingRowTotals,
) -> FundingRowTotals:
    row, by_rate = plan.row, dict(rates)
    expense = figure(root, declared.get(place.funding(row, place.EXPENSE)))
    sources: dict[str, Figure] = {}
    outcomes: dict[str, Outcome] = {}
    for key in keys:
        basis = bases.get(place.funding(row, key), "") if bases else ""
        if basis:
            words = by.standard.words
            named = {"事業費": expense.value, "要求額": asked}
            named |= {words.expense: expense.value, words.request: asked}
            outcomes[key] = evaluate_line_basis(basis, with_figures(by, named))
            sources[key] = rounded_figure(outcomes[key].exact, typed.get(key), by.rounding.specific_funds)
        else:
            whole = add([upper.sources[key].value for upper in added]) if added else None
            if whole is None and typed.get(key) is None:
                whole = by_rate.get(key)
            sources[key] = figure(whole, typed.get(key))
    specific = sum(source.value for source in sources.values() if source.value is not None)
    rest = None if expense.value is None else expense.value - specific
    general = figure(rest, declared.get(place.funding(row, GENERAL)))
    return FundingRowTotals(plan, expense, sources, outcomes, specific, general)


def _cut(request: Request, amount: int | None) -> int | None:
    assessment = request.assessment
    granted = number_of(assessment.amount)
    if granted is None or amount is None:
        return None
    return amount - granted - (number_of(assessment.held) or 0) - (number_of(assessment.separate) or 0)
