"""The one model of cells for every source: a book of sheets, whatever the file was.

A number is an ``int`` or an exact ``Decimal`` as Excel shows it (15 digits), a text is text without its furigana, an
error or a truth value is the word the sheet shows. Only what stands in the file: nothing is calculated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from model.edits.fields import clean_text

Value: TypeAlias = int | Decimal | str
At: TypeAlias = tuple[int, int]
"""Row and column, from 1."""
Progress: TypeAlias = Callable[[int, int], None]
"""Called now and then with the rows that were read and the rows of the whole book; to stop the reading it raises ``Stopped``."""

MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384
EVERY: Final = 500
"""Rows between two calls of a ``Progress``."""
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS: Final = 26


class Stopped(Exception):  # noqa: N818 - no error: a person did not want to wait
    """The reading of a file was stopped by its ``Progress``."""


class Sheet:
    """One sheet.

    Attributes:
        title: its tab.
        is_hidden: whether the tab is hidden.
        is_pasted: whether it is a block that is pasted into the form, whose amounts are 千円.
        rows: the values that are there, by row and column; a blank cell and an empty text are not.
        formulas: the formulas with their 「=」; their values stand in ``rows``.
        without_value: cells with a formula that was never calculated: no value is stored, or the 0 of a program that leaves
            the calculation to Excel (that 0 stands in ``rows``, too).
        spans: how many columns a merged range takes, by its first cell.
        row_spans: how many rows a merged range takes, by its first cell.
        hidden_rows: rows that are hidden.
        hidden_columns: columns that are hidden.
        indents: the indent of cells that have one.
        shown: what a number shows where its format makes it something else: a date, a percentage, 5,000 of 5,000,000, -30 of
            30 (△30), 「令和7年度」 of 7.
        units: the unit that a cell's number format shows: 円, 千円, 万円, 百万円, 億円, %, or the sign of another currency. It
            belongs to the number in ``shown``, where there is one.
        origin: where a cell stands in the file, of a sheet whose cells were moved to be read.
    """

    def __init__(self, title: str, *, is_hidden: bool = False, is_pasted: bool = False) -> None:
        self.title = title
        self.is_hidden = is_hidden
        self.is_pasted = is_pasted
        self.rows: dict[int, dict[int, Value]] = {}
        self.formulas: dict[At, str] = {}
        self.without_value: set[At] = set()
        self.spans: dict[At, int] = {}
        self.row_spans: dict[At, int] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.indents: dict[At, int] = {}
        self.shown: dict[At, Value] = {}
        self.units: dict[At, str] = {}
        self.origin: dict[At, At] = {}

    def value(self, row: int, column: int) -> Value | None:
        """What stands in a cell; None for a blank."""
        return self.rows.get(row, {}).get(column)

    def with_values(self, values: Mapping[At, Value]) -> Sheet:
        """The sheet with other values in some cells, which have a value then."""
        other = copy(self)
        rows = {row: dict(cells) for row, cells in self.rows.items()}
        for (row, column), value in values.items():
            rows.setdefault(row, {})[column] = value
        other.rows = dict(sorted(rows.items()))
        other.without_value = self.without_value - values.keys()
        other.shown = {cell: shown for cell, shown in self.shown.items() if cell not in values}
        return other

    def without_columns(self, headings: Collection[str]) -> Sheet:
        """The sheet without the columns below some headings of its first row; itself where it has none of them."""
        gone = {column for column, value in self.rows.get(1, {}).items() if value in headings}
        if not gone:
            return self
        other = copy(self)
        other.rows = {}
        for row, cells in self.rows.items():
            if kept := {column: value for column, value in cells.items() if column not in gone}:
                other.rows[row] = kept
        other.formulas = {at: text for at, text in self.formulas.items() if at[1] not in gone}
        other.without_value = {at for at in self.without_value if at[1] not in gone}
        return other

    def merge(self, first: At, last: At) -> None:
        """Note a merged range, as far as it lies on a sheet."""
        last = min(last[0], MOST_ROWS), min(last[1], MOST_COLUMNS)
        self.spans[first] = last[1] - first[1] + 1
        self.row_spans[first] = last[0] - first[0] + 1


class Book(NamedTuple):
    """A workbook, or what is read as one.

    Attributes:
        parts: the names of the parts of its file.
        missing: a sentence on what the kind of its file does not say of the cells; "" where it says all.
        struck: the words that its file strikes out, which stand in no cell.
    """

    sheets: list[Sheet]
    parts: Sequence[str] = ()
    missing: str = ""
    struck: Sequence[str] = ()

    def sheet(self, title: str) -> Sheet | None:
        """The sheet with a title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def address(row: int, column: int) -> str:
    """「E12」."""
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """「E」 for 5."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """5 for 「E」."""
    column = 0
    for letter in letters:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column


def number(text: str | float) -> Value:
    """A number of the file as Excel shows it: 15 digits, whole where it is whole."""
    try:
        held = float(text)
    except (ValueError, OverflowError):
        return str(text)
    if held != held or abs(held) >= 1e300:
        return str(text)
    exact = Decimal(f"{held:.15g}")
    return int(exact) if abs(held) < 1e15 and exact == exact.to_integral_value() else exact


def unescape(text: str) -> str:
    """Text without the 「_x000D_」 by which Excel writes characters that XML cannot hold; one kind of line break."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(text: str) -> str:
    """A text as both a workbook gives it back and the program writes it."""
    return clean_text(unescape(text))
