"""What a ground of revenue allows, and the sums by source."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from model.request.grounds import FundingTerm
from model.request.request import Line, Request
from model.totals.funding_terms import TermFigures, figures, sums_by_source
from tests.model.checks.examples.revenue import bond, funded, later
from tests.samples import set_values, snapshot, standard, with_lines


def only(request: Request) -> TermFigures:
    """The figures of the first ground."""
    return figures(request.funding_terms, snapshot(request).totals, standard())[0]


def subsidy(
    rate: str = "1/2", eligible: int | str | None = None, amount: int | None = None, line: str = ""
) -> FundingTerm:
    """The ground of a subsidy."""
    return FundingTerm("subsidy", "national", "補助金", rate, eligible, amount, "", line)


@pytest.mark.parametrize(
    ("term", "allowed"),
    [
        (subsidy(), 500),
        (subsidy("国庫10/10"), 1_000),
        (subsidy(eligible=801), 400),
        (subsidy("1/3"), 333),
        (subsidy("3/10、5/10"), 500),
        (subsidy("定額"), None),
        (subsidy(""), None),
        (subsidy(eligible="約8百"), None),
        (subsidy(eligible=-800), None),
        (subsidy(line="gone"), None),
    ],
)
def test_subsidy_of_a_cost(term: FundingTerm, allowed: int | None) -> None:
    """対象経費, or all of the 1,000千円, × 補助率; 千円未満 is cut off; what nothing limits has no limit."""
    assert only(funded(term)).allowed == allowed


def test_rounding_is_the_standards() -> None:
    """The odd 千円 of revenue is rounded as the profile says of specific funds (half of 42,433 is 21,216)."""
    found = only(funded(subsidy(eligible=42_433)))
    assert (found.exact, found.allowed) == (Fraction(42_433, 2), 21_216)


def test_subsidy_of_a_line() -> None:
    """A ground tied to a line, a part of another one or not, is reckoned from that line."""
    lines = Line("all", "委託料", parts=(Line("part", "設計", None, 600), Line("rest", "調査", None, 400)))
    request = replace(with_lines(lines), funding_terms=(subsidy(line="part"),))
    assert only(request).allowed == 300


def test_only_ground_has_all_of_its_column() -> None:
    """A ground without an amount of its own has the source's column, unless it shares it."""
    assert only(funded(subsidy(), national=480)).amount == 480
    other = replace(subsidy(), id="other")
    assert only(funded(subsidy(), other, national=480)).amount is None
    assert only(funded(subsidy(amount=80), other, national=480)).amount == 80


@pytest.mark.parametrize(
    ("term", "allowed"),
    [
        (bond(), 450),
        (bond(bond_class="prefecture_alone"), 375),
        (bond(bond_class="natural_disaster"), 500),
        (bond("80%"), 400),
        (bond(bond_class=""), None),
        (bond(bond_class="unknown"), None),
    ],
)
def test_bond_of_the_own_part(term: FundingTerm, allowed: int | None) -> None:
    """Of 1,000 with 500 of national money, 500 are the prefecture's own, of which 充当率 may be borrowed."""
    assert only(funded(term, national=500)).allowed == allowed


def test_money_from_a_fund_is_not_taken_off() -> None:
    """基金繰入金 in その他 may stand beside a bond; a municipality's 負担金 comes off before it."""
    assert only(funded(bond(), other=500)).allowed == 900
    assert only(funded(bond(), shares=500)).allowed == 450


def test_bond_of_a_line() -> None:
    """Of a line, only what is surely for it comes off: the grounds tied to the same line."""
    tied = (bond(line="only"), subsidy(amount=400, line="only"))
    assert only(funded(*tied, national=700)).allowed == 540
    assert only(funded(bond(line="only"), subsidy(amount=400), national=700)).allowed == 900


def test_class_whose_time_is_over_has_no_rate() -> None:
    """緊急自然災害防止対策事業債 is known to 令和7年度; later its rate is not known, so nothing is reckoned."""
    request = funded(bond(bond_class="natural_disaster"))
    assert only(request).allowed == 1_000
    assert only(set_values(request, [("header/fiscal_year", "R9")])).allowed is None


def test_sum_of_a_source() -> None:
    """The sum of a source is known once each of its grounds has an amount."""
    one, two = subsidy(amount=100), replace(subsidy(amount=200), id="two")
    row = snapshot(funded(national=300)).totals.asked_funds
    assert row is not None
    (found,) = sums_by_source((one, two, FundingTerm("none", "")), row)
    assert (found.source, found.sum, found.figure) == ("national", 300, 300)
    (found,) = sums_by_source((one, replace(two, amount=None)), row)
    assert found.sum is None


def test_later_stage_has_its_own_row() -> None:
    """At a later stage this request is 保留・復活・追加 要求額, not the running total."""
    row = snapshot(later(added=500)).totals.asked_funds
    assert row is not None
    assert (row.plan.row, row.expense.value) == ("asked", 500)


@pytest.mark.parametrize(
    ("term", "allowed"), [(subsidy(), None), (subsidy(eligible=800), 400), (bond(), None)]
)
def test_sheet_that_adds_to_what_stood(term: FundingTerm, allowed: int | None) -> None:
    """A 財源更正 of 補正 asks 0千円 and brings national money for what stood; only a cost of its own is a base."""
    for values in ([("header/budget", "6月補正予算")], [("header/stage", "一般事業調整")]):
        assert only(set_values(funded(term, national=700), values)).allowed == allowed
