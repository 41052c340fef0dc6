"""The words of a row put into the columns of its table, where the text lost its borders and its empty cells.

Which columns were empty is not written, so each way with the fewest of them is given; the arithmetic of the table decides.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.page.previous_figures import is_figures, read_figures
from templates.readers.tables.calling import calling

Cells: TypeAlias = tuple[str, ...]
Kind: TypeAlias = Literal["figure", "rate", "count", "words", "empty"]
"""What a column holds: an amount, a rate, a price or a number of things, words, in a total nothing."""

DASHES: Final = frozenset({"", "-", "−", "―", "ー", "–", "—", "－"})
_RATE: Final = re.compile(r"[-−△▲+]?(?:[\d.,]+%|\d{1,4}(?:\.\d+)?)|皆[増減]|新規")
_COUNT: Final = re.compile(r"(?:@|延べ?|約)?[\d,.]+[^\d\s。、]{0,5}|一?式")
_WORDS_OF_A_LABEL: Final = 4
_MOST_WORDS: Final = 40  # of a row
_MOST_STEPS: Final = 5_000  # to place the words of a row
_EMPTY: Final = 4  # what an empty cell of figures costs, where one of words costs 1
_MOST_WAYS: Final = 64  # to place the rows of a table, that are tried
_MOST_ROWS: Final = 4_000  # of all the ways of a table that are tried


class Layout(NamedTuple):
    """A way in which the rows may have stood.

    Attributes:
        rows: the cells of each row; several where they may have stood in several columns.
        end: how many of the lines they take.
        cost: how many cells had to be filled in or joined.
        is_whole: whether nothing speaks against it but, perhaps, the sums.
    """

    rows: tuple[tuple[Cells, ...], ...]
    end: int
    cost: int = 0
    is_whole: bool = True

    def ways(self) -> Iterator[tuple[Cells, ...]]:
        """Every combination of the rows; none where there are too many."""
        count = 1
        for row in self.rows:
            count *= len(row)
        if count == 1 or (count <= _MOST_WAYS and count * len(self.rows) <= _MOST_ROWS):
            yield from itertools.product(*self.rows)


def fits(kind: Kind, text: str) -> bool:
    """Whether a cell may stand in a column of a kind."""
    if text.strip() in DASHES:
        return True
    if kind == "figure":
        return is_figures(text)
    plain = half_width(text).strip()
    if kind == "rate":
        return _RATE.fullmatch(plain) is not None
    if kind == "count":
        return _COUNT.fullmatch(plain) is not None
    return not is_figures(text)


def has_amount(cells: Cells, kinds: Sequence[Kind]) -> bool:
    """Whether a row has an amount."""
    return any(kind == "figure" and cell for kind, cell in zip(kinds, cells, strict=True))


def are_both_years(one: str, other: str) -> bool:
    """Whether of two figures below each other one is the previous year's, in brackets, and the other this year's."""
    if not {one[:1], other[:1]} & {"(", "（"}:
        return False
    figures = read_figures(f"{one}\n{other}")
    return figures is not None and None not in (figures.previous, figures.amount)


def placed(
    words: Sequence[str], kinds: Sequence[Kind], standard: Standard, between: str = " "
) -> tuple[tuple[Cells, ...], int]:
    """The ways to put the words of a row into the columns with the fewest empty cells, and how many are missing.

    Words that are one cell are joined with ``between``.
    """
    if len(words) > _MOST_WORDS:
        return (), 0
    joined: list[str] = []
    for word in words:
        if joined and are_both_years(joined[-1], word):
            joined[-1] += f"\n{word}"
        else:
            joined.append(word)
    for of in [list(words)] if len(joined) == len(words) else [list(words), joined]:
        counts = range(min(_WORDS_OF_A_LABEL, len(of)), 0, -1)
        label = next((count for count in counts if calling("".join(of[:count]), standard)), 0)
        if label and label < len(of):
            of = ["".join(of[:label]), *of[label:]]
        # a total has no prices and no numbers of things
        tried = [["empty" if kind == "count" else kind for kind in kinds], kinds] if label else [kinds]
        for columns in tried:
            ways, missing = _ways(of, columns, between, is_total=bool(label))
            if ways:
                return ways, missing
    return (), 0


def _ways(
    words: Sequence[str], kinds: Sequence[Kind], between: str, *, is_total: bool
) -> tuple[tuple[Cells, ...], int]:
    """Each way to put words into columns in their order: a figure in one of its own, of words any number in one."""
    best: list[Cells] = []
    limit = len(kinds) * 10
    steps = 0
    is_alone = sum(kind == "words" for kind in kinds) == 1

    def place(column: int, word: int, cost: int, cells: Cells) -> None:
        nonlocal limit, steps
        steps += 1
        if cost > limit or steps > _MOST_STEPS:
            return
        if column == len(kinds):
            if word == len(words):
                if cost < limit:
                    best.clear()
                limit = cost
                best.append(cells)
        elif kinds[column] == "empty":
            place(column + 1, word, cost, (*cells, ""))
        elif kinds[column] != "words":
            if word < len(words) and fits(kinds[column], words[word]):
                place(column + 1, word + 1, cost, (*cells, words[word]))
            place(column + 1, word, cost + _EMPTY, (*cells, ""))
        elif is_total and column == 0:
            place(1, 1, cost, (words[0],))
        else:
            end = word
            while end < len(words) and fits("words", words[end]):
                end += 1
            for stop in range(word, end + 1):
                more = 0 if is_alone else max(stop - word - 1, 0)
                blank = 0 if stop > word or is_total else 1
                place(column + 1, stop, cost + blank + more, (*cells, between.join(words[word:stop])))

    place(0, 0, 0, ())
    if steps > _MOST_STEPS:
        return (), 0
    return tuple(best), limit // _EMPTY
