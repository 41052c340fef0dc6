"""Words that tell something in the texts of a request, as the Standard lists them: lease words, fuel words ….

「ニュースリリース」 and 「グリース」 hold 「リース」 and are no leases: such longer words stand in ``but_not`` and are read
over. A word of ``unless`` anywhere in the text says that it is about something else (「電気料金高騰対策支援金」). Full-width and half-width are one (「ﾘｰｽ」).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from msgspec.structs import force_setattr

from model.standard.setting import Setting

_TO_HIRAGANA: Final[Mapping[int, int]] = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


class Wording(Setting, frozen=True, kw_only=True):
    """Words of which one tells the thing.

    Attributes:
        words: the words.
        but_not: longer words that hold one of them and mean something else.
        unless: words that, anywhere in the text, speak against it.
    """

    words: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Write the words as texts are looked through: full-width and half-width are one."""
        for field in ("words", "but_not", "unless"):
            force_setattr(self, field, tuple(map(plain_form, getattr(self, field))))

    def is_in(self, text: str) -> bool:
        """Whether a text has one of the words.

        >>> Wording(words=("リース",), but_not=("リリース",)).is_in("ニュースリリース、機器ﾘｰｽ料")
        True
        """
        if not text or not self.words:
            return False
        plain = plain_form(text)
        if not any(word in plain for word in self.words):
            return False
        if self.but_not:
            longer, words = ("|".join(map(re.escape, some)) for some in (self.but_not, self.words))
            if all(match[1] is None for match in re.finditer(f"{longer}|({words})", plain)):
                return False
        return not any(word in plain for word in self.unless)

    def is_against(self, text: str) -> bool:
        """Whether a text has a word of ``unless``."""
        return any(word in plain_form(text) for word in self.unless)


def plain_form(text: str) -> str:
    """A text as words are looked for in it: full-width letters as half-width ones, half-width kana as full-width."""
    return unicodedata.normalize("NFKC", text)


def sound_form(text: str) -> str:
    """A text as names are compared: its plain form in hiragana, without spaces."""
    return "".join(plain_form(text).split()).translate(_TO_HIRAGANA)
