"""The rows in which the cells of a table may have stood whose text lost its borders and its empty cells.

Which cells were empty, and which words were one cell, is not written; so each way that fits the headings is given
(``line_layouts``, ``cell_layouts``), with what had to be filled in or joined for it. The arithmetic of the table decides.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from model.values.amount import half_width
from templates.readers.labels import compact
from templates.readers.page.previous_figures import is_figures

Cells: TypeAlias = tuple[str, ...]
Kind: TypeAlias = Literal["figure", "rate", "count", "words", "empty"]
"""What a column holds: an amount, a rate, a price or a number of things, words, in a total nothing."""

DASHES: Final = frozenset({"", "-", "−", "―", "ー", "–", "—", "－"})
ABOVE: Final = re.compile(r"[(（][-−△▲]?\d[\d,]*(?:千円|円)?[)）]")
BARE: Final = re.compile(r"[-−△▲]?\d[\d,]*(?:千円|円)?")
GROUP: Final = re.compile(r"[【《＜■●○◆◇▼]")
_RATE: Final = re.compile(r"[-−△▲+]?(?:[\d.,]+%|\d{1,4}(?:\.\d+)?)|皆[増減]|新規")
_COUNT: Final = re.compile(r"(?:@|延べ?|約)?[\d,.]+[^\d\s。、]{0,5}|一?式")
_LONGEST_HEADING: Final = 12  # characters of one that is not known
MOST_WAYS: Final = 64
"""Ways to place the figures of a row, or the rows of a table, that are tried."""
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
        if count == 1 or (count <= MOST_WAYS and count * len(self.rows) <= _MOST_ROWS):
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


def is_row(cells: Cells, kinds: Sequence[Kind]) -> bool:
    """Whether a row has an amount."""
    return any(kind == "figure" and cell for kind, cell in zip(kinds, cells, strict=True))


def may_head(text: str) -> bool:
    """Whether a line may be a heading that is not known: a short one that is no figure, no bullet and begins no group."""
    plain = compact(text)
    return (
        0 < len(plain) <= _LONGEST_HEADING
        and "。" not in plain
        and not plain[0].isdigit()
        and not any(map(is_figures, text.split()))
        and not GROUP.match(plain)
    )
