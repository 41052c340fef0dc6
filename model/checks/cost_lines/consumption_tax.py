"""Consumption tax in cost lines: the rate of the months (rule 51), the rise in a line of its own (rule 52)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.basis.pricing import is_before_tax
from model.basis.printing import print_number
from model.basis.terms import Number
from model.checks.case import LineContext
from model.checks.finding import Fix
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck
from model.figures.figures import LineTotals
from model.request import place
from model.standard.text_words import any_of
from model.totals.consumption_tax import TaxPeriod, months_in, months_of, names_other_rate, rates_of
from model.totals.tax_factors import (
    factor_of,
    labels_of,
    names_price_before_tax,
    percent,
    tax_factors,
    with_rate,
)

_SOURCE: Final = "消費税率とその施行日、年度の要求方針（様式の設定）"
_PUBLISHED: Final = "公表された要求書の書き方（4月〜9月と10月〜3月に分けた行）"
_SPLIT: Final = "［積算］メニューの「消費税率の改正で分ける」で分けてください。"


@LineInYearCheck.rule("51", "積算の消費税率は、その月の率か、年度の要求方針の率。", _SOURCE, "warning")
def rate_of_a_basis_is_in_force(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 51: a factor for consumption tax in a basis is that of the line's months, or of the year's policy.

    Where the months straddle a change and the basis names one rate, either may be meant. Contracts that keep the rate
    before (経過措置) and the reduced rate are known by their words. Source: rules.md B4.
    """
    basis = line.basis
    named = tax_factors(basis, context.standard.rates_in_bases(context.year)) if basis else []
    if not named or names_other_rate(context.lines(line), context.standard):
        return
    periods = _periods(line, context)
    right = {period.rate for period in periods}
    wrong = [factor for factor in named if factor.rate not in right]
    if not wrong or not right:
        return
    words = context.standard.tax_words
    factor = print_number(factor_of(wrong[0].rate, Number(wrong[0].number)))
    rates = "、".join(
        f"{period.months.label}は{percent(period.rate)}" if len(periods) > 1 else percent(period.rate)
        for period in periods
    )
    message = (
        f"「{words_of(line.line.text)}」の積算の「×{factor}」は、{_when(line, context)}の消費税率（{rates}）と合いません。"
        f"率を直すか、{'や'.join((words.kept_rate, *words.other_rates))}であれば備考にそう書いてください。"
        f"消費税でなければ「{factor}(伸び率)」のように書きます。"
    )
    fix = None
    if len(right) == 1:
        (rate,) = right
        where = place.line(line.line.id, "basis")
        fix = Fix(f"消費税率を{percent(rate)}に直す", where, with_rate(line.line.basis, wrong, rate))
    yield Found(place.line(line.line.id, "amount"), message, fix=fix)


@LineInYearCheck.rule("tax-split", "税抜の単価の期間は、税率の改正をまたがない。", _SOURCE, "error")
def price_without_tax_has_one_rate(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """A price without tax (税抜), in a basis or in the price table, needs one rate: its months do not straddle a change."""
    if line.outcome is None or all(note.kind != "tax-unknown" for note in line.outcome.notes):
        return
    periods = _periods(line, context)
    if len(periods) > 1:
        yield Found(
            place.line(line.line.id, "amount"),
            f"「{words_of(line.line.text)}」の積算は税抜の額ですが、{_change(periods)}。額が決まらず、合計に入っていません。"
            "［積算］メニューの「消費税率の改正で分ける」で分けるか、税込の額で書いてください。",
        )


@LineInYearCheck.rule("tax-label", "見出しに「税抜」とあるときは、消費税を足す式を書く。", _SOURCE, "warning")
def tax_of_a_label_is_added(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """A calculation labelled 税抜 (「委託料(税抜)：100千円×12月」) adds the tax by a factor or a line of its own.

    Where the calculation has a line or a factor for the tax, or the line is untaxed, nothing is missing.
    """
    basis = line.basis
    label = next(filter(is_before_tax, labels_of(basis)), None) if basis else None
    if basis is None or label is None or names_other_rate(context.lines(line), context.standard):
        return
    names = context.standard.tax_words.names
    rest = re.sub(rf"(?:{any_of(names)})(?:抜|別)", "", line.line.basis)
    if (
        any(name in rest for name in names)
        or names_price_before_tax(basis)
        or tax_factors(basis, context.standard.rates_in_bases(context.year))
    ):
        return
    yield Found(
        place.line(line.line.id, "amount"),
        f"「{words_of(line.line.text)}」の積算の「{label}」は見出しなので、消費税を足していません。"
        "金額のすぐ後に「100千円(税抜)」のように書くと足されます。",
    )


@LineInYearCheck.rule("52", "「増税分」のある行は、税率の改正の前後の月に分ける。", _PUBLISHED, "warning")
def tax_rise_stands_in_a_line_of_its_own(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 52: 「消費増税分含む」 stands on one of the lines for the months before and after the change, or with both in a remark.

    The published sheet of 平成31年度 has it at 「10月〜3月」 beside 「4月〜9月」. In a year without a change the words
    compare it with the year before and need no such lines.
    """
    words = context.standard.tax_words.rises
    own, year = line.line, context.year
    texts = ((place.line(own.id, "remark"), own.remark), (place.line(own.id, "text"), own.text))
    for where, text in texts:
        saying = [row.strip() for row in text.splitlines() if any(word in row for word in words)]
        if not saying:
            continue
        is_split = _is_split(line.parts, year) or _is_one_of_split(line, context) or _names_both(text, year)
        periods = [] if is_split else _periods(line, context)
        if len(periods) > 1:
            yield Found(
                where, f"「{words_of(own.text)}」に「{saying[0]}」とありますが、{_change(periods)}。{_SPLIT}"
            )
        return


def _periods(line: LineTotals, context: LineContext) -> list[TaxPeriod]:
    months = months_of(context.lines(line), context.year)
    return rates_of(months, context.year, context.standard)


def _is_split(parts: tuple[LineTotals, ...], year: int) -> bool:
    """Whether at least two of some parts name their months."""
    return sum(months_in(part.line.text, year) is not None for part in parts) > 1


def _names_both(text: str, year: int) -> bool:
    """Whether a remark splits the line by itself: 「4月〜9月 3,488 10月〜3月 3,552」."""
    pieces = (piece for piece in re.split(r"[\s、,，;；/／]+", text) if piece)
    named = {months for piece in pieces if (months := months_in(piece, year, open_ends=False))}
    return any(one.shared_with(other) is None for one in named for other in named)


def _is_one_of_split(line: LineTotals, context: LineContext) -> bool:
    return (
        bool(context.above)
        and months_in(line.line.text, context.year) is not None
        and _is_split(context.above[-1].parts, context.year)
    )


def _change(periods: list[TaxPeriod]) -> str:
    """「10月に消費税率が8%から10%に変わります」."""
    before, after, *_ = periods
    month = after.months.first.label
    return f"{month}に消費税率が{percent(before.rate)}から{percent(after.rate)}に変わります"


def _when(line: LineTotals, context: LineContext) -> str:
    months = months_of(context.lines(line), context.year)
    year = context.fiscal_year.label
    return year if months.length == 12 else f"{year}の{months.label}"
