"""The period of a contract in months, as people write it: 「R3.4〜R5.3」, 「令和6年10月から令和7年9月(12か月)」.

The contract may begin in this year's ordinary budget; the committed period is of the years after it (forms.md section
6, page 121: a contract of 12 months, committed for 11). Where a text names years only, they are fiscal years.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import YEAR, FiscalYear
from model.values.pattern import lazy_pattern

_MONTH: Final = lazy_pattern(rf"(?P<year>{YEAR})\s*+[年.]\s*+(?P<month>1[0-2]|0?[1-9])\s*(?:月|(?=[^\d]|$))")
_APRIL: Final = 4


class ContractPeriod(NamedTuple):
    """The fiscal years (western) in which a contract begins and ends."""

    first: int
    last: int


def parse(text: str, base: FiscalYear) -> ContractPeriod | None:
    """The fiscal years of a contract's period; None where the text does not tell both of its ends.

    A year without an era is read in that of the request's fiscal year, ``base``.
    """
    plain = half_width(text)
    era = base
    found: list[int] = []
    for match in _MONTH.finditer(plain):
        year = fiscal_year.parse(match["year"], era)
        if year is None:
            return None
        era = year
        found.append(year.year if int(match["month"]) >= _APRIL else year.year - 1)
    if len(found) == 2 and found[0] <= found[1]:
        return ContractPeriod(*found)
    if found:
        return None
    period = fiscal_year.parse_period(text, base)
    return ContractPeriod(period.first.year, period.last.year) if period else None


def month_set(text: str, base: FiscalYear) -> tuple[int, int] | None:
    """The calendar year and month of the budget that set a commitment: 「R2.11」, 「R3当初」 (April), 「R2年11月補正」."""
    plain = half_width(text).strip()
    match = _MONTH.match(plain)
    if match:
        year = fiscal_year.parse(match["year"], base)
        return (year.year, int(match["month"])) if year else None
    match = re.match(rf"{YEAR}(?:年度?)?", plain)
    period = fiscal_year.parse_period(match.group(), base) if match else None
    return (period.first.year, _APRIL) if period else None
