"""Sentences whose quantities are right of another figure than the nearest one, beside such that are right of none."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("request_name", "right", "wrong"),
    [
        (
            "nursery",
            "雇上げ補助金のうち大規模園分を500千円減らし、小規模園分を4,500千円増やして、差引きでは4,000千円の増である。",
            "小規模園分は前年度から5,400千円の増である。",
        ),
        (
            "nursery",
            "国庫支出金の充当を広げ、一般財源の増を5,800千円に抑えた。",
            "一般財源は5,800千円である。",
        ),
        (
            "case_054",
            "事業費116,014千円に人件費46,876千円を合わせると162,890千円で、前年度の240,572千円から77,682千円減る。",
            "人件費は46,876千円で、前年度の48,693千円から減る。",
        ),
        (
            "sample",
            "計上額は124,288千円で、トータルコストは139,370千円となった。",
            "計上額は124,288千円で、トータルコストは139,730千円となった。",
        ),
        (
            "sample",
            "計上額は124,288千円である。財源のうち一般財源は122,129千円である。",
            "要求の財源のうち一般財源は122,129千円である。",
        ),
        (
            "case_077",
            "計上額95,320千円は、要求額を10,329千円、前年度の当初予算額を1,606千円下回る。",
            "要求額は前年度の当初予算額を1,606千円下回る。",
        ),
        (
            "shops",
            "一般財源は、当初の7,500千円に今回の17,000千円を積み増し、24,500千円とする。",
            "今回の補正に要する一般財源は7,500千円である。",
        ),
        (
            "tourism",
            "査定の結果、一般財源は要求の13,200千円から12,600千円に減った。",
            "一般財源は前年度の13,200千円から減った。",
        ),
        (
            "sample",
            "トータルコストは要求時に139,849千円であったが、査定により139,370千円となった。",
            "トータルコストは139,370千円である。",
        ),
        (
            "clinic",
            "運営費補助金は医師派遣委託料のほぼ2倍である。",
            "診療所運営費補助金は前年度のほぼ2倍である。",
        ),
        ("dam", "県債の額は国費の約0.9倍である。", "県債は前年度の約0.9倍である。"),
        (
            "clinic",
            "特定財源は合計42,000千円で、一般財源23,600千円の約1.8倍に当たる。",
            "一般財源23,600千円は、前年度の約1.8倍に当たる。",
        ),
        (
            "library",
            "要求額の増減　前年度比＋5,490千円（＋14.9％）",
            "要求額の増減　前年度比＋4,590千円（＋14.9％）",
        ),
        ("tourism", "SNS広報委託は3,300千円で増減はない。", "SNS広報委託は3,300千円で、前年度より減る。"),
        (
            "clinic",
            "遠隔診療機器は6か所に設置し、賃借料は1か所につき月額100千円、年間で7,200千円となる。",
            "遠隔診療機器は6か所に設置し、賃借料は1か所につき月額100千円、年間で6,600千円となる。",
        ),
        (
            "forest",
            "木材の販売のうち、新たに計上するのはドローン測量機器購入費のみである。",
            "木材の販売のうち、新たに計上するのは木材運搬費のみである。",
        ),
    ],
)
def test_quantity_that_is_right_of_another_figure_is_no_slip(
    request_name: str, right: str, wrong: str
) -> None:
    """A change of the whole beside its part, the budget after the 査定, what two figures are apart, how many times another source."""
    assert not Sentence(request_name, "other", "", right).findings
    assert Sentence(request_name, "words", "", wrong).findings
