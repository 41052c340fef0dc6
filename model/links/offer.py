"""Which figure of the sheet the words are that were just typed: what is offered to be linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from model.claims.quantities.amounts import money_in
from model.links.figure_values import LinkChoice, LinkedValue, linkable
from model.links.forms import ENDINGS, WORDS, forms_of, shown
from model.names.figure_outline import SheetFigure
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_LEAST_DIGITS: Final = 3
"""Digits of an amount that is offered without being named: 「5千円」 is too many things."""
_OF_TABLES: Final = ("line/", "group/")
_ROUNDED: Final = 10  # 千円 by which 「約1億2,477万円」 may be off at the most
_SENTENCE_ENDS: Final = "。\n"
_OF_NUMBERS: Final = "0123456789,.億万"
_WITH_ALL_DIGITS: Final = frozenset(("thousands", "thousands_without_sign", "digits", "thousands_up_or_down"))
_EVERY_ENDING: Final = tuple(ending for endings in ENDINGS.values() for ending in endings)
_LONGEST_ENDING: Final = max(map(len, _EVERY_ENDING))
_LONGEST_NUMBER: Final = 24  # characters of an amount with its unit
_NUMBER_AT_END: Final = lazy_pattern(r"([0-9][0-9,]{0,17})(?:千円)?[増減]?\Z")


def may_say_a_figure(text: str, caret: int) -> bool:
    """Whether the words before the caret end as a figure does: what takes no time where they do not."""
    return half_width(text[max(0, caret - _LONGEST_ENDING) : caret]).endswith(_EVERY_ENDING)


def offer(text: str, caret: int, figures: Iterable[SheetFigure]) -> LinkChoice | None:
    """The figure that the words before the caret say, in the form in which they say it; None for none.

    Words of more letters go before words of fewer; of figures of one value the one whose name stands nearest before them in the
    sentence, else the first of the sheet. A word of a direction, a rate or people is offered only where the sentence names the figure.
    """
    before = half_width(text[:caret])
    begin = max(before.rfind(end) for end in _SENTENCE_ENDS) + 1
    found = list(_said(before, linkable(_near(before[begin:], figures))))
    if not found:
        return None
    longest = max(len(choice.words) for choice in found)
    sentence = before[begin : len(before) - longest]
    best = max(
        (choice for choice in found if len(choice.words) == longest),
        key=lambda choice: _nearness(choice, sentence),  # the first of equals
    )
    is_told = _nearness(best, sentence) >= 0
    has_digits = sum(letter.isdecimal() for letter in best.words) >= _LEAST_DIGITS
    is_amount = best.figure.kind in ("amount", "period") and best.form not in WORDS
    return best if is_told or (is_amount and has_digits) else None


def _near(sentence: str, figures: Iterable[SheetFigure]) -> Iterator[SheetFigure]:
    """The figures that the end of a sentence may say, known by the sentence or by their values: of a thousand lines a few are written out."""
    amounts = money_in(sentence[-_LONGEST_NUMBER:])
    number = _NUMBER_AT_END.search(sentence[-_LONGEST_NUMBER:])
    said = [round(amounts[-1].value)] if amounts else []
    said += [int(number[1].replace(",", ""))] if number else []
    least, most = min(said, default=0) - _ROUNDED, max(said, default=0) + _ROUNDED
    for figure in figures:
        if not figure.place.startswith(_OF_TABLES) or any(name in sentence for name in figure.names):
            yield figure
        elif said:
            values = (figure.value, figure.previous, figure.change)
            if any(least <= abs(value) <= most for value in values if isinstance(value, int)):
                yield figure


def _said(before: str, figures: Iterable[LinkedValue]) -> Iterator[LinkChoice]:
    """The figures in the forms in which a text ends in their words; most are passed over by their value."""
    number = _NUMBER_AT_END.search(before[-_LONGEST_NUMBER:])
    value = int(number[1].replace(",", "")) if number else None
    forms = [form for form, endings in ENDINGS.items() if before.endswith(endings)]
    for figure in figures:
        for form in forms_of(figure.kind):
            if form not in forms or (
                form in _WITH_ALL_DIGITS and value not in (figure.value, _minus(figure))
            ):
                continue
            words = shown(figure.value, form)
            if words is not None and _ends(before, half_width(words)):
                yield LinkChoice(figure, form, words)


def _minus(figure: LinkedValue) -> int | None:
    return -figure.value if isinstance(figure.value, int) else None


class Certain(NamedTuple):
    """Words of a text that are certainly a figure of the sheet, and where they begin."""

    start: int
    choice: LinkChoice


def certain(text: str, choices: Sequence[LinkChoice]) -> list[Certain]:
    """The words of a text of which its own sentence says which figure they are, in their order.

    A figure is certain where its name stands before the words in the sentence, nearer than that of any other figure that has the
    same words, and no other amount stands between.

    Words of a direction are never certain.
    """
    plain = half_width(text)
    by_words: dict[str, list[LinkChoice]] = {}
    for choice in choices:
        if choice.form not in WORDS and choice.words != str(choice.figure.value):
            by_words.setdefault(half_width(choice.words), []).append(choice)
    found: dict[int, Certain] = {}
    for words, some in by_words.items():
        start = plain.find(words)
        while start >= 0:
            best = _certain_of(plain, start, words, some)
            known = found.get(start)
            if best is not None and (known is None or len(known.choice.words) < len(words)):
                found[start] = Certain(start, best)
            start = plain.find(words, start + len(words))
    return _apart(sorted(found.values(), key=lambda one: (one.start, -len(one.choice.words))))


def _certain_of(text: str, start: int, words: str, some: Sequence[LinkChoice]) -> LinkChoice | None:
    """The one figure of some that is named nearest before its words; None where it is none, or not one alone."""
    end = start + len(words)
    if not _ends(text[:end], words) or (
        end < len(text) and text[end] in _OF_NUMBERS and words[-1] in _OF_NUMBERS
    ):
        return None
    begin = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    sentence = text[begin:start]
    nearest = max(_nearness(choice, sentence) for choice in some)
    named = [choice for choice in some if _nearness(choice, sentence) == nearest]
    between = sentence[nearest:] if nearest >= 0 else ""
    is_clear = len({choice.figure.place for choice in named}) == 1 and not any(map(str.isdecimal, between))
    return named[0] if nearest >= 0 and is_clear else None


def _apart(found: Iterable[Certain]) -> list[Certain]:
    """Those that begin behind the one before."""
    kept: list[Certain] = []
    for one in found:
        if not kept or one.start >= kept[-1].start + len(kept[-1].choice.words):
            kept.append(one)
    return kept


def _ends(before: str, words: str) -> bool:
    """Whether a text ends in the words, and not amid a longer number."""
    start = len(before) - len(words)
    is_amid = start > 0 and words[0].isdecimal() and before[start - 1] in _OF_NUMBERS
    return before.endswith(words) and not is_amid


def _nearness(choice: LinkChoice, sentence: str) -> int:
    """Return where the last name of a figure ends in the sentence before its words; -1 where there is none."""
    ends = (sentence.rfind(name) + len(name) for name in choice.figure.names if name in sentence)
    return max(ends, default=-1)
