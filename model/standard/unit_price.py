"""The unit prices (単価) in a basis: 「85,000円×3台」 has one of 85千円 for things counted in 台."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from model.basis import units
from model.basis.quantity import of_number
from model.basis.terms import Basis, Group, Name, Number, Term

_TAX: Final = (Fraction(1), Fraction(6, 5))  # a bare factor between them adds a tax


class UnitPrice(NamedTuple):
    """A price that a basis multiplies by what is counted.

    Attributes:
        price: 千円 for one, with the tax where a factor adds it; None for a name of the price table, and for a price
            without a unit (「@8,000」), of which nobody knows whether it is 円.
        counts: the units of what is counted: (人, 回); "" where a bare number counts.
    """

    price: Fraction | None
    counts: tuple[str, ...]


def unit_prices(basis: Basis | None) -> tuple[UnitPrice, ...]:
    """The unit prices of a basis; none where there is none, or one that cannot be read."""
    if basis is None:
        return ()
    return tuple(found for term in basis.terms for found in _of_term(term))


def _of_term(term: Term) -> Iterator[UnitPrice]:
    for factor in term.factors:
        if isinstance(factor.atom, Group):
            for inner in factor.atom.terms:
                yield from _of_term(inner)
    atoms = [factor.atom for factor in term.factors if not factor.divides]
    money = [
        atom for atom in atoms if isinstance(atom, Name) or (isinstance(atom, Number) and _is_money(atom))
    ]
    numbers = [atom for atom in atoms if isinstance(atom, Number) and not _is_money(atom)]
    taxes = [number.value for number in numbers if not number.unit and _TAX[0] < number.value < _TAX[1]]
    counts = [
        number.unit
        for number in numbers
        if number.unit not in units.RATES
        and (number.unit or (number.value.denominator == 1 and number.value > 1))
    ]
    if len(money) != 1 or not counts:
        return
    price = None
    if isinstance(money[0], Number) and money[0].unit:
        price = of_number(money[0]).value
        for tax in taxes:
            price *= tax
    yield UnitPrice(price, tuple(counts))


def _is_money(number: Number) -> bool:
    return number.each or bool(units.split(number.unit)[0])
