"""Running the rulebook: every check is a pure function whose docstring is the rule; ``rulebook`` lists them all.

Lines and groups that did not change keep their findings, and so does a check of the whole whose inputs did not change.
Which rules are on and how severe they are is in the Standard. A finding never blocks anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import msgspec

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
from model.figures.figures import GroupTotals, LineTotals, Totals
from model.incremental.reuse import map_reusing
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES, PriceTable

__all__ = [
    "CHECKS",
    "GROUP_CHECKS",
    "LINE_CHECKS",
    "LINE_IN_YEAR_CHECKS",
    "PRICE_CHECKS",
    "QUESTION_LABEL",
    "RULES",
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

RULES: Final[dict[str, Rule]] = {rule.id: rule for each in every_check() for rule in each.rules}
"""Every rule of the rulebook by its id."""

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
    found: list[Finding] = [finding for whole in wholes for finding in whole]
    found += [
        finding
        for price_check in PRICE_CHECKS
        for finding in price_check(request, totals, standard, shared_prices)
    ]
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
    given = {(answer.rule, answer.place, answer.about): answer.text for answer in request.answers}
    return [
        msgspec.structs.replace(finding, acknowledged=text)
        if (text := given.get((finding.rule, finding.place, finding.message)))
        else finding
        for finding in findings
    ]


def _check_group(group: GroupTotals, context: LineContext, before: GroupFindings | None) -> GroupFindings:
    if before is not None and before.totals is group:
        return before
    check_line = partial(_check_line, context=context)
    if before is None:
        lines = tuple(map(check_line, group.lines))
    else:
        lines = map_reusing(check_line, group.lines, before.totals.lines, before.lines)
    return GroupFindings(group, lines, _run(group_check(group) for group_check in GROUP_CHECKS))


def _check_line(line: LineTotals, context: LineContext) -> tuple[Finding, ...]:
    own = _run(line_check(line) for line_check in LINE_CHECKS)
    own += _run(line_in_year_check(line, context) for line_in_year_check in LINE_IN_YEAR_CHECKS)
    if line.parts:
        below = context.below(line)
        for part in line.parts:
            own += _check_line(part, below)
    return own


def _run(findings: Iterable[Iterator[Finding]]) -> tuple[Finding, ...]:
    return tuple(finding for each in findings for finding in each) or _NOTHING


def _grade(findings: list[Finding], standard: Standard) -> Iterator[Finding]:
    """The findings of the rules that are on, as severe as the Standard says, or the rule where it does not, with its sources."""
    for finding in findings:
        setting = standard.rules.get(finding.rule)
        if setting is not None and not setting.on:
            continue
        severity = finding.severity if setting is None else setting.severity
        source = standard.source_of(finding.source)
        is_so = finding.severity == severity and finding.source == source
        yield finding if is_so else msgspec.structs.replace(finding, severity=severity, source=source)
