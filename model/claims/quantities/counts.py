"""Counts in a sentence and in a calculation: 「研修を年3回開催」 beside 「150千円×2回」."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from model.basis.terms import Basis, Number
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

SMALL_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十]"
"""A number up to ten in kanji, or of two digits."""
SHARE: Final = r"(?:(?P<of>\d{1,3})分の(?P<parts>\d{1,3})|(?P<above>\d{1,3})/(?P<below>\d{1,3}))"
"""A share: 「2分の1」, 「1/2」."""
# Things that a calculation multiplies by and a text counts; of 年, 月 and 人 a text has many of its own.
_UNITS: Final = "回|台|校|会場"
_COUNT: Final = lazy_pattern(
    rf"(?<![第\d.,~〜\-])(?P<number>\d{{1,4}})\s?(?P<unit>{_UNITS})(?![目以未程前路数~〜]|路線|につき|当たり|あたり)"
)
_SEVERAL: Final = lazy_pattern(
    r"毎月|各\d*回|ずつ|以上|以内|程度|約|最大|又は|または|うち|内訳|増|減|→|追加|昨年|前年|これまで|年度|"
    + ERA_YEAR
)
_COUNTED: Final = lazy_pattern(
    r"(?<![\d,.])(?P<number>\d{1,3}(?:,\d{3}){0,4}|\d{1,9})(?P<decimals>\.\d{1,3})?\s?"
    r"(?!(?:億|百万|万|千)?円|年度|%)(?P<counter>k?m[23]|[かヶカヵ箇]?[a-zA-Z一-鿿ァ-ヺー㎡]{1,4})"
)
_DOING: Final = lazy_pattern(r"\s?回(?:の?開催|の?実施|行|、?開催)")


def small_number(written: str) -> int:
    """What a ``SMALL_NUMBER`` is."""
    return int(written) if written.isdecimal() else "一二三四五六七八九十".index(written) + 1


def share_of(match: re.Match[str]) -> Fraction | None:
    """What a ``SHARE`` is, a half where none of its figures is written (半分); None of one that is none."""
    below = int(match["of"] or match["below"] or 2)
    return Fraction(int(match["parts"] or match["above"] or 1), below) if below else None


class Count(NamedTuple):
    """A number of things in a text: where it begins and ends, how many, and of what."""

    start: int
    end: int
    number: int
    unit: str


class Counted(NamedTuple):
    """A number with what it counts, as it is written: where both begin and end, 「12,000」 「冊」."""

    start: int
    end: int
    number: Fraction
    counter: str


def numbers_counted(text: str) -> list[Counted]:
    """The numbers of a text that count something, no money and no rate."""
    return [
        Counted(
            found.start(),
            found.end(),
            Fraction(found["number"].replace(",", "") + (found["decimals"] or "")),
            found["counter"],
        )
        for found in _COUNTED.finditer(text)
    ]


def is_of_doing(sentence: str, count: Count) -> bool:
    """Whether a count is of how often something is done: 「年3回開催する」."""
    return count.unit == "回" and _DOING.match(sentence, count.end) is not None


def count_in(sentence: str) -> Count | None:
    """The one count of a sentence in half-width figures; None for none, several, or one that is not exact."""
    found = list(_COUNT.finditer(sentence))
    if len(found) != 1 or _SEVERAL.search(sentence):
        return None
    (match,) = found
    return Count(match.start("number"), match.end("number"), int(match["number"]), match["unit"])


def count_of_basis(basis: Basis | None, unit: str) -> int | None:
    """The one number that a calculation multiplies by in a unit; None for none, several, or a broken one."""
    if basis is None:
        return None
    numbers = [
        factor.atom
        for term in basis.terms
        for factor in term.factors
        if isinstance(factor.atom, Number) and factor.atom.unit == unit
    ]
    if len(numbers) != 1 or numbers[0].value.denominator != 1:
        return None
    return int(numbers[0].value)
