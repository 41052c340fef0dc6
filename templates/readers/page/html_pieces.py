"""A page's HTML, whoever wrote it, as pieces: data tables as grids, layout tables and all else as lines.

Nothing is known of the markup but what HTML itself means: blocks, breaks, tables, merged cells; and of our own pages,
which elements are only read aloud and which keep the line breaks of the writer. A table is a data table when it holds
no other table, has rows and columns, and figures in its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice
from typing import Final, NamedTuple, TypeAlias

from lxml import html

from model.document.storage import FileError
from templates.page.page_data import is_around
from templates.readers.page.pieces import Grid, Line, Piece

_STRUCK: Final = ("s", "strike", "del")  # what is struck out is not said any more
_SKIPPED: Final = re.compile(
    rf"script|style|head|title|noscript|select|option|template|object|svg|{'|'.join(_STRUCK)}"
)
_PARAGRAPHS: Final = re.compile(r"p|h[1-6]|[uod]l|table|hr|pre|blockquote")
_BLOCKS: Final = re.compile(
    r"div|li|d[td]|t[rdh]|form|center|address|article|section|main|header|footer|nav|caption|fieldset|tbody|thead|tfoot"
)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_FIGURE: Final = re.compile(r"[(（]?[-△▲−]?[\d０-９][\d０-９,，.．]*\s*(?:千円|円|人)?[)）]?")
_MOST_LINES: Final = 8  # of a cell of a data table; a longer one is layout
_LARGEST_SPAN: Final = 60
_NO_ROW: Final = re.compile(rf"t(?:able|head|body|foot|r)|pre|br|{_SKIPPED.pattern}")
_NO_CELL: Final = re.compile(rf"t(?:able|head|body|foot|r)|[uod]l|h[1-6]|br|input|label|{_SKIPPED.pattern}")
_LEAST_OF_MENU: Final = 3  # links
_MOST_IN_CELL: Final = 8  # elements
_LEAST_ROWS: Final = 2  # of a table that is made without the tags of one
_DEEPEST: Final = 250
_MOST_PLACES: Final = 1_000_000  # that the merged cells of a table may cover; a larger one is read as lines

_Cells: TypeAlias = tuple[tuple[str, ...], ...]


class HtmlPieces(NamedTuple):
    """The pieces of an HTML page, and what stands in none of them: the words that it strikes out, and its title."""

    pieces: list[Piece]
    struck: list[str]
    title: str = ""


def html_pieces(source: str) -> HtmlPieces:
    """Cut an HTML page into lines and grids; lines are numbered as they come."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.lstrip("\ufeff")).replace("\x00", "")
    if not text.strip():
        return HtmlPieces([], [])
    try:
        page = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
    except html.etree.ParserError:
        return HtmlPieces([], [])
    writer = _Writer()
    writer.block(page, 0)
    writer.end_line()
    outer = (of for of in page.iter(*_STRUCK) if next(of.iterancestors(*_STRUCK), None) is None)
    words = (_SPACE.sub(" ", "".join(map(str, element.itertext()))).strip() for element in outer)
    title = _SPACE.sub(" ", page.findtext(".//title") or "").strip()
    return HtmlPieces(writer.without_menus(), [word for word in words if word], title)


class _Writer:
    """Collects the text of elements into lines, as a browser would lay them out."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._line = ""
        self._number = 1
        self._links = 0  # that are open
        self._is_linked = True  # the line has no words but those of links
        self._linked: set[int] = set()  # the numbers of such lines

    def without_menus(self) -> list[Piece]:
        """The pieces without the lists of links to other pages: lines that follow each other, of links alone and without a figure."""
        found: list[Piece] = []
        for is_linked, run in groupby(self.pieces, lambda piece: piece.number in self._linked):
            pieces = [*run]
            found += [] if is_linked and len(pieces) >= _LEAST_OF_MENU else pieces
        return found

    def text(self, words: str | None, *, verbatim: bool = False) -> None:
        """Add running text: runs of spaces are one, no-break and full-width spaces stay."""
        if not words:
            return
        has_figure = any(map(str.isdigit, words))
        self._is_linked = self._is_linked and (not words.strip() or (self._links > 0 and not has_figure))
        if verbatim:
            first, *others = words.replace("\r\n", "\n").split("\n")
            self._line += first
            for other in others:
                self.end_line(keep_blank=True)
                self._line, self._is_linked = other, False
            return
        plain = _SPACE.sub(" ", words)
        if not self._line or self._line.endswith(" "):
            plain = plain.lstrip(" ")
        self._line += plain

    def end_line(self, *, keep_blank: bool = False) -> None:
        """End the line that is being written, if there is one."""
        text = self._line.replace("\u00a0", " ").rstrip()
        self._line = ""
        if text or keep_blank:
            self.pieces.append(Line(self._number, text))
            if text and self._is_linked:
                self._linked.add(self._number)
            self._number += 1
        self._is_linked = True

    def paragraph(self) -> None:
        """A blank line, unless there is one already."""
        self.end_line()
        last = self.pieces[-1] if self.pieces else None
        if last is not None and not last.is_blank:
            self.end_line(keep_blank=True)

    def table(self, cells: _Cells) -> None:
        """Write a table, and a blank line below it."""
        self.pieces.append(Grid(self._number, cells))
        self._number += 1
        self.paragraph()

    def block(self, element: html.HtmlElement, depth: int) -> None:
        """Write an element with all that is in it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        classes = (element.get("class") or "").split()
        if not tag or _SKIPPED.fullmatch(tag.lower()) or _is_beside(element):
            return
        if depth > _DEEPEST:
            raise FileError("ページの入れ子が深すぎて読めません。保存し直したページを選んでください。")
        tag = tag.lower()
        if "as-written" in classes:
            self.end_line()
            self.text("".join(_written(element)), verbatim=True)
            self.end_line()
            return
        verbatim = tag == "pre" or "typed" in classes
        if tag == "br":
            self.end_line(keep_blank=True)
            return
        if tag == "table" and (grid := _grid(element, self._number)) is not None:
            self.paragraph()
            for caption in element.iterchildren("caption"):
                self.block(caption, depth + 1)
            self.table(grid)
            return
        edges = ((_PARAGRAPHS, self.paragraph), (_BLOCKS, self.end_line))
        edge = next((edge for tags, edge in edges if tags.fullmatch(tag)), None)
        if edge:
            edge()
        self._links += tag == "a"
        self.text(element.text, verbatim=verbatim)
        rows = {} if verbatim else _tables_without_tags(element)
        inside: html.HtmlElement | None = None
        for child in element:
            if child in rows:
                inside, grid = rows[child]
                self.paragraph()
                self.table(grid)
            if inside is None:
                self.block(child, depth + 1)
            elif child is inside:
                inside = None
            self.text(child.tail, verbatim=verbatim)
        if edge:
            edge()
        self._links -= tag == "a"


