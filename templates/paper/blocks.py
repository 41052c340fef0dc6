"""What a paper is made of, as plain data for the template ``paper.typ``: words and figures as they are printed, no markup."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import msgspec

from model.request.place import Place

Part: TypeAlias = Literal["pictures", "ledger", "questions"]
"""What can be printed with a sheet: the pictures at its tables; behind it the 債務負担行為調書, the 質問票."""
PARTS: Final[tuple[Part, ...]] = ("pictures", "ledger", "questions")
ENDING: Final = ".pdf"
"""Of the file of a paper."""

Kind: TypeAlias = Literal["number", "words"]
"""A cell of a figure (right), or of words (left, wrapped)."""


class PaperCell(msgspec.Struct, frozen=True):
    """A cell of a table.

    Attributes:
        text: what is printed.
        place: what a click on it goes to; "" for nothing.
        kind: how it is set.
        columns: how many columns it spans.
        rows: how many rows it spans.
        depth: how far it is indented, for parts of a line.
        quiet: words above the text in a quieter colour (積算).
        is_beside: whether it stands beside rows and is none of the 合計 that it begins with.
    """

    text: str
    place: Place = ""
    kind: Kind = "words"
    columns: int = 1
    rows: int = 1
    depth: int = 0
    quiet: str = ""
    is_beside: bool = False


class PaperRow(msgspec.Struct, frozen=True):
    """A row of a table.

    Attributes:
        cells: its cells; those that a row above reaches into are left out.
        first: the column, from 0, of its first cell.
        strong: whether it is a 合計.
        heading: whether it has no figures and others stand below it.
        room: pt that it is high at least, for writing by hand.
    """

    cells: tuple[PaperCell, ...]
    first: int = 0
    strong: bool = False
    heading: bool = False
    room: float = 0


class PaperColumn(msgspec.Struct, frozen=True):
    """A column of a table: as wide as its contents, ``ems`` times the size of the letters, or a ``share`` of what is left."""

    ems: float = 0
    share: float = 0


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table with its caption above, and notes below; its heading rows are repeated on every page."""

    columns: tuple[PaperColumn, ...]
    head: tuple[tuple[PaperCell, ...], ...]
    rows: tuple[PaperRow, ...]
    caption: str = ""
    notes: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, tag="head"):
    """The first lines of a sheet: what it is, whose, the 事業名 as the title, and the line below it."""

    title: str
    side: str
    name: str
    subtitle: str = ""


class Pairs(msgspec.Struct, frozen=True, tag="pairs"):
    """Labels with their values, two pairs a line."""

    rows: tuple[tuple[PaperCell, ...], ...]


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading of level 2 to 6; 1 is the 事業名. It never stands at the foot of a page without what follows."""

    text: str
    level: int
    place: Place = ""


class Text(msgspec.Struct, frozen=True, tag="text"):
    """A paragraph, line by line as it was typed.

    Attributes:
        lines: its lines.
        place: where it stands on the request.
        indented: whether its first line is.
        apart: whether there is room above it.
    """

    lines: tuple[str, ...]
    place: Place = ""
    indented: bool = False
    apart: bool = False


class Entry(msgspec.Struct, frozen=True):
    """An entry of a list: its mark as typed, its lines, and what stands under it; ``apart`` with room above it."""

    mark: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    apart: bool = False


class Entries(msgspec.Struct, frozen=True, tag="list"):
    """A list."""

    entries: tuple[Entry, ...]
    place: Place = ""


class Framed(msgspec.Struct, frozen=True, tag="framed"):
    """Blocks with a line around them (財政課処理欄)."""

    blocks: tuple[Block, ...]


class Picture(msgspec.Struct, frozen=True):
    """A picture as SVG, so wide in units of which its words are 13 high, with what it shows in sentences."""

    svg: str
    width: float
    alternative: str


class Pictures(msgspec.Struct, frozen=True, tag="pictures"):
    """Pictures side by side."""

    pictures: tuple[Picture, ...]


Block: TypeAlias = Head | Pairs | Heading | Text | Entries | Framed | Table | Pictures


class PaperPart(msgspec.Struct, frozen=True):
    """A part that begins on a page of its own; ``wide`` lies on its side."""

    blocks: tuple[Block, ...]
    wide: bool = False


class Paper(msgspec.Struct, frozen=True):
    """All that is printed of a request.

    Attributes:
        title: what readers of PDF show for the file.
        author: the section.
        name: 事業名, at the foot of each page.
        year: year and budget, at the foot.
        time: of the file, at the foot.
    """

    title: str
    author: str
    name: str
    year: str
    time: str
    parts: tuple[PaperPart, ...]
