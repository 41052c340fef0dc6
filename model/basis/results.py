"""What a basis comes to: its value, the results written in it, and what has to be said about it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

import msgspec

from model.basis import units
from model.basis.digits import MOST_DIGITS
from model.basis.terms import Basis, Printed, Trouble
from model.values.amount import RoundingMode, round_exact

MODES: Final[tuple[RoundingMode, ...]] = ("down", "up", "half_up")
ResultRounding: TypeAlias = Literal["exact", "down", "up", "half_up"]


class Surroundings(msgspec.Struct, frozen=True, gc=False):
    """What a basis does not say itself.

    Attributes:
        prices: the section's price table: name → price as typed, an expression without names (「2,500円」, 「20円/m3」).
        tax: consumption tax in force for the line, 1/10 for 10 %; None where it cannot be told.
        tax_before: the rate that transitional contracts (経過措置) keep; None where it cannot be told.
        kept_rate: the word for such a contract in the remark of a price; None where no rate is known.
        tax_rates: the rates that a factor such as ×1.10 is taken for; a price without tax has its tax from it.
    """

    prices: Mapping[str, str] = {}
    tax: Fraction | None = None
    tax_before: Fraction | None = None
    kept_rate: str | None = None
    tax_rates: frozenset[Fraction] = frozenset()


class Note(msgspec.Struct, frozen=True, gc=False):
    """Something to be said that is no error of the text; a sentence for the writer."""

    kind: Literal["per-unit", "tax-unknown"]
    message: str


class Result(msgspec.Struct, frozen=True, gc=False):
    """A result that is written in a basis, beside what it comes to.

    Attributes:
        text: what it is the result of, in its printed form.
        exact: what that comes to, 千円.
        printed: what is written, 千円.
        step: one of the last digit that is written, 千円: 1 for 「230千円」, 1/1000 for 「229,295円」, 100 for
            「970.0百万円」 and for yen on whole 千円.
        approximate: written after 「≒」.
    """

    text: str
    exact: Fraction
    printed: Fraction
    step: Fraction
    approximate: bool = False

    @property
    def rounding(self) -> ResultRounding | None:
        """How the written figure was cut to its last digit; None where no rounding gives it.

        A figure below the exact one was cut down and one above it raised, also where 四捨五入 gives the same; whether
        a given rule fits is what ``agrees_with`` tells.
        """
        if self.exact == self.printed:
            return "exact"
        return next((mode for mode in MODES if self.agrees_with(mode)), None)

    @property
    def is_wrong(self) -> bool:
        """Whether no rounding gives the written figure; one after 「≒」 is the writer's own and never wrong."""
        return not self.approximate and self.rounding is None

    def agrees_with(self, mode: RoundingMode) -> bool:
        """Whether a rule of rounding gives the written figure."""
        return round_exact(self.exact / self.step, mode) * self.step == self.printed


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """What a basis comes to.

    Attributes:
        exact: 千円, with the written results in the place of what they are written for; None where it cannot be told.
        trouble: why not, where the text is at fault.
        results: the results written in it, also those in remarks.
        names: the unit prices it uses, each once.
        notes: what else is to be said.
        basis: the calculation as it was read, where a line's was worked out; None of one that cannot be read.
    """

    exact: Fraction | None
    trouble: Trouble | None = None
    results: tuple[Result, ...] = ()
    names: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    basis: Basis | None = None


def money_of(printed: Printed) -> Fraction:
    """A written result in 千円; a bare number is 千円."""
    return printed.number.value * units.MONEY.get(printed.number.unit, Fraction(1))


def result(text: str, exact: Fraction, printed: Printed) -> Result:
    """A written result beside what it comes to, 千円."""
    number = printed.number
    unit = units.MONEY.get(number.unit, Fraction(1))
    decimals = 0
    while 10**decimals % number.value.denominator and decimals < MOST_DIGITS:
        decimals += 1
    step = unit / 10 ** (decimals + number.zeros)
    value = money_of(printed)
    if number.unit == "円" and value.denominator == 1 and abs(exact - value) < 1:
        step = Fraction(1)  # 「24,900円×89人＝2,217,000円」: yen rounded to whole 千円
    return Result(text, exact, value, step, printed.approximate)
