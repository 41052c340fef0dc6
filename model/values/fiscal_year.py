"""Fiscal years (年度) in every notation people use, and periods of them.

平成31 = 令和元 = H31 = R1 = 2019. A year that never came (H32) is read as the year it would have been (2020) and
stays as typed: published sheets of 平成31年度 speak of 「H32〜H35」. This room decides nothing about a government's
forms; which label stands on a sheet is in the Standard.

The patterns of a year in running text (``ERA_YEAR``, ``YEAR``, ``TO``) are written here alone; every reader of texts builds
its own from them. They match full-width text too and have no groups.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec

from model.values.pattern import lazy_pattern


class Era(NamedTuple):
    """An era (元号): its name, its letter, and the western year before its first year."""

    name: str
    letter: str
    offset: int
    last: int  # the last number that came in this era's fiscal years, as a western year


ERAS = (
    Era("令和", "R", 2018, 9999),
    Era("平成", "H", 1988, 2019),  # 平成31年度 is the last: the year began in 平成
    Era("昭和", "S", 1925, 1988),  # April 1989 was 平成
)
_ERA_BY_SIGN: Final[Mapping[str, Era]] = {
    sign: era for era in ERAS for sign in (era.name, era.letter, era.name[0])
}
_LETTERS = "".join(era.letter + chr(ord(era.letter) + 0xFEE0) for era in ERAS)  # 「Ｒ」 is full-width

ERA_NAME: Final = f"(?:{'|'.join(era.name for era in ERAS)})"
"""「令和」."""
ERA: Final = f"(?:{ERA_NAME}|(?<![A-Za-zＡ-Ｚａ-ｚ])[{_LETTERS}])"
"""「令和」, 「R」: an era as running text writes it; a letter inside a word is none."""
TYPED_ERA: Final = f"(?:{ERA}|[{''.join(era.name[0] for era in ERAS)}])"
"""The same where nothing but a year is typed: 「令」 too, which in running text may end another word."""
NUMBER: Final = r"(?:元|\d{1,2})"
"""The number of a year within its era."""
ERA_YEAR: Final = rf"(?:{ERA}\s*+(?:\.\s*+)?{NUMBER})"
"""「令和5」, 「H. 31」: a year with its era, without 年度."""
YEAR: Final = rf"(?:{ERA_YEAR}|元|\d{{1,4}})"
"""「令和5」, 「2023」, 「5」: the same, or a western year, or a number whose era the words around it say."""
STROKES: Final = "〜～~\\-－‐–—―−ー"
"""Every stroke that Japanese keyboards and word processors write for "to", for a class of characters."""
TO: Final = f"(?:[{STROKES}]|から)"
"""「〜」, 「から」."""
_WESTERN_FROM = 1926
_LONGEST: Final = 80  # characters of a year or a period; what is longer is neither

_YEAR = lazy_pattern(
    rf"(?P<era>{TYPED_ERA})\s*+(?:\.\s*+)?(?P<number>{NUMBER})\s*(?:年度|年)?"
    r"|(?P<western>\d{4})\s*(?:年度|年)?",
    re.IGNORECASE,
)
_KANJI: Final = "〇一二三四五六七八九"
_IN_KANJI = lazy_pattern(
    rf"(?P<era>{ERA_NAME})(?=[一二三四五六七八九十]+年)(?:(?P<tens>[一二三四五六])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?"
)
_BARE_NUMBER = lazy_pattern(rf"(?P<number>{NUMBER})\s*(?:年度|年)?")
_STROKE_OF_YEARS = lazy_pattern(rf"(?<=[0-9０-９元度年])\s?[{STROKES}]\s?(?=(?:{TYPED_ERA})?\s?[0-9０-９元])")
_PERIOD = lazy_pattern(rf"(?P<first>[^{STROKES}から]++){TO}(?P<last>.+)")


class FiscalYear(msgspec.Struct, frozen=True):
    """One fiscal year, with the era it was typed in.

    Attributes:
        year: the western year in which it begins in April, e.g. 2019.
        era: the era's name as typed (平成), or "" when a western year was typed.
        number: the number within that era, e.g. 31; the western year where there is no era.
    """

    year: int
    era: str
    number: int

    @property
    def letter(self) -> str:
        """The era's letter: H for 平成; "" for a western year."""
        return _ERA_BY_SIGN[self.era].letter if self.era else ""

    @property
    def label(self) -> str:
        """The year as a header prints it, in the era it was typed in: 「平成31年度」, 「令和元年度」."""
        return f"{self.era}{'元' if self.era and self.number == 1 else self.number}年度"

    @property
    def short(self) -> str:
        """The year as a period names it: 「R8」, 「H32」, 「2026」."""
        return f"{self.letter}{self.number}"

    @property
    def previous(self) -> FiscalYear:
        """The fiscal year before, in the same era while that era has one: 令和元 is preceded by 平成30."""
        if self.era and self.number == 1:
            return official(self.year - 1)
        return FiscalYear(self.year - 1, self.era, self.number - 1)

    @property
    def came(self) -> bool:
        """Whether this notation is of a year that came: false for 平成32 (it was 令和2)."""
        return not self.era or self.year <= _ERA_BY_SIGN[self.era].last


