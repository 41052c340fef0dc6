"""What a check of the whole request may look at."""

from __future__ import annotations

from typing import NamedTuple

from model.figures.cut_part import ExplainedCut
from model.figures.figures import Totals
from model.incremental.results import Results
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import PriceTable
from model.totals.read_cut import explained_cut


class Case(NamedTuple):
    """A request that is checked.

    Attributes:
        request: the request.
        totals: its totals.
        standard: the Standard in force.
        shared_prices: the section's table of unit prices as it is now.
        results: those of the check before; a check that reads texts takes over what unchanged paragraphs say.
    """

    request: Request
    totals: Totals
    standard: Standard
    shared_prices: PriceTable
    results: Results

    @property
    def explained_cut(self) -> ExplainedCut:
        """What 要求額 − 計上額 is made of."""
        return self.results.of(explained_cut, self.request, self.totals, self.results)
