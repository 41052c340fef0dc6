"""Where a basis (積算) speaks of consumption tax: prices without it, and factors such as ×1.08.

A factor is written as 「×1.08」, 「×108/100」 or 「×108%」; published pages have 「25,000円*4本*1.08」. 「÷1.08」 and 「×110/108」
turn a price into another one and name no rate.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import chain, repeat
from typing import Final, NamedTuple

from model.basis.pricing import is_before_tax, rate_at
from model.basis.printing import print_number
from model.basis.terms import Basis, Number, every_factor
from model.values.pattern import lazy_pattern

_DIGITS: Final = lazy_pattern(r"[0-9０-９][0-9０-９,.，．]*")
_HUNDRED: Final = Fraction(100)


class TaxFactor(NamedTuple):
    """A factor that adds the tax: its rate (8/100), its number as written (1.08 or 108), and where it begins."""

    rate: Fraction
    number: Fraction
    at: int


def tax_factors(basis: Basis, rates: Collection[Fraction]) -> list[TaxFactor]:
    """The factors of a basis that add one of the rates."""
    places = chain(basis.places, repeat(-1))
    return [
        TaxFactor(rate, number.value, index)
        for (term, position), index in zip(every_factor(basis.terms), places, strict=False)
        if (rate := rate_at(term.factors, position, rates))
        and isinstance(number := term.factors[position].atom, Number)
    ]


def factor_of(rate: Fraction, like: Number) -> Number:
    """The factor of a rate, written like another one: 1.10 for 1.08, 110 for 108."""
    if like.value >= _HUNDRED:
        return Number(_HUNDRED * (1 + rate), like.unit)
    return Number(1 + rate, zeros=1 if (rate * 10).denominator == 1 else 0)


def names_price_before_tax(basis: Basis) -> bool:
    """Whether a price in the basis is without tax: 「538,150円(税抜)」."""
    return any(is_before_tax(term.factors[position].remark) for term, position in every_factor(basis.terms))


def labels_of(basis: Basis) -> Iterator[str]:
    """The words before the lines and products of a basis: 「委託料(税抜)」."""
    for statement in basis.statements:
        yield statement.label
        yield from (term.label for item in statement.items for term in item.terms)


def with_rate(text: str, wrong: Collection[TaxFactor], rate: Fraction) -> str:
    """The text of a basis with other rates in the place of some of its factors; all else stays as typed."""
    for factor in sorted(wrong, key=lambda factor: factor.at, reverse=True):
        digits = _DIGITS.match(text, factor.at)
        if digits:
            right = print_number(factor_of(rate, Number(factor.number)))
            text = text[: factor.at] + right + text[digits.end() :]
    return text


def percent(rate: Fraction) -> str:
    """A rate in words: 「8%」."""
    return f"{int(rate * _HUNDRED)}%"
