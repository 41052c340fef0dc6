"""Every figure that a sheet tells, in 千円: an amount of a text that is one of them may be meant by it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import Final

from model.checks.case import Case
from model.checks.claims.said_figures import figures_of
from model.claims.quantities.amounts import Money
from model.incremental.results import Results
from model.request.lines import walk
from model.request.request import CostGroup, Line
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_NUMBER: Final = lazy_pattern(r"(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?![\d,]|\s?[%人回台件個校名年月日時])")
"""A number of a calculation that may be an amount: of people, months or percent it is none."""


class KnownFigures:
    """The figures of the sheet, this year's and the year before's, with the changes of the sums."""

    def __init__(self, case: Case) -> None:
        told: set[object] = set()
        for figure in figures_of(case).values():
            if figure.kind == "amount":
                is_sum = not figure.place.startswith("line/")
                told |= {figure.value, figure.previous, figure.change if is_sum else None}
        told |= {row.specific for row in case.totals.funding_rows.values()}
        for expense in case.totals.continuing:
            for year in expense.years:
                told |= {figure.value for figure in (*year.before.values(), *year.after.values())}
        self._figures = {value for value in told if isinstance(value, int) and value}
        self._written: Counter[int] = Counter()
        for group in case.request.groups:
            self._written.update(case.results.of(_written_in, group, case.results))

    def have(self, money: Money, *, in_remark: bool = False, is_sure: bool = False) -> bool:
        """Whether an amount of a text is one of them, or stands in a calculation or (another) remark.

        An amount that stands in a remark itself is looked for in others; for one that is plainly said of another figure (``is_sure``) only
        calculations and remarks speak.
        """
        if money.whole is None:
            return any(abs(money.value - figure) < money.step for figure in self._figures)
        is_written = self._written[money.whole] > in_remark
        return is_written or (not is_sure and money.whole in self._figures)


def _written_in(group: CostGroup, results: Results) -> Counter[int]:
    return Counter(chain.from_iterable([results.of(_written, line) for line in group.lines]))


def _written(line: Line) -> frozenset[int]:
    """The numbers in the calculations and remarks of a line and its parts."""
    texts = (text for one, _ in walk((line,)) for text in (one.basis, one.remark) if text)
    return frozenset(
        int(number.replace(",", "")) for text in texts for number in _NUMBER.findall(half_width(text))
    )
