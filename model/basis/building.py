"""From the pieces the grammar finds to the structs of ``terms``: what lark calls for each rule of grammar.lark.

Every operand travels with the index where it begins, so that a trouble found here or in the evaluation points at it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from model.basis import units
from model.basis.digits import read_digits
from model.basis.terms import (
    TOTAL,
    Atom,
    Basis,
    Factor,
    Group,
    Item,
    MisreadError,
    Name,
    Number,
    Printed,
    Statement,
    Term,
    is_amount,
)
from model.basis.unconverted import is_money
from model.values.pattern import lazy_pattern

if TYPE_CHECKING:
    from lark import Token

_WARI = lazy_pattern(r"割([0-9])分")
_WORDS_BEFORE_RESULTS: Final = ("", "計", "合計", "小計", "総計", "約")  # 「= 計 46,296,354円」
_Placed = tuple[int, ...]


class _Operand(msgspec.Struct, frozen=True):
    factor: Factor
    places: _Placed  # of the factor, then of what is in it
    share: str = ""  # 「国」 before a fraction


class _Product(msgspec.Struct, frozen=True):
    term: Term
    places: _Placed


class _Sum(msgspec.Struct, frozen=True):
    products: list[_Product]


class Builder:
    """One method for each rule of the grammar, one for each piece that is more than its text."""

    # ---- operands ----

    def figure(self, pieces: list[Token]) -> _Operand:
        """A number with its unit and remarks."""
        each = yen = False
        unit = share = ""
        remarks: list[str] = []
        value, zeros = Fraction(0), 0
        for piece in pieces:
            kind = piece.type
            if kind == "DIGITS":
                value, zeros = read_digits(piece, _at(piece))
            elif kind == "UNIT":
                unit = _unit(piece, piece)
            elif kind == "RATE":
                unit = "割" if piece[0] == "割" else "%"
                if tenths := _WARI.match(piece):
                    value += Fraction(int(tenths[1]), 10)
            elif kind == "UNIT_IN_BRACKETS":
                unit = _unit(piece, piece[1:-1])
            elif kind == "REMARK":
                remark = piece[1:-1].strip()
                if not unit and not remarks and units.is_number(remark):
                    _unit(piece, remark)  # 「20(百万)」 is not 20 with a remark
                remarks.append(remark)
            elif kind == "HOW_OFTEN":
                remarks.append(str(piece))
            elif kind == "SHARE":
                share = str(piece)
            elif kind == "WORDS":
                if unit not in units.MONEY:
                    raise MisreadError(_at(piece), f"「{piece}」の前に演算記号（×、＋など）がありません。")
                remarks.append(str(piece))
            elif kind == "AT":
                each = True
            else:
                yen = True
        if yen:
            if unit not in ("", "円"):
                raise MisreadError(
                    _at(pieces[0]), f"「¥」と「{unit}」の二つの単位があります。どちらかにしてください。"
                )
            unit = "円"
        remark = "、".join(filter(None, remarks)) if remarks else ""
        return _Operand(Factor(Number(value, unit, each, zeros), remark=remark), (_at(pieces[0]),), share)

    def name(self, pieces: list[Token]) -> _Operand:
        """Words that stand for an amount."""
        word = pieces[0]
        text = str(word)
        if word.type == "QUOTED":
            text = text[1:-1].strip()
            if not text:
                raise MisreadError(_at(word), "「」の中に単価の名前がありません。")
        return _Operand(Factor(Name(text), remark=_remark(pieces[1:])), (_at(word),))

    def group(self, pieces: list[Any]) -> _Operand:
        """A sum in brackets."""
        opening, total, _closing, *remarks = pieces
        atom: Atom = Group(tuple(product.term for product in total.products))
        places = tuple(place for product in total.products for place in product.places)
        return _Operand(Factor(atom, remark=_remark(remarks)), (_at(opening), *places))

    # ---- products and sums ----

    def product(self, pieces: list[Any]) -> _Product:
        """Operands that are multiplied and divided; a sign before any of them is the product's."""
        label = ""
        negative = divides = False
        factors: list[Factor] = []
        shares: dict[int, str] = {}
        places: _Placed = ()
        for piece in pieces:
            if isinstance(piece, _Operand):
                if piece.share:
                    shares[len(factors)] = piece.share
                factor = piece.factor
                factors.append(Factor(factor.atom, True, factor.remark) if divides else factor)
                places += piece.places
            elif piece.type == "MINUS":
                negative = not negative
            elif piece.type == "TIMES":
                divides = False
            elif piece.type == "DIVIDED":
                divides = True
            else:
                label = _label(piece)
        for index, share in shares.items():
            index += index + 1 < len(factors) and factors[index + 1].divides  # said of the whole fraction
            own = factors[index]
            factors[index] = Factor(own.atom, own.divides, "、".join(filter(None, (share, own.remark))))
        return _Product(Term(tuple(factors), negative, label), places)

    def sum(self, pieces: list[Any]) -> _Sum:
        """Products with their signs."""
        products: list[_Product] = []
        negative = False
        for piece in pieces:
            if isinstance(piece, _Product):
                term = piece.term
                if negative:
                    piece = _Product(Term(term.factors, not term.negative, term.label), piece.places)
                products.append(piece)
                negative = False
            elif piece.type == "MINUS":
                negative = not negative
        return _Sum(products)

    # ---- statements ----

    def statement(self, pieces: list[Any]) -> tuple[Statement, _Placed]:
        """Decide which sums between 「=」 are results: the amount alone in front, or the amounts after 「=」."""
        before = next(position for position, piece in enumerate(pieces) if isinstance(piece, _Sum))
        is_equals = pieces[0].type == "EXCEL_EQUALS" if before else False
        label = " ".join([_label(piece) for piece in pieces[is_equals:before]])
        sums = [piece.products for piece in pieces if isinstance(piece, _Sum)]
        first = sums[0][0]
        if not (label or first.term.negative or isinstance(first.term.factors[0].atom, Number)):
            label = first.term.label  # 「共済費 (報酬+期末手当)×142.53/1000」: as if written with a colon
            sums[0][0] = _Product(Term(first.term.factors), first.places)
        if is_equals and _at(pieces[0]) and not label and not first.term.label and is_amount(_terms(sums[0])):
            label = TOTAL  # 「＝40千円」 on a line of its own
        if len(sums) == 1:
            return Statement((Item(_terms(sums[0])),), label), _places(sums[0])
        signs = [piece for piece in pieces if not isinstance(piece, _Sum)][-len(sums) + 1 :]
        total: Printed | None = None
        current = sums.pop(0)
        if is_amount(_terms(current)) and not _is_result(sums[0]):
            total = _printed(current[0], signs.pop(0))
            label = " ".join(filter(None, (label, current[0].term.label)))
            current = sums.pop(0)
        items: list[Item] = []
        places: _Placed = ()
        for sign, products in zip(signs, sums, strict=True):
            if not _is_result(products[:1]):
                raise MisreadError(
                    products[0].places[0],
                    f"「{sign}」の後には計算の結果（数字と円などの単位）を一つ書いてください。",
                )
            printed = _printed(products[0], sign)
            if current:
                items.append(Item(_terms(current), printed))
                places += _places(current)
            elif total is None and products is sums[-1] and len(products) == 1:
                total = printed
            else:
                raise MisreadError(
                    _at(sign), f"「{sign}」の前に計算がありません。結果は一つの計算に一つだけ書いてください。"
                )
            current = products[1:]
        if current:
            items.append(Item(_terms(current)))
            places += _places(current)
        return Statement(tuple(items), label, total), places

    def basis(self, pieces: list[tuple[Statement, _Placed]]) -> Basis:
        """The statements in their order."""
        return Basis(
            tuple(statement for statement, _ in pieces),
            tuple(place for _, places in pieces for place in places),
        )


