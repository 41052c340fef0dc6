"""The fiscal years of commitments (債務負担行為) against each other: gaps, doubles, and what a change of contract asks.

The sums of the years and the period of the contract are in model/checks/later_years/commitments.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.declared import mismatch
from model.checks.finding import Fix
from model.checks.rule import Found, WholeCheck
from model.checks.sources import COMMITMENT_LAW as _LAW
from model.checks.sources import PUBLISHED_SHEETS
from model.figures.commitments import CommitmentTotals, CommitmentYearTotals
from model.figures.figures import Totals
from model.request import place
from model.request.request import Request
from model.totals.ledger import name_of
from model.values import contract_period
from model.values.fiscal_year import counted_from


@WholeCheck.rule("32-gap", "要求する債務負担行為の期間は、翌年度から始まり、間を空けない。", _LAW, "warning")
def requested_period_leaves_no_gap(case: Case) -> Iterator[Found]:
    """Rule 32: the period begins in the year after this one (all published sheets); H33〜 in H31 leaves H32 out.

    Where the contract is said, rule 32-contract compares with it.
    """
    own = case.totals.year
    for figures in case.totals.commitments:
        commitment, period = figures.commitment, figures.period
        if commitment.status != "requested" or period is None or period.first.year <= own.year + 1:
            continue
        if contract_period.parse(commitment.contract_period, own) is not None:
            continue
        yield Found(
            place.commitment(commitment.id, "period"),
            f"要求する債務負担行為「{name_of(case.request, commitment)}」の期間「{commitment.period}」は、"
            f"翌年度（{counted_from(own, own.year + 1).label}）から始まっていません。期間を確かめてください。",
        )


@WholeCheck.rule(
    "32-begun",
    "当初予算の要求書では、設定済の債務負担行為の期間は今年度までに始まっている。",
    _LAW,
    "warning",
)
def set_period_has_begun(case: Case) -> Iterator[Found]:
    """What an earlier budget set begins in the year after that budget, so by this year; H32〜 in H31 is still asked.

    A supplementary budget follows one of the same year, and where the budget that set it is said, the writer knows.
    """
    if case.standard.commitments.initial_budget not in case.request.header.budget:
        return
    for figures in case.totals.commitments:
        commitment, period = figures.commitment, figures.period
        if commitment.status != "set" or commitment.set_in.strip() or period is None:
            continue
        if period.first.year > case.totals.year.year:
            where = place.commitment(commitment.id, "status")
            yield Found(
                where,
                f"「設定済」の債務負担行為「{name_of(case.request, commitment)}」の期間「{commitment.period}」は翌年度から始まります。"
                "この要求書で要求するものなら「要求」に、設定済なら設定した予算を入力してください。",
                fix=Fix("要求にする", where, "requested"),
            )


@WholeCheck.rule("33-each", "債務負担行為の行は、期間の各年度に1行ずつある。", PUBLISHED_SHEETS, "warning")
def each_year_has_one_row(case: Case) -> Iterator[Found]:
    """A year stands in one row; and where the rows make up the declared 限度額, they reach over the whole period.

    While the rows are being typed the sum is short of what was declared, and a year without a row is no slip yet.
    """
    for commitment in case.totals.commitments:
        yield from _past_changes(case.request, commitment, case.totals)
        rows = [row for row in commitment.years if not row.is_in_ordinary_budget]
        if commitment.period is None or any(row.period is None for row in rows):
            continue
        owed = [year for row in rows for year in _span(row)]
        name = name_of(case.request, commitment.commitment)
        double = next(
            (row for row in reversed(rows) if any(owed.count(year) > 1 for year in _span(row))), None
        )
        if double is not None:
            yield Found(
                place.owed(double.row.id, "year"),
                f"債務負担行為「{name}」に、{double.row.year}の行が重なっています。年度を確かめてください。",
            )
            continue
        period = range(commitment.period.first.year, commitment.period.last.year + 1)
        missing = [year for year in period if year not in owed]
        has_gap = any(min(owed) < year < max(owed) for year in missing) if owed else False
        if owed and missing and (has_gap or _is_complete(commitment, case.totals)):
            yield Found(
                place.commitment(commitment.commitment.id, "period"),
                f"債務負担行為「{name}」の期間「{commitment.commitment.period}」のうち、"
                f"{counted_from(case.totals.year, missing[0]).label}の行がありません。期間か行の年度を確かめてください。",
            )


@WholeCheck.rule(
    "33-change",
    "契約を変更する債務負担行為の年度の額は、変更後と契約額の差と同じ。",
    PUBLISHED_SHEETS,
    "warning",
)
def change_of_a_year_is_the_difference(case: Case) -> Iterator[Found]:
    """Where a contract is changed, a year asks 変更後 − 契約額 (published page 110: 2,333 − 2,268 = 65)."""
    for commitment in case.totals.commitments:
        for row in commitment.years:
            what = f"債務負担行為「{name_of(case.request, commitment.commitment)}」の{row.row.year}の額"
            where = place.owed(row.row.id, "amount")
            yield from mismatch(row.amount, where, what, "変更後と契約額の差")


def _past_changes(request: Request, commitment: CommitmentTotals, totals: Totals) -> Iterator[Found]:
    """A contract is changed from this year on; a row of an earlier one has its year wrong."""
    for row in commitment.years:
        if row.is_in_ordinary_budget and row.period is not None and row.period.last.year < totals.year.year:
            yield Found(
                place.owed(row.row.id, "year"),
                f"契約を変更する債務負担行為「{name_of(request, commitment.commitment)}」の{row.row.year}は、"
                "今年度より前の年度です。年度を確かめてください。",
            )


def _span(row: CommitmentYearTotals) -> range:
    assert row.period is not None
    return range(row.period.first.year, row.period.last.year + 1)


def _is_complete(commitment: CommitmentTotals, totals: Totals) -> bool:
    """Whether the rows make up what was declared for the commitment, or for the sheet that has no other."""
    if commitment.limit.is_declared:
        return not commitment.limit.differs
    alone = totals.form.page.commitments and len(totals.commitments) == 1
    return alone and totals.amount.is_declared and not totals.amount.differs
