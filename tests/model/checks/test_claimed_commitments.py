"""Commitments and contracts that texts speak of (rules 31, 32)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.multi_year import Commitment
from model.request.request import Header, Line, Request
from tests.model.checks.examples.texts import remarked, with_text
from tests.samples import findings, fixed, only

COMMITMENT_WORD = Commitment("owed", "lease", "H32〜H35")


def narrated(text: str, *commitments: Commitment) -> Request:
    """The request of a lease with a text."""
    return with_text(remarked("", *commitments), text)


@pytest.mark.parametrize(
    ("remark", "period", "status", "rest"),
    [
        (
            "端末等のリース料等\nH32〜H35について別途債務負担行為を要求",
            "H32〜H35",
            "requested",
            "端末等のリース料等",
        ),
        ("H31〜H35について債務負担行為設定済", "H31〜H35", "set", ""),
    ],
)
def test_commitment_of_a_remark_is_entered(remark: str, period: str, status: str, rest: str) -> None:
    """The words of a published remark become a commitment of the line, and leave the remark, which prints them anyway."""
    request = remarked(remark)
    rule = "text-commitment" if status == "requested" else "text-commitment-told"
    after = fixed(request, only(request, rule))
    (new,) = after.commitments
    assert (new.line, new.period, new.status) == ("lease", period, status)
    assert after.groups[0].lines[0].remark == rest
    assert findings(after) == []


@pytest.mark.parametrize("remark", ["(H30.4〜H33.3、H29.11債務負担行為設定済)", "H30当初債務負担行為設定済"])
def test_other_words_are_told_without_a_repair(remark: str) -> None:
    """Where the words are not those of the form the period is the writer's to say."""
    assert only(remarked(remark), "text-commitment-told").fix is None


@pytest.mark.parametrize(
    "remark", ["H32〜H35について別途債務負担行為を要求しない", "H32〜H35について別途債務負担行為を要求済み"]
)
def test_words_that_go_on_are_not_taken_out(remark: str) -> None:
    """「を要求しない」 says the opposite of the form's words: nothing is entered, nothing is taken out of the remark."""
    assert all(finding.fix is None for finding in findings(remarked(remark)))


def test_what_was_set_before_is_no_fault() -> None:
    """A published sheet that says 設定済 in its own words is in order: the list would only let the program check it."""
    found = findings(remarked("H28〜H32債務負担行為設定済"))
    assert [(finding.rule, finding.severity) for finding in found] == [("text-commitment-told", "info")]


def test_commitment_that_the_narrative_asks_in_full() -> None:
    """Period and 限度額 stand in the narrative, as on supplementary sheets: nothing is missing on the page."""
    text = "令和元年度に契約するため、債務負担行為を設定する。\n債務負担行為 平成32年度から平成34年度まで 限度額 148,500千円"
    found = [finding for finding in findings(narrated(text)) if finding.rule.startswith("text-commitment")]
    assert [finding.rule for finding in found] == ["text-commitment-told"]


@pytest.mark.parametrize(
    "request_",
    [
        remarked("H32〜H35について別途債務負担行為を要求", COMMITMENT_WORD),
        remarked("債務負担行為の要求は不要"),
        remarked("債務負担行為は設定しない。"),
        remarked("H27〜H30について債務負担行為設定済"),
        remarked("債務負担行為要求書のとおり"),
        remarked("平成28年度に債務負担行為を設定し、契約した。"),
        narrated("平成25年度から平成30年度までについて債務負担行為設定済"),
        narrated("債務負担行為要求書のとおり。"),
        narrated("次期契約(平成32年4月〜平成35年3月)は、9月補正予算で債務負担行為を要求する。"),
        narrated("次期契約に係る債務負担行為を要求する予定である。"),
        narrated("平成32年度から平成35年度までについて債務負担行為を要求する。", COMMITMENT_WORD),
        narrated("債務負担行為を要求する。", COMMITMENT_WORD),
        narrated(
            "端末機器リース料は、平成32年度から平成35年度までについて債務負担行為を要求する。",
            COMMITMENT_WORD,
        ),
    ],
)
def test_texts_that_agree(request_: Request) -> None:
    """Entered with the same period, over, not needed, a sheet's name: nothing to say."""
    assert [
        finding for finding in findings(request_) if finding.rule in ("text-commitment", "text-period")
    ] == []


def test_narrative_of_a_sheet_without_commitments() -> None:
    """A sentence that asks for a commitment on a sheet that has none at all."""
    found = only(narrated("なお、H32〜H35について債務負担行為を要求する。"), "text-commitment")
    assert found.place == "section/costs/text"


def test_period_of_the_narrative_is_put_right() -> None:
    """The repair writes the period of the list into the sentence."""
    request = narrated("また、H32〜H34について債務負担行為を要求する。", COMMITMENT_WORD)
    after = fixed(request, only(request, "text-period"))
    assert after.sections[0].text == "また、H32〜H35について債務負担行為を要求する。"


def test_sheet_of_its_own_speaks_of_itself() -> None:
    """The 債務負担行為要求書 is the commitment; its text needs no other."""
    request = narrated("H32〜H35について債務負担行為を要求する。")
    request = replace(request, header=replace(request.header, sheet="commitment"))
    assert findings(request, "text-commitment") == []


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        ("契約期間 H31.10〜H34.9", "H32〜H34"),
        ("契約期間:平成31年4月1日から平成34年3月31日まで", "H32〜H33"),
        ("平成31年10月から平成34年9月までの賃貸借契約", "H32〜H34"),
        ("リース期間 H29.4〜H34.3", "H32〜H33"),
    ],
)
def test_contract_longer_than_the_year(remark: str, period: str) -> None:
    """Rule 31: the years after this one are bound by nothing; the repair enters them as a commitment."""
    request = remarked(remark)
    found = only(request, "31")
    assert (found.severity, found.place) == ("warning", "line/lease/remark")
    after = fixed(request, found)
    assert after.commitments[0].period == period
    assert findings(after) == []


