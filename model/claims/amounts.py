"""Amounts of money in a sentence."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import msgspec

from model.values.amount import format_amount
from model.values.pattern import lazy_pattern

_UNITS: Final = {
    "千円": Fraction(1),
    "百万円": Fraction(1_000),
    "万円": Fraction(10),
    "億円": Fraction(100_000),
    "円": Fraction(1, 1_000),
}
_MONEY: Final = lazy_pattern(
    r"(?P<sign>(?<![\d千万円])[△▲\-−]\s?)?(?<![\d.,])(?P<number>\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?:\.(?P<decimals>\d{1,6}))?\s?"
    r"(?P<unit>千円|百万円|万円|億円|円)"
)
_BRACKET: Final = lazy_pattern(r"\s*\([^()]*\)")
# Words between two figures of one amount: 「1億2,000万円」.
_COMPOUND: Final = lazy_pattern(r"(?<=[\d,][億万])|(?<=[\d,][億万]\s)")


class Money(msgspec.Struct, frozen=True):
    """An amount in a sentence.

    Attributes:
        start: where it begins in the sentence.
        end: where it ends, behind its unit.
        value: how much, 千円.
        step: the smallest difference its notation tells, 千円; whole 千円 at the least.
        written: as it is written.
        unit: its unit.
        whole: the value where it is whole 千円.
    """

    start: int
    end: int
    value: Fraction
    step: Fraction
    written: str
    unit: str
    whole: int | None

    def is_of(self, amount: int) -> bool:
        """Whether it says this amount, as exactly as it is written: 「1,200万円」 of 12,003千円, 「12,000千円」 of 12,085."""
        if self.whole == amount:
            return True
        return abs(self.value - amount) < self.step or self._is_rounded(amount)

    def with_value(self, amount: int) -> str | None:
        """The words for another amount in the same unit; None where they would have to be rounded."""
        if self.unit == "千円" or (self.unit == "円" and self.value.denominator != 1):
            return f"{format_amount(amount, '△')}千円"
        if self.unit == "円":
            return f"{format_amount(amount * 1_000, '△')}円"
        unit = _UNITS[self.unit]
        return (
            f"{format_amount(int(amount / unit), '△')}{self.unit}"
            if (amount / unit).denominator == 1
            else None
        )

    def _is_rounded(self, amount: int) -> bool:
        """Whether it is the amount rounded to hundreds of 千円 or more, as prose rounds."""
        if self.value.denominator != 1:
            return False
        digits = str(abs(int(self.value)))
        zeros = len(digits) - len(digits.rstrip("0"))
        return (
            zeros >= 2
            and len(digits) > zeros
            and abs(self.value - amount) * 2 <= 10**zeros
            and len(str(abs(amount))) > 3
        )


def money_in(sentence: str) -> tuple[Money, ...]:
    """The amounts of a sentence in half-width figures; one written with two units (1億2,000万円) is none of them."""
    found: list[Money] = []
    for match in _MONEY.finditer(sentence):
        if _COMPOUND.match(sentence, match.start()) or sentence[match.end() : match.end() + 1].isdigit():
            continue
        unit = _UNITS[match["unit"]]
        decimals = match["decimals"] or ""
        value = Fraction(int(match["number"].replace(",", "") + decimals), 10 ** len(decimals)) * unit
        found.append(
            Money(
                match.start(),
                match.end(),
                -value if match["sign"] else value,
                max(Fraction(1), unit / 10 ** len(decimals)),
                match.group(),
                match["unit"],
                (-1 if match["sign"] else 1) * int(value) if value.denominator == 1 else None,
            )
        )
    return tuple(found)


def bracket_behind(sentence: str, money: Money) -> str:
    """What stands in brackets right behind an amount and is no amount itself: 「(平成29年度実績)」; "" for nothing."""
    bracket = _BRACKET.match(sentence, money.end)
    return bracket.group() if bracket and "円" not in bracket.group() else ""
