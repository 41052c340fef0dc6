"""Years: readable, real, uniform (rule 72), and the legend of the bracketed year (rule 73)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix
from model.checks.rule import Found, WholeCheck
from model.checks.sources import INPUT as _SOURCE
from model.checks.sources import PUBLISHED_NOTES
from model.request import place
from model.standard.form import BREADCRUMB, YEAR_LINE, fill_year
from model.values import fiscal_year
from model.values.fiscal_year import ERA, NUMBER, FiscalYear

_NOTE: Final = attrgetter("note")
_ERA: Final = "元号の使い方（平成31年度は令和元年度、その翌年度は令和2年度）"
_PRINTED: Final = "公表された要求書の頭（現在の位置と年度の行）"
_CHANGE_OF_ERA: Final = 2019
_LABEL_YEAR: Final = re.compile(rf"(?P<era>{ERA})?(?P<number>{NUMBER})年度")
# The sentence that says what the bracketed figures are.
_LEGEND: Final = re.compile(r"(?:[(（]\s*[)）]|括弧|かっこ|カッコ)[^。※\n]*")


@WholeCheck.rule("year", "年度は年度として読める。", _SOURCE, "error")
def fiscal_year_is_readable(case: Case) -> Iterator[Found]:
    """The fiscal year is one in any notation: 令和9年度, R9, 2027."""
    typed = case.request.header.fiscal_year
    if fiscal_year.parse(typed) is None:
        what = f"年度「{typed}」が読めません" if typed.strip() else "年度が空欄です"
        yield Found(place.FISCAL_YEAR, f"{what}。「令和9年度」「R9」「2027」のように入力してください。")


@WholeCheck.rule("year-known", "年度は、様式の設定に様式と単価のある年度の中にある。", _SOURCE, "warning")
def fiscal_year_is_one_of_the_standard(case: Case) -> Iterator[Found]:
    """The Standard knows the year's form and prices: 令和27年度 typed for 平成27年度 is a year that it does not know."""
    year = fiscal_year.parse(case.request.header.fiscal_year)
    known = case.standard.known_years
    if year is not None and year.year not in known:
        first, last = fiscal_year.official(known[0]).label, fiscal_year.official(known[-1]).label
        yield Found(
            place.FISCAL_YEAR,
            f"年度「{case.request.header.fiscal_year}」は、様式の設定にある年度（{first}から{last}まで）の外です。"
            "元号と年を確かめてください。",
        )


@WholeCheck.rule("header-year", "ページの頭に印字した年度は、どれも要求書の年度と同じ。", _PRINTED, "warning")
def head_names_one_year(case: Case) -> Iterator[Found]:
    """Where it stands (現在の位置) and the year line of a published sheet name its own fiscal year, in any era's words.

    Only words that were read from a page are looked at; those of the form follow the year by themselves.
    """
    own = fiscal_year.parse(case.request.header.fiscal_year)
    for word in (YEAR_LINE, BREADCRUMB):
        printed = case.totals.form.printed.words.get(word, "")
        named = fiscal_year.years_named(printed)
        if own is not None and named and all(year.year != own.year for year in named):
            yield Found(
                place.FISCAL_YEAR,
                f"年度は{own.label}ですが、ページの頭には「{printed}」と印字されています。どちらかの年度が違います。",
            )


@WholeCheck.rule("year", "債務負担行為の期間は、始まりと終わりの年度として読める。", _SOURCE, "error")
def commitment_periods_are_readable(case: Case) -> Iterator[Found]:
    """The period of a commitment is a year or a span of years, the first before the last."""
    for commitment in case.request.commitments:
        if fiscal_year.parse_period(commitment.period, case.totals.year) is None:
            typed = commitment.period.strip()
            what = f"債務負担行為の期間「{typed}」が読めません" if typed else "債務負担行為の期間が空欄です"
            yield Found(
                place.commitment(commitment.id, "period"),
                f"{what}。「{fiscal_year.example_period(case.totals.year)}」のように、始まりと終わりの年度を入力してください。",
            )


