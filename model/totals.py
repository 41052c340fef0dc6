"""Every derived figure of a request, in 千円, as one pure function. Never stored in the file, never in a widget.

A figure may be derived, typed, or both: then the typed one is *declared*, it is what stands on the sheet and what the
next sum adds up (as a checker adds up the paper), and the checks say where it differs from the derived one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Final

import msgspec

from model import people, place
from model.amount import Amount, RoundingMode, round_exact
from model.fiscal_year import FiscalYear
from model.place import GENERAL, CostColumn, Year
from model.request import (
    FUNDING_ROWS,
    SHEET_ROWS,
    CostGroup,
    FundingRowKey,
    Line,
    Request,
    SheetRow,
)
from model.reuse import map_reusing
from model.standard import StaffCategory, Standard

# Read at the speed of C: sums over 10,000 lines are taken at every keystroke.
_PREVIOUS: Final = attrgetter("previous.value")
_AMOUNT: Final = attrgetter("amount.value")


class Figure(msgspec.Struct, frozen=True):
    """One figure of the sheet.

    Attributes:
        value: what stands on the sheet, 千円: the typed figure, else the derived one; None for a blank.
        derived: the figure as computed, None where nothing derives it.
        typed: what a person typed there.
    """

    value: int | None
    derived: int | None = None
    typed: Amount = None

    @property
    def is_declared(self) -> bool:
        """Whether a person typed a figure where one is derived."""
        return self.derived is not None and self.typed is not None

    @property
    def differs(self) -> bool:
        """Whether the declared figure is not the derived one."""
        return self.is_declared and self.typed != self.derived

    @property
    def is_unknown(self) -> bool:
        """Whether something was typed that cannot be read, and nothing derives the figure."""
        return self.value is None and self.typed is not None

    @property
    def shown(self) -> Amount:
        """What stands in the cell: also text that could not be read."""
        return self.typed if self.typed is not None else self.derived


def figure(derived: int | None, typed: Amount) -> Figure:
    """A figure from what derives it and what was typed; unreadable text leaves the derived value in force."""
    return Figure(typed if isinstance(typed, int) else derived, derived, typed)


class LineTotals(msgspec.Struct, frozen=True):
    """A line with its figures of both years and those of its parts."""

    line: Line
    previous: Figure
    amount: Figure
    parts: tuple[LineTotals, ...] = ()

    def of(self, year: Year) -> Figure:
        """The figure of one of the two years."""
        return self.previous if year == "previous" else self.amount

    @property
    def change(self) -> int | None:
        """増減, 千円: a blank year counts as nothing, as for a line that is new or gone.

        None when both are blank, or when one was typed and cannot be read.
        """
        return _change(self.amount, self.previous)


class GroupTotals(msgspec.Struct, frozen=True):
    """A cost group with its lines and its 合計 of both years."""

    group: CostGroup
    lines: tuple[LineTotals, ...]
    previous: Figure
    amount: Figure

    def of(self, year: Year) -> Figure:
        """The 合計 of one of the two years."""
        return self.previous if year == "previous" else self.amount

    @property
    def change(self) -> int | None:
        """増減 of the 合計, 千円."""
        return _change(self.amount, self.previous)


class CostRowTotals(msgspec.Struct, frozen=True):
    """A row of the total-cost table: 事業費(A), 人件費(B), トータルコスト(A+B).

    Attributes:
        year: the fiscal year whose prices the row takes.
        labour_by_category: labour cost per staff category key that has a price, 千円.
    """

    year: int
    expense: Figure
    labour: Figure
    total: Figure
    labour_by_category: dict[str, int]

    def of(self, column: CostColumn) -> Figure:
        """The figure of a column."""
        return {"expense": self.expense, "labour": self.labour, "total": self.total}[column]


class FundingRowTotals(msgspec.Struct, frozen=True):
    """A row of the funding tables: 事業費, the sum of the specific sources, and 一般財源 as the rest."""

    expense: Figure
    specific: int
    general: Figure

    @property
    def total(self) -> int | None:
        """財源計: the specific sources and 一般財源; None while there is no 事業費 and no source."""
        if self.general.value is None:
            return self.specific or None
        return self.specific + self.general.value

    @property
    def gap(self) -> int | None:
        """差額: 事業費 − 財源計; None while either is blank."""
        return None if self.expense.value is None or self.total is None else self.expense.value - self.total


class Totals(msgspec.Struct, frozen=True):
    """All figures of a request.

    Attributes:
        year: the fiscal year of the request.
        amount: 要求額.
        previous: 前年度予算額.
        change: 要求額 − 前年度予算額; None while either is blank.
        change_percent: the change in percent of the previous year to one decimal; None where that is blank or 0.
        cut: 要求額 − (計上 + 保留 + 別途); None before the 査定.
    """

    year: FiscalYear
    groups: tuple[GroupTotals, ...]
    amount: Figure
    previous: Figure
    change: int | None
    change_percent: Decimal | None
    cost_rows: dict[SheetRow, CostRowTotals]
    funding_rows: dict[FundingRowKey, FundingRowTotals]
    cut: int | None


def totals(request: Request, standard: Standard, before: Totals | None = None) -> Totals:
    """Derive every figure of a request.

    Args:
        request: the request.
        standard: prices per year, funding columns, rounding.
        before: the totals of the request before an edit, whose untouched parts are taken over; it never changes the
            result.
    """
    groups = _groups(request.groups, before.groups if before else ())
    declared = request.declared
    previous_sum, amount_sum = _sums(groups)
    amount = figure(amount_sum, declared.get(place.REQUEST_AMOUNT))
    previous = figure(previous_sum, declared.get(place.REQUEST_PREVIOUS))
    year = standard.year_of(request.header.fiscal_year)
    # A figure that appears in several tables is derived from its root in each, so that one slip is one finding.
    roots: dict[str, int | None] = {
        "request": amount.value if amount.derived is None else amount.derived,
        "previous": previous.value if previous.derived is None else previous.derived,
        "assessed": _number(request.assessment.amount),
        "held": _number(request.assessment.held),
        "separate": _number(request.assessment.separate),
    }
    return Totals(
        year=year,
        groups=groups,
        amount=amount,
        previous=previous,
        change=_difference(amount.value, previous.value),
        change_percent=_percent(amount.value, previous.value),
        cost_rows={row: _cost_row(request, standard, row, roots[row], year) for row in SHEET_ROWS},
        funding_rows={row: _funding_row(request, standard, row, roots[row]) for row in FUNDING_ROWS},
        cut=_cut(request, amount.value),
    )


def labour_cost(count: Decimal, unit_cost: int, mode: RoundingMode) -> int:
    """人件費 in 千円 = 人役 × unit labour cost of the year, rounded as the Standard says (Tottori: 四捨五入)."""
    return round_exact(Fraction(count) * unit_cost, mode)


def _groups(groups: tuple[CostGroup, ...], before: tuple[GroupTotals, ...]) -> tuple[GroupTotals, ...]:
    known = {id(old.group): old for old in before}
    by_id = {old.group.id: old for old in before}
    return tuple(known.get(id(group)) or _group(group, by_id.get(group.id)) for group in groups)


def _group(group: CostGroup, before: GroupTotals | None) -> GroupTotals:
    if before is None:
        lines = tuple(map(_line, group.lines))
    else:
        lines = map_reusing(_line, group.lines, before.group.lines, before.lines)
    previous, amount = _sums(lines)
    return GroupTotals(group, lines, figure(previous, group.previous), figure(amount, group.amount))


def _line(line: Line) -> LineTotals:
    if not line.parts:
        return LineTotals(line, figure(None, line.previous), figure(None, line.amount))
    parts = tuple(map(_line, line.parts))
    previous, amount = _sums(parts)
    return LineTotals(line, figure(previous, line.previous), figure(amount, line.amount), parts)


def _sums(parts: tuple[LineTotals, ...] | tuple[GroupTotals, ...]) -> tuple[int | None, int | None]:
    """The sums of both years."""
    return _sum(map(_PREVIOUS, parts)), _sum(map(_AMOUNT, parts))


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum of the figures that are there; None when all are blank, for blank is not 0."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _cost_row(
    request: Request, standard: Standard, row: SheetRow, expense_root: int | None, year: FiscalYear
) -> CostRowTotals:
    declared = request.declared
    row_year = year.year - 1 if row == "previous" else year.year
    typed_people: dict[str, str] = getattr(request.headcount, row)
    by_category: dict[str, int] = {}
    derivable = False
    for category in standard.staff_in(year.year):
        text = typed_people.get(category.key, "")
        if not text.strip():
            continue
        count = people.parse(text)
        cost = None if count is None else _category_cost(category, count, row_year, standard)
        derivable = cost is not None
        if cost is None:  # a count that is unreadable or has no price: the labour cost has to be typed
            break
        by_category[category.key] = cost
    expense = figure(expense_root, declared.get(place.cost(row, "expense")))
    labour = figure(sum(by_category.values()) if derivable else None, declared.get(place.cost(row, "labour")))
    total = figure(_total(expense.value, labour.value), declared.get(place.cost(row, "total")))
    return CostRowTotals(row_year, expense, labour, total, by_category)


def _category_cost(category: StaffCategory, count: Decimal, year: int, standard: Standard) -> int | None:
    """What the people of a category cost in 人件費(B), 千円; None when their price of the year is not known."""
    if count == 0 or not category.is_costed:
        return 0
    unit_cost = category.unit_cost(year)
    return None if unit_cost is None else labour_cost(count, unit_cost, standard.rounding.labour_cost)


def _total(expense: int | None, labour: int | None) -> int | None:
    return None if expense is None and labour is None else (expense or 0) + (labour or 0)


def _funding_row(
    request: Request, standard: Standard, row: FundingRowKey, expense_root: int | None
) -> FundingRowTotals:
    sources: dict[str, Amount] = getattr(request.funding, row)
    declared = request.declared
    expense = figure(expense_root, declared.get(place.funding(row, place.EXPENSE)))
    specific = sum(
        value for source in standard.funding_sources if isinstance(value := sources.get(source.key), int)
    )
    rest = None if expense.value is None else expense.value - specific
    return FundingRowTotals(expense, specific, figure(rest, declared.get(place.funding(row, GENERAL))))


def _cut(request: Request, amount: int | None) -> int | None:
    assessment = request.assessment
    granted = _number(assessment.amount)
    if granted is None or amount is None:
        return None
    return amount - granted - (_number(assessment.held) or 0) - (_number(assessment.separate) or 0)


def _number(amount: Amount) -> int | None:
    return amount if isinstance(amount, int) else None


def _change(amount: Figure, previous: Figure) -> int | None:
    if amount.is_unknown or previous.is_unknown or amount.value is previous.value is None:
        return None
    return (amount.value or 0) - (previous.value or 0)


def _difference(amount: int | None, previous: int | None) -> int | None:
    return None if amount is None or previous is None else amount - previous


def _percent(amount: int | None, previous: int | None) -> Decimal | None:
    if amount is None or not previous:
        return None
    tenths = round_exact(Fraction((amount - previous) * 1000, abs(previous)), "half_up")
    return Decimal(tenths) / 10
