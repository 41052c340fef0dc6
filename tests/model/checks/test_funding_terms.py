"""Rules 26 and 27: grounds of revenue, their rates, and what ties them to the funding table."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.grounds import FundingTerm
from model.request.request import Line, Request
from tests.model.checks.examples.revenue import BROKEN, SUBSIDY, bond, funded, later
from tests.samples import findings, fixed, only, set_values, with_lines
from tests.samples import sample as seed


def test_subsidy_above_its_rate() -> None:
    """402 of a cost of 800 at a half is 2 too much; the sentence names cost, rate and limit."""
    found = only(BROKEN["26"], "26")
    assert (found.place, found.severity) == ("term/subsidy/amount", "error")
    assert fixed(BROKEN["26"], found).funding.request == {"national": 400}
    assert all(words in found.message for words in ("「補助金」", "402千円", "800千円", "1/2", "400千円"))


@pytest.mark.parametrize(
    "request_",
    [
        funded(SUBSIDY, national=399),
        funded(replace(SUBSIDY, rate="定額"), national=900),
        funded(replace(SUBSIDY, rate="1/2等"), national=900),
        funded(replace(SUBSIDY, rate="1/3、10/10"), national=800),
        funded(replace(SUBSIDY, rate=""), national=900),
        funded(replace(SUBSIDY, eligible=None), national=500),
        funded(SUBSIDY, replace(SUBSIDY, id="second"), national=900),
        set_values(funded(replace(SUBSIDY, eligible=None), national=-600), [("line/only/amount", -1_000)]),
    ],
)
def test_subsidy_within_its_rate_or_without_a_limit(request_: Request) -> None:
    """定額, several rates, a decrease, and a column shared by several grounds are no slip."""
    assert findings(request_, "26") == findings(request_, "26-rounding") == []


def test_a_stroke_of_a_rate_that_the_input_method_made_a_dot_is_repaired() -> None:
    """１・２ is no rate and can be made 1/2; for other words there is no repair."""
    request = funded(replace(SUBSIDY, rate="国 １・２"), national=400)
    found = only(request, "26-unread")
    after = fixed(request, found)
    assert after.funding_terms[0].rate == "国 １/２"
    assert findings(after, "26-unread") == []
    assert only(funded(replace(SUBSIDY, rate="半額"), national=400), "26-unread").fix is None


def test_rounded_up_subsidy_is_lowered_in_ground_and_table() -> None:
    """Half of 801 is 400: revenue goes down, and the repair puts it right wherever it stands."""
    request = funded(replace(SUBSIDY, eligible=801, amount=401), national=401)
    found = only(request, "26-rounding")
    after = fixed(request, found)
    assert (after.funding_terms[0].amount, after.funding.request["national"]) == (400, 400)
    assert findings(after, "26-rounding") == findings(after, "revenue-sum") == []


@pytest.mark.parametrize(
    ("words", "national"),
    [
        ("国1/2", 500),
        ("国1/2", 501),
        ("国10/10", 1_000),
        ("国10/10", 1_100),
        ("国3/10、5/10", 600),
        ("国定額", 900),
        ("国1/2、単県", 900),
        ("国1/2等", 900),
        ("単県", 900),
        ("", 900),
    ],
)
def test_words_that_say_nothing_against_the_table(words: str, national: int) -> None:
    """The words are free text: with other money, two rates or a fixed sum they are no limit; rounding is no slip."""
    assert findings(funded(words=words, national=national), "26-words") == []


def test_words_yield_to_a_ground_and_to_every_lines_rounding() -> None:
    """Where a ground is entered it rules; and each of three lines may have been rounded up."""
    assert findings(funded(SUBSIDY, words="国1/3", national=400), "26-words") == []
    lines = [Line(f"line-{at}", "委託料", None, 333) for at in range(3)]
    request = replace(with_lines(*lines), funding_words="国1/2")
    assert findings(set_values(request, [("funding/request/national", 502)]), "26-words") == []
    assert only(set_values(request, [("funding/request/national", 503)]), "26-words").severity == "warning"


def test_supplementary_sheet_may_bring_money_for_what_stood() -> None:
    """補正 of 1,000 under 国1/2 with 700 of national money, and a 財源更正 of 0, are no slip."""
    request = set_values(funded(words="国1/2", national=700), [("header/budget", "6月補正予算")])
    assert findings(request, "26-words") == []
    swap = set_values(funded(bond(), bonds=700), [("header/budget", "2月補正予算"), ("line/only/amount", 0)])
    assert findings(swap, "27") == []


def test_rate_is_asked_once_and_only_of_national_money() -> None:
    """国庫支出金 whose rate stands nowhere is asked about; a rate in the words or in a ground answers it."""
    found = only(funded(words="国庫", national=1), "26-rate")
    assert (found.severity, found.place) == ("question", "funding/request/national")
    for told in (
        funded(words="国1/2", national=1),
        funded(SUBSIDY, words="国庫", national=1),
        funded(words="国庫", national=0),
        funded(words="国庫"),
        funded(words="国庫", shares=100),
    ):
        assert findings(told, "26-rate") == []


def test_bond_above_its_rate() -> None:
    """1,000 less 500 of national money: 450 may be borrowed at 90%; a rate of its own rules over the class's."""
    found = only(BROKEN["27"], "27")
    assert all(words in found.message for words in ("451千円", "500千円", "450千円"))
    assert findings(funded(bond("100%"), national=500, bonds=500), "27") == []
    assert findings(funded(bond(bond_class="natural_disaster"), national=500, bonds=500), "27") == []
    assert findings(funded(bond(bond_class=""), national=500, bonds=500), "27") == []


