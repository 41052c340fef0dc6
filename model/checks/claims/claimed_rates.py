"""Checks of the rate of a source in texts against the words of 財源 (国1/2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.quoted import narrative
from model.checks.rule import Found, WholeCheck
from model.checks.sources import TEXTS_AND_TABLES as _SOURCE
from model.claims.labels.line_names import mentions_in, names_in
from model.claims.quantities.amounts import money_in
from model.claims.texts.paragraphs import paragraphs, sentences
from model.figures.figures import Totals
from model.standard.standard import Standard
from model.standard.text_words import any_of
from model.totals import funding_rates
from model.totals.funding_terms import source_value
from model.values.amount import half_width

_RATE: Final = r"(?P<rate>\d{1,3}分の\d{1,3}|\d{1,3}/\d{1,3})"
_AMOUNT: Final = r"(?P<amount>[\d,億万]{1,15}千?円)?"


@WholeCheck.rule("text-count", "本文に書いた国庫支出金の補助率は、財源の欄の率と同じ。", _SOURCE, "warning")
def rate_of_the_state_is_that_of_the_funding_words(case: Case) -> Iterator[Found]:
    """「国費(補助率55/100)642,300千円」 on a sheet with 「国1/2、県債」: one of the two is a slip.

    Read where the words of 財源 have one rate, and the sentence names no cost line; an amount beside has to be the source's.
    """
    rates = funding_rates.of_words(case.request.funding_words, case.standard.revenue).national
    if len(rates.rates) != 1 or rates.is_open:
        return
    names, pattern = names_in(case.request, case.results), _said(case.standard)
    for section in case.content:
        for _, paragraph in paragraphs(section.text):
            if "分の" not in paragraph and "/" not in paragraph:
                continue
            named = case.results.of(mentions_in, paragraph, names, case.results)
            for sentence, mentions in zip(sentences(paragraph), named, strict=True):
                match = None if mentions else pattern.search(half_width(sentence.text))
                if match is None or not _is_of_sheet(match["amount"], case.totals, case.standard):
                    continue
                said = funding_rates.read(match["rate"], case.standard.revenue).rates
                if said and said[0] != rates.rates[0]:
                    yield Found(
                        f"section/{section.id}/text",
                        f"{narrative(section.heading)}に「{match.group()}」とありますが、財源の欄の率は"
                        f"「{case.request.funding_words}」（{_written(rates.rates[0])}）です。どちらかを直してください。",
                    )


def _said(standard: Standard) -> re.Pattern[str]:
    """A source of the state, its amount and its rate: 「国庫補助47,000千円(補助率1/2)」, 「国費の補助率は1/2」."""
    words = standard.text_words
    labels, rate = (
        any_of(words.patterns.labels.get(standard.national_source, [])),
        words.patterns.subsidy_rate.pattern,
    )
    return re.compile(rf"(?:{labels}){_AMOUNT}(?:の(?:{rate})は|\((?:{rate})?){_RATE}")


def _is_of_sheet(amount: str | None, totals: Totals, standard: Standard) -> bool:
    """Whether an amount is what the state pays for all of the sheet; none may be."""
    funds = totals.asked_funds
    if amount is None or funds is None:
        return amount is None
    asked = source_value(funds, standard.national_source)
    return any(money.whole == asked for money in money_in(amount))


def _written(rate: Fraction) -> str:
    return f"{rate.numerator}/{rate.denominator}"
