"""Whether the costs of a request may be borrowed for: bonds (起債) are in principle for hard works (rules.md B4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.figures.figures import LineTotals
from model.standard.standard import Standard
from model.totals import object_class


class Investments:
    """Which 節 of a year are investments; each is looked up once, for a sheet has many lines of few."""

    def __init__(self, year: int, standard: Standard) -> None:
        self._year, self._standard = year, standard
        self._known: dict[str, bool | None] = {}

    def has(self, text: str) -> bool | None:
        """Whether a 節 is one whose costs may be borrowed for; None where the year's list does not have it."""
        if text not in self._known:
            found = object_class.of_line(text, self._year, self._standard)
            names = self._standard.revenue.investments
            self._known[text] = None if found is None else found.name in names
        return self._known[text]

    def verdicts(self, lines: Iterable[LineTotals], above: bool | None = None) -> Iterator[bool | None]:
        """For every amount of the lines whether it is an investment; None where no 節 tells, on it or above it."""
        for line in lines:
            text = line.line.object_class
            own = self.has(text) if text else above
            if line.parts:
                yield from self.verdicts(line.parts, own)
            elif line.amount.value:
                yield own
