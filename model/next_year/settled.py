"""What was asked for several years is settled a year later: a contract as it was changed, annual amounts as they are fixed."""

from __future__ import annotations

from msgspec.structs import replace

from model.next_year.carried import YearChange
from model.next_year.years import in_real_years
from model.request.carried import Carried
from model.request.ids import unused_id
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.parts import part_ids
from model.request.place import EXPENSE
from model.request.request import CostGroup, Line, Request
from model.values import fiscal_year
from model.values.amount import format_amount
from model.values.fiscal_year import FiscalYear


def years_of(year_change: YearChange, commitment: Commitment) -> Commitment:
    """A commitment whose years have the amounts that were granted, or those of the changed contract.

    Where the contract was changed, 限度額 and the funds were those of the change alone and are not taken over.
    """
    rows = commitment.granted or commitment.years
    is_change = any(row.contracted is not None or row.changed is not None for row in rows)
    limit = None if is_change or commitment.granted else commitment.limit
    return replace(commitment, years=tuple(_row(year_change, row) for row in rows), granted=(), limit=limit)


def amount_of(years: tuple[CommitmentYear, ...], wanted: FiscalYear, base: FiscalYear) -> int | None:
    """The sum of a commitment's rows for one year, 千円; None if no row is for that year alone.

    Bare numbers are read in the era of ``base``.
    """
    amounts = [row.amount for row in years if isinstance(row.amount, int) and _is_of(row.year, wanted, base)]
    return sum(amounts) if amounts else None


def continuing(year_change: YearChange) -> tuple[tuple[ContinuingExpense, ...], list[Carried]]:
    """The continuing expenses with their annual amounts as fixed last year, which is no change any more."""
    kept: list[ContinuingExpense] = []
    changes: list[Carried] = []
    for old in year_change.request.continuing:
        new = replace(old, total_before=None, years=tuple(_annual(year_change, row) for row in old.years))
        kept.append(new)
        amounts = [
            row.after.get(EXPENSE)
            for row in new.years
            if _is_of(row.year, year_change.this, year_change.this)
        ]
        known = [amount for amount in amounts if isinstance(amount, int)]
        today = f"今年度の年割額は{format_amount(sum(known))}千円です。" if known else ""
        changes.append(
            Carried(
                f"継続費「{old.name or year_change.request.header.name}」",
                f"{year_change.last.label}の年割額",
                "同じ年割額",
                f"{year_change.last.label}に決まった年割額を引き継ぎました。{today}",
            )
        )
    return tuple(kept), changes


def lines_of_untied(
    year_change: YearChange,
    known: Request,
    commitments: tuple[Commitment, ...],
    groups: tuple[CostGroup, ...],
) -> tuple[tuple[Commitment, ...], tuple[CostGroup, ...], list[Carried]]:
    """A cost line for each commitment of a 債務負担行為要求書 that has none: its year is asked in the budget now."""
    taken = set(part_ids(known))
    tied: list[Commitment] = []
    lines: list[Line] = []
    changes: list[Carried] = []
    for commitment in commitments:
        amount = amount_of(commitment.years, year_change.this, year_change.this)
        if commitment.line or amount is None or year_change.figures.form.page.has_funding_words:
            tied.append(commitment)
            continue
        line = Line(
            unused_id(f"{commitment.id}-line", taken),
            commitment.name or year_change.request.header.name,
            amount=amount,
        )
        lines.append(line)
        tied.append(replace(commitment, line=line.id))
        changes.append(
            Carried(
                f"「{line.text}」の行",
                "",
                format_amount(amount),
                f"債務負担行為の{year_change.this.label}の年割額を、今年度の経費に入れました。",
                f"line/{line.id}/amount",
            )
        )
    if not lines:
        return commitments, groups, []
    first, *rest = groups or (CostGroup(unused_id(f"{lines[0].id}-table", taken)),)
    return tuple(tied), (replace(first, lines=(*first.lines, *lines)), *rest), changes


def _row(year_change: YearChange, row: CommitmentYear) -> CommitmentYear:
    row = replace(row, year=in_real_years(row.year, year_change.last, year_change.this))
    whole = row.changed if row.changed is not None else row.contracted
    if whole is None:
        return row
    return replace(row, amount=whole, sources={}, contracted=None, changed=None)


def _annual(year_change: YearChange, row: AnnualAmount) -> AnnualAmount:
    year = in_real_years(row.year, year_change.last, year_change.this)
    return replace(row, year=year, before={}, after=row.after or row.before)


def _is_of(typed: str, wanted: FiscalYear, base: FiscalYear) -> bool:
    period = fiscal_year.parse_period(typed, base)
    return period is not None and period.first.year == period.last.year == wanted.year
