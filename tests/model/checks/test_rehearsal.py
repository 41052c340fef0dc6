"""The checks that are run beforehand, a few at a time, between the keys of a writer who begins at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.checks import run
from model.checks.case import Case
from model.checks.finding import Finding
from model.figures.figures import LineTotals
from model.incremental.results import Results
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.samples import big, standard

LINES = 120
AT_ONCE = 25  # lines that one step checks


def test_a_step_checks_a_few_lines_and_the_check_that_follows_none_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However long a request is, no step before its first check goes through all of its lines, nor does that check."""
    checked: list[str] = []

    def counted(line: LineTotals) -> Iterator[Finding]:
        checked.append(line.line.id)
        return iter(())

    in_force, request, results = standard(), big(LINES), Results()
    plain = run.check(request, totals(request, in_force), in_force)
    monkeypatch.setattr(run, "LINE_CHECKS", (*run.LINE_CHECKS, counted))
    found = totals(request, in_force, Results())
    steps, before = 0, 0
    for _ in run.rehearse(Case(request, found, in_force, NO_PRICES, results)):
        assert len(checked) - before <= AT_ONCE
        steps, before = steps + 1, len(checked)
    assert steps > LINES // AT_ONCE
    assert len(checked) == len(set(checked)) == LINES
    assert run.check(request, found, in_force, results) == plain
    assert len(checked) == LINES
