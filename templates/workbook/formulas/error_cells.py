"""How wrong Excel can be: an arithmetic formula worked out exactly, with a bound of the binary error on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from model.values.amount import RoundingMode, round_exact

MOST_DIGITS: Final = 15  # that Excel keeps of a number
_PIECES = re.compile(r"[0-9]+(?:\.[0-9]+)?|[-+*/%(),]|ROUND(?:UP|DOWN)?")
_MODES: Final[Mapping[str, RoundingMode]] = {"ROUNDDOWN": "down", "ROUNDUP": "up", "ROUND": "half_up"}
_BITS: Final = 53  # of a double
_LARGEST: Final = 10**100  # far within a double, far beyond any budget
_UNIT: Final = Fraction(1, 2**52)  # of the last bit, doubled for what each step of Excel may do


class FormulaValue(NamedTuple):
    """What a formula gives.

    Attributes:
        value: exactly.
        error: by how much Excel's own value may differ at most; None where no bound is known.
    """

    value: Fraction
    error: Fraction | None


def formula_value(body: str) -> FormulaValue:
    """Work out a formula of numbers, + - * / %, brackets and the functions that round.

    >>> formula_value("20845*11/1000").value
    Fraction(45859, 200)
    """
    return _Reader(_PIECES.findall(body)).sum()


class _Reader:
    """Reads a formula from left to right; one method for each strength of a sign."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = [*pieces, ""]
        self._at = 0

    def _take(self, marks: str) -> str:
        piece = self._pieces[self._at]
        if not piece or piece not in marks:
            return ""
        self._at += 1
        return piece

    def sum(self) -> FormulaValue:
        """Products that are added and taken away."""
        total = self._product()
        while sign := self._take("+-"):
            right = self._product()
            value = total.value + right.value if sign == "+" else total.value - right.value
            total = _stepped(value, _plus(total.error, right.error))
        return total

    def _product(self) -> FormulaValue:
        total = self._operand()
        while sign := self._take("*/"):
            right = self._operand()
            if sign == "/":
                right = _inverse(right)
            if total.error is None or right.error is None:
                error = None
            else:
                error = (
                    abs(total.value) * right.error
                    + abs(right.value) * total.error
                    + total.error * right.error
                )
            total = _stepped(total.value * right.value, error)
        return total

    def _operand(self) -> FormulaValue:
        if self._take("-"):
            inner = self._operand()
            return FormulaValue(-inner.value, inner.error)
        if self._take("("):
            inner = self.sum()
            self._take(")")
        elif self._pieces[self._at] in _MODES:
            inner = self._rounded()
        else:
            inner = _stepped(Fraction(self._pieces[self._at]), Fraction(0))
            self._at += 1
        while self._take("%"):
            inner = _stepped(inner.value / 100, None if inner.error is None else inner.error / 100)
        return inner

    def _rounded(self) -> FormulaValue:
        """ROUND, ROUNDUP or ROUNDDOWN of a formula to digits after the point."""
        mode = _MODES[self._pieces[self._at]]
        self._at += 2
        inner = self.sum()
        self._take(",")
        digits = int(self._operand().value)
        self._take(")")
        return _round(inner, mode, digits)


def _round(inner: FormulaValue, mode: RoundingMode, digits: int) -> FormulaValue:
    """A value after rounding: what either end of its error rounds to is how wrong it can be."""
    step = Fraction(10) ** -digits
    value = round_exact(inner.value / step, mode) * step
    if inner.error is None or abs(inner.value) * 10 ** max(digits, 0) >= 10**MOST_DIGITS:
        return FormulaValue(value, None)
    if not inner.error and inner.value == value:
        return inner
    error = inner.error + abs(inner.value) / 2**50  # the function may be off by a last bit as well
    ends = [round_exact(end / step, mode) * step for end in (inner.value - error, inner.value + error)]
    return _stepped(value, max(abs(end - value) for end in ends))


def _inverse(right: FormulaValue) -> FormulaValue:
    """One over a number. The division itself is one step, counted with the product."""
    error = right.error
    if error is not None and error:
        least = abs(right.value) - error
        error = error / (abs(right.value) * least) if least > 0 else None
    return FormulaValue(1 / right.value, error)


def _plus(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left + right


def _stepped(value: Fraction, error: Fraction | None) -> FormulaValue:
    """A value after one step of Excel's arithmetic: exact as long as a double can hold it and all before was."""
    if error is None or abs(value) > _LARGEST:
        return FormulaValue(value, None)
    if not error and _is_held(value):
        return FormulaValue(value, error)
    return FormulaValue(value, _upwards(error + abs(value) * _UNIT))


def _is_held(value: Fraction) -> bool:
    denominator = value.denominator
    return not denominator & (denominator - 1) and abs(value.numerator).bit_length() <= _BITS


def _upwards(error: Fraction) -> Fraction:
    """The bound with a short denominator, rounded up: exact bounds would grow with every step."""
    return Fraction(-(-error.numerator * 2**200 // error.denominator), 2**200)
