"""A table before it is understood, and after: its columns, its rows, its unit, what could not be proven of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from model.language import phrase
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import Exact, half_width, in_yen
from model.values.fiscal_year import FiscalYear
from templates.readers.books.cells import At, column_name
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.cell_amount import is_nothing, written
from templates.readers.tables.columns.columns import Label, Role, clean
from templates.readers.tables.columns.relations import Relations
from templates.readers.tables.decisions import Choices, Spot
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.sums.figures import Figures, RowKind, Summed

Said: TypeAlias = Question | Unread
"""What is asked of a table, or said of it."""

_KINDS: Final[Mapping[str, str]] = {"line": phrase("経費の行"), "left_out": phrase("除く")}
_RATE: Final = re.compile(r"(?P<above>[0-9]{1,3})(?:/(?P<below>[1-9][0-9]{0,2})|%)")


class FoundRow(NamedTuple):
    """A row of the table and what it was found to be, with 前年度 and 要求額 in 円, exact: None for what is no figure."""

    row: int
    summed: Summed
    label: str
    figures: Figures = ()


class Surroundings(NamedTuple):
    """What is known beside a table.

    Attributes:
        year: the fiscal year of the request; None where it is not known yet.
        standard: the words.
        unit: the unit that the book gives elsewhere, where the sheet gives none.
        printed: 前年度 and 要求額 as they are printed apart from the tables, 円.
        above: the sums of the tables above on the sheet, of the last one first, then of the last two …
    """

    year: FiscalYear | None
    standard: Standard
    unit: str = ""
    printed: tuple[Figures, ...] = ()
    above: tuple[Figures, ...] = ()


class RawTable(NamedTuple):
    """A table whose headings were found, before it is understood; its labels have 来年度 and 本年度 as the request means them."""

    grid: Grid
    headings: Headings
    labels: dict[int, Label]
    around: Surroundings
    choices: Choices

    @property
    def is_supplementary(self) -> bool:
        """Whether the sheet speaks of a 補正 before the lines of the table begin."""
        words = self.around.standard.workbook_reading.supplementary
        return self.grid.first_with(words) <= self.headings.rows[-1]

    @property
    def asks_again(self) -> bool:
        """Whether the words above the table say that it asks again for what was not granted (復活要求)."""
        return self.grid.first_with(self.around.standard.workbook_reading.again) < self.headings.rows[0]

    def words_above(self) -> list[str]:
        """The words of the cells above the table, without spaces."""
        rows = self.grid.rows[: bisect_left(self.grid.rows, self.headings.rows[0])]
        return [compact(text) for *_, text in self.grid.cells(rows)]

    def is_asked_again(self, column: int) -> bool:
        """Whether the heading of a column says that its amounts are asked for a second time: 「復活要求額」."""
        heading = self.heading(column)
        return any(word in heading for word in self.around.standard.workbook_reading.again)

    def names_lines(self, column: int) -> bool:
        """Whether the heading of a column says that it names the lines: 「箇所名」, 「内容」; 「区分」 groups them, 「理由・内容」 explains."""
        words, heading = self.around.standard.workbook_reading, self.heading(column)
        is_other = heading in words.headings_of_groups or any(
            word in heading for word in words.headings_of_reasons
        )
        return heading.endswith(tuple(words.headings_of_names)) and not is_other

    def heading(self, column: int) -> str:
        """The heading of a column without spaces; "" where it has none."""
        label = self.labels.get(column)
        return compact(label.text) if label else ""

    def kind(self, column: int) -> str:
        """The kind of figures or words that the heading of a column names; "" where it has none, or says nothing."""
        label = self.labels.get(column)
        return label.kind if label else ""

    def name_of(self, column: int) -> str:
        """What a column is called: its heading, or its letter where it has none."""
        text, letter = self.heading_text(column), column_name(column)
        return f"「{text}」" if text else phrase("見出しのない列（{column}列）", column=letter)

    def heading_text(self, column: int) -> str:
        """The heading of a column on one line; "" where it has none."""
        label = self.labels.get(column)
        return clean(label.text) if label else ""

    def heading_cell(self, column: int) -> At:
        """The cell of the last of the headings that has words over a column."""
        rows = [row for row in self.headings.rows if self.grid.text(row, column)]
        return (rows or self.headings.rows)[-1], column

    def said(self, row: int, why: str) -> Unread:
        """What is said of a row of the table."""
        columns = [column for column in self.grid.columns(row) if column in self.headings.columns]
        text = "\t".join(self.grid.text(row, column) for column in columns)
        return Unread(self.grid.where(row), cut(text), why)

    def asked_of_row(
        self, row: int, label: str, sentence: str, evidence: str, kinds: tuple[RowKind, RowKind], **said: str
    ) -> Question:
        """The question whether a row is what it was taken for, or the other of two kinds; its sentence may name its {label}."""
        assumed, other = (_KINDS.get(kind) or phrase("計の行（除く）") for kind in kinds)
        sentence = phrase(sentence, label=cut(label, 30), **said)
        return Question(
            "row", self.grid.where(row), sentence, assumed, (other,), evidence,
            row=row, column=self.headings.columns[0], answers=kinds,
        )  # fmt: skip

    def choice(
        self, columns: Sequence[int], field: str, sentence: str, evidence: str, at: int = 0, names: Sequence[str] = (),
        **said: str,
    ) -> Question:  # fmt: skip
        """Which of some columns is that of a field, of which the first was {taken}: asked at its heading, or another's."""
        taken, *others = names or [*map(self.name_of, columns)]
        sentence = phrase(sentence, taken=taken, other="".join(others[:1]), count=len(columns), **said)
        return asked_of_cell(
            self.grid, self.heading_cell(at or columns[0]), "column", sentence, taken, tuple(others), evidence, field,
            tuple(columns),
        )  # fmt: skip

    def figures(self, body: Sequence[int]) -> dict[int, list[Exact | None]]:
        """The numbers of each column as they are written, row by row."""
        amount = self.grid.amount
        return {
            column: [None if (found := amount(row, column)) is None else found.number for row in body]
            for column in self.headings.columns
        }

    def relations(self, rows: Sequence[int]) -> Relations:
        """What the figures of some rows prove of the columns."""
        changes, prices, counts = (
            [column for column, label in self.labels.items() if label.kind == kind]
            for kind in ("change", "unit_price", "quantity")
        )
        return Relations(self.figures(rows), changes, prices, counts, self.rates(rows))

    def rates(self, body: Sequence[int]) -> dict[int, list[Fraction | None]]:
        """The rates of each column that holds nothing else, 「1/2」 or 「50%」, row by row."""
        found: dict[int, list[Fraction | None]] = {}
        for column in self.labels:
            texts = [self.grid.text(row, column) for row in body]
            # most columns hold something else in their first row
            if all(is_nothing(text) or _RATE.fullmatch(half_width(text)) for text in texts if text):
                rates = [_RATE.fullmatch(half_width(text)) for text in texts]
                if any(rates):
                    found[column] = [
                        rate and Fraction(int(rate["above"]), int(rate["below"] or 100)) for rate in rates
                    ]
        return found


