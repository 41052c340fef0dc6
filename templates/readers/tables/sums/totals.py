"""Which rows are totals where it is given which are parts of others: sums of the rows above them, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from operator import sub
from typing import Final, Literal, TypeAlias

from model.values.amount import Exact
from templates.readers.tables.sums.figures import (
    FigureRow,
    Figures,
    Summed,
    added,
    equals,
    sum_of_lines,
    ties,
)

Belief: TypeAlias = Literal["all", "certain", "last"]
_BELIEFS: Final[tuple[Belief, ...]] = ("all", "certain", "last")
_MOST_BOUNDARIES: Final = 200  # totals from which a further total may count
_SUMMANDS_WITHOUT_WORDS: Final = 3  # of two figures without words the third is a sum too easily by chance


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
        column = next(index for index, figure in enumerate(figures) if figure is not None)
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


def kinds_by_depths(
    rows: Sequence[FigureRow], depths: Sequence[int], above: Sequence[Figures]
) -> list[Summed]:
    """The kinds of the rows where parts are given by depths.

    A row that is a sum and not called one is believed as far as the last total needs it: all of them, those that are more
    than chance, none but the last row.
    """
    tried: list[list[Summed]] = []
    for belief in _BELIEFS:
        tried.append(_named(rows, _pass(rows, depths, belief), above))
        if ties(rows, tried[-1], ()):
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
        if row.has_figures and row.called == "carried":
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
            certain = row.called == "perhaps" or not row.has_words or is_more_than_one(row, slopes)
            if index == last or believe == "all" or (certain and believe == "certain"):
                found.append(Summed("subtotal", 0, summed[0], is_certain=certain))
                sums.end_group()
                continue
        covered.append((depth, True))
        found.append(Summed("line", depth))
        if not is_part:
            sums.add(row.figures)
            if len(slopes - {()}) < 2:
                slopes.add(slope(row.figures))
    return found


def _least_summands(row: FigureRow) -> int:
    """Of how many rows a row is the sum at least, to be taken for one though it is not called so."""
    if row.called == "perhaps":
        return 1
    return 2 if row.has_words else _SUMMANDS_WITHOUT_WORDS


def slope(figures: Figures) -> Figures:
    """The figures in proportion to the first that is not 0: equal for rows whose columns are multiples of each other."""
    first = next((figure for figure in figures if figure), None)
    return tuple(Fraction(figure or 0) / first for figure in figures) if first else ()


def is_more_than_one(row: FigureRow, slopes: set[Figures]) -> bool:
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
