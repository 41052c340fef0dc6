"""Tables in a text: lines that follow each other and whose words stand in columns, parted by tabs or blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Final, TypeAlias

from model.values.pattern import lazy_pattern
from templates.narrative.blocks import TextCell, TextLine, TextRow, TextTable
from templates.narrative.lines import BLANKS

Cells: TypeAlias = tuple[TextCell, ...]

_FIGURE: Final = lazy_pattern(
    r"[(（]?[-－△▲−]?[0-9０-９][0-9０-９,，.．]*(?:[百千万億]{0,2}円|人|件|箇所|か所|カ所|回|団体|名|校|台|ha|km|m[23]?|[%％])?[)）]?"
)
_SIGNS: Final[Mapping[str, re.Pattern[str]]] = {
    "\t": lazy_pattern("(\t)"),
    "|": lazy_pattern("([|])"),
    "｜": lazy_pattern("(｜)"),
}
"""Signs between cells, with the pattern that cuts a line at them."""
_GAPS: Final = ((lazy_pattern(f"([{BLANKS}]{{2,80}})"), 2), (lazy_pattern(f"([{BLANKS}]{{1,80}})"), 3))
"""Blanks between cells, with the fewest cells of a row: one blank between two words is seen in prose too."""
_FEWEST_ROWS: Final = 3  # of a table whose cells are parted by blanks alone
_LONGEST_CELL: Final = 30
_OF_PROSE: Final = frozenset("。、")


def tables_in(lines: Sequence[TextLine]) -> Iterable[TextLine | TextTable]:
    """The lines, those that make up a table put together as one."""
    parts: Iterable[TextLine | TextTable] = lines
    for sign, pattern in _SIGNS.items():
        parts = _put_together(parts, partial(_signed, sign, pattern))
    for pattern, fewest in _GAPS:
        parts = _put_together(parts, partial(_spaced, pattern, fewest))
    return parts


def _put_together(
    parts: Iterable[TextLine | TextTable], tables: Callable[[list[TextLine]], Iterator[TextLine | TextTable]]
) -> Iterator[TextLine | TextTable]:
    """The parts with the tables of each run of lines without a blank one, or a table, between them."""
    run: list[TextLine] = []
    for part in parts:
        if run and (isinstance(part, TextTable) or part.above != "\n"):
            yield from tables(run)
            run = []
        if isinstance(part, TextTable):
            yield part
        else:
            run.append(part)
    yield from tables(run)


def _signed(sign: str, pattern: re.Pattern[str], run: list[TextLine]) -> Iterator[TextLine | TextTable]:
    """The tables of lines with a sign between their cells: two rows at least."""
    for has_sign, group in groupby(run, lambda line: sign in line.marker + line.words.rstrip(BLANKS)):
        lines = list(group)
        if has_sign and len(lines) > 1:
            yield _table(lines, [_cells(line, pattern) for line in lines])
        else:
            yield from lines


def _spaced(pattern: re.Pattern[str], fewest: int, run: list[TextLine]) -> Iterator[TextLine | TextTable]:
    """The tables of lines with as many short words each, ``fewest`` at least, one column of which is figures."""
    split = ((line, _short_cells(line, pattern, fewest)) for line in run)
    for width, group in groupby(split, lambda row: len(row[1])):
        lines, rows = zip(*group, strict=True)
        start = _first_of_figures(rows) if width else len(rows)
        if len(rows) - start < _FEWEST_ROWS:
            start = len(rows)
        yield from lines[:start]
        if lines[start:]:
            yield _table(lines[start:], rows[start:])


def _short_cells(line: TextLine, pattern: re.Pattern[str], fewest: int) -> Cells:
    """The cells of a line; () where it is prose, or has too few of them or long ones."""
    if _OF_PROSE & set(line.words):
        return ()
    cells = _cells(line, pattern)
    is_row = len(cells) >= fewest and all(len(cell.words) <= _LONGEST_CELL for cell in cells)
    return cells if is_row else ()


def _first_of_figures(rows: Sequence[Cells]) -> int:
    """The first row from which a column behind the first is figures in every row but that one, which may head it."""
    return min(
        max((number for number, row in enumerate(rows) if not row[index].is_figure), default=0)
        for index in range(1, len(rows[0]))
    )


def _cells(line: TextLine, pattern: re.Pattern[str]) -> Cells:
    words = line.marker + line.words
    inner = words.rstrip(BLANKS)
    parts = [*pattern.split(inner), words[len(inner) :]]
    return tuple(_cell(part, gap) for part, gap in zip(parts[::2], parts[1::2], strict=True))


def _cell(typed: str, gap: str) -> TextCell:
    """A cell with the blanks around its words; those before them stay with them."""
    words = typed.rstrip(BLANKS)
    return TextCell(words, typed[len(words) :] + gap, _FIGURE.fullmatch(words.lstrip(BLANKS)) is not None)


def _table(lines: Sequence[TextLine], rows: Sequence[Cells]) -> TextTable:
    widest = max(map(len, rows))
    return TextTable(
        tuple(
            TextRow(line.above, line.lead, cells, widest - len(cells))
            for line, cells in zip(lines, rows, strict=True)
        ),
        has_heading=len(rows[0]) > 1
        and not any(cell.is_figure for cell in rows[0])
        and any(cell.is_figure for row in rows[1:] for cell in row),
    )
