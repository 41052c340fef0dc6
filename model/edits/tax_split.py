"""「消費税率の改正で分ける」: one line becomes a line with a part for the months before and after a change of the rate.

As the published sheet of 平成31年度 has it: システム保守運用経費 7,040 with 4月〜9月 3,488 and 10月〜3月 3,552
「消費増税分含む」. The calculation is taken apart as a value (model/basis), never as text, and printed again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from fractions import Fraction
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.basis.pricing import has_tax_factor, is_before_tax, rate_at
from model.basis.printing import print_basis
from model.basis.reading import parse
from model.basis.terms import Basis, Factor, Group, Item, Name, Number, Statement, Term
from model.basis.written_totals import written_total
from model.request.lines import change_line, path_to
from model.request.request import MAX_DEPTH, Line, Request
from model.standard.standard import Standard
from model.totals.consumption_tax import Months, months_of, names_other_rate, rates_of
from model.totals.tax_factors import factor_of, labels_of, names_price_before_tax
from model.values.amount import half_width
from model.values.identity import new_id

_MONTHS: Final = "か月"
_MARKERS: Final = "(0123456789)①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳・○●◎■□◆◇※ "  # before a label: 「(1)報酬」


class _Cut(NamedTuple):
    """How a calculation becomes that of one part.

    Attributes:
        whole: the months of the line.
        part: the months of the part.
        rate: the tax rate of the part.
        first_rate: the rate of the line's first months, which tax-included prices are taken to have.
        known: the rates that a factor such as ×1.08 is taken for.
        labels: names of earlier places in the calculation, which are parted where they stand.
        taxless: unit prices without tax, to which the part's own rate is added when they are looked up.
    """

    whole: Months
    part: Months
    rate: Fraction
    first_rate: Fraction
    known: Collection[Fraction]
    labels: Collection[str]
    taxless: Collection[str]


def split_by_tax_change(request: Request, line_id: str, standard: Standard) -> Request:
    """Part a line by the tax rates of its months; the same request where there is nothing to part.

    The parts have the line's calculation for their own months (「×12か月」 becomes 「×6か月」, another one 「×6/12」) at their
    own rate: 「(税抜)」 becomes ×1.08 and ×1.10, a factor ×1.08 that of the part, and a price without a word of tax is one
    of the months before the change, so ×110/108 after it. A typed amount is parted likewise. The line keeps its text,
    remark, 節 and its figure of the previous year. Nothing to part: the months have one rate, the line has parts or
    stands at the lowest level, its calculation or amount cannot be read, or counts other months than the line is for.
    """
    path = path_to(request, line_id)
    if not path or path[0].parts or len(path) >= MAX_DEPTH or names_other_rate(path, standard):
        return request
    line = path[0]
    year = standard.year_of(request.header.fiscal_year).year
    months = months_of(path, year)
    periods = rates_of(months, year, standard)
    basis = _basis_of(line)
    if len(periods) < 2 or (basis is None and (line.basis or line.amount is not None)):
        return request
    if basis is not None and _counts_other_months(basis, months):
        return request
    first, known = periods[0].rate, standard.rates_in_bases(year)
    labels = _labels(basis) if basis else frozenset()
    taxless = _taxless(request.prices)
    parts = tuple(
        Line(
            new_id(),
            text=period.months.label,
            remark=standard.tax_words.rise_included if period.rate > first else "",
            basis=print_basis(
                _cut(basis, _Cut(months, period.months, period.rate, first, known, labels, taxless))
            )
            if basis
            else "",
        )
        for period in periods
    )
    whole = replace(line, amount=None, basis="", parts=parts)
    return change_line(request, line_id, lambda _: whole)


def _basis_of(line: Line) -> Basis | None:
    """The calculation of a line, or its typed amount as one; None for neither, or where it cannot be read."""
    if line.basis:
        parsed = parse(line.basis)
        return parsed if isinstance(parsed, Basis) else None
    if not isinstance(line.amount, int):
        return None
    amount = Factor(Number(Fraction(abs(line.amount)), "千円"))
    return Basis((Statement((Item((Term((amount,), negative=line.amount < 0),)),)),))


def _counts_other_months(basis: Basis, whole: Months) -> bool:
    """Whether months are counted that are not those of the line: 「×11か月」 of a whole year cannot be parted by guess."""

    def counts(term: Term) -> bool:
        return any(
            (
                isinstance(number := factor.atom, Number)
                and number.unit == _MONTHS
                and number.value != whole.length
            )
            or any(map(counts, _inner(factor)))
            for factor in term.factors
            if not factor.divides
        )

    return any(map(counts, basis.terms))


def _labels(basis: Basis) -> frozenset[str]:
    """The names that a calculation gives to its own places, as its later places call them."""
    return frozenset(name for label in labels_of(basis) if (name := label.lstrip(_MARKERS)))


def _taxless(prices: dict[str, str]) -> frozenset[str]:
    """The unit prices that are without tax."""
    read = ((half_width(name).strip(), parse(price)) for name, price in prices.items())
    return frozenset(
        name for name, price in read if isinstance(price, Basis) and names_price_before_tax(price)
    )


def _cut(basis: Basis, cut: _Cut) -> Basis:
    """The calculation of a part; results written for the whole are left out."""
    return Basis(
        tuple(
            Statement(
                (
                    Item(
                        tuple(
                            _taxed(_months(term, cut), cut) for item in statement.items for term in item.terms
                        )
                    ),
                ),
                statement.label,
            )
            for index, statement in enumerate(basis.statements)
            if index == 0 or written_total(statement) is None
        )
    )


def _months(term: Term, cut: _Cut) -> Term:
    """A term for the months of the part: its months in their place of the line's, else its share of them."""
    if _is_label(term, cut):
        return term
    for position, factor in enumerate(term.factors):
        if _is_whole(factor, cut):
            return _with(term, position, Number(Fraction(cut.part.length), _MONTHS))
    for position, factor in enumerate(term.factors):
        inner = _inner(factor)
        if not factor.divides and _any(inner, lambda part: _is_label(part, cut) or _has_whole(part, cut)):
            return _with(term, position, Group(tuple(_months(part, cut) for part in inner)))
    return _times(term, cut.part.length, cut.whole.length)


