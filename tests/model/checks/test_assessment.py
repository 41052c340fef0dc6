"""Rules 18 and 19: the finance division's part."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value
from model.request.request import Request
from tests.samples import declared_sample, findings, fixed, one_line, only, set_values


@pytest.mark.parametrize("row", ["assessed", "held", "separate"])
def test_assessed_amount_differs_in_the_finance_table(row: str) -> None:
    """Rule 18: 計上額, 保留額 and 別途額 of the 査定 line stand as 事業費 in 財政課使用欄."""
    field = "amount" if row == "assessed" else row
    request = set_values(one_line(), [(f"assessment/{field}", 400), (f"funding/{row}/expense", 440)])
    found = only(request, "18")
    assert (found.place, found.severity) == (f"funding/{row}/expense", "error")
    assert all(figure in found.message for figure in ("440千円", "400千円", "40千円違います"))
    assert findings(fixed(request, found), "18") == []


def test_same_assessed_amount_everywhere() -> None:
    """The real sheet repeats 124,288 in three places."""
    assert findings(declared_sample(), "18") == findings(declared_sample(), "18-final") == []


def test_final_amount_may_differ() -> None:
    """Rule 18, corrected: the 当初予算額 row is the final amount (12 of 49 pages differ), so a gap is only 参考."""
    request = set_values(
        declared_sample(), [("cost/assessed/expense", 21_000), ("cost/assessed/total", 21_000 + 15_082)]
    )
    (found,) = findings(request)
    assert (found.rule, found.place, found.severity) == ("18-final", "cost/assessed/expense", "info")
    assert "21,000千円" in found.message
    assert "124,288千円" in found.message
    assert findings(fixed(request, found), "18-final") == []


def assessed(amount: int | None, comment: str = "", **others: int) -> Request:
    """A request of 1,000 that was assessed."""
    values = [("assessment/amount", amount), ("assessment/comment", comment)]
    return set_values(one_line(), [*values, *((f"assessment/{key}", value) for key, value in others.items())])


def test_more_than_was_asked_for() -> None:
    """Rule 19: 計上 + 保留 + 別途 above 要求額 is worth a look, with the amount by which it is above."""
    found = only(assessed(800, held=300), "19")
    assert (found.place, found.severity) == ("assessment/amount", "warning")
    assert "1,000千円" in found.message
    assert "100千円" in found.message


def test_cut_without_a_word() -> None:
    """Rule 19: what was cut is explained in 財政課処理欄; writing there settles it."""
    request = assessed(891)
    found = only(request, "19")
    assert (found.place, found.severity) == ("assessment/comment", "warning")
    assert "109千円" in found.message
    assert findings(set_value(request, "assessment/comment", "金額精査しました。")) == []
    assert only(set_value(request, "assessment/comment", " \n"), "19") == found


@pytest.mark.parametrize(
    "request_",
    [
        assessed(1_000),
        assessed(600, held=300, separate=100),
        assessed(None),
        assessed(0, "見送り"),
        assessed(700, held=300),
    ],
)
def test_assessments_in_order(request_: Request) -> None:
    """The whole granted, divided over 計上, 保留 and 別途, not yet assessed, or cut with a word: nothing to say."""
    assert findings(request_) == []


def test_assessed_decrease() -> None:
    """A decrease of 500 that is granted in full is neither a cut nor too much."""
    assert findings(set_value(one_line(-500, 900), "assessment/amount", -500)) == []
