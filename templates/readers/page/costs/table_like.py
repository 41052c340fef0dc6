"""Finds lines of text that look like a table but could not be read as one, and reports them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from templates.readers.labels import compact
from templates.readers.page.costs.table_headings import OF_AMOUNTS, PageLabels
from templates.readers.page.pieces import Line, Piece
from templates.readers.page.previous_figures import is_quantity

_BRACKETS: Final = re.compile(r"\([^()]*\)\Z")
_ROWS: Final = 3  # lines with figures that make a table of a text
_CELLS: Final = 4  # figures alone on their lines that make a table of cells
_FIGURES_OF_A_ROW: Final = 2
_LONGEST_HEADING: Final = 20
_LONGEST_CELL: Final = 30
_MOST_COLUMNS: Final = 10
_LINES_BELOW: Final = 60  # in which a figure follows the headings
_WORDS_BELOW: Final = 2  # lines below a line of headings, with as many words
_OF_FIGURES: Final = OF_AMOUNTS | {"quantity"}


def table_like(pieces: Sequence[Piece], labels: PageLabels, said: frozenset[int] = frozenset()) -> list[Line]:
    """The first line of each run of lines that look like a table, but for those of tables that were reported already (``said``)."""
    runs = _runs(pieces, lambda line: not line.is_blank)
    lines = [line for run in runs for line in run]
    found = [
        run[0]
        for run in runs
        if said.isdisjoint(line.number for line in run)
        and (_has_rows(run) or any(_is_heading(run, index, labels) for index in range(len(run))))
    ]
    found += [
        line
        for index, line in enumerate(lines)
        if line.number not in said
        and (_heads_rows(lines, index, labels) or _heads_cells(lines, index, labels))
    ]
    found = list({line.number: line for line in found}.values())
    known = {*said, *(line.number for line in found)}
    # short lines, blank ones or none between them, many of which are figures and nothing else
    for short in _runs(pieces, lambda line: len(line.text) <= _LONGEST_CELL and "。" not in line.text):
        run = [line for line in short if not line.is_blank]
        figures = [index for index, line in enumerate(run) if is_quantity(line.text.strip())]
        if len(figures) >= _CELLS and figures[0] and known.isdisjoint(line.number for line in run):
            found.append(run[max(figures[0] - _CELLS, 0)])
    return found


def _runs(pieces: Sequence[Piece], is_of_run: Callable[[Line], bool]) -> list[list[Line]]:
    """Lines of a kind that follow each other."""
    runs = groupby(pieces, lambda piece: isinstance(piece, Line) and is_of_run(piece))
    return [[piece for piece in run if isinstance(piece, Line)] for is_one, run in runs if is_one]


def _has_rows(run: Sequence[Line]) -> bool:
    """Whether three lines that follow each other have two figures or more each, or as many short words, three at least."""
    texts = [(line.text, line.text.split()) for line in run]
    are_rows = [sum(map(is_quantity, words)) >= _FIGURES_OF_A_ROW for _, words in texts]
    widths = [
        0 if max(map(len, words)) > _LONGEST_HEADING or set(text) & set("。、・:：") else len(words)
        for text, words in texts
    ]
    return any(
        all(are_rows[index : index + _ROWS])
        or (widths[index] >= _ROWS and len(set(widths[index : index + _ROWS])) == 1)
        for index in range(len(run) - _ROWS + 1)
    )


def _heads_rows(lines: Sequence[Line], index: int, labels: PageLabels) -> bool:
    """Whether the words of a line are headings, and as many words stand on each of the lines below it."""
    words = lines[index].text.split()
    if not 1 < len(words) <= _MOST_COLUMNS or not _are_headings(words, labels):
        return False
    below = [line.text.split() for line in lines[index + 1 : index + 1 + _WORDS_BELOW]]
    return len(below) > 1 and all(
        len(words) <= len(row) <= len(words) + 2 and "。" not in row[-1] for row in below
    )


def _heads_cells(lines: Sequence[Line], index: int, labels: PageLabels) -> bool:
    """Whether lines that follow each other are headings, and short ones alone follow them."""
    words = [line.text.strip() for line in lines[index : index + 2 + _CELLS]]
    return (
        len(words) == 2 + _CELLS
        and all(len(word) <= _LONGEST_HEADING and "。" not in word and " " not in word for word in words)
        and any(_are_headings(words[:count], labels) for count in (2, 3))
    )


def _are_headings(words: Sequence[str], labels: PageLabels) -> bool:
    """Whether words are headings: two at least, and all but one are known."""
    known = sum(_is_known(word, labels) for word in words)
    return known >= max(len(words) - 1, 2)


def _is_known(word: str, labels: PageLabels) -> bool:
    if not word or len(word) > _LONGEST_HEADING or is_quantity(word):
        return False
    plain = _BRACKETS.sub("", compact(word)).lower()
    return plain in labels.standard.word_tables.table_headings or labels.of(word).kind in (
        "quantity",
        "unit_price",
        "rate",
    )


def _is_heading(run: Sequence[Line], index: int, labels: PageLabels) -> bool:
    """Whether a line, or it and the next, name a column of words and one of figures, and a figure follows."""
    words = run[index].text.split()
    is_row = len(words) > 1
    below = list(run[index + 1 : index + 1 + _LINES_BELOW])
    if not is_row and below:
        words += below.pop(0).text.split()[:2]
    if any("。" in word for word in words):
        return False
    kinds = {labels.of(word).kind for word in words if len(word) <= _LONGEST_HEADING}
    if kinds.isdisjoint(_OF_FIGURES) or not any(
        is_quantity(word) for line in below for word in line.text.split()
    ):
        return False
    rows = [line.text.split() for line in below[:_WORDS_BELOW]]
    is_list = len(rows) == _WORDS_BELOW and all(len(row) > 1 and is_quantity(row[-1]) for row in rows)
    return "text" in kinds or (is_list and is_row)
