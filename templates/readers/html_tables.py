"""The tables of an HTML page that is no published page, as a book: a system's 「Excel」 that is HTML, a page with a list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from model.standard.standard import Standard
from templates.readers.books.cells import Book, Sheet, column_name
from templates.readers.books.delimited import put
from templates.readers.page.html_pieces import html_pieces
from templates.readers.page.pieces import Grid, Line
from templates.readers.tables.lists.listed import lists_amounts, mentions_amounts
from templates.readers.tables.lists.sentences import with_lists


def book_of_tables(text: str, title: str, standard: Standard) -> Book | None:
    """The lines and tables of a page below each other on one sheet, so that titles and notes of units stay; None without a table or amounts that are asked for."""
    pieces, struck = html_pieces(text)
    if not any(isinstance(piece, Grid) for piece in pieces):
        lines = with_lists("\n".join(piece.text for piece in pieces if isinstance(piece, Line)), standard)
        pieces = [Line(number, line) for number, line in enumerate(lines.splitlines())]
        if not lists_amounts(lines, standard) and not mentions_amounts(lines, standard):
            return None
    sheet = Sheet(title)
    row = 0
    for piece in pieces:
        rows = _without_frame(piece.rows) if isinstance(piece, Grid) else ((piece.text,),)
        for cells in rows:
            row += 1
            for column, cell in enumerate(cells, start=1):
                if cell.strip():
                    put(sheet, row, column, cell.strip())
    return Book([sheet], struck=struck)


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
