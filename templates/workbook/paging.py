"""Where the pages of a printed sheet end: no title is left alone at a foot, and the headings of a table are on each of its pages.

A spreadsheet repeats one range of rows on every page, and breaks wherever a page is full. So the pages are planned here, as
the rows are written: what belongs together is kept together, and where a table goes on its headings are written again.
"""

from __future__ import annotations

from collections.abc import Callable


class Paging:
    """The pages of one sheet.

    Attributes:
        breaks: the last rows of all pages but the last.
        headings: writes those of the table that is being written again, on each of its further pages; None outside of tables.
    """

    def __init__(self, room: float) -> None:
        """Begin the first page; ``room`` is what a page holds, pt."""
        self.breaks: list[int] = []
        self._room = room
        self._used = 0.0
        self._kept_from = 0  # the first of the rows that stay with the next one; 0 for none
        self._kept = 0.0  # their height
        self.headings: Callable[[], None] | None = None

    def turn(self, row: int, height: float) -> None:
        """End the page before a row of this height, and before the rows that stay with it, where it has no room for it."""
        if self._used + height <= self._room or self._used <= self._kept:
            return
        if self._kept_from and self._kept + height <= self._room:
            self.breaks.append(self._kept_from - 1)
            self._used = self._kept
            return
        self.breaks.append(row - 1)
        self._used, self._kept, self._kept_from = 0.0, 0.0, 0
        headings, self.headings = self.headings, None
        if headings is not None:
            headings()
            self.headings = headings

    @property
    def is_keeping(self) -> bool:
        """Whether what was written last stays with what is written next."""
        return self._kept_from > 0

    def add(self, row: int, height: float, *, keeps: bool) -> None:
        """A row was written; ``keeps`` where the next one has to stand on the same page."""
        self._used += height
        if keeps:
            self._kept_from = self._kept_from or row
            self._kept += height
        else:
            self._kept_from, self._kept = 0, 0.0
