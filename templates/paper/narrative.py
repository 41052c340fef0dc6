"""A text of the request as blocks of the paper: its titles, paragraphs, lists and tables, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from model.request.place import Place
from templates.narrative import blocks as written
from templates.narrative.structure import structure
from templates.paper.blocks import Block, Entries, Entry, Heading, PaperCell, PaperRow, Table, Text
from templates.paper.tables import made
from templates.sheet.text_width import em_width

_DEEPEST = 6  # level of a heading
_LONG = 14.0  # em of a cell whose column shares the width


def text_blocks(text: str, where: Place, level: int) -> Iterator[Block]:
    """The blocks of a text as typed; a click on any leads to its place.

    The headings of its titles that stand under none are of ``level``.
    """
    yield from _blocks(structure(text).blocks, where, level)


def _blocks(found: Iterable[written.Block], where: Place, level: int) -> Iterator[Block]:
    for block in found:
        match block:
            case written.Title():
                yield Heading(_words(block.line), min(level + block.depth, _DEEPEST), where)
            case written.Paragraph():
                yield Text(
                    tuple(map(_words, block.lines)),
                    where,
                    indented=bool(block.lines[0].lead),
                    apart=block.lines[0].is_apart,
                )
            case written.ItemList():
                yield Entries(tuple(_entry(item, where, level) for item in block.items), where)
            case written.TextTable():
                yield _table(block, where)


def _entry(item: written.Item, where: Place, level: int) -> Entry:
    first, *others = item.lines
    return Entry(
        first.marker.strip(),
        (first.words.rstrip(), *map(_words, others)),
        tuple(_blocks(item.blocks, where, level)),
        first.is_apart,
    )


def _words(line: written.TextLine) -> str:
    return f"{line.marker}{line.words}".rstrip()


def _table(table: written.TextTable, where: Place) -> Table:
    """A table in a text; one whose first line does not name its columns has no heading."""
    rows = [_cells(row, where) for row in table.rows]
    widths = [max(em_width(row[index].text) for row in rows) for index in range(len(rows[0]))]
    shares = [width if width > _LONG else 0.0 for width in widths]
    head: Sequence[tuple[PaperCell, ...]] = ()
    if table.has_heading:
        head = [tuple(PaperCell(cell.text) for cell in rows.pop(0))]
    return made(shares, head, [PaperRow(row) for row in rows])


def _cells(row: written.TextRow, where: Place) -> tuple[PaperCell, ...]:
    cells = [
        PaperCell(cell.words.strip(), where, "number" if cell.is_figure else "words") for cell in row.cells
    ]
    return (*cells, *(PaperCell("") for _ in range(row.filling)))
