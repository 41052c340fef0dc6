"""Tables with every cell on its own line of text, with or without blank lines between."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from math import comb
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.page.pieces import Line
from templates.readers.page.previous_figures import is_figures
from templates.readers.page.table_layouts import (
    ABOVE,
    BARE,
    DASHES,
    GROUP,
    MOST_WAYS,
    Cells,
    Kind,
    Layout,
    fits,
    is_row,
)
from templates.readers.tables.calling import calling

_CONTINUES: Final = re.compile(r"[(（](?![0-9０-９ア-ン][)）])")
_FIRST_OF_SEVERAL: Final = re.compile(r"\s*(?:[(（][1１][)）]|①|ア[\s　]|[(（]ア[)）]|うち|[(（]うち)")


class _Cell(NamedTuple):
    text: str
    end: int  # the index after its last line
    gap: int  # blank lines before it


def rows_of_cells(
    lines: Sequence[Line], kinds: Sequence[Kind], standard: Standard, *, apart: bool
) -> Iterator[Layout]:
    """Every cell on its own line; where they stand apart by blank lines, further blank lines are empty cells.

    Args:
        lines: what stands below the headings.
        kinds: the columns.
        standard: the words of totals.
        apart: whether a blank line stands between the cells of the headings.
    """
    cells = _cells(lines, apart=apart, is_one=list(kinds).count("figure") == 1)
    end = next((index for index, cell in enumerate(cells) if cell.gap and index), len(cells))
    parts = [cells] if apart or end == len(cells) else [cells[:end], cells]
    for part in parts:
        # an empty cell is a blank line more, or two; where none stand between the cells it is one, or nothing
        for blank_lines in ((1, 1), (0, 2)) if apart else ((0, None), (0, 1)):
            yield from _counted_out(part, kinds, standard, blank_lines)
        yield from _by_figures(part, kinds, standard)


def _cells(lines: Sequence[Line], *, apart: bool, is_one: bool) -> list[_Cell]:
    """The cells that hold something: of cells apart, lines without a blank one between them are one.

    In a single column of figures a figure in brackets over or below one without them is in its cell.
    """
    cells: list[_Cell] = []
    gap = 0
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            gap += 1
            continue
        last = cells[-1] if cells else None
        both = is_one and last is not None and _are_both_years(last.text, half_width(text))
        if last is not None and not gap and (apart or both):
            cells[-1] = _Cell(f"{last.text}\n{text}", index + 1, last.gap)
        else:
            cells.append(_Cell(text, index + 1, gap))
        gap = 0
    return cells


def _are_both_years(above: str, below: str) -> bool:
    return any(
        ABOVE.fullmatch(one) and BARE.fullmatch(other)
        for one, other in ((above, below), (below, half_width(above)))
    )


def _empty(gap: int, between: int, of_each: int | None) -> int:
    """How many empty cells some blank lines are, of which some stand between cells in any case."""
    return max(gap - between, 0) // of_each if of_each else 0


def _counted_out(
    cells: Sequence[_Cell], kinds: Sequence[Kind], standard: Standard, blank_lines: tuple[int, int | None]
) -> list[Layout]:
    """Rows of as many cells as there are columns; of a total only the figures are counted, for its empty cells vary."""
    width = len(kinds)
    spread: list[tuple[str, int]] = []
    index_of: list[int] = []  # where each cell stands among the spread ones
    for index, cell in enumerate(cells):
        if index:
            spread += [("", cells[index - 1].end)] * _empty(cell.gap, *blank_lines)
        index_of.append(len(spread))
        spread.append((cell.text, cell.end))
    starts = {position: index for index, position in enumerate(index_of)}
    rows: list[tuple[Cells, ...]] = []
    ends: list[int] = []
    position = 0
    while position < len(spread):
        if position in starts and _is_called(spread[position][0], standard):
            index = starts[position]
            total = _total(cells, index, kinds)
            if total is None:
                return []
            ways, used = total
            rows.append(ways)
            ends.append(cells[used - 1].end)
            if used == len(cells) or (len(rows) > 1 and calling(spread[position][0], standard) == "total"):
                return [Layout(tuple(rows), ends[-1])] if len(rows) > 1 else []
            position = index_of[used]
            continue
        chunk = [text for text, _ in spread[position : position + width]]
        if any(kind != "words" for kind in kinds[len(chunk) :]):
            return []  # a row without its last figures
        chunk += [""] * (width - len(chunk))
        is_last = position + width >= len(spread)
        if chunk[0] and any(_is_called(text, standard) for text in chunk[1:]):
            return []  # the label of a total is no second cell of a row
        if (
            "。" in chunk[0]
            or not all(map(fits, kinds, chunk))
            or not any(chunk)
            or (not chunk[0] and not is_row(tuple(chunk), kinds))
        ):
            break
        rows.append((tuple(chunk),))
        ends.append(spread[min(position + width, len(spread)) - 1][1])
        position += width
        if is_last:
            break
    if not any(is_row(way, kinds) for row in rows for way in row):
        return []
    while not any(is_row(way, kinds) for way in rows[-1]):
        del rows[-1], ends[-1]
    if any(is_figures(text) and text not in DASHES for text, _ in spread[position:]):
        return []  # rows that are cut otherwise
    return [Layout(tuple(rows), ends[-1], 0, position >= len(spread))]


def _is_called(text: str, standard: Standard) -> bool:
    return calling(text, standard) in ("total", "subtotal")


def _total(cells: Sequence[_Cell], index: int, kinds: Sequence[Kind]) -> tuple[tuple[Cells, ...], int] | None:
    """The ways to place the figures behind the label of a total, and the index of the cell after them."""
    columns = [column for column, kind in enumerate(kinds) if kind != "words"]
    end = index + 1
    while (
        end < len(cells)
        and end - index <= len(columns)
        and any(fits(kinds[column], cells[end].text) for column in columns)
    ):
        end += 1
    figures = [cell.text for cell in cells[index + 1 : end]]
    if not figures:
        return None
    of_amounts = [column for column in columns if kinds[column] != "count"]
    into = of_amounts if len(figures) <= len(of_amounts) else columns
    if comb(len(into), len(figures)) > MOST_WAYS:
        return None
    ways = tuple(
        _filled(cells[index].text, dict(zip(chosen, figures, strict=True)), len(kinds))
        for chosen in itertools.combinations(into, len(figures))
        if all(fits(kinds[column], figure) for column, figure in zip(chosen, figures, strict=True))
    )
    return (ways, end) if ways else None


def _filled(label: str, figures: dict[int, str], width: int) -> Cells:
    return tuple(figures.get(column, label if column == 0 else "") for column in range(width))


def _by_figures(cells: Sequence[_Cell], kinds: Sequence[Kind], standard: Standard) -> list[Layout]:
    """Rows that are seen by their figures: words, the figures, and what stands before the next figures."""
    columns = [column for column, kind in enumerate(kinds) if kind != "words"]
    if not columns or columns != list(range(columns[0], columns[-1] + 1)) or not columns[0]:
        return []
    before, after = columns[0], len(kinds) - 1 - columns[-1]
    found: list[Layout] = []
    for is_open in (False, True):
        layout = _Runs(cells, kinds, columns, before, after, standard, is_open=is_open).layout()
        if layout is not None and all(layout.rows != other.rows for other in found):
            found.append(layout)
    return found


class _Runs:
    """Rows by their runs of figures. ``is_open``: whether the total at the end has no label."""

    def __init__(
        self, cells: Sequence[_Cell], kinds: Sequence[Kind], columns: list[int], before: int, after: int,
        standard: Standard, *, is_open: bool,
    ) -> None:  # fmt: skip
        self._cells, self._kinds, self._columns = cells, kinds, columns
        self._before, self._after, self._standard, self._is_open = before, after, standard, is_open
        self._rows: list[list[Cells]] = []
        self._cost = 0

    def layout(self) -> Layout | None:
        cells = self._cells
        words: list[str] = []
        index = 0
        last = max((index for index, cell in enumerate(cells) if is_figures(cell.text)), default=-1)
        while index <= last:
            if not self._is_figure(index):
                words.append(cells[index].text)
                index += 1
                continue
            start = index
            while index < len(cells) and index - start < len(self._columns) and self._is_figure(index):
                index += 1
            is_end = index > last
            if not self._row(words, [cell.text for cell in cells[start:index]], is_end=is_end):
                return None
            is_total = len(self._rows) > 1 and calling(self._rows[-1][0][0], self._standard) == "total"
            if is_total or (is_end and self._is_open):
                return self._found(cells[index - 1].end, is_whole=not (is_end and self._is_open))
            words = []
        if self._is_open or not self._rows:
            return None
        rest = [cell.text for cell in cells[index:]]
        if len(rest) > self._after:
            return self._found(cells[index - 1].end, is_whole=False)
        self._remark(rest)
        return self._found(cells[-1].end)

    def _found(self, end: int, *, is_whole: bool = True) -> Layout | None:
        return Layout(tuple(map(tuple, self._rows)), end, self._cost, is_whole)

    def _is_figure(self, index: int) -> bool:
        text = self._cells[index].text
        return is_figures(text) or any(
            self._kinds[column] != "figure" and fits(self._kinds[column], text) for column in self._columns
        )

    def _row(self, words: list[str], figures: list[str], *, is_end: bool) -> bool:
        amounts = [column for column in self._columns if self._kinds[column] != "count"]
        is_called = bool(words) and _is_called(words[-1], self._standard)
        into = amounts if is_called and len(figures) <= len(amounts) else self._columns
        if comb(len(into), len(figures)) > MOST_WAYS:
            return False
        ways = [
            dict(zip(chosen, figures, strict=True))
            for chosen in itertools.combinations(into, len(figures))
            if all(fits(self._kinds[column], text) for column, text in zip(chosen, figures, strict=True))
        ]
        self._cost += len(self._columns) - len(figures)
        split = self._split(words, is_end=is_end)
        if not ways or split is None:
            return False
        remark, headings, leading = split
        if remark and not self._rows:
            return False
        self._remark(remark)
        width = len(self._kinds)
        self._rows += [[(heading, *[""] * (width - 1))] for heading in headings]
        self._rows.append(
            [
                tuple(
                    way.get(column, leading[column] if column < len(leading) else "")
                    for column in range(width)
                )
                for way in ways
            ]
        )
        return True

    def _remark(self, words: Sequence[str]) -> None:
        """What stands behind the figures of the last row; more words than columns are the lines of the last one."""
        if not words:
            return
        words = (
            [*words[: self._after - 1], "\n".join(words[self._after - 1 :])]
            if len(words) > self._after
            else list(words)
        )
        start = self._columns[-1] + 1
        self._rows[-1] = [(*way[:start], *words, *way[start + len(words) :]) for way in self._rows[-1]]

    def _split(self, words: Sequence[str], *, is_end: bool) -> tuple[list[str], list[str], list[str]] | None:
        """The words between two figures: those behind the row above, headings of rows, those before the next; None for no way."""
        joined: list[str] = []
        for word in words:
            if (
                joined
                and _CONTINUES.match(word)
                and len(words) > self._before + (self._after if self._rows else 0)
            ):
                joined[-1] += word
            else:
                joined.append(word)
        after = self._after if self._rows else 0
        is_called = bool(joined) and _is_called(joined[-1], self._standard)
        if self._is_open and is_end:
            return (joined, [], []) if len(joined) <= after and not is_called else None
        if is_called and (len(joined) - 1 == after or (len(joined) - 1 <= after < 2)):
            return joined[:-1], [], joined[-1:]
        if len(joined) == self._before + after and not (is_called and self._before > 1):
            return joined[: len(joined) - self._before], [], joined[len(joined) - self._before :]
        if self._before > 1 or after > 1 or not joined:
            return None
        if len(joined) > 1 and GROUP.match(joined[-2]) and len(joined) - 2 <= after:
            return joined[:-2], joined[-2:-1], joined[-1:]
        if not after and not self._after and len(joined) == 1:
            return [], [], joined
        if len(joined) > 1 and _FIRST_OF_SEVERAL.match(joined[-1]):
            return (joined[:-2], joined[-2:-1], joined[-1:]) if len(joined) - 2 <= after or after else None
        if len(joined) == 1:
            self._cost += 1
            return [], [], joined
        if not self._rows or not self._after:
            return None
        self._cost += 3 * (len(joined) - 2)
        return joined[:-1], [], joined[-1:]
