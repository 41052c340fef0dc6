"""Amounts of money in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import msgspec

from model.basis.units import MONEY
from model.values.amount import SENTENCE_MINUS, format_amount, half_width, parse
from model.values.pattern import lazy_pattern

UNITS: Final = r"千円|百万円|万円|億円|円"
MINUS: Final = tuple("△▲-−")
SEVERAL: Final = "億万円"
"""The unit of an amount that is written with several: 「1億2,000万円」."""
_MONEY: Final = lazy_pattern(
    r"(?P<sign>(?<![\d千万円])[△▲\-−]\s?|(?<=[はがで:(、度比較減引])\+|(?<=[度比較減引]\s)\+)?(?<![\d.,])(?P<number>(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(?:\.\d{1,6})?)\s?"
    rf"(?P<unit>{UNITS})"
)
_EXACT: Final = 100  # times the difference: further off, a figure is another and not rounded
_INSIDE: Final = lazy_pattern(r"(?<=[\d,][億万])|(?<=[\d,][億万]\s)")  # behind another unit of one amount
_COMPOUND: Final = lazy_pattern(
    r"(?P<sign>(?<![\d千万円])[△▲\-−]\s?)?(?<![\d.,億万])"
    r"(?:(?P<hundred_millions>\d{1,5})億\s?(?:(?P<ten_thousands>\d,\d{3}|\d{1,4})万)?|(?P<only>\d,\d{3}|\d{1,4})万)"
    r"\s?(?:(?P<thousands>\d{1,4})千)?円"
)
"""An amount written with several units: 「1億2,000万円」, 「1,928万4千円」; one with one unit is read as before."""
_IN_ANSWER: Final = lazy_pattern(
    r"(?<![\d,./A-Za-z年])[△▲-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*"
    rf"(?:(?P<unit>{UNITS})|(?![\d,.年月日人名件回台課款項目号節%％/〜]))"
)
"""An amount in the writer's answer to a question: a bare number may be one."""


class Money(msgspec.Struct, frozen=True):
    """An amount in a sentence.

    Attributes:
        start: where it begins in the sentence.
        end: where it ends, behind its unit.
        value: how much, 千円.
        step: the smallest difference its notation tells, 千円; whole 千円 at the least.
        written: as it is written.
        unit: its unit; ``SEVERAL`` of one that is written with several.
    """

    start: int
    end: int
    value: Fraction
    step: Fraction
    written: str
    unit: str

    @classmethod
    def of_one_unit(cls, start: int, written: str, number: str, unit: str) -> Money:
        """An amount by its number, 「1,200.5」, and its one unit; below 0 where what is written begins with △ or −."""
        decimals = len(number.partition(".")[2])
        value = Fraction(number.replace(",", "")) * MONEY[unit]
        step = max(Fraction(1), MONEY[unit] / 10**decimals)
        signed = -value if written.startswith(MINUS) else value
        return cls(start, start + len(written), signed, step, written, unit)

    @property
    def whole(self) -> int | None:
        """The value where it is whole 千円."""
        return self.value.numerator if self.value.denominator == 1 else None

    def is_of(self, amount: int) -> bool:
        """Whether it says this amount, as exactly as it is written: 「1,200万円」 of 12,003千円, 「12,000千円」 of 12,085."""
        if self.whole == amount:
            return True
        return abs(self.value - amount) < self.step or self._is_rounded(amount)

    def times(self, way: int) -> Money:
        """The same in the direction that words give it: below 0 for −1."""
        return msgspec.structs.replace(self, value=self.value * way)

    def with_value(self, amount: int) -> str | None:
        """The words for another amount in the same unit; None where they would have to be rounded."""
        if not self.written.endswith(self.unit) and self.unit in MONEY:
            bare = Fraction(amount) / MONEY[self.unit]
            return format_amount(int(bare)) if bare.denominator == 1 else None
        if self.unit == SEVERAL:
            rest, thousands = divmod(abs(amount), 10)
            if thousands:
                return f"{format_amount(amount)}千円"
            large, small = divmod(rest, 10_000)
            written = f"{large}億{f'{small:,}万' if small else ''}円" if large else f"{small:,}万円"
            return f"{SENTENCE_MINUS if amount < 0 else ''}{written}"
        if self.unit == "千円" or (self.unit == "円" and self.value.denominator != 1):
            return f"{format_amount(amount)}千円"
        if self.unit == "円":
            return f"{format_amount(amount * 1_000)}円"
        unit = MONEY[self.unit]
        return f"{format_amount(int(amount / unit))}{self.unit}" if (amount / unit).denominator == 1 else None

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
            and abs(self.value - amount) * _EXACT <= abs(amount)
            and len(str(abs(amount))) > 3
        )


def money_in(sentence: str) -> tuple[Money, ...]:
    """The amounts of a sentence in half-width figures, in its order."""
    if "億" not in sentence and "万" not in sentence:
        return tuple(_of_one_unit(sentence))
    several = [_of_several(match) for match in _COMPOUND.finditer(sentence) if _has_several(match)]
    taken = [range(money.start, money.end) for money in several]
    single = (money for money in _of_one_unit(sentence) if not any(money.start in span for span in taken))
    return tuple(sorted((*several, *single), key=lambda money: money.start))


def _has_several(match: re.Match[str]) -> bool:
    return (
        sum(match[unit] is not None for unit in ("hundred_millions", "ten_thousands", "only", "thousands"))
        > 1
    )


def _of_several(match: re.Match[str]) -> Money:
    """An amount that is written with several units: 「1億2,000万円」."""
    large = int(match["hundred_millions"] or 0) * 100_000
    middle = int((match["ten_thousands"] or match["only"] or "0").replace(",", "")) * 10
    value = (large + middle + int(match["thousands"] or 0)) * (-1 if match["sign"] else 1)
    step = Fraction(1 if match["thousands"] else 10)
    return Money(match.start(), match.end(), Fraction(value), step, match.group(), SEVERAL)


def _of_one_unit(sentence: str) -> Iterator[Money]:
    for match in _MONEY.finditer(sentence):
        if (
            not _INSIDE.match(sentence, match.start())
            and not sentence[match.end() : match.end() + 1].isdigit()
        ):
            yield Money.of_one_unit(match.start(), match.group(), match["number"], match["unit"])


def stated_amounts(text: str) -> tuple[int, ...]:
    """The amounts of a sentence; a bare number is 千円, as in the sheet, unless others with a unit are enough.

    >>> stated_amounts("要求額 1,000千円に対し、計上額は400（R3年度）")
    (1000, 400)
    """
    found = list(_IN_ANSWER.finditer(half_width(text)))
    with_unit = [match for match in found if match["unit"]]
    amounts = (parse(match.group().strip()) for match in (with_unit if len(with_unit) > 1 else found))
    return tuple(amount for amount in amounts if isinstance(amount, int))
