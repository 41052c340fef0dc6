"""The account of a table: what each figure of it is, by the arithmetic of the table first, then by the words of its heading.

Every cell with a number is an amount that was taken, a sum or another figure that is derived from the amounts, or one of
which its heading says that it is something else; what is none of these stands in 備考 with its heading, is said, or asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import Exact
from templates.readers.labels import compact
from templates.readers.tables.columns.relations import size
from templates.readers.tables.understood import Understood

_APART: Final = 50  # times the amounts, where figures may still be amounts of another year
NO_AMOUNTS: Final = frozenset(
    ("rate", "unit_price", "quantity", "counted", "remark", "basis", "number", "object_class")
)
"""Kinds of headings whose figures are no amounts."""
OF_OTHERS: Final = NO_AMOUNTS | {"settled", "assessed"}
"""Kinds of headings whose figures are none that are asked for."""
_COUNTED: Final = re.compile(r"[(\[][^()\[\]円]{1,4}[)\]]$")  # 「延長(m)」
_YEARS: Final = range(1950, 2101)
_FEW: Final = 2  # rows with figures in both columns, from which on their sizes are held against each other
SHARE: Final = phrase("税か率を掛けた額です。")
"""Why a column is derived from the amounts, where it may be the share that is asked for."""
_SCALES: Final = frozenset({Fraction(1), Fraction(1_000), Fraction(1, 1_000)})  # 円 and 千円


class Account:
    """What the figures of an understood table are; its relations are those of the lines, totals and subtotals (``added``)."""

    def __init__(self, table: Understood) -> None:
        raw = table.raw
        self.table, self.labels = table, raw.labels
        self.previous, self.amount = table.year_columns
        self.added = table.of_kind("line", "total", "subtotal")
        self.relations = raw.relations([row.row for row in self.added])
        self._is_line = [row.summed.kind == "line" for row in self.added]
        self.year = raw.around.year.year if raw.around.year else None
        self.changes = set(table.of("change"))
        self._explained: dict[int, str] = {}

    @property
    def reckoned(self) -> dict[int, str]:
        """The columns of the years and of 増減 where the one is the difference of the others, with how many rows prove it."""
        return {
            column: phrase("要求額－前年度＝増減が{rows}行で合います。", rows=pair.rows)
            for pair in self.relations.differences
            if (pair.previous, pair.amount) == (self.previous, self.amount)
            for column in (pair.amount, pair.previous, pair.column)
        }

    def explanation(self, column: int) -> str:
        """Why the figures of a column are no amounts of the two years, in a sentence; "" where nothing says it."""
        if column not in self._explained:
            self._explained[column] = (
                self.by_words(column)
                or self._by_arithmetic(column)
                or (phrase("番号か年です。") if self._is_ordinal(column) else "")
            )
        return self._explained[column]

    def by_words(self, column: int) -> str:
        """What the heading of a column says of its figures, where it says that they are something else."""
        label = self.labels.get(column)
        if label is None:
            return ""
        if label.offset(self.year) not in (None, 0, -1):
            return phrase("見出しの年度が違います。")
        is_other = label.kind in OF_OTHERS or (label.kind == "existing" and not label.is_dated)
        is_other = is_other or self.is_counted(column)
        return phrase("見出しの言葉から、要求額ではありません。") if is_other else ""

    def _by_arithmetic(self, column: int) -> str:
        """How the figures of a column are derived from the amounts of a year, or make them up; of one without a heading the whole proves nothing."""
        relations = self.relations
        years = [year for year in (self.amount, self.previous) if year and year in relations.figures]
        if self.labels.get(column) and (parts := relations.parts_of(column)) and not self.changes & {*parts}:
            return phrase("ほかの列の和です。")
        for year in years:
            if self._is_part(column, year):
                return phrase("和になる列の一部です。")
            if factors := self._factors(column, year):
                return phrase("同じ額です。") if factors <= _SCALES else SHARE
            if relations.is_price(column, year):
                return phrase("数量を掛けると、その額になります。")
            if self._adds_up(column, year):
                return phrase("上からの累計です。")
            if column in self.labels and any(
                check(*pair)
                for check in (relations.is_taxed, relations.is_share)
                for pair in ((column, year), (year, column))
            ):
                return SHARE
        return phrase("要求額と前年度の差です。") if self._is_difference(column) else ""

    def is_of_size(self, column: int) -> bool:
        """Whether figures may be amounts: row by row as large as those taken, or in their sum where few rows have both."""
        amount = self.amount or 0
        is_few = column not in self.labels or len(self.relations.pairs(column, amount)) < _FEW
        return self.is_large(column, amount) if is_few else self.relations.is_alike(column, amount)

    def is_counted(self, column: int) -> bool:
        """Whether a heading says that figures count something else, or are of which (うち)."""
        heading = compact(self.labels[column].text) if column in self.labels else ""
        return _COUNTED.search(heading) is not None or heading.startswith("うち")

    def is_large(self, column: int, amount: int) -> bool:
        """Whether the sum of some figures is no more and no less than some ten times that of the amounts."""
        own, whole = (
            sum(size(figure) for figure in self.relations.figures.get(of, ()) if figure)
            for of in (column, amount)
        )
        return whole < _APART * own and own < _APART * whole

    def has_change(self, columns: Sequence[int]) -> bool:
        """Whether one of the columns that add up is a difference, by its heading or by a minus sign in it."""
        years = (self.amount, self.previous)
        figures = [self.relations.figures[column] for column in columns if column not in years]
        return bool(self.changes & {*columns}) or any(
            (figure or 0) < 0 for found in figures for figure in found
        )

    def _is_ordinal(self, column: int) -> bool:
        """Whether figures are numbers of years, codes that begin with 0, or go on by the same step."""
        rows = self.table.of_kind("line")
        texts = [text for row in rows if (text := self.table.grid.text(row.row, column))]
        if any(text.startswith("0") and text.isdigit() and len(text) > 1 for text in texts):
            return True
        figures = [figure for figure in self.of_lines(column) if figure is not None]
        steps = (second - first for first, second in pairwise(figures))
        return (len(figures) > 2 and bool(step := next(steps)) and all(other == step for other in steps)) or (
            bool(figures) and all(figure in _YEARS for figure in figures)
        )

    def of_lines(self, column: int) -> list[Exact | None]:
        """The figures of a column, of the lines alone."""
        return [
            figure
            for figure, is_line in zip(self.relations.figures[column], self._is_line, strict=True)
            if is_line
        ]

    def _is_part(self, column: int, year: int) -> bool:
        """Whether a column is one of those that add up: to the amounts, or under a heading of its own to any."""
        relations = self.relations
        if column in self.labels and column in relations.run_to(year):
            return True  # 財源内訳 behind 前年度
        return any(
            column in (parts := relations.parts_of(whole)) and not self.changes.intersection(parts) - {column}
            for whole in (relations.figures if column in self.labels else (year,))
        )

    def _factors(self, column: int, year: int) -> set[Fraction]:
        """By what a column is another times the same factor in every row: 千円 of 円, the same figures again, the half; none where it is not."""
        figures, factors = self.relations.figures, set[Fraction]()
        for one, other in zip(figures[column], figures[year], strict=True):
            if one is not None and other:
                factors.add(Fraction(one) / Fraction(other))
            if len(factors) > 1:
                return set()
        is_known = factors <= _SCALES or column in self.labels
        return factors if is_known and sum(map(bool, figures[column])) > 1 else set()

    def _adds_up(self, column: int, year: int) -> bool:
        """Whether a column adds up another line by line: 累計."""
        sums = accumulate(figure or 0 for figure in self.of_lines(year))
        own = self.of_lines(column)
        return len(own) > 1 and all(one == whole for one, whole in zip(own, sums, strict=True))

    def _is_difference(self, column: int) -> bool:
        """Whether the figures of a column are in every row the difference of the years, whichever is subtracted."""
        figures = self.relations.figures
        years = [figures[year] for year in (self.amount, self.previous) if year in figures]
        if len(years) < len(YEARS):
            return False
        rows = zip(figures[column], *years, strict=True)
        printed = ((change, (now or 0) - (before or 0)) for change, now, before in rows if change is not None)
        return any(figures[column]) and all(change in (apart, -apart) for change, apart in printed)
