"""What commitments ask of future years, laid out for a picture: a bar a commitment over fiscal years, in 千円.

It takes what the totals hold and says it in words too; nothing is drawn here and nothing is computed anew.
"""

from __future__ import annotations

import msgspec

from model.figures.commitments import CommitmentTotals
from model.figures.figures import Totals
from model.request.multi_year import CommitmentStatus
from model.request.request import Request
from model.totals.ledger import CommittedInYear, committed_by_year, committed_without_year, name_of
from model.values.amount import format_amount
from model.values.fiscal_year import FiscalYear, counted_from


class CommitmentBar(msgspec.Struct, frozen=True):
    """A commitment over the years.

    Attributes:
        first: the first fiscal year (western) of its period or its rows.
        amounts: what each fiscal year owes, 千円; a year that is not told is left out.
    """

    commitment_id: str
    name: str
    status: CommitmentStatus
    first: int
    last: int
    amounts: dict[int, int]


class Outlook(msgspec.Struct, frozen=True):
    """The picture of a request's commitments.

    Attributes:
        years: the fiscal years from the first to the last that a bar or this year's request stands in.
        bars: the commitments whose years can be read, in the request's order.
        this_year: 要求額 of the request where it is an ordinary one; what was committed for this year is asked in the
            ordinary budget, so it is part of it.
        sums: what each year owes together; empty while no amount of a year is told.
        without_year: what rows of several years (「32〜50」) owe, which stand in no one year.
        unread: the 事項 of commitments whose years cannot be read.
    """

    own: FiscalYear
    years: tuple[FiscalYear, ...]
    bars: tuple[CommitmentBar, ...]
    this_year: int | None
    sums: tuple[CommittedInYear, ...]
    without_year: int | None
    unread: tuple[str, ...]


def outlook(request: Request, totals: Totals) -> Outlook | None:
    """What future years owe; None without a commitment whose years can be read."""
    if not totals.commitments:
        return None
    own = totals.year
    bars: list[CommitmentBar] = []
    unread: list[str] = []
    for commitment in totals.commitments:
        bar = _bar(request, commitment)
        if bar is None:
            unread.append(name_of(request, commitment.commitment))
        else:
            bars.append(bar)
    if not bars:
        return None
    first = min(own.year, *(bar.first for bar in bars))
    last = max(own.year, *(bar.last for bar in bars))
    return Outlook(
        own,
        tuple(counted_from(own, year) for year in range(first, last + 1)),
        tuple(bars),
        None if totals.form.page.commitments else totals.amount.value,
        committed_by_year(totals),
        committed_without_year(totals),
        tuple(unread),
    )


def in_words(picture: Outlook, minus: str) -> str:
    """The picture for who cannot see it: 「令和8年度 要求額 124,767千円。令和9年度 5,000千円（要求 3,000・設定済 2,000）。」."""
    said = []
    if picture.this_year is not None:
        said.append(f"{picture.own.label} 要求額 {format_amount(picture.this_year, minus)}千円")
    for year_sum in picture.sums:
        together = year_sum.requested + year_sum.set
        in_request = picture.this_year is not None and year_sum.year.year == picture.own.year
        if together and not in_request:
            parts = f"（要求 {format_amount(year_sum.requested, minus)}・設定済 {format_amount(year_sum.set, minus)}）"
            said.append(f"{year_sum.year.label} {format_amount(together, minus)}千円{parts}")
    if not picture.sums:
        said += [
            f"{bar.name} {counted_from(picture.own, bar.first).label}から{counted_from(picture.own, bar.last).label}まで"
            for bar in picture.bars
        ]
    said += unshown(picture, minus)
    return "。".join(said) + "。"


def unshown(picture: Outlook, minus: str) -> list[str]:
    """What the picture cannot show, in sentences without their 。."""
    said = []
    if picture.without_year is not None:
        said.append(
            f"年度ごとに分かれていない額 {format_amount(picture.without_year, minus)}千円は図にありません"
        )
    if picture.unread:
        said.append(f"期間が読めないため図にない債務負担行為: {'、'.join(picture.unread)}")
    return said


def _bar(request: Request, figures: CommitmentTotals) -> CommitmentBar | None:
    spans = [row.period for row in figures.years if row.period is not None and row.amount.shown is not None]
    if figures.period is not None:
        spans.append(figures.period)
    if not spans:
        return None
    return CommitmentBar(
        figures.commitment.id,
        name_of(request, figures.commitment),
        figures.commitment.status,
        min(span.first.year for span in spans),
        max(span.last.year for span in spans),
        figures.by_year,
    )
