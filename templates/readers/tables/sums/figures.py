"""The rows of a table as figures, what each was found to be, and what rows add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from model.values.amount import Exact

RowKind: TypeAlias = Literal["line", "heading", "total", "subtotal", "carried", "of_which", "left_out"]
"""What a row is: a line (or a part of one, by its depth), a heading without figures, a sum of rows, a sum carried over to the
next page, a share of the row above (うち) that adds nothing, or none of the table's."""

Calling: TypeAlias = Literal["", "perhaps", "total", "subtotal", "carried"]
"""What the words of a row say: nothing, that it may be a total (…計), a total, a subtotal, carried to or from a page."""

Figures: TypeAlias = tuple[Exact | None, ...]


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
        return self.figures.count(None) < len(self.figures)

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


def is_printed(sums: Figures, printed: Iterable[Figures]) -> bool:
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


def ties(rows: Sequence[FigureRow], found: Sequence[Summed], printed: Iterable[Figures]) -> bool:
    """Whether the lines give the last total of the table, or one that is printed elsewhere."""
    totals = [row.figures for row, summed in zip(rows, found, strict=True) if summed.kind == "total"]
    return is_printed(sum_of_lines(rows, found), totals[-1:] or printed)
