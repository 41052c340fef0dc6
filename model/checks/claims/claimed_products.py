"""Products, sums and differences that a text works out, by the calculator (rule 1 in running text)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from model.checks.case import Case, LineContext
from model.checks.claims.claimed_figures import told_figures
from model.checks.claims.meant_figures import SaidFigure
from model.checks.claims.said_figures import figures_of
from model.checks.finding import thousands
from model.checks.narrative import contradicted, narrative
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck, WholeCheck
from model.checks.sources import CALCULATIONS as _SOURCE
from model.claims.equations.products import typing_error_in_product, wrong_products
from model.claims.equations.worked_out import WithSheet, WrongResult, with_sheet, wrong_results
from model.claims.quantities.typing_errors import typing_error
from model.claims.texts.paragraphs import in_paragraphs, paragraphs
from model.figures.figures import LineTotals
from model.names.figure_outline import SheetFigure
from model.request import place
from model.standard.standard import Standard
from model.values.amount import round_exact

_WAYS: Final[Mapping[int, str]] = {1: "の増", -1: "の減", 0: ""}


@WholeCheck.rule("1-text", "本文に書いた式・合計・差の額は、計算と合う。", _SOURCE, "warning")
def products_of_the_narrative_are_right(case: Case) -> Iterator[Found]:
    """「3,300円×11,200人=36,960千円」 in the narrative is what a calculator shows, and so is what its sentences work out in words.

    「17,280千円(4,320千円×4年)」, 「月額800千円の12か月分、年間9,600千円」, 「2,400千円から1,500千円へと、900千円の減」 are read too.
    Only products with one price and a result of money are read; with tax or rounded to hundreds they are in order. A
    product in a bracket behind an amount may be of a part of it, so there the result has to look like a slip. Published
    sheets have such slips: 「20千円×100施設=20,000千円」. A quantity that is told to be otherwise on the sheet is told once.
    """
    told = told_figures(case)
    for section in case.request.sections:
        where = place.section(section.id, "text")
        of_section = [said for said in told if said.where == where]
        for wrong_product in in_paragraphs(case.results, _wrong_in, section.text, case.standard):
            if not any(_tells(said, wrong_product) for said in of_section):
                yield Found(where, f"{narrative(section.heading)}に{_result_words(wrong_product)}")


@WholeCheck.rule("1-text", "本文で要求額と足し引きした額は、計算と合う。", _SOURCE, "warning")
def sums_with_the_amount_asked_are_right(case: Case) -> Iterator[Found]:
    """「現計640,000千円と合わせて1,052,500千円」 is the sum with what is asked, 「国費98,143千円を除いた44,943千円」 the rest of it.

    The sentence does not write that amount, so only a slip of the hand is told; what is right with another figure of the sheet is of that.
    """
    asked = case.totals.amount.value
    if not asked:
        return
    for section in case.content:
        for said in in_paragraphs(case.results, with_sheet, section.text):
            value = asked + said.added
            hint = typing_error(round(value), said.result) if value > 0 else ""
            if hint and value != said.result and not _is_of_another_figure(case, said):
                instead = f"要求額の {thousands(asked)} と計算すると {thousands(round(value))} "
                yield contradicted(section, said.written, instead, f"{hint}どちらかを直してください。")


@LineInYearCheck.rule(
    "1-text",
    "備考や内容に書いた式の結果は、計算と合う。式だけの備考は、行の金額と合う。",
    _SOURCE,
    "warning",
)
def products_of_a_remark_are_right(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """The same in the remark of a line, and in its own words.

    A product without a result may be of a part of the line: it is reported only where the whole line of the remark is the
    product, it is not the amount, and it would be with two digits of one figure swapped (「3,520千円×12月」 of 39,000).
    """
    own, standard, rates = line.line, context.standard, _rates(context.standard)
    for where, text in ((place.line(own.id, "remark"), own.remark), (place.line(own.id, "text"), own.text)):
        if "×" not in text:
            continue
        for _, paragraph in paragraphs(text):
            for wrong_product in (
                *wrong_products(paragraph, rates),
                *wrong_results(paragraph, standard.text_words, standard.tax_words, rates),
            ):
                yield Found(where, f"「{words_of(own.text)}」に{_result_words(wrong_product)}")
    if "×" not in own.remark or line.outcome is not None or line.amount.value is None:
        return
    right = typing_error_in_product(own.remark, line.amount.value, rates)
    if right:
        yield Found(
            place.line(own.id, "remark"),
            f"「{words_of(own.text)}」の備考の式は、金額の {thousands(line.amount.value)} になりません。"
            f"数字が入れ替わっていませんか（「{right}」なら合います）。式か金額を確かめてください。",
        )


def _is_of_another_figure(case: Case, said: WithSheet) -> bool:
    """Whether the result is a figure of the sheet, or right with one: 「店舗復旧補助金は現計10,000千円と合わせて40,000千円」."""
    return any(
        figure.kind == "amount" and said.result in (figure.value, *_with_added(figure, said.added))
        for figure in figures_of(case).values()
    )


def _with_added(figure: SheetFigure, added: Fraction) -> Iterator[Fraction]:
    """What a figure and what it was the year before come to with an amount."""
    return (value + added for value in (figure.value, figure.previous) if isinstance(value, int))


def _wrong_in(paragraph: str, standard: Standard) -> tuple[WrongResult, ...]:
    rates = _rates(standard)
    by_signs = wrong_products(paragraph, rates, standard.tax_words.paid_without)
    in_words = wrong_results(paragraph, standard.text_words, standard.tax_words, rates)
    return (*by_signs, *(one for one in in_words if not any(_is_same(one, other) for other in by_signs)))


def _tells(said: SaidFigure, wrong: WrongResult) -> bool:
    """Whether the finding about a figure of the sheet already reports a wrong result: it quotes a quantity of it and gives the same right amount."""
    quantity, figure = said.claim.quantity, said.figure
    if quantity is None or quantity.written not in wrong.written:
        return False
    numbers = [of for of in (figure.value, figure.previous, figure.change) if isinstance(of, int | Decimal)]
    right = {Fraction(of) for of in numbers}
    if len(numbers) > 1 and numbers[1]:
        times = Fraction(numbers[0]) / Fraction(numbers[1])
        right |= {times, times * 100, (times - 1) * 100}
    return wrong.value in right or -wrong.value in right


def _is_same(one: WrongResult, other: WrongResult) -> bool:
    """Whether two results are read of the same words, one of more of them."""
    return one.written.endswith(other.written) or other.written.endswith(one.written)


def _rates(standard: Standard) -> tuple[Fraction, ...]:
    return tuple(Fraction(tax_rate.percent, 100) for tax_rate in standard.tax_rates)


def _result_words(wrong: WrongResult) -> str:
    if wrong.unit:
        rounded = Decimal(round_exact(wrong.value * 100, "half_up")) / 100
        value = f"{rounded.normalize():,f}{wrong.unit}"
    else:
        value = thousands(-(-wrong.value // 1))  # costs are raised to 千円
    return f"「{wrong.written}」とありますが、計算では {value}{_WAYS[wrong.way]} です。式か額を確かめてください。"
