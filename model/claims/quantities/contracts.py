"""What a text says of a contract longer than the year: 「契約期間 R3.4〜R5.3」, 「3年契約」, 「令和6年10月から令和9年9月までリース」."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from model.claims.quantities.counts import SMALL_NUMBER, small_number
from model.standard.text_words import TextWords, any_of
from model.values import contract_period
from model.values.amount import half_width
from model.values.contract_period import ContractPeriod
from model.values.fiscal_year import TO, YEAR, FiscalYear
from model.values.pattern import lazy_pattern

_MONTH: Final = rf"{YEAR}\s?[年.]\s?(?:1[0-2]|0?[1-9])(?:月|(?!\d))(?:\d{{1,2}}日)?"
_SPAN: Final = lazy_pattern(rf"{_MONTH}\s*{TO}\s*{_MONTH}(?:まで)?")
_DAY: Final = lazy_pattern(r"(?<=月)\d{1,2}日")
_COUNT: Final = rf"(?P<count>{SMALL_NUMBER})\s?(?:年|[かヶカケヵ箇]年)"
_NTH: Final = lazy_pattern(r"(?P<nth>\d{1,2})\s?年目")


class Contract(NamedTuple):
    """A contract of several years: the words that tell it, and the fiscal years in which it begins and ends.

    The period is None where only its length is said.
    """

    said: str
    period: ContractPeriod | None


def contract_in(text: str, words: TextWords, base: FiscalYear) -> Contract | None:
    """The contract of a text that binds years after this one; None where it tells none, or one that ends."""
    plain = half_width(text)
    period, length, named = _patterns(words)
    if not named.search(plain):
        return None
    for match in period.finditer(plain):
        months = _SPAN.search(match["span"])
        span = months.group() if months else match["span"]
        contract = contract_period.parse(_DAY.sub("", span).strip(), base)
        if contract is not None:
            said = plain[match.start() : match.start("span") + (months.end() if months else len(span))]
            return _binding(said.strip(), contract, base)
    for match in _SPAN.finditer(plain):
        contract = contract_period.parse(_DAY.sub("", match.group()), base)
        if contract is not None:
            return _binding(match.group(), contract, base)
    for match in length.finditer(plain):
        years = small_number(match["count"])
        nth = _NTH.search(plain)
        if years > 1 and (nth is None or int(nth["nth"]) < years) and not words.patterns.ended.search(plain):
            return Contract(match.group().strip(), None)
    return None


def _binding(said: str, contract: ContractPeriod, base: FiscalYear) -> Contract | None:
    return Contract(said, contract) if contract.first < contract.last and contract.last > base.year else None


def _patterns(words: TextWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    contracts, periods = any_of(words.contracts), any_of(words.contract_periods)
    return (
        re.compile(rf"(?:{periods})\s*[:は]?\s*(?P<span>[^、。)\n]+)"),
        re.compile(rf"{_COUNT}間?の?(?:{contracts})"),
        re.compile(f"{contracts}|{periods}"),
    )
