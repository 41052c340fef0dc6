"""The pay of people who are paid in 事業費: twelve months, 共済費 with it, at the rate of the year (rule 49)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.basis.terms import Basis, Number, every_factor, numbers_in
from model.checks.case import Case, LineContext
from model.checks.cost_lines.cost_kind import object_class_of, texts_of
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck, WholeCheck
from model.figures.figures import LineTotals
from model.request import place
from model.standard.line_words import InsuranceRate
from model.standard.standard import Standard
from model.totals import object_class
from model.totals.consumption_tax import months_in
from model.values.fiscal_year import official

_SOURCE: Final = "公表された要求書の積算（報酬月額×12月、共済費は率n/1000）"
_MONTHS: Final = "か月"
_YEAR: Final = 12
_THOUSAND: Final = 1_000


@LineInYearCheck.rule(
    "49",
    "報酬は、月額に12か月を掛ける（短いときは、任用する月を書く）。",
    _SOURCE,
    "warning",
    state="data",
    why="節が報酬の行の積算に月数があるときに検査します。",
)
def pay_is_for_twelve_months(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 49: pay by the month is for twelve months, unless words tell the months (5月から, 産休代替 …).

    Months of several prices add up (5月＋7月), and pay by the day or by the meeting has none.
    """
    pay = context.standard.line_words.pay
    if line.basis is None or not pay.pay_class:
        return
    of_line = object_class_of(line, context)
    if of_line is None or of_line.name != pay.pay_class:
        return
    months = [number for number in numbers_in(line.basis.terms) if number.unit == _MONTHS]
    total = sum((month.value for month in months), Fraction(0))
    if not months or total % _YEAR == 0 or any(month.value % _YEAR == 0 for month in months):
        return
    lines = context.lines(line)
    if any(
        pay.part_year.is_in(text) or months_in(text, context.year) is not None
        for line in lines
        for text in (line.text, line.remark)
    ) or pay.part_year.is_in(line.line.basis):
        return
    yield Found(
        place.line(line.line.id, "amount"),
        f"「{words_of(line.line.text)}」の積算の月数は12か月ではありません。月数を直すか、任用する期間を備考に書いてください。",
    )


@LineInYearCheck.rule(
    "49-rate",
    "共済費の率は、その年度の率。",
    _SOURCE,
    "warning",
    state="data",
    why="節が共済費の行の積算に1000分の率があり、様式の設定にその率が書かれているときに検査します。",
)
def insurance_is_at_the_rate_of_the_year(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 49: 共済費 is the base × the rate of the year (n/1000).

    A rate that the Standard lists for other years is a finding; where it lists the year's own, so is any other rate.
    """
    pay = context.standard.line_words.pay
    if line.basis is None or not pay.rates:
        return
    of_line = object_class_of(line, context)
    if of_line is None or of_line.name != pay.insurance_class:
        return
    right = [rate for rate in pay.rates if rate.holds_in(context.year)]
    for rate in _per_mille(line.basis):
        if any(known.value == rate for known in right):
            continue
        of_others = next((known for known in pay.rates if known.value == rate), None)
        if not right and of_others is None:
            continue
        yield Found(
            place.line(line.line.id, "amount"),
            f"「{words_of(line.line.text)}」の率は{_years_of(of_others) if of_others else '今年度の率ではありません'}。"
            f"{'1000分の' + right[0].per_mille + 'に' if right else context.fiscal_year.label + 'の率に'}直してください。",
        )
        return


def _years_of(rate: InsuranceRate) -> str:
    first, last = official(rate.first).label, official(rate.last).label
    return f"{first}のものです" if first == last else f"{first}から{last}までのものです"


@WholeCheck.rule(
    "49-insurance",
    "会計年度任用職員などの報酬には、共済費を伴う。",
    _SOURCE,
    "warning",
    state="data",
    why="節の入った内訳に報酬があるときに検査します。",
)
def pay_comes_with_insurance(case: Case) -> Iterator[Found]:
    """Rule 49: a heading of 会計年度任用職員 with a part 報酬 has one of 共済費 too, there or anywhere in the request.

    It looks at lines with a 節 only. Short hours, for which there is none, are known by their words.
    """
    pay = case.standard.line_words.pay
    with_class = [group for group in case.totals.groups if group.has_object_class]
    if not with_class or not pay.pay_class:
        return
    year = case.totals.year.year
    without = [
        line
        for group in with_class
        for line in group.lines
        if line.parts
        and line.has_object_class
        and pay.staff.is_in(line.line.text)
        and pay.pay_class in _classes(line, year, case.standard)
        and not pay.no_insurance.is_in(texts_of(line))
    ]
    if not without or any(
        pay.insurance_class in (*_classes(line, year, case.standard), line.line.text)
        for group in case.totals.groups
        for line in group.lines
    ):
        return
    line = without[0]
    yield Found(
        place.line(line.line.id, "text"),
        f"「{words_of(line.line.text)}」に報酬がありますが、共済費がありません。共済費の内訳を足すか、要らない理由を備考に書いてください。",
    )


def _classes(line: LineTotals, year: int, standard: Standard) -> set[str]:
    """The names of the 節 on a line and its parts, and what the parts are called where they have none."""
    own = object_class.of_line(line.line.object_class, year, standard) if line.line.object_class else None
    names = {own.name} if own else {line.line.text}
    for part in line.parts:
        names |= _classes(part, year, standard)
    return names


def _per_mille(basis: Basis) -> Iterator[Fraction]:
    """The rates n/1000 of a basis."""
    for term, position in every_factor(basis.terms):
        above, below = term.factors[position - 1].atom, term.factors[position]
        is_thousand = isinstance(below.atom, Number) and below.atom.value == _THOUSAND
        if position and below.divides and is_thousand and isinstance(above, Number) and not above.unit:
            yield above.value
