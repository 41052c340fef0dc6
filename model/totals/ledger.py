"""The rows of the 債務負担行為調書 (rules.md B2, 地方自治法施行令144条), and what all commitments owe by fiscal year, in 千円.

One row a commitment: 事項, 限度額, what was paid up to the end of last year, what is planned from this year on, and with
which funds. Everything here comes from the commitments as they were entered once; nothing is typed for the 調書 alone.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import NamedTuple

import msgspec

from model.figures.commitments import CommitmentTotals, CommitmentYearTotals, add, used_keys
from model.figures.figures import Totals
from model.request.lines import find
from model.request.multi_year import Commitment
from model.request.request import Request
from model.values.figure import Figure
from model.values.fiscal_year import FiscalYear, Period, counted_from


class LedgerRow(msgspec.Struct, frozen=True):
    """A row of the 調書.

    Attributes:
        name: 事項.
        limit: 限度額.
        paid_period: 前年度末までの支出（見込）額 の期間.
        paid: its 金額.
        planned_period: 当該年度以降の支出予定額 の期間.
        planned: its 金額; None where it is not known, which is not 0.
        sources: the specific funds of the planned amount by source key; None for blank.
        general: 一般財源 of it.
    """

    commitment_id: str
    name: str
    limit: Figure
    paid_period: str
    paid: Figure
    planned_period: str
    planned: int | None
    sources: dict[str, int | None]
    general: int | None


class CommittedInYear(NamedTuple):
    """What a fiscal year owes, 千円: asked with this budget, set by earlier ones, and this year's request (要求額)."""

    year: FiscalYear
    requested: int
    set: int
    this_year: int


def ledger(request: Request, totals: Totals) -> tuple[LedgerRow, ...]:
    """The rows of the 調書, in the request's order."""
    return tuple(_row(request, commitment, totals.year) for commitment in totals.commitments)


def name_of(request: Request, commitment: Commitment) -> str:
    """事項 of a commitment: its own name, else the words of its line, else the project's (事業名)."""
    line = find(request, commitment.line) if commitment.line else None
    words = commitment.name.strip() or (line.text if line else "") or request.header.name
    return words.replace("\n", "")


def committed_by_year(totals: Totals) -> tuple[CommittedInYear, ...]:
    """What every fiscal year from the first to the last that owes anything comes to, this one included, 千円.

    Rows that name no single year cannot be laid on one and are left out; ``committed_without_year`` is their sum.
    """
    requested: Counter[int] = Counter()
    already: Counter[int] = Counter()
    for commitment in totals.commitments:
        (requested if commitment.commitment.status == "requested" else already).update(commitment.by_year)
    if not requested and not already:
        return ()
    own = totals.year
    years = [own.year, *requested, *already]
    return tuple(
        CommittedInYear(
            counted_from(own, year),
            requested[year],
            already[year],
            (totals.amount.value or 0) if year == own.year and not totals.form.page.commitments else 0,
        )
        for year in range(min(years), max(years) + 1)
    )


def committed_without_year(totals: Totals) -> int | None:
    """What rows without a single readable year owe (「32〜50」), 千円; None for nothing."""
    return add(
        row.amount.value for commitment in totals.commitments for row in commitment.years if row.year is None
    )


def _row(request: Request, figures: CommitmentTotals, own: FiscalYear) -> LedgerRow:
    commitment = figures.commitment
    planned = [row for row in figures.years if _is_planned(row, own)]
    amount = add(row.amount.value for row in planned)
    if not figures.years and (commitment.status == "requested" or figures.paid.value is not None):
        # Without rows, all that the limit leaves is still to be paid; a set one must say what was paid so far.
        amount = None if figures.limit.value is None else figures.limit.value - (figures.paid.value or 0)
    keys = used_keys(row.row.sources for row in planned)
    paid = [row for row in figures.years if not _is_planned(row, own)]
    return LedgerRow(
        commitment_id=commitment.id,
        name=name_of(request, commitment),
        limit=figures.limit,
        paid_period=commitment.paid_period or _span(paid),
        paid=figures.paid,
        planned_period=_span(planned) or _from(figures.period, own),
        planned=amount,
        sources={key: add(row.sources[key].value for row in planned if key in row.sources) for key in keys},
        general=add(row.general.value for row in planned) if planned else amount,
    )


def _is_planned(row: CommitmentYearTotals, own: FiscalYear) -> bool:
    """Whether a row is of this year or later; one whose year cannot be read is still to be paid."""
    return row.period is None or row.period.last.year >= own.year


def _span(rows: list[CommitmentYearTotals]) -> str:
    """「R8〜R10」 for the years of some rows that owe anything."""
    periods = [row.period for row in rows if row.period is not None and row.amount.value is not None]
    if not periods:
        return ""
    first = min((period.first for period in periods), key=attrgetter("year"))
    last = max((period.last for period in periods), key=attrgetter("year"))
    return _from(Period(first, last), first)


def _from(period: Period | None, own: FiscalYear) -> str:
    """The period from this year on, in words: 「R8〜R10」; "" where it cannot be read."""
    if period is None or period.last.year < own.year:
        return ""
    return Period(period.first if period.first.year >= own.year else own, period.last).short
