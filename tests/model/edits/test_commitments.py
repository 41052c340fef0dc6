"""Edits of commitments: years, a tax rise, a sheet of their own, and values at their places."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits import commitments as edits
from model.edits.fields import holds_amount, set_value, type_text, value_at
from model.names.fields import label_of
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.parts import add_part, change_part, delete_part
from model.request.request import Request
from tests.commitment_requests import dam, facilities, risen, rows
from tests.samples import sample, set_values, snapshot, standard

AMOUNTS = (
    "owed/owed-5/amount",
    "owed/owed-5/contracted",
    "owed/owed-5/changed",
    "owed/owed-5/source/national",
    "owed/owed-5/source/general",
    "commitment/owed/limit",
    "commitment/owed/paid",
)
TEXTS = (
    "owed/owed-5/year",
    *(f"commitment/owed/{field}" for field in ("name", "contract_period", "set_in", "note", "paid_period")),
)
CONTINUING = (
    "continuing/dam/total",
    "continuing/dam/total_before",
    "annual/annual-27/before/expense",
    "annual/annual-27/after/bonds",
)


@pytest.mark.parametrize("where", [*AMOUNTS, *CONTINUING])
def test_amount_at_a_place(where: str) -> None:
    """Every amount of a commitment or a continuing expense is typed, read back, cleared, and has its word for undo."""
    request = dam() if where in CONTINUING else facilities()
    assert holds_amount(where)
    typed = type_text(request, where, "１，２３４")
    assert value_at(typed, where) == 1_234
    assert value_at(type_text(typed, where, "約3百"), where) == "約3百"
    assert value_at(type_text(typed, where, ""), where) is None
    assert label_of(where) != "値"


@pytest.mark.parametrize(
    "where", [*TEXTS, "continuing/dam/name", "continuing/dam/note", "annual/annual-27/year"]
)
def test_text_at_a_place(where: str) -> None:
    """Every text likewise; the same value is no edit."""
    request = dam() if where.startswith(("continuing", "annual")) else facilities()
    assert not holds_amount(where)
    typed = type_text(request, where, "R8")
    assert value_at(typed, where) == "R8"
    assert set_value(typed, where, "R8") is typed
    assert label_of(where) != "値"


@pytest.mark.parametrize(
    "where", ["owed/gone/amount", "annual/gone/before/expense", "continuing/gone/total", "owed/gone/year"]
)
def test_place_that_is_gone(where: str) -> None:
    """An edit at a row that is gone changes nothing."""
    request = dam()
    assert set_value(request, where, 5) is request


def test_granted_rows_have_places_too() -> None:
    """A row after the 査定 is edited as those that were asked; untouched parts stay identical."""
    request = risen()
    edited = set_value(request, "owed/granted-27/amount", 60)
    assert edited.commitments[0].granted[0].amount == 60
    assert edited.commitments[0].years is request.commitments[0].years


def test_columns_keep_their_order() -> None:
    """A fund that is typed again stays where it was."""
    request = set_values(facilities(), [("owed/owed-5/source/bonds", 1), ("owed/owed-5/source/national", 2)])
    request = set_value(request, "owed/owed-5/source/bonds", 3)
    assert list(request.commitments[0].years[0].sources) == ["bonds", "national"]


def test_years_are_added_and_deleted() -> None:
    """A row at the end, asked or granted; deleting it gives the request back as it was."""
    request = facilities()
    new = CommitmentYear("new", "11年度", 5)
    longer = add_part(request, new, "owed")
    assert longer.commitments[0].years[-1] == new
    granted = change_part(
        request, Commitment, "owed", lambda owed: replace(owed, granted=(*owed.granted, new))
    )
    for edited in (longer, granted):
        assert value_at(edited, "owed/new/amount") == 5
        assert delete_part(edited, CommitmentYear, "new") == request
    assert add_part(request, CommitmentYear("new"), "gone") is request
    assert delete_part(request, CommitmentYear, "gone") is request


def test_spread_over_the_period() -> None:
    """Each fiscal year of the period gets a row with the line's amount; a row that is there keeps its figure."""
    request = sample()
    request = add_part(request, CommitmentYear("kept", "H33", 9_000), "commitment-1")
    spread = edits.spread_years(request, "commitment-1", snapshot(request).totals)
    years = spread.commitments[0].years
    assert [(row.year, row.amount) for row in years] == [
        ("32年度", 12_085),
        ("H33", 9_000),
        ("34年度", 12_085),
        ("35年度", 12_085),
    ]
    assert edits.spread_years(spread, "commitment-1", snapshot(spread).totals) is spread


