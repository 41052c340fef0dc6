"""A calculation (積算) worked out by the tests' own hand: products and sums of products, nothing more."""

from __future__ import annotations

import math
import re
from fractions import Fraction

_UNITS = {"円": Fraction(1, 1000), "千円": Fraction(1), "百万円": Fraction(1000)}
_FACTOR = re.compile(r"([\d,]+(?:\.\d+)?)(?:/([\d,]+))?\s*(%|百万円|千円|円)?[^\d+×＋＝=]*")
_RESULT = re.compile(r"([\d,]+)千円")


def value(expression: str) -> Fraction | None:
    """A sum of products in 千円; None where it is written otherwise or names no money."""
    whole, money = Fraction(0), False
    for term in re.split(r"[+＋]", expression):
        product = Fraction(1)
        has_unit = False
        for text in term.split("×"):
            found = _FACTOR.fullmatch(text.strip())
            if found is None:
                return None
            product *= Fraction(found[1].replace(",", "")) / Fraction((found[2] or "1").replace(",", ""))
            if found[3] == "%":
                product /= 100
            elif found[3]:
                product *= _UNITS[found[3]]
                has_unit = True
        money = money or has_unit
        whole += product
    return whole if money else None


def amount(basis: str) -> int | None:
    """What a calculation of one line brings: its written result, else its value raised to 千円."""
    if "\n" in basis:
        return None
    expression, *results = re.split(r"[=＝]", basis)
    if results:
        found = _RESULT.fullmatch(results[-1].strip())
        return int(found[1].replace(",", "")) if found else None
    exact = value(expression)
    return None if exact is None else math.ceil(exact)


def results_are_right(basis: str) -> bool | None:
    """Whether the written result is the value, raised, cut off or rounded; None where nothing is written."""
    expression, *results = re.split(r"[=＝]", basis)
    exact = value(expression)
    if len(results) != 1 or exact is None:
        return None
    found = _RESULT.fullmatch(results[0].strip())
    return None if found is None else int(found[1].replace(",", "")) in (math.floor(exact), math.ceil(exact))
