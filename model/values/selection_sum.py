"""What there is to say of several selected cells at once: how many figures, their sum, their average."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from model.values.amount import format_amount, round_exact

Number: TypeAlias = int | Decimal
"""An amount is an ``int`` of 千円, a count of people a ``Decimal``; one is never added to the other."""


def sum_words(numbers: Iterable[Number], minus: str, count_unit: str = "人") -> str:
    """「データの個数 3　合計 12,345千円　平均 4,115」; among amounts, counts of people are left out.

    Args:
        numbers: the figures of the selected cells.
        minus: the mark of a negative figure.
        count_unit: the unit of what is no amount.
    """
    amounts: list[int] = []
    counts: list[Decimal] = []
    for number in numbers:
        if isinstance(number, int):
            amounts.append(number)
        else:
            counts.append(number)
    if amounts:
        total = sum(amounts)
        words = f"{format_amount(total, minus)}千円"
        return _words(len(amounts), words, _rounded(Fraction(total, len(amounts)), 1, minus))
    if counts:
        people = sum(counts, Decimal())
        return _words(
            len(counts), f"{people:,f}{count_unit}", _rounded(Fraction(people) / len(counts), 2, minus)
        )
    return ""


def _words(count: int, total: str, average: str) -> str:
    return f"データの個数 {count:,}　合計 {total}　平均 {average}"


def _rounded(value: Fraction, decimals: int, minus: str) -> str:
    """To so many decimals, as Excel's status bar shows an average; none for a whole one."""
    scaled = round_exact(value * 10**decimals, "half_up")
    digits = f"{abs(Decimal(scaled).scaleb(-decimals)):,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f"{minus if scaled < 0 else ''}{digits}"
