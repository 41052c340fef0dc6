"""A basis (積算): the calculation behind a cost line, as a value.

Frozen structs, compared by what they say. What stood where in the typed text is kept beside them (``Basis.places``)
and is no part of their value, so that a basis read from its own printed form equals the one that was printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final, TypeAlias

import msgspec

from model.basis import units

TOTAL: Final = "計"
"""The label of a line that is the sum of those above it, where nothing but 「＝」 is written before it."""


class Number(msgspec.Struct, frozen=True, gc=False):
    """A figure with its unit.

    Attributes:
        value: in ``unit``; never below zero but in a printed result.
        unit: 「」 (bare), 円 千円 万円 百万円 億円, 「%」, 「割」, a count (か月, 人, m3/日) or money per count (円/m3), in
            the one form of ``units.canonical``.
        each: written with 「@」, the price of one.
        zeros: zeros written after the last decimal that says something, 1 for 「970.0」: they tell how exact a printed
            result is.
    """

    value: Fraction
    unit: str = ""
    each: bool = False
    zeros: int = 0

    @property
    def negated(self) -> Number:
        """The same below zero, as a printed result may be."""
        return Number(-self.value, self.unit, zeros=self.zeros)


class Name(msgspec.Struct, frozen=True, gc=False):
    """A unit price of the section's price table, or a label of an earlier place in the same basis."""

    name: str


class Group(msgspec.Struct, frozen=True, gc=False):
    """A sum in brackets."""

    terms: tuple[Term, ...]


Atom: TypeAlias = Number | Name | Group


class Factor(msgspec.Struct, frozen=True, gc=False):
    """One operand of a product.

    Attributes:
        divides: the product is divided by it; never for the first factor.
        remark: the words in brackets right after it, without the brackets.
    """

    atom: Atom
    divides: bool = False
    remark: str = ""


class Term(msgspec.Struct, frozen=True, gc=False):
    """A product that is added or taken away; ``label`` are the words before it (期末手当)."""

    factors: tuple[Factor, ...]
    negative: bool = False
    label: str = ""


class Printed(msgspec.Struct, frozen=True, gc=False):
    """A result the writer wrote, after 「=」 or, ``approximate``, after 「≒」; in money or bare (千円)."""

    number: Number
    approximate: bool = False
    remark: str = ""


class Item(msgspec.Struct, frozen=True, gc=False):
    """A sum with the result that is written for it."""

    terms: tuple[Term, ...]
    printed: Printed | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A line of a basis.

    Attributes:
        items: what is added up; all but the last have a printed result.
        label: the words before the line (共済費).
        total: the result of the whole line: written first (「258千円＝1,805千円×142.53/1000」), or after the
            results of the items.
    """

    items: tuple[Item, ...]
    label: str = ""
    total: Printed | None = None


class Basis(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A whole calculation: the sum of its statements.

    Attributes:
        places: where each factor begins in the typed text, in the order of the text (a bracket before what is in
            it); empty for a basis that was not read from text. Not part of the value.
    """

    statements: tuple[Statement, ...]
    places: tuple[int, ...] = ()

    @property
    def terms(self) -> Iterator[Term]:
        """Its products, without those in brackets."""
        return (term for statement in self.statements for item in statement.items for term in item.terms)

    def __eq__(self, other: object) -> bool:
        """Equal when the statements are."""
        return isinstance(other, Basis) and self.statements == other.statements

    def __ne__(self, other: object) -> bool:
        """Not equal when the statements are not; the struct's own comparison would go by identity."""
        return not self == other

    def __hash__(self) -> int:
        return hash(self.statements)


class Trouble(msgspec.Struct, frozen=True, gc=False):
    """Why a text is no calculation.

    Attributes:
        at: index of the character in the text as typed, from 0; its length when something is missing at the end.
        message: a sentence for the writer: what was found and what was expected.
    """

    at: int
    message: str


def every_factor(terms: Iterable[Term]) -> Iterator[tuple[Term, int]]:
    """Every factor as its product and its position in that, in the order of the text: a bracket before what is in it."""
    for term in terms:
        for position, factor in enumerate(term.factors):
            yield term, position
            if isinstance(factor.atom, Group):
                yield from every_factor(factor.atom.terms)


def numbers_in(terms: Iterable[Term]) -> Iterator[Number]:
    """The figures that some products are multiplied by, in the order of the text, also in brackets."""
    for term, position in every_factor(terms):
        factor = term.factors[position]
        if isinstance(factor.atom, Number) and not factor.divides:
            yield factor.atom


def is_amount(terms: tuple[Term, ...]) -> bool:
    """Whether a sum is a single amount, with or without a unit, as a written result is."""
    if len(terms) != 1 or len(terms[0].factors) != 1:
        return False
    number = terms[0].factors[0].atom
    return isinstance(number, Number) and not number.each and (not number.unit or number.unit in units.MONEY)


class MisreadError(Exception):
    """A piece that cannot be what its place asks for."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.trouble = Trouble(at, message)
