"""The letters of a sentence as names are looked for in them, whatever the names are: a changed name reads no text anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.claims.texts.paragraphs import sentences

KEY: Final = 4
"""Letters by which names are looked for; none has fewer."""


class Letters(NamedTuple):
    """The letters of a sentence without joints, with which a name may be written or not.

    Attributes:
        plain: the sentence in half-width letters.
        bare: its letters that are no joint.
        at: where each of these stands in the sentence.
        keys: the first letters behind each place of ``bare``.
    """

    plain: str
    bare: str
    at: Sequence[int]
    keys: list[str]


def letters_of(plain: str, joints: re.Pattern[str]) -> Letters:
    """The letters of a sentence in half-width letters: those of 「の」 in 「施設の管理委託」 are none."""
    left_out = {place for match in joints.finditer(plain) for place in range(*match.span())}
    at: Sequence[int] = range(len(plain))
    if left_out:
        at = [place for place in at if place not in left_out]
    bare = "".join([plain[place] for place in at]) if left_out else plain
    return Letters(plain, bare, at, [bare[index : index + KEY] for index in range(len(bare) - KEY + 1)])


def letters_in(paragraph: str, joints: re.Pattern[str]) -> tuple[Letters, ...]:
    """The letters of a paragraph, sentence by sentence."""
    return tuple([letters_of(sentence.text, joints) for sentence in sentences(paragraph)])
