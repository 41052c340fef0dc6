"""A table that was understood, as a cost group: its lines with their parts, in 千円, and the total where it is another figure.

A column without a field of its own is added to 備考 with its heading; an amount that is not whole 千円 stays as it was
written. What of the table is no line is listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.language import phrase
from model.request.columns import OTHER_WORDS
from model.request.lines import nested
from model.request.place import YEARS
from model.request.request import MAX_DEPTH, CostGroup, Line
from model.standard.standard import Standard
from model.values.amount import UNITS, Amount, Exact, in_thousands, parse_written
from model.values.identity import new_id
from templates.readers.labels import split_mark
from templates.readers.reading import Unread, cut
from templates.readers.tables.cell_amount import is_name, is_nothing, written
from templates.readers.tables.columns.calculations import worked_out
from templates.readers.tables.columns.units import NOTES
from templates.readers.tables.proof.proof_of_rows import question_of_names
from templates.readers.tables.sums.figures import added, equals
from templates.readers.tables.understood import FoundRow, Understood, printed_changes

_TOO_DEEP = phrase("下の行の和で、行の内訳は三段までなので、行には入れませんでした。")
_UNREADABLE = phrase("千円の金額として読めないため、書かれたとおりに入れました。")


class Table(NamedTuple):
    """A cost table that came in: its lines, and its total where that is not their sum; what is said of it; how it was understood."""

    group: CostGroup
    unread: tuple[Unread, ...]
    understood: Understood

    @property
    def name(self) -> str:
        """Its title, else that of its sheet."""
        return self.understood.title or self.understood.grid.sheet.title

    @property
    def where(self) -> str:
        """Where it begins."""
        return self.understood.grid.where(*self.understood.first_cell)

    @property
    def text(self) -> str:
        """Its words and figures, row by row."""
        headings, grid = self.understood.headings, self.understood.grid
        rows = (*headings.rows, *(found.row for found in self.understood.rows))
        return "\n".join("\t".join(grid.text(row, column) for column in headings.columns) for row in rows)

    @property
    def asked(self) -> Exact | None:
        """What its lines come to this year, 円."""
        return self.understood.sums[1]


def cost_group(understood: Understood, standard: Standard, *, keeps_sums: bool = False) -> Table:
    """The lines of a table; with ``keeps_sums`` a figure that is the sum of others stays as it is printed, else it is left to them."""
    return _Lines(understood, standard, keeps_sums=keeps_sums).table()


class _Lines:
    def __init__(self, understood: Understood, standard: Standard, *, keeps_sums: bool) -> None:
        self._keeps_sums = keeps_sums
        self._table, self._grid, self._standard = understood, understood.grid, standard
        self._unread: list[Unread] = []
        self._lines: list[tuple[int, Line]] = []
        self._nameless: list[tuple[int, str]] = []
        self._differs = {  # columns of 増減 that are not the difference of the years in some row
            change.column
            for change in printed_changes(understood)
            if change.printed not in (change.difference, 0)
        }
        self._of: dict[str, list[int]] = defaultdict(list)
        for column in understood.headings.columns:
            self._of[understood.roles.get(column, "")].append(column)
        self._years = understood.year_columns

    def table(self) -> Table:
        """The table with what is said of it."""
        group, deep = CostGroup(new_id(), self._table.title), _sums_too_deep(self._table.rows)
        for found in self._table.rows:
            if found.summed.kind == "total":
                previous, amount = (self._year(found.row, index) for index in range(len(YEARS)))
                group = replace(group, previous=previous, amount=amount)
            elif found.row in deep:
                self._unread.append(Unread(self._grid.where(found.row), cut(found.label), _TOO_DEEP))
            elif found.summed.kind in ("line", "heading", "of_which"):
                self._line(found)
        of_which = ("うち", "内", *self._standard.workbook_reading.rows.not_counted)
        group = replace(group, lines=tuple(_with_parts(line, of_which) for line in nested(self._lines)))
        if not self._keeps_sums:
            derived = {
                field: None for field in YEARS if getattr(group, field) == year_sum(group.lines, field)
            }
            group = replace(group, lines=tuple(map(_without_sums, group.lines)), **derived)
        understood = self._table
        if self._nameless and understood.of("amount"):
            understood = understood._replace(
                questions=(*understood.questions, question_of_names(understood, self._nameless))
            )
        return Table(group, (*self._table.notes, *self._unread), understood)

    def _year(self, row: int, index: int) -> Amount:
        column = self._years[index]
        return None if column is None else self._amount(row, column, is_previous=YEARS[index] == "previous")

    def _amount(self, row: int, column: int, *, is_previous: bool) -> Amount:
        """An amount in 千円; as it is written where it is not whole 千円 or no amount."""
        value = self._grid.value(row, column)
        if value is None:
            return None
        named = self._table.headings.units.get(column, "")
        found = written(self._grid, row, column, named, brackets_mean_previous_year=is_previous)
        unit = self._table.unit
        if found is not None and (amount := in_thousands(found, unit)) is not None:
            return amount
        if found is None and is_nothing(str(value)) and "増" not in str(value):
            return 0
        text = f"{value:f}" if isinstance(value, Decimal) else str(value).strip()
        if found is not None and parse_written(text) == (found.number, "") and (found.unit or unit) != "千円":
            text += found.unit or unit
        elif found is None and (sign := self._grid.unit(row, column)) not in UNITS:
            text = f"{sign}{text}"  # dollars are no 千円
        self._unread.append(Unread(self._grid.where(row, column), cut(text), _UNREADABLE))
        return text

    def _line(self, found: FoundRow) -> None:
        grid, table, row = self._grid, self._table, found.row
        words = [column for column in self._of["text"] if grid.text(row, column)]
        names = "　".join(grid.text(row, column) for column in words)
        mark, text = split_mark(names, self._standard)
        remarks = self._texts(row, "remark")
        beside = [*self._of["other"], *self._of["unit_price"], *self._of["quantity"]]
        beside += [column for column in self._of["change"] if column in self._differs]
        for column in beside:
            if said := grid.text(row, column):
                heading = clean_text(table.raw.heading_text(column))
                remarks.append(f"{heading}:{said}" if heading else said)
        previous, amount = (self._year(row, index) for index in range(len(YEARS)))
        is_named = True
        if not text and (amount is not None or previous is not None):
            mark, text = split_mark(self._merged_words(row), self._standard)
            of_remark = [grid.text(row, column) for column in self._of["remark"]]
            classes = [
                column
                for column in self._of["object_class"]
                if _is_words(grid.text(row, column)) and self._is_the_only_one(row, column)
            ]
            named = [column for column in self._of["other"] if _is_words(grid.text(row, column))]
            if not text and classes:
                text = grid.text(row, classes[0])  # 節 without 細節
            elif not text and len(remarks) == 1 and remarks == of_remark and "\n" not in remarks[0]:
                text, remarks = remarks[0], []  # the only words of the line
            elif not text and named:
                text = grid.text(row, named[-1])  # of 款, 項, 目 the last
                is_named = self._is_the_only_one(row, named[-1])
        if not (is_name(text) and is_named) and (amount or previous):
            self._nameless.append((row, text))
        is_missing = any(grid.is_missing(row, column) for column in self._years if column)
        is_blank = amount is None and previous is None and not is_missing
        if is_blank and self._lines and (not words or text.startswith(NOTES)):
            self._add_words(row, clean_text("\n".join([text, *remarks] if words else remarks)))
            return
        of_basis = self._texts(row, "basis")
        basis = "\n".join(of_basis)
        if isinstance(amount, int) and basis and worked_out(basis) is None:
            # 「一式」, 「業者見積による」: words, beside the amount itself
            basis, remarks = "", [*of_basis, *remarks]
        of_class = " ".join(grid.text(row, column) for column in self._of["object_class"]).strip()
        line = Line(
            id=new_id(),
            text=clean_text(text),
            previous=previous,
            amount=amount,
            remark=clean_text("\n".join(remarks)),
            basis=clean_text(basis),
            object_class=of_class,
            mark=mark,
        )
        self._lines.append((found.summed.depth, replace(line, **self._other_words(row))))

    def _merged_words(self, row: int) -> str:
        """The words of a cell that is merged over a row from above, in the column of 内容; "" for none."""
        rows = range(row - 1, self._table.headings.rows[-1], -1)
        cells = ((above, column) for column in self._of["text"] for above in rows)
        above, column = next((cell for cell in cells if self._grid.text(*cell)), (0, 0))
        reaches = above + self._grid.sheet.row_spans.get((above, column), 1) > row
        return self._grid.text(above, column) if reaches else ""

    def _is_the_only_one(self, row: int, column: int) -> bool:
        """Whether the words of a cell stand in no other row of the table."""
        text = self._grid.text(row, column)
        return all(
            other.row == row or self._grid.text(other.row, column) != text for other in self._table.rows
        )

    def _texts(self, row: int, role: str) -> list[str]:
        """The words of a row in the columns of a role."""
        return [text for column in self._of[role] if (text := self._grid.text(row, column))]

    def _other_words(self, row: int) -> dict[str, str]:
        return {field: clean_text("\n".join(self._texts(row, field))) for field in OTHER_WORDS}

    def _add_words(self, row: int, remark: str) -> None:
        """A row with words alone beside the column of 内容 goes on with those of the line above."""
        depth, line = self._lines[-1]
        below = {"remark": remark, **self._other_words(row)}
        joined = {key: "\n".join(filter(None, (getattr(line, key), below[key]))) for key in below}
        self._lines[-1] = (depth, replace(line, **joined))


def _sums_too_deep(rows: Sequence[FoundRow]) -> set[int]:
    """The rows at the last level of parts, or below it, that are only the sum of those below them: these take their place."""
    found: set[int] = set()
    for index, row in enumerate(rows):
        depth = row.summed.depth
        below = [*takewhile(lambda part: part.summed.depth > depth, rows[index + 1 :])]  # noqa: B023
        parts = [part.figures for part in below if part.summed.depth == depth + 1]
        if depth >= MAX_DEPTH - 1 and parts and equals(row.figures, added(parts, len(row.figures))):
            found.add(row.row)
    return found


def _is_words(text: str) -> bool:
    return bool(text) and parse_written(text) is None and not is_nothing(text)


def year_sum(lines: Sequence[Line], field: str) -> int | None:
    """The sum of a year's figures, of a line with parts what they give unless it has its own; None where all are blank."""
    found: list[int] = []
    for line in lines:
        own = getattr(line, field)
        value = own if isinstance(own, int) else year_sum(line.parts, field)
        if value is not None:
            found.append(value)
    return sum(found) if found else None


