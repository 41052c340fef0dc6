"""The tables of an HTML page that is no published page, as a book: a system's 「Excel」 that is HTML, a page with a list."""

from __future__ import annotations

from templates.readers.books.cells import Book, Sheet
from templates.readers.books.delimited import put
from templates.readers.page.html_pieces import html_pieces
from templates.readers.page.pieces import Grid


def book_of_tables(text: str, title: str) -> Book | None:
    """The lines and tables of a page below each other on one sheet, so that titles and notes of units stay; None without a table."""
    pieces = html_pieces(text)
    if not any(isinstance(piece, Grid) for piece in pieces):
        return None
    sheet = Sheet(title)
    row = 0
    for piece in pieces:
        rows = piece.rows if isinstance(piece, Grid) else ((piece.text,),)
        for cells in rows:
            row += 1
            for column, cell in enumerate(cells, start=1):
                if cell.strip():
                    put(sheet, row, column, cell.strip())
    return Book([sheet])
