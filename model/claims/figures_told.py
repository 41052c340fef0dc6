"""Every figure that a sheet tells, in 千円: an amount of a text that is one of them may be meant by it."""

from __future__ import annotations

from collections.abc import Iterator

from model.amount import format_amount, half_width
from model.claims.amounts import Money
from model.edits.lines import walk
from model.figures import LineTotals, Totals
from model.request import Request


def stands_elsewhere(request: Request, told: frozenset[int], money: Money) -> bool:
    """Whether an amount of a text is another figure of the sheet, or stands in a calculation or a remark."""
    if any(abs(money.value - each) < money.step for each in told):
        return True
    if money.value.denominator != 1:
        return False
    written = format_amount(int(money.value), "△"), str(int(money.value))
    return any(
        written[0] in half_width(text) or written[1] in half_width(text)
        for group in request.groups
        for line, _ in walk(group.lines)
        for text in (line.basis, line.remark)
        if text
    )


def all_figures(request: Request, totals: Totals) -> frozenset[int]:
    """The figures of all tables, this year's and the year before's, with the changes between them."""
    found: set[int | None] = {totals.amount.value, totals.previous.value, totals.change, totals.cut}
    for group in totals.groups:
        found |= {group.amount.value, group.previous.value, group.change}
        for line in group.lines:
            found.update(_of_line(line))
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
        found |= {figure.value for year in expense.years for figure in (*year.before.values(), *year.after.values())}
    found.discard(None)
    return frozenset(each for each in found if each is not None and each != 0)


def _of_line(line: LineTotals) -> Iterator[int | None]:
    yield line.amount.value
    yield line.amount.derived
    yield line.previous.value
    yield line.change
    for part in line.parts:
        yield from _of_line(part)
