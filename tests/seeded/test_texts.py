"""Errors put into what a text says beside the tables. A claim is no equation: the table says how many are seen."""

from __future__ import annotations

from random import Random

from model.checks.rulebook import RULES
from tests.samples import snapshot
from tests.seeded.conftest import Show
from tests.seeded.detection import Tally, outcomes
from tests.seeded.plausible import KINDS, sheet
from tests.seeded.sources import published
from tests.seeded.texts import with_prose, wrong_texts

# What a remark says of a commitment stands in the list of commitments too, so every error of it is seen by these rules.
_PROVABLE = {"文の期間": "text-period", "文の設定済・要求": "text-commitment"}


def test_errors_of_texts_are_counted(whole: bool, show: Show) -> None:
    """Amounts, years, periods and states in sentences and remarks that a table contradicts, and how many are noticed."""
    counts = Tally()
    sheets = {f"{kind} {seed}": sheet(kind, Random(seed)) for kind in KINDS for seed in range(3)}
    sheets["seed"] = published()["seed"]
    for name, request in sheets.items():
        told = request if name == "seed" else with_prose(request, Random(name))
        chosen = (wrong_text for at, wrong_text in enumerate(wrong_texts(told)) if whole or at % 5 == 0)
        for outcome in outcomes(told, chosen):
            counts.add(name, outcome)
    show("本文と備考に入れた誤り（「何か指摘」を読む）", counts.table())
    assert counts.made.total() > 100
    for kind, rule in _PROVABLE.items():
        if rule in RULES:
            assert counts.noticed[kind] == counts.made[kind], kind


def test_prose_that_agrees_is_left_in_peace() -> None:
    """Sentences and remarks that say what the tables say give no 誤り and no 注意."""
    for kind in KINDS:
        for seed in range(3):
            told = with_prose(sheet(kind, Random(seed)), Random(f"{kind} {seed}"))
            found = [finding for finding in snapshot(told).findings.all if finding.severity != "info"]
            assert found == [], (kind, seed)
