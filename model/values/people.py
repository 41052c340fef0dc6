"""Headcount (人役) as typed: a count of people with decimals, where blank and 0.0 are different things."""

from __future__ import annotations

from decimal import Decimal

from model.values.amount import half_width
from model.values.pattern import lazy_pattern

UNIT = "人"
"""Alone in a cell it is an empty one: published sheets print it so."""
_COUNT = lazy_pattern(r"([0-9]{1,5}(?:\.[0-9]{1,4})?)\s*人?")


def parse(text: str) -> Decimal | None:
    """Read 「1.9」, 「１．９人」; None when blank or not a count (a count is never negative)."""
    match = _COUNT.fullmatch(half_width(text).strip())
    return Decimal(match[1]) if match else None


def clean(text: str) -> str:
    """The typed text in its stored form: 「１．９人」 is kept as 「1.9」, 「人」 as blank, what cannot be read as typed."""
    count = parse(text)
    if count is not None:
        return str(count)
    return "" if is_blank(text) else text.strip()


def is_blank(text: str) -> bool:
    """Whether a text holds no count; the unit alone is none."""
    return text.strip() in ("", UNIT)


def is_unreadable(text: str) -> bool:
    """Whether something was typed that is not a count of people."""
    return not is_blank(text) and parse(text) is None


def format_people(text: str, decimals: int) -> str:
    """Print a count with the sheet's decimals: 「1.9」; more typed decimals are shown, never hidden."""
    count = parse(text)
    if count is None:
        return text
    exponent = count.as_tuple().exponent
    shown = max(decimals, -exponent if isinstance(exponent, int) else 0)
    return f"{count:.{shown}f}"
