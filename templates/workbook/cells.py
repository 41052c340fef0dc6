"""The cells of a sheet as the XML that goes into the file, and the only way a value enters one: as a number or as text.

openpyxl makes an object of each cell, row, column and merged range before it writes it, which would take longer than
everything else of an export.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

import msgspec
from openpyxl.utils import get_column_letter as letter

from model.edits.fields import clean_text
from templates.workbook.style import CellFormat, Palette, Value
from templates.workbook.text import fit_cell, opens_a_formula

_BLANK: Final = CellFormat(wrapped=False)
_HIDDEN_WIDTH: Final = 13.0  # of a column that people unhide


class Cells:
    """The columns, rows and merged ranges of one sheet; rows and columns count from 1.

    Attributes:
        widths: of the columns from the first on, in characters.
    """

    def __init__(self, palette: Palette) -> None:
        self.widths: list[float] = []
        self._palette = palette
        self._rows: dict[int, dict[int, str]] = {}
        self._whole: dict[
            int, bytes
        ] = {}  # rows that are complete: of thousands the cells would take twice the memory
        self._last_column = 1  # of these
        self._heights: dict[int, float] = {}
        self._merged: list[str] = []
        self._hidden_column = 0

    def of(self, value: Value, cell_format: CellFormat) -> str:
        """A cell's XML behind its address: a number as a number, a text always as text, whatever it opens with."""
        if isinstance(value, str):
            text = fit_cell(clean_text(value))
            if opens_a_formula(text):
                cell_format = msgspec.structs.replace(cell_format, quoted=True)
            if text:
                return (
                    f' s="{self._palette.index(cell_format)}" t="inlineStr"><is>'
                    f'<t xml:space="preserve">{escape(text)}</t></is></c>'
                )
        elif value is not None:
            return f' s="{self._palette.index(cell_format)}"><v>{value}</v></c>'
        return f' s="{self._palette.index(cell_format)}"/>'

    def put(self, row: int, column: int, value: Value, cell_format: CellFormat) -> None:
        """Write a value; a blank has its look only."""
        self._rows.setdefault(row, {})[column] = self.of(value, cell_format)

    def put_formula(self, row: int, column: int, text: str, value: object, cell_format: CellFormat) -> None:
        """Write a formula with what it gives: previews show nothing where only a recalculation would tell it.

        Where the sheet is protected, its cell is.
        """
        self._rows.setdefault(row, {})[column] = self.of_formula(text, value, cell_format)

    def of_formula(self, text: str, value: object, cell_format: CellFormat) -> str:
        """A formula's XML behind its address."""
        number = self._palette.index(msgspec.structs.replace(cell_format, locked=True))
        kind = ' t="str"' if isinstance(value, str) else ""
        return f' s="{number}"{kind}><f>{escape(text[1:])}</f><v>{escape(str(value))}</v></c>'

    def put_row(self, row: int, cells: Sequence[str], height: float | None = None) -> None:
        """Write a whole row from its first column on, of what ``of`` and ``of_formula`` gave, so high (pt); "" leaves a cell out."""
        written = {column: cell for column, cell in enumerate(cells, start=1) if cell}
        self._last_column = max(self._last_column, *written)
        self._whole[row] = self._row(row, written, height)

    def add_hidden_column(self) -> int:
        """Add a column behind the others that is not shown; its number."""
        self.widths.append(_HIDDEN_WIDTH)
        self._hidden_column = len(self.widths)
        return self._hidden_column

    def set_height(self, row: int, height: float) -> None:
        """Make a row so high, pt."""
        self._heights[row] = height
        self._rows.setdefault(row, {})

    def merge(self, first_row: int, first: int, last_row: int, last: int) -> None:
        """Make one cell of a range."""
        self._merged.append(f"{letter(first)}{first_row}:{letter(last)}{last_row}")

    @property
    def dimension(self) -> str:
        """The range they fill (「A1:F20」)."""
        last = max((column for row in self._rows.values() for column in row), default=1)
        rows = max((*self._rows, *self._whole), default=1)
        return f"A1:{letter(max(last, self._last_column))}{rows}"

    @property
    def xml(self) -> bytes:
        """The columns, the rows and the merged ranges, as they follow one another in a sheet."""
        plain = self._palette.index(
            _BLANK
        )  # a cell that nobody wrote can be written where the sheet is protected
        columns = "".join(
            f'<col min="{number}" max="{number}" width="{width:.16g}" customWidth="1" style="{plain}"'
            f' hidden="{int(number == self._hidden_column)}"/>'
            for number, width in enumerate(self.widths, start=1)
        )
        rows = self._whole | {
            number: self._row(number, cells, self._heights.get(number))
            for number, cells in self._rows.items()
        }
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merged)
        before = f"{f'<cols>{columns}</cols>' if columns else ''}<sheetData>"
        behind = f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>' if merged else ""
        inside = (row for _, row in sorted(rows.items()))
        return b"".join((before.encode(), *inside, b"</sheetData>", behind.encode()))

    def _row(self, number: int, cells: dict[int, str], height: float | None) -> bytes:
        high = "" if height is None else f' ht="{height:g}" customHeight="1"'
        inside = "".join(f'<c r="{letter(column)}{number}"{cell}' for column, cell in sorted(cells.items()))
        return f'<row r="{number}"{high}>{inside}</row>'.encode()
