"""What commitments (債務負担行為) and continuing expenses (継続費) come to by fiscal year, in 千円. Pure figures, no words.

A commitment owes amounts in years after this one; their sum is its limit (限度額), and what the specific funds leave of
a year is 一般財源. Published yearly rows add up to the total on every page (forms.md section 6). The rows of the
調書 (rules.md B2) are in model/totals/ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.place import EXPENSE, GENERAL
from model.values import fiscal_year
from model.values.amount import Amount, number_of
from model.values.figure import Figure, figure
from model.values.fiscal_year import FiscalYear, Period


class CommitmentYearTotals(msgspec.Struct, frozen=True):
    """What one row of a commitment owes.

    Attributes:
        period: the fiscal years it names, usually one (「32〜50」 is several); None where they cannot be read.
        amount: 今回要求額; of a changed contract derived as 変更後 − 契約額, for the years after this one. What was
            granted is told, never derived.
        sources: the specific funds as typed, by source key.
        general: 一般財源, the rest of the amount; declared where it was typed.
        difference: 差引, 変更後 − 契約額; None while either is blank.
        is_in_ordinary_budget: a changed year that is asked in this year's ordinary budget (歳出予算で要求, forms.md 110).
    """

    row: CommitmentYear
    period: Period | None
    amount: Figure
    sources: dict[str, Figure]
    specific: int
    general: Figure
    difference: int | None
    is_in_ordinary_budget: bool

    @property
    def year(self) -> FiscalYear | None:
        """The one fiscal year of the row; None where it names several, or none."""
        return self.period.first if self.period and self.period.first == self.period.last else None


class CommitmentSum(msgspec.Struct, frozen=True):
    """The sum of rows: the amount, the specific funds by source key, and 一般財源; None for what is blank throughout."""

    amount: int | None
    sources: dict[str, int | None]
    general: int | None


class CommitmentTotals(msgspec.Struct, frozen=True):
    """A commitment with its figures.

    Attributes:
        base: the fiscal year of the request, in whose era bare numbers are read.
        period: the committed period; None where it cannot be read.
        limit: 限度額 (要求総額), the sum of its rows; declared where it was typed.
        sum: the sum of its rows with their funds, without the year that is asked in the ordinary budget.
        granted: the rows after the 査定.
        paid: 前年度末までの支出（見込）額: the rows of earlier years, or what was typed.
    """

    commitment: Commitment
    period: Period | None
    years: tuple[CommitmentYearTotals, ...]
    limit: Figure
    sum: CommitmentSum
    granted: tuple[CommitmentYearTotals, ...]
    granted_sum: CommitmentSum
    paid: Figure

    @property
    def is_change(self) -> bool:
        """Whether it changes a contract: some year has a 契約額 or an amount after the change (変更後)."""
        return any(year.row.contracted is not None or year.row.changed is not None for year in self.years)

    @property
    def by_year(self) -> dict[int, int]:
        """What each fiscal year owes (western years), 千円; rows that name no single year are left out."""
        owed: dict[int, int] = {}
        for row in self.years:
            if row.year is not None and row.amount.value is not None:
                owed[row.year.year] = owed.get(row.year.year, 0) + row.amount.value
        return owed

    @property
    def has_years(self) -> bool:
        """Whether an amount of any year is known."""
        return any(year.amount.shown is not None for year in self.years)


class AnnualTotals(msgspec.Struct, frozen=True):
    """One year of a continuing expense: 事業費, the specific funds and 一般財源 before and after a change, 千円.

    Attributes:
        before: the figures before the change by ``expense``, source key and ``general``; blank where nothing was typed.
        after: likewise after it.
        change: after − before where either is known.
    """

    row: AnnualAmount
    year: FiscalYear | None
    before: dict[str, Figure]
    after: dict[str, Figure]
    change: dict[str, int | None]


class ContinuingTotals(msgspec.Struct, frozen=True):
    """A continuing expense with its figures.

    Attributes:
        keys: the keys of its columns: ``expense``, the specific funds that are used, ``general``.
        total: 総額, the sum of the annual amounts after the change; declared where it was typed.
        total_before: 総額 before it, likewise.
        before: the sums of the columns before the change, by key.
        after: likewise after it.
        change: likewise of the change.
    """

    continuing: ContinuingExpense
    keys: tuple[str, ...]
    years: tuple[AnnualTotals, ...]
    total: Figure
    total_before: Figure
    before: dict[str, int | None]
    after: dict[str, int | None]
    change: dict[str, int | None]

    @property
    def is_change(self) -> bool:
        """Whether annual amounts that were fixed before are changed."""
        return any(year.row.before for year in self.years)

    @property
    def asked(self) -> int | None:
        """What is asked: by how much a change raises 総額 (0 where only its years or funds change), else 総額."""
        return minus(self.total.value, self.total_before.value) if self.is_change else self.total.value


def add(values: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where all is blank, for blank is not 0."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def used_keys(rows: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """The keys of specific funds that stand in rows, in order of their appearance."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return tuple(key for key in keys if key not in (GENERAL, EXPENSE))