def _taxed(term: Term, cut: _Cut) -> Term:
    """A term at the rate of the part: where it speaks of tax, there; else as a price of the first months."""
    if _is_label(term, cut):
        return term
    if _any((term,), lambda part: _speaks_of_tax(part, cut)):
        return _at_rate(term, cut)
    for position, factor in enumerate(term.factors):
        inner = _inner(factor)
        if _any(inner, lambda part: _is_label(part, cut)):
            return _with(term, position, Group(tuple(_taxed(part, cut) for part in inner)))
    if cut.rate == cut.first_rate:
        return term
    return _times(term, *(int(100 * (1 + rate)) for rate in (cut.rate, cut.first_rate)))


def _at_rate(term: Term, cut: _Cut, is_taxed: bool = False) -> Term:
    """A term whose words and factors for tax are those of the part's rate.

    ``is_taxed`` says whether a factor outside its brackets adds the tax.
    """
    is_taxed = is_taxed or has_tax_factor(term.factors, cut.known)
    factors: list[Factor] = []
    is_taxless = False
    for position, factor in enumerate(term.factors):
        atom = factor.atom
        if isinstance(atom, Group):
            atom = Group(tuple(_at_rate(term, cut, is_taxed) for term in atom.terms))
        elif isinstance(atom, Number) and rate_at(term.factors, position, cut.known):
            atom = factor_of(cut.rate, atom)
        remark = factor.remark
        if is_before_tax(remark):
            is_taxless = True
            remark = "、".join(words for words in remark.split("、") if not is_before_tax(words))
        factors.append(Factor(atom, factor.divides, remark))
    if is_taxless and not is_taxed:
        factors.append(Factor(factor_of(cut.rate, Number(Fraction(1)))))
    return replace(term, factors=tuple(factors))


def _speaks_of_tax(term: Term, cut: _Cut) -> bool:
    return any(
        is_before_tax(factor.remark)
        or rate_at(term.factors, position, cut.known)
        or (isinstance(factor.atom, Name) and factor.atom.name in cut.taxless)
        for position, factor in enumerate(term.factors)
    )


def _is_label(term: Term, cut: _Cut) -> bool:
    return any(isinstance(factor.atom, Name) and factor.atom.name in cut.labels for factor in term.factors)


def _is_whole(factor: Factor, cut: _Cut) -> bool:
    """Whether an operand are all the months of the line: 「12か月」."""
    number = factor.atom
    return (
        isinstance(number, Number)
        and not factor.divides
        and number.unit == _MONTHS
        and number.value == cut.whole.length
    )


def _has_whole(term: Term, cut: _Cut) -> bool:
    return any(_is_whole(factor, cut) for factor in term.factors)


def _inner(factor: Factor) -> tuple[Term, ...]:
    return factor.atom.terms if isinstance(factor.atom, Group) else ()


def _any(terms: tuple[Term, ...], is_so: Callable[[Term], bool]) -> bool:
    """Whether something is so of a term or of one in its brackets."""
    return any(is_so(term) or any(_any(_inner(factor), is_so) for factor in term.factors) for term in terms)


def _with(term: Term, position: int, atom: Number | Group) -> Term:
    """A term with another operand at a position."""
    new = replace(term.factors[position], atom=atom)
    return replace(term, factors=(*term.factors[:position], new, *term.factors[position + 1 :]))


def _times(term: Term, above: int, below: int) -> Term:
    """A term times a fraction: 「×6/12」."""
    fraction = (Factor(Number(Fraction(above))), Factor(Number(Fraction(below)), divides=True))
    return replace(term, factors=(*term.factors, *fraction))