class Period(NamedTuple):
    """A span of fiscal years, both included."""

    first: FiscalYear
    last: FiscalYear

    @property
    def short(self) -> str:
        """How it is typed: 「R8〜R10」, 「R8」 for a single year."""
        first, last = self
        return first.short if first.year == last.year else f"{first.short}〜{last.short}"


def official(year: int) -> FiscalYear:
    """The fiscal year in the era in which it ended: 2019 is 令和元, 2018 is 平成30."""
    era = next((era for era in ERAS if year > era.offset), ERAS[-1])
    return FiscalYear(year, era.name, year - era.offset)


def counted_from(own: FiscalYear, year: int) -> FiscalYear:
    """A western year in the era of another fiscal year (2020 beside 平成31 is 平成32), or in its own before that era."""
    number = own.number + year - own.year
    return FiscalYear(year, own.era, number) if number > 0 else official(year)


def example_period(own: FiscalYear) -> str:
    """The four years after one as a period is typed: 「H32〜H35」 of 平成31年度."""
    return Period(*(counted_from(own, own.year + years) for years in (1, 4))).short


def typed_period(text: str) -> str:
    """A period as it is printed: 「R10-R12」 is 「R10〜R12」; other text stays."""
    return _STROKE_OF_YEARS.sub("〜", text)


def parse(text: str, base: FiscalYear | None = None) -> FiscalYear | None:
    """Read a fiscal year in any notation, a bare number (「32」) in the era of ``base``, as sheets have it; None for no year.

    >>> parse("Ｈ３１").label
    '平成31年度'
    """
    plain = _plain(text) if len(text) <= _LONGEST else ""
    if match := _YEAR.fullmatch(plain):
        return _from_match(match)
    bare = _BARE_NUMBER.fullmatch(plain) if base is not None and base.era else None
    return _in_era(_ERA_BY_SIGN[base.era], bare["number"]) if base is not None and bare else None


def parse_period(text: str, base: FiscalYear | None = None) -> Period | None:
    """Read 「H32〜H35」, 「令和8年度から令和12年度まで」, 「32〜35」 in the era of ``base``, or a single year; None for no period."""
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    match = _PERIOD.fullmatch(plain)
    if match is None:
        only = parse(plain, base)
        return Period(only, only) if only else None
    first = parse(match["first"].strip(), base)
    last = parse(match["last"].strip().removesuffix("まで").rstrip(), first)
    if first is None or last is None or last.year < first.year:
        return None
    return Period(first, last)


def years_named(text: str) -> list[FiscalYear]:
    """Every fiscal year named in running text as 「平成30年度」 or 「H30年度」, in order."""
    years = (
        _from_match(match) for match in _YEAR.finditer(_plain(text)) if match.group().endswith(("年度", "年"))
    )
    return [year for year in years if year is not None]


def in_figures(text: str) -> str:
    """A text with the years that are written in kanji in figures: 「令和九年度」 is 「令和9年度」."""
    return _IN_KANJI.sub(_in_figures, text) if any(era.name in text for era in ERAS) else text


def _in_figures(match: re.Match[str]) -> str:
    tens, ten, ones = match["tens"], match["ten"], match["ones"]
    number = (10 * (_KANJI.index(tens) if tens else 1) if ten else 0) + (_KANJI.index(ones) if ones else 0)
    return f"{match['era']}{number}"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u301c", "〜").strip()


def _from_match(match: re.Match[str]) -> FiscalYear | None:
    if match["western"]:
        year = int(match["western"])
        return FiscalYear(year, "", year) if _WESTERN_FROM <= year < 2200 else None
    sign = match["era"].upper() if match["era"].isascii() else match["era"]
    return _in_era(_ERA_BY_SIGN[sign], match["number"])


def _in_era(era: Era, number_text: str) -> FiscalYear | None:
    number = 1 if number_text == "元" else int(number_text)
    return FiscalYear(era.offset + number, era.name, number) if number else None
