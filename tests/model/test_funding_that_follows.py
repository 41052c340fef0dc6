"""Funding that follows the cost: 「=事業費×1/2」 in its cell, or a rate in 財源の根拠."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document import storage
from model.edits.basis import type_figure
from model.edits.fields import set_value
from model.next_year import next_year
from model.request.grounds import FundingTerm
from model.request.request import Request
from model.totals.totals import totals
from tests.samples import one_line, standard

WHERE = "funding/request/national"


def national(request: Request) -> int | None:
    """国庫支出金 of the row 要求額."""
    row = totals(request, standard()).asked_funds
    assert row is not None
    return row.sources["national"].value


@pytest.mark.parametrize(
    ("text", "cost", "figure"),
    [
        ("=事業費×1/2", 10_651, 5_325), ("=要求額×55/100", 1_001, 550), ("＝事業費×１/２", 1_000, 500),
        ("=(事業費-100千円)×2/3", 1_000, 600), ("=事業費×50%", 10_651, 5_325), ("=事業費÷3", 1_000, 333),
    ],
)  # fmt: skip
def test_a_calculation_names_the_cost(text: str, cost: int, figure: int) -> None:
    """「=事業費×1/2」 gives half of the cost, what is below 1千円 cut off."""
    assert national(type_figure(one_line(cost), WHERE, text)) == figure


@given(st.integers(0, 10**9), st.integers(1, 100), st.integers(1, 100))
def test_it_follows_the_cost(cost: int, above: int, below: int) -> None:
    """Whatever the cost becomes, the figure is its share rounded down, and the rest is 一般財源."""
    request = type_figure(one_line(1), WHERE, f"=事業費×{above}/{below}")
    changed = set_value(request, "line/only/amount", cost)
    row = totals(changed, standard()).asked_funds
    assert row is not None
    assert row.sources["national"].value == cost * above // below
    assert row.total == cost


def test_it_is_kept_as_typed_and_goes_into_next_year() -> None:
    """The file keeps what was typed; next year's draft follows next year's cost."""
    request = type_figure(one_line(1_000), WHERE, "=事業費×1/2")
    again = storage.loads(storage.dumps(request), "a.yosan")
    assert again.bases == {WHERE: "事業費×1/2"}
    assert national(again) == 500
    assert next_year(request, standard()).bases == {WHERE: "事業費×1/2"}


def test_a_price_of_the_same_name_stands_over_it() -> None:
    """A unit price that a section calls 事業費 means what it meant before."""
    request = replace(type_figure(one_line(1_000), WHERE, "=事業費×1/2"), prices={"事業費": "80千円"})
    assert national(request) == 40


def test_in_a_line_the_cost_has_no_name() -> None:
    """A line cannot be reckoned from the sum it is part of."""
    request = type_figure(one_line(1_000), "line/only/amount", "=事業費×1/2")
    assert totals(request, standard()).amount.value is None


def with_terms(*terms: FundingTerm, cost: int = 1_001) -> Request:
    """A request of one line with grounds of revenue and blank funding cells."""
    return replace(one_line(cost), funding_terms=terms)


def test_a_rate_fills_the_blank_cell() -> None:
    """A rate in 財源の根拠 gives the figure while nothing is typed in the cell, and follows the cost."""
    subsidy = FundingTerm("subsidy", "national", "補助金", "1/2")
    assert national(with_terms(subsidy)) == 500
    assert national(with_terms(subsidy, cost=3_000)) == 1_500
    assert national(with_terms(replace(subsidy, eligible=801))) == 400
    assert national(with_terms(replace(subsidy, rate="定額"))) is None
    assert national(set_value(with_terms(subsidy), WHERE, 300)) == 300


def test_several_grounds_fill_it_together_or_not_at_all() -> None:
    """With a second ground that has neither amount nor rate nothing is known; with both the cell has their sum."""
    first = FundingTerm("first", "national", "補助金", "1/2", 400)
    second = FundingTerm("second", "national", "別の補助金", "", None, 100)
    assert national(with_terms(first, second)) == 300
    assert national(with_terms(first, replace(second, amount=None))) is None
    assert national(with_terms(replace(first, amount=200), second)) is None, (
        "all typed: the finding offers it"
    )


def test_a_bond_takes_what_the_subsidy_leaves() -> None:
    """A bond is reckoned from the cost less the subsidy that a rate fills."""
    subsidy = FundingTerm("subsidy", "national", "補助金", "1/2")
    bond = FundingTerm("bond", "bonds", "県債", "90%")
    row = totals(with_terms(bond, subsidy, cost=1_000), standard()).asked_funds
    assert row is not None
    assert (row.sources["national"].value, row.sources["bonds"].value) == (500, 450)
    assert row.general.value == 50
