"""Running text cut into paragraphs and sentences, each with where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from model.amount import half_width

_SENTENCE: Final = re.compile(r"[^。\n]+。?")


class Sentence(NamedTuple):
    """A sentence, or what stands on a line of its own.

    Attributes:
        start: where it begins in the text that was read.
        text: the sentence in half-width letters and figures, of the same length as in the text.
    """

    start: int
    text: str


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs (lines) of a text, each with where it begins."""
    start = 0
    for paragraph in text.split("\n"):
        yield start, paragraph
        start += len(paragraph) + 1


@lru_cache(maxsize=16_384)
def sentences(paragraph: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph."""
    plain = half_width(paragraph)
    return tuple(Sentence(each.start(), each.group()) for each in _SENTENCE.finditer(plain))
