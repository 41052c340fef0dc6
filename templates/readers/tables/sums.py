"""Which rows of a table are totals, parts, carried over: by arithmetic first, by words only where arithmetic leaves it open.

A row that equals the sum of rows above it is a total, whatever it is called. A row whose figures are those of the rows set
in below it has these for its parts. What a row adds up is never added once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import partial
from operator import sub
from typing import Final, Literal, NamedTuple, TypeAlias

from model.values.amount import Exact

RowKind: TypeAlias = Literal["line", "heading", "total", "subtotal", "carried", "of_which", "left_out"]
"""What a row is: a line (or a part of one, by its depth), a heading without figures, a sum of rows, a sum carried over to the
next page, a share of the row above (うち) that adds nothing, or none of the table's."""

Calling: TypeAlias = Literal["", "perhaps", "total", "subtotal", "carried_out", "carried_in"]
"""What the words of a row say: nothing, that it may be a total (…計), a total, a subtotal, carried to or from a page."""

Figures: TypeAlias = tuple[Exact | None, ...]

Belief: TypeAlias = Literal["all", "certain", "last"]
_BELIEFS: Final[tuple[Belief, ...]] = ("all", "certain", "last")
_MOST_PARTS: Final = 30
_MOST_BOUNDARIES: Final = 200  # totals from which a further total may count
_SUMMANDS_WITHOUT_WORDS: Final = 3  # of two figures without words the third is a sum too easily by chance


class FigureRow(NamedTuple):
    """A row of a table as its figures and words are.

    Attributes:
        figures: its amounts, the same columns in every row; None for a blank and for what cannot be read.
        called: what its words say.
        indent: how far its words are set in, those of a share (うち) further than any other.
        has_words: whether words stand beside the figures.
    """

    figures: Figures
    called: Calling = ""
    indent: int = 0
    has_words: bool = True

    @property
    def has_figures(self) -> bool:
        """Whether one of its cells holds an amount."""
        return any(figure is not None for figure in self.figures)

    @property
    def is_called_sum(self) -> bool:
        """Whether its words say plainly that it is a sum, or is carried to or from a page."""
        return self.called not in ("", "perhaps")


class Summed(NamedTuple):
    """What a row was found to be.

    Attributes:
        kind: what it is.
        depth: how far it is a part: 0 for a line, 1 for a part of the line above.
        sums: of a total, what the rows that it adds up give.
        is_proven: of a total, whether its figures are these sums; of a line with parts, whether they make it up.
        is_certain: whether words or more than one sum say that it is a total; else it may be one by chance.
    """

    kind: RowKind
    depth: int = 0
    sums: Figures = ()
    is_proven: bool = True
    is_certain: bool = True


def row_kinds(
    rows: Sequence[FigureRow], printed: Iterable[Figures] = (), above: Sequence[Figures] = ()
) -> list[Summed]:
    """What each row of a table is.

    The rows are held under one another by their indents, then flat, then by rows whose figures follow them; the first
    way in which the last total is the sum of the lines is taken.

    Args:
        rows: the rows below the headings, in order.
        printed: totals that stand elsewhere (the 要求額), which the lines may be expected to give.
        above: the sums of the tables above on the sheet, of the last one first, then of the last two …
    """
    if not rows:
        return []
    printed = tuple(printed)
    tried: dict[tuple[int, ...], list[Summed]] = {}
    for way in (_depths_by_indent, _flat, _depths_by_figures, partial(_depths_by_figures, least=1)):
        depths = tuple(way(rows))
        if depths not in tried:
            found = tried[depths] = _totals(rows, depths, above)
            if _ties(rows, found, printed):
                return _confirmed(rows, found, printed)
    by_indent, *_ = tried
    by_figures = tuple(_depths_by_figures(rows))
    has_total = any(summed.kind == "total" for summed in tried[by_indent])
    if any(by_figures) and by_figures != by_indent and not has_total:
        return _doubted(rows, tried[by_figures])
    return _confirmed(rows, tried[by_indent], printed)


def _doubted(rows: Sequence[FigureRow], found: list[Summed]) -> list[Summed]:
    """The rows where parts were found by figures alone, and nothing printed confirms it: certain where more than chance."""
    checked = list(found)
    for index, summed in enumerate(found):
        count = 0
        while index + 1 + count < len(found) and found[index + 1 + count].depth > summed.depth:
            count += 1
        if not summed.depth and count:
            parts = [part for part in range(index + 1, index + 1 + count) if found[part].depth == 1]
            slopes = {_slope(rows[part].figures) for part in parts}
            is_certain = len(parts) > 2 or _is_more_than_one(rows[index], slopes)
            checked[index] = summed._replace(is_certain=is_certain)
            if not index and count == len(found) - 1:  # all others are its parts: the total, above them
                lines = [part._replace(depth=part.depth - 1) for part in found[1:]]
                return [checked[0]._replace(kind="total", sums=rows[0].figures), *lines]
    return checked


