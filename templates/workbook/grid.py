"""The grid of the printed sheet: rows of slots, as high as their text needs, and the figures' formulas at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

import msgspec
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from model.edits.fields import clean_text
from model.request.place import Place
from model.values.amount import RoundingMode
from templates.sheet.blocks import Cell, PeopleCell
from templates.workbook.cells import Cells
from templates.workbook.formulas.formula import Address, Addresses
from templates.workbook.memory import AGAIN, PageMemory
from templates.workbook.page import Paper, print_on_pages
from templates.workbook.paging import Paging
from templates.workbook.style import (
    HEADER,
    HEADER_SIZE,
    TABLE_SIZE,
    CellFormat,
    Palette,
    Value,
    people_format,
)
from templates.workbook.text import INDENT, LINE_HEIGHT, POINTS, break_label, pieces, width, wrap
from templates.workbook.typing_rules import expect_amounts, protect_formulas
from templates.workbook.values import CREATOR

FIRST_WIDTH: Final = 66.0  # pt of column A: a row label of seven Japanese characters a line
_PADDING: Final = 4.0  # pt that Excel keeps free inside a cell
HEAD_HEIGHT: Final = 18.0  # pt of headings that stand once on every page
ROW_HEIGHT: Final = 14.5  # pt, at least, of a row of a table
_COMMENT_SIZE: Final = 9.0  # pt, Excel's own
_ROOM: Final = 2.0  # pt above and below the lines of a row

Content: TypeAlias = Value | Cell | PeopleCell


def figure_width(cells: Iterable[Cell]) -> float:
    """The width that the widest of some figures needs, and a digit more, pt."""
    printed = (cell.printed for cell in cells)
    words = (f"{'△ ' if number < 0 else ''}{abs(number):,}0" for number in printed if isinstance(number, int))
    return max((width(text, TABLE_SIZE) for text in words), default=0.0) + _PADDING


def even_widths(columns: int, least: float, paper: Paper) -> list[float]:
    """The widths of a label's column and others that are alike: ``least`` pt or more, and together as wide as the paper."""
    others = columns - 1
    return [FIRST_WIDTH, *[max(least, (paper.width - FIRST_WIDTH) / others)] * others]


