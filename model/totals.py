"""Every derived figure of a request, in 千円, as one pure function. Never stored in the file, never in a widget."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Final

from model import people, place
from model.amount import Amount, RoundingMode, round_exact
from model.figures import (
    CostRowTotals,
    FundingRowTotals,
    GroupTotals,
    LineTotals,
    Totals,
    figure,
)
from model.fiscal_year import FiscalYear
from model.place import GENERAL
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
from model.standard import Standard
from model.standard_parts import StaffCategory

# Read at the speed of C: sums over 10,000 lines are taken at every keystroke.
_PREVIOUS: Final = attrgetter("previous.value")
_AMOUNT: Final = attrgetter("amount.value")


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
    return (
        None if unit_cost is None else labour_cost(count, unit_cost, standard.rounding_in(year).labour_cost)
    )


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


def _difference(amount: int | None, previous: int | None) -> int | None:
    return None if amount is None or previous is None else amount - previous


def _percent(amount: int | None, previous: int | None) -> Decimal | None:
    if amount is None or not previous:
        return None
    tenths = round_exact(Fraction((amount - previous) * 1000, abs(previous)), "half_up")
    return Decimal(tenths) / 10
