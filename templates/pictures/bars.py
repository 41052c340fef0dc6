"""Bars below each other, each with its words above and the names of its parts below it; a scale of one zero for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from templates.pictures.drawing import TEXT, Box, Drawing, Line, Mark, Words, fitting, in_lines, width_of

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


class Chart(msgspec.Struct, frozen=True):
    """Bars of one scale, before they are drawn in a width.

    Attributes:
        key: of the picture.
        title: what it shows.
        unit: of all figures, printed beside the title.
        bars: from the top.
        said: what the picture cannot show, in sentences without their 。.
        is_in_lines: many bars, a line each: the name before the bar, the figures behind it, the names of the parts once at
            the top.
    """

    key: str
    title: str
    unit: str
    bars: tuple[Bar, ...]
    said: tuple[str, ...] = ()
    is_in_lines: bool = False


def draw(chart: Chart, width: float = WIDTH) -> Drawing:
    """The chart as a drawing of a width."""
    canvas = _Canvas(width)
    canvas.put_heading(chart.title, chart.unit)
    if chart.is_in_lines:
        canvas.put_lines(chart.bars)
    else:
        canvas.put_bars(chart.bars)
    canvas.put_said(chart.said)
    told = [f"{chart.title}（{chart.unit}）", *(bar.sentence for bar in chart.bars), *chart.said]
    return Drawing(chart.key, chart.title, width, canvas.y, tuple(canvas.marks), "。".join(told) + "。")


class _Canvas:
    """Marks below each other; ``y`` is where the next ones go."""

    def __init__(self, width: float) -> None:
        self.marks: list[Mark] = []
        self.y = 0.0
        self._width = width

    def put_heading(self, title: str, unit: str) -> None:
        """The title, and the unit at the other end."""
        room = self._width - width_of(unit) - 8
        lines = self._put_words(TEXT + 2, title, room, is_strong=True)
        self.marks.append(Words(self._width, TEXT + 2, unit, ends=True, is_quiet=True))
        self.y = _TITLE + (lines - 1) * _LINE

    def put_bars(self, bars: Sequence[Bar]) -> None:
        """Bars with their words above, and the names of their parts below."""
        below, above = _reach(bars)
        scale = self._width / (below + above or 1)
        zero = below * scale
        for bar in bars:
            room = self._width - width_of(bar.figure) - 8
            lines = self._put_words(self.y + TEXT, bar.name, room)
            self.marks.append(Words(self._width, self.y + TEXT, bar.figure, ends=True, is_strong=True))
            self.y += lines * _LINE
            self.marks += _boxes(bar.parts, zero, self.y, scale, _BAR)
            self.marks.append(Line(zero, self.y - 1, zero, self.y + _BAR + 1))
            self.y += _BAR
            beside = (bar.beside,) if bar.beside else ()
            if beside:
                self.marks += _boxes(beside, zero, self.y + 2, scale, _THIN)
                self.y += 2 + _THIN
            self.put_names([*(bar.parts if len(bar.parts) > 1 else ()), *beside], bar.note)
            self.y += _AFTER

    def _put_words(self, y: float, text: str, room: float, *, is_strong: bool = False) -> int:
        """Words on two lines at the most, the first on ``y``; how many lines they take."""
        lines = in_lines(text, room, 2)
        self.marks += [
            Words(0, y + number * _LINE, line, is_strong=is_strong) for number, line in enumerate(lines)
        ]
        return len(lines)

    def put_lines(self, bars: Sequence[Bar]) -> None:
        """A line for each bar, on one scale."""
        parts = {part.name: replace(part, figure="") for bar in bars for part in bar.parts}
        self.y -= _AFTER - 3
        self.put_names(list(parts.values()), "")
        self.y += _AFTER / 2
        before, behind = (
            max(map(width_of, words)) + 8
            for words in zip(*((bar.name, bar.figure) for bar in bars), strict=True)
        )
        below, above = _reach(bars)
        scale = max(self._width - before - behind, 0) / (below + above or 1)
        zero, top = before + below * scale, self.y
        for bar in bars:
            self.marks.append(Words(0, self.y + TEXT, bar.name))
            self.marks.append(Words(self._width, self.y + TEXT, bar.figure, ends=True))
            self.marks += _boxes(bar.parts, zero, self.y + 3, scale, _LOW)
            self.y += _LINE
        self.marks.append(Line(zero, top, zero, self.y))
        self.y += 2

    def put_names(self, parts: Sequence[Part], note: str) -> None:
        """The names of parts with their figures, on as many lines as they need, and a note at the end of the last."""
        if not parts and not note:
            return
        x = 0.0
        self.y += _LINE
        for part in parts:
            text = fitting(f"{part.name} {part.figure}".rstrip(), self._width - _SWATCH - 5)
            length = _SWATCH + 5 + width_of(text)
            if x and x + length > self._width:
                x, self.y = 0.0, self.y + _LINE
            self.marks.append(Box(x, self.y - _SWATCH + 1, _SWATCH, _SWATCH, part.tone))
            self.marks.append(Words(x + _SWATCH + 5, self.y, text))
            x += length + _GAP
        if note:
            if x and x + width_of(note) > self._width:
                self.y += _LINE
            self.marks.append(Words(self._width, self.y, note, ends=True))
        self.y += 3

    def put_said(self, said: Sequence[str]) -> None:
        """Sentences below the picture."""
        for sentence in said:
            self.marks.append(Words(0, self.y + TEXT, fitting(f"※{sentence}", self._width), is_quiet=True))
            self.y += _LINE


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
