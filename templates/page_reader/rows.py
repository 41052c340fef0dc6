"""Rows of the tables with fixed columns, from grids or from lines: a label, then its figures.

In text the cells may stand on one line, or each on its own; then figures are told from labels by their look. A row
may have a blank label, and cells that are blank at its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from templates.page_reader.pieces import BLANK, Grid, Line, Piece, compact, typed

_UNIT_APART: Final = re.compile(r"(?<=[\d０-９])\s+(?=(?:千円|人)(?:\s|$))")


class Row(msgspec.Struct, frozen=True):
    """A row of a table: its label as it stands and its cells, blank ones as ""."""

    number: int
    label: str
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """A table: its headings one after the other without spaces, its rows, and the lines that are none of it."""

    heading: str
    rows: tuple[Row, ...]
    rest: tuple[Line, ...]


def read_table(
    pieces: Sequence[Piece],
    known: Sequence[str],
    is_figure: Callable[[str], bool],
    place_of: Callable[[str, int], int],
) -> Table:
    """Read the first table of some pieces.

    Args:
        pieces: where it stands.
        known: every word that may stand in its headings.
        is_figure: whether a word is a cell of figures (of a blank cell too, as 「人」).
        place_of: the column of a figure, given how many cells the row has so far; fewer than those ends the row.
    """
    for at, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            rest = [line for line in pieces[at + 1 :] if isinstance(line, Line) and not line.is_blank]
            return _of_grid(piece.trimmed, known, rest)
        if not piece.is_blank and not is_heading(piece.text, known):
            break
    return _of_lines([piece for piece in pieces if isinstance(piece, Line)], known, is_figure, place_of)


def is_heading(text: str, known: Sequence[str]) -> bool:
    """Whether a line consists of words of the headings only."""
    left = compact(text)
    while left:
        word = next((word for word in known if left.startswith(word)), "")
        if not word:
            return False
        left = left[len(word) :]
    return True


def _of_grid(grid: Grid, known: Sequence[str], rest: list[Line]) -> Table:
    heading = ""
    rows: list[Row] = []
    for cells in grid.rows:
        if not rows and is_heading("".join(cells), known):
            heading += compact("".join(cells))
        else:
            label = " ".join(cells[0].split())
            rows.append(Row(grid.number, typed(label), tuple(map(typed, cells[1:]))))
    return Table(heading, tuple(rows), tuple(rest))


def _of_lines(
    lines: Sequence[Line],
    known: Sequence[str],
    is_figure: Callable[[str], bool],
    place_of: Callable[[str, int], int],
) -> Table:
    heading = ""
    body = [line for line in lines if not line.is_blank]
    while body and is_heading(body[0].text, known):
        heading += compact(body.pop(0).text)
    rows: list[Row] = []
    label: list[str] = []
    cells: list[str] | None = None
    number = 0
    for line, word in _tokens(body):
        if word != BLANK and not is_figure(word):
            if cells is not None:
                rows.append(Row(number, " ".join(label), tuple(cells)))
                label, cells = [], None
            if not label:
                number = line.number
            label.append(word)
            continue
        at = len(cells or []) if word == BLANK else place_of(word, len(cells or []))
        if cells is not None and at < len(cells):
            rows.append(Row(number, " ".join(label), tuple(cells)))
            label, cells = [], None
        if cells is None:
            cells, number = [], number if label else line.number
            at = 0 if word == BLANK else place_of(word, 0)
        cells += [""] * (at - len(cells)) + [typed(word)]
    if cells is not None:
        rows.append(Row(number, " ".join(label), tuple(cells)))
        label = []
    rest = [line for line in body if label and line.number >= number]
    return Table(heading, tuple(_on_their_lines(rows)), tuple(rest))


def _on_their_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with the cells that a line has too many at the end of its row, where they are seen to be too many."""
    last: Row | None = None
    for row in rows:
        if last is not None and not row.label and row.number == last.number:
            last = Row(last.number, last.label, (*last.cells, *row.cells))
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _tokens(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    for line in lines:
        for word in _UNIT_APART.sub("", line.text).split():
            yield line, word
