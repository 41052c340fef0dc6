"""What every part of a draft is made from."""

from __future__ import annotations

from typing import NamedTuple

from model.figures.figures import Totals
from model.request.request import Request
from model.standard.standard import Standard
from model.values.amount import Amount, format_amount
from model.values.fiscal_year import FiscalYear


class YearChange(NamedTuple):
    """The turn of the year: last year's request with its totals, the Standard in force, last year and that of the draft."""

    request: Request
    figures: Totals
    standard: Standard
    last: FiscalYear
    this: FiscalYear

    @property
    def has_money_of_its_year(self) -> bool:
        """Whether last year's sheet asked for money of its year.

        The sheets of 債務負担行為, 継続費 and 繰越明許費 have no 財源, for what they ask is spent in other years or was
        granted before (forms.md section 6): their amounts are no previous year's budget.
        """
        return self.figures.form.page.has_funding_words

    @property
    def has_bracketed_year(self) -> bool:
        """Whether the other column of last year's cost tables was the year before.

        The sheets of a supplementary budget and of a later stage print no 前年度予算額 (forms.md section 3).
        """
        return self.figures.form.page.has_previous


def in_thousands(amount: Amount) -> str:
    """An amount in words: 「1,234千円」; "" for a blank; text that is no amount as it was typed."""
    return f"{format_amount(amount)}千円" if isinstance(amount, int) else amount or ""
