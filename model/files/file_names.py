"""Names of the files that are written: safe on every system, short enough, and each one's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final
from unicodedata import category, normalize

from model.values.pattern import lazy_pattern

LONGEST: Final = 255
"""Bytes of a file's name on Linux; Windows and macOS allow as many units of UTF-16, which are fewer."""

_REFUSED: Final = frozenset('\\/:*?"<>|')  # by Windows
_BREAKS: Final = ("Cc", "Cs", "Zl", "Zp")  # control characters with NUL, halves of characters, line ends
_UNSEEN: Final = "Cf"  # marks of direction and the like
_DEVICE: Final = lazy_pattern(
    r"\A(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))", re.I
)


def safe_stem(text: str) -> str:
    """A text as the name of a file without its ending: what a system refuses is a space; "" where nothing is left.

    Names of devices (CON, NUL …), which Windows takes for these with any ending, get 「_」 behind the word.
    """
    clean = "".join(
        " " if sign in _REFUSED or category(sign) in _BREAKS else sign
        for sign in text
        if category(sign) != _UNSEEN
    )
    return _DEVICE.sub(r"\g<0>_", clean.strip(". \u3000"))


def fitting(stem: str, behind: Iterable[str] = ()) -> str:
    """The stem, cut so that it makes a name that a file may have with each of the endings behind it."""
    room = LONGEST - max(map(_length, behind), default=0)
    if _length(stem) <= room:
        return stem
    cut = stem[:room]
    while _length(cut) > room:
        cut = cut[:-1]
    return cut.rstrip()


class TakenNames:
    """The names of the files that one run has written; names that a system takes for the same are one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, stem: str, endings: Iterable[str]) -> Iterator[str]:
        """The stems under which none of these endings is taken: the stem itself, safe on every system, then with 「-2」, 「-3」 … behind it."""
        endings = tuple(endings)
        stem = safe_stem(stem) or "_"
        for number in count(1):
            mark = f"-{number}" if number > 1 else ""
            name = fitting(stem, [mark + ending for ending in endings]) + mark
            if self._taken.isdisjoint(_folded(name + ending) for ending in endings):
                yield name

    def take(self, stem: str, endings: Iterable[str]) -> None:
        """The files of this stem and these endings are written."""
        self._taken |= {_folded(stem + ending) for ending in endings}


def _folded(name: str) -> str:
    """What is the same for names that Windows or macOS takes for one: of other case, or composed in another way."""
    return normalize("NFC", normalize("NFD", name).casefold())


def _length(text: str) -> int:
    """In bytes; those of a name on Linux that is no UTF-8 count as one each."""
    return len(text.encode("utf-8", "replace"))
