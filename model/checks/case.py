"""What a check may look at: of a line, and of the whole request."""

from __future__ import annotations

from typing import NamedTuple

from model.figures.commitments import CommitmentTotals
from model.figures.cut_part import ExplainedCut
from model.figures.figures import LineTotals, Totals
from model.incremental.results import Results
from model.request import place
from model.request.place import Place
from model.request.request import Line, Request, Section
from model.standard.standard import Standard
from model.totals.funding_terms import source_value
from model.totals.ledger import name_of
from model.totals.prices import PriceTable
from model.totals.read_cut import explained_cut
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


class Case(NamedTuple):
    """A request that is checked: its totals, the Standard in force, the section's unit prices as they are now.

    From the results of the check before, a check that reads texts takes over what unchanged paragraphs say.
    """

    request: Request
    totals: Totals
    standard: Standard
    shared_prices: PriceTable
    results: Results

    def answer_to(self, rule: str, where: Place, question: str) -> str:
        """What the writer answered to a question; "" for nothing."""
        given = (answer.text for answer in self.request.answers if answer.is_to(rule, where, question))
        return next(given, "")

    def asked_of(self, source: str) -> Place | None:
        """The place of a source in the row of what is asked, where it pays for something; None where it does not."""
        row = self.totals.asked_funds
        return place.funding(row.plan.row, source) if row and source_value(row, source) > 0 else None

    def called(self, owed: CommitmentTotals) -> str:
        """What a commitment is called in a sentence: 「債務負担行為「システム改修」」."""
        return f"債務負担行為「{name_of(self.request, owed.commitment)}」"

    @property
    def content(self) -> list[Section]:
        """The sections of the narrative that are about this request, and not about what was done before."""
        return [section for section in self.request.sections if section.stands_in == "content"]

    @property
    def explained_cut(self) -> ExplainedCut:
        """What 要求額 − 計上額 is made of."""
        return self.results.of(explained_cut, self.request, self.totals, self.results)
