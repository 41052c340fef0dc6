"""What a check of one line may look at besides the line itself."""

from __future__ import annotations

from typing import NamedTuple

from model.figures import LineTotals
from model.standard import Standard


class LineContext(NamedTuple):
    """The year and the Standard under which a line is checked, and the lines it is a part of, the topmost first.

    Nothing else: as long as these and the line are the same, its findings are, and need not be looked for again.
    """

    year: int
    standard: Standard
    above: tuple[LineTotals, ...] = ()

    def below(self, line: LineTotals) -> LineContext:
        """The surroundings of the line's parts."""
        return LineContext(self.year, self.standard, (*self.above, line))
