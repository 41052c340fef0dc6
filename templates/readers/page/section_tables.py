"""Tables of a section's text that are no cost tables (箇所表 …): found where their cells are certain, else left as text.

A grid (an HTML table, cells apart by tabs) has its cells; it is taken where its first row has a heading for each column. In
text a table is taken where every row has as many words as there are headings, and each column holds numbers alone or words
alone; where every cell stands on a line, where only one number of columns fits so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec
from msgspec.structs import replace

from model.language import Phrase, phrase
from model.request.section_table import SectionTable
from model.standard.standard import Standard
from model.totals.section_tables import total_words
from model.values.exact_number import is_nothing, parse_number
from model.values.pattern import lazy_pattern
from templates.readers.page.costs.cost_tables import LIKE_TABLE, NOTE, note_below, title_above
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.reading import Unread
from templates.readers.section_table import has_headings, section_table

_LEAST_ROWS: Final = 3  # with the headings
_LEAST_COLUMNS: Final = 3  # of a text; words in pairs are many things
_MOST_COLUMNS: Final = 12
_MOST_LINES: Final = 300  # of a table in a text
_LONGEST_CELL: Final = 24  # characters, where nothing but spaces parts the cells
_LONGEST_TITLE: Final = 40
_OPENS_A_TITLE: Final = tuple("【〔＜<《◆◇■□●○・(（[［")
_ENDS_A_TITLE: Final = lazy_pattern(
    r".*(?:表|実績|予定|スケジュール|一覧|内訳|計画|状況|推移|単位[:：][^)）]{1,8}[)）])[】〕＞>》\])］）]?"
)
_NO_CELL: Final = lazy_pattern(r".*[。、：]")


_AS_TABLE: Final = phrase("本文の表として取り込みました。")
_AS_ONE: Final = phrase("所要経費の表ではない表なので、本文の表として取り込みました。")


class Part(NamedTuple):
    """A stretch of a section: its lines, and the table below them; None for the last one.

    Attributes:
        lines: the lines above the table, without its title.
        table: the table, with its title and note.
        numbers: the lines of the source that became the table.
    """

    lines: tuple[Piece, ...]
    table: SectionTable | None = None
    numbers: frozenset[int] = frozenset()


def parts_of(pieces: Sequence[Piece], standard: Standard) -> list[Part]:
    """A section cut at its tables; all of it in one part where it has none that is certain."""
    parts: list[Part] = []
    lines: list[Piece] = []
    index = 0
    while index < len(pieces):
        found = _table_at(pieces, index, standard)
        if found is None:
            lines.append(pieces[index])
            index += 1
            continue
        cells, end = found
        title = title_above(lines, _is_title)
        note, after = note_below(pieces, end)
        words = title.text.strip() if title else ""
        table = replace(section_table(cells, "", standard), title=words, note=note)
        numbers = frozenset(piece.number for piece in (*filter(None, [title]), *pieces[index:after]))
        parts.append(Part(tuple(lines), table, numbers))
        lines, index = [], after
    if any(not line.is_blank for line in lines) or not parts:
        parts.append(Part(tuple(lines)))
    return parts


def said_of_tables(unread: Sequence[Unread], parts: Sequence[Part]) -> list[Unread]:
    """The unread lines of a section; the reason of a line that became part of a table says so."""
    numbers = {f"{number}行目" for part in parts for number in part.numbers}
    return [
        msgspec.structs.replace(entry, why=_why(entry.why)) if entry.where in numbers else entry
        for entry in unread
    ]


def _why(why: str) -> str:
    if why == LIKE_TABLE:
        return _AS_ONE
    return phrase(why.template, kept=_AS_TABLE) if isinstance(why, Phrase) and "kept" in why.fields else why


def _table_at(pieces: Sequence[Piece], index: int, standard: Standard) -> tuple[list[list[str]], int] | None:
    """The cells of a table that begins at a piece, and the index after it."""
    piece = pieces[index]
    if isinstance(piece, Grid):
        rows = piece.trimmed.rows
        is_certain = len(rows) >= _LEAST_ROWS and has_headings(rows) and all(map(str.strip, rows[0][1:]))
        return ([list(row) for row in rows], index + 1) if is_certain else None
    if piece.is_blank or (index and not _may_stand_above(pieces[index - 1])):
        return None  # it goes on what stands above
    run: list[str] = []
    for other in pieces[index : index + _MOST_LINES + 1]:
        if not isinstance(other, Line) or other.is_blank or other.text.lstrip().startswith(NOTE):
            break
        run.append(other.text.strip())
    if len(run) > _MOST_LINES:
        return None
    if (lines := _rows_on_lines(run, standard)) is not None:
        return lines, index + len(lines)
    if (cells := _cells_on_lines(run)) is not None:
        return cells, index + len(run)
    return None


def _may_stand_above(piece: Piece) -> bool:
    """Whether a table may begin right below a piece: a blank line, another table, a title."""
    return not isinstance(piece, Line) or piece.is_blank or _is_title(piece)


def _is_title(piece: Piece) -> bool:
    text = piece.text.strip() if isinstance(piece, Line) else NOTE[0]
    is_short = len(text) <= _LONGEST_TITLE and not text.startswith(NOTE) and "。" not in text
    return is_short and (text.startswith(_OPENS_A_TITLE) or _ENDS_A_TITLE.fullmatch(text) is not None)


def _rows_on_lines(run: Sequence[str], standard: Standard) -> list[list[str]] | None:
    """The rows of a table whose rows are lines; the whole run belongs to it."""
    rows = [line.split() for line in run]
    width = len(rows[0]) if rows else 0
    if not _LEAST_COLUMNS <= width <= _MOST_COLUMNS or len(rows) < _LEAST_ROWS:
        return None
    total: list[str] | None = None
    if len(rows[-1]) < width and len(rows) > _LEAST_ROWS:
        total = rows.pop()
    if any(len(row) != width for row in rows) or not _are_columns(rows):
        return None
    if total is None:
        return rows
    numeric = [column for column in range(width) if _is_numeric(rows, column)]
    if total[0] not in total_words(standard) or len(total) != 1 + len(numeric):
        return None
    whole = [total[0], *[""] * (width - 1)]
    for column, text in zip(numeric, total[1:], strict=True):
        added = [parse_number(row[column]) for row in rows[1:] if not is_nothing(row[column])]
        if column == 0 or parse_number(text) != sum(number for number in added if number is not None):
            return None
        whole[column] = text
    return [*rows, whole]


def _cells_on_lines(run: Sequence[str]) -> list[list[str]] | None:
    """The rows of a table each of whose cells is a line, where only one number of columns fits."""
    fitting = []
    for width in range(_LEAST_COLUMNS, min(_MOST_COLUMNS, len(run) // _LEAST_ROWS) + 1):
        if len(run) % width == 0:
            rows = [list(run[at : at + width]) for at in range(0, len(run), width)]
            if _are_columns(rows):
                fitting.append(rows)
    return fitting[0] if len(fitting) == 1 else None


def _are_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are headings and, below each, numbers alone or words alone: at least one column of either."""
    headings, *others = rows
    if any(_is_no_cell(cell) or parse_number(cell) is not None for cell in headings):
        return False
    numeric = [_is_numeric(rows, column) for column in range(len(headings))]
    for row in others:
        for cell, is_numeric in zip(row, numeric, strict=True):
            if not is_numeric and (_is_no_cell(cell) or parse_number(cell) is not None):
                return False
    return any(numeric) and not numeric[0] and not any(one == other for one, other in pairwise(rows))


def _is_numeric(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [row[column] for row in rows[1:]]
    numbers = sum(parse_number(cell) is not None for cell in cells)
    return numbers > 0 and all(is_nothing(cell) or parse_number(cell) is not None for cell in cells)


def _is_no_cell(text: str) -> bool:
    return len(text) > _LONGEST_CELL or _NO_CELL.match(text) is not None
