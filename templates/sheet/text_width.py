"""How wide text is when it is printed, as well as that can be said without its font."""

from __future__ import annotations

import unicodedata


def em_width(text: str) -> float:
    """The width of one line of text in em: a Japanese character is 1 wide, a capital about 0.7, any other a little over half."""
    return sum(
        1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.68 if sign.isupper() else 0.56
        for sign in text
    )
