"""The colours of a dark desktop and of one in high contrast, made from those that are written for light paper.

In the dark the lightness is turned round and the hue stays. In high contrast there are the two colours of the desktop, and
fills a step away from its paper. Imported only where the desktop asks for one of them.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from model.values.pattern import lazy_pattern

OtherScheme: TypeAlias = Literal["dark", "contrast"]
_INK: Final = (0.17, 0.82)
_PAPER: Final = (0.09, 0.7)
"""In the dark: how light what was white becomes, and how much lighter what was black."""
_WHITE: Final = 0.955
"""From this lightness on a fill is plain paper."""
_STEP: Final = 0.2
"""How much of the ink stands in a fill that is no plain paper, in high contrast: text on it still has 7 to 1 and more."""
_DARK_FILL: Final = 0.5
_COLOURS: Final = lazy_pattern(r"(?<![\w-])([\w-]{1,40}): ([^;{}]{1,200})")
_COLOUR: Final = lazy_pattern(r"#[0-9a-f]{6}|\b(?:white|black)\b")
_ARROW: Final = "-arrow"
_UNCHANGED: Final = "QWidget#totalsBar"
"""White on dark blue in the light as in the dark."""


def ink_in(scheme: OtherScheme, colour: QColor) -> QColor:
    """A colour of text or of a line; white text stands on what is selected."""
    if scheme == "dark":
        return _turned(colour, *_INK)
    is_white = colour.lightnessF() >= _WHITE
    role = QPalette.ColorRole.HighlightedText if is_white else QPalette.ColorRole.Text
    return QApplication.palette().color(role)


def paper_in(scheme: OtherScheme, colour: QColor) -> QColor:
    """A colour of a fill; a dark fill in high contrast is that of what is selected."""
    if scheme == "dark":
        return _turned(colour, *_PAPER)
    palette = QApplication.palette()
    base = palette.color(QPalette.ColorRole.Base)
    if colour.lightnessF() >= _WHITE:
        return base
    if colour.lightnessF() < _DARK_FILL:
        return palette.color(QPalette.ColorRole.Highlight)
    text = palette.color(QPalette.ColorRole.Text)
    return QColor.fromRgbF(
        *(
            part + (other - part) * _STEP
            for part, other in (
                (base.redF(), text.redF()),
                (base.greenF(), text.greenF()),
                (base.blueF(), text.blueF()),
            )
        )
    )


def in_scheme(sheet: str, scheme: OtherScheme) -> str:
    """A style sheet with its colours in a scheme; each rule stands in a line of its own."""
    return "\n".join(_rule(line, scheme) for line in sheet.splitlines())


def _rule(line: str, scheme: OtherScheme) -> str:
    if line.startswith(_UNCHANGED):
        if scheme == "dark":
            return line
        line = line.replace("white", "black").replace("background: #17324d", "background: white")

    def put(declaration: re.Match[str]) -> str:
        name, value = declaration[1], declaration[2]
        # An arrow is cut out of the borders of an empty box: those beside it have the colour of the paper.
        is_paper = "background" in name or (_ARROW in line and name == "border")
        colour_in = paper_in if is_paper else ink_in
        return f"{name}: {_COLOUR.sub(lambda found: colour_in(scheme, QColor(found[0])).name(), value)}"

    return _COLOURS.sub(put, line)


def _turned(colour: QColor, least: float, more: float) -> QColor:
    lightness = least + (1 - colour.lightnessF()) * more
    return QColor.fromHslF(max(0.0, colour.hslHueF()), colour.hslSaturationF() * 0.9, lightness)
