"""What the standard sheet is made of: tables, rows and cells, each knowing its value, its place and its sum."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple

import msgspec

from model.basis.results import Surroundings
from model.basis.terms import Basis
from model.figures.figures import Figure
from model.request.columns import PRINTED_WORDS
from model.request.place import Place
from model.values.amount import Amount

UNIT: Final = "千円"


def with_unit(label: str) -> str:
    """A heading of figures with their unit: 「要求額(千円)」."""
    return f"{label}({UNIT})"


class UnitLabourCost(NamedTuple):
    """Which price a factor is: the 人件費単価 of a fiscal year (「31年度」) and of a staff category, by its key."""

    year: str
    category: str


class Term(msgspec.Struct, frozen=True):
    """A part of a derived figure: ``factor`` × the figure at ``place``.

    Attributes:
        unit_cost: which price the factor is, for a face that has a cell for it; None for no price.
    """

    place: Place
    factor: Literal[-1, 1] | int = 1
    unit_cost: UnitLabourCost | None = None


class Sum(msgspec.Struct, frozen=True):
    """A derived figure: the sum of its terms, rounded half up to whole 千円 where ``rounded`` (people × price)."""

    terms: tuple[Term, ...]
    rounded: bool = False


class Calculation(msgspec.Struct, frozen=True):
    """The basis (積算) behind a figure, and what it is evaluated with."""

    basis: Basis
    surroundings: Surroundings


class Cell(msgspec.Struct, frozen=True):
    """A figure of the sheet.

    Attributes:
        place: where it stands on the request.
        figure: its value, derived and typed, 千円.
        sum: what derives it; None for an input.
        blank_prints_zero: the funding tables print 0 where nothing was typed, as the published pages do.
        calculation: the basis that gives it.
        note: how it was rounded, for a tooltip or a cell comment: 「229.295 → 230（切上げ）」; "" for nothing to say.
    """

    place: Place
    figure: Figure
    sum: Sum | None = None
    blank_prints_zero: bool = False
    calculation: Calculation | None = None
    note: str = ""

    @property
    def printed(self) -> Amount:
        """What the sheet prints: the figure, the text that could not be read, or None for an empty cell."""
        shown = self.figure.shown
        return 0 if shown is None and self.blank_prints_zero else shown


def sum_cell(place: Place, figure: Figure, *terms: Term, blank_prints_zero: bool = False) -> Cell:
    """A cell with the terms that its figure is the sum of, where it is derived."""
    derived = Sum(terms) if figure.derived is not None and terms else None
    return Cell(place, figure, derived, blank_prints_zero=blank_prints_zero)


def derived(value: int | None) -> Figure:
    """A figure that nobody types, 千円."""
    return Figure(value, value)


class PeopleCell(msgspec.Struct, frozen=True):
    """A count of people (人): as typed, as the sheet prints it, and its value."""

    place: Place
    typed: str
    printed: str
    value: Decimal | None


class Column(msgspec.Struct, frozen=True):
    """A column of a table of figures; ``over`` is the heading printed above several columns, ``under`` one between."""

    key: str
    label: str
    over: str = ""
    under: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        """Its headings from the top down."""
        return tuple(filter(None, (self.over, self.under, self.label)))


class FigureRow(msgspec.Struct, frozen=True):
    """A row of a table of figures."""

    key: str
    label: str
    cells: tuple[Cell | PeopleCell, ...]


class FigureTable(msgspec.Struct, frozen=True):
    """A table of figures: total cost, funding, the finance division's; ``notes`` are the calculations behind figures."""

    key: Literal["total_cost", "funding", "finance"]
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[FigureRow, ...]
    notes: tuple[str, ...] = ()


class TypedCell(msgspec.Struct, frozen=True):
    """A cell of a section's table (箇所表 …), whose numbers have any unit.

    Attributes:
        place: where it stands on the request.
        printed: what the sheet prints.
        value: its number, where its column is one of numbers; None for words.
        added: the places of the cells that it adds up; empty where it was typed.
        is_figure: whether it stands at the right: a number, or a dash among numbers.
    """

    place: Place
    printed: str
    value: Decimal | None = None
    added: tuple[Place, ...] = ()
    is_figure: bool = False


class TextColumn(msgspec.Struct, frozen=True):
    """A column of words that stand once beside all rows of a table (事項, 説明)."""

    key: str
    label: str
    text: str


