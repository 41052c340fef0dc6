"""The printed sheet as it stands now beside what the program wrote: which row is which, and which cells differ.

A number of a row that stands twice belongs to the row that is as it was written; the other is a copy, and counts as inserted.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from model.request.place import Place
from templates.readers.books.cells import At, Sheet, Value, plain
from templates.readers.workbook import formulas
from templates.readers.workbook.alignment import (
    columns_now,
    is_value_written,
    rows_by_key,
    rows_by_words,
)
from templates.workbook.memory import Kind, Memory, Written


class Difference(NamedTuple):
    """A cell that does not hold what was written.

    Attributes:
        address: row and column now.
        value: what stands there; None for a blank.
        formula: whether a formula gives it.
        is_frozen: whether the number a formula gave stands there without the formula.
    """

    address: At
    written: Written
    value: Value | None
    formula: bool = False
    is_frozen: bool = False

    @property
    def before(self) -> str:
        """The written value as text for a person; of a formula its result."""
        return self.written.gave if self.written.kind == "f" else self.written.text

    @property
    def after(self) -> str:
        """What stands there now."""
        return "" if self.value is None else str(self.value)


class PageNow:
    """The printed sheet now.

    Attributes:
        rows: the rows that hold something, in their order, each with the cells that were written there; none of an inserted one.
        stands: where a written row stands now.
        gone_columns: the written columns that were deleted.
    """

    def __init__(self, sheet: Sheet, memory: Memory, key_column: int) -> None:
        """Compare the printed sheet with what was written; ``key_column`` is that of its row numbers, 0 where it is gone."""
        self.sheet = sheet
        self.memory = memory
        self._key_column = key_column
        places = rows_by_key(sheet, memory, key_column) if key_column else rows_by_words(sheet, memory)
        first = {number: rows[0] for number, rows in places.items()}
        self._columns = columns_now(sheet, memory, key_column, first)
        self._columns_written = {now: column for column, now in self._columns.items()}
        self.gone_columns = [column for column in range(1, memory.key_column) if column not in self._columns]
        self.stands: dict[int, int] = {}
        self._written_as: dict[int, int] = {}
        self._were_moved = False
        self._find_rows(places)
        self.rows = {row: memory.page.get(self._written_as.get(row, 0), []) for row in sorted(sheet.rows)}

    def column_now(self, written: int) -> int | None:
        """Where a written column stands now; None where it is gone."""
        return self._columns.get(written)

    def value(self, row: int, written: int) -> Value | None:
        """What a row holds in a written column; None for a blank."""
        return self.sheet.value(row, self._columns.get(written, 0))

    def indent(self, row: int, written: int) -> int | None:
        """How far a cell is set in; None where nothing says it."""
        return self.sheet.indents.get((row, self._columns.get(written, 0)))

    def _find_rows(self, places: dict[int, list[int]]) -> None:
        for number, rows in places.items():
            same = (row for row in rows if not any(self._row_differences(self.memory.page[number], row)))
            row = rows[0] if len(rows) == 1 else next(same, rows[0])
            self.stands[number] = row
        self.stands |= self._sorted_lines()
        self._written_as = {row: number for number, row in self.stands.items()}
        numbers = [self._written_as[index] for index in sorted(self._written_as)]
        columns = [self._columns_written[now] for now in sorted(self._columns_written)]
        self._were_moved = numbers != sorted(numbers) or columns != sorted(columns)

    def _sorted_lines(self) -> dict[int, int]:
        """Where lines stand that were sorted and left their hidden numbers behind: each has the words of another one."""
        words: dict[Place, list[tuple[int, Written]]] = {}
        for number in self.stands:
            for cell in self.memory.page[number]:
                if cell.place.startswith("line/") and cell.place.endswith("/text") and cell.kind == "s":
                    words.setdefault(cell.place, []).append((number, cell))
        pairs: list[tuple[str, str, int]] = []
        for (number, cell), *more in words.values():
            value = self.value(self.stands[number], cell.column)
            if not more and isinstance(value, str) and plain(value) != plain(cell.text):
                pairs.append((plain(cell.text), plain(value), number))
        now = {text: self.stands[number] for _, text, number in pairs}
        is_sorted = len(now) == len(pairs) and now.keys() == {text for text, *_ in pairs}
        return {number: now[text] for text, _, number in pairs} if is_sorted else {}

    def texts(self, row: int) -> dict[int, Value]:
        """What a row holds, by written column; the hidden number and inserted columns are left out."""
        values = self.sheet.rows[row].items()
        return {
            self._columns_written[column]: value
            for column, value in values
            if column in self._columns_written
        }

    def strays(self) -> list[tuple[At, Value]]:
        """Cells with something in them where the program wrote nothing: in rows that it wrote, and in inserted columns."""
        found: list[tuple[At, Value]] = []
        for row, written in self.rows.items():
            known: Collection[int | None] = self._columns_written
            if written:
                known = {self._columns.get(cell.column) for cell in written}
            found += [
                ((row, column), value)
                for column, value in self.sheet.rows[row].items()
                if column not in known and column != self._key_column
            ]
        return found

    def differences(self) -> list[Difference]:
        """The cells of known rows that differ, in the order of the sheet."""
        return [found for row, written in self.rows.items() for found in self._row_differences(written, row)]

    def figure_cells(self) -> dict[Place, At]:
        """Where the figures that were printed stand now."""
        return self._cells_of("n", "f")

    def blank_cells(self) -> dict[Place, At]:
        """Where nothing was printed and nothing stands now: a sum of blanks has no formula that would follow what is typed."""
        return {
            place: at
            for place, at in self._cells_of("").items()
            if self.sheet.value(*at) is None and at not in self.sheet.formulas
        }

    def _cells_of(self, *kinds: Kind) -> dict[Place, At]:
        return {
            cell.place: (self.stands[number], column)
            for number, written in self.memory.page.items()
            if number in self.stands
            for cell in written
            if cell.kind in kinds and (column := self._columns.get(cell.column)) is not None
        }

    def formulas_now(self) -> dict[At, str]:
        """The formulas of the sheet, as a spreadsheet moves them along where a program moved only the cells."""
        found = dict(self.sheet.formulas)
        for number, row in self.stands.items():
            for cell in self.memory.page[number]:
                at = (row, self._columns.get(cell.column, 0))
                if found.get(at) == cell.text and at in found:
                    found[at] = formulas.moved_along(cell.text, self._written_at, self._now_at)
        return found

    def gone(self) -> list[int]:
        """The written rows that are no longer there."""
        return [number for number in self.memory.page if number not in self.stands]

    def _row_differences(self, written: Sequence[Written], row: int) -> list[Difference]:
        found = (self._difference(cell, row) for cell in written)
        return [difference for difference in found if difference is not None]

    def _difference(self, written: Written, row: int) -> Difference | None:
        column = self._columns.get(written.column)
        if column is None:
            return None
        where = (row, column)
        value = self.sheet.value(*where)
        formula = self.sheet.formulas.get(where)
        if written.kind == "f":
            if formula is not None:
                if formulas.is_same(
                    written.text, formula, self._written_at, self._kept, were_moved=self._were_moved
                ):
                    return None
                return Difference(where, written, value, formula=True)
            return Difference(where, written, value, is_frozen=is_value_written(value, written))
        if formula is None and is_value_written(value, written):
            return None
        return Difference(where, written, value, formula=formula is not None)

    def _written_at(self, row: int, column: int) -> At | None:
        number, written = self._written_as.get(row), self._columns_written.get(column)
        return None if number is None or written is None else (number, written)

    def _now_at(self, row: int, column: int) -> At | None:
        now, at = self.stands.get(row), self._columns.get(column)
        return None if now is None or at is None else (now, at)

    def _kept(self, row: int, column: int) -> At | None:
        return (row, column) if row in self.stands and column in self._columns else None