@WholeCheck.rule(
    "72", "元号の年は実在し、平成31年度と令和元年度の書き方を一つの要求書でそろえる。", _ERA, "warning"
)
def eras_are_real_and_uniform(case: Case) -> Iterator[Found]:
    """Rule 72: an era year is one that came, and one sheet names 平成31/令和元 in one style.

    A sheet of 平成31年度 or before speaks rightly of 平成32: the new era was not yet known when it was written.
    """
    own = fiscal_year.parse(case.request.header.fiscal_year)
    named: list[tuple[str, FiscalYear]] = [(place.FISCAL_YEAR, own)] if own else []
    for commitment in case.request.commitments:
        period = fiscal_year.parse_period(commitment.period, case.totals.year)
        where = place.commitment(commitment.id, "period")
        named += [(where, year) for year in dict.fromkeys(period or ())]
    for group in filter(_NOTE, case.request.groups):  # most have none
        named += [(place.group(group.id, "note"), year) for year in fiscal_year.years_named(group.note)]
    written_before_change = bool(own) and case.totals.year.era == "平成" and case.totals.year.came
    for where, year in named:
        real = fiscal_year.official(year.year)
        if not year.came and not written_before_change:
            yield Found(
                where,
                f"{year.label}という年度はありません。{real.label}（{real.letter}{real.number}）と書いてください。",
            )
        elif own and own.year == year.year == _CHANGE_OF_ERA and own.era and year.era and own.era != year.era:
            yield Found(
                where, f"同じ年度が{own.label}と{year.label}の両方で書かれています。一つにそろえてください。"
            )


@WholeCheck.rule("73", "「( )内は○年度」の注の年度は、前年度。", PUBLISHED_NOTES, "error")
def legend_names_the_previous_year(case: Case) -> Iterator[Found]:
    """Rule 73: 「( )内の数字は○年度予算額」 below a cost table names the year before the sheet's own.

    Other years in the note, such as that of a law, are no business of this rule.
    """
    if fiscal_year.parse(case.request.header.fiscal_year) is None:
        return
    before = case.totals.year.previous
    for group in filter(_NOTE, case.request.groups):
        legends = "\n".join(_LEGEND.findall(group.note))
        wrong = [year for year in fiscal_year.years_named(legends) if year.year != before.year]
        if wrong:
            where = place.group(group.id, "note")
            yield Found(
                where,
                f"「{group.title or '（題のない表）'}」の注は{wrong[0].label}と書いていますが、( )内は前年度の{before.label}の額です。"
                "注を直すか、空欄にして自動の注に戻してください。",
                fix=Fix("自動の注に戻す", where, ""),
            )


@WholeCheck.rule(
    "row-year",
    "トータルコストの行の名前の年度は、その行の年度。",
    "公表された要求書の行の名前",
    "warning",
)
def row_labels_name_their_year(case: Case) -> Iterator[Found]:
    """A row of the total-cost table names its own year; published sheets print one year twice (forms.md section 2)."""
    form = case.totals.form
    for plan in form.cost_rows:
        printed, usual = form.cost_label(plan.row), fill_year(plan.label, form.year)
        if printed == usual:
            continue
        expected, named = _years_of_label(usual, form.year), _years_of_label(printed, form.year)
        if expected and named and not expected & named:
            yield Found(
                place.cost(plan.row, "expense"),
                f"トータルコストの表の行の名前「{printed}」の年度が、この行の年度（{usual}）と違います。"
                "額がどちらの年度のものか確かめてください。",
            )


def _years_of_label(label: str, year: FiscalYear) -> set[int]:
    """The western years that a row's label may name; a bare number (30年度) is one of the sheet's era or the one before."""
    match = _LABEL_YEAR.search(label)
    if match is None:
        return set()
    eras = (match["era"],) if match["era"] else (year.letter, fiscal_year.official(year.year).letter, "H")
    found = (fiscal_year.parse(f"{era}{match['number']}年度") for era in eras if era)
    return {named.year for named in found if named}
