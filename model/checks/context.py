"""What a check of one line may look at besides the line itself."""

from __future__ import annotations

from typing import NamedTuple

from model.figures.figures import LineTotals
from model.request.request import Line
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear


class LineContext(NamedTuple):
    """The year and the Standard under which a line is checked, and the lines it is a part of, the topmost first.

    Nothing else: as long as these and the line are the same, its findings are, and need not be looked for again.
    """

    fiscal_year: FiscalYear
    standard: Standard
    above: tuple[LineTotals, ...] = ()

    @property
    def year(self) -> int:
        """The western year of the fiscal year."""
        return self.fiscal_year.year

    def lines(self, line: LineTotals) -> list[Line]:
        """The line, then the line it is a part of, and so on to the top."""
        return [line.line, *(upper.line for upper in reversed(self.above))]

    def below(self, line: LineTotals) -> LineContext:
        """The context of the line's parts."""
        return LineContext(self.fiscal_year, self.standard, (*self.above, line))
