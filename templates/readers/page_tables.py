"""The lines and tables of a page or a text that is no published page, as a book: a system's 「Excel」 that is HTML, a page with a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby, pairwise
from typing import Final

from model.document.storage import FileError
from model.standard.standard import Standard
from model.values.amount import half_width
from model.values.fiscal_year import years_named
from templates.readers.books.cells import Book, Sheet, column_name
from templates.readers.books.delimited import put
from templates.readers.books.drawn_tables import without_gaps, without_strokes
from templates.readers.page.costs.cost_grids import Asked
from templates.readers.page.costs.cost_tables import with_grids
from templates.readers.page.costs.table_headings import PageLabels
from templates.readers.page.html_pieces import html_pieces
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.page.text_pieces import text_pieces
from templates.readers.reading import cut
from templates.readers.tables.calling import asks
from templates.readers.tables.lists.items import is_request, item_of
from templates.readers.tables.lists.listed import lists_amounts, mentions_amounts
from templates.readers.tables.lists.sentences import with_lists

_LONGEST_TITLE: Final = 60
_MOST_LINES: Final = 10_000  # in which tables are looked for that have no cells


def book_of_page(text: str, title: str, standard: Standard) -> Book | None:
    """The lines and tables of a page below each other on one sheet, so that titles and notes of units stay; None without a table or amounts that are asked for."""
    pieces, struck, own = html_pieces(text)
    pieces = _with_tables([*_drawn(pieces, title, standard)], standard)
    if not any(isinstance(piece, Grid) for piece in pieces):
        lines = with_lists("\n".join(piece.text for piece in pieces if isinstance(piece, Line)), standard)
        pieces = [Line(number, line) for number, line in enumerate(lines.splitlines())]
        if not lists_amounts(lines, standard) and not mentions_amounts(lines, standard):
            return None
    return Book([_sheet(pieces, cut(own, _LONGEST_TITLE) or title)], struck=struck)


def book_of_text(text: str, title: str, standard: Standard) -> Book | None:
    """The lines of a text and the tables in it that lost their columns, on one sheet; None where no sums prove one."""
    pieces = text_pieces(text)
    found = _with_tables(pieces, standard)
    return None if found == pieces else Book([_sheet(found, title, has_lines=True)])


def _drawn(pieces: Sequence[Piece], title: str, standard: Standard) -> Iterator[Piece]:
    """The pieces with grids in place of the lines in which tables are drawn, with strokes or columns of blanks."""
    for is_line, run in groupby(pieces, lambda piece: isinstance(piece, Line)):
        lines = [*run]
        text = "\n".join(piece.text for piece in lines if isinstance(piece, Line))
        drawn = without_strokes(text)
        with suppress(FileError):  # the lines stay as they are, as those of a list do
            if drawn is text and not lists_amounts(text, standard):
                drawn = without_gaps(text, title)
        yield from text_pieces(drawn) if is_line and drawn is not text else lines


def _with_tables(pieces: Sequence[Piece], standard: Standard) -> list[Piece]:
    """The pieces with grids in place of the lines of tables whose columns their headings and sums prove."""
    lines = [half_width(piece.text) for piece in pieces if isinstance(piece, Line)]
    if len(lines) > _MOST_LINES:
        return [*pieces]
    years = [year for line in lines if asks(line, standard) for year in years_named(line)]
    year = max(years, key=lambda named: named.year, default=standard.default_year)
    items = (item_of(number, line) for number, line in enumerate(lines))
    whole = next((item for item in items if item and is_request(item, standard)), None)
    printed = (whole.amount, whole.previous) if whole else (None, None)
    amount, previous = (int(of) if of is not None and of.denominator == 1 else None for of in printed)
    return with_grids(pieces, Asked(year, amount, previous), PageLabels(year, standard))


def _sheet(pieces: Sequence[Piece], title: str, *, has_lines: bool = False) -> Sheet:
    """The pieces below each other; ``has_lines``: their numbers are lines of the file, to which the cells belong."""
    sheet = Sheet(title)
    row = 0
    for piece in pieces:
        rows = _without_frame(piece.rows) if isinstance(piece, Grid) else ((piece.text,),)
        for cells in rows:
            row += 1
            for column, cell in enumerate(cells, start=1):
                if cell.strip():
                    put(sheet, row, column, cell.strip())
                    if has_lines:
                        sheet.origin[row, column] = (piece.number, column)
    return sheet


def _without_frame(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows of a table without the letters above its columns and the numbers beside its rows, where a spreadsheet shows them."""
    (corner, *letters), *below = ([cell.strip() for cell in cells] or [""] for cells in rows)
    numbers = [int(cells[0]) if cells[0].isdecimal() else 0 for cells in below]
    has_letters = letters == [column_name(column) for column in range(1, len(letters) + 1)]
    if (
        corner
        or len(letters) < 2
        or not has_letters
        or any(one >= two for one, two in pairwise([0, *numbers]))
    ):
        return rows
    return [cells[1:] for cells in below]
