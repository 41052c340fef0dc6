"""Quantities in a sentence: amounts of money, rates, numbers of times (倍), people (人役)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypeAlias

from model.basis.units import MONEY
from model.claims.quantities.amounts import MINUS, Money, money_in
from model.claims.quantities.counts import numbers_counted
from model.claims.quantities.unsaid_units import Bare, Written, may_have_bare, numbers_without_unit
from model.values.pattern import lazy_pattern

Kind: TypeAlias = Literal["money", "percent", "times", "people"]
KINDS: Final[tuple[Kind, ...]] = ("money", "percent", "times", "people")

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
    found = list(map(_of_money, money_in(text)))
    for kind, pattern in _NUMBERS:
        for match in pattern.finditer(text):
            found.append(_of_number(match.start(), match.group(), kind, match["number"]))
    for match in _TENTHS.finditer(text):
        number = match["tenths"] + (match["hundredths"] or "0")
        step = Fraction(1 if match["hundredths"] else 10)
        found.append(_of_number(match.start(), match.group(), "percent", number, step))
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
    if bare.unit in MONEY:
        return _of_money(Money.of_one_unit(bare.start, bare.written, bare.number, bare.unit))
    is_people = bare.unit == "人" and "." in bare.number
    return _of_number(bare.start, bare.written, "people", bare.number) if is_people else None


def _of_money(money: Money) -> Quantity:
    return Quantity(money.start, money.end, "money", money.value, money.step, money, money.written)


def _of_number(start: int, written: str, kind: Kind, number: str, step: Fraction | None = None) -> Quantity:
    """A quantity without money, below 0 where a sign says so; its step is that of its last digit, unless another is given."""
    value, decimals = Fraction(number), len(number.partition(".")[2])
    signed = -value if written.startswith(MINUS) else value
    last = Fraction(1, 10**decimals)
    return Quantity(start, start + len(written), kind, signed, step or last, None, written)
