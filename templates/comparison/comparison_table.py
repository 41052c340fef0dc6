"""The table of what two requests differ in: its columns, and its rows under the sections of the sheet."""

from __future__ import annotations

from itertools import groupby
from typing import Final, NamedTuple

from model.differences.differences import WAY_LABELS, Comparison, Difference
from model.language import phrase

NOTHING: Final = "―"
COLUMNS: Final = (phrase("欄"), phrase("種類"), phrase("前"), phrase("後"), phrase("増減(千円)"))


class Section(NamedTuple):
    """The differences of a part of the sheet."""

    title: str
    differences: tuple[Difference, ...]


class ComparisonTable(NamedTuple):
    """A comparison with the names of what was compared.

    Attributes:
        before: the name of the first request, as a person calls it (a file's name).
        after: that of the second.
    """

    before: str
    after: str
    comparison: Comparison

    @property
    def title(self) -> str:
        """What it is: 「比較: 前.yosan → 後.yosan」."""
        return phrase("比較: {before} → {after}", before=self.before, after=self.after)

    @property
    def sections(self) -> list[Section]:
        """The derived figures that differ, then the differences in the order of the sheet."""
        every = (*self.comparison.figures, *self.comparison.differences)
        return [
            Section(title, tuple(found))
            for title, found in groupby(every, key=lambda difference: difference.section)
        ]


def way_label(difference: Difference) -> str:
    """変更, 追加, 削除 or 移動."""
    return WAY_LABELS[difference.way]


def sides(difference: Difference) -> tuple[str, str]:
    """What was and what is; 「―」 on the side on which a row is not."""
    return difference.was or NOTHING, difference.now or NOTHING
