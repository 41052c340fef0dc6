"""Tables whose headings and rows a form has, cut out of the pieces of a page: rows of a label and its figures.

In text the cells may stand on one line, or each on its own; then figures are distinguished from labels by their form. A row
may have a blank label, and words before it (事項, 期間) and behind its figures (説明). An empty cell of a grid is seen; in text
it is not there, and the row is shorter than its table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from model.request.place import Place
from model.request.request import Headcount
from model.values.amount import Amount, half_width
from model.values.fiscal_year import ERA_YEAR, NUMBER, TO
from templates.readers.labels import compact
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.reading import Unread

FIGURE: Final = re.compile(r"[-−△▲+]?\d[\d,]*(?:千円)?|[-−―]")
_CELL: Final = re.compile(rf"{FIGURE.pattern}|※\S*")
_UNIT_APART: Final = re.compile(r"(?<=[\d０-９])\s+(?=(?:千円|人)(?:\s|$))")
_YEAR: Final = f"(?:{ERA_YEAR}|{NUMBER})"
_YEAR_LABEL: Final = re.compile(
    rf"{_YEAR}年度?(?:{TO}{_YEAR}(?:年度?)?|以降)?|{ERA_YEAR}|{_YEAR}[〜～~]{_YEAR}"  # 「5-6」 may be figures
)
_TOTAL_LABEL: Final = re.compile(r"(?:要求|査定|計上)?総額|合?計")
_MOST_HEADINGS: Final = 200  # lines, blank ones too
# of a table, also where every cell stands on its own: a hundred years of a dozen columns
_MOST_LINES: Final = 2_000
# lines between two rows: 説明, words of a year, 事項 and 期間
_MOST_WORDS: Final[Mapping[str, int]] = {"note": 40, "years": 2, "item": 14}
_Words: TypeAlias = list[tuple[int, str]]
"""Words, each with the number of its line or the index of its piece."""


class Row(msgspec.Struct, frozen=True):
    """A row as it was read.

    Attributes:
        number: its line in the source.
        cells: its figures, empty ones of a grid as ""; fewer than the columns where empty cells were lost, or more.
        before: the words before its label, in order.
        after: the words behind its figures.
        is_total: whether it is the sum of the rows.
        is_aligned: whether the cells stand below their headings.
        figures: its amounts in 千円 by the keys of their columns, empty ones left out.
        is_whole: whether these are all of its figures.
    """

    number: int
    label: str
    cells: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_total: bool = False
    is_aligned: bool = False
    figures: dict[str, Amount] = {}
    is_whole: bool = True

    @property
    def line(self) -> Line:
        """The row as a line of text."""
        return Line(self.number, " ".join(filter(None, (*self.before, self.label, *self.cells, *self.after))))


class Table(msgspec.Struct, frozen=True):
    """A table that was found.

    Attributes:
        columns: key and heading of its columns of figures, in order.
        rest: the lines that are none of it, of the pieces in which it stands alone.
        end: the index after its last piece.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    rest: tuple[Line, ...] = ()
    end: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its columns of figures."""
        return tuple(key for key, _ in self.columns)


class FixedTable(msgspec.Struct, frozen=True):
    """What was read of a table whose rows its form has, and where it differs from that.

    Attributes:
        declared: amounts in 千円 by place.
        words: the labels that the form prints otherwise.
        without: the rows that the form has and the page has not.
        kept: the lines that were not wholly understood, to be kept in the narrative.
        sources: specific funds by row and source key, 千円.
    """

    declared: dict[Place, Amount] = {}
    words: dict[Place, str] = {}
    without: tuple[str, ...] = ()
    kept: tuple[Line, ...] = ()
    unread: tuple[Unread, ...] = ()
    headcount: Headcount = Headcount()
    sources: dict[str, dict[str, Amount]] = {}


class Plan(msgspec.Struct, frozen=True):
    """What the headings of a kind of table look like.

    Attributes:
        figures: the key of each word over a column of figures; words are without spaces.
        words: words of other columns, and of those over several columns.
        first: the word that begins its headings, without spaces.
        wanted: words that must be among them.
        whole: the key of the column that is the sum of the others; "" for none.
        change: the keys of what was, of what is now, and of their difference.
    """

    figures: dict[str, str]
    words: tuple[str, ...]
    first: str = ""
    wanted: tuple[str, ...] = ()
    whole: str = ""
    change: tuple[str, ...] = ()

    @property
    def known(self) -> set[str]:
        """Every word of its headings."""
        return {*self.figures, *map(compact, self.words)}

    def columns(self, heading: str) -> tuple[tuple[str, str], ...]:
        """The figure columns that a heading without spaces names; () where a wanted word is missing."""
        words = list(_heading_words(heading, self.known))
        is_whole = heading.startswith(self.first) and all(compact(wanted) in words for wanted in self.wanted)
        return tuple((self.figures[word], word) for word in words if word in self.figures) if is_whole else ()


def _heading_words(heading: str, known: Collection[str]) -> Iterator[str]:
    """A heading without spaces cut into known words, the longest first, and single letters between them."""
    index = 0
    while index < len(heading):
        word = max(
            (word for word in known if heading.startswith(word, index)), key=len, default=heading[index]
        )
        yield word
        index += len(word)


def _is_heading(text: str, known: Collection[str]) -> bool:
    """Whether a line consists of words of the headings only."""
    return all(word in known for word in _heading_words(compact(text), known))


def _headings(pieces: Sequence[Piece], start: int, plan: Plan) -> tuple[str, int]:
    """The headings that begin at a line, one after the other without spaces, and the index after them."""
    known = plan.known
    heading, end = "", start
    for index, piece in enumerate(pieces[start : start + _MOST_HEADINGS], start):
        if isinstance(piece, Grid) or not (piece.is_blank or _is_heading(piece.text, known)):
            break
        if not piece.is_blank:
            heading += compact(piece.text)
            end = index + 1
    return heading, end


def _of_grid(grid: Grid, plan: Plan) -> tuple[str, Sequence[tuple[str, ...]], list[list[str]]]:
    """The headings of a grid one after the other, its rows of headings, and its other rows."""
    known = plan.known
    count = next(
        (index for index, row in enumerate(grid.rows) if not _is_heading("".join(row), known)), len(grid.rows)
    )
    heading = compact("".join(map("".join, grid.rows[:count])))
    return heading, grid.rows[:count], [[cell.strip() for cell in row] for row in grid.rows[count:]]


# --- a table that stands alone: every label is one ---


def read_table(
    pieces: Sequence[Piece],
    plan: Plan,
    labels: Collection[str],
    is_figure: Callable[[str], bool] = lambda word: FIGURE.fullmatch(half_width(word)) is not None,
    begins_row: Callable[[str, str], bool] = lambda _before, _figure: False,
) -> Table:
    """Read the table with which some pieces begin.

    Args:
        pieces: the pieces.
        plan: its headings.
        labels: the labels of its rows without spaces; one of them alone on a line is a row in which nothing stands.
        is_figure: whether a word is a cell of figures (of a blank cell too, as 「人」).
        begins_row: whether a figure begins a row after the figure before it.
    """
    heading, end = _headings(pieces, 0, plan)
    first = next((index for index in range(end, len(pieces)) if not pieces[index].is_blank), len(pieces))
    body = [piece for piece in pieces[first:] if isinstance(piece, Line) and not piece.is_blank]
    if first < len(pieces) and isinstance(grid := pieces[first], Grid):
        heading, _, cells = _of_grid(grid.trimmed, plan)
        rows = [Row(grid.number, " ".join(row[0].split()), tuple(row[1:]), is_aligned=True) for row in cells]
        return Table(plan.columns(heading), tuple(rows), tuple(body))
    rows = []
    label: list[str] = []
    figures: _Words = []
    number = last = 0
    for line, word in [*_tokens(body), (Line(0, ""), "")]:
        is_next = line.number != last and not is_figure(word)
        if label and not figures and is_next and compact("".join(label)) in labels:
            rows.append(Row(number, " ".join(label)))
            label = []
        last = line.number
        if word and is_figure(word):
            figures.append((line.number, word))
            continue
        if figures:
            rows += _rows_of(number, " ".join(label), figures, begins_row)
            label, figures = [], []
        if not label:
            number = line.number
        label += [word] if word else []
    rest = [line for line in body if label and line.number >= number]
    return Table(plan.columns(heading), tuple(rows), tuple(rest))


def _rows_of(
    number: int, label: str, figures: _Words, begins_row: Callable[[str, str], bool]
) -> Iterator[Row]:
    """The figures between two labels as rows, where one is seen to begin; only the first has the label."""
    rows = [list(line) for _, line in groupby(figures, key=lambda figure: figure[0])]
    if all(len(line) == 1 for line in rows):  # each stands on a line of its own
        rows = [figures[:1]]
        for figure in figures[1:]:
            if begins_row(rows[-1][-1][1], figure[1]):
                rows.append([])
            rows[-1].append(figure)
    for index, row in enumerate(rows):
        cells = tuple(figure for _, figure in row)
        yield Row(row[0][0] if index or not label else number, "" if index else label, cells)


def _tokens(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    for line in lines:
        for word in _UNIT_APART.sub("", line.text).split():
            yield line, word


# --- a table among other pieces: its labels are fiscal years and sums ---


def find_table(pieces: Sequence[Piece], index: int, plan: Plan, others: Sequence[Plan]) -> Table | None:
    """The table of a kind that begins at a piece; None where none does. One of the kinds ``others`` ends it."""
    piece = pieces[index]
    if isinstance(piece, Grid):
        return _years_of_grid(piece, index, plan)
    columns, below = _columns_at(pieces, index, plan)
    if not columns:
        return None
    end = below
    while end < min(len(pieces), below + _MOST_LINES):
        if isinstance(pieces[end], Grid) or any(_columns_at(pieces, end, other)[0] for other in others):
            break
        end += 1
    lines = [(index, piece.number, piece.text.split()) for index in range(below, end)
             if isinstance(piece := pieces[index], Line)]  # fmt: skip
    rows, used = _year_rows(lines, len(columns))
    return Table(columns, rows, end=max(used, below)) if rows else None


def _columns_at(pieces: Sequence[Piece], index: int, plan: Plan) -> tuple[tuple[tuple[str, str], ...], int]:
    """The figure columns of the headings that begin at a line, and the index after them; () where none do."""
    piece = pieces[index]
    text = piece.text.lstrip() if isinstance(piece, Line) else ""
    # most lines are none: their first sign says so
    if not text or half_width(text[0]) != plan.first[0] or not compact(text).startswith(plan.first):
        return (), index
    heading, end = _headings(pieces, index, plan)
    return plan.columns(heading), end


def _years_of_grid(grid: Grid, index: int, plan: Plan) -> Table | None:
    """A grid whose first rows are the headings."""
    heading, above, body = _of_grid(grid, plan)
    columns = plan.columns(heading)
    if not columns:
        return None
    lowest = [
        next((word for row in reversed(above) if (word := compact(row[column]))), "")
        for column in range(len(grid.rows[0]))
    ]
    keys = [plan.figures.get(word, "") for word in lowest]
    first = next((column for column, key in enumerate(keys) if key), 0)
    end = first + len(columns)
    if keys[first:end] == [key for key, _ in columns]:  # of other columns empty cells do not count
        body = [[*filter(None, row[:first]), *row[first:end], *filter(None, row[end:])] for row in body]
    lines = [(row_index, grid.number, row) for row_index, row in enumerate(body)]
    rows, used = _year_rows(lines, len(columns), is_grid=True)
    return Table(columns, rows, end=index + 1) if rows and used == len(lines) else None


def _year_rows(
    lines: Sequence[tuple[int, int, list[str]]], width: int, *, is_grid: bool = False
) -> tuple[tuple[Row, ...], int]:
    """The rows among words of lines (index, number, words; "" is an empty cell of a grid), and the index after the last."""
    words = [(index, number, word) for index, number, line in lines for word in line]
    rows: list[Row] = []
    pending: _Words = []
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
        between = "item" if is_total else "note" if rows and rows[-1].is_total else "years"
        if rows and len({line for line, _ in before}) > _MOST_WORDS[between]:
            break
        after: list[str] = []
        if rows:  # what explains the row above
            after = [text for line, text in before if line < used or not is_total]
            before = [entry for entry in before if entry[0] >= used and is_total]
            rows[-1] = replace(rows[-1], after=(*rows[-1].after, *after))
        end = position + 1
        while end < len(words) and (
            _is_cell(words[end][2])
            if end - position <= width
            else not is_grid and words[end][2] and _is_cell(words[end][2])
        ):
            end += 1  # a figure too many is one of the row, so that it is seen to be too many
        cells = tuple(text for _, _, text in words[position + 1 : end])
        rows.append(Row(number, word, cells, tuple(text for _, text in before), is_total=is_total))
        used = words[end - 1][0] + 1
        pending = []
        position = end
    beside = [word for index, word in pending if index < used]
    if rows and beside:
        rows[-1] = replace(rows[-1], after=(*rows[-1].after, *beside))
    return tuple(rows), used


def _is_cell(text: str) -> bool:
    """Whether a word is a figure, or an empty cell of a grid."""
    return not text or _CELL.fullmatch(half_width(text)) is not None


def _is_label(text: str) -> bool:
    plain = compact(text)
    return bool(_YEAR_LABEL.fullmatch(plain) or _TOTAL_LABEL.fullmatch(plain))
