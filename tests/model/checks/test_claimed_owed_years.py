"""Amounts of a commitment by year in a sentence, against the list of commitments."""

from __future__ import annotations

import pytest

from tests.loose_sentences import Sentence


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "間伐に係る債務負担行為は、令和8年度30,000千円、令和9年度25,000千円の範囲内で設定する。",
            "令和9年度の額は 20,000千円",
        ),
        (
            "間伐委託料の債務負担行為の年度別の額は、R8年度20,000千円、R9年度20,000千円である。",
            "R8年度の額は 30,000千円",
        ),
        (
            "債務負担行為の年割は、\n令和8年度　30,000千円\n令和9年度　22,000千円\nとする。",
            "令和9年度の額は 20,000千円",
        ),
        (
            "間伐に係る債務負担行為の内訳は、令和8年度から令和9年度までが毎年度30,000千円である。",
            "令和9年度の額は 20,000千円",
        ),
    ],
)
def test_amount_of_a_year_is_that_of_the_list(text: str, right: str) -> None:
    """R8 30,000千円, R9 20,000千円 stand in the list."""
    (found,) = Sentence("forest", "limit", right, text).findings
    assert right in found.message


@pytest.mark.parametrize(
    "text",
    [
        "間伐委託に係る債務負担行為は、令和8年度30,000千円、令和9年度20,000千円の範囲内で設定する。",
        "令和6年度に設定した債務負担行為では、令和7年度28,000千円、令和8年度12,000千円を限度としている。",
        "債務負担行為のうち搬出間伐は、令和8年度18,000千円、令和9年度12,000千円である。",
        "債務負担行為は令和8年度から令和9年度までで、初年度を30,000千円とする。",
        "作業道開設工事費の債務負担行為は、令和8年度5,000千円、令和9年度5,000千円である。",
    ],
)
def test_amounts_of_another_commitment_are_left_alone(text: str) -> None:
    """What was set before, a part, and the commitment of another line are not in the list."""
    assert Sentence("forest", "limit", "", text).findings == ()
