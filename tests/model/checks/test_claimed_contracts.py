"""The contract that a line's words tell, against the commitment of the line (rules 31 and 32)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.multi_year import Commitment
from model.request.request import Line, Request
from tests.samples import findings, only, standard, with_lines


def owed(remark: str, period: str, **more: str) -> Request:
    """A line of 平成31年度 with a remark, and its commitment."""
    request = with_lines(Line("only", "保守運用委託料", 900, 1_000, remark))
    return replace(request, commitments=(Commitment("owed", "only", period, **more),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        ("契約期間 H31.4〜H35.3", "H32〜H33"),
        ("契約期間は平成31年度から平成34年度まで。別途債務負担行為を要求", "H32〜H33"),
        ("平成31年4月から平成35年3月までの契約", "H32〜H35"),
    ],
)
def test_commitment_that_ends_in_another_year(remark: str, period: str) -> None:
    """A contract to the end of 平成34年度 is bound to that year, no less and no more."""
    found = only(owed(remark, period), "32-contract")
    assert (found.place, found.severity) == ("commitment/owed/period", "warning")
    assert f"「{period}」" in found.message


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        ("契約期間 H31.4〜H35.3", "H32〜H34"),
        ("契約期間 平成31年10月〜平成34年9月", "H32〜H34"),
        ("3年契約", "H32〜H33"),
        ("端末のリース料", "H32〜H33"),
        ("H32〜H35について別途債務負担行為を要求", "H32〜H35"),
        ("契約期間 H30.4〜H31.3", "H32〜H33"),
    ],
)
def test_commitment_that_fits_or_cannot_be_told(remark: str, period: str) -> None:
    """The same last year is right; a length without its beginning, or no contract at all, tells no end."""
    assert findings(owed(remark, period), "32-contract") == []


def test_contract_of_the_list_speaks_for_itself() -> None:
    """Where the list has its own 契約期間 it is held against that alone, and said once."""
    request = owed("契約期間 H31.4〜H35.3", "H32〜H33", contract_period="H31.4〜H34.3")
    assert findings(request, "32-contract") == []
    request = owed("契約期間 H31.4〜H35.3", "H32〜H33", contract_period="H31.4〜H35.3")
    assert [finding.place for finding in findings(request, "32-contract")] == [
        "commitment/owed/contract_period"
    ]


def test_two_commitments_of_a_line_are_left_alone() -> None:
    """What was set and what is asked may reach to the end of the contract together."""
    request = owed("契約期間 H31.4〜H35.3", "H32〜H33")
    both = (*request.commitments, Commitment("next", "only", "H34"))
    assert findings(replace(request, commitments=both), "32-contract") == []


def test_words_for_a_contract_are_the_standards() -> None:
    """A finance division that adds 割賦 to its words for contracts has such lines read too."""
    request = with_lines(Line("only", "車両の購入", 900, 1_000, "割賦 H31.4〜H35.3"))
    assert findings(request, "31") == []
    words = standard().text_words
    more = replace(standard(), text_words=replace(words, contracts=[*words.contracts, "割賦"]))
    assert [finding.place for finding in findings(request, "31", more)] == ["line/only/remark"]
