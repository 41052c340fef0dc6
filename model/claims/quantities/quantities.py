"""Quantities in a sentence: amounts of money, rates, numbers of times (倍), people (人役)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypeAlias

from model.claims.quantities.amounts import Money, money_in
from model.values.pattern import lazy_pattern

Kind: TypeAlias = Literal["money", "percent", "times", "people"]
KINDS: Final[tuple[Kind, ...]] = ("money", "percent", "times", "people")

_MINUS: Final = tuple("△▲-−")
_SIGN: Final = r"(?:[△▲\-−]|(?<=[はがで:(、度比較減引])\+|(?<=[度比較減引]\s)\+)?(?<![\d.,])"
_NUMBERS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("percent", lazy_pattern(rf"{_SIGN}(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?)\s?(?:%|パーセント)")),
    ("times", lazy_pattern(r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{1,2})?)倍")),
    ("people", lazy_pattern(r"(?<![\d.,])(?P<number>\d{1,3}\.\d{1,2}|\d{1,3}(?=\s?人役))\s?人役?")),
)
"""Numbers with what they count; 人役 has decimals or says what it is, for 「正職員2人」 counts heads."""
_TENTHS: Final = lazy_pattern(rf"{_SIGN}(?P<tenths>\d{{1,2}})割(?:(?P<hundredths>\d)分)?")


class Quantity(NamedTuple):
    """An amount (千円), a rate (%), a number of times or of people, and where it begins and ends in the sentence.

    ``step`` is the last digit that is written; ``money`` the amount where it is one.
    """

    start: int
    end: int
    kind: Kind
    value: Fraction
    step: Fraction
    money: Money | None
    written: str

    @property
    def sign(self) -> int:
        """-1 where it is written with △ or −, 1 with +, 0 with neither."""
        return -1 if self.value < 0 else int(self.written.startswith("+"))

    def times(self, way: int) -> Quantity:
        """The same in the direction that words give it: below 0 for −1."""
        return self._replace(value=self.value * way, money=self.money and self.money.times(way))


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a sentence in its order."""
    found = [
        Quantity(money.start, money.end, "money", money.value, money.step, money, money.written)
        for money in money_in(text)
    ]
    for kind, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            decimals = len(match["number"].partition(".")[2])
            found.append(_quantity(match, kind, Fraction(match["number"]), Fraction(1, 10**decimals)))
    for match in _TENTHS.finditer(text):
        value = int(match["tenths"]) * 10 + int(match["hundredths"] or 0)
        step = 1 if match["hundredths"] else 10
        found.append(_quantity(match, "percent", Fraction(value), Fraction(step)))
    return sorted(found)


def _quantity(match: re.Match[str], kind: Kind, value: Fraction, step: Fraction) -> Quantity:
    """A quantity without money, below 0 where a sign says so."""
    signed = -value if match.group().startswith(_MINUS) else value
    return Quantity(match.start(), match.end(), kind, signed, step, None, match.group())
