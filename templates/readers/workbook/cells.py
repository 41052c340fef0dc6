"""The sheets of a workbook as plain cells: values, formulas, what is merged and what is hidden.

A number is an ``int`` or an exact ``Decimal`` as Excel shows it (15 digits), a text is text without its furigana, an
error or a truth value is the word the sheet shows. Only what stands in the file: nothing is calculated.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from model.document.storage import FileError
from templates.readers.workbook.formats import Formats, read_formats
from templates.readers.workbook.formulas import shifted
from templates.readers.workbook.package import Package
from templates.readers.workbook.shared_parts import Strings, Tabs, Targets, unescape

Value: TypeAlias = int | Decimal | str
At: TypeAlias = tuple[int, int]
"""Row and column, from 1."""

MOST_CELLS: Final = 3_000_000  # of one workbook; they take about 400 MB
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Range(NamedTuple):
    """A rectangle of cells, from 1, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet:
    """One sheet.

    Attributes:
        title: its tab.
        is_hidden: whether the tab is hidden.
        rows: the values that are there, by row and column.
        formulas: the formulas with their 「=」; their values stand in ``rows``.
        merged: the merged ranges.
        hidden_rows: rows that are hidden.
        hidden_columns: columns that are hidden.
        indents: the indent of cells that have one.
        shown: what a number shows where its format makes it something else: a date, a percentage, 千円 of 円.
    """

    def __init__(self, title: str, *, is_hidden: bool) -> None:
        self.title = title
        self.is_hidden = is_hidden
        self.rows: dict[int, dict[int, Value]] = {}
        self.formulas: dict[At, str] = {}
        self.merged: list[Range] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.indents: dict[At, int] = {}
        self.shown: dict[At, Value] = {}

    def value(self, row: int, column: int) -> Value | None:
        """What stands in a cell; None for a blank."""
        return self.rows.get(row, {}).get(column)


class Book(NamedTuple):
    """A workbook: its sheets in the order of the tabs."""

    sheets: list[Sheet]

    def sheet(self, title: str) -> Sheet | None:
        """The sheet with a title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def read_book(package: Package) -> Book:
    """Read every worksheet of a workbook.

    Raises:
        FileError: when it is damaged or too large.
    """
    index = Tabs()
    package.parse("xl/workbook.xml", index)
    targets = Targets()
    if "xl/_rels/workbook.xml.rels" in package.members:
        package.parse("xl/_rels/workbook.xml.rels", targets)
    strings = Strings()
    if "xl/sharedStrings.xml" in package.members:
        package.parse("xl/sharedStrings.xml", strings)
    formats = read_formats(package)
    left = MOST_CELLS
    sheets: list[Sheet] = []
    for title, relation, state in index.sheets:
        member = targets.members.get(relation, "")
        if member not in package.members or "worksheets/" not in member:
            continue  # a sheet of charts has no cells
        sheet = Sheet(title, is_hidden=state != "visible")
        package.parse(member, _Cells(sheet, strings.texts, formats, left, package.name))
        left -= sum(map(len, sheet.rows.values()))
        sheets.append(sheet)
    return Book(sheets)


def address(row: int, column: int) -> str:
    """「E12」."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def number(text: str) -> Value:
    """A number of the file as Excel shows it: 15 digits, whole where it is whole."""
    if text.isascii() and text.lstrip("-").isdigit() and len(text) <= 15:
        return int(text)
    try:
        held = float(text)
    except ValueError:
        return text
    if held != held or abs(held) >= 1e300:
        return text
    exact = Decimal(f"{held:.15g}")
    return int(exact) if abs(held) < 1e15 and exact == exact.to_integral_value() else exact


class _Cells:
    """The cells of one sheet."""

    def __init__(self, sheet: Sheet, strings: list[str], formats: Formats, left: int, name: str) -> None:
        self._sheet, self._strings, self._formats = sheet, strings, formats
        self._left, self._name = left, name
        self._row = self._column = 0
        self._cells: dict[int, Value] = {}
        self._columns: dict[str, int] = {}
        self._kind = self._formula_kind = self._group = ""
        self._style = 0
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._in_phonetic = False
        self._shared: dict[str, tuple[At, str]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._into = None if self._in_phonetic else self._value
        elif name == "f":
            self._formula = self._into = []
            self._formula_kind, self._group = attributes.get("t", ""), attributes.get("si", "")
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            if not 1 <= self._row <= _MOST_ROWS:
                raise ValueError
            self._cells = {}
            if attributes.get("hidden") in ("1", "true"):
                self._sheet.hidden_rows.add(self._row)
        elif name == "rPh":
            self._in_phonetic = True
        elif name == "mergeCell":
            found = _REFERENCE.findall(attributes.get("ref", ""))
            if len(found) == 2:
                (first, top), (last, bottom) = found
                self._sheet.merged.append(
                    Range(int(top), self._number(first), int(bottom), self._number(last))
                )
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            last = min(int(attributes["max"]), _MOST_COLUMNS)
            self._sheet.hidden_columns.update(range(int(attributes["min"]), last + 1))

    def end(self, name: str) -> None:
        if name in ("v", "t", "f"):
            self._into = None
        elif name == "c":
            self._end_cell()
        elif name == "row":
            if self._cells:
                self._sheet.rows[self._row] = self._cells
        elif name == "rPh":
            self._in_phonetic = False

    def text(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _number(self, letters: str) -> int:
        known = self._columns.get(letters)
        if known is None:
            known = 0
            for letter in letters:
                known = known * 26 + ord(letter) - 64
            if not 1 <= known <= _MOST_COLUMNS:
                raise ValueError
            self._columns[letters] = known
        return known

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._column = self._number(reference.rstrip("0123456789"))
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", "0"))
        self._value, self._formula, self._into = [], None, None

    def _end_cell(self) -> None:
        at = (self._row, self._column)
        if self._formula is not None:
            self._keep_formula(at, "".join(self._formula))
        indent = self._formats.indents.get(self._style)
        if indent:
            self._sheet.indents[at] = indent
        text = "".join(self._value)
        if not text:
            return
        value = self._read(text)
        self._cells[self._column] = value
        self._left -= 1
        if self._left < 0:
            raise FileError(
                f"「{self._name}」はセルが多すぎるため（{MOST_CELLS // 10_000}万を超える）、読みません。要らないシートを消して保存したものを読み込んでください。"
            )
        if self._kind == "n" and self._style in self._formats.shows and not isinstance(value, str):
            shown = self._formats.shows[self._style](value)
            if shown != value:
                self._sheet.shown[at] = shown

    def _read(self, text: str) -> Value:
        match self._kind:
            case "n":
                return number(text.strip())
            case "s":
                return self._strings[int(text)] if int(text) < len(self._strings) else ""
            case "b":
                return "TRUE" if text == "1" else "FALSE"
        return unescape(text)

    def _keep_formula(self, at: At, text: str) -> None:
        if self._formula_kind == "shared":
            if text:
                self._shared[self._group] = (at, text)
            elif self._group in self._shared:
                origin, master = self._shared[self._group]
                text = shifted(master, at[0] - origin[0], at[1] - origin[1])
        self._sheet.formulas[at] = f"={text}"
