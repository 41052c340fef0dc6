"""The one printed form of a basis, as the published pages write it: 20,845円×11か月＝230千円."""

from __future__ import annotations

from fractions import Fraction

from model.basis.reading import piece_pattern
from model.basis.terms import Basis, Factor, Group, Item, Name, Number, Printed, Statement, Term, is_amount
from model.values.amount import SENTENCE_MINUS


def print_basis(basis: Basis) -> str:
    """Print a basis, each statement on its line; read again it is the same basis."""
    return "\n".join(map(_print_statement, basis.statements))


def print_terms(terms: tuple[Term, ...], follows: bool = False) -> str:
    """Print a sum: 31千円＋34千円; with its sign in front when it follows another."""
    return "".join([_print_term(term, follows or position > 0) for position, term in enumerate(terms)])


def print_items(items: tuple[Item, ...]) -> str:
    """Print what a line adds up, without the results written for it."""
    return "".join([print_terms(item.terms, follows=position > 0) for position, item in enumerate(items)])


def print_number(number: Number) -> str:
    """Print a figure with its unit: @8,000千円, 80%, 2割5分, 2,000(m3/日)."""
    unit = number.unit
    sign = SENTENCE_MINUS if number.value < 0 else ""
    value = abs(number.value)
    if unit == "割" and not number.zeros and value.denominator in (2, 5, 10):
        whole, tenths = divmod(value.numerator * 10 // value.denominator, 10)
        return f"{sign}{'@' if number.each else ''}{whole:,}割{tenths}分"
    digits = _print_digits(value, number.zeros)
    return f"{sign}{'@' if number.each else ''}{digits}{f'({unit})' if '/' in unit else unit}"


def _print_digits(value: Fraction, zeros: int) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}" + (f".{'0' * zeros}" if zeros else "")
    decimals = 1
    while 10**decimals % value.denominator:
        decimals += 1
        if decimals > 30:
            return f"{value.numerator:,}/{value.denominator:,}"
    whole, rest = divmod(value.numerator * 10**decimals // value.denominator, 10**decimals)
    return f"{whole:,}.{rest:0{decimals}}{'0' * zeros}"


def is_fraction(above: Factor, below: Factor) -> bool:
    """Whether two operands are bare numbers that are written as a fraction: 1/2, 142.53/1000, 145/100, 110/108."""
    if not below.divides or above.divides:
        return False
    numerator, denominator = above.atom, below.atom
    if not isinstance(numerator, Number) or not isinstance(denominator, Number):
        return False
    if numerator.unit or denominator.unit:
        return False
    if 100 < denominator.value < numerator.value < 200:  # from one rate of tax to another
        return True
    return numerator.value <= denominator.value or denominator.value in (10, 100, 1_000, 10_000)


def _print_statement(statement: Statement) -> str:
    items, label, total = statement.items, statement.label, statement.total
    text = "".join([_print_item(item, position > 0) for position, item in enumerate(items)])
    if total is None:
        return f"{label}：{text}" if label else text
    if is_amount(items[0].terms) and not items[0].terms[0].label:  # before it, a total would be its result
        text += _print_result(total)
        return f"{label}：{text}" if label else text
    result = _print_result(total)
    before = f"{result[1:]}{result[0]}{text}"
    if not label:
        return before
    return f"{label} {before}" if _stands_before_number(label) else f"{label}：{before}"


def _print_item(item: Item, follows: bool) -> str:
    first = item.terms[0]
    if item.printed is None:
        return print_terms(item.terms, follows)
    if len(item.terms) == len(first.factors) == 1 and isinstance(first.factors[0].atom, Name):
        text = _print_term(first, follows, quoted=True)  # 「普通旅費＝20千円」 would be read as a label
    else:
        text = print_terms(item.terms, follows)
    return text + _print_result(item.printed)


def _print_result(printed: Printed) -> str:
    remark = f"({printed.remark})" if printed.remark else ""
    return f"{'≒' if printed.approximate else '＝'}{print_number(printed.number)}{remark}"


def _print_term(term: Term, follows: bool, quoted: bool = False) -> str:
    sign = ("－" if term.negative else "＋") if follows else SENTENCE_MINUS if term.negative else ""
    label = term.label
    if label:
        before_number = isinstance(term.factors[0].atom, Number) and _stands_before_number(label)
        label += " " if before_number else "："
    before = term.factors[0]
    text = sign + label + _print_factor(before, quoted)
    for factor in term.factors[1:]:
        if not factor.divides:
            text += "×" + _print_factor(factor)
        elif is_fraction(before, factor):
            text += "/" + _print_factor(factor, plain=True)  # 142.53/1000 on every published page
        else:
            text += "÷" + _print_factor(factor)
        before = factor
    return text


def _print_factor(factor: Factor, quoted: bool = False, plain: bool = False) -> str:
    atom = factor.atom
    if isinstance(atom, Number):
        text = print_number(atom)
        if plain:
            text = text.replace(",", "")
    elif isinstance(atom, Group):
        text = f"({print_terms(atom.terms)})"
    elif quoted or not _is_plain_name(atom.name) or any(sign in factor.remark for sign in "+×✕*÷"):
        text = f"「{atom.name}」"
    else:
        text = atom.name
    return f"{text}({factor.remark})" if factor.remark else text


def _stands_before_number(label: str) -> bool:
    """Whether a label is read before a number without a colon: 月額, but not R8分."""
    match = piece_pattern("LABEL").match(label + " 1")
    return match is not None and match[0].strip() == label


def _is_plain_name(name: str) -> bool:
    """Whether a name is read without 「」."""
    return piece_pattern("NAME").fullmatch(name) is not None
