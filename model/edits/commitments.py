"""Edits of commitments (債務負担行為): their years, a tax rise, a sheet of their own.

Every edit returns another request, and the same one where there is nothing to do.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from model.figures.figures import Totals
from model.request.multi_year import Commitment, CommitmentYear
from model.request.part import by_id
from model.request.parts import add_part, change_part
from model.request.request import Header, Request, Section
from model.standard.standard import Standard
from model.totals.commitment_lines import amount_of_line
from model.totals.consumption_tax import Month, rates_in
from model.totals.ledger import name_of
from model.values import contract_period, fiscal_year
from model.values.amount import round_exact
from model.values.fiscal_year import FiscalYear, Period
from model.values.identity import new_id

COMMITMENT_SHEET = "commitment"


def spread_years(request: Request, commitment_id: str, totals: Totals) -> Request:
    """Make a row for each fiscal year of the committed period that has none, in order, each with the line's amount.

    The contract runs at the same cost every year, so the amount of the tied line (千円) is where to start. A row that
    is there keeps its figures. Without a readable period nothing changes.
    """
    known = (commitment for commitment in totals.commitments if commitment.commitment.id == commitment_id)
    figures = next(known, None)
    if figures is None or figures.period is None:
        return request
    commitment, period = figures.commitment, figures.period
    taken = {row.year.year: row.row for row in figures.years if row.year is not None}
    start = amount_of_line(totals, commitment.line)
    rows = [
        taken.get(year.year) or CommitmentYear(new_id(), _year_text(year, totals.year), start)
        for year in (
            fiscal_year.counted_from(period.first, western)
            for western in range(period.first.year, period.last.year + 1)
        )
    ]
    spread = {row.id for row in rows}
    others = [row for row in commitment.years if row.id not in spread]
    return change_part(request, Commitment, commitment_id, lambda own: replace(own, years=(*rows, *others)))


def raise_tax(request: Request, commitment_id: str, standard: Standard) -> Request:
    """Ask what a rise of the consumption tax adds to a contract of several years (forms.md section 6, page 110).

    Each year's amount becomes its 契約額, and 変更後 = 契約額 × (1 + new rate) / (1 + old rate), rounded to 千円 as lines
    are; a year in which the rate changes counts each rate for its months. What is asked is the difference of the years
    after this one; this year's stands in the ordinary budget. The rate of the contract is that of the month in which it
    was set, where that is said, else that before the request's fiscal year.

    A commitment that was set stays as it is, and the rise is asked as a new one beside it (rules.md rule 36).
    Nothing changes where no rise falls into its years.
    """
    own = standard.year_of(request.header.fiscal_year)
    commitment = by_id(request.commitments, commitment_id)
    if commitment is None:
        return request
    set_month = contract_period.month_set(commitment.set_in, own) if commitment.set_in else None
    index = Month(*set_month) if set_month else Month(own.year, 3)
    old = _rate_at(index, standard)
    rows = tuple(_raised(row, own, old, standard) for row in commitment.years)
    if all(new is row for new, row in zip(rows, commitment.years, strict=True)):
        return request
    if commitment.status == "requested":
        changed = replace(commitment, years=rows, limit=None)
        return change_part(request, Commitment, commitment_id, lambda _: changed)
    risen = Commitment(
        new_id(),
        commitment.line,
        _later_period(rows, own) or commitment.period,
        name=commitment.name,
        contract_period=commitment.contract_period,
        note=commitment.note,
        years=tuple(replace(row, id=new_id()) for row in rows if row.changed is not None),
    )
    return add_part(request, risen)


def separate_sheet(request: Request, commitment_id: str, standard: Standard) -> Request:
    """The 債務負担行為要求書 of one commitment as a separate request with the same head.

    It is tied to no line there, so it carries its 事項 itself; its 説明 is the section that says why.
    """
    commitment = by_id(request.commitments, commitment_id)
    if commitment is None:
        return request
    header: Header = replace(request.header, sheet=COMMITMENT_SHEET)
    reason = Section("reason", "content", standard.commitments.reason_heading, commitment.note, costs=True)
    own = replace(commitment, line="", name=name_of(request, commitment), status="requested")
    return Request(
        header=header,
        contact=request.contact,
        sections=(reason,),
        commitments=(own,),
        standard=request.standard,
    )


def separate_ids(totals: Totals) -> tuple[str, ...]:
    """The commitments of an ordinary request that are published as sheets of their own: asked, with years' amounts."""
    if totals.form.page.sheet:
        return ()
    return tuple(
        figures.commitment.id
        for figures in totals.commitments
        if figures.commitment.status == "requested" and figures.has_years
    )


def _raised(row: CommitmentYear, own: FiscalYear, old: Fraction, standard: Standard) -> CommitmentYear:
    """A year with 契約額 and 変更後; the row itself where its rate does not rise or its amount is not known."""
    period = fiscal_year.parse_period(row.year, own)
    contracted = row.amount if row.contracted is None else row.contracted
    if period is None or period.first != period.last or not isinstance(contracted, int):
        return row
    year = period.first.year
    factor = sum(
        (Fraction(rate.months.length, 12) * (1 + rate.rate) / (1 + old) for rate in rates_in(year, standard)),
        Fraction(0),
    )
    if factor <= 1 or year < own.year:
        return row
    changed = round_exact(contracted * factor, standard.rounding_in(own.year).line)
    # The funds that were given are those of the whole contract, not of what is added to it.
    return replace(row, amount=None, sources={}, contracted=contracted, changed=changed)


def _rate_at(month: Month, standard: Standard) -> Fraction:
    """The rate of a calendar month; 0 before the tax came."""
    year = month.year if month.month >= 4 else month.year - 1
    return next(
        (rate.rate for rate in rates_in(year, standard) if rate.months.first <= month <= rate.months.last),
        Fraction(0),
    )


def _later_period(rows: tuple[CommitmentYear, ...], own: FiscalYear) -> str:
    """The years after this one that the rise touches: 「R8〜R10」."""
    periods = [fiscal_year.parse_period(row.year, own) for row in rows if row.changed is not None]
    years = sorted(period.first.year for period in periods if period and period.first.year > own.year)
    if not years:
        return ""
    return Period(*(fiscal_year.counted_from(own, year) for year in (years[0], years[-1]))).short


def _year_text(year: FiscalYear, own: FiscalYear) -> str:
    """How a row names its year: 「5年度」 in the era of the sheet, as published; with its era where that is another."""
    return f"{year.number}年度" if year.era == own.era else f"{year.short}年度"
