"""Rules 32, 34, 35, 36, 38 and 39: what binds later years beside this year's request."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.multi_year import AnnualAmount, CommitmentYear, ContinuingExpense
from tests.commitment_requests import facilities, heritage, risen
from tests.model.checks.examples.revenue import ASKED, KNOWN, known, owing
from tests.samples import findings, fixed, funding_columns, one_line, only, sample, set_values, snapshot


@pytest.mark.parametrize(
    ("asked", "period", "said"),
    [
        ("H32〜H35", "H29〜H31", ""),
        ("H32〜H35", "H29〜H32", "重なって"),
        ("H31〜H35", "H29〜H31", ""),
        ("H33〜H35", "H29〜H31", "間が空いて"),
        ("H33〜H35", "H25〜H28", ""),
        ("来年から", "H29〜H32", ""),
        ("H32〜H35", "数年", ""),
    ],
)
def test_period_after_one_that_is_set(asked: str, period: str, said: str) -> None:
    """What is asked begins where what is set ends; what ended before this year was taken up by the ordinary budget."""
    found = findings(owing(replace(ASKED, period=asked), replace(KNOWN, period=period)), "32-set")
    assert [said in finding.message for finding in found] == ([True] if said else [])


def test_other_contract_of_the_line_runs_beside() -> None:
    """Contracts with names of their own, other lines, and the increase of a contract may overlap."""
    long = replace(KNOWN, period="H29〜H35")
    assert findings(owing(replace(ASKED, name="複合機"), replace(long, name="端末")), "32-set") == []
    assert findings(owing(ASKED, replace(long, line="")), "32-set") == []
    increase = (CommitmentYear("more", "H32", contracted=900, changed=990),)
    assert findings(owing(replace(ASKED, years=increase), long), "32-set") == []


def test_real_sheet_is_sound() -> None:
    """The real sheet asks H32〜H35 and has H31〜H35 set, on lines of their own."""
    assert findings(sample(), "32-set") == findings(sample(), "34") == findings(sample(), "35") == []


@pytest.mark.parametrize("amount", [0, None])
def test_no_spending_this_year(amount: int | None) -> None:
    """A line of nothing with a commitment is ゼロ債務, and the words say so."""
    request = owing(ASKED, amount=amount)
    found = only(request, "34")
    assert (found.severity, fixed(request, found).commitments[0].note) == ("info", "ゼロ債務")
    assert only(set_values(request, [("commitment/asked/note", "端末を借りる。")]), "34").fix is None
    assert findings(set_values(request, [("commitment/asked/note", "ゼロ債務")]), "34") == []
    assert findings(set_values(request, [("line/only/remark", "ゼロ債務負担行為")]), "34") == []
    assert findings(owing(replace(ASKED, status="set"), amount=amount), "34") == []
    assert findings(owing(replace(ASKED, period=""), amount=amount), "34") == []


def test_amount_that_cannot_be_worked_out_is_not_none() -> None:
    """A basis in the making, or an amount that cannot be read, is not 0."""
    assert findings(owing(ASKED, amount=None, basis="5千円×"), "34") == []
    assert findings(set_values(owing(ASKED), [("line/only/amount", "約3百")]), "34") == []


@pytest.mark.parametrize(
    ("owed", "is_above"), [(1_000, False), (999, False), (998, True), (2_000, False), (None, False)]
)
def test_spending_against_what_is_set(owed: int | None, *, is_above: bool) -> None:
    """The line's 1,000 beside what its contract owes this year; a 千円 of rounding is no slip."""
    assert bool(findings(owing(known(owed)), "35")) is is_above


def test_spending_beyond_one_contract() -> None:
    """Contracts add up; one that does not tell this year, a changed one, parts and a new request leave it open."""
    one, two = known(500), replace(known(500), id="two", years=(CommitmentYear("second", "H31", 500),))
    assert findings(owing(one, two), "35") == []
    assert findings(owing(one, replace(two, years=())), "35") == []
    assert findings(owing(one, ASKED), "35") == []
    assert findings(owing(known(500, changed=1_000)), "35") == []
    assert findings(owing(known(500, "H32")), "35") == []


def test_raised_contract() -> None:
    """変更後 above 契約額 next year asks for a commitment of the increase, on its line or by its name."""
    raised = known(900, "H32", 990)
    assert only(owing(raised), "36").place == "commitment/known/status"
    assert findings(owing(raised, ASKED), "36") == []
    assert findings(owing(known(990, "H32", 900)), "36") == []
    assert findings(owing(known(900, "H31", 990)), "36") == []
    named = replace(raised, name="複合機", line="")
    assert findings(owing(named, replace(ASKED, name="複合機", line="")), "36") == []
    assert findings(risen(), "36") == []


def test_repair_asks_for_the_increase() -> None:
    """As page 110: the rise of this year stays in the ordinary budget, that of later years is asked."""
    rows = [
        CommitmentYear(f"row-{year}", f"H{year}", contracted=2_268, changed=2_333) for year in (31, 32, 33)
    ]
    request = owing(replace(known(0), years=tuple(rows)))
    after = fixed(request, only(request, "36"))
    added = after.commitments[-1]
    assert (added.status, added.line, added.period) == ("requested", "only", "H32〜H33")
    assert snapshot(after).totals.commitments[-1].limit.value == 2 * 65
    assert [finding.rule for finding in findings(after)] == []


def test_increase_that_cannot_be_asked_for_the_writer() -> None:
    """Rows of several years, and a commitment that neither line nor name ties, have no repair."""
    assert only(owing(known(900, "H32〜H35", 990)), "36").fix is None
    assert only(owing(replace(known(900, "H32", 990), line="")), "36").fix is None


def test_carry_over_is_asked_about() -> None:
    """The carry-over sheet (115) is asked when it ends; no other sheet is."""
    assert only(heritage(), "38").severity == "question"
    assert findings(set_values(heritage(), [("request/amount", None)]), "38") == []
    assert findings(facilities(), "38") == findings(one_line(), "38") == []


def test_sheets_that_belong() -> None:
    """A commitment whose years stand here or on its own sheet is not asked about, nor one that is set."""
    assert only(owing(ASKED), "39").severity == "question"
    assert findings(facilities(), "39") == []
    assert findings(owing(KNOWN), "39") == findings(owing(replace(ASKED, period="")), "39") == []
    years = (CommitmentYear("row", "H32", 500),)
    assert findings(owing(replace(ASKED, years=years)), "39") == []


def test_continuing_expense_and_bonds_have_sheets() -> None:
    """継続費 without annual amounts and 起債 are asked about; 継続費 with them, and other revenues, are not."""
    bare = replace(one_line(), continuing=(ContinuingExpense("dam", "ダム"),))
    assert only(bare, "39").place == "continuing/dam/total"
    annual = (AnnualAmount("row", "H31", after={"expense": 5}),)
    assert findings(replace(bare, continuing=(ContinuingExpense("dam", "ダム", years=annual),)), "39") == []
    asked = [
        key
        for key in funding_columns()
        if findings(set_values(one_line(), [(f"funding/request/{key}", 5)]), "39")
    ]
    assert asked == ["bonds"]
