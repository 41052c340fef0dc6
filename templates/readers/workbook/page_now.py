"""The printed sheet as it stands now beside what the program wrote: which row is which, and which cells differ.

Rows are known by the number in the hidden column, which moves with them. A number that stands twice belongs to the
row that is as it was written; the other is a copy, and counts as inserted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from templates.readers.books import cells
from templates.readers.books.cells import At, Sheet, Value, plain
from templates.readers.workbook import formulas
from templates.workbook.memory import MARK, Memory, Written


class Row(NamedTuple):
    """A row that holds something: where it stands now, and the row it was written as (None for an inserted one)."""

    now: int
    written: int | None


class Difference(NamedTuple):
    """A cell that does not hold what was written.

    Attributes:
        address: row and column now.
        written: what the program wrote.
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
        sheet: its cells.
        memory: what was written.
        rows: the rows that hold something, in their order.
        stands: where a written row stands now.
    """

    def __init__(self, sheet: Sheet, memory: Memory, key_column: int) -> None:
        self.sheet = sheet
        self.memory = memory
        self._key_column = key_column
        self._inserted = _inserted_columns(sheet, memory, key_column)
        self.rows: list[Row] = []
        self.stands: dict[int, int] = {}
        self._written_as: dict[int, int] = {}
        self._were_moved = False
        self._find_rows()

    def column_now(self, written: int) -> int:
        """Where a written column stands now."""
        first, count = self._inserted
        return written if written < first else written + count

    def column_written(self, now: int) -> int | None:
        """Which column was written here; None for an inserted one."""
        first, count = self._inserted
        if now < first:
            return now
        return None if now < first + count else now - count

    def _find_rows(self) -> None:
        keys: dict[int, list[int]] = {}
        for row in sorted(self.sheet.rows):
            key = self.sheet.value(row, self._key_column)
            number = 1 if key == MARK else key
            if isinstance(number, int) and number in self.memory.page:
                keys.setdefault(number, []).append(row)
        for number, places in keys.items():
            same = (index for index in places if not any(self._row_differences(number, index)))
            row = places[0] if len(places) == 1 else next(same, places[0])
            self.stands[number], self._written_as[row] = row, number
        numbers = [self._written_as[index] for index in sorted(self._written_as)]
        self._were_moved = numbers != sorted(numbers)
        self.rows = [Row(index, self._written_as.get(index)) for index in sorted(self.sheet.rows)]

    def texts(self, row: int) -> dict[int, Value]:
        """What a row holds, by written column; the hidden number and inserted columns are left out."""
        found: dict[int, Value] = {}
        for column, value in self.sheet.rows[row].items():
            written = self.column_written(column)
            if column != self._key_column and written is not None:
                found[written] = value
        return found

    def strays(self) -> list[tuple[At, Value]]:
        """Cells with something in them where the program wrote nothing, in rows that it wrote."""
        found: list[tuple[At, Value]] = []
        for row in self.rows:
            if row.written is None:
                continue
            columns = {self.column_now(cell.column) for cell in self.memory.page[row.written]}
            found += [
                ((row.now, column), value)
                for column, value in self.sheet.rows[row.now].items()
                if column not in columns and column != self._key_column
            ]
        return found

    def differences(self) -> list[Difference]:
        """The cells of known rows that differ, in the order of the sheet."""
        return [
            row_difference
            for row in self.rows
            if row.written is not None
            for row_difference in self._row_differences(row.written, row.now)
        ]

    def gone(self) -> list[int]:
        """The written rows that are no longer there."""
        return [number for number in self.memory.page if number not in self.stands]

    def _row_differences(self, number: int, row: int) -> list[Difference]:
        found = (self._difference(cell, row) for cell in self.memory.page[number])
        return [difference for difference in found if difference is not None]

    def _difference(self, written: Written, row: int) -> Difference | None:
        where = (row, self.column_now(written.column))
        value = self.sheet.value(*where)
        formula = self.sheet.formulas.get(where)
        if written.kind == "f":
            if formula is not None:
                if formulas.is_same(
                    written.text, formula, self._written_at, self._kept, were_moved=self._were_moved
                ):
                    return None
                return Difference(where, written, value, formula=True)
            frozen = value is not None and not isinstance(value, str) and same(value, written.gave)
            return Difference(where, written, value, is_frozen=frozen)
        if formula is None and value is None and written.kind == "":
            return None
        if formula is None and value is not None and is_value_written(value, written):
            return None
        return Difference(where, written, value, formula=formula is not None)

    def _written_at(self, row: int, column: int) -> At | None:
        number, written = self._written_as.get(row), self.column_written(column)
        return None if number is None or written is None else (number, written)

    def _kept(self, row: int, column: int) -> At | None:
        return (row, column) if row in self.stands else None


def same(value: Value, number: str) -> bool:
    """Whether a value is the number that was written."""
    return not isinstance(value, str) and Decimal(value) == Decimal(cells.number(number))


def is_value_written(value: Value, written: Written) -> bool:
    """Whether a cell holds the number or the text that was written."""
    if written.kind == "n":
        return same(value, written.text)
    return written.kind == "s" and isinstance(value, str) and plain(value) == plain(written.text)


def find_page(sheets: list[Sheet], memory: Memory) -> tuple[Sheet, int] | None:
    """The printed sheet with its hidden column, also where the tab was renamed; None where it is gone."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.title != memory.title):
        heads = (
            column
            for row in sorted(sheet.rows)[:50]
            for column, value in sheet.rows[row].items()
            if value == MARK and column >= memory.key_column
        )
        column = next(heads, None)
        if column is not None:
            return sheet, column
    return None


def _inserted_columns(sheet: Sheet, memory: Memory, key_column: int) -> tuple[int, int]:
    """From which column on how many were inserted: where most of what was written is found again."""
    count = key_column - memory.key_column
    if not count:
        return key_column, 0
    rows = {value: index for index in sheet.rows if isinstance(value := sheet.value(index, key_column), int)}

    def found(first: int) -> int:
        return sum(
            1
            for number in list(memory.page)[:200]
            if number in rows
            for cell in memory.page[number]
            if cell.kind == "s"
            and sheet.value(rows[number], cell.column if cell.column < first else cell.column + count)
            == cell.text
        )

    return max(range(1, memory.key_column + 1), key=found), count
