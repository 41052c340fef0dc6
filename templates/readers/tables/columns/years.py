"""Which fiscal year words mean: of a heading (「令和7年度当初予算額」, 「前年度」), and of a title (「R8予算要求書」)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from model.claims.quantities.amounts import money_in
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact

_WESTERN: Final = "(?<![0-9,.])(?:19|20)[0-9]{2}(?![0-9])"
_IN_BRACKETS: Final = rf"\((?:{fiscal_year.ERA_YEAR}|{_WESTERN})(?:年度?)?\)"
_YEAR: Final = re.compile(
    rf"(?P<year>{fiscal_year.ERA_YEAR}|{_WESTERN})(?:年度?)?(?:{_IN_BRACKETS})?(?:年度?)?|(?<![0-9A-Za-z.第])(?P<bare>[0-9]{{1,2}})(?:年度|(?=当初|要求|予算|見積|決算|現計))"
)
_SEVERAL: Final = re.compile(
    rf"(?:{fiscal_year.ERA_YEAR}|{_WESTERN})年?度?(?:[・~]|[^0-9+]{{0,8}}\+)(?:{fiscal_year.ERA_YEAR}|{_WESTERN})年?度?"
)
_ANY: Final = re.compile(rf"{fiscal_year.ERA_YEAR}|{_WESTERN}")
_RELATIVE: Final = (
    (re.compile("前々年度?|一昨年度?"), -2),
    (re.compile("前年度?|昨年度?|現年度|前回"), -1),
    (re.compile("本年度?|今年度?|新年度|(?<!手)当年度?|当該年度|今回"), 0),
    (re.compile("翌年度?|次年度?|来年度?"), 1),
)
_PAST: Final = _RELATIVE[1][0]
_PERIOD: Final = re.compile(
    rf"年度?(?:\)|当初|4月)?(?:{fiscal_year.TO})|[0-9元](?:{fiscal_year.TO})[0-9]{{1,4}}年度"
)
_NOT_THE_YEAR: Final = re.compile(
    "期間|時の|前回|任期|実績|決算|から|まで|以降|開始|終了|終期|始期|現在|基づ|作成|印刷|提出"
)
_OF_A_PLAN: Final = re.compile(
    "(?<!予算実施)計画|目標|策定|改正"
)  # gives no year, unless it is a plan that is asked for
_ASKED: Final = re.compile("要求|積算|見積|所要")
_DATE: Final = re.compile(r"年?(?:[./年-][0-9]{1,2}(?![0-9年])|[0-9]{1,2}(?:[./月-]|$))")  # 「R6.9見積」
_ASKS: Final = re.compile(
    "(?:当初)?(?:予算)?(?:要求|見積)(?!時|済|した|では)"
)  # behind a year: 「R9当初要求」
_DAY: Final = re.compile(
    rf"(?:{fiscal_year.ERA_YEAR}|{_WESTERN})[./年-][0-9]{{1,2}}[./月-][0-9]{{1,2}}日?(?:(?:現在|作成|印刷|提出|時点)*)"
)  # 「R8.10.14作成」 is no fiscal year
_OF_LAST_YEAR: Final = re.compile(rf"(?:前年度?|昨年度?){_IN_BRACKETS}")  # 「（ ）は前年度（R8）」
_LONGEST: Final = 200
_TITLE: Final = re.compile("予算|要求|要望|見積|年度")
_BEHIND: Final = re.compile(
    r"(?:当初)?(?:\([^()]*\)|\))*"
)  # the year with which a title ends: 「R8当初（千円）」
_CLAUSE: Final = re.compile("[／/、；;()（）。]+" + r"|(?<=円)\s+")


class NamedYear(NamedTuple):
    """A year that a heading names, and the words of the heading without it."""

    year: int | None  # the western year; None where the words are relative or there are none
    relative: int | None  # years after the request's own, as the words say it
    rest: str


def year_in_heading(text: str, own: FiscalYear | None) -> NamedYear:
    """The year that a heading names: in an era, that of ``own`` for a bare number, in the western calendar, or as 前年度, 本年度."""
    plain = _DAY.sub("", fiscal_year.in_figures(compact(text)))
    if _SEVERAL.search(plain):
        return NamedYear(None, None, _SEVERAL.sub("", plain))  # 「総額(R8+R9)」, 「R8補正+R9当初」
    found = _YEAR.search(plain)
    if found:
        year = fiscal_year.parse(found["year"] or found["bare"], own)
        if year is not None:
            return NamedYear(year.year, None, plain[: found.start()] + plain[found.end() :])
    for words, relative in _RELATIVE:
        if match := words.search(plain):
            return NamedYear(None, relative, plain[: match.start()] + plain[match.end() :])
    return NamedYear(None, None, plain)


def year_of_title(
    text: str, *, is_of_a_budget: bool = True, own: FiscalYear | None = None
) -> tuple[str, str]:
    """The fiscal year that a title gives as that of the sheet, and the title without it; both "" where it gives none.

    A period (事業期間), an actual (実績, 決算) and a plan are no year of the budget. A year that is written twice, in an era
    and in the western calendar, is given in the era. Of figures that are written out only what is asked for has the year.
    With ``is_of_a_budget`` the title has to say that it is one; a bare number (「9年度要求」) is a year in the era of ``own``.
    """
    if len(text) <= _LONGEST and money_in(
        half_width(text)
    ):  # 「令和8年度要求額：5,500千円／令和7年度当初：4,900千円」
        clauses = _CLAUSE.split(text)
        text = " ".join(
            part for part in clauses if _ASKED.search(compact(part)) or not money_in(half_width(part))
        )
    before, _, _ = text.partition("※")
    plain = _OF_LAST_YEAR.sub("", _DAY.sub("", fiscal_year.in_figures(compact(before or text))))
    outside = re.sub(r"\([^()]*\)", "", plain)
    if _NOT_THE_YEAR.search(plain) and not _NOT_THE_YEAR.search(outside) and _YEAR.search(outside):
        plain = outside  # 「令和7年度要求額（令和5年度実績に基づく）」
    if len(plain) > 60 or "。" in plain or _PERIOD.search(plain) or _NOT_THE_YEAR.search(plain):
        return "", ""
    if _OF_A_PLAN.search(plain) and not _ASKED.search(plain):
        return "", ""
    years = [
        found
        for found in _YEAR.finditer(plain)
        if (found["year"] or own) and (found[0].endswith("度") or not _DATE.match(plain, found.end()))
    ]
    if len(years) > 1:  # 「令和7年度予算要求書（令和6年度予算との比較）」
        years = [
            found
            for found in years
            if plain.count("(", 0, found.start()) == plain.count(")", 0, found.start())
        ]
    is_alone = len(years) == 1 and bool(
        is_of_a_budget
        or (_BEHIND.fullmatch(plain, years[0].end()) and not _PAST.search(plain))
        or "度" in years[0][0]
        or not years[0].start()
        or _ASKS.match(plain, years[0].end())
    )
    if not is_alone or (is_of_a_budget and not _TITLE.search(plain)):
        return "", ""
    words = years[0][0]
    eras = [year for match in _ANY.finditer(words) if (year := fiscal_year.parse(match[0])) is not None]
    bare = fiscal_year.parse(years[0]["bare"] or "", own)
    year = next((year for year in eras if year.era), eras[0] if eras else bare)
    return (year.label, plain.replace(words, "", 1)) if year is not None else ("", "")