def _tables_without_tags(
    element: html.HtmlElement,
) -> dict[html.HtmlElement, tuple[html.HtmlElement, _Cells]]:
    """By its first child, the last child and the cells of each run of rows in an element: of div, li or p with as many cells each."""
    found: dict[html.HtmlElement, tuple[html.HtmlElement, _Cells]] = {}
    for width, run in groupby(element, _width):
        children = [*run] if width else []
        rows = [row for child in children for row in ([child] if _width_below(child) != width else child)]
        if len(rows) < _LEAST_ROWS or any((child.tail or "").strip() for child in children[:-1]):
            continue
        cells = tuple(tuple(map(_cell_text, row)) for row in rows)
        if sum(any(map(_FIGURE.fullmatch, row[1:])) for row in cells) >= _LEAST_ROWS:
            found[children[0]] = children[-1], cells
    return found


def _width(element: html.HtmlElement) -> int:
    """How many cells an element has that is a row, or that has nothing but rows with as many each; 0 for any other."""
    return _width_below(element) or (len(element) if _is_row(element) else 0)


def _width_below(element: html.HtmlElement) -> int:
    """How many cells each row in an element has that has nothing else; 0 for any other."""
    if not isinstance(element.tag, str) or _NO_ROW.fullmatch(element.tag.lower()):
        return 0
    widths = {len(row) if _is_row(row) else 0 for row in element} if _has_no_text(element) else {0}
    return widths.pop() if len(widths) == 1 else 0


def _is_row(element: html.HtmlElement) -> bool:
    """Whether an element has several elements and no other text, each of them small enough for a cell."""
    return (
        isinstance(element.tag, str)
        and not _NO_ROW.fullmatch(element.tag.lower())
        and 1 < len(element) <= _LARGEST_SPAN
        and _has_no_text(element)
        and [child.tag for child in element].count("dt") < 2
        and all(
            isinstance(cell.tag, str)
            and not _NO_CELL.fullmatch(cell.tag.lower())
            and len([*islice(cell.iter(), _MOST_IN_CELL)]) < _MOST_IN_CELL
            for cell in element
        )
    )


def _has_no_text(element: html.HtmlElement) -> bool:
    """Whether an element has other elements alone."""
    return not any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _written(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element of our own pages that has every character of the writer, without words only read aloud."""
    yield element.text or ""
    for child in element:
        if not _is_beside(child):
            yield from _written(child)
        yield child.tail or ""


def _is_beside(element: html.HtmlElement) -> bool:
    """Whether an element of our own pages is not of the sheet: words only read aloud, links, pictures."""
    return "unseen" in (element.get("class") or "").split() or is_around(element)


def _grid(table: html.HtmlElement, number: int) -> _Cells | None:
    """The cells of a data table, merged ones in their first place; None for a table that only lays out."""
    if table.find(".//table") is not None:
        return None
    cells: dict[tuple[int, int], str] = {}
    rows = list(table.iter("tr"))
    says_so = table.find(".//th[@scope]") is not None  # a heading with a scope is no layout
    covered = 0
    for top, row in enumerate(rows):
        left = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (top, left) in cells:
                left += 1
            text = _cell_text(cell)
            if text.count("\n") >= _MOST_LINES and not says_so:
                return None
            covered += _span(cell, "rowspan") * _span(cell, "colspan")
            if covered > _MOST_PLACES:
                return None
            for down in range(min(_span(cell, "rowspan"), len(rows) - top)):
                for right in range(_span(cell, "colspan")):
                    cells[top + down, left + right] = "" if down or right else text
    width = max((column for _, column in cells), default=-1) + 1
    grid = Grid(
        number,
        tuple(tuple(cells.get((row, column), "") for column in range(width)) for row in range(len(rows))),
    ).trimmed.rows
    if len(grid) < 2 or len(grid[0]) < 2 or not any(_FIGURE.match(cell) for row in grid for cell in row[1:]):
        return None
    return grid


def _cell_text(cell: html.HtmlElement) -> str:
    writer = _Writer()
    writer.text(cell.text)
    for child in cell:
        writer.block(child, 0)
        writer.text(child.tail)
    writer.end_line()
    return "\n".join(
        line.text.strip() for line in writer.pieces if isinstance(line, Line) and not line.is_blank
    )


def _span(cell: html.HtmlElement, name: str) -> int:
    typed = str(cell.get(name, "1")).strip()
    if not (typed.isascii() and typed.isdigit()):
        return 1
    return max(1, min(int(typed), _LARGEST_SPAN)) if len(typed) < 9 else _LARGEST_SPAN
