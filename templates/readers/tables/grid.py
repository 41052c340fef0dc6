"""A sheet of any workbook as a grid of words: what a person sees in each cell, and which cells were understood.

A merged range holds its value in its upper left cell, as in the file. What nobody took at the end is left over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import Final

from model.values.amount import UNITS, Written, exact, parse_written
from templates.readers.books.cells import At, Sheet, Value, address, plain

_MOST_COLUMNS: Final = 200


def row_text(cells: dict[int, str], first: int = 0, last: int = 0) -> str:
    """Cells of a row by column as text, parted by tabs, from the first column to the last, but for very far ones."""
    first, last = first or min(cells), last or max(cells)
    columns = range(first, min(last, first + _MOST_COLUMNS) + 1)
    words = (cells.get(column, "").replace("\n", " ").replace("\t", " ") for column in columns)
    return "\t".join(words).rstrip("\t")


def amount_of(value: Value | None, unit: str, *, brackets_mean_previous_year: bool = False) -> Written | None:
    """The number that a cell holds or shows as text; ``unit`` is that of one without a unit of its own."""
    if value is None or (unit := unit.replace("%", "")) not in UNITS:  # dollars
        return None
    if isinstance(value, int):
        return Written(value, unit)
    if isinstance(value, Decimal):
        return Written(exact(Fraction(value)), unit)
    found = parse_written(value, brackets_mean_previous_year=brackets_mean_previous_year)
    return found and Written(found.number, found.unit or unit)


class Grid:
    """The cells of one sheet; ``rows`` are those that hold something, in order, ``row_set`` the same, to look one up.

    ``unit_notes`` and ``amounts``, each with its row, are None before ``columns.units`` looks for them.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._columns: dict[int, list[int]] = {}
        self._values: dict[At, Value] = {}
        self._texts: dict[At, str] = {}
        self._units: dict[At, str] = {}
        for row, cells in sheet.rows.items():
            columns = [
                column for column, value in cells.items() if not isinstance(value, str) or value.strip()
            ]
            if columns:
                self._columns[row] = sorted(columns)
            for column in columns:
                seen = sheet.shown.get((row, column), cells[column])
                self._values[row, column] = seen
                self._texts[row, column] = text = plain(seen).strip() if isinstance(seen, str) else str(seen)
                if text in UNITS:
                    self._units[row, column - 1] = text
        self._missing: dict[int, list[int]] = {}
        for row, column in sheet.without_value:
            self._missing.setdefault(row, []).append(column)
        self._units.update((cell, unit) for cell, unit in sheet.units.items() if unit)
        self.rows = sorted({*self._columns, *(row for row, _ in sheet.without_value)})
        self.row_set = frozenset(self.rows)
        self.unit_notes: list[tuple[int, int, str]] | None = None
        self.amounts: list[tuple[int, Written]] | None = None
        self._taken: set[At] = set()
        self._firsts: dict[tuple[str, ...], float] = {}
        self._amounts: dict[At, Written | None] = {}

    def first_with(self, words: Sequence[str]) -> float:
        """The first row that has one of some words; infinite where none does."""
        found = self._firsts.get(tuple(words))
        if found is None:
            texts = self._texts.items()
            rows = (row for (row, _), text in texts if any(word in text for word in words))
            found = self._firsts[tuple(words)] = min(rows, default=inf)
        return found

    def columns(self, row: int) -> Sequence[int]:
        """The columns of a row that hold something, from the left."""
        return self._columns.get(row, [])

    def cells(self, rows: Iterable[int]) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of each cell of some rows that holds something, in their order."""
        return ((row, column, self._texts[row, column]) for row in rows for column in self.columns(row))

    def value(self, row: int, column: int) -> Value | None:
        """What a cell shows: a date as one, 千円 where a format makes 円 to that."""
        return self._values.get((row, column))

    def text(self, row: int, column: int) -> str:
        """What a cell shows as text; "" for a blank."""
        return self._texts.get((row, column), "")

    def amount(self, row: int, column: int) -> Written | None:
        """The number of a cell with the unit of its text, else of its number format; None for no number.

        A table asks for that of each cell some twenty times: it is read once.
        """
        cell = (row, column)
        if cell not in self._amounts:
            self._amounts[cell] = amount_of(self._values.get(cell), self._units.get(cell, ""))
        return self._amounts[cell]

    def is_number(self, row: int, column: int) -> bool:
        """Whether a cell holds a number."""
        value = self._values.get((row, column))
        return value is not None and not isinstance(value, str)

    def is_missing(self, row: int, column: int) -> bool:
        """Whether a cell holds a formula whose value is not stored."""
        return (row, column) in self.sheet.without_value

    def missing(self, row: int) -> Sequence[int]:
        """The columns of a row that hold a formula whose value is not stored."""
        return self._missing.get(row, ())

    def unit(self, row: int, column: int) -> str:
        """The unit that the number format of a cell shows behind its figure, or that stands alone in the next; "" for none."""
        return self._units.get((row, column), "")

    def span(self, row: int, column: int) -> int:
        """How many columns a cell takes."""
        return self.sheet.spans.get((row, column), 1)

    def indent(self, row: int, column: int) -> int:
        """How far a text is set in: by its cell, or by the spaces before it."""
        value = self.value(row, column)
        text = value if isinstance(value, str) else ""
        spaces = len(text) - len(text.lstrip(" 　"))
        wide = text[:spaces].count("　")
        return self.sheet.indents.get((row, column), 0) + wide + (spaces - wide) // 2

    def take(self, row: int, *columns: int) -> None:
        """Cells were understood."""
        self._taken.update((row, column) for column in columns)

    def is_taken(self, row: int, column: int) -> bool:
        """Whether a cell was understood already."""
        return (row, column) in self._taken

    def free(self, row: int) -> list[int]:
        """The columns of a row that hold something nobody took."""
        return [column for column in self.columns(row) if (row, column) not in self._taken]

    def where(self, row: int, column: int = 0) -> str:
        """「内訳!B7」, or 「内訳!7行目」."""
        row, column = self.sheet.origin.get((row, column), (row, column))
        return f"{self.sheet.title}!{address(row, column) if column else f'{row}行目'}"

    def left_over(self) -> list[tuple[str, str]]:
        """What nobody took: the range and its text, a block for rows that follow each other."""
        blocks: list[list[int]] = []
        for row in self.rows:
            if not self.free(row):
                continue
            if blocks and row - blocks[-1][-1] == 1:
                blocks[-1].append(row)
            else:
                blocks.append([row])
        return [self._block(block) for block in blocks]

    def _block(self, block: list[int]) -> tuple[str, str]:
        columns = sorted({column for row in block for column in self.free(row)})
        first, last = columns[0], columns[-1]
        lines = [
            row_text({column: self.text(row, column) for column in self.free(row)}, first, last)
            for row in block
        ]
        start, end = address(block[0], first), address(block[-1], last)
        where = start if start == end else f"{start}:{end}"
        return f"{self.sheet.title}!{where}", "\n".join(lines)
