"""What every source of a page comes down to: lines of text and grids of cells, in the order of the page.

The rooms that read head, tables and narrative see only these; whether they were text or HTML is settled before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Final, TypeAlias

import msgspec

from templates.readers.reading import Unread

_CUT: Final = 80


class Line(msgspec.Struct, frozen=True):
    """A line of text with its leading spaces; ``number`` is its line in the source, counted from 1."""

    number: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text.strip()


class Grid(msgspec.Struct, frozen=True):
    """A table whose cells are known: rows of texts, blank cells as ""; all rows are equally long."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    is_blank: ClassVar[bool] = False

    @property
    def trimmed(self) -> Grid:
        """The grid without the rows and columns in which nothing stands."""
        rows = [row for row in self.rows if any(cell.strip() for cell in row)]
        kept = (
            [index for index in range(len(rows[0])) if any(row[index].strip() for row in rows)]
            if rows
            else []
        )
        return Grid(self.number, tuple(tuple(row[index] for index in kept) for row in rows))


Piece: TypeAlias = Line | Grid


def lines_of(pieces: Iterable[Piece], between: str = "\t") -> Iterator[Line]:
    """The pieces as lines: a row of a grid is a line with ``between`` its cells."""
    for piece in pieces:
        if isinstance(piece, Line):
            yield piece
        else:
            for row in piece.rows:
                cells = [cell.strip().replace("\n", " ") for cell in row]
                yield Line(piece.number, between.join(cells).rstrip())


def filled(pieces: Iterable[Piece]) -> list[Line]:
    """The lines on which something stands; a row of a grid counts as one line with wide spaces."""
    return [line for line in lines_of(pieces, "  ") if not line.is_blank]


def block(lines: Iterable[Line]) -> str:
    """Lines as the text of a section: no blank lines at its ends, and never two in a row."""
    kept: list[str] = []
    for line in lines:
        text = line.text.rstrip()
        if text or (kept and kept[-1]):
            kept.append(text)
    return "\n".join(kept).rstrip("\n")


def unread(piece: Piece, why: str) -> Unread:
    """The Unread entry of a piece; ``why`` names the section that holds its text."""
    text = " ".join(line.text.strip() for line in lines_of([piece], " ")).strip()
    return Unread(f"{piece.number}行目", text if len(text) <= _CUT else f"{text[:_CUT]}…", why)
