"""Products that a sentence says in words: a price of one, a number, and what they come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.checks.examples.texts import with_text
from tests.samples import findings, only, sample


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("間伐の委託は1ha当たり360千円、180haで計64,080千円を見込んだ。", "64,800千円"),
        ("運営は月額800千円の12か月分、年間9,900千円を見込んでいる。", "9,600千円"),
        ("資料の購入は1冊当たり2,200円で12,000冊を見込み、計26,600千円となる。", "26,400千円"),
        ("委託料は、1ha当たり360千円で180haを実施するものとして68,400千円を計上した。", "64,800千円"),
        ("賃借料は、月額600千円の12か月分として7,600千円を計上した。", "7,200千円"),
        ("1人当たり年額1,200千円を50人に貸し付けることとし、所要額は65,000千円である。", "60,000千円"),
        ("制御機の更新には1基当たり2,100千円、44基で94,200千円を要する。", "92,400千円"),
        ("薪ストーブについては75千円の92件分、6,700千円を見込む。", "6,900千円"),
        ("掘削は98,000m3を予定し、1m3当たり5,000円の標準単価により409,000千円とする。", "490,000千円"),
        ("清掃は、月額3,250千円の12か月分に消費税（8％）を加え、42,210千円である。", "42,120千円"),
        ("賃借料は、令和5年度から令和8年度までの各年度7,200千円、計28,000千円とする。", "28,800千円"),
        ("運行は1か月765千円を12か月分、9,810千円を見込む。", "9,180千円"),
        ("図書の購入は、@2,200円で12,000冊、計26,040千円。", "26,400千円"),
        ("1店舗当たり2,000千円を上限として補助し、15店舗で35,000千円と積算した。", "30,000千円"),
    ],
)
def test_product_in_words_is_what_a_calculator_shows(text: str, right: str) -> None:
    """「月額800千円の12か月分」 comes to 9,600千円, whatever words stand between."""
    assert right in only(with_text(sample(), text), "1-text").message


@pytest.mark.parametrize(
    "text",
    [
        "間伐の委託は1ha当たり360千円、180haで計64,800千円を見込んだ。",
        "賃借料は、月額600千円の12か月分として7,200千円を計上した。",
        "1回当たり50千円で5校を12回訪ね、計3,000千円となる。",  # of all three numbers
        "1冊当たり2,200円で12,000冊を見込み、税込みで計29,040千円となる。",
        "1人当たり30千円を50人に補助し、その2分の1の750千円を計上する。",
        "1台当たり約300千円で12台、計3,500千円となる。",
        "月額600千円の12か月分のうち、年間3,600千円を計上する。",
        "1人当たり30千円の手当を支給し、計9,000千円を計上する。",  # of how many is not said
        "1店舗当たり2,000千円を上限として補助し、15店舗で25,000千円と積算した。",
        "機器は1台300千円で、3月に12台を入れる。予備費は4,000千円である。",
        "1ha当たり360千円を補助する。令和5年度は180haで計60,000千円であった。",
    ],
)
def test_product_that_may_be_of_something_else_is_left_alone(text: str) -> None:
    """A part, a share, a rounded price and a number that is not said make no product that could be wrong."""
    assert findings(with_text(sample(), text), "1-text") == []


@given(st.integers(1, 2_000), st.integers(2, 300))
def test_product_that_is_right_is_never_doubted(price: int, number: int) -> None:
    """Whatever the price and the number, what they come to is in order."""
    text = f"1回当たり{price:,}千円で{number:,}回開き、計{price * number:,}千円となる。"
    assert findings(with_text(sample(), text), "1-text") == []
