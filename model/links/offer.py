"""Which figure of the sheet the words are that were just typed: what is offered to be linked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from model.links.figure_values import LinkChoice
from model.links.forms import WORDS
from model.values.amount import half_width

_LEAST_DIGITS: Final = 3
"""Digits of an amount that is offered without being named: 「5千円」 is too many things."""
_SENTENCE_ENDS: Final = "。\n"
_OF_NUMBERS: Final = "0123456789,.億万"


def offer(text: str, caret: int, choices: Iterable[LinkChoice]) -> LinkChoice | None:
    """The figure that the words before the caret say, in the form in which they say it; None for none.

    Words of more letters go before words of fewer; of figures of one value the one whose name stands nearest before them in the
    sentence, else the first of the sheet. A word of a direction, a rate or people is offered only where the sentence names the figure.

    Args:
        text: the text.
        caret: where the caret stands in it.
        choices: the ways to write the figures of the sheet.
    """
    before = half_width(text[:caret])
    found = [choice for choice in choices if _ends(before, half_width(choice.words))]
    if not found:
        return None
    longest = max(len(choice.words) for choice in found)
    begin = max(before.rfind(end) for end in _SENTENCE_ENDS) + 1
    sentence = before[begin : len(before) - longest]
    best = max(
        (choice for choice in found if len(choice.words) == longest),
        key=lambda choice: _nearness(choice, sentence),  # the first of equals
    )
    is_told = _nearness(best, sentence) >= 0
    has_digits = sum(letter.isdecimal() for letter in best.words) >= _LEAST_DIGITS
    is_amount = best.figure.kind in ("amount", "period") and best.form not in WORDS
    return best if is_told or (is_amount and has_digits) else None


def _ends(before: str, words: str) -> bool:
    """Whether a text ends in the words, and not amid a longer number."""
    start = len(before) - len(words)
    is_amid = start > 0 and words[0].isdecimal() and before[start - 1] in _OF_NUMBERS
    return before.endswith(words) and not is_amid


def _nearness(choice: LinkChoice, sentence: str) -> int:
    """Where the last of the names of a figure ends in the sentence before its words; -1 where none stands there."""
    ends = (sentence.rfind(name) + len(name) for name in choice.figure.names if name in sentence)
    return max(ends, default=-1)
