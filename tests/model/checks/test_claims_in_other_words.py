"""Sentences that name a figure of the sheet in other words than it, and such that only seem to."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("request_name", "right", "wrong", "figure"),
    [
        (
            "library",
            "本事業については、令和7年度当初予算で36,740千円が措置されている。",
            "本事業については、令和7年度当初予算で34,760千円が措置されている。",
            "36,740千円",
        ),
        (
            "library",
            "図書資料購入費の総額は26,400千円となる。",
            "図書資料購入費の総額は24,600千円となる。",
            "26,400千円",
        ),
        (
            "library",
            "電子書籍利用料は、前年度を5割以上上回る4,500千円を要求する。",
            "電子書籍利用料は、前年度を6割以上上回る4,500千円を要求する。",
            "50.0％",
        ),
        (
            "library",
            "各年度9,180千円を上限とする債務負担行為を令和9年度から令和11年度まで設定する。",
            "各年度9,810千円を上限とする債務負担行為を令和9年度から令和11年度まで設定する。",
            "9,180千円",
        ),
        (
            "dam",
            "用地に係る経費は、前年度の120,000千円を上回る164,000千円となった。",
            "用地に係る経費は、前年度の102,000千円を上回る164,000千円となった。",
            "120,000千円",
        ),
        (
            "forest",
            "間伐の実施に係る経費は88,900千円で、要求額の87.2％を占める。",
            "間伐の実施に係る経費は88,900千円で、要求額の77.2％を占める。",
            "87.2％",
        ),
        (
            "nursery",
            "巡回相談員については、報酬や旅費など、設置費として5,600千円を見込んでいる。",
            "巡回相談員については、報酬や旅費など、設置費として6,500千円を見込んでいる。",
            "5,600千円",
        ),
    ],
)
def test_figure_in_other_words_is_held_against_the_sheet(
    request_name: str, right: str, wrong: str, figure: str
) -> None:
    """A line by the beginning of its name, last year's budget with another verb and a limit of each year mean the sheet's figures."""
    assert not Sentence(request_name, "words", "", right).findings
    assert any(figure in found.message for found in Sentence(request_name, "words", "", wrong).findings)


@pytest.mark.parametrize(
    ("request_name", "text"),
    [
        ("library", "電子書籍利用料は、昨年度から新たに計上したものである。"),
        ("dam", "用地に要する経費は、河川課の別事業と合わせて500,000千円である。"),
        ("nursery", "巡回相談員については、机や電話機など、備品費として300千円を見込んでいる。"),
        ("nursery", "令和5年度9月補正予算では、保育補助者雇上げ補助金を1,800千円増額した。"),
        ("nursery", "放課後児童支援事業（令和6年度要求額45,000千円）と連携して実施する。"),
        ("clinic", "往診車両の更新（4,300千円）を除くと、要求額は61,300千円である。"),
    ],
)
def test_figure_of_other_matter_is_none_of_the_sheet(request_name: str, text: str) -> None:
    """Another budget, another project before a bracket, a part of a line and the rest of the whole are no figures of the sheet."""
    assert not Sentence(request_name, "other", "", text).findings
