"""Unit prices beside those of last year's calculation (rule 55)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from model.basis.reading import parse
from model.basis.terms import Basis, Group, Name, Number, Term, Trouble
from model.basis.units import MONEY, split
from model.checks.case import LineContext
from model.checks.quoted import shortened, words_of
from model.checks.rule import Found, LineInYearCheck
from model.checks.sources import CHANGES as _SOURCE
from model.figures.figures import LineTotals
from model.request import place
from model.values.amount import format_amount, format_exact, round_exact

_Shape: TypeAlias = tuple[object, ...]


class _Price(NamedTuple):
    """A unit price of a calculation: in 千円, and the unit it was written in."""

    thousands: Fraction
    unit: str


class _Change(NamedTuple):
    before: _Price
    after: _Price

    @property
    def percent(self) -> Fraction:
        return (self.after.thousands - self.before.thousands) * 100 / self.before.thousands


@LineInYearCheck.rule(
    "55-price",
    "積算の単価が前年度から大きく変わったときは、理由を書く。",
    _SOURCE,
    "warning",
    state="data",
    why="前年度の要求書から作った案で、両年度の積算があるときに検査します。",
)
def price_that_changed_has_a_reason(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 55: a unit price that is much higher or lower than last year's in a calculation of the same shape.

    Quantities may change as they like, for they are written beside the price. A calculation that was built anew, an amount
    that is no price (a product has one), a price by name and a line with a remark are left alone. One finding for a line.
    """
    own = line.line
    if not own.previous_basis or not own.basis or own.basis == own.previous_basis:
        return
    if any(own.remark.strip() for own in context.lines(line)):
        return
    change = _largest_change(parse(own.previous_basis), line.basis)
    if change is None or abs(change.percent) < context.standard.last_year.price_percent:
        return
    way = "上がって" if change.percent > 0 else "下がって"
    yield Found(
        place.line(own.id, "amount"),
        f"「{shortened(words_of(own.text))}」の積算の単価が、前年度の {_shown(change.before)} から "
        f"{_shown(change.after)} に{round_exact(abs(change.percent), 'half_up')}%{way}います。"
        "備考に理由を書いてください。",
    )


def _largest_change(before: Basis | Trouble, after: Basis | None) -> _Change | None:
    """The unit price that changed most between two calculations; None where none did, or their shapes differ."""
    if isinstance(before, Trouble) or after is None:
        return None
    (shape, prices), (other_shape, other_prices) = _taken_apart(before), _taken_apart(after)
    if shape != other_shape:
        return None
    pairs = (_Change(*price) for price in zip(prices, other_prices, strict=True))
    changes = [pair for pair in pairs if pair.before.thousands > 0 and pair.percent]
    return max(changes, key=lambda change: abs(change.percent), default=None)


def _taken_apart(basis: Basis) -> tuple[_Shape, list[_Price]]:
    """The shape of a calculation without its figures, and its unit prices in their order."""
    prices: list[_Price] = []
    return tuple(
        (statement.label, tuple(_shape_of(item.terms, prices) for item in statement.items))
        for statement in basis.statements
    ), prices


def _shape_of(terms: tuple[Term, ...], prices: list[_Price], *, in_product: bool = False) -> _Shape:
    return tuple(
        (
            term.negative,
            term.label,
            tuple(
                (factor.divides, _atom(factor.atom, prices, is_product=in_product or len(term.factors) > 1))
                for factor in term.factors
            ),
        )
        for term in terms
    )


def _atom(atom: Number | Name | Group, prices: list[_Price], *, is_product: bool) -> object:
    match atom:
        case Group():
            return _shape_of(atom.terms, prices, in_product=is_product)
        case Name():
            return atom.name
        case _:
            money, _, below = split(atom.unit)
            if money and (is_product or atom.each):
                prices.append(_Price(atom.value * MONEY[money], atom.unit))
            return ("price", below) if money else atom.unit


def _shown(price: _Price) -> str:
    money = split(price.unit)[0]
    value = price.thousands / MONEY[money]
    whole = format_amount(int(value)) if value.denominator == 1 else format_exact(value)
    return f"{whole}{price.unit}"
