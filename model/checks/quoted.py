"""How findings quote what a writer wrote: the words of a line, a sentence of a text."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 40


def words_of(text: str) -> str:
    """The words of a line on one line."""
    return text.replace("\n", "").strip() or "（内容が空欄の行）"


def shortened(sentence: str, longest: int = _LONGEST) -> str:
    """A sentence without its full stop; of a long one the beginning."""
    plain = words_of(sentence).removesuffix("。")
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