def _confirmed(rows: Sequence[FigureRow], found: list[Summed], printed: Sequence[Figures]) -> list[Summed]:
    """The rows where a total that may be one by chance is held against what is printed elsewhere."""
    if all(summed.is_certain for summed in found):
        return found
    if _is_printed(sum_of_lines(rows, found), printed):
        return [summed._replace(is_certain=True) for summed in found]
    as_lines = [summed if summed.is_certain else Summed("line") for summed in found]
    return as_lines if _is_printed(sum_of_lines(rows, as_lines), printed) else found


def _is_printed(sums: Figures, printed: Iterable[Figures]) -> bool:
    """Whether a total that stands elsewhere is some sums."""
    return any(equals(figures, sums) for figures in printed)


def sum_of_lines(rows: Sequence[FigureRow], found: Sequence[Summed]) -> Figures:
    """What the rows that count add up to, by column."""
    width = len(rows[0].figures) if rows else 0
    return added((rows[index].figures for index in counted(rows, found)), width)


def added(figures: Iterable[Figures], width: int) -> Figures:
    """The sums of several rows' figures, column by column; None where every row is blank."""
    sums: list[Exact | None] = [None] * width
    for row in figures:
        for index, figure in enumerate(row):
            if figure is not None:
                sums[index] = (sums[index] or 0) + figure
    return tuple(sums)


def equals(own: Figures, sums: Figures) -> bool:
    """Whether a row's figures are some sums, in every column that it fills; a row without figures is none."""
    return any(figure is not None for figure in own) and all(
        figure is None or figure == (total or 0) for figure, total in zip(own, sums, strict=False)
    )


def counted(rows: Sequence[FigureRow], found: Sequence[Summed]) -> list[int]:
    """The rows that count in the sum of the table: lines, and parts of what has no figures of its own."""
    kept: list[int] = []
    above: list[tuple[int, bool]] = []  # depth, and whether figures of it or above it count already
    for index, (row, summed) in enumerate(zip(rows, found, strict=True)):
        if summed.kind not in ("line", "heading"):
            continue
        while above and above[-1][0] >= summed.depth:
            above.pop()
        is_covered = bool(above) and above[-1][1]
        if row.has_figures and not is_covered:
            kept.append(index)
        above.append((summed.depth, is_covered or row.has_figures))
    return kept


def _ties(rows: Sequence[FigureRow], found: Sequence[Summed], printed: Iterable[Figures]) -> bool:
    """Whether the lines give the last total of the table, or one that is printed elsewhere."""
    totals = [row.figures for row, summed in zip(rows, found, strict=True) if summed.kind == "total"]
    return _is_printed(sum_of_lines(rows, found), totals[-1:] or printed)


# --- parts ---


def _flat(rows: Sequence[FigureRow]) -> list[int]:
    """No row is a part of another."""
    return [0] * len(rows)


def _depths_by_indent(rows: Sequence[FigureRow]) -> list[int]:
    """How deep each row is by its indent; うち is a part of the row above. A total ends what is set in above it."""
    depths: list[int] = []
    above: list[int] = []  # indents of the rows under which the next may stand
    for row in rows:
        if row.is_called_sum:
            above.clear()
            depths.append(0)
            continue
        while above and above[-1] >= row.indent:
            above.pop()
        depths.append(len(above))
        above.append(row.indent)
    return depths


def _depths_by_figures(rows: Sequence[FigureRow], least: int = 2) -> list[int]:
    """The depths by indent, with rows put under one before them because they make it up, as many at least."""
    depths = _depths_by_indent(rows)
    tops = [index for index, depth in enumerate(depths) if not depth]
    number = 0
    while number < len(tops):
        below = tops[number + 1 : number + 1 + _MOST_PARTS]
        count = _parts_below(rows[tops[number]], (rows[index] for index in below), least)
        if count:
            end = tops[number + 1 + count] if number + 1 + count < len(tops) else len(rows)
            for index in range(tops[number + 1], end):
                depths[index] += 1
        number += 1 + count
    return depths


