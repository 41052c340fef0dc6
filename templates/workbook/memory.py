"""What a workbook remembers of the request it was written from, so that it can be read back after people changed it.

A hidden sheet 「予算帖」 holds the request as its own file, and what the program wrote into each cell. The rows of the
printed sheet are numbered in a hidden column right of the print area; the number moves with its row when people
insert, delete or sort rows. Nothing is compared here; that is ``readers/workbook``.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib
from decimal import Decimal
from typing import Final, Literal, TypeAlias, TypeVar

import msgspec

from model.edits.fields import clean_text
from model.files.regular_file import decoded
from model.request.place import Place
from templates.workbook.formulas.formula import Address
from templates.workbook.text import fit_cell

SHEET: Final = "予算帖"
MARK: Final = "予算帖"  # heads the hidden column of row numbers
LAYOUT: Final = 1
AGAIN: Final[Place] = "again/columns"  # the headings of a table written once more, on its next page
_NOTE: Final = "予算帖がこのブックを読み戻すためのシートです。消したり書き換えたりしないでください。"
_CHUNK: Final = 30_000  # characters of a cell; Excel keeps 32,767
_LEVEL: Final = 3  # of compression: a quarter of the time of the usual one, for 15 % more
_MOST_COLUMNS: Final = 16_384  # of a sheet
_LARGEST: Final = 200_000_000  # bytes of what is remembered, unpacked; 10,000 lines take five million

Kind: TypeAlias = Literal["", "n", "s", "f"]
"""A blank, a number, a text, a formula."""


class Written(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What the program wrote into a cell of the printed sheet.

    Attributes:
        column: from 1.
        place: what of the request stands there; "" for words that belong to the form.
        kind: what the cell holds.
        text: the number as text, the text, or the formula with its 「=」.
        gave: what the formula gave.
    """

    column: int
    place: Place
    kind: Kind
    text: str = ""
    gave: str = ""


class FlatTable(msgspec.Struct, frozen=True, array_like=True):
    """A flat sheet as it was written, with its key columns."""

    title: str
    headings: list[str]
    rows: list[list[int | str | None]]


class AskedRow(msgspec.Struct, frozen=True, array_like=True):
    """A question or finding of the 質問票 and of 検査結果 as it was written.

    Attributes:
        number: its number in the 質問票; 0 where it is not printed there.
        rule: the rule's id.
        place: its place.
        about: its sentence, to which an answer belongs.
        answer: the answer or reason that stood there.
        where: the words of its place, as printed.
        said: its sentence, as printed.
        source: the rule's source, as printed.
        pieces: the answer in pieces, where it takes several rows of the 質問票.
    """

    number: int
    rule: str
    place: Place
    about: str
    answer: str
    where: str
    said: str
    source: str
    pieces: list[str] = []


class Memory(msgspec.Struct, frozen=True):
    """Everything a workbook remembers.

    Attributes:
        request: the request's file, as ``storage.dumps_compact`` gives it.
        title: the tab of the printed sheet.
        key_column: its hidden column of row numbers, from 1.
        page: the cells of the printed sheet by row.
        flat: the flat sheets.
        copies: the cells of further sheets that are printed, by title and row; what is changed there is listed only.
        asked: the questions and findings of the 質問票 and of 検査結果.
        asked_words: what stands in the 質問票 above and between its rows.
    """

    request: msgspec.Raw
    title: str
    key_column: int
    page: dict[int, list[Written]]
    flat: list[FlatTable]
    copies: dict[str, dict[int, list[Written]]] = {}
    asked: list[AskedRow] = []
    asked_words: list[str] = []


class PageMemory:
    """Collects what is written into the printed sheet."""

    def __init__(self) -> None:
        self.rows: dict[int, list[Written]] = {}
        self._at: dict[Address, int] = {}

    def note(self, address: Address, where: Place, content: object) -> None:
        """A value was written; a figure that is not known yet is written as None and noted again."""
        row = self.rows.setdefault(address.row, [])
        known = self._at.get(address)
        if known is None:
            self._at[address] = len(row)
            row.append(_written(address.column, where, content))
        else:
            row[known] = _written(address.column, where or row[known].place, content)

    def addresses_of(self, where: Place) -> list[Address]:
        """Where a place stands on the sheet."""
        return [
            Address(cell.column, row)
            for row, cells in self.rows.items()
            for cell in cells
            if cell.place == where
        ]

    def note_formula(self, address: Address, text: str, gave: object) -> None:
        """A formula was written into a cell that is noted already."""
        row, index = self.rows[address.row], self._at[address]
        row[index] = Written(address.column, row[index].place, "f", text, str(gave))


def _written(column: int, where: Place, content: object) -> Written:
    match content:
        case str():
            text = fit_cell(clean_text(content))
            return Written(column, where, "s", text) if text else Written(column, where, "")
        case int() | Decimal():
            return Written(column, where, "n", str(content))
    return Written(column, where, "")


def pack(memory: Memory) -> list[str]:
    """The cells of the hidden sheet: a note, the layout, a checksum, and the packed memory in pieces."""
    data = base64.b64encode(zlib.compress(msgspec.json.encode(memory), _LEVEL)).decode()
    chunks = [data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK)]
    return [_NOTE, f"{MARK}/{LAYOUT}", hashlib.sha256(data.encode()).hexdigest(), *chunks]


def unpack(cells: list[str]) -> Memory | None:
    """What the hidden sheet remembers, from the texts of its column A; None where it is damaged or of a newer layout."""
    memory = _decoded(cells, Memory)
    return memory if memory is not None and _is_sound(memory) else None


def unpack_request(cells: list[str]) -> bytes | None:
    """The request's file alone, where nothing else of the memory is asked; None likewise."""
    memory = _decoded(cells, _RequestAlone)
    return None if memory is None else bytes(memory.request)


class _RequestAlone(msgspec.Struct, frozen=True):
    """The memory of a workbook that nobody changed: what else it remembers says nothing new, and takes time to read."""

    request: msgspec.Raw


_M = TypeVar("_M", Memory, _RequestAlone)


def _decoded(cells: list[str], kind: type[_M]) -> _M | None:
    if len(cells) < 4 or cells[1] != f"{MARK}/{LAYOUT}":
        return None
    data = "".join(cells[3:])
    if hashlib.sha256(data.encode()).hexdigest() != cells[2]:
        return None
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(base64.b64decode(data, validate=True), _LARGEST)
    except (binascii.Error, zlib.error):
        return None
    return None if unpacker.unconsumed_tail else decoded(plain, kind)


def _is_sound(memory: Memory) -> bool:
    """Whether the hidden column is one of a sheet, every row has cells, and one of a flat sheet a cell below each heading."""
    return (
        1 <= memory.key_column <= _MOST_COLUMNS
        and all(memory.page.values())
        and all(len(row) == len(table.headings) for table in memory.flat for row in table.rows)
    )
