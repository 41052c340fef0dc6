"""The sheets of a workbook as plain cells, read by openpyxl: values, formulas, merged ranges, hidden rows.

A number is an ``int`` or an exact ``Decimal`` as Excel shows it (15 digits), a text is text without its furigana, an
error or a truth value is the word the sheet shows. Only what stands in the file: nothing is calculated.

openpyxl reads either the formulas of a workbook or their values; its parser of a sheet is used here for both at once.
"""

from __future__ import annotations

import datetime
import re
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import WorkSheetParser

from model.document.storage import FileError
from model.edits.fields import clean_text
from model.files.regular_file import open_regular
from templates.readers.workbook.formats import shown
from templates.readers.workbook.strict_workbook import usual_form

Value: TypeAlias = int | Decimal | str
At: TypeAlias = tuple[int, int]
"""Row and column, from 1."""

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Sheet:
    """One sheet.

    Attributes:
        title: its tab.
        is_hidden: whether the tab is hidden.
        rows: the values that are there, by row and column; a blank cell and an empty text are not.
        formulas: the formulas with their 「=」; their values stand in ``rows``.
        spans: how many columns a merged range takes, by its first cell.
        hidden_rows: rows that are hidden.
        indents: the indent of cells that have one.
        shown: what a number shows where its format makes it something else: a date, a percentage, 千円 of 円.
    """

    def __init__(self, title: str, *, is_hidden: bool) -> None:
        self.title = title
        self.is_hidden = is_hidden
        self.rows: dict[int, dict[int, Value]] = {}
        self.formulas: dict[At, str] = {}
        self.spans: dict[At, int] = {}
        self.hidden_rows: set[int] = set()
        self.indents: dict[At, int] = {}
        self.shown: dict[At, Value] = {}
        self.units: dict[At, str] = {}
        self.without_value: set[At] = set()
        self.row_spans: dict[At, int] = {}
        self.hidden_columns: set[int] = set()

    def value(self, row: int, column: int) -> Value | None:
        """What stands in a cell; None for a blank."""
        return self.rows.get(row, {}).get(column)


class Book(NamedTuple):
    """A workbook: its sheets in the order of the tabs, and the names of the parts of its file."""

    sheets: list[Sheet]
    parts: list[str]

    def sheet(self, title: str) -> Sheet | None:
        """The sheet with a title."""
        return next((sheet for sheet in self.sheets if sheet.title == title), None)


def read_book(path: Path) -> Book:
    """Read every worksheet of a workbook that ``check_workbook`` let through.

    Raises:
        FileError: when it is damaged.
    """
    try:
        # openpyxl warns of what it leaves out: nothing that is read here
        with open_regular(path) as file, warnings.catch_warnings(action="ignore"):
            book = load_workbook(usual_form(file), read_only=True, data_only=True, keep_links=False)
            return Book([_read_sheet(sheet) for sheet in book.worksheets], ZipFile(file).namelist())
    except Exception as error:  # openpyxl raises KeyError, TypeError, ParseError … for a wrong value
        raise FileError(
            f"「{path.name}」は壊れているか、途中で切れています。Excelで開いて保存し直してください。"
        ) from error


def address(row: int, column: int) -> str:
    """「E12」."""
    return f"{get_column_letter(column)}{row}"


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


class _Parser(WorkSheetParser):
    """openpyxl's parser of a sheet, which reads values, and notes the formulas beside them."""

    def __init__(self, source: Any, strings: list[str]) -> None:
        super().__init__(source, strings, data_only=True)
        self.formulas: dict[At, str] = {}

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A cell with its value; its formula is noted."""
        cell: dict[str, Any] = super().parse_cell(element)
        if element.find("{*}f") is not None:
            formula = self.parse_formula(element)  # type: ignore[no-untyped-call]
            text = formula if isinstance(formula, str) else getattr(formula, "text", None)
            self.formulas[cell["row"], cell["column"]] = text or "="
        return cell


def _read_sheet(source: Any) -> Sheet:
    sheet = Sheet(source.title, is_hidden=source.sheet_state != "visible")
    with source._get_source() as xml:
        parser = _Parser(xml, source._shared_strings)
        for row, cells in parser.parse():
            if not 1 <= row <= _MOST_ROWS:
                raise ValueError(row)
            for cell in cells:
                _read_cell(sheet, ReadOnlyCell(source, **cell), source.parent.epoch)
    sheet.formulas = parser.formulas
    if parser.merged_cells is not None:
        for merged in parser.merged_cells.mergeCell:
            sheet.spans[merged.min_row, merged.min_col] = merged.max_col - merged.min_col + 1
    sheet.hidden_rows = {
        int(row)
        for row, attributes in parser.row_dimensions.items()
        if attributes.get("hidden") in ("1", "true")
    }
    return sheet


def _read_cell(sheet: Sheet, cell: Any, first_day: datetime.datetime) -> None:
    if not (1 <= cell.row <= _MOST_ROWS and 1 <= cell.column <= _MOST_COLUMNS):
        raise ValueError(cell.coordinate)
    index = (cell.row, cell.column)
    if cell.has_style and (indent := int(cell.alignment.indent)):
        sheet.indents[index] = indent
    match cell.value:
        case None | "":
            return
        case bool() as truth:
            value: Value = str(truth).upper()
        case int() | float() as held:
            value = number(held)
        case str() as text:
            value = unescape(text)
        case datetime.datetime() as moment:  # of a workbook in the strict form
            value = moment.date().isoformat()
        case moment:
            value = moment.isoformat()
    sheet.rows.setdefault(cell.row, {})[cell.column] = value
    if cell.data_type == "n" and cell.has_style and not isinstance(value, str):
        seen = shown(value, cell.style_array.numFmtId, cell.number_format, first_day)
        if seen != value:
            sheet.shown[index] = seen
