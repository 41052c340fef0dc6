"""Running text cut into paragraphs and sentences, each with where it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Concatenate, Final, NamedTuple, ParamSpec, TypeVar

from model.incremental.results import Results
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

LONGEST_SENTENCE: Final = 1_000
"""Characters; published sheets have up to 110. In a longer one every amount would be held against every other."""

_SENTENCE: Final = lazy_pattern(r"[^。\n]+。?")

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Sentence(NamedTuple):
    """A sentence, or a line of text without a full stop, and where it begins in the text that was read.

    It is in half-width letters and figures, of the same length as in the text.
    """

    start: int
    text: str


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs (lines) of a text, each with where it begins."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


def in_paragraphs(
    results: Results,
    read: Callable[Concatenate[str, _P], tuple[_R, ...]],
    text: str,
    *more: _P.args,
    **_none: _P.kwargs,
) -> tuple[_R, ...]:
    """What a pure function reads in the paragraphs of a text; only those that were not read before are read."""
    found: tuple[_R, ...] = results.of(_in_each, read, text, *more, results)
    return found


def _in_each(read: Callable[..., tuple[Any, ...]], text: str, *more: Any) -> tuple[Any, ...]:
    *others, results = more
    return tuple(
        [found for _, paragraph in paragraphs(text) for found in results.of(read, paragraph, *others)]
    )


def sentences(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, without those that are too long to be read (``has_long_sentence``)."""
    plain = half_width(paragraph)
    return tuple(
        Sentence(found.start(), found.group())
        for found in _SENTENCE.finditer(plain)
        if len(found.group()) <= LONGEST_SENTENCE
    )


def has_long_sentence(paragraph: str) -> bool:
    """Whether a sentence of a paragraph is too long to be read."""
    return len(paragraph) > LONGEST_SENTENCE and any(
        len(found.group()) > LONGEST_SENTENCE for found in _SENTENCE.finditer(paragraph)
    )
