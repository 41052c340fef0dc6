"""How wide text is where letters have one of two widths: in a terminal, in a plain text."""

from __future__ import annotations

from unicodedata import east_asian_width


def display_width(text: str) -> int:
    """The width of a text in half-width letters; 2 for each letter of full width."""
    return sum(2 if east_asian_width(letter) in "FWA" else 1 for letter in text)
