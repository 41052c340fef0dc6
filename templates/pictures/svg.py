"""A drawing as SVG: inside a page, where its style sheet colours it light and dark, or alone, for paper."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from templates.pictures.drawing import TEXT, TONES, Box, Drawing, Line, Mark, Pattern, Words

_FAMILIES: Final = "BIZ UDPGothic, Yu Gothic, Meiryo, Hiragino Sans, Noto Sans CJK JP, sans-serif"
_INK: Final = "#1b1f24"
_QUIET: Final = "#424c56"
_PATTERNS: Final[Mapping[Pattern, str]] = {
    "solid": "",
    "dots": '<circle cx="3" cy="3" r="1.1"/>',
    "rising": '<path d="M0 6L6 0M-1.5 1.5L1.5 -1.5M4.5 7.5L7.5 4.5"/>',
    "falling": '<path d="M0 0L6 6M-1.5 4.5L1.5 7.5M4.5 -1.5L7.5 1.5"/>',
    "cross": '<path d="M0 3H6M3 0V6"/>',
    "level": '<path d="M0 3H6"/>',
}


def svg(drawing: Drawing) -> str:
    """The drawing as an SVG element that stands alone too: its words as text, its alternative as its description."""
    name = f"picture-{drawing.key}"
    tones = sorted({mark.tone for mark in drawing.marks if isinstance(mark, Box)})
    patterns = "".join(_pattern(name, tone) for tone in tones)
    marks = "".join(_mark(name, mark) for mark in drawing.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-text"'
        f' viewBox="0 0 {_number(drawing.width)} {_number(drawing.height)}" font-family="{_FAMILIES}"'
        f' font-size="{TEXT}">'
        f'<title id="{name}-title">{escape(drawing.title)}</title>'
        f'<desc id="{name}-text">{escape(drawing.alternative)}</desc>'
        f"<defs>{patterns}</defs>{marks}</svg>"
    )


def _pattern(name: str, tone: int) -> str:
    shape = _PATTERNS[TONES[tone].pattern]
    if not shape:
        return ""
    return (
        f'<pattern id="{name}-tone-{tone}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<g class="pattern" fill="none" stroke="{_INK}" stroke-opacity="0.45">{shape}</g></pattern>'
    )


def _mark(name: str, mark: Mark) -> str:
    match mark:
        case Box(x, y, width, height, tone, says):
            place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
            tip = f"<title>{escape(says)}</title>" if says else ""
            drawn = f'<rect class="tone-{tone}" {place} fill="{TONES[tone].fill}"/>'
            over = "none" if TONES[tone].pattern == "solid" else f"url(#{name}-tone-{tone})"
            edge = f'<rect class="edge" {place} fill="{over}" stroke="{_INK}" stroke-width="0.7">{tip}</rect>'
            return drawn + edge
        case Line(x1, y1, x2, y2):
            ends = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
            return f'<line class="edge" {ends} stroke="{_INK}"/>'
        case Words(x, y, text, ends, is_strong, is_quiet):
            anchor = ' text-anchor="end"' if ends else ""
            weight = ' font-weight="700"' if is_strong else ""
            ink = f'class="quiet" fill="{_QUIET}"' if is_quiet else f'fill="{_INK}"'
            return f'<text {ink} x="{_number(x)}" y="{_number(y)}"{anchor}{weight}>{escape(text)}</text>'


def _number(value: float) -> str:
    """A length as SVG writes it: two decimals at most, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
