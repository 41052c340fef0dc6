"""The cost tables of a section: found by their headings, read whole or left as text and listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from model.request.multi_year import Commitment
from model.request.request import CostGroup
from model.standard.form import fill_year
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.page.cost_columns import Columns, unit_line
from templates.readers.page.cost_grids import CostTable, grid_columns, read_grid
from templates.readers.page.cost_lines import heading_lines, read_lines
from templates.readers.page.cost_rows import cost_group
from templates.readers.page.pieces import Grid, Line, Piece, unread
from templates.readers.page.table_like import table_like
from templates.readers.reading import Unread

_LONGEST_TITLE: Final = 60
_NOTE: Final = "※"
_OTHER: Final = "所要経費の表として読めない表です。本文の中に文字のまま残しました。"
_BROKEN: Final = "所要経費の表のようですが、行と額の並びを読み取れません。本文の中に文字のまま残しました。"
_BESIDE: Final = "要求額の内訳にならない別の表なので、本文の中に文字のまま残しました。"
_LIKE: Final = "表のようですが、列が分からないので、本文の中に文字のまま残しました。"
_NO_TITLE_ENDS: Final = re.compile(r".*[。、，,]|(?:.*\s)?[(（]?[-△▲]?[\d,]+(?:千円)?[)）]?")


class FoundTable(msgspec.Struct, frozen=True):
    """A table that was read; ``number`` is the line of its headings."""

    number: int
    group: CostGroup
    commitments: tuple[Commitment, ...] = ()


class Costs(msgspec.Struct, frozen=True):
    """The tables of a section, and what is left of it."""

    tables: tuple[FoundTable, ...]
    rest: tuple[Piece, ...]
    unread: tuple[Unread, ...]


def read_costs(
    pieces: Sequence[Piece], year: FiscalYear, standard: Standard, beside: frozenset[int] = frozenset()
) -> Costs:
    """Read the cost tables of a section.

    Args:
        pieces: what stands in the section.
        year: the request's fiscal year, for the legend of the bracketed year.
        standard: the words of headings and totals.
        beside: lines of the headings of tables that are to stay text, since they are no part of the 要求額.
    """
    tables: list[FoundTable] = []
    rest: list[Piece] = []
    missed: list[Unread] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        columns, below, on_one_line = _columns(pieces, index, standard)
        if columns is None:
            if isinstance(piece, Grid):
                missed.append(unread(piece, _OTHER))
            rest.append(piece)
            index += 1
            continue
        if piece.number in beside:
            missed.append(unread(piece, _BESIDE))
            rest += pieces[index:below]
            index = below
            continue
        taken = _unit_above(rest)
        columns = msgspec.structs.replace(columns, unit=taken[1]) if taken[1] else columns
        table, used = _rows(pieces, index, below, columns, standard, on_one_line=on_one_line)
        if table is None:
            missed.append(unread(piece, _BROKEN))
            rest += pieces[index:below]
            index = below
            continue
        del rest[taken[0] :]
        title = _title(rest)
        note, end = _note(pieces, used, year, standard)
        group, commitments = cost_group(table.rows, table.total, title, note, year, standard)
        tables.append(FoundTable(piece.number, group, commitments))
        index = end
    listed = {entry.where for entry in missed}
    missed += [
        entry for line in table_like(rest, standard) if (entry := unread(line, _LIKE)).where not in listed
    ]
    return Costs(tuple(tables), tuple(rest), tuple(missed))


def _columns(pieces: Sequence[Piece], index: int, standard: Standard) -> tuple[Columns | None, int, bool]:
    piece = pieces[index]
    if isinstance(piece, Grid):
        return grid_columns(piece, standard)[0], index + 1, False
    return heading_lines(pieces, index, standard)


def _rows(
    pieces: Sequence[Piece],
    index: int,
    below: int,
    columns: Columns,
    standard: Standard,
    *,
    on_one_line: bool,
) -> tuple[CostTable | None, int]:
    """The rows of the table whose headings stand at a piece, and the index after them."""
    piece = pieces[index]
    if isinstance(piece, Grid):
        return read_grid(piece, columns, grid_columns(piece, standard)[1], standard), index + 1
    lines: list[Line] = []
    for line in pieces[below : _end(pieces, below, standard)]:
        assert isinstance(line, Line)
        lines.append(line)
    table, used = read_lines(lines, columns, standard, on_one_line=on_one_line)
    return table, below + used


def _end(pieces: Sequence[Piece], start: int, standard: Standard) -> int:
    """Where the lines of a table can reach to: a note, another table with its title, a grid, the section's end."""
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if isinstance(piece, Grid) or piece.text.lstrip().startswith(_NOTE):
            return index
        if index > start and heading_lines(pieces, index, standard)[0] is not None:
            above = [index for index in range(start, index) if not pieces[index].is_blank]
            return above[-1] if above and _is_title(pieces[above[-1]]) else index
    return len(pieces)


def _unit_above(rest: Sequence[Piece]) -> tuple[int, str]:
    """The index of a line above the table that only names the unit, and the unit; the end and "" for none."""
    for index in range(len(rest) - 1, -1, -1):
        last = rest[index]
        if not last.is_blank:
            unit = unit_line(last.text) if isinstance(last, Line) else None
            return (index, unit) if unit else (len(rest), "")
    return len(rest), ""


def _title(rest: list[Piece]) -> str:
    """The line just above a table, taken from the text."""
    while rest and rest[-1].is_blank:
        rest.pop()
    if not rest or not _is_title(rest[-1]):
        return ""
    title = rest.pop()
    assert isinstance(title, Line)
    return title.text.strip()


def _is_title(piece: Piece) -> bool:
    if not isinstance(piece, Line) or piece.is_blank:
        return False
    text = piece.text.strip()
    return len(text) <= _LONGEST_TITLE and not text.startswith(_NOTE) and not _NO_TITLE_ENDS.fullmatch(text)


def _note(pieces: Sequence[Piece], start: int, year: FiscalYear, standard: Standard) -> tuple[str, int]:
    """The legend below a table, "" for the Standard's own, and the index after it."""
    index = start
    while index < len(pieces) and pieces[index].is_blank:
        index += 1
    notes: list[str] = []
    while index < len(pieces):
        piece = pieces[index]
        if not isinstance(piece, Line) or not piece.text.lstrip().startswith(_NOTE):
            break
        notes.append(piece.text.strip())
        index += 1
    if not notes:
        return "", start
    note = "\n".join(notes)
    return ("" if compact(note) == compact(fill_year(standard.printing.cost_note, year)) else note), index
