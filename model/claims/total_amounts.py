"""Amounts that a sentence says of the whole sheet by their label: 「要求額 124,767千円」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from model.claims.amounts import Money, bracket_behind, money_in
from model.claims.paragraphs import paragraphs, sentences
from model.incremental.results import Results
from model.standard.text_words import TextWords, any_of
from model.values.fiscal_year import YEAR

# 「平成31年度の要求額は…」 is the sheet's own where the year is; which it is, the check knows.
_YEAR: Final = rf"{YEAR}\s*年度?の?(?:当初)?(?:予算)?の?"


class TotalAmount(NamedTuple):
    """An amount with the label directly before it.

    Attributes:
        start: where the amount begins in its paragraph.
        sentence: the sentence.
        label: the label.
        figure: which figure of the sheet it is.
        money: the amount.
        is_of_whole: it is said to be that of the whole project (本事業の要求額).
        said: what the sentence says before the label, the year it names with it included.
    """

    start: int
    sentence: str
    label: str
    figure: str
    money: Money
    is_of_whole: bool
    said: str


def total_amounts(text: str, words: TextWords, results: Results) -> Iterator[tuple[int, TotalAmount]]:
    """The amounts of a text that stand directly behind a label of the sheet's figures, with where their paragraph begins."""
    for start, paragraph in paragraphs(text):
        if "円" in paragraph:
            for amount in results.of(_of, paragraph, words):
                yield start, amount


def _of(paragraph: str, words: TextWords) -> tuple[TotalAmount, ...]:
    return tuple(_read(paragraph, words))


def _read(paragraph: str, words: TextWords) -> Iterator[TotalAmount]:
    labelled = _pattern(words)
    figures = {total.label: total.figure for total in words.totals}
    for start, text in sentences(paragraph):
        for money in money_in(text):
            match = labelled.search(text[: money.start])
            if match is None or words.opened_amount.match(text[money.end :]):
                continue
            # The label stands at the amount: but for a bracket, what comes behind is of another.
            said = text[: match.start()] + (match["year"] or "") + bracket_behind(text, money)
            if not words.other.search(said):
                yield TotalAmount(
                    start + money.start,
                    text.strip(),
                    match["label"],
                    figures[match["label"]],
                    money,
                    bool(match["whole"]),
                    said,
                )


def _pattern(words: TextWords) -> re.Pattern[str]:
    labels = any_of([total.label for total in words.totals])
    return re.compile(
        rf"(?:(?P<whole>{any_of(words.whole)})|(?P<year>{_YEAR})|(?<![a-zA-Zァ-ヺー一-鿿々の\d]))"
        rf"(?P<label>{labels})\s*(?:は|として|が)?\s*[:、(]?\s*\Z"
    )
