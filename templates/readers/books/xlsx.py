"""Workbooks of the kind .xlsx and .xlsm: their parts read row by row into sheets of cells.

Parts are found by what names them (their relations), never by their usual name, and elements by their local name, so that
a workbook in the strict form, or one whose main part is called otherwise, is read like any other.
"""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from model.document.storage import FileError
from templates.readers.books.archive import MOST_SHEETS, Archive, beside, elements, key, too_large
from templates.readers.books.cells import (
    EVERY,
    MOST_COLUMNS,
    MOST_ROWS,
    At,
    Book,
    Progress,
    Sheet,
    Stopped,
    Value,
    column_number,
    number,
    unescape,
)
from templates.readers.books.extents import TooMuchError
from templates.readers.books.formats import Format
from templates.readers.books.xlsx_parts import Style, local, relations, strings_of, styles_of, text_of, tree

if TYPE_CHECKING:
    from templates.readers.books.shared_formula import SharedFormula

_DAY_0: Final = datetime.date(1899, 12, 30)
_DAY_0_OF_1904: Final = datetime.date(1904, 1, 1)
_TRUE: Final = ("1", "true")
_RELATION: Final = "}id"
_PIECE: Final = 1 << 16
_LONG: Final = 500
"""Characters from which on a text is counted."""
MOST_TEXT: Final = 50_000_000
"""Characters of long texts and of formulas written out, over all cells."""
_ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


_PLAIN: Final = Style("", 0)


class _Surroundings(NamedTuple):
    """What the sheets of a workbook share."""

    strings: list[str]
    styles: list[Style]
    formats: dict[str, Format]
    first_day: datetime.date


def read_xlsx(
    archive: Archive, main: str, name: str, progress: Progress | None = None, only: str = ""
) -> Book:
    """Read every worksheet of a workbook, or the one with the title ``only``, for its texts.

    The part ``main`` lists its sheets; ``name`` is that of the file, for the user.

    Raises:
        FileError: when it is damaged.
        Stopped: when ``progress`` stops the reading.
    """
    try:
        return _read(archive, main, progress, only)
    except (Stopped, FileError):
        raise
    except TooMuchError as error:
        raise too_large(name) from error
    except Exception as error:  # a wrong value can break lxml or zipfile in any way
        raise FileError(
            "「{name}」は壊れているか、途中で切れています。Excelで開いて保存し直してください。", name=name
        ) from error