class YearRow(msgspec.Struct, frozen=True):
    """A row of a table of years; words stand in a cell without a figure (※歳出予算で要求)."""

    key: str
    label: str
    cells: tuple[Cell | TypedCell | str, ...]
    is_total: bool = False


class YearTable(msgspec.Struct, frozen=True):
    """A table of commitments or continuing expenses, a row a year or a commitment a row; or a table of a section.

    Attributes:
        key: unique on the sheet.
        title: printed above the first of several tables of a kind; "" for the others.
        caption: what the table is, for those who do not see where it stands.
        corner: the heading of the rows' labels.
        lead: columns of words before the labels.
        tail: columns of words behind the figures.
        note: words below the table.
        name: whose table it is, before the caption (the work of a continuing expense).
        id: of a table of a section its id; its columns' keys are the ids of its columns, its rows' those of its rows.
        corner_key: of a table of a section the id of the column of the rows' labels.
    """

    key: str
    title: str
    caption: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[YearRow, ...]
    lead: tuple[TextColumn, ...] = ()
    tail: tuple[TextColumn, ...] = ()
    note: str = ""
    name: str = ""
    id: str = ""
    corner_key: str = ""

    @property
    def full_caption(self) -> str:
        """What the table is, with whose it is."""
        return f"{self.name} {self.caption}" if self.name else self.caption

    @property
    def has_amounts(self) -> bool:
        """Whether any amount stands in it: a table of blanks is nothing to print on a page of its own."""
        return any(
            isinstance(cell, Cell) and cell.printed is not None for row in self.rows for cell in row.cells
        )


class LabelledFigure(msgspec.Struct, frozen=True):
    """A word and its figure on the 要求額 or 査定 line; ``opening`` is what a published sheet prints before the figure."""

    label: str
    cell: Cell
    opening: str = ""


class CostRow(msgspec.Struct, frozen=True):
    """A row of a cost table.

    Attributes:
        kind: a line with figures, a heading without, a part of a line, or the 合計.
        depth: 0 for a line, 1 and 2 for parts.
        words: by column, those behind the figures: 備考 with the wording of the line's commitments below it, others as
            typed.
        mark: 【新規】 and the like, printed before the text.
        basis: 積算 as it is printed below the text, with its result.
        change: 増減, 千円, as the totals have it; None where it is blank.
        under: the words of the line that it is a part of, on one line; "" for a line.
    """

    kind: Literal["line", "heading", "total"]
    id: str
    depth: int
    text: str
    previous: Cell
    amount: Cell
    words: dict[str, str]
    mark: str = ""
    basis: str = ""
    change: int | None = None
    under: str = ""


class CostTable(msgspec.Struct, frozen=True):
    """A cost group as it is printed.

    Attributes:
        note: the words below the table as typed.
        rounding: the words on how the calculations were rounded, "" where none was.
        legend: the Standard's words on bracketed figures, for a face that brackets the previous year; "" where a
            note is typed or nothing is bracketed.
    """

    id: str
    title: str
    columns: dict[str, str]
    previous_label: str
    year_label: str
    rows: tuple[CostRow, ...]
    note: str
    legend: str
    rounding: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The columns of words behind the figures."""
        return tuple(column.key for column in PRINTED_WORDS)


class CommitmentRow(msgspec.Struct, frozen=True):
    """A commitment (債務負担行為) beside its line: period as typed and as western years, wording."""

    id: str
    line_text: str
    period: str
    first_year: int | None
    last_year: int | None
    status_label: str
    wording: str


class Narrative(msgspec.Struct, frozen=True):
    """A section of the narrative with its printed heading (numbered where the frame numbers).

    Attributes:
        unnumbered: whether its heading stands as typed where the frame numbers the others.
        tables: its tables that are no cost tables, which stand between its text and its cost tables.
    """

    id: str
    heading: str
    text: str
    costs: tuple[CostTable, ...] = ()
    unnumbered: bool = False
    tables: tuple[YearTable, ...] = ()

    @property
    def is_printed(self) -> bool:
        """Whether anything of it can be seen; a section without words and tables is not printed."""
        return bool(self.heading.strip() or self.text or self.tables) or any(
            table.rows or table.title.strip() for table in self.costs
        )


class FramePart(msgspec.Struct, frozen=True):
    """One of the page's two frames of narrative."""

    title: str
    sections: tuple[Narrative, ...]
