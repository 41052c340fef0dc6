"""The review of a book: what was read of it, what is asked, and what a person decided; each decision gives a new review.

Nothing is decided here that the engine does not decide by the same ``Decisions``. A pasted block is a book of one sheet:
``Review.of_sheet(sheet, standard, year)``; what comes in are the cost groups of ``review.reading.request``.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from model.document.document import Snapshot, take_snapshot
from model.language import phrase
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import Exact, Written, parse_written
from templates.readers.books.cells import Book, Sheet
from templates.readers.foreign.foreign import ForeignReading, read_decided
from templates.readers.reading import Reading
from templates.readers.tables.cell_amount import plain
from templates.readers.tables.columns.calculations import worked_out
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.decisions import Choices, Decisions, Spot
from templates.readers.tables.proof.reasons import Reason, reasons
from templates.readers.tables.question import Question
from templates.readers.tables.sums.figures import Figures, RowKind, added
from templates.readers.tables.understood import Understood

_YEAR_WORDS: Final = (phrase("前年度"), phrase("要求額"))  # as YEARS
UNITS: Final = ("千円", "円", "万円", "百万円", "億円")
"""The units that may be chosen."""
_SINGLE: Final[frozenset[Role]] = frozenset({"amount", "previous", "text"})
"""The roles that one column of a table has."""


class Asked(NamedTuple):
    """An open question, of a table or of the whole book; ``takes_value`` where the source does not hold the value of its cell."""

    question: Question
    spot: Spot | None
    takes_value: bool = False


class SumRow(NamedTuple):
    """A sum of what comes in, or a figure of the source to hold it against.

    Attributes:
        words: what it is.
        figures: 前年度 and 要求額, 円; None for a blank.
        verdict: whether it ties, in words; "" where there is nothing to tie.
        ties: the same; None where there is nothing to tie.
    """

    words: str
    figures: Figures
    verdict: str = ""
    ties: bool | None = None


class Review:
    """A book as it is read by the ``decisions`` of a person."""

    def __init__(
        self,
        book: Book,
        standard: Standard,
        decisions: Decisions | None = None,
        found: ForeignReading | None = None,
        others: tuple[Question, ...] = (),
    ) -> None:
        """Make the review; ``found`` is what was read by the decisions already, ``others`` what the place of a pasted block asks."""
        self._book, self._standard, self._others = book, standard, others
        self.decisions = decisions or Decisions()
        self._found = found

    @classmethod
    def of_sheet(
        cls, sheet: Sheet, standard: Standard, year: str = "", others: tuple[Question, ...] = ()
    ) -> Review:
        """The review of one sheet, as of a pasted block; ``year`` is the fiscal year of the request it goes into."""
        return cls(Book([sheet]), standard, Decisions(year=year), others=others)

    # --- what was read ---

    @cached_property
    def found(self) -> ForeignReading:
        """The tables of the book and what is taken of them; read when this is first asked for, which the page says while it waits."""
        return self._found or read_decided(self._book, self._standard, self.decisions)

    @property
    def reading(self) -> Reading:
        """What comes in: the request with what is still asked, and what is unread."""
        return self.found.reading

    @property
    def snapshot(self) -> Snapshot:
        """The request with its totals."""
        return take_snapshot(self.reading.request, self._standard)

    @property
    def questions(self) -> tuple[Asked, ...]:
        """What is still asked, of the book first, then of each table that is taken."""
        of_tables = (
            Asked(question, table.spot, table.grid.is_missing(question.row, question.column))
            for table in self.found.tables
            if table.spot in self.found.taken
            for question in table.questions
        )
        found = (*(Asked(question, None) for question in self.found.asked), *of_tables)
        known = {(asked.question.subject, asked.question.where) for asked in found}
        is_unit_known = any(asked.question.subject == "unit" for asked in found) or any(
            choices.unit for choices in self.decisions.tables.values()
        )
        others = (
            other
            for other in self._others
            if (other.subject, other.where) not in known and not (is_unit_known and other.subject == "unit")
        )
        spot = self.found.tables[0].spot if len(self.found.tables) == 1 else None
        return (*(Asked(question, spot) for question in others), *found)

    @property
    def is_proven(self) -> bool:
        """Whether there is a table, nothing is asked, and all that is taken gives the totals of its tables and the 要求額."""
        taken = [table.spot for table in self.found.tables if self.is_taken(table.spot)]
        return (
            bool(self.found.tables)
            and not self.questions
            and all(row.ties is not False for spot in (None, *taken) for row in self.sums(spot))
        )

    def table(self, spot: Spot | None) -> Understood | None:
        """A table of the book; None where there is none at the spot."""
        return next((table for table in self.found.tables if table.spot == spot), None)

    def tables_of(self, title: str) -> list[Understood]:
        """The tables of a sheet, from above."""
        return [table for table in self.found.tables if table.grid.sheet.title == title]

    def choices(self, spot: Spot) -> Choices:
        """What was decided about a table."""
        return self.decisions.tables.get(spot, Choices())

    def is_taken(self, spot: Spot) -> bool:
        """Whether a table comes in with lines of its own."""
        return spot in self.found.taken

    def reasons(self, spot: Spot) -> tuple[Reason, ...]:
        """Why a table is read as it is."""
        table = self.table(spot)
        return reasons(table, self.choices(spot)) if table is not None else ()

    def sums(self, spot: Spot | None) -> list[SumRow]:
        """What the lines of a table give and what its total says, then both for all tables that are taken."""
        found: list[SumRow] = []
        table = self.table(spot)
        if table is not None:
            where = table.grid.where(table.headings.rows[0], table.headings.columns[0])
            found.append(SumRow(phrase("{where} の表の行の和", where=where), table.sums))
            words, has_total = phrase("表の計"), table.of_kind("total")
            if any(figure is not None for figure in table.total):
                found.append(SumRow(words, table.total, *_verdict(table.sums, table.total, words)))
            else:
                blank, none = phrase("表の計には額がありません。"), phrase("表に計の行がありません。")
                found.append(SumRow(words, table.total, blank if has_total else none))
        taken = [table for table in self.found.tables if self.is_taken(table.spot)]
        whole = added((table.sums for table in taken), len(YEARS))
        if len(taken) != 1 or table is None or taken[0] is not table:
            found.append(SumRow(phrase("取り込む表{count}つの和", count=len(taken)), whole))
        found += [
            SumRow(phrase("要求額の欄"), printed, *_verdict(whole, printed, phrase("要求額の欄")))
            for printed in self.found.printed
        ]
        return found

    # --- what a person decides ---

    def with_year(self, year: str) -> Review:
        """The book as one of another fiscal year."""
        return self._decided(self.decisions._replace(year=year))

    def with_role(self, spot: Spot, column: int, role: Role) -> Review:
        """Another role of a column; of the columns of a year there is one, another that was it holds nothing of its own."""
        table = self.table(spot)
        roles = {**self.choices(spot).roles, column: role}
        if table is not None and role in _SINGLE:
            roles |= {other: "other" for other in table.of(role) if other != column}
        return self.deciding({spot: self.choices(spot)._replace(roles=roles)})

    def with_kind(self, spot: Spot, row: int, kind: RowKind, depth: int = 0) -> Review:
        """Another kind of a row; ``depth`` 1 makes a line a part of the line above."""
        choices = self.choices(spot)
        kinds, depths = {**choices.kinds, row: kind}, {**choices.depths, row: min(depth, 1)}
        return self.deciding({spot: choices._replace(kinds=kinds, depths=depths)})

    def with_unit(self, spot: Spot, unit: str) -> Review:
        """Another unit of the amounts of a table."""
        return self.deciding({spot: self.choices(spot)._replace(unit=unit)})

    def taking(self, spot: Spot, is_taken: bool) -> Review:
        """A table taken, or not."""
        return self._decided(self.decisions._replace(taken={**self.decisions.taken, spot: is_taken}))

    def answered(self, asked: Asked, index: int) -> Review:
        """A question answered by what was assumed (0) or by one of the alternatives; one without answers can be confirmed."""
        question = asked.question
        if index >= max(len(question.answers), 1):
            return self
        if question.answers:
            review = self._answered(question, asked.spot, index)
        else:
            confirmed = self.decisions.confirmed | {(question.where, question.sentence)}
            review = self._decided(self.decisions._replace(confirmed=confirmed))
        of_this = (asked.question.subject, asked.question.where)
        review._others = tuple(other for other in review._others if (other.subject, other.where) != of_this)
        return review

    def _answered(self, question: Question, spot: Spot | None, index: int) -> Review:
        match question.subject, question.answers[index]:
            case "column", int() as column if spot is not None:
                asked_for: Role = next((single for single in _SINGLE if single == question.field), "previous")
                return self.with_role(spot, column, asked_for)
            case "column", str() as role if spot is not None:
                roles = {column: "other" for column in question.answers if isinstance(column, int)}
                roles |= {question.column: role}
                review: Review = self
                for column, of_column in roles.items():
                    review = review.with_role(spot, column, of_column)  # type: ignore[arg-type]
                return review
            case "row", str() as kind if spot is not None:
                return self.with_kind(spot, question.row, kind)  # type: ignore[arg-type]
            case "unit", str() as unit if spot is not None:
                return self.with_unit(spot, unit)
            case "year", str() as year:
                return self.with_year(year)
            case "tab", (tuple() | "") as only:
                taken = {table: only in ("", table) for table in self.found.taken}
                return self._decided(self.decisions._replace(taken={**self.decisions.taken, **taken}))
            case "tab", str() as project:
                return self._decided(self.decisions._replace(project=project))
            case _:
                return self._decided(self.decisions)

    def with_value(self, asked: Asked, text: str) -> Review | None:
        """The book with an amount that a person types in the cell whose value it does not hold; None where it is none."""
        written = parse_written(text) or _worked_out(text)
        if written is None or asked.spot is None:
            return None
        value = written.number if isinstance(written.number, int) and not written.unit else text.strip()
        title, values = asked.spot[0], {(asked.question.row, asked.question.column): value}
        sheets = [sheet.with_values(values) if sheet.title == title else sheet for sheet in self._book.sheets]
        return Review(self._book._replace(sheets=sheets), self._standard, self.decisions, others=self._others)

    def deciding(self, tables: dict[Spot, Choices]) -> Review:
        """The book by other choices for some tables."""
        return self._decided(self.decisions._replace(tables={**self.decisions.tables, **tables}))

    def _decided(self, decisions: Decisions) -> Review:
        return Review(self._book, self._standard, decisions, others=self._others)


def _worked_out(text: str) -> Written | None:
    """The whole number that a calculation of numbers without units gives: 「=300*3」; None for any other."""
    number = worked_out(text) if "円" not in text else None
    return Written(int(number), "") if number is not None and number == int(number) else None


def _verdict(lines: Figures, printed: Figures, name: str) -> tuple[str, bool]:
    """Whether the lines give a printed figure of each year, in words."""
    apart: list[str] = []
    for year, own, wanted in zip(_YEAR_WORDS, lines, printed, strict=True):
        if own is None and year == _YEAR_WORDS[0]:
            continue  # a table without 前年度 says nothing of it
        difference: Exact = 0 if wanted is None else (own or 0) - wanted
        if difference:
            more = "多い" if difference > 0 else "少ない"
            apart.append(f"{year}は行の和が{name}より{plain(max(difference, -difference))}千円{more}")
    return (f"{'、'.join(apart)}。", False) if apart else (phrase("{name}と一致します。", name=name), True)


def ties(table: Understood) -> bool:
    """Whether the lines of a table give its total; a table without one ties."""
    return _verdict(table.sums, table.total, "")[1]


def figure_text(yen: Exact | None) -> str:
    """A figure of 円 in 千円, as the page shows it: 「1,234」, 「△50」; "" for a blank."""
    return "" if yen is None else plain(yen)