@pytest.mark.parametrize("remark", ["3年契約", "5年リース", "5か年の契約", "5年リースの3年目"])
def test_contract_of_years(remark: str) -> None:
    """Where only its length is told the writer says which years, so there is no repair."""
    assert only(remarked(remark), "31").fix is None


@pytest.mark.parametrize(
    "request_",
    [
        remarked("契約期間 H31.4〜H32.3"),
        remarked("契約期間 H29.4〜H32.3"),
        remarked("1年契約"),
        remarked("自動車保険(2年契約)"),
        remarked("5年リースの5年目"),
        remarked("3年契約（長期継続契約）"),
        remarked("5年リース終了に伴う再リース"),
        remarked("契約期間 H31.10〜H34.9", COMMITMENT_WORD),
        remarked("H31.10〜H32.3の保守委託契約"),
        remarked("リース料(12月分)"),
        remarked("調査期間 H31.4〜H34.3"),
        remarked("H29〜H31の3年間で整備"),
        narrated("リースは長期継続契約により行う。"),
        with_text(remarked("3年契約"), "リースは長期継続契約により行う。"),
        with_text(remarked("3年契約"), "リースについて債務負担行為を設定している。"),
    ],
)
def test_contracts_in_order(request_: Request) -> None:
    """Within the year, in its last year, long-term by its kind, or bound already."""
    assert findings(request_, "31") == []


def test_contract_that_is_bound_twice() -> None:
    """Rule 31: a long-term contract (長期継続契約) needs no commitment; only one of the three holds."""
    assert "どちらか一つ" in only(remarked("3年契約(長期継続契約)", COMMITMENT_WORD), "31").message


def test_commitment_of_a_part_is_that_of_its_line() -> None:
    """The remark of a line and the commitment of its part are of one thing."""
    part = Line("lease", "端末", 900, 1_000)
    whole = Line("whole", "機器リース料", remark="H32〜H35について別途債務負担行為を要求", parts=(part,))
    request = remarked("", COMMITMENT_WORD)
    group = replace(request.groups[0], lines=(whole,))
    assert findings(replace(request, groups=(group,)), "text-commitment") == []


def test_year_of_the_new_era() -> None:
    """A sheet of 令和6年度 names its years as R7〜R9."""
    request = remarked("契約期間 R6.10〜R9.9")
    request = replace(request, header=replace(Header(), fiscal_year="令和6年度", name="事業"))
    assert fixed(request, only(request, "31")).commitments[0].period == "R7〜R9"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("債務負担行為\n期間:平成32年度から平成36年度まで 限度額:17,280千円", True),
        ("債務負担行為\n期間:平成31年度から平成35年度まで 限度額:17,280千円", True),
        ("債務負担行為\n期間:平成32年度から平成35年度まで 限度額:17,280千円", False),
        ("債務負担行為\n期間:平成28年度から平成34年度まで 限度額:17,280千円(設定済の分)", False),
        ("債務負担行為\n平成32年度 限度額:4,320千円", False),
        ("債務負担行為\n前回(平成26年度〜平成30年度)、今回(平成32年度〜平成36年度) 限度額", False),
        ("期間:平成32年度から平成36年度まで 貸付限度額:17,280千円", False),
    ],
)
def test_years_beside_the_limit(text: str, *, is_told: bool) -> None:
    """One end is that of the list and the other is not: a slip. Both ends of another are another commitment."""
    found = findings(narrated(text, COMMITMENT_WORD), "text-period")
    assert len(found) == int(is_told)


@pytest.mark.parametrize(
    "text",
    [
        "限度額25,740千円の債務負担行為を設定する。",
        "端末等のリース料は、H32年度からH35年度まで25,740千円を限度額とする債務負担行為を要求する。",
        "4年間の賃借を予定しており、後年度分25,740千円を債務負担行為の限度額とする。",
        "債務負担行為の限度額は25,740千円である。",
    ],
)
def test_limit_that_a_sentence_gives_is_that_of_the_list(text: str) -> None:
    """However it is said, the limit of a commitment is that of the list: here 27,540千円."""
    entered = replace(COMMITMENT_WORD, limit=27_540)
    assert "27,540千円" in only(narrated(text, entered), "text-total").message
    assert findings(narrated(text.replace("25,740", "27,540"), entered), "text-total") == []


@pytest.mark.parametrize(
    "text",
    [
        "限度額25,740千円の債務負担行為を設定する。",  # of which of the two?
        "補助の限度額は1件500千円である。",
        "債務負担行為のほか、補助金の限度額を500千円とし、1,200千円を見込む。",
    ],
)
def test_limit_that_may_be_another_is_left_alone(text: str) -> None:
    """Where several commitments could be meant, or none is, nothing is held against the list."""
    two = (replace(COMMITMENT_WORD, limit=27_540), Commitment("other", "", "H32〜H33", limit=4_000))
    assert findings(narrated(text, *two), "text-total") == []


def test_years_in_a_list_are_no_period() -> None:
    """「H32年度及びH33年度」 is H32〜H33, and its last year alone is not what is said."""
    text = "H32年度及びH33年度について債務負担行為を要求する。"
    assert findings(narrated(text, replace(COMMITMENT_WORD, period="H32〜H33")), "text-period") == []
