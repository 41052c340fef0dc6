"""The looks of a workbook's cells.

A look is turned into a style once per workbook and shared by its cells; setting fonts and borders cell by cell would
take most of the time of an export.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, TypeAlias

import msgspec
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = int | Decimal | str | None

# on every Windows since 2018; elsewhere the system's own Japanese font stands in
FONT: Final = "BIZ UDPゴシック"
BODY_SIZE: Final = 10.0
TABLE_SIZE: Final = 9.0
HEADER_SIZE: Final = 9.0

_LINE: Final = Side(style="thin", color="A6A6A6")
_RULE: Final = Side(style="medium", color="5B6B7F")
_BORDERS: Final[Mapping[str, Border]] = {
    "none": Border(),
    "box": Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE),
    "upper": Border(left=_LINE, right=_LINE, top=_LINE),
    "lower": Border(left=_LINE, right=_LINE, bottom=_LINE),
    "sides": Border(left=_LINE, right=_LINE),
    "under": Border(bottom=_RULE),
}


class CellFormat(msgspec.Struct, frozen=True):
    """How a cell looks.

    Attributes:
        quoted: marks a text that would otherwise open a formula.
        locked: whether it cannot be typed over where its sheet is protected.
    """

    size: float = TABLE_SIZE
    bold: bool = False
    color: str = "222222"
    fill: str = ""
    border: Literal["none", "box", "upper", "lower", "sides", "under"] = "none"
    horizontal: Literal["left", "center", "right"] = "left"
    vertical: Literal["top", "center"] = "center"
    indent: int = 0
    number_format: str = "General"
    wrapped: bool = True
    quoted: bool = False
    locked: bool = False


TITLE: Final = CellFormat(size=13, bold=True)
TITLE_SIDE: Final = CellFormat(size=TABLE_SIZE, horizontal="right", color="555555")
NAME: Final = CellFormat(size=13, bold=True, border="under")
SUBTITLE: Final = CellFormat(size=11)
FRAME_TITLE: Final = CellFormat(size=11, bold=True, fill="DCE6F0", color="1F3A5F")
SECTION_HEADING: Final = CellFormat(size=10.5, bold=True, color="1F3A5F")
CAPTION: Final = CellFormat(size=TABLE_SIZE, bold=True)
NARRATIVE: Final = CellFormat(size=BODY_SIZE, vertical="top")
NOTE: Final = CellFormat(size=HEADER_SIZE, color="555555")
HEADER: Final = CellFormat(size=HEADER_SIZE, fill="EEF2F6", border="box", horizontal="center")
# a heading over two rows: its empty half
HEADER_UPPER: Final = msgspec.structs.replace(HEADER, border="upper")
HEADER_MIDDLE: Final = msgspec.structs.replace(HEADER, border="sides")
HEADER_LOWER: Final = msgspec.structs.replace(HEADER, border="lower")
LABEL: Final = CellFormat(border="box", fill="F7F9FB")
TEXT: Final = CellFormat(border="box")
FIGURE: Final = CellFormat(border="box", horizontal="right")
TOTAL_TEXT: Final = CellFormat(border="box", bold=True, fill="F7F9FB", horizontal="center")
TOTAL_FIGURE: Final = CellFormat(border="box", bold=True, fill="F7F9FB", horizontal="right")
DATA: Final = CellFormat(size=BODY_SIZE, wrapped=False)
DATA_HEADER: Final = CellFormat(size=BODY_SIZE, bold=True, fill="EEF2F6", wrapped=False)


def amount_format(minus: str) -> str:
    """The number format of 千円: 「124,767」, and a true negative number shown as 「△ 479」."""
    return f'#,##0_ ;"{minus} "#,##0_ '


def percent_format(minus: str) -> str:
    """The number format of 増減率: 「5.1%」, 「△ 5.1%」."""
    return f'0.0%_ ;"{minus} "0.0%_ '


def people_format(decimals: int) -> str:
    """The number format of 人役 (人): 「1.9」, 「0.0」."""
    return f"0.{'0' * decimals}_ " if decimals else "0_ "


class Palette:
    """The styles of one workbook, made once per look."""

    def __init__(self, sheet: Worksheet) -> None:
        self._scratch = sheet  # a style needs a cell to be made on; the cell is never part of the sheet
        self._numbers: dict[CellFormat, int] = {}

    def index(self, cell_format: CellFormat) -> int:
        """The number of a look's style in the workbook."""
        number = self._numbers.get(cell_format)
        if number is None:
            number = self._numbers[cell_format] = self._make(cell_format).style_id
        return number

    def _make(self, cell_format: CellFormat) -> Cell:
        cell = Cell(self._scratch, row=1, column=1)
        cell.font = Font(name=FONT, size=cell_format.size, bold=cell_format.bold, color=cell_format.color)
        if cell_format.fill:
            cell.fill = PatternFill("solid", fgColor=cell_format.fill)
        cell.border = _BORDERS[cell_format.border]
        cell.alignment = Alignment(
            horizontal=cell_format.horizontal,
            vertical=cell_format.vertical,
            wrap_text=cell_format.wrapped,
            indent=cell_format.indent,
        )
        cell.number_format = cell_format.number_format
        cell.quotePrefix = cell_format.quoted
        cell.protection = Protection(locked=cell_format.locked)
        return cell
