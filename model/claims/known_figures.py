"""Every figure that a sheet tells, in 千円: an amount of a text that is one of them may be meant by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.claims.amounts import Money
from model.claims.kept_lines import KeptLines
from model.figures.figures import GroupTotals, LineTotals, Totals
from model.incremental.reuse import MOST_TABLES
from model.request.request import Line, Request
from model.values.amount import half_width

_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,6}|\d{1,15}")


class FiguresTold:
    """The figures of all tables, this year's and the year before's, with the changes of the sums."""

    def __init__(self, request: Request, totals: Totals) -> None:
        self._groups = request.groups
        self._sets = [_of_group(group) for group in totals.groups]
        self._sets.append(_of_sheet(totals))

    def have(self, money: Money, *, in_remark: bool = False) -> bool:
        """Whether an amount of a text is one of them, or stands in a calculation or (another) remark."""
        if money.whole is not None:
            if any(money.whole in each for each in self._sets):
                return True
            return sum(money.whole in each for each in _WRITTEN.said(self._groups)) > in_remark
        return any(
            each is not None and abs(money.value - each) < money.step for told in self._sets for each in told
        )


def _of_group(group: GroupTotals) -> set[int | None]:
    known = _TABLES.get(group.group.id)
    if known is None or known[0] is not group:
        found: set[int | None] = {group.amount.value, group.previous.value, group.change}
        found.update([line.amount.value for line in group.lines])
        found.update([line.previous.value for line in group.lines])
        for line in group.lines:
            if line.parts:
                found.update(_of_parts(line))
        if len(_TABLES) >= MOST_TABLES:
            _TABLES.clear()
        known = _TABLES[group.group.id] = (group, _known(found))
    return known[1]


# The tables that were looked at last; an edit changes one of them.
_TABLES: Final[dict[str, tuple[GroupTotals, set[int | None]]]] = {}


def _known(found: set[int | None]) -> set[int | None]:
    found.discard(None)
    found.discard(0)
    return found


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


def _of_sheet(totals: Totals) -> set[int | None]:
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
        found |= {each.amount.value for each in (*owed.years, *owed.granted)}
    for expense in totals.continuing:
        found |= {expense.total.value}
        found |= {
            figure.value for year in expense.years for figure in (*year.before.values(), *year.after.values())
        }
    return _known(found)


def _of_parts(line: LineTotals) -> Iterator[int | None]:
    yield line.amount.derived
    for part in line.parts:
        yield part.amount.value
        yield part.previous.value
        yield from _of_parts(part)