def _read(archive: Archive, main: str, progress: Progress | None, only: str) -> Book:
    root = tree(archive, main)
    named = {relation.id: relation for relation in relations(archive, main)}
    parts = {relation.kind: relation.target for relation in named.values() if relation.target in archive}
    properties = root.find("{*}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in _TRUE
    around = _Surroundings(
        strings_of(archive, parts.get("sharedStrings", beside(main, "sharedStrings.xml"))),
        [] if only else styles_of(archive, parts.get("styles", beside(main, "styles.xml"))),
        {},
        _DAY_0_OF_1904 if is_1904 else _DAY_0,
    )
    found: list[tuple[Sheet, str]] = []
    for listed in root.iterfind("{*}sheets/{*}sheet"):
        known = next((value for name, value in listed.items() if str(name).endswith(_RELATION)), "")
        relation = named[str(known)]
        if relation.kind == "worksheet":
            title = unescape(str(listed.get("name", "")))
            if only not in ("", title):
                continue
            is_hidden = listed.get("state", "visible") != "visible"
            found.append((Sheet(title, is_hidden=is_hidden), relation.target))
    if len(found) > MOST_SHEETS:
        raise TooMuchError
    if len({key(part) for _, part in found}) < len(found):
        raise ValueError(main)  # a few bytes would have one sheet read as often as they name it
    counter = _Counter(progress, [_row_count(archive, part) for _, part in found] if progress else [])
    for sheet, part in found:
        _SheetReader(sheet, around, counter).read(archive.open(part))
    counter.end()
    calculation = root.find("{*}calcPr")
    if calculation is not None and calculation.get("fullCalcOnLoad") in _TRUE:
        _note_placeholders([sheet for sheet, _ in found])
    return Book([sheet for sheet, _ in found], archive.names)


def _note_placeholders(sheets: list[Sheet]) -> None:
    """Note the formulas of a program that calculates none and writes 0 for each (XlsxWriter)."""
    cells = [
        (sheet, place) for sheet in sheets for place in sheet.formulas if place not in sheet.without_value
    ]
    if all(sheet.value(*place) == 0 for sheet, place in cells):
        for sheet, place in cells:
            sheet.without_value.add(place)


class _Counter:
    """Counts the rows and the long texts that were read over all sheets, and reports the rows."""

    def __init__(self, progress: Progress | None, rows: list[int]) -> None:
        self._progress = progress
        self._all = sum(rows)
        self._read = 0
        self._text = 0

    def row(self) -> None:
        """One more row was read."""
        self._read += 1
        if self._progress and self._read % EVERY == 0:
            self._progress(self._read, max(self._all, self._read))

    def text(self, length: int) -> None:
        """A long text, or a formula written out, of so many characters: a small file may show one in many cells."""
        self._text += length
        if self._text > MOST_TEXT:
            raise TooMuchError

    def end(self) -> None:
        """All rows were read."""
        if self._progress:
            self._progress(self._read, self._read)


def _row_count(archive: Archive, part: str) -> int:
    """About how many rows a sheet has: how often a row ends."""
    count = 0
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            count += piece.count(b"row>")
    return count


class _Names(NamedTuple):
    """The names of a cell's elements in the namespace of its sheet."""

    value: str
    formula: str
    inline: str


class _SheetReader:
    """Reads the cells of one sheet."""

    def __init__(self, sheet: Sheet, around: _Surroundings, counter: _Counter) -> None:
        self._sheet = sheet
        self._counter = counter
        self._around = around
        self._row = 0
        self._shared: dict[str, SharedFormula] = {}
        self._columns: dict[str, int] = {}

    def read(self, file: IO[bytes]) -> None:
        """Read the part of the sheet."""
        columns = 0
        with file:
            for element in elements(file, "{*}row", "{*}col", "{*}mergeCell"):
                match local(element):
                    case "row":
                        self._read_row(element)
                        self._counter.row()
                    case "col" if columns < MOST_COLUMNS:
                        columns += 1
                        self._read_column(element)
                    case "mergeCell":
                        first, _, last = str(element.get("ref", "")).partition(":")
                        self._sheet.merge(_place(first), _place(last or first))

    def _read_column(self, column: etree._Element) -> None:
        if column.get("hidden") in _TRUE:
            first, last = int(column.get("min", "0")), int(column.get("max", "0"))
            self._sheet.hidden_columns.update(range(max(first, 1), min(last, MOST_COLUMNS) + 1))

    def _read_row(self, row: etree._Element) -> None:
        named = row.get("r")
        self._row = int(named) if named is not None else self._row + 1
        if not 1 <= self._row <= MOST_ROWS:
            raise ValueError(self._row)
        if row.get("hidden") in _TRUE:
            self._sheet.hidden_rows.add(self._row)
        space = str(row.tag)[: -len("row")]
        names = _Names(f"{space}v", f"{space}f", f"{space}is")
        digits = str(self._row)
        column = 0
        values: dict[int, Value] = {}
        for cell in row.iterchildren(f"{space}c"):
            place = cell.get("r")
            if place is None:
                column += 1
            else:
                letters = place[: -len(digits)] if place.endswith(digits) else ""
                column = self._columns.get(letters) or self._new_column(place, letters)
            if column > MOST_COLUMNS:
                raise ValueError(place)
            self._read_cell(cell, (self._row, column), values, names)
        if values:
            self._sheet.rows.setdefault(self._row, {}).update(values)

    def _new_column(self, place: str, letters: str) -> int:
        """The column of a cell by its address, for the cells below it too."""
        row, column = _place(place)
        if row != self._row:
            raise ValueError(place)
        self._columns[letters] = column
        return column

    def _read_cell(self, cell: etree._Element, at: At, values: dict[int, Value], names: _Names) -> None:
        style = _PLAIN
        if named := cell.get("s"):
            styles = self._around.styles
            style = styles[int(named)] if styles else _PLAIN
            if style.indent:
                self._sheet.indents[at] = style.indent
        held: str | None = None
        inline = ""
        formula: etree._Element | None = None
        for inner in cell:
            tag = inner.tag
            if tag == names.value:
                held = inner.text or ""
            elif tag == names.formula:
                formula = inner
            elif tag == names.inline:
                inline = unescape(text_of(inner))
        kind = cell.get("t", "n")
        value: Value | None = inline if kind == "inlineStr" else self._value(kind, held)
        if formula is not None:
            self._sheet.formulas[at] = self._formula(formula, at)
            if held is None or (held == "" and kind != "str"):
                self._sheet.without_value.add(at)
        if value is None or value == "":
            return
        values[at[1]] = value
        if isinstance(value, str):
            if len(value) > _LONG:
                self._counter.text(len(value))
            return
        if style.code:
            formats = self._around.formats
            if style.code not in formats:
                formats[style.code] = Format(style.code)
            seen = formats[style.code].of(value, self._around.first_day)
            if seen.value != value:
                self._sheet.shown[at] = seen.value
            if seen.unit:
                self._sheet.units[at] = seen.unit

    def _value(self, kind: str, held: str | None) -> Value | None:
        if not held:
            return None
        match kind:
            case "s":
                return self._around.strings[int(held)]
            case "n":
                if held.isascii() and held.isdigit() and len(held) <= 15:
                    return int(held)
                return number(float(held))  # ValueError: the sheet is damaged
            case "b":
                return "TRUE" if held.strip() in _TRUE else "FALSE"
            case "d":
                return held.partition("T")[0]
            case _:
                return unescape(held)

    def _formula(self, formula: etree._Element, at: At) -> str:
        """A formula with its 「=」, one that cells share written out for its cell."""
        text = unescape(formula.text or "")
        if formula.get("t") != "shared":
            return f"={text}"
        group = str(formula.get("si", ""))
        if text:
            from openpyxl.formula.tokenizer import TokenizerError  # read only where cells share a formula

            from templates.readers.books.shared_formula import SharedFormula

            with suppress(TokenizerError):
                self._shared[group] = SharedFormula(f"={text}", at)
            return f"={text}"
        written = self._shared[group].at(at) if group in self._shared else "="
        self._counter.text(len(written))
        return written


def _place(text: str) -> At:
    """The row and column of 「B7」; ValueError for anything else."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[2]), column_number(found[1])
