"""Every figure that a sheet tells, in 千円: an amount of a text that is one of them may be meant by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from model.claims.quantities.amounts import Money
from model.figures.figures import GroupTotals, LineTotals, Totals
from model.incremental.results import Results
from model.request.request import CostGroup, Line, Request
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_NUMBER: Final = lazy_pattern(r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?![\d,]|\s?[%人回台件個校名年月日時])")
"""A number of a calculation that may be an amount: of people, months or percent it is none."""


class KnownFigures:
    """The figures of all tables, this year's and the year before's, with the changes of the sums."""

    def __init__(self, request: Request, totals: Totals, results: Results) -> None:
        self._figures = _of_sheet(totals).union(*(results.of(_of_group, group) for group in totals.groups))
        self._written: Counter[int] = Counter()
        for group in request.groups:
            self._written.update(results.of(_written_in, group, results))

    def have(self, money: Money, *, in_remark: bool = False, is_sure: bool = False) -> bool:
        """Whether an amount of a text is one of them, or stands in a calculation or (another) remark.

        An amount that stands in a remark itself is looked for in others; for one that is plainly said of another figure (``is_sure``) only
        calculations and remarks speak.
        """
        if is_sure and money.whole is not None:
            return self._written[money.whole] > in_remark
        if money.whole is not None:
            return money.whole in self._figures or self._written[money.whole] > in_remark
        return any(abs(money.value - figure) < money.step for figure in self._figures)


def _of_group(group: GroupTotals) -> set[int]:
    found: set[int | None] = {group.amount.value, group.previous.value, group.change}
    for line in group.lines:
        found |= {line.amount.value, line.previous.value, *_of_parts(line)}
    return _known(found)


def _known(found: set[int | None]) -> set[int]:
    return {figure for figure in found if figure}


def _written_in(group: CostGroup, results: Results) -> Counter[int]:
    return Counter(chain.from_iterable([results.of(_written, line) for line in group.lines]))


def _written(line: Line) -> frozenset[int]:
    """The numbers in the calculations and remarks of a line and its parts."""
    found = {
        int(number.replace(",", ""))
        for text in (line.basis, line.remark)
        if text
        for number in _NUMBER.findall(half_width(text))
    }
    return frozenset(found.union(*map(_written, line.parts)))


def _of_sheet(totals: Totals) -> set[int]:
    found: set[int | None] = {totals.amount.value, totals.previous.value, totals.cut}
    if totals.amount.value is not None and totals.previous.value is not None:
        found.add(totals.amount.value - totals.previous.value)
    for cost in totals.cost_rows.values():
        found |= {cost.expense.value, cost.labour.value, cost.total.value}
    for funding in totals.funding_rows.values():
        found |= {funding.expense.value, funding.general.value, funding.specific}
        found |= {source.value for source in funding.sources.values()}
    found |= {component.value for component in totals.components.values()}
    for owed in totals.commitments:
        found |= {owed.limit.value, owed.paid.value, owed.sum.amount, owed.granted_sum.amount}
        found |= {year.amount.value for year in (*owed.years, *owed.granted)}
    for expense in totals.continuing:
        found.add(expense.total.value)
        for year in expense.years:
            found |= {figure.value for figure in (*year.before.values(), *year.after.values())}
    return _known(found)


def _of_parts(line: LineTotals) -> Iterator[int | None]:
    if line.parts:
        yield line.amount.derived
    for part in line.parts:
        yield part.amount.value
        yield part.previous.value
        yield from _of_parts(part)
