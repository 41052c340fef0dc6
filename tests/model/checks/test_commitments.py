"""Commitments and continuing expenses: what is in order, and what is not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.multi_year import Commitment
from model.request.request import Line, Request
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import findings, one_line, only, set_values, with_lines


@pytest.mark.parametrize("sheet", [facilities(), twenty_years(), risen(), dam(), heritage()])
def test_published_sheets_have_no_finding(sheet: Request) -> None:
    """The published sheets of their own add up and keep their periods."""
    assert findings(sheet) == []


def test_limit_that_is_not_the_sum_returns_to_it() -> None:
    """A declared 限度額 beside years that come to another sum is an error that one action repairs."""
    found = only(set_values(facilities(), [("commitment/owed/limit", 77_900)]), "33")
    assert found.severity == "error"
    assert "77,900千円" in found.message
    assert "77,899千円" in found.message
    assert found.fix is not None
    assert found.fix.place == "commitment/owed/limit"


def test_set_commitment_may_have_begun() -> None:
    """A commitment that was set runs in this year; only one that is asked must begin after it."""
    for status, rules in (("set", []), ("requested", ["32"])):
        owed = Commitment("owed", "only", "H31〜H35", status)
        found = findings(replace(with_lines(Line("only", "リース料", 1, 1)), commitments=(owed,)))
        assert [finding.rule for finding in found] == rules


@pytest.mark.parametrize(
    ("contract", "said"),
    [
        ("R4.10〜R11.3", ""),  # the first half year stands in the ordinary budget
        ("令和5年4月から令和11年3月まで", ""),
        ("R6.4〜R11.3", "契約期間の外の年度"),
        ("R5.4〜R12.3", "契約期間の終わりの年度"),
        ("72か月", ""),  # it tells no end, so there is nothing to compare
    ],
)
def test_committed_period_is_the_contract_after_this_year(contract: str, said: str) -> None:
    """The contract may begin this year; the committed period is the rest of it (published page 121)."""
    found = findings(set_values(facilities(), [("commitment/owed/contract_period", contract)]))
    assert [said in finding.message for finding in found] == ([True] if said else [])


def test_period_that_begins_a_year_late() -> None:
    """A contract from 令和4年10月 on has to be committed from 令和5年度 on; a period from 6年度 misses a year."""
    typed = [
        ("commitment/owed/contract_period", "R4.10〜R11.3"),
        ("commitment/owed/period", "6年度から10年度まで"),
    ]
    assert "そろっていません" in only(set_values(facilities(), typed), "32-contract").message


def test_this_years_part_of_a_rise_is_no_year_out_of_the_period() -> None:
    """Page 110 lists 26年度 beside a period from 27年度 on: it is asked in the ordinary budget."""
    assert findings(risen(), "33-years") == []
    assert (
        only(set_values(risen(), [("owed/owed-30/year", "31年度")]), "33-years").place == "owed/owed-30/year"
    )


def test_unreadable_amounts_are_told_where_they_stand() -> None:
    """What cannot be read is kept and told, in every cell of a commitment and of a continuing expense."""
    cells = (
        "owed/owed-5/amount",
        "owed/owed-6/source/bonds",
        "commitment/owed/limit",
        "commitment/owed/paid",
    )
    for where in cells:
        assert only(set_values(facilities(), [(where, "約3百")]), "amount").place == where
    for where in ("annual/annual-27/before/national", "annual/annual-28/after/bonds", "continuing/dam/total"):
        assert only(set_values(dam(), [(where, "約3百")]), "amount").place == where


def test_unreadable_year() -> None:
    """A row whose year cannot be read says so; several years in one row (「32〜50」) are in order."""
    assert only(set_values(facilities(), [("owed/owed-5/year", "来年")]), "year").place == "owed/owed-5/year"
    assert findings(set_values(facilities(), [("owed/owed-5/year", "5〜6年度")]), "year") == []


def test_declared_general_funds_of_a_year() -> None:
    """Rule 11 holds in every year: a typed 一般財源 beside funds that leave another rest is an error."""
    typed = [("owed/owed-5/source/national", 1_000), ("owed/owed-5/source/general", 15_000)]
    found = only(set_values(facilities(), typed), "11")
    assert "15,584千円" in found.message
    typed = [("annual/annual-27/after/general", 1)]
    assert "36,373千円" in only(set_values(dam(), typed), "11").message


def test_decrease_may_take_funds_back() -> None:
    """A change that lowers a contract lowers its funds with it."""
    typed = [("owed/owed-5/amount", -100), ("owed/owed-5/source/national", -50)]
    assert findings(set_values(facilities(), typed), "33-funds") == []


def test_line_that_is_gone() -> None:
    """A commitment that is asked and belongs to no line appears in no remark, which is worth a look."""
    request = replace(one_line(), commitments=(Commitment("owed", "gone", "H32〜H35"),))
    assert only(request, "owed-line").severity == "warning"
    assert findings(facilities(), "owed-line") == []


def test_change_of_total_is_allowed_where_it_is_not_declared_unchanged() -> None:
    """Page 127 raises the total of a continuing expense; that is what it asks."""
    request = set_values(dam(), [("annual/annual-28/after/expense", 320_500)])
    assert findings(request) == []
