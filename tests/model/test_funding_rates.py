"""補助率 and 充当率 in the spellings of published sheets (forms.md section 3) and of subsidy notices."""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.totals.funding_rates import of_words, read
from tests.samples import standard

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("1/2", [HALF]),
        ("１／２", [HALF]),
        ("½", [HALF]),
        ("2分の1", [HALF]),
        ("二分の一", [HALF]),
        ("十分の七", [Fraction(7, 10)]),
        ("100分の55", [Fraction(11, 20)]),
        ("国55/100", [Fraction(11, 20)]),
        ("国庫10/10", [Fraction(1)]),
        ("55%", [Fraction(11, 20)]),
        ("５５％", [Fraction(11, 20)]),
        ("5.5/10", [Fraction(11, 20)]),
        ("5割", [HALF]),
        ("5割5分", [Fraction(11, 20)]),
        ("0.615", [Fraction(123, 200)]),
        ("国3/10、5/10", [Fraction(3, 10), HALF]),
        ("1/2以内", [HALF]),
        ("", []),
        ("半額", []),
        ("4/1", []),
        ("1/0", []),
        ("令和6年度", []),
        ("3月", []),
        ("120%", []),
    ],
)
def test_rate_is_read(text: str, rates: list[Fraction]) -> None:
    """A rate is above 0 and at most the whole; what is no rate is none."""
    found = read(text, standard().revenue)
    assert (list(found.rates), found.is_open) == (rates, False)
    assert found.highest == (max(rates) if rates else None)


@pytest.mark.parametrize("text", ["定額", "国定額", "1/2等", "50%〜", "50%～", "1/3以上", "約1/2"])
def test_open_rate_is_stated_but_no_limit(text: str) -> None:
    """定額, 「等」 and a range say something of the rate, but nothing follows from it."""
    found = read(text, standard().revenue)
    assert found.is_stated
    assert found.highest is None


@pytest.mark.parametrize(
    ("words", "rates"),
    [
        ("国1/2", [HALF]),
        ("国1/3", [Fraction(1, 3)]),
        ("国2/3", [Fraction(2, 3)]),
        ("国3/4", [Fraction(3, 4)]),
        ("国10/10", [Fraction(1)]),
        ("国庫10/10", [Fraction(1)]),
        ("国55/100", [Fraction(11, 20)]),
        ("国55/100、国50/100", [Fraction(11, 20), HALF]),
        ("国55%、50%", [Fraction(11, 20), HALF]),
        ("国3/10、5/10", [Fraction(3, 10), HALF]),
        ("国（補助率1/2）", [HALF]),
        ("国庫補助金 2分の1", [HALF]),
        ("国庫", []),
    ],
)
def test_words_of_national_money_alone(words: str, rates: list[Fraction]) -> None:
    """Published words that speak of national money and of nothing else."""
    said = of_words(words, standard().revenue)
    assert list(said.national.rates) == rates
    assert not said.has_other


@pytest.mark.parametrize(
    "words",
    [
        "単県", "単県、国1/2等", "単県、国", "単県、国庫", "国庫、単県", "国1/2+財産収入+単県", "基金10/10", "基金繰入金", "負担金",
        "起債、単県", "起債、補助金等", "単県、雑入、手数料", "財産収入", "県、その他", "非重点;0.615", "国1/3、単県", "国10/10、単県",
        "農地 国50%〜、農業用施設65%〜", "単県、国1/2、使用料・手数料、諸収入、基金繰入金", "緊急雇用基金", "国1/2、基金", "国定額・単県",
    ],
)  # fmt: skip
def test_words_of_other_money_too(words: str) -> None:
    """Published words beside which nothing can be said of the national share."""
    assert of_words(words, standard().revenue).has_other


def test_fixed_sum_beside_a_rate_is_no_limit() -> None:
    """「国定額・国1/2」 (188): part of it is a fixed sum, so the half limits nothing."""
    said = of_words("国定額・国1/2", standard().revenue)
    assert (said.has_other, said.national.highest) == (False, None)
