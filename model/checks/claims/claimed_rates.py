"""Checks of the rate of a source in texts against the words of 財源 (国1/2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.narrative import contradicted
from model.checks.rule import Found, WholeCheck
from model.checks.sources import TEXTS_AND_TABLES as _SOURCE
from model.claims.labels.line_names import mentions_in, names_in
from model.claims.quantities.amounts import money_in
from model.claims.texts.paragraphs import paragraphs, sentences
from model.figures.figures import Totals
from model.standard.standard import Standard
from model.standard.text_words import any_of
from model.totals import funding_rates
from model.totals.funding_rates import FundingWords
from model.totals.funding_terms import source_value
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_RATE: Final = r"(?P<rate>\d{1,3}分の\d{1,3}|\d{1,3}/\d{1,3})"
_AMOUNT: Final = r"(?P<amount>[\d,億万]{1,15}千?円)?"
_MONEY: Final = lazy_pattern(r"[\d,億万]{1,15}千?円")


@WholeCheck.rule("text-count", "本文に書いた国庫支出金の補助率は、財源の欄の率と同じ。", _SOURCE, "warning")
def rate_of_the_state_is_that_of_the_funding_words(case: Case) -> Iterator[Found]:
    """「国費(補助率55/100)642,300千円」 on a sheet with 「国1/2、県債」: one of the two is a slip.

    Read where the words of 財源 have one rate, and the sentence names no cost line; an amount beside has to be the source's.
    """
    own = funding_rates.of_words(case.request.funding_words, case.standard.revenue)
    if not case.request.funding_words.strip():
        return
    names, said, listed = names_in(case.request, case.results), _said(case.standard), _listed(case.standard)
    for section in case.content:
        for _, paragraph in paragraphs(section.text):
            if "分の" not in paragraph and "/" not in paragraph:
                continue
            named = case.results.of(mentions_in, paragraph, names, case.results)
            for sentence, mentions in zip(sentences(paragraph), named, strict=True):
                plain = half_width(sentence.text)
                match = (
                    None
                    if mentions
                    else _one_rate(said, plain, own, case) or _listed_rate(listed, plain, own, case.standard)
                )
                if match is not None:
                    instead = f"財源の欄は「{case.request.funding_words}」"
                    yield contradicted(section, match.group().lstrip("、"), instead)


def _one_rate(said: re.Pattern[str], sentence: str, own: FundingWords, case: Case) -> re.Match[str] | None:
    """A rate beside a source of the state, or beside all that it pays, other than the one of the sheet; None where it is right."""
    match = said.search(sentence) if len(own.national.rates) == 1 and not own.national.is_open else None
    if match is None or not _is_of_sheet(match["amount"], case.totals, case.standard):
        return None
    rates = funding_rates.read(match["rate"], case.standard.revenue).rates
    return match if rates and rates[0] != own.national.rates[0] else None


def _listed_rate(
    listed: re.Pattern[str], sentence: str, own: FundingWords, standard: Standard
) -> re.Match[str] | None:
    """「財源は国1/3」 on a sheet with another rate, with 国定額 or with 単県; None where the rates may be the sheet's."""
    match = listed.search(sentence)
    front = "" if match is None else _MONEY.sub("", match["front"])
    if match is None or not standard.text_words.patterns.is_sheet_filler(front):
        return None
    rates = funding_rates.of_words(match["words"], standard.revenue).national.rates
    is_known = not own.national.is_open or own.is_flat
    return match if rates and is_known and not set(rates) <= set(own.national.rates) else None


def _said(standard: Standard) -> re.Pattern[str]:
    """A source of the state, its amount and its rate: 「国庫補助47,000千円(補助率1/2)」, 「国費の補助率は1/2」."""
    words = standard.text_words
    labels, rate = (
        any_of(words.patterns.labels.get(standard.national_source, [])),
        words.patterns.subsidy_rate.pattern,
    )
    return re.compile(rf"(?:{labels}){_AMOUNT}(?:の(?:{rate})は|\((?:{rate})?){_RATE}")


def _listed(standard: Standard) -> re.Pattern[str]:
    """The words of 財源 in a sentence: 「財源は国1/2・単県である」."""
    national = rf"(?:{any_of(list(standard.revenue.national))})[^\s、。・はがを\d]{{0,4}}\d{{1,3}}/\d{{1,3}}"
    other = r"[^\s、。・はがをと\d/]{1,8}"
    return re.compile(
        rf"(?:\A|、|\s)(?P<front>[^、。\s]*)財源は、?(?P<words>(?:{other}(?:・|、|と|及び))?{national}(?:(?:・|、|と|及び){other})?)"
        r"等?(?:であ[るり]|です|で、|とし|とする|。|\Z)"
    )


def _is_of_sheet(amount: str | None, totals: Totals, standard: Standard) -> bool:
    """Whether an amount is what the state pays for all of the sheet; none may be."""
    funds = totals.asked_funds
    if amount is None or funds is None:
        return amount is None
    asked = source_value(funds, standard.national_source)
    return any(money.whole == asked for money in money_in(amount))
