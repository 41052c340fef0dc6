"""The amounts of a sentence that are the parts of a whole that it names, where they come to it.

「開催費1,250千円の内訳は会場費400千円、講師謝金850千円」, 「開催費は会場費400千円、講師謝金850千円の計1,250千円」.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final, NamedTuple

from model.claims.equations.marked_sentences import AMOUNT, SIGNS, MarkedSentence, Term
from model.values.pattern import lazy_pattern

_FIRST: Final = lazy_pattern(
    rf"[一-鿿ァ-ヺー](?:は|が|として|に)?、?{AMOUNT}(?:(?:の|(?:で|であり|となり)?、?(?:その)?)?(?:内訳|内容)は|のうち、?|\(|[はが](?=[^。]*(?:から[成な]|で構成)))"
)
"""A whole that its parts follow: 「開催費1,250千円の内訳は」."""
_LAST: Final = lazy_pattern(
    rf"[費料金業託](?:は|に(?:は)?|として)、?[^、。はが{SIGNS}]{{1,20}}(?P<parts>{AMOUNT}[^。はが]*?(?:計|[合あ]わせて?|から[成な]る))、?[^、。{SIGNS}]{{0,8}}{AMOUNT}"
)
"""The parts of what a sentence is about, and their sum: 「開催費は、会場費400千円、講師謝金850千円の計1,250千円」."""


class Breakdown(NamedTuple):
    """A whole and the amounts that come to it, 千円."""

    whole: Fraction
    parts: frozenset[Fraction]


def breakdowns(sentence: str) -> tuple[Breakdown, ...]:
    """The wholes that a sentence names, each with parts that come to it."""
    marked = MarkedSentence(sentence)
    found: list[Breakdown] = []
    for match in _FIRST.finditer(marked.text):
        (whole,) = marked.within(match)
        found += _in_order(whole, [one for one in marked.of_kind(AMOUNT) if one > whole])
    for match in _LAST.finditer(marked.text):
        *parts, whole = marked.within(match)
        found += _in_order(whole, parts)
    return tuple(found)


def _in_order(whole: Term, amounts: Sequence[Term]) -> Iterator[Breakdown]:
    """Yield a whole with the first of some amounts, two or more, that come to it."""
    values = [one.value for one in amounts]
    for count, total in enumerate(accumulate(values), 1):
        if count > 1 and total == whole.value:
            yield Breakdown(whole.value, frozenset(values[:count]))
