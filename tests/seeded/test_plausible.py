"""Errors put into made-up sheets of every kind: they stand for published sheets that are not at hand."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import costly_examples
from tests.samples import snapshot
from tests.seeded.conftest import Show
from tests.seeded.detection import every_mutation, outcomes, tally
from tests.seeded.oracle import equations
from tests.seeded.plausible import KINDS, sheet

_AIM = 0.99


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_that_agree_are_left_in_peace(kind: str) -> None:
    """Every equation holds on a made-up sheet, and there is no 誤り and no 注意 on it."""
    for seed in range(8):
        request = sheet(kind, Random(seed))
        assert all(equation.holds for equation in equations(request).values())
        assert [finding for finding in snapshot(request).findings.all if finding.severity != "info"] == []


def test_seeded_errors_are_seen(whole: bool, show: Show) -> None:
    """Of the errors that break an equation, 99 of 100 are found where they are or at their sum: of each kind and of all."""
    sheets = {f"{kind} {seed}": sheet(kind, Random(seed)) for kind in KINDS for seed in range(2)}
    counts = tally(sheets, every=1 if whole else 13)
    show("作った要求書に入れた誤り", counts.table())
    assert counts.made.total() > (10_000 if whole else 1_000)
    assert counts.rate() >= _AIM, counts.missed[:5]
    assert all(counts.rate(kind) >= _AIM for kind in counts.made), counts.missed[:5]


@given(st.sampled_from(sorted(KINDS)), st.integers(100, 10**9), st.integers(0, 40))
@settings(max_examples=costly_examples(25), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_errors_in_any_sheet_are_seen(kind: str, seed: int, first: int) -> None:
    """The same of sheets nobody has looked at: none of some forty errors that break an equation goes unseen."""
    request = sheet(kind, Random(seed))
    assert all(equation.holds for equation in equations(request).values())
    assert [finding for finding in snapshot(request).findings.all if finding.severity != "info"] == []
    mutations = list(every_mutation(request))[first::41]
    unseen = [
        outcome.mutation.what
        for outcome in outcomes(request, mutations)
        if outcome.broken and not outcome.located
    ]
    assert unseen == []