def test_spread_into_another_era() -> None:
    """A period in another era than the sheet's own names its era in every row, or 2年度 would be 平成2年度."""
    request = set_values(sample(), [("commitment/commitment-1/period", "R2〜R3")])
    years = edits.spread_years(request, "commitment-1", snapshot(request).totals).commitments[0].years
    assert [row.year for row in years] == ["R2年度", "R3年度"]


def test_spread_without_a_period() -> None:
    """A period that cannot be read has no years."""
    request = set_values(sample(), [("commitment/commitment-1/period", "5年間")])
    assert edits.spread_years(request, "commitment-1", snapshot(request).totals) is request


def leased(year: str, first: int, count: int, amount: int = 1_050) -> Request:
    """A request of a year with a commitment of some years of the same amount."""
    owed = Commitment(
        "owed",
        "line-1-5",
        f"{first}年度から{first + count - 1}年度まで",
        years=rows(first, (amount,) * count),
    )
    return set_values(replace(sample(), commitments=(owed,)), [("header/fiscal_year", year)])


def test_tax_rise_of_2014() -> None:
    """平成26年度: 5% becomes 8% in April, so every year's contract rises by 108/105, this year's in the ordinary budget."""
    raised = edits.raise_tax(leased("平成26年度", 26, 3), "owed", standard())
    assert [(row.contracted, row.changed, row.amount) for row in raised.commitments[0].years] == [
        (1_050, 1_080, None),
        (1_050, 1_080, None),
        (1_050, 1_080, None),
    ]
    assert snapshot(raised).totals.commitments[0].limit.value == 60


def test_tax_rise_within_a_year() -> None:
    """平成31年度: 10% holds from October, so half of that year rises by 110/108, rounded up as lines are."""
    years = edits.raise_tax(leased("平成31年度", 31, 2, 10_800), "owed", standard()).commitments[0].years
    assert [row.changed for row in years] == [10_900, 11_000]


def test_rise_of_a_contract_that_was_set() -> None:
    """A set commitment stays; the rise is a new one beside it, for the rate of the month in which the old was set."""
    request = set_values(
        leased("平成26年度", 25, 3),
        [("commitment/owed/status", "set"), ("commitment/owed/set_in", "H25当初")],
    )
    raised = edits.raise_tax(request, "owed", standard())
    assert raised.commitments[0] is request.commitments[0]
    new = raised.commitments[1]
    assert (new.status, new.line, new.period) == ("requested", "line-1-5", "H27")
    assert [row.year for row in new.years] == ["26年度", "27年度"]
    assert snapshot(raised).totals.commitments[1].limit.value == 30


def test_no_rise_no_change() -> None:
    """Where the rate does not rise in the years of a contract there is nothing to ask."""
    for request in (leased("令和3年度", 4, 3), leased("平成27年度", 28, 3)):
        assert edits.raise_tax(request, "owed", standard()) is request
    assert edits.raise_tax(sample(), "gone", standard()) == sample()


def test_separate_sheet() -> None:
    """The sheet of its own has the head and the commitment, says why, and asks what the commitment owes."""
    request = edits.spread_years(sample(), "commitment-1", snapshot(sample()).totals)
    request = set_value(request, "commitment/commitment-1/note", "端末を借りる。")
    own = edits.separate_sheet(request, "commitment-1", standard())
    assert (own.header.sheet, own.header.name) == ("commitment", sample().header.name)
    assert [(commitment.name, commitment.line) for commitment in own.commitments] == [("標準事務費", "")]
    assert [(section.heading, section.text) for section in own.sections] == [
        ("債務負担行為とする理由", "端末を借りる。")
    ]
    taken = snapshot(own)
    assert taken.totals.amount.value == 4 * 12_085
    assert taken.findings.all == ()
    assert edits.separate_sheet(request, "gone", standard()) is request


def test_which_commitments_are_sheets_of_their_own() -> None:
    """Those that are asked and told by year; none of a sheet that is one itself."""
    request = edits.spread_years(sample(), "commitment-1", snapshot(sample()).totals)
    assert edits.separate_ids(snapshot(request).totals) == ("commitment-1",)
    assert edits.separate_ids(snapshot(sample()).totals) == ()
    assert edits.separate_ids(snapshot(facilities()).totals) == ()


def test_continuing_expenses_come_and_go() -> None:
    """A continuing expense and its years are added and deleted; what is gone changes nothing."""
    request = add_part(dam(), ContinuingExpense("road", "道路"))
    request = add_part(request, AnnualAmount("new", "28年度", after={"expense": 5}), "road")
    assert value_at(request, "annual/new/after/expense") == 5
    assert delete_part(delete_part(request, AnnualAmount, "new"), ContinuingExpense, "road") == dam()
    assert delete_part(request, ContinuingExpense, "gone") is request
    assert delete_part(request, AnnualAmount, "gone") is request
    assert add_part(request, AnnualAmount("new"), "gone") is request
