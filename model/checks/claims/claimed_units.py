"""Amounts of a text in the wrong unit: 「200万円」 of a line of 200千円."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.claims.known_figures import KnownFigures
from model.checks.claims.said_figures import said_figures
from model.checks.finding import thousands
from model.checks.narrative import contradicted, mended
from model.checks.quoted import words_of
from model.checks.rule import Found, WholeCheck
from model.checks.sources import TEXTS_AND_TABLES as _SOURCE
from model.claims.quantities.amounts import Money, money_in
from model.claims.texts.paragraphs import in_paragraphs, sentences
from model.figures.figures import LineTotals, every_line
from model.request import place
from model.values.amount import half_width

_POWERS: Final = (10, 100, 1_000, Fraction(1, 10), Fraction(1, 100), Fraction(1, 1_000))
_SHARED: Final = 5
"""Letters of a line's words that tell, with its digits, that a sentence means it."""


@WholeCheck.rule(
    "text-amount",
    "本文に千円でない単位で書いた額は、名前を挙げた経費の額と桁が同じ。",
    _SOURCE,
    "warning",
)
def units_of_amounts_are_right(case: Case) -> Iterator[Found]:
    """「審査事務費には、旅費、消耗品費等として200万円を計上する」 has the digits of the line of 200千円, and another size.

    Read in sentences with one amount that say nothing of other years or of a whole of years, where it is no figure of the sheet and one
    line has its digits and words.
    """
    known: KnownFigures | None = None
    for section in case.content:
        for sentence, money in in_paragraphs(case.results, _in_other_units, section.text):
            line = (
                None
                if case.standard.text_words.patterns.other.search(sentence)
                else _meant(case, sentence, money)
            )
            if line is None:
                continue
            known = known or KnownFigures(case)
            where = place.section(section.id, "text")
            if known.have(money, is_sure=True) or any(
                said.where == where and said.wrong and said.claim.sentence == sentence
                for said in said_figures(case)
            ):
                continue
            right = line.amount.value
            assert right is not None
            new, start = money.with_value(right), section.text.find(money.written)
            yield contradicted(
                section,
                money.written,
                f"所要経費の表の「{words_of(line.line.text)}」は {thousands(right)} ",
                "単位が違いませんか。どちらかを直してください。",
                mended(section, start, money.written, new, f"文の額を{new}に直す")
                if new and start >= 0
                else None,
            )


def _in_other_units(paragraph: str) -> tuple[tuple[str, Money], ...]:
    """The sentences of a paragraph with one amount, in another unit than 千円, and that."""
    if not any(unit in paragraph for unit in ("万円", "億円", "百万円")):
        return ()
    read = ((sentence, money_in(sentence)) for _, sentence in sentences(paragraph))
    return tuple(
        (sentence, found[0]) for sentence, found in read if len(found) == 1 and found[0].unit != "千円"
    )


def _meant(case: Case, sentence: str, money: Money) -> LineTotals | None:
    """The one line whose words a sentence shares and whose amount has the digits of one that is written, in another size."""
    found = [
        line
        for group in case.totals.groups
        for line in every_line(group.lines)
        if (amount := line.amount.value)
        and any(money.value == amount * power for power in _POWERS)
        and _shares_words(sentence, half_width(line.line.text))
    ]
    return found[0] if len(found) == 1 else None


def _shares_words(sentence: str, name: str) -> bool:
    length = min(_SHARED, len(name))
    return length > 3 and any(name[at : at + length] in sentence for at in range(len(name) - length + 1))
