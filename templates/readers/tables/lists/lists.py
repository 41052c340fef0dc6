"""Which lines of a text make one list: items one below the other, how deep each stands, and their 計."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.books.cells import At
from templates.readers.books.delimited import put
from templates.readers.labels import compact
from templates.readers.tables.columns.columns import HEADINGS
from templates.readers.tables.grid import Grid
from templates.readers.tables.lists.items import MARK, Item, heading_of, is_total, names_funds
from templates.readers.tables.turned import with_cells_moved

_SUM: Final = re.compile(r"(?:(?<=[\s・])|(?<=費))(?:小計|計)\Z")
_LEAST: Final = 2  # items
IN_BRACKETS: Final = HEADINGS["previous"]


class Listed(NamedTuple):
    """A list: its items, its last line, its total where it has one, and the heading of last year's amounts."""

    items: tuple[Item, ...]
    last: int
    total: Item | None
    previous: str

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The line of each row and its cells: 内容, 金額, 前年度 where it has that, 備考."""
        for item in (*self.items, *([self.total] if self.total else [])):
            figures = [item.amount, *([item.previous] if self.previous else [])]
            name = "　" * item.depth + item.name
            yield item.line, (name, *map(_written, figures), "\n".join(item.notes))

    def headings(self) -> tuple[str, ...]:
        """The headings over them."""
        of_previous = [self.previous] if self.previous else []
        return (HEADINGS["text"], HEADINGS["amount"], *of_previous, HEADINGS["remark"])


def _written(amount: Fraction | None) -> str:
    if amount is None:
        return ""
    return f"{int(amount)}千円" if amount.denominator == 1 else f"{int(amount * 1_000)}円"


def with_rows(grid: Grid, last: int, rows: Sequence[tuple[int, Sequence[str]]]) -> Grid:
    """The sheet with a table in place of the rows from that of its first row to the ``last``; each row comes with the one in which it stands."""
    first = rows[0][0]
    column = grid.columns(first)[0]

    def moved(place: At) -> At:
        return place[0] + (place[0] >= first), place[1]

    sheet = with_cells_moved(grid.sheet, moved)
    for row in range(first, last + 2):
        sheet.rows.pop(row, None)
    for row, (line, cells) in enumerate(rows, first):
        for offset, text in enumerate(cells):
            if text:
                put(sheet, row, column + offset, text)
                sheet.origin[row, column + offset] = grid.sheet.origin.get((line, column), (line, column))
    sheet.rows = dict(sorted(sheet.rows.items()))
    return Grid(sheet)


def lists_of(
    lines: Sequence[str | None], items: Mapping[int, Item], standard: Standard, *, goes_on: bool = False
) -> Iterator[Listed]:
    """The lists of some lines with their items: words that follow an item are its notes, words behind a blank line end the list, and so does its total.

    Where it ``goes_on``, they are notes too, if another item of its kind, or its total, follows.
    """
    if len(items) < _LEAST:
        return
    styles = {item.style for item in items.values()} - {""} | _styles_above(lines, items, standard)
    inside = {number for item in items.values() for number in range(item.line + 1, item.last + 1)}
    found: list[Item] = []
    above: list[str] = []  # the styles of the levels
    below: list[str] = []  # the lines below the last item
    lasts = {item.style: number for number, item in items.items()} if goes_on else {}
    last = max((number for number, item in items.items() if goes_on and is_total(item, standard)), default=-1)
    is_below_blank = False
    for number, line in enumerate((*lines, None)):
        if number in inside:
            continue  # the amount below the words of its item
        text = (line or "").strip()
        item = items.get(number) or (heading_of(number, text) if text and "。" not in text else None)
        total = item if item and is_total(item, standard) else None
        if item and names_funds(item, standard):
            item, line = None, None  # what follows is of the sources
        if line is not None and not text:
            is_below_blank = True
            continue
        if item and not total and (number in items or item.style in styles):
            _note(found, below)
            del above[above.index(item.style) if item.style in above else len(above) :]
            above.append(item.style)
            name = _SUM.sub("", item.name).strip() or item.name
            found.append(item._replace(name=name, depth=len(above) - 1))
        elif (
            found
            and line
            and not total
            and (not is_below_blank or number < max(last, *(lasts.get(style, -1) for style in above)))
        ):
            below.append(line)
        elif found:
            _note(found, below if total else [*takewhile(_is_below, below)])
            yield from _listed(found, total)
            found, above, below = [], [], []
        is_below_blank = False


def _styles_above(lines: Sequence[str | None], items: Mapping[int, Item], standard: Standard) -> set[str]:
    """The kind of mark of the lines just above the items without a mark, where all of these stand below the same kind; else none."""
    plain = [number for number, item in items.items() if not item.style and not is_total(item, standard)]
    above = {heading_of(number - 1, lines[number - 1] or "").style if number else "" for number in plain}
    return above - {""} if len(plain) > 1 and len(above) == 1 else set()


def _note(found: list[Item], below: list[str]) -> None:
    """Give the lines below the last item to it."""
    for item in found[-1:]:
        notes = (*item.notes, *map(str.strip, below))
        found[-1] = item._replace(notes=notes, last=item.last + len(below))
    below.clear()


def _listed(found: Sequence[Item], total: Item | None) -> Iterator[Listed]:
    """The list of some items; none where there are few, or their brackets say different things."""
    while found and found[-1].amount is None:
        found = found[:-1]  # the heading of what follows the list
    while len(found) > 1 and found[0].amount is None and found[1].depth == found[0].depth:
        found = found[1:]  # the title of the list, marked as its items
    if sum(item.depth == 0 for item in found) == 1 and found[0].amount is None:
        found = [item._replace(depth=item.depth - 1) for item in found[1:]]  # 「■内訳」 over all of them
    every = [*found, *([total] if total else [])]
    labels = {compact(item.label) for item in every if item.previous is not None}
    if sum(item.amount is not None for item in found) >= _LEAST and len(labels) < 2:
        yield Listed(tuple(found), every[-1].last, total, labels.pop() or IN_BRACKETS if labels else "")


def _is_below(line: str) -> bool:
    """Whether a line is set in, or marked, so that it belongs to the item above it."""
    return line[0] in " 　" or MARK.match(half_width(line)) is not None
