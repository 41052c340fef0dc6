"""How running text is read and held against the tables: the words of the Standard's ``[text_words]``."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from model.standard.setting import Setting

FIGURES_OF_SHEET: Final = ("amount", "previous", "labour", "total_cost", "granted", "standing", "after")
"""Figures of the whole sheet that a label may mean: 要求額, 前年度予算額, 人件費, トータルコスト, 計上額, 現計予算額, 補正後の額."""


class TextTotal(Setting, frozen=True):
    """A label of a figure of the whole sheet, and which: one of those above, ``general``, a component's or a source's key."""

    label: str
    figure: str


class TextWords(Setting, frozen=True, eq=False, dict=True):
    """The words by which a text is read; see the comments in ``templates/standards``. Compared by identity.

    Attributes:
        links: between a line's name and its amount: 「標準事務費として12,085千円」.
        ends: behind an amount that is the line's whole amount.
        asks: behind an amount that is asked for this year.
        open_before: before an amount that is no line's amount: 約, 単価 …
        open_after: behind one: 程度, 以内 …
        other_matter: words that make a sentence speak of other figures: 前年度, 実績 …
        totals: labels of figures of the whole sheet.
        whole: words before such a label that say it is of the whole project: 本事業の.
        promises: what a text says that will be done.
        over: what it says where it will not: 終了, 見送り …
        asked: how a commitment is said to be asked.
        set: how one is said to be set.
        unbound: how one is said not to be needed.
        contracts: words for a contract, before or behind its years.
        contract_periods: words before a contract's period.
        long_term: 長期継続契約.
        paid_at_once: words of a contract of years that is paid in one (保険).
        other_legends: words of a ※ legend whose bracketed figures are not last year's budget: 決算, 補正 …
        of_all: words of a numbered part that is about the project as a whole and has no table: スケジュール.
    """

    links: list[str]
    ends: list[str]
    asks: list[str]
    open_before: list[str]
    open_after: list[str]
    other_matter: list[str]
    totals: list[TextTotal]
    whole: list[str]
    promises: list[str]
    over: list[str]
    asked: list[str]
    set: list[str]
    unbound: list[str]
    contracts: list[str]
    contract_periods: list[str]
    long_term: str
    paid_at_once: list[str]
    of_all: list[str]
    other_legends: list[str]

    # The patterns are the words in another form: made when first used, once for a Standard.

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The labels of each figure of the whole sheet, by its key."""
        found: dict[str, list[str]] = {}
        for total in self.totals:
            found.setdefault(total.figure, []).append(total.label)
        return found

    @cached_property
    def link(self) -> re.Pattern[str]:
        """What may stand between a name and its amount."""
        return re.compile(rf"\s*+(?:{any_of(self.links)})?\s*+[:(、,]?\s*+")

    @cached_property
    def end(self) -> re.Pattern[str]:
        """What must follow the amount of a line."""
        return re.compile(rf"\s*(?:\Z|[。、,)]|{any_of(self.ends)})")

    @cached_property
    def asking(self) -> re.Pattern[str]:
        """What follows an amount that is asked for."""
        return re.compile(rf"\s*(?:{any_of(self.asks)})")

    @cached_property
    def open_amount(self) -> re.Pattern[str]:
        """The end of what stands before an amount that is no line's."""
        return re.compile(rf"(?:{any_of(self.open_before)})\s*+[:はが(]?\s*+\Z")

    @cached_property
    def opened_amount(self) -> re.Pattern[str]:
        """The beginning of what stands behind one."""
        return re.compile(rf"\s*(?:{any_of(self.open_after)})")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """A word that makes a sentence speak of other figures."""
        return re.compile(any_of(self.other_matter))

    @cached_property
    def other_legend(self) -> re.Pattern[str]:
        """A word of a legend about other figures than last year's budget."""
        return re.compile(any_of(self.other_legends))

    @cached_property
    def promise(self) -> re.Pattern[str]:
        """A word that promises."""
        return re.compile(any_of(self.promises))

    @cached_property
    def ended(self) -> re.Pattern[str]:
        """A word that says a thing is over or not done."""
        return re.compile(any_of(self.over))


def any_of(words: list[str]) -> str:
    """A pattern of any of some words, the longest first; of no word nothing matches."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
