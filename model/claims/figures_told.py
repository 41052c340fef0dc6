"""Every figure that a sheet tells, in 千円: an amount of a text that is one of them may be meant by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.amount import half_width
from model.claims.amounts import Money
from model.claims.kept_lines import KeptLines
from model.figures import LineTotals, Totals
from model.request import Line, Request

_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,15}")


def stands_elsewhere(request: Request, told: frozenset[int], money: Money) -> bool:
    """Whether an amount of a text is another figure of the sheet, or stands in a calculation or a remark."""
    if money.whole is not None:
        return money.whole in told or any(money.whole in each for each in _WRITTEN.said(request.groups))
    return any(abs(money.value - each) < money.step for each in told)


def _written(line: Line) -> frozenset[int]:
    """The numbers in the calculations and remarks of a line and its parts."""
    found = {
        int(each.replace(",", ""))
        for text in (line.basis, line.remark)
        if text
        for each in _NUMBER.findall(half_width(text))
    }
    return frozenset(found.union(*map(_written, line.parts)))


_WRITTEN: Final = KeptLines(_written)


def all_figures(totals: Totals) -> frozenset[int]:
    """The figures of all tables, this year's and the year before's, with the changes of the sums."""
    found: set[int | None] = {totals.amount.value, totals.previous.value, totals.change, totals.cut}
    for group in totals.groups:
        found |= {group.amount.value, group.previous.value, group.change}
        found.update([line.amount.value for line in group.lines])
        found.update([line.previous.value for line in group.lines])
        for line in group.lines:
            if line.parts:
                found.update(_of_parts(line))
    for cost in totals.cost_rows.values():
        found |= {cost.expense.value, cost.labour.value, cost.total.value}
    for funding in totals.funding_rows.values():
        found |= {funding.expense.value, funding.general.value, funding.specific}
        found |= {each.value for each in funding.sources.values()}
    found |= {each.value for each in totals.components.values()}
    for owed in totals.commitments:
        found |= {owed.limit.value, owed.paid.value, owed.sum.amount, owed.granted_sum.amount}
        found |= {each.amount.value for each in (*owed.years, *owed.granted)}
    for expense in totals.continuing:
        found |= {expense.total.value}
        found |= {
            figure.value for year in expense.years for figure in (*year.before.values(), *year.after.values())
        }
    found.discard(None)
    return frozenset(each for each in found if each is not None and each != 0)


def _of_parts(line: LineTotals) -> Iterator[int | None]:
    yield line.amount.derived
    for part in line.parts:
        yield part.amount.value
        yield part.previous.value
        yield from _of_parts(part)