def _at(token: Token) -> int:
    return cast(int, token.start_pos)


def _terms(products: list[_Product]) -> tuple[Term, ...]:
    return tuple(product.term for product in products)


def _places(products: list[_Product]) -> _Placed:
    return tuple(place for product in products for place in product.places)


def _remark(pieces: list[Token]) -> str:
    return "、".join(filter(None, (piece[1:-1].strip() for piece in pieces)))


def _label(token: Token) -> str:
    if token.type != "LABEL":
        return token[:-1].strip()
    label = token.strip()
    if is_money(label):
        raise MisreadError(
            _at(token), f"「{label}」は単位なので、「20,845円」のように数字の後に書いてください。"
        )
    return label


def _is_result(products: list[_Product]) -> bool:
    """Whether what stands after 「=」 is a result: an amount, with no words before it but 計 and the like."""
    return is_amount(_terms(products)) and products[0].term.label in _WORDS_BEFORE_RESULTS


def _printed(product: _Product, sign: Token) -> Printed:
    factor = product.term.factors[0]
    number = factor.atom
    assert isinstance(number, Number)
    if product.term.negative:
        number = number.negated
    return Printed(number, sign.type == "NEARLY", factor.remark)


def _unit(token: Token, text: str) -> str:
    unit = units.canonical(text)
    if unit is None:
        raise MisreadError(
            _at(token),
            f"「{text.strip()}」は単位として読めません。円、千円、百万円か、人・月・回のような数え方を書いてください。"
            "千や百は数字で書きます（3千人は3,000人）。",
        )
    return unit