def commitment_totals(commitment: Commitment, base: FiscalYear) -> CommitmentTotals:
    """The figures of a commitment in a request of the fiscal year ``base``."""
    years = tuple(_year(row, base) for row in commitment.years)
    granted = tuple(_year(row, base, is_granted=True) for row in commitment.granted)
    in_all = _sum(tuple(year for year in years if not year.is_in_ordinary_budget))
    earlier = [year for year in years if year.period and year.period.last.year < base.year]
    return CommitmentTotals(
        commitment=commitment,
        period=fiscal_year.parse_period(commitment.period, base),
        years=years,
        limit=figure(in_all.amount, commitment.limit),
        sum=in_all,
        granted=granted,
        granted_sum=_sum(granted),
        paid=figure(add(year.amount.value for year in earlier), commitment.paid),
    )


def _year(row: CommitmentYear, base: FiscalYear, *, is_granted: bool = False) -> CommitmentYearTotals:
    period = fiscal_year.parse_period(row.year, base)
    changes = not is_granted and (row.contracted is not None or row.changed is not None)
    ordinary = changes and period is not None and period.last.year <= base.year
    difference = minus(number_of(row.changed), number_of(row.contracted)) if changes else None
    amount = figure(None if ordinary else difference, row.amount)
    sources = {key: figure(None, typed) for key, typed in row.sources.items() if key != GENERAL}
    specific = sum(source.value for source in sources.values() if source.value is not None)
    rest = None if amount.value is None else amount.value - specific
    general = figure(rest, row.sources.get(GENERAL))
    return CommitmentYearTotals(
        row=row,
        period=period,
        amount=amount,
        sources=sources,
        specific=specific,
        general=general,
        difference=difference,
        is_in_ordinary_budget=ordinary,
    )


def _sum(years: tuple[CommitmentYearTotals, ...]) -> CommitmentSum:
    keys = used_keys(year.row.sources for year in years)
    return CommitmentSum(
        add(year.amount.value for year in years),
        {key: add(year.sources[key].value for year in years if key in year.sources) for key in keys},
        add(year.general.value for year in years),
    )


def continuing_totals(continuing: ContinuingExpense, base: FiscalYear) -> ContinuingTotals:
    """The figures of a continuing expense, likewise."""
    cells = [cells for row in continuing.years for cells in (row.before, row.after)]
    keys = (EXPENSE, *used_keys(cells), GENERAL)
    years = tuple(_annual(row, keys, base) for row in continuing.years)
    before = {key: add(year.before[key].value for year in years) for key in keys}
    after = {key: add(year.after[key].value for year in years) for key in keys}
    return ContinuingTotals(
        continuing=continuing,
        keys=keys,
        years=years,
        total=figure(after[EXPENSE], continuing.total),
        total_before=figure(before[EXPENSE], continuing.total_before),
        before=before,
        after=after,
        change={key: add(year.change[key] for year in years) for key in keys},
    )


def _annual(row: AnnualAmount, keys: tuple[str, ...], base: FiscalYear) -> AnnualTotals:
    period = fiscal_year.parse_period(row.year, base)
    before, after = _columns(row.before, keys), _columns(row.after, keys)
    change = {key: _change(before[key].value, after[key].value) for key in keys}
    return AnnualTotals(row, period.first if period else None, before, after, change)


def _columns(typed: dict[str, Amount], keys: tuple[str, ...]) -> dict[str, Figure]:
    """The figures of a year by key; 一般財源 is what the specific funds leave of 事業費."""
    cells = {key: figure(None, typed.get(key)) for key in keys if key != GENERAL}
    expense = cells[EXPENSE].value
    specific = sum(cell.value or 0 for key, cell in cells.items() if key != EXPENSE)
    cells[GENERAL] = figure(None if expense is None else expense - specific, typed.get(GENERAL))
    return cells


def _change(before: int | None, after: int | None) -> int | None:
    """A year that is new or gone changes by all of its amount; a fund that is blank in both does not change."""
    return None if before is None and after is None else (after or 0) - (before or 0)


def minus(one: int | None, other: int | None) -> int | None:
    """One figure less another; None while either is blank."""
    return None if one is None or other is None else one - other
