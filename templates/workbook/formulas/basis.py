"""Calculations (積算) as live formulas: 「20,845円×11か月」 is ROUNDUP(ROUND(20845*11/1000,6),0).

Excel computes in binary with 15 digits. A formula is written only where that cannot give another figure than the exact
arithmetic of ``model.basis``: the body is read back and worked out exactly, together with the largest error Excel can
make on the way.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.basis import units
from model.basis.evaluating import evaluate
from model.basis.pricing import find_price, has_tax_factor, is_before_tax, label_name, tax_rate
from model.basis.reading import parse
from model.basis.results import Surroundings, money_of, result
from model.basis.terms import Basis, Factor, Group, Item, Name, Number, Printed, Statement, Term, Trouble
from model.basis.written_totals import ends_with_total
from templates.workbook.formulas.error_cells import formula_value
from templates.workbook.formulas.rounding import as_written

LONGEST: Final = 8_000  # characters: Excel's limit, less what stands around the body
DEEPEST: Final = 60  # brackets: Excel's limit is 64


def arithmetic(basis: Basis, surroundings: Surroundings, *, live: bool = True) -> str | None:
    """The value of a basis in 千円 as the body of a formula, without 「=」 and without rounding.

    Args:
        basis: the calculation.
        surroundings: prices and tax, which stand in the body as figures.
        live: whether a result the writer rounded stands as its calculation, rounded as he did; else as a figure.

    Returns:
        Such as ``20845*11/1000``; None where there is no value, or it is no formula of Excel.
    """
    exact = evaluate(basis, surroundings).exact
    if exact is None:
        return None
    try:
        body = _Writer(surroundings, live).basis(basis)
        if _depth(body) <= DEEPEST and formula_value(body).value == exact:
            return body
    except (_NotAFormulaError, ZeroDivisionError):
        return None
    # The last result is that of its whole line (「… ＝65千円＋15千円＝1,640千円」), or of all lines, and takes its place.
    has_last = len(basis.statements) == 1 and basis.statements[0].items[-1].printed is not None
    return _literal(exact).text if has_last or ends_with_total(basis) else None


class _NotAFormulaError(Exception):
    """Too long or too deep for Excel, or no figure with decimals that end."""


_SUM, _PRODUCT, _ATOM = range(3)


class _Piece(NamedTuple):
    """A part of the body.

    Attributes:
        text: as it stands in the formula.
        level: what holds it together: a sum needs brackets in a product, a product only under a stroke.
        scale: by which it still has to be multiplied: 1/1000 for figures in 円.
    """

    text: str
    level: int
    scale: Fraction = Fraction(1)


class _Writer:
    """Writes one basis as a formula; dimensions and troubles are ignored, since the evaluation has checked them."""

    def __init__(self, surroundings: Surroundings, live: bool) -> None:
        self._surroundings = surroundings
        self._is_taxed = False
        self._live = live
        self._defined: dict[str, _Piece] = {}

    def basis(self, basis: Basis) -> str:
        pieces: list[tuple[bool, _Piece]] = []
        for statement in basis.statements:
            piece = self._statement(statement)
            self._define(statement.label, piece)
            pieces.append((False, piece))
        return _add(pieces).text

    def _statement(self, statement: Statement) -> _Piece:
        pieces: list[tuple[bool, _Piece]] = []
        for position, item in enumerate(statement.items):
            own = self._item(item)
            if item.printed is None:
                pieces += own
                continue
            exact, shown = formula_value(_add(own).text).value, money_of(item.printed)
            if position and item.terms[0].negative and exact <= 0 <= shown:  # 「－10千円×2＝20千円」
                turned = _add([(not negative, piece) for negative, piece in own])
                pieces.append((True, self._written(turned, item.printed)))
                continue
            last = position == len(statement.items) - 1 and position and statement.total is None
            if last and result("", exact, item.printed).is_wrong:
                whole = _add([*pieces, *own])
                if not result("", formula_value(whole.text).value, item.printed).is_wrong:
                    return self._written(whole, item.printed)  # 「… ＝65千円＋15千円＝1,640千円」
            pieces.append((False, self._written(_add(own), item.printed)))
        total = _add(pieces)
        return self._written(total, statement.total) if statement.total else total

    def _item(self, item: Item) -> list[tuple[bool, _Piece]]:
        pieces: list[tuple[bool, _Piece]] = []
        begin, label = 0, ""
        for position, term in enumerate(item.terms):
            piece = self._term(term)
            if term.label:
                self._define(label, _labelled(pieces[begin:]))
                begin, label = position, term.label
            pieces.append((term.negative, piece))
        labelled = _labelled(pieces[begin:])
        if label and item.printed is not None and begin == 0:
            labelled = self._written(labelled, item.printed)
        self._define(label, labelled)
        return pieces

    def _written(self, piece: _Piece, printed: Printed) -> _Piece:
        """A result as the formula that gives it, or as the figure it is."""
        text = as_written(piece.text, printed) if self._live else None
        if text is None:
            return _literal(money_of(printed))
        return piece if text == piece.text else _Piece(text, _ATOM)

    def _define(self, label: str, piece: _Piece) -> None:
        if label:
            if len(piece.text) > LONGEST:  # labels of labels grow by doubling
                raise _NotAFormulaError
            self._defined[label_name(label)] = piece

    def _term(self, term: Term) -> _Piece:
        text, scale, level = "", Fraction(1), _ATOM
        outside = self._is_taxed
        self._is_taxed = outside or has_tax_factor(term.factors, self._surroundings.tax_rates)
        for factor in term.factors:
            piece = self._factor(factor)
            if factor.divides:
                text = f"{text or '1'}/{_bracketed(piece, _ATOM)}"
                scale /= piece.scale
            elif text:
                text += f"*{_bracketed(piece, _PRODUCT)}"
                scale *= piece.scale
            else:
                text, scale = _bracketed(piece, _PRODUCT if len(term.factors) > 1 else _SUM), piece.scale
            level = piece.level if len(term.factors) == 1 else _PRODUCT
        self._is_taxed = outside
        if scale.numerator != 1:
            text = f"{_bracketed(_Piece(text, level), _PRODUCT)}*{scale.numerator}"
            level = _PRODUCT
        if scale.denominator != 1:
            text, level = f"{_bracketed(_Piece(text, level), _PRODUCT)}/{scale.denominator}", _PRODUCT
        return _Piece(text, level)

    def _factor(self, factor: Factor) -> _Piece:
        atom = factor.atom
        if isinstance(atom, Number):
            piece = _figure(atom)
        elif isinstance(atom, Group):
            piece = self._sum(atom.terms)
        else:
            piece = self._named(atom)
        if is_before_tax(factor.remark) and not self._is_taxed:
            rate = tax_rate(self._surroundings, factor.remark)
            if rate is None:
                raise _NotAFormulaError
            piece = _Piece(f"{_bracketed(piece, _PRODUCT)}*{_literal(1 + rate).text}", _PRODUCT, piece.scale)
        return piece

    def _sum(self, terms: tuple[Term, ...]) -> _Piece:
        return _add([(term.negative, self._term(term)) for term in terms])

    def _named(self, name: Name) -> _Piece:
        if name.name in self._defined:
            return self._defined[name.name]
        price = find_price(self._surroundings, name.name)
        basis = parse(price) if price is not None else None
        if basis is None or isinstance(basis, Trouble):
            raise _NotAFormulaError
        writer = _Writer(replace(self._surroundings, prices={}), self._live)
        writer._is_taxed = self._is_taxed
        statement = basis.statements[0]
        if len(basis.statements) == len(statement.items) == 1 and not (
            statement.total or statement.items[0].printed
        ):
            terms = statement.items[0].terms
            if len(terms) == len(terms[0].factors) == 1 and not terms[0].negative:
                return writer._factor(terms[0].factors[0])  # 2,500円×3 is 2500*3/1000
        return _Piece(writer.basis(basis), _SUM)


def _figure(number: Number) -> _Piece:
    unit = number.unit.partition("/")[0]
    if unit == "%":
        return _Piece(f"{_literal(number.value).text}%", _ATOM)
    if unit == "割":
        return _Piece(_literal(number.value).text, _ATOM, units.RATES["割"])
    piece = _literal(number.value)
    return _Piece(piece.text, piece.level, units.MONEY.get(unit, Fraction(1)))


def _literal(value: Fraction) -> _Piece:
    """A figure as Excel reads it; its decimals have to end."""
    decimals = 0
    while 10**decimals % value.denominator:
        decimals += 1
        if decimals > 15:
            raise _NotAFormulaError
    whole, rest = divmod(abs(value.numerator) * 10**decimals // value.denominator, 10**decimals)
    text = f"{whole}.{rest:0{decimals}}" if decimals else str(whole)
    return _Piece(f"-{text}", _SUM) if value < 0 else _Piece(text, _ATOM)


def _add(pieces: list[tuple[bool, _Piece]]) -> _Piece:
    """A sum of pieces with their signs."""
    text = ""
    for negative, piece in pieces:
        if negative:
            text += f"-{_bracketed(piece, _PRODUCT)}"
        else:
            text += piece.text if not text or piece.text.startswith("-") else f"+{piece.text}"
        if len(text) > LONGEST:
            raise _NotAFormulaError
    alone = len(pieces) == 1 and not pieces[0][0]
    return _Piece(text, pieces[0][1].level if alone else _SUM)


def _labelled(pieces: list[tuple[bool, _Piece]]) -> _Piece:
    """What a label names: its own term without a sign, and the terms after it."""
    return _add([(False, pieces[0][1]), *pieces[1:]]) if pieces else _Piece("0", _ATOM)


def _bracketed(piece: _Piece, least: int) -> str:
    return piece.text if piece.level >= least else f"({piece.text})"


def _depth(body: str) -> int:
    depth = deepest = 0
    for mark in body:
        depth += (mark == "(") - (mark == ")")
        deepest = max(deepest, depth)
    return deepest
