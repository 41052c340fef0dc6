"""Names on one line."""

from __future__ import annotations


def one_line(text: str) -> str:
    """A name without the line breaks a writer put in for looks."""
    return text.replace("\n", "").strip()
