"""Checks of periods in texts: they have as many years as the text gives, 「令和6年度から令和10年度まで(5年間)」, and run forwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from model.checks.case import Case, LineContext
from model.checks.narrative import narrative
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck, WholeCheck
from model.checks.sources import PUBLISHED_COMMITMENTS as _SOURCE
from model.claims.quantities.counts import SMALL_NUMBER, small_number
from model.claims.texts.paragraphs import in_paragraphs, sentences
from model.figures.figures import LineTotals
from model.request import place
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import ERA_YEAR, STROKES, TO, FiscalYear, Period

_YEAR: Final = rf"{ERA_YEAR}(?:年度)?"
_SPAN: Final = re.compile(
    rf"(?<![\d.])(?P<period>(?:{_YEAR}|\d{{1,2}}年度)\s?{TO}\s?(?:{_YEAR}|\d{{1,2}}年度))(?P<until>まで)?\s?(?:の|\()\s?"
    rf"(?P<count>{SMALL_NUMBER})\s?(?:年間|[かカヵヶケ箇]年)(?!目|半|分|平均)"
)


_OF_PROJECT: Final = re.compile(
    rf"(?<![^\s、。○・■◆(\[【])(?:(?:本|当該|この)事業の)?事業期間(?:は、?|を|:|\s|】|\]|\))*(?P<period>{_YEAR}\s?{TO}\s?{_YEAR})"
)
_IS_MOVED: Final = re.compile(r"当初|延長|短縮|変更|見直|延ば|繰り?[上下]|前倒|第\d+期|次期|前期")
"""Of a sentence that says of the period of the project that it changes, or that there are several."""
_BACKWARDS: Final = re.compile(
    rf"(?<![\d.])(?P<first>{_YEAR})\s?(?:から|[{STROKES}])\s?(?P<last>{_YEAR})(?=まで|にかけて|の間|の期間|\s?[)、。]|\s*\Z|に実施)"
)
_YEARS_WITH_MONTHS: Final = re.compile(
    rf"(?<![\d.])(?P<first>{ERA_YEAR})年(?P<first_month>\d{{1,2}})月(?:\d{{1,2}}日)?\s?(?:から|[{STROKES}])\s?"
    rf"(?P<last>{ERA_YEAR})年(?P<last_month>\d{{1,2}})月"
)
_MONTHS: Final = re.compile(
    rf"(?<![\d年月/.])(?P<first>\d{{1,2}})月(?:\d{{1,2}}日)?\s?(?:から|[{STROKES}])\s?(?P<last>\d{{1,2}})月(?:\d{{1,2}}日)?"
    r"(?=まで|にかけて|の間|の期間|に実施|に行|\s?[)、。]|\s*\Z)"
)
_ROUND_THE_YEAR: Final = re.compile(r"翌|年間|年度|通年|毎年|周期|シーズン|決算|会計|前年|1年")
_LONGEST_SEASON: Final = 9
"""Months by which a period that goes on into the next fiscal year is longer than a season (11月から4月まで)."""


@WholeCheck.rule("text-years", "本文に書いた期間の年数は、始まりと終わりの年度と合う。", _SOURCE, "warning")
def spans_of_the_narrative_are_right(case: Case) -> Iterator[Found]:
    """「令和6年度から令和9年度まで(5年間)」 are four years: the end or the count is a slip.

    From one year to another is also said of the years between (「平成25年度から平成30年度の5年間で」), so one fewer is in order without まで.
    「令和7年度から令和5年度まで」 runs backwards, and so do 「平成30年3月から平成27年4月まで」 and 「11月から9月まで」 of a year.
    """
    for section in case.request.sections:
        for said in _wrong(in_paragraphs(case.results, _spans, section.text), case.totals.year):
            yield Found(place.section(section.id, "text"), f"{narrative(section.heading)}に{said}")


@LineInYearCheck.rule(
    "text-years", "備考に書いた期間の年数は、始まりと終わりの年度と合う。", _SOURCE, "warning"
)
def spans_of_a_remark_are_right(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """The same in the remark of a line."""
    own = line.line
    if "年" not in own.remark and "月" not in own.remark:  # most have none: no need to read them
        return
    for said in _wrong(_spans(own.remark), context.fiscal_year):
        yield Found(place.line(own.id, "remark"), f"「{words_of(own.text)}」の備考に{said}")


@WholeCheck.rule("text-years", "本文に書いた事業期間は、どこでも同じ。", _SOURCE, "warning")
def periods_of_the_project_agree(case: Case) -> Iterator[Found]:
    """「事業期間は令和2年度から令和5年度まで」 where another section says 令和2年度から令和4年度まで: one of them has a slip.

    Only periods that share one end are held against each other: others are of what was before, or comes next.
    """
    said: list[tuple[str, Period]] = []
    for section in case.request.sections:
        heading, text = place.section(section.id, "heading"), place.section(section.id, "text")
        for where, words in ((heading, section.heading), (text, section.text)):
            for written in case.results.of(_of_project, words):
                period = fiscal_year.parse_period(written, case.totals.year)
                other = next((one for one in said if period and _share_one_end(one[1], period)), None)
                if other is not None:
                    yield Found(
                        where,
                        f"{narrative(section.heading)}に事業期間を「{written}」と書いてありますが、別のところでは「{other[0]}」です。"
                        "どちらかを直してください。",
                    )
                if period is not None:
                    said.append((written, period))


def _of_project(text: str) -> tuple[str, ...]:
    """The periods that a text says of the project, but where it changes."""
    if "事業期間" not in text:
        return ()
    return tuple(
        match["period"]
        for _, sentence in sentences(half_width(text))
        if not _IS_MOVED.search(sentence)
        for match in _OF_PROJECT.finditer(sentence)
    )


def _share_one_end(one: Period, other: Period) -> bool:
    """Whether two periods begin or end in the same year, and do not both."""
    return (one.first.year == other.first.year) != (one.last.year == other.last.year)


class _Span(NamedTuple):
    """A period that may be wrong.

    Attributes:
        written: as it is written.
        period: the period alone, from its first to its last year; "" where its months say enough.
        years: the number of years beside it; 0 for a period that is read from its end to its beginning.
        is_whole: it says 「から…まで」 of fiscal years, so that both ends belong to it.
    """

    written: str
    period: str
    years: int
    is_whole: bool = False


def _spans(text: str) -> tuple[_Span, ...]:
    if "年" not in text and "月" not in text:
        return ()
    plain = half_width(text)
    return (*_with_years(plain), *_with_months(plain)) if "月" in text else tuple(_with_years(plain))


def _with_years(plain: str) -> Iterator[_Span]:
    for match in _SPAN.finditer(plain):
        is_whole = match["until"] is not None and match["period"].count("年度") > 1
        yield _Span(match.group(), match["period"], small_number(match["count"]), is_whole=is_whole)
    for match in _BACKWARDS.finditer(plain):
        yield _Span(match.group(), f"{match['last']}〜{match['first']}", 0)


def _with_months(plain: str) -> Iterator[_Span]:
    for match in _YEARS_WITH_MONTHS.finditer(plain):
        if match["last"] != match["first"]:
            yield _Span(match.group(), f"{match['last']}〜{match['first']}", 0)
        elif int(match["last_month"]) < int(match["first_month"]):
            yield _Span(match.group(), "", 0)
    for _, sentence in sentences(plain):
        for match in _MONTHS.finditer(sentence) if not _ROUND_THE_YEAR.search(sentence) else ():
            if _is_backwards(int(match["first"]), int(match["last"])):
                yield _Span(match.group(), "", 0)


def _is_backwards(first: int, last: int) -> bool:
    """Whether months of a fiscal year run backwards, and not as a season does that goes on into the next year."""
    is_next_year = (last - 4) % 12 < (first - 4) % 12
    return is_next_year and 1 <= first <= 12 and 1 <= last <= 12 and (last - first) % 12 >= _LONGEST_SEASON


def _wrong(spans: tuple[_Span, ...], base: FiscalYear) -> Iterator[str]:
    """The sentences of the findings: one for each period whose number of years is not the number written beside it."""
    for span in spans:
        period = fiscal_year.parse_period(span.period, base) if span.period else None
        years = period.last.year - period.first.year + 1 if period else 0
        if not span.years:
            if years > 1 or not span.period:
                yield f"「{span.written}」とありますが、終わりが始まりより前です。期間を確かめてください。"
        elif years > 0 and span.years not in ((years,) if span.is_whole else (years - 1, years)):
            written = span.written + (")" if "(" in span.written else "")
            yield f"「{written}」とありますが、この期間は{years}年です。期間か年数を確かめてください。"
