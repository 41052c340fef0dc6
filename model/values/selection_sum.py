"""The figures of several selected cells: how many there are, their sum, their average."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from model.values.amount import format_amount, round_exact

Number: TypeAlias = int | Decimal
"""An amount is an ``int`` of 千円, a count of people a ``Decimal``; one is never added to the other."""


class SelectionSum(NamedTuple):
    """What selected cells come to.

    Attributes:
        figures: how many they hold.
        total: their sum with its unit, as the sheet prints it.
        average: their average, in the same unit.
    """

    figures: int
    total: str
    average: str


def selection_sum(numbers: Iterable[Number], minus: str, count_unit: str = "人") -> SelectionSum | None:
    """What cells come to: 3 figures, 12,345千円, 4,115 on average; of amounts and people, the amounts. None without figures.

    ``count_unit`` is the unit of what is no amount.
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
        average = _rounded(Fraction(total, len(amounts)), 1, minus)
        return SelectionSum(len(amounts), f"{format_amount(total, minus)}千円", average)
    if counts:
        people = sum(counts, Decimal())
        average = _rounded(Fraction(people) / len(counts), 2, minus)
        return SelectionSum(len(counts), f"{people:,f}{count_unit}", average)
    return None


def _rounded(value: Fraction, decimals: int, minus: str) -> str:
    """To so many decimals, as Excel's status bar shows an average; none for a whole one."""
    scaled = round_exact(value * 10**decimals, "half_up")
    digits = f"{abs(Decimal(scaled).scaleb(-decimals)):,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f"{minus if scaled < 0 else ''}{digits}"
