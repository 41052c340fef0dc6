"""Tell a calculation from an amount and from words while it is typed: a few regular expressions, no parser."""

from __future__ import annotations

from typing import Final

from model.basis.reading import LONGEST, parse
from model.basis.terms import Basis, Name, every_factor
from model.values import amount
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_OPERAND_BEFORE = r"[0-9A-Za-zぁ-ゖァ-ヺ一-鿿㎀-㏟)」]"
_OPERAND_AFTER = r"[0-9A-Za-zぁ-ゖァ-ヺ一-鿿(@¥「]"
_ARITHMETIC = lazy_pattern(
    r"[0-9]\s*[%割]"
    r"|@\s*¥?[0-9]"
    r"|(?m:^(?=.*[0-9]).*[=≒≈])"
    rf"|{_OPERAND_BEFORE}\s*[×✕✖*÷]\s*[△−-]?{_OPERAND_AFTER}"
    r"|[0-9円)」]\s*[xX]\s*[0-9@(]|[0-9]\s*[^\sx0-9]{1,4}\s*[xX]\s*[0-9@(]"
    r"|(?:[0-9円)」]|[0-9][^\s+/-]{1,4})\s*[+/−△▲-]\s*[△−]?[0-9(@¥]"
    r"|[0-9円)]\s*[+]\s*[ぁ-ゖァ-ヺ一-鿿「]"
    r"|[0-9]\s*(?:千|万|百万|億)?円\s*\([^()]*税[^()]*\)"
)
_BETWEEN_NAMES = lazy_pattern(rf"{_OPERAND_BEFORE}\s*[×✕✖*÷+]\s*{_OPERAND_AFTER}")
# 「10/1」, 「2019-10-01」: a day of the calendar, 「4/1～」. Divided numbers that look like one need 「=」 before them.
_DAY = lazy_pattern(
    r"(?<![0-9.,/-])(?:(?:19|20)[0-9]{2}[/-](?:1[0-2]|0?[1-9])(?:[/-](?:3[01]|[12][0-9]|0?[1-9]))?"
    r"|(?:1[0-2]|0?[1-9])/(?:3[01]|[12][0-9]|0?[1-9]))(?![0-9.,/-])"
)
# 「0857-26-7051」, 「680-8570」, 「2-1-3」, 「3-5」: digits with strokes that come to less than nothing count and number.
_NUMBERED = lazy_pattern(r"[0-9]+(?:\s*[-−‐–]\s*[0-9]+)+")
_NUMBERS = lazy_pattern(r"[0-9]+")
_MONEY_ALONE = lazy_pattern(
    r"\(?\s*+[-−△▲‐–+]?\s*+(?:¥\s*+[0-9,]++(?:\.[0-9]++)?\s*+円?|[0-9,]++(?:\.[0-9]++)?\s*+(?:千|万|百万|億)?円)\s*+\)?"
)
_DIGIT: Final = lazy_pattern(r"[0-9]")


def looks_like_basis(text: str) -> bool:
    """Whether what stands in an amount cell is meant as a calculation.

    It is asked at every key: only words joined by a sign, without a single digit, are read by the grammar.

    >>> looks_like_basis("20,845円×11か月"), looks_like_basis("46,296,354円"), looks_like_basis("1,234千円")
    (True, True, False)
    """
    plain = half_width(text[:LONGEST]).strip()
    if plain.startswith("="):
        return True
    if not isinstance(amount.parse(plain), str):
        return False
    if _DIGIT.search(plain):
        if _MONEY_ALONE.fullmatch(plain):
            return True
        return not _is_numbering(plain) and bool(_ARITHMETIC.search(_DAY.sub("日", plain)))
    if not _BETWEEN_NAMES.search(plain):
        return False
    basis = parse(text)
    return isinstance(basis, Basis) and any(
        isinstance(term.factors[position].atom, Name) for term, position in every_factor(basis.terms)
    )


def _is_numbering(plain: str) -> bool:
    """Whether digits joined by strokes are a telephone number, a post code, an item or a range."""
    if not _NUMBERED.fullmatch(plain):
        return False
    numbers = _NUMBERS.findall(plain)
    first, *others = map(int, numbers)
    return first < sum(others) or any(len(number) > 1 and number[0] == "0" for number in numbers)
