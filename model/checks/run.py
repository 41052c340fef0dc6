"""Running the rulebook over a request: every check once, and what lines and texts said in the run before is taken over.

This module imports all checks. The window shows findings before it looks for any, so what opens it imports the room
(``Finding``, ``Findings``) and not this module; the first check does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import msgspec

from model.checks.case import Case, LineContext
from model.checks.claims.said_figures import read_in_steps
from model.checks.finding import Finding, Findings
from model.checks.rulebook import GROUP_CHECKS, LINE_CHECKS, LINE_IN_YEAR_CHECKS, WHOLE_CHECKS
from model.checks.sheet_order import SheetOrder
from model.figures.figures import GroupTotals, LineTotals, Totals
from model.incremental.results import Results
from model.request.request import Request
from model.standard.parts import AS_DECLARED
from model.standard.standard import Standard
from model.totals.prices import NO_PRICES, PriceTable
from model.values.fiscal_year import FiscalYear

_LINES_AT_ONCE: Final = 25


def check(
    request: Request,
    totals: Totals,
    standard: Standard,
    shared_prices: PriceTable = NO_PRICES,
    results: Results | None = None,
) -> Findings:
    """Run the rulebook.

    The results are those of the check before, where the request is being edited; this is their next run, in which its own
    result may be kept too.
    """
    results = Results() if results is None else results
    results.begin()
    found: list[Finding] = []
    case = Case(request, totals, standard, shared_prices, results)
    for whole_check in WHOLE_CHECKS:
        found += whole_check(case)
    context = _context_of(case)
    for group in totals.groups:
        found += results.of(_check_group, group, context, results)
    graded = _answered(_grade(found, standard), request)
    order = SheetOrder(request)
    graded.sort(key=lambda finding: order.of(finding.place))
    return Findings(
        tuple(finding for finding in graded if not finding.acknowledged and finding.severity != "question"),
        tuple(finding for finding in graded if finding.acknowledged and finding.severity != "question"),
        tuple(finding for finding in graded if finding.severity == "question"),
    )


def rehearse(case: Case) -> Iterator[None]:
    """Run the checks, a few for each item, so that the check of all that follows takes no longer than one after an edit.

    What is compiled and imported when it is first used is there after it, and what is said of each line is kept in the
    results of the case.
    """
    yield from read_in_steps(case)
    for whole_check in WHOLE_CHECKS:
        deque(whole_check(case), maxlen=0)
        yield
    context = _context_of(case)
    for group in case.totals.groups:
        for first in range(0, len(group.lines), _LINES_AT_ONCE):
            for line in group.lines[first : first + _LINES_AT_ONCE]:
                case.results.of(_check_line, line, context)
            yield


def _context_of(case: Case) -> LineContext:
    year = case.totals.year
    return case.results.of(_context, year.era, year.number, year.year, case.standard)


def _context(era: str, number: int, year: int, standard: Standard) -> LineContext:
    return LineContext(FiscalYear(year, era, number), standard)


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


def _check_group(group: GroupTotals, context: LineContext, results: Results) -> tuple[Finding, ...]:
    """What the checks find in a cost group: in its lines, then of itself."""
    of_lines = [results.of(_check_line, line, context) for line in group.lines]
    own = (finding for group_check in GROUP_CHECKS for finding in group_check(group, context))
    return (*chain.from_iterable(of_lines), *own)


def _check_line(line: LineTotals, context: LineContext) -> tuple[Finding, ...]:
    """What the checks find in a line and its parts."""
    found: list[Finding] = []
    for line_check in LINE_CHECKS:
        found += line_check(line)
    for line_in_year_check in LINE_IN_YEAR_CHECKS:
        found += line_in_year_check(line, context)
    if line.parts:
        below = context.below(line)
        for part in line.parts:
            found += _check_line(part, below)
    return tuple(found)


def _grade(findings: list[Finding], standard: Standard) -> Iterator[Finding]:
    """The findings of the rules that are on, as severe as the rule or the Standard says, with the Standard's words of the sources."""
    for finding in findings:
        setting = standard.rules.get(finding.rule, AS_DECLARED)
        if not setting.on:
            continue
        severity = setting.severity or finding.severity
        source = standard.source_of(finding.source)
        is_so = finding.severity == severity and finding.source == source
        yield finding if is_so else msgspec.structs.replace(finding, severity=severity, source=source)
