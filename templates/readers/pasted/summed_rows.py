"""Which rows of a table only add up rows above them, whatever they are called: found by arithmetic, then by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from model.values.amount import Amount

_SUMMANDS_WITHOUT_WORDS: Final = 3  # of two figures without words the third is a sum too easily by chance


class FigureRow(NamedTuple):
    """A row of a table.

    Attributes:
        figures: its amounts, the same columns in every row.
        has_words: whether words stand beside the figures.
        is_called_total: whether its words are those of a total.
        is_part: whether it is a part of a row above, which has its figures.
        is_new: whether nothing stands yet where the row is put.
    """

    figures: tuple[Amount, ...]
    has_words: bool = True
    is_called_total: bool = False
    is_part: bool = False
    is_new: bool = True


class TotalRow(NamedTuple):
    """A row that is a total: its number, what it adds up, and whether its figures are that sum."""

    row: int
    sums: tuple[int, ...]
    is_proven: bool


def total_rows(rows: Sequence[FigureRow]) -> list[TotalRow]:
    """The rows that are totals, from the first to the last.

    A row is one that equals the sum of the rows above it, or of those since the last total, in every column that it
    fills. Two rows at least are above it, for of one it may be the price once more. By chance 300 follows 100 and 200;
    so within a table one sum in one column is believed only where a total of all rows below confirms it. A row that is
    called a total is one even where its figures differ.
    """
    filled = [
        index for index, row in enumerate(rows) if any(isinstance(figure, int) for figure in row.figures)
    ]
    last = filled[-1] if filled else -1
    found = _totals(rows, lambda *_: True)
    if any(total.row == last and total.is_proven for total in found):
        return found
    return _totals(rows, lambda row, index, summed: index == last or summed.proves_more_than_one(row))


class _Sum:
    """Rows that are added up."""

    def __init__(self) -> None:
        self.rows: list[FigureRow] = []
        self.sums: list[int] = []
        self._unread: set[int] = set()  # columns in which a figure cannot be read

    def add(self, row: FigureRow) -> None:
        self.rows.append(row)
        self.sums = self.sums or [0] * len(row.figures)
        for index, figure in enumerate(row.figures):
            if isinstance(figure, int):
                self.sums[index] += figure
            elif figure is not None:
                self._unread.add(index)

    def is_that_of(self, row: FigureRow) -> bool:
        """Whether a row is the sum, in every column that it fills."""
        least = 1 if row.is_called_total else 2 if row.has_words or row.is_new else _SUMMANDS_WITHOUT_WORDS
        return (
            len(self.rows) >= least
            and any(row.figures)
            and all(
                figure is None or (figure == self.sums[index] and index not in self._unread)
                for index, figure in enumerate(row.figures)
            )
        )

    def proves_more_than_one(self, row: FigureRow) -> bool:
        """Whether the sums of a row's two columns are two proofs: not where one column is a multiple of the other."""
        columns = [index for index, figure in enumerate(row.figures) if figure]
        pairs = [
            [figure if isinstance(figure := line.figures[index], int) else 0 for index in columns]
            for line in self.rows
        ]
        first = next((pair for pair in pairs if any(pair)), [])
        return len(columns) > 1 and any(first[0] * pair[1] != first[1] * pair[0] for pair in pairs)


def _totals(rows: Sequence[FigureRow], accepts: Callable[[FigureRow, int, _Sum], bool]) -> list[TotalRow]:
    found: list[TotalRow] = []
    above, since = _Sum(), _Sum()
    whole = _Sum()
    for row in rows:
        if not row.is_called_total and not row.is_part:
            whole.add(row)
    for index, row in enumerate(rows):
        summed = next((line for line in (above, since) if line.is_that_of(row)), None)
        if row.is_called_total or (summed is not None and accepts(row, index, summed)):
            meant = summed or (since if found and since.rows else above)
            is_proven = summed is not None or whole.is_that_of(row)  # a total may stand above its rows
            found.append(TotalRow(index, tuple(meant.sums), is_proven))
            since = _Sum()
        elif not row.is_part and any(figure is not None for figure in row.figures):
            above.add(row)
            since.add(row)
    return found
