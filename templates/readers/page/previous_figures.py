"""A cell of a cost table with one or both years' figures, in the forms of the published pages (forms.md section 5)."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from model.values.amount import half_width, parse
from model.values.fiscal_year import ERA_YEAR, NUMBER
from templates.readers.tables.columns.units import MONEY

_NUMBER: Final = r"[-−△▲+]?\s*+\d[\d,]*+(?:\.\d++)?"
_UNIT: Final = f"(?:{MONEY})"
_YEAR: Final = (
    rf"(?:前年度?|昨年度?|(?:{ERA_YEAR}|{NUMBER})(?:年度)?(?=\D))?\s*+(?:当初)?(?:予算)?額?\s*+[:：]?"
)
_ABOVE: Final = re.compile(
    rf"\(\s*+(?P<previous>{_NUMBER})\s*+(?P<punit>{_UNIT})?\s*+\)"
    rf"(?:(?=[^\S\n]*\n)\s*+(?P<amount>{_NUMBER})\s*+(?P<unit>{_UNIT})?|\s*+)"
)
_BESIDE: Final = re.compile(
    rf"[\[【]?(?:→|⇒)?\s*+(?P<amount>{_NUMBER})\s*+(?P<unit>{_UNIT})?\s*+"
    rf"\(\s*+{_YEAR}\s*+(?P<previous>{_NUMBER})\s*+(?P<punit>{_UNIT})?\s*+(?:\)\s*+(?P<after>{_UNIT})?)?[\]】]?"
)
_ONE: Final = re.compile(rf"(?P<amount>{_NUMBER})\s*+(?P<unit>{_UNIT})?")
_LAST_YEAR: Final = re.compile(
    rf"\(\s*+前年度?\s*+(?:当初)?(?:予算)?額?\s*+[:：]?\s*+(?P<previous>{_NUMBER})\s*+(?P<punit>{_UNIT})?\s*+\)?"
)
_BOTH_YEARS: Final = re.compile(r"(?<=額)[(（\[]前年度?(?:当初)?(?:予算額?)?[)）\]]")
_UNIT_BEHIND: Final = re.compile(r"(?<=額)(千円|円)\Z")
_QUANTITY: Final = re.compile(
    r"[(\[]?[-−△▲+]?\d[\d,]*(?:\.\d+)?\s*(?:千円|百万円|円|人|名|件|%|g|kg|m|km|ha|t|回|校|団体|箇所|か所|世帯|戸|本|台)?[)\]]?"
)
NONE: Final = frozenset(("", "-", "−", "―", "ー", "–", "(-)", "皆減"))


class Figures(msgspec.Struct, frozen=True):
    """Both years' figures of a cell in 千円; None for blank."""

    previous: int | None = None
    amount: int | None = None


def read_figures(cell: str, unit: str = "千円") -> Figures | None:
    """The figures of a cell, those that name no unit in ``unit``; None where it is no such cell, or an amount is not whole 千円."""
    plain = half_width(cell).strip()
    if plain in NONE:
        return Figures()
    if (match := _matched(plain)) is None:
        return None
    found: dict[str, str | None] = match.groupdict()
    units = [found.get(key) for key in ("unit", "punit", "after")]
    try:
        previous = _thousands(found.get("previous"), units[1] or units[2] or units[0] or unit)
        amount = _thousands(found.get("amount"), units[0] or units[2] or units[1] or unit)
    except ValueError:
        return None
    return Figures(previous, amount)


def plain_heading(text: str) -> str:
    """A heading of both years' figures, 「要求額（前年度）千円」, as one of this year's: 「要求額(千円)」; any other as it is."""
    return _UNIT_BEHIND.sub(r"(\1)", _BOTH_YEARS.sub("", text)) if "額" in text else text


def is_figures(cell: str) -> bool:
    """Whether a cell holds figures of one or both years, or a sign for none."""
    plain = half_width(cell).strip()
    if not plain or len(plain) > 80:
        return False
    return plain in NONE or (any(map(str.isdigit, plain)) and _matched(plain) is not None)


def is_quantity(text: str) -> bool:
    """Whether a text is a figure of money or of things and nothing else."""
    return _QUANTITY.fullmatch(half_width(text)) is not None or is_figures(text)


def _matched(plain: str) -> re.Match[str] | None:
    return (
        _ABOVE.fullmatch(plain)
        or _BESIDE.fullmatch(plain)
        or _LAST_YEAR.fullmatch(plain)
        or _ONE.fullmatch(plain)
    )


def _thousands(number: str | None, unit: str) -> int | None:
    """千円; raises ValueError for what is not whole 千円."""
    if number is None:
        return None
    amount = parse(f"{''.join(number.split())}{unit}")
    if not isinstance(amount, int):
        raise ValueError(number)
    return amount
