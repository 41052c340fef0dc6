"""Rows of the tables of sheets of their own (債務負担行為要求書, 契約額の変更, 年割額), from grids or from lines.

A row is a label (要求総額, 計 or a fiscal year) and its figures; words stand before it (事項, 期間) and after it (説明).
The caller gives the columns; what rows mean is in commitment_year_tables and annual_tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from model.values.amount import Amount, half_width
from model.values.fiscal_year import ERA_YEAR, NUMBER, TO
from templates.readers.labels import compact
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.page.rows import heading_words, is_heading

_FIGURE: Final = re.compile(r"[-−△▲+]?\d[\d,]*(?:千円)?|[-−―]|※\S*")
_YEAR: Final = f"(?:{ERA_YEAR}|{NUMBER})"
_YEAR_LABEL: Final = re.compile(
    rf"{_YEAR}年度?(?:{TO}{_YEAR}(?:年度?)?|以降)?|{ERA_YEAR}|{_YEAR}[〜～~]{_YEAR}"  # 「5-6」 may be figures
)
_MOST_HEADINGS: Final = 200  # lines, blank ones too
# of a table, also where every cell stands on its own: a hundred years of a dozen columns
_MOST_LINES: Final = 2_000
_TOTAL_LABEL: Final = re.compile(r"(?:要求|査定|計上)?総額|合?計")
# lines between two rows: 説明, words of a year, 事項 and 期間
_MOST_WORDS: Final[Mapping[str, int]] = {
    "note": 40,
    "years": 2,
    "item": 14,
}


class YearRow(msgspec.Struct, frozen=True):
    """A row as it was read.

    Attributes:
        number: its line in the source.
        label: 要求総額, 計 or a fiscal year as it stands.
        cells: its figures, empty ones of a grid as ""; fewer than the columns where empty cells were lost, or more.
        before: the words before its label, in order.
        after: the words after its figures.
        is_total: whether it is the sum of the rows.
        figures: its amounts in 千円 by the keys of their columns, empty ones left out.
        is_whole: whether these are all of its figures.
    """

    number: int
    label: str
    cells: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_total: bool = False
    figures: dict[str, Amount] = {}
    is_whole: bool = True

    @property
    def line(self) -> Line:
        """The row as a line of text."""
        return Line(self.number, " ".join((*self.before, self.label, *filter(None, self.cells), *self.after)))


class YearTable(msgspec.Struct, frozen=True):
    """A table: the keys of its figure columns in order, its rows, and the index after its last piece."""

    columns: tuple[str, ...]
    rows: tuple[YearRow, ...]
    end: int


class Plan(msgspec.Struct, frozen=True):
    """What a kind of table looks like.

    Attributes:
        first: the word that begins its headings, without spaces.
        wanted: words that must be among them.
        figures: the key of each word over a column of figures; words are without spaces.
        words: words of other columns, and of those over several columns.
        whole: the key of the column that is the sum of the others; "" for none.
        change: the keys of what was, of what is now, and of their difference.
    """

    first: str
    wanted: tuple[str, ...]
    figures: dict[str, str]
    words: tuple[str, ...]
    whole: str = ""
    change: tuple[str, ...] = ()

    @property
    def known(self) -> set[str]:
        """Every word of its headings."""
        return {*self.figures, *map(compact, self.words)}


def find_table(pieces: Sequence[Piece], index: int, plan: Plan, others: Sequence[Plan]) -> YearTable | None:
    """The table of a kind that begins at a piece; None where none does. One of the kinds ``others`` ends it."""
    piece = pieces[index]
    if isinstance(piece, Grid):
        return _of_grid(piece, index, plan)
    columns, below = _headings(pieces, index, plan)
    if not columns:
        return None
    end = below
    while end < min(len(pieces), below + _MOST_LINES):
        below_piece = pieces[end]
        if isinstance(below_piece, Grid) or any(_headings(pieces, end, other)[0] for other in others):
            break
        end += 1
    lines = [(index, piece.number, piece.text.split()) for index in range(below, end)
             if isinstance(piece := pieces[index], Line)]  # fmt: skip
    rows, used = _rows(lines, len(columns))
    return YearTable(columns, rows, max(used, below)) if rows else None


def _headings(pieces: Sequence[Piece], start: int, plan: Plan) -> tuple[tuple[str, ...], int]:
    """The figure columns of the headings that begin at a line, and the index after them; () where none do."""
    piece = pieces[start]
    if not isinstance(piece, Line) or not _begins(piece.text.lstrip(), plan):
        return (), start
    known = plan.known
    heading = ""
    end = start
    for index in range(start, min(len(pieces), start + _MOST_HEADINGS)):
        line = pieces[index]
        if isinstance(line, Grid) or not (line.is_blank or is_heading(line.text, known)):
            break
        if not line.is_blank:
            heading += compact(line.text)
            end = index + 1
    return _columns(heading, plan), end


def _begins(text: str, plan: Plan) -> bool:
    first = text[:1]  # most lines are none: their first sign says so
    return half_width(first) == plan.first[:1] and compact(text).startswith(plan.first) if first else False


def _columns(heading: str, plan: Plan) -> tuple[str, ...]:
    """The figure columns that a heading without spaces names; () where a wanted word is missing."""
    words = list(heading_words(heading, plan.known))
    is_whole = all(compact(wanted) in words for wanted in plan.wanted)
    return tuple(plan.figures[word] for word in words if word in plan.figures) if is_whole else ()


def _of_grid(grid: Grid, index: int, plan: Plan) -> YearTable | None:
    """A grid whose first rows are the headings."""
    known = plan.known
    count = 0
    while count < len(grid.rows) and is_heading("".join(grid.rows[count]), known):
        count += 1
    heading = compact("".join("".join(row) for row in grid.rows[:count]))
    columns = _columns(heading, plan) if heading.startswith(plan.first) else ()
    if not columns:
        return None
    lowest = [
        next((word for row in reversed(grid.rows[:count]) if (word := compact(row[column]))), "")
        for column in range(len(grid.rows[0]))
    ]
    keys = [plan.figures.get(word, "") for word in lowest]
    first = next((column for column, key in enumerate(keys) if key), 0)
    end = first + len(columns)
    body = [[cell.strip() for cell in row] for row in grid.rows[count:]]
    if tuple(keys[first:end]) == columns:  # of other columns empty cells do not count
        body = [[*filter(None, row[:first]), *row[first:end], *filter(None, row[end:])] for row in body]
    lines = [(row_index, grid.number, row) for row_index, row in enumerate(body)]
    rows, used = _rows(lines, len(columns), is_grid=True)
    return YearTable(columns, rows, index + 1) if rows and used == len(lines) else None


def _rows(
    lines: Sequence[tuple[int, int, list[str]]], width: int, *, is_grid: bool = False
) -> tuple[tuple[YearRow, ...], int]:
    """The rows among words of lines (index, number, words; "" is an empty cell of a grid), and the index after the last."""
    words = [(index, number, word) for index, number, line in lines for word in line]
    rows: list[YearRow] = []
    pending: list[tuple[int, str]] = []
    used = 0
    position = 0
    while position < len(words):
        index, number, word = words[position]
        if not (_is_label(word) and position + 1 < len(words) and _is_cell(words[position + 1][2])):
            if word:
                pending.append((index, word))
            position += 1
            continue
        is_total = _TOTAL_LABEL.fullmatch(compact(word)) is not None
        before = [entry for entry in pending if compact(entry[1]) != "年度" or is_total]
        if rows and len({line for line, _ in before}) > _most(rows[-1], is_total=is_total):
            break
        after, before = _split_words(before, rows, used, is_total=is_total)
        if after:
            rows[-1] = msgspec.structs.replace(rows[-1], after=(*rows[-1].after, *after))
        end = position + 1
        while end < len(words) and (
            _is_cell(words[end][2]) if end - position <= width else not is_grid and _is_figure(words[end][2])
        ):
            end += 1  # a figure too many is one of the row, so that it is seen to be too many
        cells = tuple(text for _, _, text in words[position + 1 : end])
        rows.append(YearRow(number, word, cells, tuple(text for _, text in before), (), is_total))
        used = words[end - 1][0] + 1
        pending = []
        position = end
    beside = [word for index, word in pending if index < used]
    if rows and beside:
        rows[-1] = msgspec.structs.replace(rows[-1], after=(*rows[-1].after, *beside))
    return tuple(rows), used


def _most(above: YearRow, *, is_total: bool) -> int:
    return _MOST_WORDS["item" if is_total else "note" if above.is_total else "years"]


def _split_words(
    pending: list[tuple[int, str]], rows: Sequence[YearRow], used: int, *, is_total: bool
) -> tuple[list[str], list[tuple[int, str]]]:
    """The words between two rows: what explains the upper one, and what stands before the lower one."""
    if not rows or not pending:
        return [], pending
    if not is_total:
        return [word for _, word in pending], []
    return [word for index, word in pending if index < used], [entry for entry in pending if entry[0] >= used]


def _is_cell(text: str) -> bool:
    """Whether a word is a figure, or an empty cell of a grid."""
    return not text or _is_figure(text)


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(half_width(text)) is not None


def _is_label(text: str) -> bool:
    plain = compact(text)
    return bool(_YEAR_LABEL.fullmatch(plain) or _TOTAL_LABEL.fullmatch(plain))