class Understood(NamedTuple):
    """A table.

    Attributes:
        raw: the table as it was found.
        roles: what each column holds.
        unit: the unit of its amounts where neither cell nor heading has one.
        unit_evidence: why, in words; "" where nothing says it.
        rows: its rows, in order.
        title: the words above it.
        title_cells: the cells of these words and of its notes of the unit.
        questions: what could not be proven.
        notes: what is said of it.
        total: the figures of its total as printed, by year; blank where it has none.
        sums: what its lines give, by year, 円.
        account: why the figures of a column beside the years are none of theirs, by the column, where it is known.
    """

    raw: RawTable
    roles: dict[int, Role]
    unit: str
    unit_evidence: str
    rows: tuple[FoundRow, ...]
    title: str
    title_cells: tuple[tuple[int, int], ...]
    questions: tuple[Question, ...]
    notes: tuple[Unread, ...]
    total: Figures
    sums: Figures
    account: Mapping[int, str] = MappingProxyType({})

    @property
    def grid(self) -> Grid:
        """The sheet on which it stands."""
        return self.raw.grid

    @property
    def headings(self) -> Headings:
        """Its headings."""
        return self.raw.headings

    @property
    def spot(self) -> Spot:
        """Which table of the book it is."""
        return (self.grid.sheet.title, *self.first_cell)

    @property
    def first_cell(self) -> At:
        """The first cell of its headings."""
        return self.headings.rows[0], self.headings.columns[0]

    @property
    def last_row(self) -> int:
        """The last row that belongs to it."""
        return self.rows[-1].row if self.rows else self.headings.rows[-1]

    def of(self, role: str) -> list[int]:
        """The columns of a role, from the left."""
        return [column for column in self.headings.columns if self.roles.get(column) == role]

    def of_kind(self, *kinds: RowKind) -> list[FoundRow]:
        """The rows of some kinds, from above."""
        return [row for row in self.rows if row.summed.kind in kinds]

    @property
    def year_columns(self) -> tuple[int | None, ...]:
        """The columns of 前年度 and 要求額."""
        return year_columns(self.roles)


def year_columns(roles: Mapping[int, Role]) -> tuple[int | None, ...]:
    """The columns of 前年度 and 要求額 by the roles of a table; None where it has none."""
    return tuple(next((column for column, role in roles.items() if role == year), None) for year in YEARS)


class Change(NamedTuple):
    """A printed 増減 and the difference of the years of its row, 円."""

    row: int
    column: int
    printed: Exact
    difference: Exact


def printed_changes(table: Understood) -> Iterator[Change]:
    """Every 増減 that stands in a row with a figure of a year."""
    previous, amount = table.year_columns
    if previous is None or amount is None:
        return
    unit = table.headings.units.get(amount, "") or table.unit
    for column in table.of("change"):
        for row in table.rows if table.raw.kind(column) == "change" else ():
            found = written(table.grid, row.row, column, table.headings.units.get(column, ""))
            before, now = row.figures
            if found is None or "%" in table.grid.text(row.row, column) or before is now is None:
                continue
            yield Change(row.row, column, in_yen(found, unit), (now or 0) - (before or 0))
