"""What a text is made of: paragraphs, titles, lists and tables, with every character of it at its place.

Blanks that only lay a text out (the line ends and blank lines above a line, the blanks before its first word, those between
the cells of a table) are kept apart from its words: a face lays out by the structure and need not show them.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import msgspec


class TextLine(msgspec.Struct, frozen=True):
    """A line that is not blank.

    Attributes:
        above: the line ends and blank lines before it.
        lead: the blanks it begins with.
        marker: its number or mark with the blanks behind it (「(1)」「・ 」); "" for none.
        words: all that follows.
    """

    above: str
    lead: str
    marker: str
    words: str

    @property
    def is_apart(self) -> bool:
        """Whether a blank line stands above it."""
        return self.above.count("\n") > 1


class Paragraph(msgspec.Struct, frozen=True):
    """Running text; its lines end where the writer ended them."""

    lines: tuple[TextLine, ...]
    kind: ClassVar[str] = "paragraph"


class Title(msgspec.Struct, frozen=True):
    """A line that heads what follows it; ``depth`` is 0 for the titles that stand under none."""

    line: TextLine
    depth: int
    kind: ClassVar[str] = "title"


class Item(msgspec.Struct, frozen=True):
    """An entry of a list: its own lines, and what stands under it."""

    lines: tuple[TextLine, ...]
    blocks: tuple[Block, ...]


class ItemList(msgspec.Struct, frozen=True):
    """Entries that open with marks of one kind."""

    items: tuple[Item, ...]
    is_numbered: bool
    kind: ClassVar[str] = "list"


class TextCell(msgspec.Struct, frozen=True):
    """A cell of a table in a text: its words, and the blanks that part it from the next."""

    words: str
    gap: str
    is_figure: bool = False


class TextRow(msgspec.Struct, frozen=True):
    """A row of a table in a text; ``filling`` is the number of cells it lacks at its end."""

    above: str
    lead: str
    cells: tuple[TextCell, ...]
    filling: int = 0


class TextTable(msgspec.Struct, frozen=True):
    """Lines that stand in columns; ``has_heading`` where the first one names them."""

    rows: tuple[TextRow, ...]
    has_heading: bool
    kind: ClassVar[str] = "table"


Block: TypeAlias = Paragraph | Title | ItemList | TextTable


class Structure(msgspec.Struct, frozen=True):
    """A text: its blocks, and the blanks at its end."""

    blocks: tuple[Block, ...]
    end: str