def _with_parts(line: Line, of_which: tuple[str, ...]) -> Line:
    """A line with its parts; a share (うち, 再掲) that does not make it up is written into its remark, for it is no further cost."""
    parts = tuple(_with_parts(part, of_which) for part in line.parts)
    if (
        parts
        and line.amount is not None
        and all(part.text.lstrip(" 　(（〔[【").startswith(of_which) for part in parts)
        and year_sum(parts, "amount") != line.amount
    ):
        words = [_in_words(part) for part in parts]
        return replace(line, parts=(), remark="\n".join(filter(None, (line.remark, *words))))
    return replace(line, parts=parts, heading=bool(parts) and line.amount is None and line.previous is None)


def _without_sums(line: Line) -> Line:
    """A line that leaves to its parts what they give."""
    if not line.parts:
        return line
    sums = {field: None for field in YEARS if getattr(line, field) == year_sum(line.parts, field)}
    return replace(line, parts=tuple(map(_without_sums, line.parts)), **sums)


def _in_words(part: Line) -> str:
    """A part as words: 「うち旅費 1,000千円(前年900千円)」."""
    amount = f" {part.amount:,}千円" if isinstance(part.amount, int) else f" {part.amount or ''}".rstrip()
    previous = f"(前年{part.previous:,}千円)" if isinstance(part.previous, int) else ""
    return f"{part.text.strip()}{amount}{previous} {part.remark}".strip()
