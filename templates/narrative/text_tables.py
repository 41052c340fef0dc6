"""Tables in a text: lines that follow each other and whose words stand in columns, parted by tabs or blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from model.values.pattern import lazy_pattern
from templates.narrative.blocks import TextCell, TextLine, TextRow, TextTable
from templates.narrative.lines import BLANKS

Cells: TypeAlias = tuple[TextCell, ...]

_FIGURE: Final = lazy_pattern(
    r"[(（]?[-－△▲−]?[0-9０-９][0-9０-９,，.．]*(?:[百千万億]{0,2}円|人|件|箇所|か所|カ所|回|団体|名|校|台|ha|km|m[23]?|[%％])?[)）]?"
)
_SIGNS: Final = {"\t": lazy_pattern("(\t)"), "|": lazy_pattern("([|])"), "｜": lazy_pattern("(｜)")}
"""Signs between cells, with the pattern that cuts a line at them."""
_BLANKS: Final = lazy_pattern(f"([{BLANKS}]{{1,80}})")
_WIDE: Final = lazy_pattern(f"([{BLANKS}]{{2,80}})")
_FEWEST_ROWS: Final = 3  # of a table whose cells are parted by blanks alone
_LONGEST_CELL: Final = 30
_OF_PROSE: Final = frozenset("。、")


def tables_in(lines: Sequence[TextLine]) -> Iterator[TextLine | TextTable]:
    """The lines, those that make up a table put together as one."""
    at = 0
    while at < len(lines):
        run = 1
        while at + run < len(lines) and lines[at + run].above == "\n":
            run += 1
        yield from _within(lines[at : at + run])
        at += run


def _within(run: Sequence[TextLine]) -> Iterator[TextLine | TextTable]:
    """Lines without a blank one between them, with their tables put together."""
    at = 0
    while at < len(run):
        length, table = _signed(run[at:]) or _spaced(run[at:]) or (1, run[at])
        yield table
        at += length


def _signed(lines: Sequence[TextLine]) -> tuple[int, TextTable] | None:
    """The table that begins here of lines with a sign between their cells: two rows at least."""
    for sign, pattern in _SIGNS.items():
        has_sign = [sign in line.marker + line.words.rstrip(BLANKS) for line in lines]
        count = has_sign.index(False) if False in has_sign else len(lines)
        if count > 1:
            return count, _table(lines[:count], [_cells(line, pattern) for line in lines[:count]])
    return None


def _spaced(lines: Sequence[TextLine]) -> tuple[int, TextTable] | None:
    """The table that begins here of lines with as many short words each, one column of which is figures."""
    for pattern in (_WIDE, _BLANKS):
        rows: list[Cells] = []
        for line in lines:
            if _OF_PROSE & set(line.words):
                break
            cells = _cells(line, pattern)
            if len(cells) < 2 or len(cells) != len(rows[0] if rows else cells):
                break
            if any(len(cell.words) > _LONGEST_CELL for cell in cells):
                break
            rows.append(cells)
        fewest = 2 if pattern is _BLANKS else 1  # one blank between two words is seen in prose too
        if len(rows) >= _FEWEST_ROWS and len(rows[0]) > fewest and _has_figures(rows):
            return len(rows), _table(lines[: len(rows)], rows)
    return None


def _cells(line: TextLine, pattern: re.Pattern[str]) -> Cells:
    words = line.marker + line.words
    inner = words.rstrip(BLANKS)
    parts = [*pattern.split(inner), words[len(inner) :]]
    return tuple(_cell(part, gap) for part, gap in zip(parts[::2], parts[1::2], strict=True))


def _cell(typed: str, gap: str) -> TextCell:
    """A cell with the blanks around its words; those before them stay with them."""
    words = typed.rstrip(BLANKS)
    return TextCell(words, typed[len(words) :] + gap, _FIGURE.fullmatch(words.lstrip(BLANKS)) is not None)


def _has_figures(rows: Sequence[Cells]) -> bool:
    """Whether a column behind the first is figures in every row but the one that heads it."""
    return any(all(row[index].is_figure for row in rows[1:]) for index in range(1, len(rows[0])))


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
