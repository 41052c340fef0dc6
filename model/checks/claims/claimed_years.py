"""Years and tax in the narrative: the legend of the bracketed year (rule 73), 「消費増税分含む」 (rule 52)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.narrative import contradicted, mended
from model.checks.rule import Found, WholeCheck
from model.checks.sources import PUBLISHED_NOTES as _NOTES
from model.claims.texts.paragraphs import in_paragraphs, paragraphs, sentences
from model.request import place
from model.request.lines import lines_in
from model.standard.parts import TaxWords
from model.standard.text_words import TextWords, any_of
from model.totals.consumption_tax import months_in, rates_of, whole_year
from model.values import fiscal_year

_PUBLISHED: Final = "公表された要求書の備考"
_RATE: Final = r"(?:の?税?率)?(?:は|が|を|、|の|\()?\s?(?P<percent>\d{1,2})\s?(?:%|パーセント)(?!から)"
_LEGEND: Final = re.compile(
    r"※[^。※\n]{0,200}(?:[(（]\s*+[)）]|括弧|かっこ|カッコ)\s*+(?:内|書)[^。※\n]{0,200}予算[^。※\n]*"
)
_YEAR: Final = re.compile(rf"(?:{fiscal_year.ERA_YEAR}|\d{{4}})年度")


@WholeCheck.rule("73", "本文の「( )内は○年度予算額」の注の年度は、前年度。", _NOTES, "error")
def legend_in_a_text_names_the_previous_year(case: Case) -> Iterator[Found]:
    """Rule 73 for a 「※金額の( )内の数字は○年度予算額」 that stands in the narrative, where a table is written out as prose.

    Brackets with results (決算, 実績), plans or supplementary budgets are of other years by right, and so are those of a
    supplementary sheet.
    """
    if fiscal_year.parse(case.request.header.fiscal_year) is None:
        return
    if any(plan.row == "standing" for plan in case.totals.form.page.cost_rows):
        return
    before = case.totals.year.previous
    for section in case.content:
        for start, written in _legend_years(section.text, case.standard.text_words):
            named = fiscal_year.parse(written)
            if named is None or named.year == before.year:
                continue
            label = before.label if not written[:1].isascii() else f"{before.letter}{before.number}年度"
            yield Found(
                place.section(section.id, "text"),
                f"本文「{section.heading}」の注は{named.label}と書いていますが、( )内は前年度の{before.label}の額です。"
                "注の年度を直してください。",
                fix=mended(section, start, written, label, f"{label}に直す"),
            )
            break


@WholeCheck.rule(
    "52", "本文に「増税分」とあるときは、税率の改正の前後の月に分けた行がある。", _PUBLISHED, "warning"
)
def tax_rise_in_a_text_has_its_lines(case: Case) -> Iterator[Found]:
    """Rule 52 for the narrative: 「消費増税分含む」 in a year in which the rate changes, and no line that is split by months.

    In a year of one rate the words compare it with the year before. Where a line carries the words it is reported there.
    """
    words = case.standard.tax_words.rises
    year = case.totals.year.year
    for section in case.content:
        if not any(word in section.text for word in words):
            continue
        if len(rates_of(whole_year(year), year, case.standard)) < 2:
            return
        lines = list(lines_in(case.request))
        if not lines or any(
            months_in(line.text, year) is not None or any(word in line.remark + line.text for word in words)
            for line in lines
        ):
            return
        yield Found(
            place.section(section.id, "text"),
            f"本文「{section.heading}」に消費税の増税分のことが書いてありますが、{case.totals.year.label}の途中で税率が変わるのに、"
            "月で分けた経費の行がありません。行を税率の改正の前後に分けてください（［積算］メニューの「消費税率の改正で分ける」）。",
        )
        return


@WholeCheck.rule("text-tax", "本文に書いた消費税の税率は、その月の税率。", _PUBLISHED, "warning")
def tax_rate_of_a_text_was_in_force(case: Case) -> Iterator[Found]:
    """「4月〜9月分は消費税率10％で積算」 on a sheet of 平成31年度 names a rate that came with 10月.

    The rate is that of the months which the same clause names, else of any month of the year. Sentences about a change of the rate,
    another year, 軽減税率 and contracts that keep the rate before say nothing of these months.
    """
    standard, year = case.standard, case.totals.year.year
    words = standard.tax_words
    of_others = (*words.other_rates, *words.untaxed, words.kept_rate)
    for section in case.content:
        for written, before, percent in in_paragraphs(case.results, _tax_rates, section.text, words):
            if any(word in before for word in of_others):
                continue
            months = months_in(re.split("[、。]", before)[-1], year) or whole_year(year)
            rates = [period.rate * 100 for period in rates_of(months, year, standard)]
            if rates and percent not in rates:
                right = "・".join(str(rate) for rate in dict.fromkeys(rates))
                instead = f"{months.label}の税率は{right}％"
                yield contradicted(section, written, instead, "税率か月を確かめてください。")


def _tax_rates(paragraph: str, words: TaxWords) -> tuple[tuple[str, str, int], ...]:
    """The rates of consumption tax that a paragraph names: its words, what its sentence says before them, and the rate in percent."""
    if not any(name in paragraph for name in words.names):
        return ()
    tax = re.compile(rf"(?:{any_of(words.names)}){_RATE}")
    change = re.compile(rf"{any_of(words.rate_changes)}|{fiscal_year.ERA_YEAR}|\d{{4}}年")
    return tuple(
        (match.group(), sentence[: match.start()], int(match["percent"]))
        for _, sentence in sentences(paragraph)
        if not change.search(sentence)
        for match in tax.finditer(sentence)
    )


def _legend_years(text: str, words: TextWords) -> Iterator[tuple[int, str]]:
    """The years that legends of a text name, each with where it begins."""
    for start, paragraph in paragraphs(text) if "※" in text else ():
        for legend in _LEGEND.finditer(paragraph):
            if not words.patterns.other_legend.search(legend.group()):
                for match in _YEAR.finditer(legend.group()):
                    yield start + legend.start() + match.start(), match.group()
