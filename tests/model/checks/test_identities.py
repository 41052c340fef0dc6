"""Sums of the funding rows by column, the years of commitments, and the year in a page's head."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.request import AsPrinted
from tests.commitment_requests import facilities, risen, twenty_years
from tests.model.checks.examples.identities import asked, later_stage, without
from tests.samples import findings, fixed, one_line, only, sample, set_values


def test_each_source_of_what_is_asked_adds_up() -> None:
    """国庫 of 要求総額 is that of what stood, was asked again and added: 2,000 + 0 + 100, and one action says so."""
    found = only(later_stage(("funding/asked/national", 90)), "13-rows")
    assert (found.place, found.severity) == ("funding/asked/national", "error")
    assert "100千円" in found.message
    assert findings(fixed(later_stage(("funding/asked/national", 90)), found), "13-rows") == []


def test_added_row_is_the_added_component() -> None:
    """追加要求額 of the funding table is the 追加 behind 要求額; a row that is left blank is worked out and right."""
    assert only(later_stage(("funding/added/expense", 70)), "13-rows").place == "funding/added/expense"
    assert findings(later_stage(), "13-rows") == []


@pytest.mark.parametrize(
    "period", ["H32〜H35", "32", "令和2年度から令和5年度まで", "R2〜R5", "5年間", "H31〜H35"]
)
def test_period_that_begins_next_year_leaves_no_gap(period: str) -> None:
    """In 平成31年度 the next year is H32 or R2; what cannot be read, or begins this year, is another rule's."""
    assert findings(asked(period), "32-gap") == []


def test_set_commitment_may_begin_later() -> None:
    """設定済 with a period from a later year on is settled; where the contract is told, its rule compares the years."""
    late = asked("H33〜H35")
    assert findings(set_values(late, [("commitment/owed/status", "set")]), "32-gap") == []
    assert findings(set_values(late, [("commitment/owed/contract_period", "R3.4〜R6.3")]), "32-gap") == []


def test_set_period_that_begins_next_year() -> None:
    """H32〜H35 in the initial budget of 平成31年度 is asked, not 設定済: one action says so; then H32 is as it should be."""
    wrong = set_values(asked("H32〜H35"), [("commitment/owed/status", "set")])
    found = only(wrong, "32-begun")
    assert found.place == "commitment/owed/status"
    assert findings(fixed(wrong, found)) == []


@pytest.mark.parametrize(
    "typed",
    [
        ("header/budget", "9月補正予算"),  # set by the initial budget of the same year
        ("commitment/owed/set_in", "H30.11"),
        ("commitment/owed/period", "H31〜H35"),
        ("commitment/owed/period", "5年間"),
    ],
)
def test_set_period_that_may_be(typed: tuple[str, str]) -> None:
    """After the initial budget, or where the writer names the budget that set it, a later period is settled."""
    wrong = set_values(asked("H32〜H35"), [("commitment/owed/status", "set"), typed])
    assert findings(wrong, "32-begun") == []


def test_row_that_a_page_left_out() -> None:
    """A total-cost table without its 要求額 is told at that row, until a figure is typed there."""
    found = only(without("cost/request"), "row-missing")
    assert found.place == "cost/request/expense"
    assert "要求額" in found.message
    assert findings(set_values(without("cost/request"), [(found.place, 1_000)]), "row-missing") == []


def test_rows_of_funds_that_are_left_out() -> None:
    """What stood is missing above 要求総額; what is missing at the end of a page that was copied in part says nothing."""
    stage = replace(later_stage(), printed=AsPrinted(without=("funding/standing",)))
    assert only(stage, "row-missing").place == "funding/standing/expense"
    ends = ("funding/asked", "funding/total", "finance")
    assert findings(replace(later_stage(), printed=AsPrinted(without=ends)), "row-missing") == []
    table = replace(later_stage(), printed=AsPrinted(without=("funding", "funding/standing", "finance/held")))
    assert findings(table, "row-missing") == []


