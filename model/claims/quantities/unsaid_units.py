"""The units of numbers that are written once for several: 「15,600 → 14,400千円(▲1,200)」, 「小規模園分 18,500、大規模園分 21,500(千円)」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from model.claims.quantities.amounts import UNITS
from model.values.fiscal_year import ERA_YEAR
from model.values.pattern import lazy_pattern

_JOINS: Final = "→⇒+=("
"""What the numbers of a note stand with: without one of these no number is read that has no unit."""
_OF_ALL: Final = lazy_pattern(
    rf"(?:\A|[\s(※:、])\(?(?:単位[:は]?\s?)?(?P<unit>{UNITS})(?=[)、:]|\s*\Z)(?!\)?\s*[×*])"
)
"""A unit that stands alone: 「(千円)」, 「※千円」, 「(単位:千円)」."""
_BARE: Final = lazy_pattern(
    r"(?<![\d,.A-Za-z/第'〜~\-])(?P<sign>[△▲−]\s?|(?<!\d)-|(?<=[(、:度比較減引])\+|(?<=[度比較減引]\s)\+)?(?<![\d.,×xX@#])"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,5}|\d{1,12})(?:\.(?P<decimals>\d{1,3}))?"
    r"(?![\d,./×%‰‐〜~\-]|[a-zA-Zァ-ヺ㎡]|(?!計)[一-鿿]|\s(?!計)[a-zA-Zァ-ヺ一-鿿㎡](?![^\d、。()]{0,14}\s\d)|\s?×|ヶ|か|カ)"
)
_WORDS: Final = r"[^\d、。()\[\]→⇒+×=/〜~%△▲−]{0,14}"
_LABEL: Final = rf"(?:{_WORDS}?{ERA_YEAR}年?度?{_WORDS}|{_WORDS})"
_ON_TO: Final = lazy_pattern(rf"\s*+(?:\([^()]*+\)\s*+)?[→⇒+=]{_LABEL}")
_LISTED: Final = lazy_pattern(rf"(?:\s*+\([^()]*+\))?(?:、|/|\s|計){_LABEL}")
"""What stands between two numbers of one list: 「980,000、用地補償費 150,000」."""
_CHANGE: Final = lazy_pattern(r"\((?=[+△▲−\-])")
_NO_UNIT: Final = lazy_pattern("percent|times|[月年日計]")
_SMALL: Final = 100
"""Amounts below it that have no sign count something else: 「(施設数 20)」."""


class Written(NamedTuple):
    """Where a number begins and ends that has a unit of its own, and that: 千円, 人, 箇所."""

    start: int
    end: int
    unit: str


class Bare(NamedTuple):
    """A number without a unit of its own: where it stands, as it is written, and the unit that stands elsewhere."""

    start: int
    end: int
    written: str
    number: str
    unit: str


def may_have_bare(sentence: str) -> bool:
    """Whether a sentence may have numbers whose unit stands elsewhere."""
    return any(sign in sentence for sign in _JOINS)


def numbers_without_unit(sentence: str, known: Sequence[Written]) -> Iterator[Bare]:
    """Yield the numbers of a sentence whose unit is written with another that they stand with.

    Numbers that an arrow or a list joins have the unit of the last of them, those of a bracket the one of the number before it; a unit
    that stands alone is that of all. ``known`` are the numbers that have their own.
    """
    of_all = _OF_ALL.search(sentence)
    units = _Units(sentence, [one for one in known if not _NO_UNIT.match(one.unit)])
    taken = {at for one in known for at in range(one.start, one.end)}
    found = [match for match in _BARE.finditer(sentence) if match.start("number") not in taken]
    for match in reversed(found):
        units.take(match, units.behind(match))
    for match in found:
        units.take(match, units.before(match) or (of_all["unit"] if of_all else ""))
    for match in reversed(found):
        units.take(match, units.behind(match) or units.behind_in_list(match))
    for match in found:
        unit = units.begun.get(match.start(), "")
        if unit and (unit not in UNITS.split("|") or match["sign"] or _is_large(match)):
            number = match["number"].replace(",", "") + (f".{match['decimals']}" if match["decimals"] else "")
            yield Bare(match.start(), match.end(), match.group(), number, unit)


def _is_large(match: re.Match[str]) -> bool:
    return int(match["number"].replace(",", "")) >= _SMALL or bool(match["decimals"])


class _Units:
    """The units of the numbers of a sentence, by where these begin and end."""

    def __init__(self, sentence: str, known: list[Written]) -> None:
        self._sentence = sentence
        self.begun, self.ended = {one.start: one.unit for one in known}, {one.end: one.unit for one in known}

    def take(self, match: re.Match[str], unit: str) -> None:
        """Keep the unit of a number that has none yet."""
        if unit and match.start() not in self.begun:
            self.begun[match.start()] = self.ended[match.end()] = unit

    def behind(self, match: re.Match[str]) -> str:
        """The unit of the number that an arrow or a sum goes on to, or of the change in a bracket: 「7,400→10,000(+2,600千円)」."""
        onward = _ON_TO.match(self._sentence, match.end())
        change = _CHANGE.match(self._sentence, match.end())
        return (self.begun.get(onward.end(), "") if onward else "") or (
            self.begun.get(change.end(), "") if change else ""
        )

    def behind_in_list(self, match: re.Match[str]) -> str:
        """The unit of the next number of a list."""
        onward = _LISTED.match(self._sentence, match.end())
        return self.begun.get(onward.end(), "") if onward else ""

    def before(self, match: re.Match[str]) -> str:
        """The unit of the number before the bracket in which a number stands, or of the one that an arrow leads from."""
        depth = 0
        for at in range(match.start() - 1, -1, -1):
            letter = self._sentence[at]
            depth += (letter in ")]〕") - (letter in "([〔")
            if depth < 0 or (letter in "→⇒" and not depth):
                return self.ended.get(len(self._sentence[:at].rstrip()), "")
        return ""
