"""Sums, differences and tax that a sentence works out of its own amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.checks.examples.texts import with_text
from tests.samples import findings, only, sample


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("印刷費は2,400千円から1,500千円へと、1,100千円の減額とした。", "900千円"),
        ("補助金を32,000千円から35,200千円に引き上げ、2,300千円の増とする。", "3,200千円"),
        ("前年度96,800千円に対し本年度は117,600千円と、20,080千円増やして要求する。", "20,800千円"),
        ("本年度117,600千円、前年度96,800千円で、差引き28,000千円の増となる。", "20,800千円"),
        ("工事費は18,000千円から21,600千円に増え、差額は3,060千円である。", "3,600千円"),
        ("既定の12,500千円に今回32,000千円を加えた補正後の額は、45,400千円となる。", "44,500千円"),
        ("既定の12,500千円に32,000千円を追加し、補正後は45,500千円となる。", "44,500千円"),
        ("補正額32,000千円から国費15,000千円を差し引いた16,000千円は県が負担する。", "17,000千円"),
        ("要求額117,600千円から国費47,000千円と基金30,000千円を除いた46,000千円である。", "40,600千円"),
        ("国費は、対象経費30,000千円の2分の1に当たる16,000千円を見込む。", "15,000千円"),
        ("税抜1,800千円、消費税10％込みで1,890千円である。", "1,980千円"),
        ("機器65,600千円に設置11,040千円を足すと、76,440千円となる。", "76,640千円"),
        ("機器は、税抜1,800千円に消費税10％を加えた1,890千円とした。", "1,980千円"),
        ("本体1,800千円に消費税及び地方消費税（10％）を加えて1,908千円を見込む。", "1,980千円"),
    ],
)
def test_what_a_sentence_works_out_is_what_a_calculator_shows(text: str, right: str) -> None:
    """The amounts of the sentence say that it is wrong, whatever they are of."""
    assert right in only(with_text(sample(), text), "1-text").message


@pytest.mark.parametrize(
    "text",
    [
        "印刷費は2,400千円から1,500千円へと、900千円の減額とした。",
        "貸付金は48,000千円から60,000千円に増え、これに伴い一般財源は5,800千円の増となる。",  # of another thing
        "印刷費を2,400千円から1,500千円に減らし、全体では7,100千円の減額とした。",
        "消費額は1,200,000千円から1,350,000千円となり、うち県外客分が120,000千円の増である。",
        "総事業費は38,000,000千円から41,500,000千円に増え、約35億円の増となった。",
        "前年度105,000千円に対し本年度は101,980千円で、3,020千円、2.9％の減である。",
        "32千円から35千円となり、年間3,200千円の増となる。",  # a price and what comes of it
        "既定の10,000千円に今回20,000千円を追加し、5,000千円を減額する。",
        "残事業費は420億円から本年度分の12億8,460万円を差し引いた約407億円である。",
        "総額36,000千円のうち7,200千円を除いた28,800千円を後年度に支払う。",
        "定価2,000千円から1割引した1,800千円に消費税10％を加え、1,980千円とした。",
        "本体1,800千円のほか、ソフト300千円を含め消費税10％を加えた2,310千円が定価である。",
        "税抜4,091千円に消費税10％を加えた4,500千円を計上した。",  # rounded
    ],
)
def test_amounts_that_are_of_something_else_are_left_alone(text: str) -> None:
    """A part, a rounded amount and what another thing comes to are no difference and no sum."""
    assert findings(with_text(sample(), text), "1-text") == []


@given(st.integers(2, 99_999), st.integers(2, 99_999))
def test_sum_and_difference_that_are_right_are_never_doubted(one: int, other: int) -> None:
    """Whatever the amounts are."""
    way = "増" if other >= one else "減"
    text = (
        f"経費は{one:,}千円から{other:,}千円となり、差引き{abs(other - one):,}千円の{way}となる。"
        f"{one:,}千円に{other:,}千円を加えた合計は{one + other:,}千円である。"
    )
    assert findings(with_text(sample(), text), "1-text") == []
