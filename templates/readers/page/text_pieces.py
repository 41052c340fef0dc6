"""The text of a page, as it is when copied or saved, as pieces: tabs make cells, everything else is a line."""

from __future__ import annotations

from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.page.previous_figures import is_figures


def text_pieces(text: str) -> list[Piece]:
    """Cut a text into lines, and runs of lines with tabs into grids."""
    pieces: list[Piece] = []
    run: list[list[str]] = []
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    for number, line in enumerate(lines, 1):
        if not run and "\t" not in line:
            pieces.append(Line(number, line.rstrip()))
            continue
        cells = line.split("\t")
        filled = sum(bool(cell.strip()) for cell in cells)
        is_inside = bool(run and filled and cells[0].strip())
        if filled > 1 or (is_inside and (len(cells) > 1 or _is_row(lines[number : number + 1]))):
            run.append(cells)
            continue
        _close(pieces, run, number - len(run))
        pieces.append(Line(number, line.replace("\t", " ").rstrip()))
    _close(pieces, run, len(lines) + 1 - len(run))
    return pieces


def _is_row(below: list[str]) -> bool:
    """Whether the line below is a row of a table: the one above it is a heading of rows, though it has a single cell."""
    return any(is_figures(cell) for line in below for cell in line.split("\t")[1:])


def _close(pieces: list[Piece], run: list[list[str]], number: int) -> None:
    """End a run of lines with tabs: two or more are a table, a single one is a line with wide spaces, as are those with one cell below."""
    last = max(
        (index for index, row in enumerate(run) if sum(bool(cell.strip()) for cell in row) > 1), default=-1
    )
    below = [Line(number + index, run[index][0].rstrip()) for index in range(last + 1, len(run))]
    del run[last + 1 :]
    if len(run) == 1:
        pieces.append(Line(number, "  ".join(cell.strip() for cell in run[0]).rstrip()))
    elif run:
        width = max(map(len, run))
        pieces.append(Grid(number, tuple((*row, *[""] * (width - len(row))) for row in run)))
    pieces += below
    run.clear()