def _parts_below(own: FigureRow, rows: Iterable[FigureRow], least: int) -> int:
    """How many of the rows below one make it up; 0 where none do. A row that is called a sum ends them."""
    if own.is_called_sum or not any(own.figures):
        return 0
    sums: Figures = (None,) * len(own.figures)
    for count, row in enumerate(rows, start=1):
        if row.is_called_sum or not _is_smaller(row.figures, own.figures, least):
            return 0
        sums = added((sums, row.figures), len(sums))
        # a year for which no part has a figure is not divided among them
        shared = tuple(
            whole if part is not None else None for whole, part in zip(own.figures, sums, strict=True)
        )
        if count >= least and any(shared) and equals(shared, sums):
            return count
    return 0


def _is_smaller(part: Figures, whole: Figures, least: int) -> bool:
    """Whether a row may be a part of another: in each column of the same sign, and no larger; one of several is smaller."""
    for one, of in zip(part, whole, strict=True):
        if one and not (of and (0 < one <= of or of <= one < 0)):
            return False
    return least == 1 or part != whole


# --- totals ---


class _Sums:
    """The figures of the lines so far, added up from the beginning and from each total on."""

    def __init__(self, width: int) -> None:
        self.now: list[Exact] = [0] * width
        self.rows = 0
        self._starts: list[tuple[tuple[Exact, ...], int]] = []
        self._numbers: list[dict[Exact, list[int]]] = [{} for _ in range(width)]  # of starts, by their sums
        self._inside: list[tuple[Exact, ...]] = []  # what was added before each row since the last total
        self.end_group()

    def add(self, figures: Figures) -> None:
        self._inside.append(tuple(self.now))
        for column, figure in enumerate(figures):
            if figure is not None:
                self.now[column] += figure
        self.rows += 1

    def end_group(self) -> None:
        """A total stands here: the next group begins."""
        for numbers, now in zip(self._numbers, self.now, strict=True):
            numbers.setdefault(now, []).append(len(self._starts))
        self._starts.append((tuple(self.now), self.rows))
        self._inside.clear()

    def since(self, start: int) -> tuple[Figures, int]:
        """What was added since a total, and of how many rows; 0 is the beginning, -1 the last total."""
        before, rows = self._starts[start]
        return tuple(map(sub, self.now, before)), self.rows - rows

    def of(self, figures: Figures, *, is_called: bool) -> tuple[Figures, int] | None:
        """The sum that a row's figures are: of all rows, since the last total, or, where it is called one, since any, or of the last rows."""
        column = next((index for index, figure in enumerate(figures) if figure is not None), None)
        if column is None:
            return None
        starts = self._numbers[column].get(self.now[column] - (figures[column] or 0), [])
        first = len(self._starts) - (_MOST_BOUNDARIES - 1 if is_called else 1)
        for start in (0, *reversed(starts[-_MOST_BOUNDARIES:])):
            if 0 < start < first:
                break
            sums, rows = self.since(start)
            if rows and equals(figures, sums):
                return sums, rows
        for count, before in enumerate(reversed(self._inside if is_called else ()), start=1):
            last = tuple(map(sub, self.now, before))
            if equals(figures, last):
                return last, count
        return None


def _totals(rows: Sequence[FigureRow], depths: Sequence[int], above: Sequence[Figures]) -> list[Summed]:
    """The kinds of the rows where parts are given by depths.

    A row that is a sum and not called one is believed as far as the last total needs it: all of them, those that are more
    than chance, none but the last row.
    """
    tried: list[list[Summed]] = []
    for belief in _BELIEFS:
        tried.append(_named(rows, _pass(rows, depths, belief), above))
        if _ties(rows, tried[-1], ()):
            return _certain_together(tried[-1])
    return _unconfirmed(rows, tried[1])


def _unconfirmed(rows: Sequence[FigureRow], found: list[Summed]) -> list[Summed]:
    """The rows where no total confirms the sums within the table: one that is not called so may be a line by chance."""
    filled = [index for index, row in enumerate(rows) if row.has_figures]
    return [
        summed._replace(is_certain=False)
        if summed.kind in ("total", "subtotal") and row.has_words and not row.called and index < filled[-1]
        else summed
        for index, (row, summed) in enumerate(zip(rows, found, strict=True))
    ]


def _certain_together(found: list[Summed]) -> list[Summed]:
    """The rows where several sums hang together: one is one by chance too easily, of several the total needs each."""
    sums = [summed for summed in found if summed.kind in ("total", "subtotal") and summed.is_proven]
    return found if len(sums) < 2 else [summed._replace(is_certain=True) for summed in found]


