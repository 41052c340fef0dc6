"""How large a workbook of the kinds .xls, .xlsb and .ods becomes when it is read: counted before calamine sees it.

Calamine lays a sheet out as a rectangle up to its last cell and copies a text for each cell that shows it: a small file
could fill the memory. Only places and lengths are read here, no values.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from
from typing import IO, Final

from lxml import etree

from templates.readers.books.archive import MOST_SHEETS, elements

MOST_PLACES: Final = 2_000_000
"""Places of all sheets, from the first to the last cell of each; calamine takes some 50 bytes for one."""
MOST_TEXT: Final = 30_000_000
"""Characters of all cells."""
_CELLS: Final = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_SHARED, _MANY, _STRINGS, _MORE, _SIZE, _PASSWORD = 0xFD, 0xBD, 0xFC, 0x3C, 0x200, 0x2F
_SHEET, _END = 0x85, 0x0A
_LISTED: Final = 156  # a sheet in the list of a .xlsb
_SHORTEST: Final = (4, 8, 12, 9, 9, 16, 12, 12, 12, 16, 9, 9)
"""Bytes of a row's and a cell's record of a .xlsb, by its kind: place and format of the cell, then its value."""
_LARGEST_SHEET: Final = 65_536 * 256
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_REPEATED: Final = 1 << 20


class TooMuchError(Exception):
    """A workbook would fill the memory."""


class LockedError(Exception):
    """A workbook has a password."""


class _Extent:
    """What the sheets of a workbook take so far."""

    def __init__(self) -> None:
        self._places = 0
        self._text = 0
        self.begin()

    def begin(self) -> None:
        """A sheet begins."""
        self._rows: tuple[int, int] | None = None
        self._columns = (0, 0)

    def cell(self, row: int, column: int, text: int = 0) -> None:
        """A cell, and the characters of its text."""
        if self._rows is None:
            self._rows, self._columns = (row, row), (column, column)
        elif not (self._rows[0] <= row <= self._rows[1] and self._columns[0] <= column <= self._columns[1]):
            self._rows = min(row, self._rows[0]), max(row, self._rows[1])
            self._columns = min(column, self._columns[0]), max(column, self._columns[1])
        self._text += text
        if self._text > MOST_TEXT:
            raise TooMuchError

    def end(self) -> None:
        """A sheet ends."""
        if self._rows is not None:
            height = self._rows[1] - self._rows[0] + 1
            self._places += height * (self._columns[1] - self._columns[0] + 1)
        if self._places > MOST_PLACES:
            raise TooMuchError
        self.begin()


def check_xls(stream: bytes) -> None:
    """Check that the stream of a .xls fills no memory, reading it as calamine does: the records of the book, then those of each sheet.

    Raises:
        LockedError: when it is encrypted.
        TooMuchError: when it would fill the memory.
        struct.error, ValueError, IndexError: when it is damaged.
    """
    extent = _Extent()
    lengths: list[int] = []
    pieces: list[bytes] = []
    parts = [0]
    for part in parts:
        for kind, start, length in _records(stream, part):
            if pieces and kind != _MORE:
                lengths = _string_lengths(pieces)
                pieces = []
            if kind in _CELLS and length >= 4:
                row, column = unpack_from("<HH", stream, start)
                index = unpack_from("<I", stream, start + 6)[0] if kind == _SHARED and length >= 10 else -1
                extent.cell(row, column, lengths[index] if 0 <= index < len(lengths) else length)
            elif kind == _MANY and length >= 6:
                row, column = unpack_from("<HH", stream, start)
                extent.cell(row, column)
                extent.cell(row, unpack_from("<H", stream, start + length - 2)[0])
            elif kind == _STRINGS or (kind == _MORE and pieces):
                pieces.append(stream[start : start + length])
            elif kind == _SIZE:
                _check_size(stream[start : start + length])
            elif kind == _PASSWORD:
                raise LockedError
            elif kind == _SHEET and part == 0:
                parts += unpack_from("<I", stream, start)
        extent.end()
        if len(parts) > MOST_SHEETS + 1:
            raise TooMuchError


def _check_size(data: bytes) -> None:
    """Refuse a size of a sheet for which calamine would take the memory at once."""
    first, last, left, right = unpack_from("<HHHH" if len(data) < 14 else "<IIHH", data)
    if (last and last <= first) or (right and right <= left):
        raise ValueError(data)
    if (last - first) * (right - left) > _LARGEST_SHEET:
        raise TooMuchError


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """The kind, start and length of each record from a place on, up to the record that ends this part of the stream."""
    while place + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, place)
        yield kind, place + 4, min(length, len(stream) - place - 4)
        if kind == _END:
            return
        place += 4 + length


def _string_lengths(pieces: list[bytes]) -> list[int]:
    """The lengths of the texts that cells share; a text goes on in the next piece behind a byte that says how."""
    found: list[int] = []
    number, place = 0, 8
    while number < len(pieces):
        if place >= len(pieces[number]):
            number, place = number + 1, 0
            continue
        count, flags = unpack_from("<HB", pieces[number], place)
        place += 3
        behind = 0
        if flags & 8:
            behind += 4 * unpack_from("<H", pieces[number], place)[0]
            place += 2
        if flags & 4:
            behind += unpack_from("<I", pieces[number], place)[0]
            place += 4
        found.append(count)
        width = 1 + (flags & 1)
        while count:
            here = min(count, (len(pieces[number]) - place) // width)
            count -= here
            place += here * width
            if count:
                number, place = number + 1, 1
                width = 1 + (pieces[number][0] & 1)
        while behind > len(pieces[number]) - place:
            behind -= len(pieces[number]) - place
            number, place = number + 1, 0
        place += behind
    return found


def check_xlsb(main: bytes, sheets: list[bytes], strings: bytes, styles: list[bytes]) -> None:
    """Look the parts of a .xlsb through: the list of its sheets, these, the texts that they share, styles; raises as ``check_xls``."""
    listed = sum(kind == _LISTED for kind, _, _ in _binary_records(main))
    if listed > MOST_SHEETS:
        raise TooMuchError
    if listed > len(sheets):
        raise ValueError(listed)  # calamine would read one sheet as often as it is listed
    for part in styles:
        for _ in _binary_records(part):
            pass
    lengths = [
        unpack_from("<I", strings, start + 1)[0]
        for kind, start, length in _binary_records(strings)
        if kind == 19 and length >= 5
    ]
    extent = _Extent()
    for sheet in sheets:
        row = 0
        for kind, start, length in _binary_records(sheet):
            if kind <= 11 and length < _SHORTEST[kind]:
                raise ValueError(start)  # calamine would read on in what the record before it left
            if kind == 0:
                row = unpack_from("<I", sheet, start)[0]
            elif kind <= 11:
                index = unpack_from("<I", sheet, start + 8)[0] if kind == 7 else -1
                text = lengths[index] if 0 <= index < len(lengths) else length
                extent.cell(row, unpack_from("<I", sheet, start)[0], text)
        extent.end()


def _binary_records(data: bytes) -> Iterator[tuple[int, int, int]]:
    place = 0
    while place < len(data):
        kind = data[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[place] & 0x7F) << 7
            place += 1
        length = shift = 0
        while shift < 28:
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if place + length > len(data):
            raise ValueError(place)  # calamine would take the memory before it finds out
        yield kind, place, length
        place += length


def check_ods(file: IO[bytes]) -> None:
    """Look the content of a .ods through; raises as ``check_xls``, and ``lxml.etree.LxmlError`` when it is damaged."""
    extent = _Extent()
    row = sheets = 0
    for element in elements(file, f"{_TABLE}table-row", f"{_TABLE}table"):
        if element.tag == f"{_TABLE}table":
            extent.end()
            row = 0
            sheets += 1
            if sheets > MOST_SHEETS:
                raise TooMuchError
        else:
            down = _repeated(element, "rows")
            column = text = 0
            last = -1
            for cell in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                right = _repeated(cell, "columns")
                if cell.get(f"{_OFFICE}value-type") or len(cell):
                    words = sum(len(str(words)) for words in cell.itertext())
                    text += right * max(words, len(cell.get(f"{_OFFICE}string-value") or ""))
                    last = column + right - 1
                column += right
            if last >= 0:
                extent.cell(row, 0)
                extent.cell(row + down - 1, last, text * down)
            row += down


def _repeated(element: etree._Element, what: str) -> int:
    count = int(element.get(f"{_TABLE}number-{what}-repeated", "1"))
    if not 0 < count <= _MOST_REPEATED:
        raise TooMuchError
    return count
