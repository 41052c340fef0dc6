"""Texts that stand in several rows (the narrative, long names and remarks), put together again.

The program cuts a text at its paragraphs, and long paragraphs at sentences; what stood between the pieces (line
breaks, blank lines, a writer's indent) is found in the text as it was, so that an untouched piece comes back exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

_STEP: Final = 2  # half-width spaces of one step of a cell's indent


class Piece(NamedTuple):
    """A row of a text.

    Attributes:
        number: which piece of the written text it is, from 0; None for an inserted row.
        text: what stands there now.
        indent: the indent of its cell, for an inserted one.
    """

    number: int | None
    text: str
    indent: int = 0


def rejoined(whole: str, written: Sequence[str], now: Sequence[Piece]) -> str:
    """The text as its rows have it now.

    Args:
        whole: the text as it was, in the words of the sheet.
        written: the pieces that the program wrote, in order.
        now: the rows that are there, in their order; an emptied one counts as deleted.
    """
    leads, tail = _between(whole, written)
    text = ""
    last: int | None = None
    for piece in now:
        if not piece.text:
            continue
        if piece.number is None:
            lead = ("\n" if text else "") + " " * (piece.indent * _STEP)
        else:
            lead = leads[piece.number]
            follows = last is not None and last == piece.number - 1
            if not text and piece.number:
                lead = lead.lstrip("\n")
            elif text and not follows and "\n" not in lead:
                lead = f"\n{lead}"
        text += lead + piece.text
        last = piece.number
    ends_as_written = last is not None and last == len(written) - 1
    return text + tail if ends_as_written and not tail.strip() else text


def _between(whole: str, written: Sequence[str]) -> tuple[list[str], str]:
    """What stood before each piece, and after the last."""
    leads: list[str] = []
    index = 0
    for number, piece in enumerate(written):
        found = whole.find(piece, index)
        if found >= 0:
            leads.append(whole[index:found])
            index = found + len(piece)
            continue
        leads.append("\n" if number else "")
        opening = next((start for start in range(len(piece)) if whole.startswith(piece[start:], index)), None)
        if opening is not None:  # the form's own words stand before the text
            index += len(piece) - opening
    return leads, whole[index:]


def inner(printed: str, held: str, now: str) -> str:
    """The text a person means where the form prints its own words around what the request held.

    「1 事業概要」 now holds 「事業概要」.
    """
    index = printed.find(held) if held else -1
    before, after = (printed[:index], printed[index + len(held) :]) if index >= 0 else (printed, "")
    if before and now.startswith(before):
        now = now[len(before) :]
    if after and now.endswith(after):
        now = now[: len(now) - len(after)]
    return now