def _pass(rows: Sequence[FigureRow], depths: Sequence[int], believe: Belief) -> list[Summed]:
    """The rows from above: each is carried, a heading, a sum of rows above it, or a line."""
    sums = _Sums(len(rows[0].figures))
    found: list[Summed] = []
    covered: list[
        tuple[int, bool]
    ] = []  # depth of the rows above, and whether figures of it or above it count
    last = max((index for index, row in enumerate(rows) if row.has_figures), default=-1)
    slopes: set[Figures] = set()
    for index, (row, depth) in enumerate(zip(rows, depths, strict=True)):
        if row.has_figures and row.called in ("carried_in", "carried_out"):
            summed = sums.of(row.figures, is_called=True)
            found.append(Summed("carried", 0, summed[0] if summed else sums.since(0)[0], summed is not None))
            continue
        is_called = row.called in ("total", "subtotal")
        if is_called and not row.has_figures:
            found.append(Summed("total", 0, sums.since(0)[0]))
            sums.end_group()
            continue
        while covered and covered[-1][0] >= depth:
            covered.pop()
        is_part = bool(covered) and covered[-1][1]
        if not row.has_figures:
            found.append(Summed("heading", depth))
            covered.append((depth, is_part))
            continue
        summed = None if is_part and not is_called else sums.of(row.figures, is_called=bool(row.called))
        if is_called:
            meant = summed[0] if summed else sums.since(-1 if row.called == "subtotal" else 0)[0]
            found.append(Summed("subtotal", 0, meant, is_proven=summed is not None))
            sums.end_group()
            continue
        if summed is not None and any(row.figures) and summed[1] >= _least_summands(row):
            certain = row.called == "perhaps" or not row.has_words or _is_more_than_one(row, slopes)
            if index == last or believe == "all" or (certain and believe == "certain"):
                found.append(Summed("subtotal", 0, summed[0], is_certain=certain))
                sums.end_group()
                continue
        covered.append((depth, True))
        found.append(Summed("line", depth))
        if not is_part:
            sums.add(row.figures)
            if len(slopes - {()}) < 2:
                slopes.add(_slope(row.figures))
    return found


def _least_summands(row: FigureRow) -> int:
    """Of how many rows a row is the sum at least, to be taken for one though it is not called so."""
    if row.called == "perhaps":
        return 1
    return 2 if row.has_words else _SUMMANDS_WITHOUT_WORDS


def _slope(figures: Figures) -> Figures:
    """The figures in proportion to the first that is not 0: equal for rows whose columns are multiples of each other."""
    first = next((figure for figure in figures if figure), None)
    return tuple(Fraction(figure or 0) / first for figure in figures) if first else ()


def _is_more_than_one(row: FigureRow, slopes: set[Figures]) -> bool:
    """Whether the sums of a row's columns are proofs of their own: not where one column is a multiple of the other."""
    return sum(map(bool, row.figures)) > 1 and len(slopes - {()}) > 1


def _leave_out_divisions(rows: Sequence[FigureRow], found: list[Summed]) -> None:
    """Leave out the rows below a sum of all lines that divide the same sum once more: its 財源, a total that is repeated."""
    whole = sum_of_lines(rows, found)
    for index, summed in enumerate(found):
        twice = tuple(figure and 2 * figure for figure in rows[index].figures)
        if summed.kind != "subtotal" or not equals(twice, whole):
            continue
        halves = ((rows[:index], found[:index]), (rows[index + 1 :], found[index + 1 :]))
        if all(equals(rows[index].figures, sum_of_lines(*half)) for half in halves):
            found[index + 1 :] = [Summed("left_out")] * len(halves[1][0])
            return


def _named(rows: Sequence[FigureRow], found: list[Summed], above: Sequence[Figures]) -> list[Summed]:
    """The rows with the total of the table: the last sum of all its lines, also one that stands above them.

    A row that adds up the tables above it too is none of the table's.
    """
    _leave_out_divisions(rows, found)
    everything = sum_of_lines(rows, found)
    with_above = [added((everything, sums), len(everything)) for sums in above]
    best, checked = -1, list(found)
    for index, (row, summed) in enumerate(zip(rows, found, strict=True)):
        if summed.kind == "carried" and any(equals(row.figures, sums) for sums in above):
            checked[index] = summed._replace(is_proven=True)
        elif summed.kind != "subtotal":
            continue
        elif equals(row.figures, everything):
            best, checked[index] = index, summed._replace(is_proven=True)
        elif any(equals(row.figures, sums) for sums in with_above):
            checked[index] = summed._replace(kind="left_out", is_proven=True)
        elif row.called == "total":
            best = index
    if best >= 0:
        is_proven = equals(rows[best].figures, everything)
        checked[best] = checked[best]._replace(kind="total", sums=everything, is_proven=is_proven)
    return checked
