"""Units of a basis: money, rates and counts, each in one form whatever way it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from model.values.pattern import lazy_pattern

MONEY: Final[Mapping[str, Fraction]] = {
    "円": Fraction(1, 1_000),
    "千円": Fraction(1),
    "万円": Fraction(10),
    "百万円": Fraction(1_000),
    "億円": Fraction(100_000),
}
"""千円 in one of each unit of money."""

RATES: Final[Mapping[str, Fraction]] = {"%": Fraction(1, 100), "割": Fraction(1, 10)}
"""What one of each unit of rates is of the whole."""

_TOLERATED = ("分", "程度", "以内")  # 「5年分」 counts five years; 「1.5%以内」 is reckoned as 1.5 %
_SAME: Final[Mapping[str, str]] = {
    "月": "か月",
    **dict.fromkeys((f"{sign}月{ending}" for sign in "かカヵヶケ箇" for ending in ("", "間")), "か月"),
    **dict.fromkeys(("カ所", "か所", "ヵ所", "ヶ所", "ケ所", "個所", "ゕ所", "ゖ所"), "箇所"),
    **dict.fromkeys(("㎡", "m²", "平米"), "m2"),
    **dict.fromkeys(("㎥", "m³", "立米"), "m3"),
    "名": "人",
}
# 「3千人」, 「1億2千」: a number in kanji, which a count never begins with.
_KANJI_NUMBER = lazy_pattern(r"[十百千万億兆]")


def canonical(unit: str) -> str | None:
    """The one form of a unit as typed: か月 for 月, ヶ月 and 箇月; None for what is no unit.

    >>> canonical("ヶ月"), canonical("円/㎥"), canonical("年分"), canonical("千")
    ('か月', '円/m3', '年', None)
    """
    parts = [_canonical_part(part) for part in unit.split("/")]
    if any(not part for part in parts) or any(part in MONEY for part in parts[1:]):
        return None
    return "/".join(parts)


def _canonical_part(word: str) -> str:
    word = word.strip()
    if word in MONEY:
        return word
    shorter = True
    while shorter:
        shorter = False
        for ending in _TOLERATED:
            if word.endswith(ending) and len(word) > len(ending):
                word, shorter = word[: -len(ending)], True
    word = _SAME.get(word, word)
    if word not in MONEY and ("円" in word or _KANJI_NUMBER.match(word)):
        return ""
    return word


def is_number(word: str) -> bool:
    """Whether a word is nothing but a number in kanji: 千, 百万."""
    return bool(word) and not word.strip("十百千万億兆")


def split(unit: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A unit as (money or 「」, counts above the stroke, counts below it): 「円/m3」 is (円, (), (m3,))."""
    above, *below = unit.split("/")
    money = above if above in MONEY else ""
    counts = () if money or not above else tuple(above.split("・"))
    return money, counts, tuple(count for part in below for count in part.split("・"))
