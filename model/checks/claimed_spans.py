"""Checks that a period in a text has as many years as the text gives: 「令和6年度から令和10年度まで(5年間)」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.context import LineContext
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck, WholeCheck
from model.checks.sources import PUBLISHED_COMMITMENTS as _SOURCE
from model.claims.paragraphs import paragraphs
from model.figures.figures import LineTotals
from model.request import place
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.fiscal_year import ERA_YEAR, TO, FiscalYear

_YEAR: Final = rf"{ERA_YEAR}(?:年度)?"
_SPAN: Final = re.compile(
    rf"(?<![\d.])(?P<period>{_YEAR}\s?{TO}\s?(?:{_YEAR}|\d{{1,2}}年度))(?:まで)?\s?(?:の|\()\s?"
    r"(?P<count>\d{1,2})\s?(?:年間|[かカヵヶケ箇]年)(?!目|半|分|平均)"
)


@WholeCheck.rule("text-years", "本文に書いた期間の年数は、始まりと終わりの年度と合う。", _SOURCE, "warning")
def spans_of_the_narrative_are_right(case: Case) -> Iterator[Found]:
    """「令和6年度から令和9年度まで(5年間)」 are four years: the end or the count is a slip.

    From one year to another is also said of the years between (「平成25年度から平成30年度の5年間で」), so one fewer is in order.
    Periods with months are left alone.
    """
    for section in case.request.sections:
        if "年" not in section.text:
            continue
        for _, paragraph in paragraphs(section.text):
            for said in _wrong(paragraph, case.totals.year):
                yield Found(
                    place.section(section.id, "text"),
                    f"本文「{section.heading}」に{said}" if section.heading else f"本文に{said}",
                )


@LineInYearCheck.rule(
    "text-years", "備考に書いた期間の年数は、始まりと終わりの年度と合う。", _SOURCE, "warning"
)
def spans_of_a_remark_are_right(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """The same in the remark of a line."""
    own = line.line
    if "年" not in own.remark:
        return
    for _, paragraph in paragraphs(own.remark):
        for said in _wrong(paragraph, context.fiscal_year):
            yield Found(place.line(own.id, "remark"), f"「{words_of(own.text)}」の備考に{said}")


def _wrong(paragraph: str, base: FiscalYear) -> tuple[str, ...]:
    """The findings for periods in a paragraph whose number of years differs from the number stated."""
    if "年間" not in paragraph and "年" not in paragraph:
        return ()
    found = []
    for match in _SPAN.finditer(half_width(paragraph)):
        period = fiscal_year.parse_period(match["period"], base)
        if period is None:
            continue
        years, count = period.last.year - period.first.year + 1, int(match["count"])
        if years > 0 and count not in (years - 1, years):
            written = match.group() + (")" if "(" in match.group() else "")
            found.append(
                f"「{written}」とありますが、この期間は{years}年です。期間か年数を確かめてください。"
            )
    return tuple(found)
