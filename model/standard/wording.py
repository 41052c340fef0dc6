"""Words that tell something in the texts of a request, as the Standard lists them: lease words, fuel words ….

「ニュースリリース」 and 「グリース」 hold 「リース」 and are no leases: such longer words stand in ``but_not`` and are read
over. A word of ``unless`` anywhere in the text says that it is about something else (「電気料金高騰対策支援金」). Full-width and half-width are one (「ﾘｰｽ」).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property, lru_cache

from model.standard.setting import Setting


class Wording(Setting, frozen=True, dict=True, kw_only=True):
    """Words of which one tells the thing.

    Attributes:
        words: the words.
        but_not: longer words that hold one of them and mean something else.
        unless: words that, anywhere in the text, speak against it.
    """

    words: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def is_in(self, text: str) -> bool:
        """Whether a text has one of the words.

        >>> Wording(words=("リース",), but_not=("リリース",)).is_in("ニュースリリース、機器ﾘｰｽ料")
        True
        """
        return bool(text) and self._search(text)

    def is_against(self, text: str) -> bool:
        """Whether a text has a word of ``unless``."""
        return bool(self.unless) and self._against(text)

    @cached_property
    def _search(self) -> Callable[[str], bool]:
        """Looks a text through; texts hardly ever change from one keystroke to the next, so that they are kept."""
        words, longer = _any_of(self.words), _any_of(self.but_not)
        if not words:
            return lambda _text: False
        search = re.compile(f"{longer}|({words})" if longer else f"({words})").finditer

        @lru_cache(maxsize=16_384)
        def is_in(text: str) -> bool:
            return any(match[1] is not None for match in search(_plain(text))) and not self.is_against(text)

        return is_in

    @cached_property
    def _against(self) -> Callable[[str], bool]:
        search = re.compile(_any_of(self.unless)).search
        return lambda text: search(_plain(text)) is not None


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(_plain(word)) for word in words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