def test_unreadable_component() -> None:
    """復活 of 「2,483円」 is no whole 千円: it is kept and told, as every amount is."""
    stage = later_stage(("component/revived", "2,483円"))
    assert only(stage, "amount").place == "component/revived"


@pytest.mark.parametrize("sheet", [facilities(), twenty_years(), risen()])
def test_published_years_stand_once(sheet: object) -> None:
    """Published sheets have a row for each year of the period; this year's part of a change is beside it."""
    assert findings(sheet, "33-each") == []  # type: ignore[arg-type]


def test_years_that_are_still_being_typed_are_not_missed() -> None:
    """The first rows of a period with no sum declared, or one that they do not reach yet, are no slip."""
    (owed,) = facilities().commitments
    begun = replace(facilities(), commitments=(replace(owed, years=owed.years[:3]),))
    assert findings(begun, "33-each") == []
    assert findings(set_values(begun, [("commitment/owed/limit", 77_899)]), "33-each") == []
    complete = set_values(begun, [("commitment/owed/limit", 47_606)])
    assert "8年度の行がありません" in only(complete, "33-each").message


def test_change_of_a_year_that_is_over() -> None:
    """The part of a change that the ordinary budget pays is this year's, 26年度; 25年度 is over."""
    wrong = set_values(risen(), [("owed/owed-26/year", "25年度")])
    assert only(wrong, "33-each").place == "owed/owed-26/year"


def test_year_left_out_between_rows() -> None:
    """5, 6 and 8年度 leave out 7年度, whatever the sum."""
    (owed,) = facilities().commitments
    rows = (*owed.years[:2], owed.years[3])
    gap = replace(facilities(), commitments=(replace(owed, years=rows),))
    assert only(gap, "33-each").place == "commitment/owed/period"


def test_sheet_that_asks_no_commitment() -> None:
    """A sheet whose commitments are all 設定済 asks for nothing; a 要求額 on it is an error."""
    declared = set_values(facilities(), [("request/amount", 77_899)])
    assert findings(declared) == []
    found = only(set_values(declared, [("commitment/owed/status", "set")]), "4")
    assert (found.place, found.severity) == ("request/amount", "error")
    assert findings(set_values(facilities(), [("commitment/owed/status", "set")]), "4") == []


@pytest.mark.parametrize(
    "year", ["平成19年度", "平成31年度", "令和元年度", "令和9年度", "R10", "2028", "来年", ""]
)
def test_years_that_the_standard_knows(year: str) -> None:
    """From the first published form to the year after the last priced one; what cannot be read is another rule's."""
    assert findings(set_values(one_line(), [("header/fiscal_year", year)]), "year-known") == []


@pytest.mark.parametrize("year", ["平成18年度", "平成9年度", "令和31年度", "H45", "2127"])
def test_years_of_the_other_era(year: str) -> None:
    """平成9 for 令和9 and 令和31 for 平成31 are years without a form."""
    assert (
        only(set_values(one_line(), [("header/fiscal_year", year)]), "year-known").place
        == "header/fiscal_year"
    )


@pytest.mark.parametrize(
    "printed",
    ["平成31年度予算", "令和元年度予算", "平成31年度当初予算(財政課長段階要求状況)", "予算編成過程", ""],
)
def test_head_in_other_words(printed: str) -> None:
    """The breadcrumb of 平成31年度 says 令和元年度; words without a year say nothing."""
    assert findings(replace(sample(), printed=AsPrinted({"header/breadcrumb": printed})), "header-year") == []


def test_head_of_another_year() -> None:
    """A year line that was kept from the page beside a changed 年度 would be printed with the old year."""
    for word in ("header/year_line", "header/breadcrumb"):
        request = replace(one_line(), printed=AsPrinted({word: "平成29年度予算"}))
        assert only(request, "header-year").place == "header/fiscal_year"
