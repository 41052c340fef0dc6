"""How wide text is when it is printed, as well as that can be said without its font."""

from __future__ import annotations

import unicodedata


def em_width(text: str) -> float:
    """The width of one line of text in em: a Japanese character is 1 wide, any other a little more than half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.56 for sign in text)
