"""Quantities in a sentence: amounts of money, rates, numbers of times (倍), people (人役)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypeAlias

from model.claims.amounts import Money, money_in
from model.values.pattern import lazy_pattern

Kind: TypeAlias = Literal["money", "percent", "times", "people"]
KINDS: Final[tuple[Kind, ...]] = ("money", "percent", "times", "people")

_PERCENT: Final = lazy_pattern(
    r"(?P<sign>[△▲\-−]|(?<=[はがで:(、])\+)?(?<![\d.,])(?:(?P<percent>\d{1,4}(?:\.\d{1,2})?)\s?(?:%|パーセント)"
    r"|(?P<tenths>\d{1,2})割(?:(?P<hundredths>\d)分)?)"
)
_TIMES: Final = lazy_pattern(r"(?<![\d.,])(?P<times>\d{1,3}(?:\.\d{1,2})?)倍")
_PEOPLE: Final = lazy_pattern(r"(?<![\d.,])(?P<people>\d{1,3}(?:\.\d{1,2})?)\s?人役?")
"""人役 has decimals or says what it is; 「正職員2人」 counts heads."""


class Quantity(NamedTuple):
    """An amount (千円), a rate (%), a number of times or of people in a sentence.

    Attributes:
        start: where it begins in the sentence.
        end: where it ends.
        kind: what it is.
        value: how much.
        step: the last digit that is written.
        money: the amount where it is one.
        written: as it is written.
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


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a sentence in its order."""
    found = [
        Quantity(money.start, money.end, "money", money.value, money.step, money, money.written)
        for money in money_in(text)
    ]
    for match in _PERCENT.finditer(text):
        written = match["percent"]
        value = (
            Fraction(written)
            if written
            else Fraction(int(match["tenths"]) * 10 + int(match["hundredths"] or 0))
        )
        step = _step(written) if written else Fraction(1 if match["hundredths"] else 10)
        found.append(
            Quantity(
                match.start(),
                match.end(),
                "percent",
                value if match["sign"] in (None, "+") else -value,
                step,
                None,
                match.group(),
            )
        )
    for match in _TIMES.finditer(text):
        found.append(
            Quantity(
                match.start(),
                match.end(),
                "times",
                Fraction(match["times"]),
                _step(match["times"]),
                None,
                match.group(),
            )
        )
    for match in _PEOPLE.finditer(text):
        written = match["people"]
        if "." in written or match.group().endswith("役"):
            found.append(
                Quantity(
                    match.start(),
                    match.end(),
                    "people",
                    Fraction(written),
                    _step(written),
                    None,
                    match.group(),
                )
            )
    return sorted(found)


def _step(written: str) -> Fraction:
    """The last digit of a number: 1/10 of 「5.2」."""
    return Fraction(1, 10 ** len(written.partition(".")[2]))
