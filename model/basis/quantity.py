"""Values with their dimension: money or none, and the things counted (人, m3, 日)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import msgspec

from model.basis import units
from model.basis.terms import Factor, Number

_LARGEST_PART: Final = 10  # 「1/2補助」, 「2/3国庫」 are shares; 「1,000÷54施設」 is an amount


class Quantity(msgspec.Struct, frozen=True):
    """A value while a basis is worked out.

    Attributes:
        value: 千円 when it is money.
        money: 1 for an amount of money, 0 for a number; products have 2, quotients −1.
        bare: has a bare number that can be an amount in the line's unit (千円).
        counts: what is counted, with its power: {m3: 1, 日: −1} for m3/日.
        per: what the text itself puts under a stroke (円/m3) and so has to be multiplied by.
    """

    value: Fraction
    money: int = 0
    bare: bool = False
    counts: tuple[tuple[str, int], ...] = ()
    per: tuple[tuple[str, str], ...] = ()  # (count, the unit as written)


def of_number(number: Number) -> Quantity:
    """The value of a figure in its unit."""
    unit = number.unit
    if not unit:
        return Quantity(number.value, bare=True)
    if unit in units.MONEY:
        return Quantity(number.value * units.MONEY[unit], 1)
    if unit in units.RATES:
        return Quantity(number.value * units.RATES[unit])
    money, above, below = units.split(unit)
    counts = multiply_counts(tuple((count, 1) for count in above), tuple((count, -1) for count in below))
    return Quantity(
        number.value * units.MONEY[money] if money else number.value,
        1 if money else 0,
        counts=counts,
        per=tuple((count, unit) for count in below),
    )


def multiply_counts(
    left: tuple[tuple[str, int], ...], right: tuple[tuple[str, int], ...], sign: int = 1
) -> tuple[tuple[str, int], ...]:
    """What a product counts; a quotient with ``sign`` −1."""
    if not right:
        return left
    powers = dict(left)
    for count, power in right:
        powers[count] = powers.get(count, 0) + sign * power
    return tuple((count, power) for count, power in powers.items() if power)


def common_counts(quantities: list[Quantity]) -> tuple[tuple[str, int], ...]:
    """What a sum counts: for each thing the largest power a term that counts anything has."""
    counting = [dict(quantity.counts) for quantity in quantities if quantity.counts]
    if not counting:
        return ()
    names = dict.fromkeys(name for powers in counting for name in powers)
    largest = {name: max(powers.get(name, 0) for powers in counting) for name in names}
    return tuple((name, power) for name, power in largest.items() if power)


def is_rate(above: Factor, below: Factor | None) -> bool:
    """Whether a bare number is the upper part of a rate such as 1/2, 1/2補助 or 142.53/1000, not an amount."""
    return (
        below is not None
        and below.divides
        and isinstance(above.atom, Number)
        and isinstance(below.atom, Number)
        and (not below.atom.unit or below.atom.value <= _LARGEST_PART)
        and above.atom.value <= below.atom.value
    )
