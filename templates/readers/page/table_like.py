"""Finds lines of text that look like a table but could not be read as one, and reports them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.page.cost_columns import FIGURES, Kind, heading_kinds, kind_of
from templates.readers.page.pieces import Line, Piece

_FIGURE: Final = re.compile(r"[(\[]?[-−△▲+]?\d[\d,]*(?:\.\d+)?(?:千円|百万円|円|人|件|%)?[)\]]?")
_ROWS: Final = 3  # lines with figures that make a table of a text
_FIGURES_OF_A_ROW: Final = 2
_LONGEST_HEADING: Final = 20


def table_like(pieces: Sequence[Piece], standard: Standard) -> list[Line]:
    """The first line of each run of lines that look like a table."""
    known = heading_kinds(standard)
    return [
        run[0]
        for run in _runs(pieces)
        if _has_rows(run) or any(_is_heading(run, index, known) for index in range(len(run)))
    ]


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """Lines without a blank one between them."""
    run: list[Line] = []
    for piece in pieces:
        if isinstance(piece, Line) and not piece.is_blank:
            run.append(piece)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _has_rows(run: Sequence[Line]) -> bool:
    count = 0
    for line in run:
        is_row = sum(map(_is_figure, line.text.split())) >= _FIGURES_OF_A_ROW
        count = count + 1 if is_row else 0
        if count == _ROWS:
            return True
    return False


def _is_heading(run: Sequence[Line], index: int, known: dict[str, Kind]) -> bool:
    """Whether a line, or it and the next, name a column of words and one of figures, and a figure follows."""
    words = run[index].text.split()
    below = run[index + 1 :]
    if len(words) == 1 and below:
        words += below[0].text.split()[:2]
        below = below[1:]
    kinds = {kind_of(word, known) for word in words if len(word) <= _LONGEST_HEADING}
    if "text" not in kinds or not kinds.intersection(FIGURES) or any("。" in word for word in words):
        return False
    return any(_is_figure(word) for line in below for word in line.text.split())


def _is_figure(word: str) -> bool:
    return _FIGURE.fullmatch(half_width(word)) is not None
