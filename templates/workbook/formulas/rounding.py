"""Rounding in live formulas: 「ROUNDUP(ROUND(24900*89/1000,6),0)」, written only where Excel cannot round to another figure.

Both the figure of a line and the results a writer wrote within its calculation are rounded this way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from model.basis.results import result
from model.basis.terms import Printed
from model.values.amount import RoundingMode, round_exact
from templates.workbook.formulas.error_cells import formula_value

_DECIMALS: Final = 6  # of the inner ROUND, which takes away the binary rest of e.g. 0.1*3
_FUNCTIONS: Final[Mapping[RoundingMode, str]] = {"down": "ROUNDDOWN", "up": "ROUNDUP", "half_up": "ROUND"}
_CALL: Final = re.compile(r"ROUND(?:UP|DOWN)?\(")
_TO_WHOLE: Final = re.compile(r",(?:0|-[0-9]+)\)$")


def rounded(body: str, exact: Fraction, mode: RoundingMode) -> str | None:
    """A body rounded to whole 千円 by a named rule.

    Args:
        body: from ``excel_basis.arithmetic``.
        exact: what it comes to, 千円.
        mode: the rule.

    Returns:
        Such as ``ROUNDUP(ROUND(20845*11/1000,6),0)``; the body itself where whole numbers are only added and
        multiplied; None where Excel's 15 digits could give another figure.
    """
    formula_result = formula_value(body)
    if formula_result.value != exact:
        return None
    is_whole = formula_result.error == 0 and exact.denominator == 1
    if is_whole and not any(mark in _unrounded(body) for mark in "./%"):
        return body
    text = _call(body, mode, 0)
    rounded_value = formula_value(text)
    return text if rounded_value.value == round_exact(exact, mode) and rounded_value.error == 0 else None


def as_written(body: str, printed: Printed) -> str | None:
    """A body rounded as the writer rounded the result written for it.

    Returns:
        The body itself where the result is exact; else such as ``ROUNDDOWN(ROUND(2063*0.25,6),0)``, with the digits of
        the written figure (229,295円 has 3, 970.0百万円 −2); None where no one rounding gives it for certain.
    """
    found = result("", formula_value(body).value, printed)
    if found.approximate or found.rounding is None:
        return None
    if found.rounding == "exact":
        return body
    digits = _digits(found.step)
    if digits is None:
        return None
    text = _call(body, found.rounding, digits)
    formula_result = formula_value(text)
    return text if formula_result.value == found.printed and formula_result.error is not None else None


def _call(body: str, mode: RoundingMode, digits: int) -> str:
    return f"{_FUNCTIONS[mode]}(ROUND({body},{_DECIMALS}),{digits})"


def _digits(step: Fraction) -> int | None:
    """The digits after the point to which a step of 千円 rounds: 3 for 1/1000, −2 for 100."""
    return next((digits for digits in range(-12, _DECIMALS) if step * Fraction(10) ** digits == 1), None)


def _unrounded(body: str) -> str:
    """A body without the calls in it that round to whole 千円."""
    rest = ""
    while call := _CALL.search(body):
        end, depth = call.end(), 1
        while depth:
            depth += (body[end] == "(") - (body[end] == ")")
            end += 1
        whole = _TO_WHOLE.search(body, call.start(), end)
        rest += body[: call.start() if whole else end]
        body = body[end:]
    return rest + body
