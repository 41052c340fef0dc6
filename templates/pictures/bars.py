"""Bars below each other, each with its words above and the names of its parts below it; a scale of one zero for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from templates.pictures.drawing import TEXT, Box, Drawing, Line, Mark, Words, fitting, width_of

WIDTH: Final = 360
_TITLE: Final = 30
_LINE: Final = 19
_BAR: Final = 18
_THIN: Final = 10
_LOW: Final = 12
_AFTER: Final = 12
_SWATCH: Final = 11
_GAP: Final = 14


class Part(msgspec.Struct, frozen=True):
    """A part of a bar: its name, its size, and its figure in words."""

    name: str
    size: float
    figure: str
    tone: int


class Bar(msgspec.Struct, frozen=True):
    """A bar.

    Attributes:
        name: what it is of.
        figure: its whole in words, as the sheet has it.
        parts: those drawn beside each other; parts below zero go to the left.
        beside: the bar of another year, drawn thin below it; None for none.
        note: further words at the end of the line below.
    """

    name: str
    figure: str
    parts: tuple[Part, ...]
    beside: Part | None = None
    note: str = ""

    @property
    def sentence(self) -> str:
        """The bar in words."""
        parts = [part for part in self.parts if part.figure]
        told = [f"{part.name} {part.figure}" for part in (*parts, *((self.beside,) if self.beside else ()))]
        told += [self.note] if self.note else []
        behind = f"（{'、'.join(told)}）" if told else ""
        return f"{self.name} {self.figure}{behind}"


def bar_drawing(key: str, title: str, unit: str, bars: Sequence[Bar], said: Sequence[str] = ()) -> Drawing:
    """The bars below each other.

    Args:
        key: of the picture.
        title: what it shows.
        unit: of all figures, printed beside the title.
        bars: from the top.
        said: what the picture cannot show, in sentences without their 。.
    """
    marks = _heading(title, unit)
    below, above = _reach(bars)
    scale = WIDTH / (below + above or 1)
    zero, y = below * scale, float(_TITLE)
    for bar in bars:
        marks.append(Words(0, y + TEXT, fitting(bar.name, WIDTH - width_of(bar.figure) - 8)))
        marks.append(Words(WIDTH, y + TEXT, bar.figure, ends=True, is_strong=True))
        y += _LINE
        marks += _boxes(bar.parts, zero, y, scale, _BAR)
        marks.append(Line(zero, y - 1, zero, y + _BAR + 1))
        y += _BAR
        if bar.beside:
            marks += _boxes((bar.beside,), zero, y + 2, scale, _THIN)
            y += 2 + _THIN
        named = [*(bar.parts if len(bar.parts) > 1 else ()), *((bar.beside,) if bar.beside else ())]
        y = _put_names(marks, named, bar.note, y) + _AFTER
    return _drawing(key, title, unit, bars, said, marks, y - _AFTER / 2)


def row_drawing(key: str, title: str, unit: str, bars: Sequence[Bar], said: Sequence[str] = ()) -> Drawing:
    """Many bars, a line each: the name before the bar, the figures behind it, the names of the parts once at the top."""
    marks = _heading(title, unit)
    parts = {part.name: part for bar in bars for part in bar.parts}
    y = (
        _put_names(marks, [replace(part, figure="") for part in parts.values()], "", _TITLE - _AFTER + 3)
        + _AFTER / 2
    )
    before = max(width_of(bar.name) for bar in bars) + 8
    behind = max(width_of(bar.figure) for bar in bars) + 8
    below, above = _reach(bars)
    scale = (WIDTH - before - behind) / (below + above or 1)
    zero = before + below * scale
    for bar in bars:
        marks.append(Words(0, y + TEXT, bar.name))
        marks.append(Words(WIDTH, y + TEXT, bar.figure, ends=True))
        marks += _boxes(bar.parts, zero, y + 3, scale, _LOW)
        y += _LINE
    marks.append(Line(zero, y - len(bars) * _LINE, zero, y))
    return _drawing(key, title, unit, bars, said, marks, y + 2)


def _heading(title: str, unit: str) -> list[Mark]:
    return [
        Words(0, TEXT + 2, fitting(title, WIDTH - width_of(unit) - 8), is_strong=True),
        Words(WIDTH, TEXT + 2, unit, ends=True, is_quiet=True),
    ]


def _drawing(
    key: str, title: str, unit: str, bars: Sequence[Bar], said: Sequence[str], marks: list[Mark], y: float
) -> Drawing:
    """The marks with what the picture cannot show below them, and all of it in words."""
    for sentence in said:
        marks.append(Words(0, y + TEXT, fitting(f"※{sentence}", WIDTH), is_quiet=True))
        y += _LINE
    told = [f"{title}（{unit}）", *(bar.sentence for bar in bars), *said]
    return Drawing(key, title, WIDTH, y, tuple(marks), "。".join(told) + "。")


def _reach(bars: Sequence[Bar]) -> tuple[float, float]:
    """How far the bars reach below and above zero."""
    parts = [*(bar.parts for bar in bars), *((bar.beside,) for bar in bars if bar.beside)]
    return (
        max((-sum(min(part.size, 0) for part in each) for each in parts), default=0),
        max((sum(max(part.size, 0) for part in each) for each in parts), default=0),
    )


def _boxes(parts: Sequence[Part], zero: float, y: float, scale: float, height: float) -> Iterator[Box]:
    left = right = zero
    for part in parts:
        width = abs(part.size) * scale
        if not width:
            continue
        x = right if part.size > 0 else left - width
        yield Box(x, y, width, height, part.tone, f"{part.name} {part.figure}")
        if part.size > 0:
            right += width
        else:
            left -= width


def _put_names(marks: list[Mark], parts: Sequence[Part], note: str, y: float) -> float:
    """Put the names of parts with their figures below a bar, on as many lines as they need; where the last one ends."""
    x = 0.0
    if parts or note:
        y += _LINE
    for part in parts:
        text = fitting(f"{part.name} {part.figure}".rstrip(), WIDTH - _SWATCH - 5)
        if x and x + _SWATCH + 5 + width_of(text) > WIDTH:
            x, y = 0.0, y + _LINE
        marks.append(Box(x, y - _SWATCH + 1, _SWATCH, _SWATCH, part.tone))
        marks.append(Words(x + _SWATCH + 5, y, text))
        x += _SWATCH + 5 + width_of(text) + _GAP
    if note:
        if x and x + width_of(note) > WIDTH:
            y += _LINE
        marks.append(Words(WIDTH, y, note, ends=True))
    return y + 3 if parts or note else y
