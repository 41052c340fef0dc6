"""Sentences that say which budget a figure is of (現計, 補正後, 査定後), and figures that stand beside one given rightly."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("request_name", "right", "wrong", "figure"),
    [
        (
            "shops",
            "店舗復旧補助金の予算は現計10,000千円と合わせて40,000千円となる。",
            "店舗復旧補助金の予算は現計10,000千円と合わせて30,000千円となる。",
            "補正後の「店舗復旧補助金」は 40,000千円",
        ),
        (
            "shops",
            "一般財源の追加　17,000千円（補正後　24,500千円）",
            "一般財源の追加　17,000千円（補正後　24,000千円）",
            "補正後の一般財源は 24,500千円",
        ),
        (
            "shops",
            "現計予算12,500千円に対し、今回32,000千円を追加するもの。",
            "現計予算15,200千円に対し、今回32,000千円を追加するもの。",
            "12,500千円",
        ),
        (
            "shops",
            "現計と合わせた人役は1.3人となる。",
            "現計と合わせた人役は1.5人となる。",
            "補正後の人役は1.3人",
        ),
        (
            "tourism",
            "査定後の財源は、国庫支出金6,000千円、一般財源12,600千円となる。",
            "査定後の財源は、国庫支出金6,000千円、一般財源13,600千円となる。",
            "査定後の一般財源は 12,600千円",
        ),
        (
            "tourism",
            "会計年度任用職員1.0人（前年度1.5人）が従事する。",
            "会計年度任用職員1.0人（前年度1.2人）が従事する。",
            "前年度の人役は 1.5人",
        ),
        (
            "nursery",
            "就職フェア開催委託料　3,200千円 → 2,400千円",
            "就職フェア開催委託料　3,200千円 → 2,600千円",
            "2,400千円",
        ),
        (
            "forest",
            "要求額101,980千円（前年度105,000千円）　増減率△2.9％",
            "要求額101,980千円（前年度105,000千円）　増減率△3.9％",
            "2.9％",
        ),
    ],
)
def test_figure_of_another_budget(request_name: str, right: str, wrong: str, figure: str) -> None:
    """A 補正 has what is budgeted and what it comes to, the 査定 its own sources: the slip is told with the figure of that budget."""
    assert Sentence(request_name, "after", "", right).findings == ()
    messages = [found.message for found in Sentence(request_name, "after", figure, wrong).findings]
    assert any(figure in message for message in messages)


@pytest.mark.parametrize(
    ("request_name", "text", "figure"),
    [
        ("library", "・読書フォーラム開催費　950千円（R7当初）→ 1,250千円（R8要求）", "の前年度予算額は空欄"),
        ("tourism", "【新規】外国語パンフレット印刷費　1,500千円", "の前年度予算額は 2,400千円"),
        ("dam", "国費（補助率55/100）642,300千円、県債577,000千円", "財源の欄は「国1/2、県債」"),
        ("library", "選書や契約の事務に正職員2.7人が当たる。", "正職員は2.4人"),
    ],
)
def test_what_the_sheet_cannot_be(request_name: str, text: str, figure: str) -> None:
    """An amount of last year for a new line, 【新規】 for one that had an amount, another rate of the state, more people than there are."""
    (found,) = Sentence(request_name, "new_mark", figure, text).findings
    assert figure in found.message


@pytest.mark.parametrize(
    ("request_name", "text"),
    [
        (
            "nursery",
            "増額となる20,800千円の財源は、国庫支出金9,000千円、基金繰入金6,000千円、一般財源5,800千円である。",
        ),
        ("forest", "・木材運搬費△1,200千円\n・市場手数料△200千円"),
        ("dam", "ダム本体は170,100千円、用地は44,000千円の増となり、合わせて214,100千円の増額要望である。"),
        ("tourism", "査定額18,600千円の財源は、国庫支出金6,000千円、一般財源12,600千円である。"),
        ("shops", "補正後の従事人役は、現計の0.8人に0.5人を加えた1.3人である。"),
        ("nursery", "※巡回相談員設置費5,600千円のうち2,800千円は、国庫補助（1/3）の対象となる見込みである。"),
        ("library", "県立図書館には本事業のほかに正職員12.0人、会計年度任用職員8.0人が勤務している。"),
        ("sample", "県には本事業のほかに正職員3.0人が勤務している。"),
        ("sample", "標準事務費は24,170千円で、うち県費12,085千円を計上した。"),
        ("sample", "標準事務費は12,085千円である。前年度より5.1％増える。"),
        ("sample", "標準事務費 12,085千円→11,000千円"),
    ],
)
def test_amount_of_a_change_or_of_another_budget(request_name: str, text: str) -> None:
    """What an increase is paid with, lists of changes, what was granted, an arrow to what is no year, people of others and a whole that others pay too are no figures of the request."""
    assert Sentence(request_name, "change", "", text).findings == ()
