"""Quantities in a sentence: amounts of money, rates, numbers of times (倍), people (人役)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypeAlias

from model.basis.units import MONEY
from model.claims.quantities.amounts import Money, money_in
from model.claims.quantities.counts import numbers_counted
from model.claims.quantities.unsaid_units import Bare, Written, may_have_bare, numbers_without_unit
from model.values.pattern import lazy_pattern

Kind: TypeAlias = Literal["money", "percent", "times", "people"]
KINDS: Final[tuple[Kind, ...]] = ("money", "percent", "times", "people")

_MINUS: Final = tuple("△▲-−")
_SIGN: Final = r"(?:[△▲\-−]|(?<=[はがで:(、度比較減引])\+|(?<=[度比較減引]\s)\+)?(?<![\d.,])"
_NUMBERS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("percent", lazy_pattern(rf"{_SIGN}(?P<number>\d{{1,4}}(?:\.\d{{1,2}})?)\s?(?:%|パーセント)")),
    ("times", lazy_pattern(r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{1,2})?)倍")),
    ("people", lazy_pattern(_SIGN + r"(?P<number>\d{1,3}\.\d{1,2}|\d{1,3}(?=\s?人役))\s?人役?")),
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
    def unit(self) -> str:
        """The unit that is written with it; of one that is written with several, and of a rate, none that another can have."""
        return self.money.unit if self.money else "人" if self.kind == "people" else self.kind

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
    found += filter(None, map(_of_bare, bare_numbers(text, found)))
    return sorted(found)


def bare_numbers(text: str, found: Sequence[Quantity]) -> Iterator[Bare]:
    """The numbers of a sentence whose unit stands elsewhere in it; ``found`` are those that have their own."""
    if not may_have_bare(text):
        return iter(())
    counts = (
        Written(one.start, one.end, one.counter)
        for one in numbers_counted(text)
        if " " not in text[one.start : one.end]  # else the name of the next number: 「45,675 監理 38,850」
    )
    of_kind = (Written(one.start, one.end, one.unit) for one in found)
    return numbers_without_unit(text, [*counts, *of_kind])


def _of_bare(bare: Bare) -> Quantity | None:
    """A number without unit as an amount or a number of people; None where it counts something else."""
    value, decimals = Fraction(bare.number), len(bare.number.partition(".")[2])
    value = -value if bare.written.startswith(_MINUS) else value
    if bare.unit == "人" and decimals:
        return Quantity(bare.start, bare.end, "people", value, Fraction(1, 10**decimals), None, bare.written)
    if bare.unit not in MONEY:
        return None
    step = max(Fraction(1), MONEY[bare.unit] / 10**decimals)
    value *= MONEY[bare.unit]
    whole = int(value) if value.denominator == 1 else None
    money = Money(bare.start, bare.end, value, step, bare.written, bare.unit, whole)
    return Quantity(bare.start, bare.end, "money", value, step, money, bare.written)


def _quantity(match: re.Match[str], kind: Kind, value: Fraction, step: Fraction) -> Quantity:
    """A quantity without money, below 0 where a sign says so."""
    signed = -value if match.group().startswith(_MINUS) else value
    return Quantity(match.start(), match.end(), kind, signed, step, None, match.group())
