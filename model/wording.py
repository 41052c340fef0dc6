"""Words that tell something in the texts of a request, as the Standard lists them: lease words, fuel words ….

「ニュースリリース」 and 「グリース」 hold 「リース」 and are no leases: such longer words stand in ``but_not`` and are read
over. Full-width and half-width are one (「ﾘｰｽ」).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property, lru_cache

import msgspec


class Wording(msgspec.Struct, frozen=True, dict=True, kw_only=True):
    """Words of which one tells the thing.

    Attributes:
        words: the words.
        but_not: longer words that hold one of them and mean something else.
    """

    words: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()

    def is_in(self, text: str) -> bool:
        """Whether a text has one of the words.

        >>> Wording(words=("リース",), but_not=("リリース",)).is_in("ニュースリリース、機器ﾘｰｽ料")
        True
        """
        return bool(text) and self._search(text)

    @cached_property
    def _search(self) -> Callable[[str], bool]:
        """Looks a text through; texts hardly ever change from one keystroke to the next, so that they are kept."""
        if not self.words:
            return lambda _text: False
        pattern = re.compile(
            "|".join(
                [
                    *map(re.escape, map(_plain, self.but_not)),
                    f"({'|'.join(map(re.escape, map(_plain, self.words)))})",
                ]
            )
        )
        return lru_cache(maxsize=4096)(
            lambda text: any(match[1] is not None for match in pattern.finditer(_plain(text)))
        )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
