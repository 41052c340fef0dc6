"""Consumption tax (消費税) by date: which rate a cost has in the months it is for.

The rates and their first months are the Standard's, as is a year's policy to request at one rate whatever the law says
(rules.md B4: 5 % to 8 % on 2014-04-01, 8 % to 10 % on 2019-10-01; a prefecture had FY2015 requested at the current rate; for
contracts made before the 指定日 the rate before is kept, 経過措置). Sheets of FY2019 show both rates: by lines for
「4月〜9月」 and 「10月〜3月」, or as 「25,000円*4本*1.08」.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from model.request.request import Line
from model.standard.parts import TaxRate
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import ERA_YEAR, STROKES, TO
from model.values.pattern import lazy_pattern

_APRIL: Final = 4
_BEFORE: Final = r"(?<![0-9.,/])"
_MONTH: Final = (
    rf"(?:(?P<year@>(?i:{ERA_YEAR})|[0-9]{{4}})\s*(?:年|[./])\s*)?"
    r"(?P<month@>1[0-2]|0?[1-9])(?![0-9])"
)
_FIRST, _LAST = _MONTH.replace("@", "1"), _MONTH.replace("@", "2")
_DAY: Final = r"(?:\s*[0-9]{1,2}日)?"
# 「4月〜9月」, 「4〜9月」, 「10月1日から3月31日まで」, 「R1.10〜R2.3」
_RANGE: Final = lazy_pattern(
    rf"{_BEFORE}{_FIRST}(?:月{_DAY})?\s*{TO}\s*{_LAST}(?P<sign>月)?(?![かカヵヶケ箇])"
)
_FROM: Final = lazy_pattern(rf"{_BEFORE}{_FIRST}月{_DAY}分?\s*(?:以降|{TO})")
_UNTIL: Final = lazy_pattern(
    rf"(?:(?<![0-9月日分])[{STROKES}]\s*{_FIRST}月|{_BEFORE}{_LAST}月{_DAY}分?\s*まで)"
)
# 「上半期」, 「第3四半期」
_NAMED: Final = lazy_pattern(r"(?P<half>[上下])(?:半期|期)|(?:第|(?<!\s))\s*+(?P<quarter>[1-4])\s*+四半期")
_ONE: Final = lazy_pattern(rf"[(\[【]?\s*{_FIRST}(?P<sign>月分?)?\s*[)\]】]?")


class Month(NamedTuple):
    """A month of the calendar."""

    year: int
    month: int

    @property
    def label(self) -> str:
        """How it is named: 「10月」."""
        return f"{self.month}月"

    @property
    def number(self) -> int:
        """Months since year 0, for differences."""
        return self.year * 12 + self.month - 1


class Months(NamedTuple):
    """A period of whole months within a fiscal year, both ends included."""

    first: Month
    last: Month

    @property
    def label(self) -> str:
        """How a line's text names it: 「4月〜9月」, 「6月」."""
        return self.first.label if self.first == self.last else f"{self.first.label}〜{self.last.label}"

    @property
    def length(self) -> int:
        """How many months it has."""
        return self.last.number - self.first.number + 1

    def shared_with(self, other: Months) -> Months | None:
        """The months that are in both; None when there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Months(first, last) if first <= last else None


class TaxPeriod(NamedTuple):
    """A period in which one rate holds: 8/100."""

    months: Months
    rate: Fraction


def whole_year(year: int) -> Months:
    """April of the fiscal year to March of the next."""
    return Months(Month(year, _APRIL), Month(year + 1, _APRIL - 1))


def months_in(text: str, year: int, *, open_ends: bool = True) -> Months | None:
    """The months of a fiscal year that a text names; None where it names none, or several periods.

    「4月〜9月」, 「4-9月」, 「10月1日から3月31日まで」, 「R1.10〜R2.3」 (as far as it falls in the year), 「10月以降」,
    「9月まで」, 「下半期」; one month only where it is the whole text (「6月」): 「9月補正」 and 「12月分」 are no such periods.

    Without ``open_ends`` 「10月以降」 is none.
    """
    plain = half_width(text).strip()
    if not any(sign in plain for sign in "月./期"):
        return None
    found = {_named(match, year) for match in _NAMED.finditer(plain)} | {
        _between(_month(match, "1", year), _month(match, "2", year), year)
        for match in _RANGE.finditer(plain)
        if match["sign"] or (match["year1"] and match["year2"])
    }
    if not found and open_ends:
        found = {_between(_month(match, "1", year), None, year) for match in _FROM.finditer(plain)}
        found |= {
            _between(None, _month(match, "1" if match["month1"] else "2", year), year)
            for match in _UNTIL.finditer(plain)
        }
    only = _ONE.fullmatch(plain)
    if not found and only and (only["sign"] or only["year1"]):
        month = _month(only, "1", year)
        found = {_between(month, month, year)}
    return found.pop() if len(found) == 1 else None


def months_of(lines: Iterable[Line], year: int) -> Months:
    """The months a line is for: named by its text or remark, else by those of the lines it is a part of, else the year.

    A remark has to name both ends: 「10月から税率10%」 says when something changes, not what the line is for.

    The lines are the line, then the line it is a part of, and so on to the top.
    """
    for line in lines:
        named = months_in(line.text, year) or months_in(line.remark, year, open_ends=False)
        if named:
            return named
    return whole_year(year)


def names_other_rate(lines: Iterable[Line], standard: Standard) -> bool:
    """Whether a line, or one it is a part of, says that another rate than that of its months holds (軽減税率, 経過措置, 非課税)."""
    words = (standard.tax_words.kept_rate, *standard.tax_words.other_rates, *standard.tax_words.untaxed)
    return any(
        word in text for line in lines for text in (line.text, line.remark, line.basis) for word in words
    )


def names_transitional_rate(lines: Iterable[Line], standard: Standard) -> bool:
    """Whether a line or a line above it states that its contract keeps the old tax rate (経過措置)."""
    word = standard.tax_words.kept_rate
    return any(word in line.text or word in line.remark for line in lines)


def rates_in(year: int, standard: Standard) -> list[TaxPeriod]:
    """The rates of a fiscal year with their months, in order; a policy of the year is one rate for all of it."""
    months = whole_year(year)
    policy = next((tax_policy for tax_policy in standard.tax_policies if tax_policy.holds_in(year)), None)
    if policy is not None:
        return [TaxPeriod(months, Fraction(policy.percent, 100))]
    return [
        TaxPeriod(shared, Fraction(tax_rate.percent, 100))
        for tax_rate, in_force in _in_force(standard)
        if (shared := in_force.shared_with(months))
    ]


def rates_of(months: Months, year: int, standard: Standard) -> list[TaxPeriod]:
    """The rates of some months of a fiscal year, in order: more than one where they straddle a change."""
    return [
        TaxPeriod(shared, rate.rate)
        for rate in rates_in(year, standard)
        if (shared := rate.months.shared_with(months))
    ]


def rate_of(months: Months, year: int, standard: Standard) -> Fraction | None:
    """The one rate of some months; None where they straddle a change of it."""
    rates = {rate.rate for rate in rates_of(months, year, standard)}
    return rates.pop() if len(rates) == 1 else None


def kept_rate(months: Months, standard: Standard) -> Fraction | None:
    """The transitional rate (経過措置) for contracts made before the 指定日 in some months; None if there is none."""
    rates = [tax_rate for tax_rate, in_force in _in_force(standard) if in_force.first <= months.last]
    return Fraction(rates[-2].percent, 100) if len(rates) > 1 and rates[-1].kept_for else None


def _in_force(standard: Standard) -> list[tuple[TaxRate, Months]]:
    """Every rate with the months from its first to that before the next one's first."""
    rates = sorted(standard.tax_rates, key=lambda rate: rate.since)
    firsts = [Month(*map(int, rate.since.split("-"))) for rate in rates]
    lasts = [
        Month(first.year, first.month - 1) if first.month > 1 else Month(first.year - 1, 12)
        for first in firsts[1:]
    ]
    return [
        (rate, Months(first, last))
        for rate, first, last in zip(rates, firsts, [*lasts, Month(9999, 12)], strict=True)
    ]


def _month(match: re.Match[str], which: str, year: int) -> Month:
    """A month of a match: of the calendar year written before it, or the one of its name in the fiscal year."""
    month = int(match[f"month{which}"])
    written = match[f"year{which}"]
    # 令和元 is the same number of both kinds of years
    named = fiscal_year.parse(written) if written else None
    if named is not None:
        return Month(named.year, month)
    return Month(year if month >= _APRIL else year + 1, month)


def _named(match: re.Match[str], year: int) -> Months:
    """The months of a half year or a quarter."""
    begin, length = (
        ("上下".index(match["half"]) * 6, 6) if match["half"] else (3 * int(match["quarter"]) - 3, 3)
    )
    first, last = (Month(year + index // 12, index % 12 + 1) for index in (begin + 3, begin + length + 2))
    return Months(first, last)


def _between(first: Month | None, last: Month | None, year: int) -> Months | None:
    """The months from one to another as far as they are in the fiscal year; an open end is the year's."""
    whole = whole_year(year)
    first, last = first or whole.first, last or whole.last
    return Months(first, last).shared_with(whole) if first <= last else None
