"""A text as it is searched: without differences of width and case, and without the commas of figures."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

from model.values.pattern import lazy_pattern

# A character with the marks that belong to it: half-width kana are voiced by a second character.
_CHARACTER: Final = lazy_pattern("(?s:.)[\uff9e\uff9f\u3099\u309a]*")
_GROUPING: Final = lazy_pattern(
    "(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))|(?<=[０-９])[,，](?=[０-９]{3}(?![０-９]))"
)
_MINUS: Final = lazy_pattern("[△▲−－](?=[0-9０-９])")


class Folded(NamedTuple):
    """A text as it is searched.

    Attributes:
        begins: of each of its characters, where what it stands for begins in the original; -1 within that.
        ends: where that ends; -1 where more of it follows.
    """

    text: str
    begins: list[int]
    ends: list[int]

    def spans(self, wanted: str) -> list[tuple[int, int]]:
        """Where a folded text that is not empty stands in the original, from the left, without overlap."""
        found: list[tuple[int, int]] = []
        start = self.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            whole = self.begins[start] >= 0 and self.ends[end - 1] >= 0
            if whole:
                found.append((self.begins[start], self.ends[end - 1]))
            start = self.text.find(wanted, end if whole else start + 1)
        return found


def folded(text: str, *, ignores_width: bool) -> Folded:
    """Fold a text that is searched, or searched for; the commas of a figure never count.

    Where width is ignored, full-width and half-width letters, digits, signs and kana are the same, and so are capital and small letters.
    """
    commas = {match.start() for match in _GROUPING.finditer(text)}
    minus = {match.start() for match in _MINUS.finditer(text)} if ignores_width else set()
    letters: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    for match in _CHARACTER.finditer(text):
        begin, end = match.span()
        if begin in commas:
            continue
        plain = "-" if begin in minus else _plain(match[0]) if ignores_width else match[0]
        letters.append(plain)
        begins += [begin, *[-1] * (len(plain) - 1)]
        ends += [*[-1] * (len(plain) - 1), end]
    return Folded("".join(letters), begins, ends)


def _plain(character: str) -> str:
    # What folds to nothing stays as it is: each character of the original keeps one that stands for it.
    return unicodedata.normalize("NFKC", character).replace("~", "〜").casefold() or character
