"""Running the rulebook: every check is a pure function whose docstring is the rule; ``rulebook`` lists them all.

Lines and groups that did not change keep their findings, and so does a check of the whole whose inputs did not change.
Which rules are on and how severe they are is in the Standard. A finding never blocks anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import msgspec

from model.checks import (
    arithmetic,
    assessment,
    basis,
    claimed_counts,
    claims,
    commitments,
    consumption_tax,
    funding,
    headcount,
    marks,
    object_classes,
    prices,
    readable,
    years,
)
from model.checks.context import LineContext
from model.checks.finding import QUESTION_LABEL, SEVERITY_LABELS, Finding, Fix
from model.checks.inputs import changed, inputs_of
from model.checks.rule import Check, Rule
from model.checks.rulebook import (
    CHECKS,
    GROUP_CHECKS,
    LINE_CHECKS,
    LINE_IN_YEAR_CHECKS,
    PRICE_CHECKS,
    WholeCheck,
    every_check,
)
from model.figures import GroupTotals, LineTotals, Totals
from model.prices import NO_PRICES, PriceTable
from model.request import Request
from model.reuse import map_reusing
from model.standard import Standard

__all__ = [
    "CHECKS",
    "GROUP_CHECKS",
    "LINE_CHECKS",
    "LINE_IN_YEAR_CHECKS",
    "PRICE_CHECKS",
    "QUESTION_LABEL",
    "SEVERITY_LABELS",
    "Check",
    "Finding",
    "Findings",
    "Fix",
    "Rule",
    "WholeCheck",
    "check",
    "every_check",
]

LineCheck: TypeAlias = Check[[LineTotals]]
LineInYearCheck: TypeAlias = Check[[LineTotals, LineContext]]
GroupCheck: TypeAlias = Check[[GroupTotals]]
WholeCheck: TypeAlias = Check[[Request, Totals, Standard]]
PriceCheck: TypeAlias = Check[[Request, Totals, Standard, PriceTable]]

LINE_CHECKS: Final[tuple[LineCheck, ...]] = (
    readable.line_amounts_are_readable,
    readable.amounts_have_a_name,
    arithmetic.parts_add_up_to_line,
    basis.basis_gives_a_figure,
    basis.printed_results_are_right,
    basis.printed_results_follow_the_profile,
    basis.typed_amount_is_what_the_basis_gives,
    basis.units_of_a_basis_cancel,
    basis.a_few_yen_are_hardly_meant,
    basis.price_of_one_has_a_unit,
    claimed_counts.counts_of_a_remark_are_those_of_the_basis,
)
LINE_IN_YEAR_CHECKS: Final[tuple[LineInYearCheck, ...]] = (
    object_classes.object_class_is_of_the_year,
    object_classes.object_class_is_known,
    marks.mark_fits_the_figures,
    consumption_tax.rate_of_a_basis_is_in_force,
    consumption_tax.price_without_tax_has_one_rate,
    consumption_tax.tax_of_a_label_is_added,
    consumption_tax.tax_rise_stands_in_a_line_of_its_own,
)
GROUP_CHECKS: Final[tuple[GroupCheck, ...]] = (
    readable.group_totals_are_readable,
    arithmetic.lines_add_up_to_group,
)
CHECKS: Final[tuple[WholeCheck, ...]] = (
    years.fiscal_year_is_readable,
    years.eras_are_real_and_uniform,
    years.legend_names_the_previous_year,
    years.commitment_periods_are_readable,
    headcount.people_are_readable,
    years.row_labels_name_their_year,
    headcount.labour_cost_is_people_times_price,
    headcount.people_of_a_total_row_add_up,
    headcount.people_of_an_adjustment_are_not_added,
    headcount.no_people_cost_nothing,
    headcount.blank_and_zero_people_are_not_mixed,
    headcount.people_have_a_price,
    headcount.uncosted_people_are_paid_in_expense,
    arithmetic.cost_rows_add_across,
    arithmetic.total_rows_add_up,
    arithmetic.groups_add_up_to_request,
    arithmetic.components_make_up_the_request,
    arithmetic.standing_is_the_same_in_both_tables,
    arithmetic.previous_groups_add_up,
    arithmetic.request_is_the_same_everywhere,
    readable.amounts_are_readable,
    basis.bases_of_sources_are_right,
    funding.sources_add_up_to_expense,
    funding.general_funds_are_not_negative,
    funding.prefecture_alone_has_no_national_money,
    commitments.owed_amounts_are_readable,
    commitments.years_owed_are_readable,
    commitments.years_add_up_to_the_limit,
    commitments.funds_of_a_year_add_up,
    commitments.funds_fit_into_a_year,
    commitments.years_are_in_the_period,
    commitments.requested_period_begins_after_this_year,
    commitments.period_is_that_of_the_contract,
    commitments.commitment_has_a_line,
    commitments.paid_and_planned_fit_into_the_limit,
    commitments.annual_amounts_add_up_to_total,
    commitments.unchanged_total_only_moves_between_years,
    assessment.assessed_amount_is_the_same_everywhere,
    assessment.final_budget_may_differ_from_assessed,
    assessment.assessed_parts_fit_in_the_request,
    *claims.OF_TEXTS,
    readable.what_was_not_understood_is_not_published,
)

PRICE_CHECKS: Final[tuple[PriceCheck, ...]] = (prices.prices_are_those_of_the_shared_table,)

_NOTHING: Final[tuple[Finding, ...]] = ()
# The order of the page, by the first word of a finding's place.
_SHEET_ORDER: Final = {
    word: index
    for index, word in enumerate(
        (
            "header",
            "contact",
            "headcount",
            "cost",
            "request",
            "component",
            "funding_words",
            "assessment",
            "section",
            "group",
            "line",
            "commitment",
            "owed",
            "continuing",
            "annual",
            "funding",
            "term",
            "cut",
        )
    )
}


class GroupFindings(msgspec.Struct, frozen=True):
    """The findings of one cost group, kept per line so that an edit rechecks only the line it touched."""

    totals: GroupTotals
    lines: tuple[tuple[Finding, ...], ...]
    own: tuple[Finding, ...]


class Findings(msgspec.Struct, frozen=True):
    """All findings of a request.

    Attributes:
        all: what is open, in the order of the sheet, with the severities of the Standard.
        acknowledged: what the writer has acknowledged (了解), with the reason, likewise.
        questions: what the finance division is likely to ask (質問票), with the writer's answer where there is one.
        groups: those of each cost group, for the next pass.
        wholes: those of each check of the whole, likewise.
        inputs: what the checks of the whole were given, by name.
        context: under what year and Standard they were found.
    """

    all: tuple[Finding, ...] = ()
    acknowledged: tuple[Finding, ...] = ()
    questions: tuple[Finding, ...] = ()
    groups: tuple[GroupFindings, ...] = ()
    wholes: tuple[tuple[Finding, ...], ...] = ()
    inputs: Mapping[str, Any] = {}
    context: LineContext | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The open findings of severity 誤り."""
        return tuple(finding for finding in self.all if finding.severity == "error")