def spread(
    needs: Sequence[float], first: int, last: int, first_is_wider: float = 0.0
) -> list[tuple[int, int]]:
    """The columns of the grid, from ``first`` to ``last``, that each column of a table takes: spare ones go to those that need most.

    ``first_is_wider`` says by how much of another column the first one is wider.
    """
    taken = [1] * len(needs)
    for _ in range(last - first + 1 - len(needs)):
        rooms = [count + first_is_wider * (not index) for index, count in enumerate(taken)]
        widest = max(range(len(needs)), key=lambda index: needs[index] / rooms[index])
        taken[widest] += 1
    ends = list(accumulate(taken, initial=first))
    return [(begin, end - 1) for begin, end in pairwise(ends)]


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
        addresses: where the figures stand.
        cells: what was written, once ``finish`` has run.
        memory: the same, for reading it back.
        is_repeating: whether the headings of a table are being written once more.
    """

    def __init__(
        self,
        sheet: Worksheet,
        palette: Palette,
        rounding: RoundingMode,
        widths: Sequence[float],
        paper: Paper,
        repeated: float = 0.0,
    ) -> None:
        """Begin a grid.

        Args:
            sheet: the sheet, for comments.
            palette: the looks of the workbook.
            rounding: of labour cost.
            widths: of its columns, pt.
            paper: what it is printed on.
            repeated: the height of the rows that the spreadsheet repeats on every page, pt.
        """
        self.row = 1
        self.addresses = Addresses()
        self.cells = Cells(palette)
        self.memory = PageMemory()
        self.last_column = len(widths)
        self._sheet = sheet
        self._rounding = rounding
        self._paper = paper
        self._widths = list(widths)
        self._scale = min(1.0, paper.width / sum(widths))
        self._paging = Paging(paper.height / self._scale - repeated)
        self._figures: list[tuple[Address, Cell, CellFormat]] = []
        self.is_repeating = False

    def heading(self, label: str, first: int, last: int) -> str:
        """A heading of columns, on lines that fit."""
        return break_label(label, self.room(first, last), HEADER_SIZE)

    def room(self, first: int, last: int, indent: int = 0) -> float:
        """The width that text has in a slot, pt."""
        return sum(self._widths[first - 1 : last]) - _PADDING - indent * INDENT

    def gap(self, height: float) -> None:
        """Leave some air, pt."""
        self._end_row(height, keeps=self._paging.is_keeping)

    def head(self, labels: Sequence[str]) -> None:
        """Headings, one a column, that the spreadsheet repeats on every page and keeps in sight."""
        slots = [Slot(index, index, label, HEADER) for index, label in enumerate(labels, start=1)]
        row = self.add(slots, at_least=HEAD_HEIGHT, keeps=True)
        self._sheet.print_title_rows = f"{row}:{row}"
        self._sheet.freeze_panes = f"A{row + 1}"

    def text(self, text: str, cell_format: CellFormat, where: Place = "", *, keeps: bool = False) -> None:
        """A row of text over the whole width."""
        self.add([Slot(1, self.last_column, text, cell_format, place=where)], keeps=keeps)

    @contextmanager
    def table(self, headings: Callable[[], object]) -> Iterator[None]:
        """A table, whose headings are written now and, without their places, on each page on which it goes on."""
        headings()

        def again() -> None:
            self.is_repeating = True
            headings()
            self.is_repeating = False

        self._paging.headings = again
        yield
        self._paging.headings = None

    def together(self, height: float) -> None:
        """What is written next, of this height, begins on a new page where this one has no room for it and another has."""
        if height <= self._paper.height / self._scale:
            self._paging.turn(self.row, height)

    def add(
        self, slots: Sequence[Slot], at_least: float = 0.0, *, keeps: bool = False, beside: float = 0.0
    ) -> int:
        """Write a row; a text longer than a row can show is continued in rows below it.

        Args:
            slots: from the left.
            at_least: the height of the row, pt, where its text needs less.
            keeps: whether the next row has to stand on the same page.
            beside: the height of a row of the same table that has to stand on the same page, pt.

        Returns:
            The row's number.
        """
        if self.is_repeating:
            places = [AGAIN, *[""] * len(slots)]
            slots = [
                msgspec.structs.replace(slot, place=where) for slot, where in zip(slots, places, strict=False)
            ]
        texts = [self.pieces_of(slot) for slot in slots]
        first = 0
        for part in range(max(map(len, texts), default=1)):
            parts = [own[part] if part < len(own) else "" for own in texts]
            height = max(at_least, *map(self._height_in, slots, parts)) if slots else at_least
            self._paging.turn(self.row, height + beside)
            first = first or self.row
            for slot, text in zip(slots, parts, strict=True):
                if isinstance(slot.content, str):
                    self._write(slot, text)
                elif part:
                    self._write(msgspec.structs.replace(slot, place=""), text)
                else:
                    self._write(slot, slot.content)
            self._end_row(height, keeps=keeps)
        return first

    def _height_in(self, slot: Slot, text: str) -> float:
        """The height that a piece of text needs in a slot, pt."""
        room = self.room(slot.first, slot.last, slot.cell_format.indent)
        count = len(wrap(text, room, slot.cell_format.size))
        return count * slot.cell_format.size * LINE_HEIGHT + _ROOM

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
        return self._height_in(slot, clean_text(slot.content) if isinstance(slot.content, str) else "")

    def finish(self) -> None:
        """Write the formulas, now that every figure has its address, and widen columns for large figures."""
        typed: list[Address] = []
        for address, cell, cell_format in self._figures:
            text = self.addresses.formula(cell, self._rounding)
            if text is not None:
                self.formula(address, text, cell.figure.value, cell_format)
            else:
                typed.append(address)
                self.cells.put(address.row, address.column, cell.printed, cell_format)
                self.memory.note(address, cell.place, cell.printed)
            if cell.note:
                self._sheet.cell(address.row, address.column).comment = _comment(cell.note)
        expect_amounts(self._sheet, typed)
        protect_formulas(self._sheet)
        self.cells.widths = [points / POINTS for points in self._widths]
        print_on_pages(self._sheet, self._paper, self._scale, self._paging.breaks)
        self._sheet.print_area = f"A1:{Address(self.last_column, self.row - 1)}"

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

    def _end_row(self, height: float, *, keeps: bool) -> None:
        self.cells.set_height(self.row, round(height, 2))
        self._paging.add(self.row, height, keeps=keeps)
        self.row += 1


def _comment(note: str) -> Comment:
    """How a figure was rounded, as the comment of its cell, large enough to be read without pulling at it."""
    lines = note.split("\n")
    widest = max(width(line, _COMMENT_SIZE) for line in lines)
    return Comment(note, CREATOR, height=round(len(lines) * 20 + 16), width=round(widest * 1.4 + 24))
