"""The account of a table: what each figure of it is, by the arithmetic of the table first, then by the words of its heading.

Every cell with a number is an amount that was taken, a sum or another figure that is derived from the amounts, or one of
which its heading says that it is something else; what is none of these stands in 備考 with its heading, is said, or asked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import Exact
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.relations import Relations
from templates.readers.tables.understood import RawTable, Understood

Kind: TypeAlias = Literal["taken", "summed", "derived", "named", "kept", "said", "heading"]
"""What a cell is: the amount of a line, the sum of its column, derived from the amounts, a code by the words of its heading,
kept in 備考, said in a note, or part of headings that are printed again."""

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


class Entry(NamedTuple):
    """A cell with a number, and what it is."""

    row: int
    column: int
    kind: Kind


class Account:
    """What the figures of an understood table are.

    Attributes:
        relations: what they prove of its columns.
        added: the lines, totals and subtotals, of which the relations are.
    """

    def __init__(self, table: Understood, raw: RawTable) -> None:
        self._table, self._raw, self._labels = table, raw, raw.labels
        self.previous, self.amount = table.year_columns
        self.added = [row for row in table.rows if row.summed.kind in ("line", "total", "subtotal")]
        self._is_line = [row.summed.kind == "line" for row in self.added]
        self.year = raw.around.year.year if raw.around.year else None
        self.changes = set(table.of("change"))
        self._explained: dict[int, str] = {}

    @cached_property
    def relations(self) -> Relations:
        """What the figures of the lines and totals prove of the columns."""
        return self._raw.relations([row.row for row in self.added])

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
        found = self._explained.get(column)
        if found is None:
            found = self.by_words(column) or self._by_arithmetic(column)
            found = self._explained[column] = found or (
                phrase("番号か年です。") if self._is_ordinal(column) else ""
            )
        return found

    def by_words(self, column: int) -> str:
        """What the heading of a column says of its figures, where it says that they are something else."""
        label = self._labels.get(column)
        if label is None:
            return ""
        is_dated = label.year is not None or label.relative is not None
        is_of_another_year = label.relative not in (None, 0, -1) or (
            label.year is not None and self.year is not None and label.year not in (self.year, self.year - 1)
        )
        is_other = label.kind in OF_OTHERS or (label.kind == "existing" and not is_dated)
        if is_of_another_year:
            return phrase("見出しの年度が違います。")
        return (
            phrase("見出しの言葉から、要求額ではありません。") if is_other or self.is_counted(column) else ""
        )

    def _by_arithmetic(self, column: int) -> str:
        """How the figures of a column are derived from the amounts of a year, or make them up; of one without a heading the whole proves nothing."""
        relations = self.relations
        years = [year for year in (self.amount, self.previous) if year and year in relations.figures]
        if column not in relations.figures or not years:
            return ""
        if self._labels.get(column) and (parts := relations.parts_of(column)) and not self.changes & {*parts}:
            return phrase("ほかの列の和です。")
        for year in years:
            if self._is_part(column, year):
                return phrase("和になる列の一部です。")
            if factors := self._factors(column, year):
                return phrase("同じ額です。") if factors <= _SCALES else SHARE
            if self._adds_up(column, year):
                return phrase("上からの累計です。")
            if column in self._labels and any(
                check(*pair)
                for check in (relations.is_taxed, relations.is_share)
                for pair in ((column, year), (year, column))
            ):
                return SHARE
        return phrase("要求額と前年度の差です。") if self._is_difference(column) else ""

    def is_of_size(self, column: int) -> bool:
        """Whether figures may be amounts: row by row as large as those taken, or in their sum where few rows have both."""
        amount = self.amount or 0
        is_few = column not in self._labels or self.relations.pairs(column, amount) < _FEW
        return self.is_large(column, amount) if is_few else self.relations.is_alike(column, amount)

    def is_counted(self, column: int) -> bool:
        """Whether a heading says that figures count something else, or are of which (うち)."""
        heading = compact(self._labels[column].text) if column in self._labels else ""
        return _COUNTED.search(heading) is not None or heading.startswith("うち")

    def is_large(self, column: int, amount: int) -> bool:
        """Whether the sum of some figures is no more and no less than some ten times that of the amounts."""
        own, whole = (self.whole(of) for of in (column, amount))
        return whole < _APART * own and own < _APART * whole

    def whole(self, column: int) -> Fraction:
        """The sum of the sizes of the figures of a column."""
        return sum(
            (abs(Fraction(figure)) for figure in self.relations.figures.get(column, ()) if figure),
            Fraction(0),
        )

    def _is_ordinal(self, column: int) -> bool:
        """Whether figures are numbers of years, codes that begin with 0, or go on by the same step."""
        rows = [row.row for row in self.added if row.summed.kind == "line"]
        texts = [text for row in rows if (text := self._table.grid.text(row, column))]
        if any(text.startswith("0") and text.isdigit() and len(text) > 1 for text in texts):
            return True
        figures = [figure for figure in self._of_lines(column) if figure is not None]
        steps = {Fraction(second) - Fraction(first) for first, second in pairwise(figures)}
        return (len(figures) > 2 and len(steps) == 1 and steps != {Fraction(0)}) or (
            bool(figures) and all(figure in _YEARS for figure in figures)
        )

    def _of_lines(self, column: int) -> list[Exact | None]:
        return [
            figure
            for figure, is_line in zip(self.relations.figures[column], self._is_line, strict=True)
            if is_line
        ]

    def _is_part(self, column: int, year: int) -> bool:
        """Whether a column is one of those that add up: to the amounts, or under a heading of its own to any."""
        relations = self.relations
        return any(
            column in (parts := relations.parts_of(whole)) and not self.changes.intersection(parts) - {column}
            for whole in (relations.figures if column in self._labels else (year,))
        )

    def _factors(self, column: int, year: int) -> set[Fraction]:
        """By what a column is another times the same factor in every row: 千円 of 円, the same figures again, the half; none where it is not."""
        figures, factors = self.relations.figures, set[Fraction]()
        for one, other in zip(figures[column], figures[year], strict=True):
            if one is not None and other:
                factors.add(Fraction(one) / Fraction(other))
            if len(factors) > 1:
                return set()
        is_known = factors <= _SCALES or column in self._labels
        return factors if is_known and sum(map(bool, figures[column])) > 1 else set()

    def _adds_up(self, column: int, year: int) -> bool:
        """Whether a column adds up another line by line: 累計."""
        sums = accumulate(figure or 0 for figure in self._of_lines(year))
        own = self._of_lines(column)
        return len(own) > 1 and all(one == whole for one, whole in zip(own, sums, strict=True))

    def _is_difference(self, column: int) -> bool:
        figures, previous, amount = self.relations.figures, self.previous, self.amount
        if previous not in figures or amount not in figures or previous is None or amount is None:
            return False
        rows = zip(figures[column], figures[amount], figures[previous], strict=True)
        printed = ((change, (now or 0) - (before or 0)) for change, now, before in rows if change is not None)
        return any(figures[column]) and all(change in (apart, -apart) for change, apart in printed)


def entries_of(table: Understood, rows: Collection[int] | None = None) -> Iterator[Entry]:
    """What each cell with a number below the headings of a table is.

    Args:
        table: the table, with its account.
        rows: the rows that are wanted; None for all.
    """
    grid, kinds = table.grid, {row.row: row.summed.kind for row in table.rows}
    columns = set(table.headings.columns)
    for row in range(table.headings.rows[-1] + 1, table.last_row + 1) if rows is None else rows:
        for column in columns.intersection(grid.columns(row)):
            if written(grid, row, column) is not None:
                yield Entry(row, column, _kind(table, kinds.get(row, ""), row, column))


def _kind(table: Understood, kind: str, row: int, column: int) -> Kind:
    role = table.roles.get(column, "other")
    if not kind:
        return "heading"
    if kind in ("left_out", "carried", "subtotal"):
        return "said"
    if role in YEARS:
        return "taken" if kind != "total" else "summed"
    if role in ("change", "number"):
        return "derived" if role == "change" else "named"
    if kind != "total":
        return "kept"
    if column in table.account:
        return "derived"
    return "summed" if _adds_up(table, row, column) else "said"


def _adds_up(table: Understood, row: int, column: int) -> bool:
    """Whether a figure in the row of a total is the sum of those of the lines."""
    lines = [line.row for line in table.rows if line.summed.kind == "line" and not line.summed.depth]
    figures = [found.number for line in (*lines, row) if (found := written(table.grid, line, column))]
    return len(figures) > 1 and figures[-1] == sum(map(Fraction, figures[:-1]))
