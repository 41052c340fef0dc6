"""The columns of a cost table that are calculated from its years, 増減 and 増減率, known by arithmetic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from model.request.columns import COST_COLUMNS, LineField
from model.values.amount import Amount, half_width, parse
from model.values.exact_number import is_nothing

ScreenColumn: TypeAlias = LineField | None
"""What a column of the cost table holds as it stands on the screen; None for one that is calculated."""

_CALCULATED: Final = tuple(column.label for column in COST_COLUMNS if not column.fields)
# of few digits: 「1e999999999」 is a number, too, and would be worked out to the last
_RATE: Final = re.compile(r"(?P<sign>[-△▲−]?)\s*(?P<figure>[0-9][0-9,]{0,19}(?:\.[0-9]{1,19})?)")
_NO_RATE: Final = re.compile(r"[-―－‐ー—–0.]*|皆増|皆減")


def names_of_calculated(screen: Sequence[ScreenColumn]) -> dict[int, str]:
    """What the calculated columns are called, by their place; the last of them is the rate."""
    calculated = [index for index, field in enumerate(screen) if field is None]
    return dict(zip(reversed(calculated), reversed(_CALCULATED), strict=False))


def is_change(cell: str, previous: Amount, amount: Amount) -> bool:
    """Whether a cell is 要求−前年, 千円; a blank one is where there is nothing to subtract."""
    if isinstance(previous, str) or isinstance(amount, str) or previous is amount is None:
        return not cell.strip()
    change = (amount or 0) - (previous or 0)
    return parse(cell) == change or (change == 0 and is_nothing(cell))


def is_rate(cell: str, previous: Amount, amount: Amount) -> bool:
    """Whether a cell is the change in percent, as a share of 1, or the percentage of the previous year.

    It may be cut off or rounded up; a single digit alone is rounded, for it would be near too many rates.
    """
    text = half_width(cell).strip().rstrip("%").strip()
    if isinstance(previous, str) or isinstance(amount, str) or not previous:
        return _NO_RATE.fullmatch(text) is not None
    exact = Fraction(((amount or 0) - previous) * 100, abs(previous))
    rate = _RATE.fullmatch(text)
    if rate is None:
        return exact == 0 and is_nothing(text)
    number = Decimal(("-" if rate["sign"] else "") + rate["figure"].replace(",", ""))
    is_digit = len(text) == 1 and "%" not in half_width(cell)
    off = Fraction(1, 2) if is_digit else Fraction(1, 10 ** max(0, -int(number.as_tuple().exponent)))
    return any(abs(Fraction(number) - rate) < off for rate in (exact, exact / 100, exact + 100))
