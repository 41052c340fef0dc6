"""Numbers of any unit as a writer types them: exact, with decimals, in half or full width."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_LONGEST: Final = 40  # characters with spaces; what is longer is text
_MINUS: Final = "-−△▲‐–"
_NUMBER: Final = lazy_pattern(rf"(?P<sign>[{_MINUS}])?\s*+(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,15}})(?P<decimals>\.[0-9]{{1,8}})?")  # fmt: skip
_NOTHING: Final = frozenset(("", "-", "−", "－", "ー", "―", "—", "‐", "–", "…"))


def parse_number(text: str, unit: str = "") -> Decimal | None:
    """Read 「1,234.5」, 「△３」, 「12km」 of the unit km; None for what is no number."""
    plain = half_width(text).strip()
    plain = plain.removesuffix(half_width(unit).strip()).rstrip() if unit else plain
    match = _NUMBER.fullmatch(plain) if len(plain) <= _LONGEST else None
    if match is None:
        return None
    number = Decimal(match["digits"].replace(",", "") + (match["decimals"] or ""))
    return -number if match["sign"] else number


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no number: blank, or a dash alone."""
    return text.strip() in _NOTHING


def format_number(number: Decimal, minus: str = "-") -> str:
    """Print a number with commas and the decimals that it has."""
    return f"{minus}{-number:,f}" if number < 0 else f"{number:,f}"