def check(
    request: Request,
    totals: Totals,
    standard: Standard,
    before: Findings | None = None,
    shared_prices: PriceTable = NO_PRICES,
) -> Findings:
    """Run the rulebook.

    Args:
        request: the request.
        totals: its totals.
        standard: says which rules are on and how severe they are.
        before: the findings before an edit; of lines and groups that it left alone, and of checks whose inputs it left
            alone, they are taken over. It never changes the result.
        shared_prices: the section's table of unit prices as it is now.
    """
    context = LineContext(totals.year, standard)
    if before is not None and before.context != context:
        before = None
    known = {old.totals.group.id: old for old in before.groups} if before else {}
    groups = tuple(_check_group(group, context, known.get(group.group.id)) for group in totals.groups)
    inputs = inputs_of(request, totals)
    wholes = _check_wholes(request, totals, standard, inputs, before)
    found: list[Finding] = [finding for each in wholes for finding in each]
    found += [finding for each in PRICE_CHECKS for finding in each(request, totals, standard, shared_prices)]
    for group in groups:
        found += [finding for line in filter(None, group.lines) for finding in line]
        found += group.own
    graded = _answered(_grade(found, standard), request)
    graded.sort(key=lambda finding: _SHEET_ORDER.get(finding.place.partition("/")[0], 0))
    return Findings(
        tuple(each for each in graded if not each.acknowledged and each.severity != "question"),
        tuple(each for each in graded if each.acknowledged and each.severity != "question"),
        tuple(each for each in graded if each.severity == "question"),
        groups,
        wholes,
        inputs,
        context,
    )


def _check_wholes(
    request: Request, totals: Totals, standard: Standard, inputs: Mapping[str, Any], before: Findings | None
) -> tuple[tuple[Finding, ...], ...]:
    """What each check of the whole finds; only those are run that read something which is not what it was."""
    if before is None:
        return tuple(tuple(each(request, totals, standard)) for each in CHECKS)
    touched = changed(inputs, before.inputs)
    return tuple(
        old if each.reads.isdisjoint(touched) else tuple(each(request, totals, standard))
        for each, old in zip(CHECKS, before.wholes, strict=True)
    )


def _answered(findings: Iterable[Finding], request: Request) -> list[Finding]:
    """The findings, those with the writer's reason or answer that have one."""
    if not request.answers:
        return list(findings)
    given = {(each.rule, each.place, each.about): each.text for each in request.answers}
    return [
        msgspec.structs.replace(each, acknowledged=text)
        if (text := given.get((each.rule, each.place, each.message)))
        else each
        for each in findings
    ]


def _check_group(group: GroupTotals, context: LineContext, before: GroupFindings | None) -> GroupFindings:
    if before is not None and before.totals is group:
        return before
    check_line = partial(_check_line, context=context)
    if before is None:
        lines = tuple(map(check_line, group.lines))
    else:
        lines = map_reusing(check_line, group.lines, before.totals.lines, before.lines)
    return GroupFindings(group, lines, _run(each(group) for each in GROUP_CHECKS))


def _check_line(line: LineTotals, context: LineContext) -> tuple[Finding, ...]:
    own = _run(each(line) for each in LINE_CHECKS)
    own += _run(each(line, context) for each in LINE_IN_YEAR_CHECKS)
    if line.parts:
        below = context.below(line)
        for part in line.parts:
            own += _check_line(part, below)
    return own


def _run(findings: Iterable[Iterator[Finding]]) -> tuple[Finding, ...]:
    return tuple(finding for each in findings for finding in each) or _NOTHING


def _grade(findings: list[Finding], standard: Standard) -> Iterator[Finding]:
    for finding in findings:
        rule = standard.rules.get(finding.rule)
        if rule is None:
            yield finding
        elif rule.on:
            yield (
                finding
                if finding.severity == rule.severity
                else msgspec.structs.replace(finding, severity=rule.severity)
            )
