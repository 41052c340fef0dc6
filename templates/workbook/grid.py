"""The grid of the printed sheet: rows of slots, as high as their text needs, and the figures' formulas at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import msgspec
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from model.edits.fields import clean_text
from model.request.place import Place
from model.values.amount import RoundingMode
from templates.sheet.blocks import Cell, PeopleCell
from templates.workbook.cells import Cells
from templates.workbook.formula import Address, Addresses
from templates.workbook.memory import PageMemory
from templates.workbook.style import TABLE_SIZE, CellFormat, Palette, Value, people_format
from templates.workbook.text import INDENT, LINE_HEIGHT, POINTS, pieces, width, wrap
from templates.workbook.values import CREATOR

FIRST_WIDTH: Final = 19.0  # of column A: a row label of ten Japanese characters
OTHER_WIDTH: Final = 10.5  # of the others at least: six Japanese characters of a heading, or 「△ 9,999,999」
_PADDING: Final = 4.0  # pt that Excel keeps free inside a cell
_COMMENT_SIZE: Final = 9.0  # pt, Excel's own
_ROOM: Final = 3.0  # pt above and below the lines of a row

Content: TypeAlias = Value | Cell | PeopleCell


class Slot(msgspec.Struct, frozen=True):
    """A cell, or several merged into one, and what stands in it.

    Attributes:
        first: its first column, from 1.
        last: its last column.
        content: a text, a number, or a figure of the sheet.
        cell_format: how it looks.
        siblings: for a figure of a cost table, which lines it is added up with.
        place: what of the request a text stands for, so that it can be read back; a figure knows its own.
    """

    first: int
    last: int
    content: Content
    cell_format: CellFormat
    siblings: str = ""
    place: Place = ""


class Grid:
    """Writes the printed sheet from the top down.

    Attributes:
        row: the next row to be written.
        height: the height of everything above it, pt.
        addresses: where the figures stand.
        cells: what was written, once ``finish`` has run.
        memory: the same, for reading it back.
    """

    def __init__(
        self,
        sheet: Worksheet,
        palette: Palette,
        rounding: RoundingMode,
        last_column: int,
        largest: int,
        widths: Sequence[float] = (),
    ) -> None:
        """Begin a grid of ``last_column`` columns, each wide enough for a figure of the size ``largest``.

        Or of the widths that are given, where words make the table and no figures.
        """
        self.row = 1
        self.height = 0.0
        self.addresses = Addresses()
        self.cells = Cells(palette)
        self.memory = PageMemory()
        self.last_column = last_column
        self._sheet = sheet
        self._rounding = rounding
        room = width(f"△ {largest:,} ", TABLE_SIZE) + _PADDING
        self._widths = list(widths) or [
            FIRST_WIDTH,
            *[max(OTHER_WIDTH, room / POINTS)] * (last_column - 1),
        ]
        self._figures: list[tuple[Address, Cell, CellFormat]] = []

    def room(self, first: int, last: int, indent: int = 0) -> float:
        """The width that text has in a slot, pt."""
        return sum(self._widths[first - 1 : last]) * POINTS - _PADDING - indent * INDENT

    def gap(self, height: float) -> None:
        """Leave some air, pt."""
        self._end_row(height)

    def text(self, text: str, cell_format: CellFormat, where: Place = "") -> None:
        """A row of text over the whole width."""
        self.add([Slot(1, self.last_column, text, cell_format, place=where)])

    def add(self, slots: Sequence[Slot], at_least: float = 0.0) -> int:
        """Write a row; a text longer than a row can show is continued in rows below it.

        Args:
            slots: from the left.
            at_least: the height of the row, pt, where its text needs less.

        Returns:
            The row's number.
        """
        row = self.row
        texts = [self.pieces_of(slot) for slot in slots]
        for part in range(max(map(len, texts), default=1)):
            height = at_least
            for slot, own in zip(slots, texts, strict=True):
                text = own[part] if part < len(own) else ""
                if isinstance(slot.content, str):
                    self._write(slot, text)
                elif part:
                    self._write(msgspec.structs.replace(slot, place=""), text)
                else:
                    self._write(slot, slot.content)
                room = self.room(slot.first, slot.last, slot.cell_format.indent)
                count = len(wrap(text, room, slot.cell_format.size)) if text else 1
                height = max(height, count * slot.cell_format.size * LINE_HEIGHT + _ROOM)
            self._end_row(height)
        return row

    def formula(self, address: Address, text: str, value: object, cell_format: CellFormat) -> None:
        """Put a formula and what it gives into a cell."""
        self.cells.put_formula(address.row, address.column, text, value, cell_format)
        self.memory.note_formula(address, text, value)

    def merge_down(self, first_row: int, slot: Slot) -> None:
        """Make one cell of a slot's columns from a row down to the last one written, with its text."""
        last_row = self.row - 1
        for row in range(first_row, last_row + 1):
            for column in range(slot.first, slot.last + 1):
                self.cells.put(row, column, None, slot.cell_format)
        assert not isinstance(slot.content, Cell | PeopleCell)
        self.cells.put(first_row, slot.first, slot.content, slot.cell_format)
        self.memory.note(Address(slot.first, first_row), slot.place, slot.content)
        if (last_row, slot.last) != (first_row, slot.first):
            self.cells.merge(first_row, slot.first, last_row, slot.last)

    def height_of(self, slot: Slot) -> float:
        """The height that the text of a slot needs in one piece, pt."""
        text = slot.content if isinstance(slot.content, str) else ""
        lines = wrap(
            clean_text(text), self.room(slot.first, slot.last, slot.cell_format.indent), slot.cell_format.size
        )
        return len(lines) * slot.cell_format.size * LINE_HEIGHT + _ROOM

    def finish(self) -> None:
        """Write the formulas, now that every figure has its address, and widen columns for large figures."""
        for address, cell, cell_format in self._figures:
            text = self.addresses.formula(cell, self._rounding)
            if text is not None:
                self.formula(address, text, cell.figure.value, cell_format)
            else:
                self.cells.put(address.row, address.column, cell.printed, cell_format)
                self.memory.note(address, cell.place, cell.printed)
            if cell.note:
                self._sheet.cell(address.row, address.column).comment = _comment(cell.note)
        self.cells.widths = list(self._widths)

    def pieces_of(self, slot: Slot) -> list[str]:
        """The text of a slot, cut into what a row shows at most."""
        content = slot.content
        if isinstance(content, Cell):
            content = content.printed
        elif isinstance(content, PeopleCell):
            content = content.printed if content.value is None else content.value
        text = content if isinstance(content, str) else ""
        room = self.room(slot.first, slot.last, slot.cell_format.indent)
        return pieces(clean_text(text), room, slot.cell_format.size) if text else [""]

    def _write(self, slot: Slot, content: Content) -> None:
        address = Address(slot.first, self.row)
        cell_format, where = slot.cell_format, slot.place
        match content:
            case Cell():
                where = content.place
                self.addresses.place(content, address, slot.siblings)
                self._figures.append((address, content, cell_format))
                content = None
            case PeopleCell():
                where = content.place
                self.addresses.place(content, address)
                decimals = len(content.printed.partition(".")[2]) if content.value is not None else 0
                cell_format = msgspec.structs.replace(cell_format, number_format=people_format(decimals))
                content = content.printed if content.value is None else content.value
        self.cells.put(self.row, slot.first, content, cell_format)
        self.memory.note(address, where, content)
        if slot.last > slot.first:
            if cell_format.border != "none" or cell_format.fill:
                for column in range(slot.first + 1, slot.last + 1):
                    self.cells.put(self.row, column, None, cell_format)
            self.cells.merge(self.row, slot.first, self.row, slot.last)

    def _end_row(self, height: float) -> None:
        self.cells.set_height(self.row, round(height, 2))
        self.height += height
        self.row += 1


def _comment(note: str) -> Comment:
    """How a figure was rounded, as the comment of its cell, large enough to be read without pulling at it."""
    lines = note.split("\n")
    widest = max(width(line, _COMMENT_SIZE) for line in lines)
    return Comment(note, CREATOR, height=round(len(lines) * 20 + 16), width=round(widest * 1.4 + 24))
