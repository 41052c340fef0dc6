"""What commitments and continuing expenses come to by year."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.edits.fields import set_value
from model.figures.commitments import commitment_totals
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Request
from model.totals.totals import totals
from model.values.fiscal_year import official
from tests.commitment_requests import dam, facilities, heritage, risen, rows, twenty_years
from tests.samples import set_values, snapshot, standard


def test_limit_is_the_sum_of_the_years() -> None:
    """104: 5年度から10年度まで come to 77,899千円; 117: twenty years of 19,440千円 to 388,800千円."""
    for request, total, years in ((facilities(), 77_899, 6), (twenty_years(), 388_800, 20)):
        figures = snapshot(request).totals
        (owed,) = figures.commitments
        assert (owed.limit.value, len(owed.years), figures.amount.value) == (total, years, total)
        assert owed.sum.general == total


def test_general_funds_are_the_rest_of_a_year() -> None:
    """一般財源 of a year is its amount less the specific funds; a blank amount leaves it blank."""
    request = set_values(facilities(), [("owed/owed-5/source/national", 6_584), ("owed/owed-6/amount", None)])
    (owed,) = snapshot(request).totals.commitments
    assert [year.general.value for year in owed.years[:3]] == [10_000, None, 15_511]
    assert owed.sum.sources == {"national": 6_584}


def test_rise_asks_the_difference_of_later_years() -> None:
    """110: 65 + 65 + 65 + 26 = 221; the 65 of this year are asked in the ordinary budget."""
    (owed,) = snapshot(risen()).totals.commitments
    assert owed.is_change
    assert [year.difference for year in owed.years] == [65, 65, 65, 65, 26]
    assert [year.amount.value for year in owed.years] == [None, 65, 65, 65, 26]
    assert [year.is_in_ordinary_budget for year in owed.years] == [True, False, False, False, False]
    assert owed.limit.value == owed.granted_sum.amount == 221


def test_what_was_granted_is_told_and_not_derived() -> None:
    """査定額 says what was granted; 契約額 and 変更後 in such a row derive nothing, and its year counts as it stands."""
    told = CommitmentYear("granted-26", "26年度", 60, contracted=2_268, changed=2_333)
    untold = CommitmentYear("granted-27", "27年度", contracted=2_268, changed=2_333)
    owed = replace(risen().commitments[0], granted=(told, untold))
    (figures,) = totals(replace(risen(), commitments=(owed,)), standard()).commitments
    assert [each.amount.shown for each in figures.granted] == [60, None]
    assert figures.granted_sum.amount == 60


def test_typed_amount_wins_and_counts() -> None:
    """A person may ask another amount than the difference; it is what the sum takes."""
    figures = snapshot(set_value(risen(), "owed/owed-30/amount", 20)).totals
    assert figures.commitments[0].years[-1].amount.differs
    assert figures.amount.value == 215


def test_declared_limit_stands_and_is_asked() -> None:
    """A typed 限度額 is what the sheet asks, beside years that come to less."""
    figures = snapshot(set_value(facilities(), "commitment/owed/limit", 80_000)).totals
    assert figures.commitments[0].limit.derived == 77_899
    assert figures.amount.value == 80_000


def test_only_what_is_requested_is_asked() -> None:
    """A commitment that an earlier budget set is told on the sheet but not asked again."""
    request = facilities()
    owed = replace(request.commitments[0], id="before", status="set", years=rows(5, (100,), "set"))
    figures = snapshot(replace(request, commitments=(*request.commitments, owed))).totals
    assert figures.amount.value == 77_899


def test_ordinary_request_asks_its_lines() -> None:
    """On an ordinary sheet the commitments are no part of 要求額; nothing of them is spent this year."""
    request = facilities()
    ordinary = replace(request, header=replace(request.header, sheet=""))
    assert snapshot(ordinary).totals.amount.value is None


def test_change_of_a_continuing_expense() -> None:
    """113: 事業費 stays, 国庫 +3,254, 起債 +62,000, 一般財源 −65,254; what is asked is 0, which is not blank."""
    figures = snapshot(dam()).totals
    (continuing,) = figures.continuing
    assert continuing.change == {"expense": 0, "national": 3_254, "bonds": 62_000, "general": -65_254}
    assert continuing.before["general"] == 160_000
    assert figures.amount.value == 0


def test_new_continuing_expense_asks_its_total() -> None:
    """Without amounts before there is nothing to compare: 総額 is asked."""
    request = dam()
    new = tuple(replace(year, before={}) for year in request.continuing[0].years)
    figures = snapshot(replace(request, continuing=(replace(request.continuing[0], years=new),))).totals
    assert not figures.continuing[0].is_change
    assert figures.amount.value == 800_000


def test_carry_over_is_typed_in_the_line_or_in_its_table() -> None:
    """繰越要求額 stands once: typed in its line it is 事業費 of the table, typed in the table it is that of the line."""
    in_table = set_values(heritage(), [("request/amount", None), ("funding/request/expense", 4_326)])
    for request in (heritage(), in_table):
        figures = snapshot(request).totals
        assert figures.amount.value == figures.funding_rows["request"].expense.value == 4_326
        assert figures.funding_rows["request"].general.value == 4_326


amounts = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.just("約3百"))


@given(st.lists(st.tuples(amounts, amounts, amounts), max_size=5))
def test_sums_add_what_can_be_read(
    cells: list[tuple[int | str | None, int | str | None, int | str | None]],
) -> None:
    """Whatever is typed, the limit is the sum of the readable amounts, and the funds with 一般財源 make each year."""
    years = tuple(
        CommitmentYear(f"y{at}", f"R{8 + at}", amount, {"national": national, "bonds": bonds})
        for at, (amount, national, bonds) in enumerate(cells)
    )
    owed = commitment_totals(Commitment("owed", years=years), official(2025))
    known = [amount for amount, *_ in cells if isinstance(amount, int)]
    assert owed.limit.value == (sum(known) if known else None)
    for year in owed.years:
        if year.amount.value is not None:
            assert year.specific + (year.general.value or 0) == year.amount.value


def test_nothing_is_nothing() -> None:
    """A request without commitments owes nothing, and a blank commitment has no limit."""
    assert snapshot(Request()).totals.commitments == ()
    assert snapshot(Request(commitments=(Commitment("owed"),))).totals.commitments[0].limit.value is None