def test_grounds_of_a_source_add_up() -> None:
    """Two subsidies of 100 and 200 are the column's 300; while one has no amount yet, nothing is said."""
    one = replace(SUBSIDY, amount=100)
    two = replace(SUBSIDY, id="two", amount=200)
    assert findings(funded(one, two, national=300), "revenue-sum") == []
    assert findings(funded(one, replace(two, amount=None), national=500), "revenue-sum") == []
    assert "300千円" in only(funded(one, two, national=299), "revenue-sum").message
    blank = funded(one, two)
    assert fixed(blank, only(blank, "revenue-sum")).funding.request == {"national": 300}


def test_revenues_of_a_line_together() -> None:
    """Two revenues of 600 are more than the line of 1,000 that they pay for; on no line they are for all."""
    share = FundingTerm("share", "shares", amount=600, line="only")
    both = (share, replace(share, id="two", source="other"))
    assert only(funded(*both, shares=600, other=600), "revenue-line").severity == "warning"
    assert findings(funded(share, replace(both[1], line=""), shares=600, other=600), "revenue-line") == []
    assert findings(funded(share, replace(both[1], line="gone"), shares=600, other=600), "revenue-line") == []


def test_typed_amounts_that_cannot_be_read() -> None:
    """An amount or a rate that is none is told at its place, and nothing is reckoned from it."""
    request = funded(replace(SUBSIDY, eligible="約8百", amount="不明"), national=900)
    assert [finding.place for finding in findings(request, "amount")] == [
        "term/subsidy/eligible",
        "term/subsidy/amount",
    ]
    assert findings(request, "26") == []


def test_sheet_without_grounds_is_left_alone() -> None:
    """The real sheet, 単県 with その他 2,159, has no finding of these rules."""
    assert not [finding for finding in findings(seed()) if finding.rule.startswith(("26", "27", "revenue"))]


def test_sum_of_a_later_stage_is_not_typed_over() -> None:
    """保留・復活・追加 要求額 is a sum of rows, so a repair touches the ground alone."""
    subsidy = replace(SUBSIDY, eligible=801, amount=401)
    request = replace(
        set_values(later(added=1_000), [("funding/added/national", 401)]), funding_terms=(subsidy,)
    )
    after = fixed(request, only(request, "26-rounding"))
    assert (after.funding_terms[0].amount, after.funding) == (400, request.funding)
    blank = replace(later(added=1_000), funding_terms=(subsidy,))
    assert only(blank, "revenue-sum").fix is None


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("緊急防災・減災事業債を活用する。", False),
        ("企業債 800千円(充当率100%)", False),
        ("交付税措置のある起債を活用する。", True),
        ("基金の充当率は80%である。", True),
        ("", True),
    ],
)
def test_class_of_bonds_that_the_narrative_names(text: str, is_asked: bool) -> None:
    """A narrative that names the class or its rate has answered the question; one that only speaks of 起債 has not."""
    request = funded(national=0, bonds=500)
    request = replace(request, sections=(replace(request.sections[0], text=text), *request.sections[1:]))
    assert len(findings(request, "27-class")) == int(is_asked)
