"""Requests that the tests are told with: the real sheet, the same with every total typed, and made-up ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from model.checks import Finding, Findings
from model.checks.run import check
from model.document import storage
from model.document.document import Kept, Snapshot, take_snapshot
from model.document.new_request import new_request
from model.edits.fields import set_value
from model.edits.repair import repaired
from model.incremental.results import Results
from model.request import place
from model.request.place import Place
from model.request.request import CostGroup, Line, Request, Section
from model.standard.parts import Rule
from model.standard.standard import Standard
from model.standard_folder.load import load
from model.values.amount import Amount
from tests.examples import TIMES
from tests.sheet_rows import FUNDING_ROWS

ROOT = Path(__file__).parent.parent
SAMPLE_FILE = ROOT / "templates" / "standards" / "tottori" / "sample.yosan"


@cache
def standard() -> Standard:
    """The Standard of 鳥取県."""
    return load(ROOT / "templates" / "standards" / "tottori")


@cache
def sample() -> Request:
    """The real sheet of 平成31年度 as it is shipped: every total is left to the program."""
    return storage.load(SAMPLE_FILE)


@cache
def facts() -> dict[str, Any]:
    """The figures of the real sheet, copied from the published page by hand."""
    text = (Path(__file__).parent / "data" / "facts.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def declared_sample() -> Request:
    """The real sheet with every figure typed that the page prints, also where the program derives it."""
    printed = facts()
    request = sample()
    values: list[tuple[str, int]] = [
        (place.line("line-4-1", "amount"), 7_040),
        (place.REQUEST_AMOUNT, printed["request"]["要求額"]),
        (place.REQUEST_PREVIOUS, printed["request"]["前年度予算額"]),
    ]
    for group, table in zip(request.groups, printed["cost_tables"], strict=True):
        for year, total in zip(place.YEARS, table["合計"], strict=True):
            values.append((place.group(group.id, year), total))
    for row, (_, expense, labour, total, *_people) in zip(
        ("assessed", "request", "previous"), printed["total_cost"]["rows"], strict=True
    ):
        values += [
            (f"cost/{row}/{key}", figure)
            for key, figure in zip(COST_COLUMNS, (expense, labour, total), strict=True)
        ]
    for row, (_, *figures) in zip(
        FUNDING_ROWS, printed["funding"]["rows"] + printed["finance"]["rows"], strict=True
    ):
        values += [
            (place.funding(row, key), figure) for key, figure in zip(funding_columns(), figures, strict=True)
        ]
    return set_values(request, values)


COST_COLUMNS = ("expense", "labour", "total")


def funding_columns() -> list[str]:
    """The keys of the funding tables' columns as the page prints them: 事業費, the sources, 一般財源."""
    return [
        place.EXPENSE,
        *(source.key for source in standard().funding_sources if source.is_usual),
        place.GENERAL,
    ]


def with_ids_of(request: Request, other: Request) -> Request:
    """The same with the lasting ids of another: what was saved by the window has some."""
    return replace(request, identity=other.identity)


def empty() -> Request:
    """A brand-new request."""
    return new_request(standard())


def one_line(amount: int | str | None = 1_000, previous: int | str | None = 900) -> Request:
    """A request of 平成31年度 with one cost table of one line."""
    return with_lines(Line("only", "委託料", previous, amount))


def with_lines(*lines: Line) -> Request:
    """A request of 平成31年度 with one cost table of these lines."""
    request = Request(
        sections=(Section("costs", "content", "所要経費", costs=True),),
        groups=(CostGroup("table", "1.運営費", lines=lines),),
    )
    return replace(request, header=replace(request.header, fiscal_year="平成31年度", name="運営事業"))


def big(lines: int) -> Request:
    """A request with many lines in tables of a hundred, of 千円 1, 2, 3, …."""
    numbers = range(1, lines + 1)
    groups = tuple(
        CostGroup(
            f"table-{first}",
            f"{first}.表",
            lines=tuple(
                Line(f"line-{number}", f"経費{number}", number, number)
                for number in numbers[first : first + 100]
            ),
        )
        for first in range(0, lines, 100)
    )
    return replace(one_line(), groups=groups)


def snapshot(request: Request, under: Standard | None = None) -> Snapshot:
    """Everything that is true of a request."""
    return take_snapshot(request, under or standard(), kept=kept())


def kept() -> Kept:
    """What was worked out of the request before, as in a document in which one becomes the other; with EXAMPLES nothing.

    No result may depend on what was kept (tests/model/test_results.py), so the tests may share what they have in common.
    """
    return _kept() if TIMES < 1 else Kept(Results(), Results())


@cache
def _kept() -> Kept:
    return Kept(Results(), Results())


def snapshot_with(request: Request, findings: Findings) -> Snapshot:
    """A snapshot of a request of which these are the findings."""
    return replace(snapshot(request), results=_Found(findings))


class _Found(Results):
    """Results that have these findings, whatever is checked."""

    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self._findings = findings

    def of(self, function: Callable[..., Any], *arguments: Any, **_none: Any) -> Any:
        return self._findings if function is check else super().of(function, *arguments)


OF_THE_REAL_SHEET = {("19-rest", "assessment"), ("24", "section")}
"""What is to be said of the real sheet itself: its 査定 leaves 109 of the cut unexplained, and its text promises a training
that was put off. Tests of other rules, which are told with that sheet, leave it out."""


def rule_and_kind(finding: Finding) -> tuple[str, str]:
    """The rule of a finding with the first word of its place."""
    return finding.rule, finding.place.partition("/")[0]


def findings(request: Request, rule: str | None = None, under: Standard | None = None) -> list[Finding]:
    """The open findings of a request but for those of the real sheet itself; or those of one rule with its questions."""
    found = snapshot(request, under).findings
    if rule is None:
        return [finding for finding in found.all if rule_and_kind(finding) not in OF_THE_REAL_SHEET]
    return [finding for finding in (*found.all, *found.questions) if finding.rule == rule]


def with_rule(rule: str, setting: Rule) -> Standard:
    """The Standard with another setting of one rule."""
    return replace(standard(), rules={**standard().rules, rule: setting})


def only(request: Request, rule: str) -> Finding:
    """The one finding of a rule, which must be there once."""
    (found,) = findings(request, rule)
    return found


def fixed(request: Request, finding: Finding) -> Request:
    """The request after the finding's own repair."""
    assert finding.fix is not None
    return repaired(request, finding.fix)


def set_values(request: Request, values: Iterable[tuple[Place, Amount]]) -> Request:
    """Set several places, one after the other."""
    for where, value in values:
        request = set_value(request, where, value)
    return request
