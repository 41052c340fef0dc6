"""Sentences about sources, people, commitments and the budgets of a 補正, each sound beside the same with a slip."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence

_OF_WHAT_ELSE_IS_SAID = [
    (
        "01_kaigo_jinzai",
        "財源は、地域医療介護総合確保基金からの繰入金44,666千円のほか、一般財源4,064千円を充てる。",
        "財源は、地域医療介護総合確保基金からの繰入金44,666千円のほか、一般財源4,640千円を充てる。",
        "4,064千円",
    ),
    (
        "case_022",
        "要求額に人件費12,102千円を加えたトータルコストは、19,494千円となる。",
        "要求額に人件費12,102千円を加えたトータルコストは、19,305千円となる。",
        "19,494千円",
    ),
    (
        "library",
        "国の定額補助や雑入を充ててもなお、一般財源が34,880千円必要となる。",
        "国の定額補助や雑入を充ててもなお、一般財源が38,440千円必要となる。",
        "34,880千円",
    ),
    (
        "forest",
        "木材の販売による財産収入は12,000千円を見込み、間伐に要する経費の財源に充てる。",
        "木材の販売による財産収入は32,980千円を見込み、間伐に要する経費の財源に充てる。",
        "55,000千円",
    ),
]


@pytest.mark.parametrize(
    ("request_name", "right", "wrong", "figure"),
    [pytest.param(*each, id=each[2]) for each in (*_OF_WHAT_ELSE_IS_SAID,)],
)
def test_sound_and_wrong(request_name: str, right: str, wrong: str, figure: str) -> None:
    """What the sheet says is left in peace; another figure in the same sentence is told, with that of the sheet."""
    told = [found for found in Sentence(request_name, "", "", right).findings if found.severity != "info"]
    assert told == []
    found = [found for found in Sentence(request_name, "", "", wrong).findings if found.severity != "info"]
    assert found
    assert figure in " ".join(each.message for each in found)
