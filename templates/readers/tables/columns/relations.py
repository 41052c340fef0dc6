"""What the figures of a table prove of its columns: one is the difference of two others, the sum of those beside it, or 単価 × 数量."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, chain, permutations
from typing import Final, NamedTuple, TypeAlias

from model.values.amount import Exact, exact

Column: TypeAlias = Sequence[Exact | None]
"""The figures of a column, row by row."""

_TAXED: Final = (110, 108)  # percent of the figure without tax
_LEAST_TAXED: Final = 20  # a smaller figure with its tax is another only by rounding


class Difference(NamedTuple):
    """A column that is the difference of two others in every row that fills all three."""

    column: int
    amount: int
    previous: int
    rows: int


class Relations:
    """The relations between the columns of a table by their figures, from the left; 増減, 単価, 数量 and rates are known by headings.

    ``differences`` has every pair of columns whose difference one of 増減 prints.
    """

    def __init__(
        self,
        figures: Mapping[int, Column],
        changes: Sequence[int] = (),
        prices: Sequence[int] = (),
        counts: Sequence[int] = (),
        rates: Mapping[int, Sequence[Fraction | None]] | None = None,
    ) -> None:
        self.figures = {
            column: found for column, found in figures.items() if any(figure is not None for figure in found)
        }
        self._changes, self._prices, self._counts = changes, prices, counts
        self._rates = rates or {}
        self._summands = {column: [figure or 0 for figure in found] for column, found in self.figures.items()}
        self._runs: dict[int, list[int]] = {}
        self._parts = self._all_parts()
        self.differences = self._all_differences()

    def _all_differences(self) -> list[Difference]:
        apart = {*self._changes, *self._prices, *self._counts}
        columns = [column for column in self.figures if column not in apart]
        return [
            Difference(change, amount, previous, rows)
            for change in self._changes
            if change in self.figures
            for amount, previous in permutations(columns, 2)
            if (rows := agreeing(*(self.figures[column] for column in (amount, previous, change))))
        ]

    def parts_of(self, column: int) -> list[int]:
        """The columns just before or behind one that it is the sum of in every row, two at least; none where it is no sum.

        Columns that other sums beside it are made of are passed over: 上期計 and 下期計 behind their months are 年間計.
        """
        return self._parts.get(column, [])

    def run_to(self, column: int) -> list[int]:
        """The columns side by side, wherever they stand, of which one is the sum in every row; none where it is none."""
        if column not in self._runs:
            rest = [other for other in self.figures if other != column]
            found = (self._parts_of(column, [column, *rest[start:]]) for start in range(len(rest)))
            self._runs[column] = next(filter(None, found), [])
        return self._runs[column]

    def _all_parts(self) -> dict[int, list[int]]:
        """The parts of each column: of those beside it, else of those that are no parts of such a sum."""
        columns = list(self.figures)
        sums = {column: self._parts_of(column, columns) for column in columns}
        inner = {part for parts in sums.values() for part in parts}
        outer = [column for column in columns if column not in inner]
        return {column: sums[column] or self._parts_of(column, outer) for column in columns}

    def _parts_of(self, column: int, columns: list[int]) -> list[int]:
        """The parts of a column among some, of which a row fills two; none where it is not their sum."""
        if column not in columns:
            return []
        place = columns.index(column)
        filled = [row for row, figure in enumerate(self.figures[column]) if figure is not None]
        wanted = tuple(self.figures[column][row] for row in filled)
        for beside in (columns[:place][::-1], columns[place + 1 :]):
            cells = [self._summands[part] for part in beside]
            first = accumulate(part[filled[0]] for part in cells)
            for count, total in enumerate(first, start=1):
                if (
                    count > 1
                    and total == wanted[0]
                    and all(
                        sum(part[row] for part in cells[:count]) == whole
                        for row, whole in zip(filled, wanted, strict=True)
                    )
                    and any(sum(map(bool, row)) > 1 for row in zip(*cells[:count], strict=True))
                ):
                    return beside[:count]
        return []

    def is_taxed(self, gross: int, net: int) -> bool:
        """Whether a column is another with the tax on it, in every row."""
        rows = [
            (whole, part)
            for whole, part in zip(self.figures[gross], self.figures[net], strict=True)
            if whole is not None and part is not None and size(part) >= _LEAST_TAXED
        ]
        return bool(rows) and all(
            any(size(100 * whole - percent * part) < 100 for percent in _TAXED) for whole, part in rows
        )

    def is_tax(self, tax: int, net: int) -> bool:
        """Whether a column is the tax on another, in every row, two at least."""
        rows = [
            (Fraction(part), Fraction(whole))
            for part, whole in zip(self.figures[tax], self.figures[net], strict=True)
            if part and whole
        ]
        return len(rows) > 1 and any(
            all(abs(100 * part - (percent - 100) * whole) < 100 for part, whole in rows) for percent in _TAXED
        )

    def is_share(self, part: int, whole: int) -> bool:
        """Whether a column is another times the rate beside them, in every row that has one."""
        for rates in self._rates.values():
            rows = [
                (figure, of * rate)
                for figure, of, rate in zip(self.figures[part], self.figures[whole], rates, strict=True)
                if figure is not None and of and rate is not None
            ]
            if rows and all(abs(figure - product) < 1 for figure, product in rows):
                return any(
                    figure != of for figure, of in zip(self.figures[part], self.figures[whole], strict=True)
                )
        return False

    def is_alike(self, column: int, other: int) -> bool:
        """Whether the figures of a column are as large as those of another, in most rows that fill both, two at least."""
        pairs = self.pairs(column, other)
        alike = [one < 3 * two and two < 3 * one for one, two in pairs].count(True)
        return alike > 1 and alike * 3 > len(pairs) * 2

    def pairs(self, column: int, other: int) -> list[tuple[Exact, Exact]]:
        """The sizes of two columns in each row that has a figure in both which is not 0."""
        return [
            (size(one), size(two))
            for one, two in zip(self.figures[column], self.figures.get(other, ()), strict=False)
            if one and two
        ]

    def is_price(self, column: int, amount: int) -> bool:
        """Whether a column times 数量 is another in the same unit, or 千円 of 円, in every row, two at least: 年額."""
        return len(self.pairs(column, amount)) > 1 and self._times(column, amount) in (1, 1_000)

    def _times(self, price: int, amount: int) -> Exact | None:
        """By what a column times all columns of 数量, or one of them, is divided to be another; None where it is not."""
        counts = [self.figures[column] for column in self._counts if column in self.figures]
        if price not in self.figures or amount not in self.figures:
            return None
        tried = [counts, *([count] for count in counts)] if counts else []
        found = (is_product(self.figures[price], of, self.figures[amount]) for of in tried)
        return next((factor for factor in found if factor is not None), None)

    def whole_of(self, columns: Sequence[int], proven: set[int]) -> Sequence[int]:
        """The one of several columns that the arithmetic of the table names, else all of them.

        The one whose difference is printed; the sum of others; the one with the tax on it; 単価 × 数量; one of equals.
        """
        filled = [column for column in columns if column in self.figures]
        if len(columns) < 2 or not filled:
            return columns
        if len(only := [column for column in filled if column in proven]) == 1:
            return only
        among = {column: self._parts_of(column, filled) for column in filled}
        beside = {column: self.parts_of(column) for column in filled}
        whole, sums = (
            [column for column in filled if parts_of[column] and column not in chain(*parts_of.values())]
            for parts_of in (among, beside)
        )
        gross = [
            column
            for column in filled
            if any(self.is_taxed(column, other) for other in filled if other != column)
        ]
        products = [column for column in filled for price in self._prices[:1] if self._times(price, column)]
        for found in (whole, sums, gross, products):
            if len(found) == 1:
                return found
        first = list(self.figures[filled[0]])
        return filled[:1] if all(list(self.figures[column]) == first for column in filled[1:]) else columns


def size(number: Exact) -> Exact:
    """A number without its sign."""
    return -number if number < 0 else number


def agreeing(
    amounts: Sequence[Exact | None], before: Sequence[Exact | None], changes: Sequence[Exact | None]
) -> int:
    """In how many rows a change that is not 0 is the difference; 0 where one row contradicts it."""
    rows = 0
    for amount, previous, change in zip(amounts, before, changes, strict=True):
        if change is None or (amount is None and previous is None):
            continue
        if (amount or 0) - (previous or 0) != change:
            return 0
        rows += change != 0
    return rows


def is_product(
    prices: Sequence[Exact | None],
    quantities: Sequence[Sequence[Exact | None]],
    amounts: Sequence[Exact | None],
) -> Exact | None:
    """By what an amount is 単価 × 数量 (× 回数) divided in every row that fills all: 1 for the same unit, 1000 for 円 in 千円."""
    factors: set[Fraction] = set()
    for row, (price, amount) in enumerate(zip(prices, amounts, strict=True)):
        counts = [column[row] for column in quantities if column[row] is not None]
        if price is None or not amount or not counts:
            continue
        product = price
        for count in counts:
            product *= count or 0
        factors.add(Fraction(product) / amount)
    return exact(factors.pop()) if len(factors) == 1 else None
