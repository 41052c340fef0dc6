"""Errors put into what a text says beside the tables. A claim is no equation: the table says how many are seen."""

from __future__ import annotations

from random import Random

from tests.samples import snapshot
from tests.seeded.conftest import Show
from tests.seeded.detection import Tally, outcomes
from tests.seeded.plausible import KINDS, sheet
from tests.seeded.sources import published
from tests.seeded.texts import with_prose, wrong_texts


def test_errors_of_texts_are_counted(whole: bool, show: Show) -> None:
    """Amounts, years, periods and states in sentences and remarks that a table contradicts, and how many are noticed."""
    counts = Tally()
    sheets = {f"{kind} {seed}": sheet(kind, Random(seed)) for kind in KINDS for seed in range(3)}
    sheets["seed"] = published()["seed"]
    for name, request in sheets.items():
        told = request if name == "seed" else with_prose(request, Random(1))
        chosen = (each for at, each in enumerate(wrong_texts(told)) if whole or at % 5 == 0)
        for outcome in outcomes(told, chosen):
            counts.add(name, outcome)
    show("本文と備考に入れた誤り（「何か指摘」を読む）", counts.table())
    assert counts.made.total() > 100


def test_prose_that_agrees_is_left_in_peace() -> None:
    """Sentences and remarks that say what the tables say give no 誤り and no 注意."""
    for kind in KINDS:
        for seed in range(3):
            told = with_prose(sheet(kind, Random(seed)), Random(1))
            found = [each for each in snapshot(told).findings.all if each.severity != "info"]
            assert found == [], (kind, seed)
