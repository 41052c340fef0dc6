"""Rows of the tables with fixed columns, from grids or from lines: a label, then its figures.

In text the cells may stand on one line, or each on its own; then figures are distinguished from labels by their form. A row
may have a blank label. An empty cell of a grid is seen; in text it is not there, and the row is shorter than its table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeAlias

import msgspec

from model.request.place import Place
from model.request.request import Headcount
from model.values.amount import Amount
from templates.readers.labels import compact
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.reading import Unread

_UNIT_APART: Final = re.compile(r"(?<=[\d０-９])\s+(?=(?:千円|人)(?:\s|$))")
_Figures: TypeAlias = list[tuple[int, str]]
"""Figures with the number of their line."""


class Row(msgspec.Struct, frozen=True):
    """A row of a table.

    Attributes:
        number: its line in the source.
        label: its label as it stands.
        cells: its cells, empty ones of a grid as ""; of text only those in which something stands.
        is_aligned: whether the cells stand below their headings.
    """

    number: int
    label: str
    cells: tuple[str, ...]
    is_aligned: bool = False

    @property
    def line(self) -> Line:
        """The row as a line of text."""
        return Line(self.number, " ".join(filter(None, (self.label, *self.cells))))


class Table(msgspec.Struct, frozen=True):
    """A table: its headings one after the other without spaces, its rows, and the lines that are none of it."""

    heading: str
    rows: tuple[Row, ...]
    rest: tuple[Line, ...]


class FixedTable(msgspec.Struct, frozen=True):
    """What was read of a table whose rows its form has, and where it differs from that.

    Attributes:
        declared: amounts in 千円 by place.
        words: the labels that the form prints otherwise.
        without: the rows that the form has and the page has not.
        kept: the lines that were not wholly understood, to be kept in the narrative.
        unread: what is said of them.
        headcount: people as typed.
        sources: specific funds by row and source key, 千円.
    """

    declared: dict[Place, Amount] = {}
    words: dict[Place, str] = {}
    without: tuple[str, ...] = ()
    kept: tuple[Line, ...] = ()
    unread: tuple[Unread, ...] = ()
    headcount: Headcount = Headcount()
    sources: dict[str, dict[str, Amount]] = {}


class TableWords(msgspec.Struct, frozen=True):
    """How the words of a table are distinguished.

    Attributes:
        known: every word that may stand in its headings.
        labels: the labels of its rows without spaces; one of them alone on a line is a row in which nothing stands.
        is_figure: whether a word is a cell of figures (of a blank cell too, as 「人」).
        width_of: how many columns of figures the headings name, from the headings without spaces.
        begins_row: whether a figure begins a row after the figure before it.
    """

    known: Collection[str]
    labels: Collection[str]
    is_figure: Callable[[str], bool]
    width_of: Callable[[str], int]
    begins_row: Callable[[str, str], bool] = lambda _before, _figure: False


def read_table(pieces: Sequence[Piece], words: TableWords) -> Table:
    """Read the first table of some pieces."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Grid):
            rest = [line for line in pieces[index + 1 :] if isinstance(line, Line) and not line.is_blank]
            return _of_grid(piece.trimmed, words.known, rest)
        if not piece.is_blank and not is_heading(piece.text, words.known):
            break
    return _of_lines([piece for piece in pieces if isinstance(piece, Line)], words)


def is_heading(text: str, known: Collection[str]) -> bool:
    """Whether a line consists of words of the headings only."""
    return all(word in known for word in heading_words(compact(text), known))


def heading_words(heading: str, known: Collection[str]) -> Iterator[str]:
    """A heading without spaces cut into known words, the longest first, and single letters between them."""
    index = 0
    while index < len(heading):
        word = max(
            (word for word in known if heading.startswith(word, index)), key=len, default=heading[index]
        )
        yield word
        index += len(word)


def _of_grid(grid: Grid, known: Collection[str], rest: list[Line]) -> Table:
    heading = ""
    rows: list[Row] = []
    for cells in grid.rows:
        if not rows and is_heading("".join(cells), known):
            heading += compact("".join(cells))
        else:
            label = " ".join(cells[0].split())
            rows.append(Row(grid.number, label, tuple(cell.strip() for cell in cells[1:]), is_aligned=True))
    return Table(heading, tuple(rows), tuple(rest))


def _of_lines(lines: Sequence[Line], words: TableWords) -> Table:
    heading = ""
    body = [line for line in lines if not line.is_blank]
    while body and is_heading(body[0].text, words.known):
        heading += compact(body.pop(0).text)
    width = words.width_of(heading)
    rows: list[Row] = []
    label: list[str] = []
    figures: _Figures = []
    number = last = 0
    for line, word in [*_tokens(body), (Line(0, ""), "")]:
        is_next = line.number != last and not words.is_figure(word)
        if label and not figures and is_next and compact("".join(label)) in words.labels:
            rows.append(Row(number, " ".join(label), ()))
            label = []
        last = line.number
        if word and words.is_figure(word):
            figures.append((line.number, word))
            continue
        if figures:
            rows += _rows(number, " ".join(label), figures, width, words)
            label, figures = [], []
        if not label:
            number = line.number
        label += [word] if word else []
    rest = [line for line in body if label and line.number >= number]
    return Table(heading, tuple(rows), tuple(rest))


def _rows(number: int, label: str, figures: _Figures, width: int, words: TableWords) -> Iterator[Row]:
    """The figures between two labels as rows; only the first has the label."""
    lines = [list(line) for _, line in groupby(figures, key=lambda figure: figure[0])]
    is_on_lines = any(len(line) > 1 for line in lines)
    rows = _whole_rows(lines, width) or (lines if is_on_lines else _begun(figures, words))
    for index, row in enumerate(rows):
        cells = tuple(figure for _, figure in row)
        yield Row(row[0][0] if index or not label else number, "" if index else label, cells)


def _whole_rows(lines: Sequence[_Figures], width: int) -> list[_Figures]:
    """The figures of some lines as rows of as many figures as there are columns; [] where they are none."""
    rows: list[_Figures] = [[]]
    for line in lines:
        rows[-1] = [*rows[-1], *line]
        if len(rows[-1]) > width:
            return []
        if len(rows[-1]) == width:
            rows.append([])
    return [] if rows.pop() else rows


def _begun(figures: _Figures, words: TableWords) -> list[_Figures]:
    """Figures that stand each on a line of its own, as rows where one is seen to begin."""
    rows = [figures[:1]]
    for figure in figures[1:]:
        if words.begins_row(rows[-1][-1][1], figure[1]):
            rows.append([])
        rows[-1].append(figure)
    return rows


def _tokens(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    for line in lines:
        for word in _UNIT_APART.sub("", line.text).split():
            yield line, word
