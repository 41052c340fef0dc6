"""How findings quote what a writer wrote: the words of a line, the beginning of a text."""

from __future__ import annotations

from typing import Final

from model.values.one_line import one_line

SENTENCE: Final = 40
"""Characters of a sentence that is quoted."""
_NAME: Final = 21


def words_of(text: str) -> str:
    """The words of a line on one line; where it has none, a word for that."""
    return one_line(text) or "（内容が空欄の行）"


def shortened(text: str, most: int = _NAME) -> str:
    """A text on one line without its full stop; of a longer one than ``most`` characters the beginning."""
    line = one_line(text).removesuffix("。")
    return line if len(line) <= most else f"{line[: most - 1]}…"
