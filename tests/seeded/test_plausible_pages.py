"""The rulebook on pages that it was not made by: quiet where the figures agree, and what it sees of slips in the text.

Every page is made up (tests/seeded/pages_at_hand.py).
"""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from tests.samples import standard
from tests.seeded import pages_at_hand
from tests.seeded.conftest import Show
from tests.seeded.page_remarks import IN_REMARKS
from tests.seeded.page_sentences import IN_NARRATIVE
from tests.seeded.page_slips import SLIPS

_SEEN_AT_LEAST = 0.7


@pytest.mark.parametrize("name", pages_at_hand.names())
def test_pages_that_agree_are_left_in_peace(name: str) -> None:
    """No 誤り and no 注意 on a page whose figures and words agree: whatever is told of it is at most 参考."""
    found = pages_at_hand.found_on(pages_at_hand.text(name))
    assert [each.rule for each in found if each.severity != "info"] == []
    assert len(found) <= 2


def test_there_are_pages_of_every_kind() -> None:
    """Initial and supplementary, later stages, special and enterprise accounts, public works, commitments."""
    read = [pages_at_hand.read(pages_at_hand.text(name)) for name in pages_at_hand.names()]
    assert len(read) >= 30
    forms = {standard().form_of(each).page.key for each in read}
    assert len(forms) >= 12
    assert (
        median(len(pages_at_hand.found_on(pages_at_hand.text(name))) for name in pages_at_hand.names()) == 0
    )


@pytest.mark.parametrize("name", sorted(IN_NARRATIVE))
def test_sentences_that_contradict_nothing(name: str) -> None:
    """Past years, parts, shares, prices, other budgets: sentences that name a line and an amount that is not its own."""
    page = pages_at_hand.text(name)
    before = {(each.rule, each.message) for each in pages_at_hand.found_on(page)}
    at = page.index("事業内容\n") + len("事業内容\n")
    at = page.index("\n", page.index("\n", at) + 1) + 1  # below the first heading
    for sentence in IN_NARRATIVE[name]:
        told = pages_at_hand.found_on(f"{page[:at]}\n{sentence}\n{page[at:]}")
        new = [
            each
            for each in told
            if each.severity in ("error", "warning") and (each.rule, each.message) not in before
        ]
        assert new == [], sentence


@pytest.mark.parametrize("name", sorted(IN_REMARKS))
def test_remarks_that_contradict_nothing(name: str) -> None:
    """Periods, prices, counts and shares in a remark that are in order."""
    page = pages_at_hand.text(name)
    before = {(each.rule, each.message) for each in pages_at_hand.found_on(page)}
    for remark, others in IN_REMARKS[name].items():
        assert page.count(remark) == 1
        for other in others:
            told = pages_at_hand.found_on(page.replace(remark, other))
            new = [
                each
                for each in told
                if each.severity in ("error", "warning") and (each.rule, each.message) not in before
            ]
            assert new == [], other


def test_slips_in_pages_are_counted(show: Show) -> None:
    """Slips in one place of a page, and how many are told as 誤り or 注意: what a text says is no equation."""
    made: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    missed = []
    for slip in SLIPS:
        page = pages_at_hand.text(slip.page)
        assert page.count(slip.right) == 1, slip
        before = {(each.rule, each.message) for each in pages_at_hand.found_on(page)}
        told = pages_at_hand.found_on(page.replace(slip.right, slip.wrong))
        made[slip.kind] += 1
        if any(each.severity != "info" and (each.rule, each.message) not in before for each in told):
            seen[slip.kind] += 1
        else:
            missed.append(f"{slip.page}: {slip.wrong}")
    rows = ["| 書き間違い | 作った数 | 指摘 |", "| --- | ---: | ---: |"]
    rows += [f"| {kind} | {made[kind]} | {seen[kind]} |" for kind in made]
    rows.append(f"| 計 | {made.total()} | {seen.total()}（{seen.total() / made.total():.0%}） |")
    show("作った公表ページの文と表に入れた書き間違い", "\n".join([*rows, "", *missed]))
    assert seen.total() / made.total() >= _SEEN_AT_LEAST, missed
    certain = (
        "注の年度",
        "頭の年度",
        "積算の結果",
        "債務負担行為の状態",
        "債務負担行為の落ち",
        "表の額",
        "表の合計",
        "増税分の行",
        "様式の額",
    )
    assert {kind: seen[kind] for kind in certain} == {kind: made[kind] for kind in certain}
