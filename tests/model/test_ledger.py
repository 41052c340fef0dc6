"""The 債務負担行為調書 and what each fiscal year owes."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Request
from model.totals.ledger import committed_by_year, committed_without_year, ledger, name_of
from tests.commitment_requests import rows
from tests.samples import sample, set_values, snapshot


def lease() -> Request:
    """The real sheet of 平成31年度: 標準事務費 is asked for H32〜H35; the LGWAN lease was set for H30〜H33 before."""
    asked, already = sample().commitments
    asked = replace(asked, years=rows(32, (12_000, 12_000, 12_000, 12_000)))
    already = replace(
        already,
        period="H30〜H33",
        years=tuple(replace(row, sources={"other": 100}) for row in rows(30, (500, 613, 613, 613), "set")),
    )
    return replace(sample(), commitments=(asked, already))


def test_row_of_what_is_asked() -> None:
    """What is asked with this budget has nothing paid; all of its years are planned."""
    request = lease()
    row = ledger(request, snapshot(request).totals)[0]
    assert (row.name, row.limit.value, row.paid.value) == ("標準事務費", 48_000, None)
    assert (row.planned_period, row.planned, row.general) == ("H32〜H35", 48_000, 48_000)


def test_row_of_what_was_set() -> None:
    """Of a set commitment the years before this one are paid, those from it on planned, each with its funds."""
    request = lease()
    row = ledger(request, snapshot(request).totals)[1]
    assert (row.limit.value, row.paid_period, row.paid.value) == (2_339, "H30", 500)
    assert (row.planned_period, row.planned) == ("H31〜H33", 1_839)
    assert (row.sources, row.general) == ({"other": 300}, 1_539)


def test_typed_payment_wins() -> None:
    """前年度末までの支出見込額 is what the section tells, where it does."""
    request = set_values(
        lease(),
        [("commitment/commitment-2/paid", 490), ("commitment/commitment-2/paid_period", "平成30年度")],
    )
    row = ledger(request, snapshot(request).totals)[1]
    assert (row.paid_period, row.paid.value) == ("平成30年度", 490)


def test_limit_without_years() -> None:
    """A limit alone: asked, all of it is planned; set, what was paid must be told before the rest is known."""
    figures = {}
    for status, paid in (("requested", None), ("set", None), ("set", 30)):
        owed = Commitment("owed", "line-1-5", "H31〜H35", status, limit=100, paid=paid)
        request = replace(sample(), commitments=(owed,))
        figures[status, paid] = ledger(request, snapshot(request).totals)[0]
    assert figures["requested", None].planned == 100
    assert figures["set", None].planned is None
    assert (figures["set", 30].planned, figures["set", 30].planned_period) == (70, "H31〜H35")


def test_years_of_all_commitments() -> None:
    """By fiscal year: this year's request, what is asked for later years, and what was set before."""
    years = committed_by_year(snapshot(lease()).totals)
    assert [(year.year.short, year.requested, year.set, year.this_year) for year in years] == [
        ("H30", 0, 500, 0),
        ("H31", 0, 613, 124_767),
        ("H32", 12_000, 613, 0),
        ("H33", 12_000, 613, 0),
        ("H34", 12_000, 0, 0),
        ("H35", 12_000, 0, 0),
    ]


def test_years_without_an_amount() -> None:
    """Without amounts by year there is no picture; a row of several years cannot be laid on one of them."""
    assert committed_by_year(snapshot(sample()).totals) == ()
    several = replace(lease().commitments[0], years=(CommitmentYear("y", "32〜35", 48_000),))
    totals = snapshot(replace(sample(), commitments=(several,))).totals
    assert committed_by_year(totals) == ()
    assert committed_without_year(totals) == 48_000


def test_name() -> None:
    """事項 is the commitment's own name, else its line's words on one line, else the project's."""
    request = sample()
    assert name_of(request, Commitment("a", "line-1-5", name="端末の賃借")) == "端末の賃借"
    assert name_of(request, Commitment("a", "line-1-5")) == "標準事務費"
    assert name_of(request, Commitment("a", "gone")) == "総合行政・住基ネットワーク運営事業"
