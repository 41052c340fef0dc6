"""補助率 and 充当率 as people write them, in exact fractions: 「国1/2」「国55/100」「55%」「5割」「定額」.

The words 財源 on the request line are free text and do not decide the funding table (forms.md section 3), so what is
not surely a rate of national money is told apart as other money, and then nothing can be said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from model.standard.revenue_words import RevenueWords
from model.values.pattern import lazy_pattern

_DIGITS: Final = "[0-9一二三四五六七八九十]{1,9}"
_KANJI: Final[Mapping[int, str]] = {
    ord(sign): str(index) for index, sign in enumerate("一二三四五六七八九", 1)
} | {ord("十"): "10"}
_RATE: Final = lazy_pattern(
    rf"(?P<below>{_DIGITS})分の(?P<above>{_DIGITS})"
    r"|(?<!\d)(?P<one>\d{1,9}(?:\.\d{1,9})?)/(?P<other>\d{1,9}(?!\d))"
    r"|(?<!\d)(?P<percent>\d{1,9}(?:\.\d{1,9})?)(?:%|パーセント)"
    r"|(?<!\d)(?P<tenths>\d{1,9})割(?:(?P<hundredths>\d)分)?"
    r"|(?<![\d.])(?P<decimal>0\.\d{1,9}|1\.0{1,9})(?![\d.])"
)
_SEPARATORS: Final = lazy_pattern(r"[、,・+;\n]|及び|並びに")
_BETWEEN: Final = lazy_pattern(r"[\s()\[\]:〔〕【】]+")


class Rates(NamedTuple):
    """The rates of a text.

    Attributes:
        rates: in the order of the text.
        is_open: whether they are no upper limit (定額, 1/2等, 50%〜).
    """

    rates: tuple[Fraction, ...] = ()
    is_open: bool = False

    @property
    def is_stated(self) -> bool:
        """Whether the text says anything of a rate."""
        return bool(self.rates) or self.is_open

    @property
    def highest(self) -> Fraction | None:
        """The highest of the rates, which nothing can be above; None where they are no limit, or there is none."""
        return max(self.rates) if self.rates and not self.is_open else None


class FundingWords(NamedTuple):
    """The rates of national money in the words 財源.

    ``has_other`` says whether other words stand there too (単県, 基金, 農業用施設65%〜), or any that are not understood; ``is_flat``
    that the state pays a sum and no share (定額).
    """

    national: Rates
    has_other: bool
    is_flat: bool = False


def read(text: str, words: RevenueWords) -> Rates:
    """The rates of a ground of revenue: 「1/2」「10分の7」「定額」."""
    return _read(_plain(text), words)


def of_words(text: str, words: RevenueWords) -> FundingWords:
    """The rates of national money in the words behind 財源; a rate alone belongs to the words before it (国3/10、5/10)."""
    rates: list[Fraction] = []
    is_open = has_other = is_national = False
    for item in filter(None, map(str.strip, _SEPARATORS.split(_plain(text)))):
        found = _read(item, words)
        rest = _without(item, words)
        if any(word in item for word in words.national):
            is_national = True
        elif rest or not found.is_stated:
            is_national = False
        if not is_national or rest:
            has_other = True
        if is_national:
            rates += found.rates
            is_open = is_open or found.is_open
    is_flat = not rates and words.flat in text
    return FundingWords(Rates(tuple(rates), is_open), has_other, is_flat)


def _read(plain: str, words: RevenueWords) -> Rates:
    rates = tuple(rate for match in _RATE.finditer(plain) if 0 < (rate := _rate(match)) <= 1)
    return Rates(rates, any(word in plain for word in words.open_rates))


def _rate(match: re.Match[str]) -> Fraction:
    if match["below"]:
        below = int(match["below"].translate(_KANJI))
        return Fraction(int(match["above"].translate(_KANJI)), below) if below else Fraction(0)
    if match["one"]:
        return Fraction(match["one"]) / int(match["other"]) if int(match["other"]) else Fraction(0)
    if match["percent"]:
        return Fraction(match["percent"]) / 100
    if match["tenths"]:
        return Fraction(int(match["tenths"]), 10) + Fraction(int(match["hundredths"] or 0), 100)
    return Fraction(match["decimal"])


def _without(item: str, words: RevenueWords) -> str:
    """What is left of an item without its rates and the words for national money."""
    rest = _RATE.sub("", item)
    for word in sorted((*words.national, *words.fillers, *words.open_rates), key=len, reverse=True):
        rest = rest.replace(word, "")
    return _BETWEEN.sub("", rest)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u2044", "/").replace("~", "〜").strip()
