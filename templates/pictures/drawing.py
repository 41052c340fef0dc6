"""What a picture is made of: boxes, lines and words at their places, distinguished by pattern and order, never by colour alone.

A face paints the marks in their order; sizes are in units of the drawing, whose text is ``TEXT`` units high.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import msgspec

TEXT: Final = 13
"""The size of ordinary words."""

Pattern: TypeAlias = Literal["solid", "dots", "rising", "falling", "cross", "level"]


class Tone(msgspec.Struct, frozen=True):
    """How an area looks: its colour on light ground, and the pattern drawn on it."""

    fill: str
    pattern: Pattern


TONES: Final = (
    Tone("#1d3a5f", "solid"),
    Tone("#e3b36b", "dots"),
    Tone("#6f9fa3", "rising"),
    Tone("#dde3ea", "falling"),
    Tone("#a7769a", "cross"),
    Tone("#bccb94", "level"),
)
"""Calm colours whose lightness differs, so that they differ in grey, each with a pattern of its own."""

PALE: Final = 3
"""The tone of what is compared with: last year."""


class Box(msgspec.Struct, frozen=True):
    """An area; ``says`` is what it stands for, in words."""

    x: float
    y: float
    width: float
    height: float
    tone: int
    says: str = ""


class Line(msgspec.Struct, frozen=True):
    """A thin straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Words(msgspec.Struct, frozen=True):
    """Words on one line; ``y`` is their base line, ``x`` their begin, or their end where ``ends`` is set."""

    x: float
    y: float
    text: str
    ends: bool = False
    is_strong: bool = False
    is_quiet: bool = False


Mark: TypeAlias = Box | Line | Words


class Drawing(msgspec.Struct, frozen=True):
    """A picture.

    Attributes:
        key: which picture it is; unique on a sheet.
        title: what it shows, printed at its top too.
        alternative: all that it shows, in sentences, for who does not see it.
    """

    key: str
    title: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    alternative: str


def width_of(text: str) -> float:
    """About how wide words are, in units: full-width signs are as wide as high, others some half of it."""
    return sum(TEXT if ord(sign) > 0xFF else TEXT * 0.58 for sign in text)


def fitting(text: str, room: float) -> str:
    """The text, cut with 「…」 where it is wider than the room."""
    left, kept = room, 0  # what fits with 「…」 behind it
    for number, sign in enumerate(text):
        left -= width_of(sign)
        if left < 0:
            return f"{text[:kept]}…"
        if left >= TEXT:
            kept = number + 1
    return text


def in_lines(text: str, room: float, most: int) -> list[str]:
    """The text on lines as wide as the room, ``most`` at the most; the last one is cut where it is wider."""
    lines: list[str] = []
    begin, left = 0, room
    for number, sign in enumerate(text):
        if len(lines) == most - 1:
            break
        left -= width_of(sign)
        if left < 0 and number > begin:
            lines.append(text[begin:number])
            begin, left = number, room - width_of(sign)
    return [*lines, fitting(text[begin:], room)]
