"""Amounts of money in 千円 as a writer types them, and their printed form.

An amount is an ``int`` (千円), ``None`` (blank, which is not 0), or the ``str`` that was typed where it could not be
read: unreadable text is kept, shown and reported, never taken for a number. Never a float.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Final, Literal, NamedTuple, TypeAlias

from msgspec import Meta

from model.values.pattern import lazy_pattern

# 千円: Excel keeps 15 digits; thirteen stay exact also when multiplied to 円 and summed
MAX_DIGITS: Final = 13
LARGEST_AMOUNT: Final = 10**MAX_DIGITS - 1
"""千円; what is larger, on either side of 0, is kept as text at every door."""

Amount: TypeAlias = Annotated[int, Meta(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)] | str | None
"""千円, of at most 13 digits; text that could not be read, as typed; None for blank."""

RoundingMode: TypeAlias = Literal["down", "up", "half_up"]
"""切捨て (toward zero), 切上げ (away from zero), 四捨五入 (halves away from zero)."""

ROUNDING_WORDS: Final[Mapping[RoundingMode, str]] = {"down": "切捨て", "up": "切上げ", "half_up": "四捨五入"}

_UNITS_IN_YEN: Final[Mapping[str, int]] = {
    "": 1_000,  # a bare number is in the sheet's unit
    "円": 1,
    "千円": 1_000,
    "万円": 10_000,
    "百万円": 1_000_000,
    "億円": 100_000_000,
}
UNITS: Final = frozenset(_UNITS_IN_YEN)
"""The units in which an amount may be written; "" where none is."""
_LONGEST = 60  # characters of an amount with its signs and unit; what is longer is text
_MILLION: Final = 1_000_000
_MINUS = "-−△▲‐–"
SENTENCE_MINUS: Final = "△"
"""The mark of a negative figure in a sentence; a table or a page has the one of its Standard."""
_NUMBER = lazy_pattern(r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<decimals>[0-9]+))?")
_TYPED = lazy_pattern(
    rf"(?P<open>\()?\s*+(?P<sign>[{_MINUS}+])?\s*+(?P<yen>¥)?\s*+(?P<number>{_NUMBER.pattern})"
    r"\s*+(?P<unit>千円|百万円|万円|億円|円)?\s*+(?P<close>\))?\s*+(?P<unit_after>千円|円)?"
)

_SEVERAL = lazy_pattern(
    rf"(?P<sign>[{_MINUS}])?(?P<hundred_millions>[0-9]{{1,5}})億(?P<ten_thousands>[0-9]{{1,4}}|[0-9],[0-9]{{3}})万円"
)

# Full-width forms only. NFKC would go further and read the footnote 「5²」 as 52 and 「⑴」 as (1).
_HALF_WIDTH: Final[Mapping[int, int | str]] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xFFE5: "¥",
}
_FULL_WIDTH = lazy_pattern("[\uff01-\uff5e\u3000\uffe5]+")


Exact: TypeAlias = int | Fraction
"""An exact number; an ``int`` where it is whole, which is added much faster."""


class Written(NamedTuple):
    """An amount as it is written: the exact number, and its unit (円, 千円 …), "" where none is written beside it."""

    number: Exact
    unit: str


def kept(number: int) -> Amount:
    """A number as an amount that stays one in a file: text where it is larger than an amount may be."""
    return number if abs(number) <= LARGEST_AMOUNT else str(number)


def number_of(amount: Amount) -> int | None:
    """A typed amount as a number, 千円; None for a blank and for what cannot be read."""
    return amount if isinstance(amount, int) else None


def half_width(text: str) -> str:
    """Text with its full-width letters, digits and signs in their plain form."""
    if text.isascii():
        return text
    # Runs alone: to translate each character of a Japanese paragraph, nearly all of which stay, takes three times as long.
    return _FULL_WIDTH.sub(lambda run: run[0].translate(_HALF_WIDTH), text)


def parse(text: str, *, brackets_mean_previous_year: bool = False) -> Amount:
    """Read an amount of 千円 as people write it.

    Full-width digits, commas in threes, the signs △ ▲ - and brackets, and a unit (円, 千円, 万円, 百万円, 億円; 億 before
    万円) are understood. An amount that is not whole 千円 cannot stand in a 千円 cell and is returned as typed.

    Args:
        text: what was typed or pasted.
        brackets_mean_previous_year: in the column of the previous year 「(16,943)」 is that year's figure, as the
            published sheet prints it; elsewhere it is Excel's negative number.

    Returns:
        千円, or None for blank, or the text itself (stripped) when it is no amount.

    >>> parse("１，２３４千円"), parse("△5"), parse("約3百")
    (1234, -5, '約3百')
    """
    typed = text.strip()
    if not typed:
        return None
    written = parse_written(typed, brackets_mean_previous_year=brackets_mean_previous_year)
    amount = in_thousands(written) if written is not None else None
    return typed if amount is None else amount


def parse_written(text: str, *, brackets_mean_previous_year: bool = False) -> Written | None:
    """Read an amount as it is written, exact and in its own unit; None where it is none."""
    plain = half_width(text.strip())
    if len(plain) > _LONGEST:
        return None
    if several := _SEVERAL.fullmatch(plain):  # 「2億3,000万円」
        ten_thousands = int(f"{several['hundred_millions']}0000") + int(
            several["ten_thousands"].replace(",", "")
        )
        return Written(-ten_thousands if several["sign"] else ten_thousands, "万円")
    match = _TYPED.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    if match["unit"] and match["unit_after"]:
        return None
    unit = match["unit"] or match["unit_after"] or ("円" if match["yen"] else "")
    digits = match["whole"].replace(",", "")
    decimals = match["decimals"] or ""
    if len(digits) > MAX_DIGITS + 3 or len(decimals) > MAX_DIGITS:
        return None
    number: Exact = exact(Fraction(f"{digits}.{decimals}")) if decimals else int(digits)
    negative = match["sign"] is not None and match["sign"] in _MINUS
    if match["open"] and not brackets_mean_previous_year:
        negative = True
    return Written(-number if negative else number, unit)


def is_too_large(text: str) -> bool:
    """Whether a text is an amount of more than 13 digits in 千円.

    >>> is_too_large("12,345,678,901,234"), is_too_large("5円"), is_too_large("約3百")
    (True, False, False)
    """
    written = parse_written(text)
    if written is not None:
        return in_thousands(written) is None and abs(int(in_yen(written))) > LARGEST_AMOUNT * 1_000
    match = _TYPED.fullmatch(half_width(text.strip()))  # one that is longer than what is read
    return match is not None and len(match["whole"].replace(",", "").lstrip("0")) > MAX_DIGITS


def exact(number: Exact) -> Exact:
    """A number, as an ``int`` where it is whole."""
    return int(number) if isinstance(number, Fraction) and number.denominator == 1 else number


def in_yen(written: Written, unit: str = "") -> Exact:
    """A written amount in 円, exact.

    ``unit`` is that of one that is written without; "" for 千円.
    """
    return exact(written.number * _UNITS_IN_YEN[written.unit or unit])


def in_thousands(written: Written, unit: str = "") -> int | None:
    """A written amount in 千円; None where it is not whole in 千円 or has too many digits.

    ``unit`` is that of one that is written without; "" for 千円.
    """
    yen = in_yen(written, unit)
    thousands, rest = divmod(yen, 1_000)
    return int(thousands) if not rest and abs(thousands) <= LARGEST_AMOUNT else None


def format_amount(amount: Amount, minus: str = SENTENCE_MINUS) -> str:
    """Print an amount with commas: 124,767; blank for None; unreadable text as typed.

    A negative figure has another mark in tables and pages, as the Standard has it.
    """
    if amount is None:
        return ""
    if isinstance(amount, str):
        return amount
    return f"{minus if amount < 0 else ''}{abs(amount):,}"


def format_change(by: int | None, minus: str = SENTENCE_MINUS) -> str:
    """By how much an amount went up, with its sign: 「+7」, 「△767」, 「0」; "" for None."""
    return f"{'+' if by is not None and by > 0 else ''}{format_amount(by, minus)}"


def format_percent(percent: Decimal | None, minus: str = SENTENCE_MINUS) -> str:
    """Print a change in percent: 「5.9」, 「△100.0」; blank for None."""
    if percent is None:
        return ""
    return f"{minus if percent < 0 else ''}{abs(percent):,.1f}"


def change_percent(amount: int | None, previous: int | None) -> Decimal | None:
    """The change from the previous year in percent of it, half up to one decimal; None where that is blank or 0."""
    if amount is None or not previous:
        return None
    return Decimal(round_exact(Fraction((amount - previous) * 1000, abs(previous)), "half_up")) / 10


def format_exact(value: Fraction, minus: str = SENTENCE_MINUS) -> str:
    """Print an exact figure with its decimals, six at most: 229.295; 「…」 where it has more (63,748.555555…)."""
    scaled = abs(value) * _MILLION
    whole, decimals = divmod(scaled.numerator // scaled.denominator, _MILLION)
    digits = f"{decimals:06d}" + ("…" if scaled.denominator != 1 else "")
    digits = digits if digits.endswith("…") else digits.rstrip("0")
    return f"{minus if value < 0 else ''}{whole:,}{'.' if digits else ''}{digits}"


def round_exact(value: Fraction, mode: RoundingMode) -> int:
    """Round an exact value to a whole one by a named rule (rules.md B3)."""
    magnitude = abs(value)
    whole = magnitude.numerator // magnitude.denominator
    rest = magnitude - whole
    if (mode == "up" and rest) or (mode == "half_up" and rest >= Fraction(1, 2)):
        whole += 1
    return -whole if value < 0 else whole
