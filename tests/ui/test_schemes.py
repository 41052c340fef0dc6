"""A dark desktop and one in high contrast: every colour follows, and what is written can be read on what it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui.widgets import style
from ui.widgets.scheme import OtherScheme, in_scheme

READABLE = 4.5
"""WCAG 2.2, 1.4.3: the contrast of text with what it stands on."""
VERY_READABLE = 7.0
"""WCAG 2.2, 1.4.6, which high contrast is chosen for."""
INKS = (style.INK, style.MUTED, style.DERIVED, style.ACCENT, *style.SEVERITY_COLOURS.values())
FILLS = (style.LIST_FILL, style.PAGE_FILL, style.TOTAL_FILL, style.SELECTION_LEFT)
STRONG_FILLS = (style.SELECTION, style.DECLARED_FILL, style.TITLE_FILL, *style.SEVERITY_FILLS.values())
"""On these stand words in ink, no paler colour; and ↺ on what is declared."""


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


DESKTOPS = {
    "dark": {
        "Window": "#202326",
        "WindowText": "white",
        "Base": "#17191c",
        "Text": "white",
        "Button": "#2b2f33",
        "ButtonText": "white",
    },
    "contrast": {"Base": "black", "Text": "white", "Highlight": "cyan", "HighlightedText": "black"},
}
"""What the desktop gives for its own parts of the window."""


@pytest.fixture(params=[None, "dark", "contrast"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[OtherScheme | None]:
    """The window in each scheme."""
    before, sheet = qapp.palette(), qapp.styleSheet()
    palette = QPalette(before)
    for role, colour in DESKTOPS.get(request.param, {}).items():
        palette.setColor(QPalette.ColorRole[role], QColor(colour))
    qapp.setPalette(palette)
    style.give_scheme(qapp, request.param)
    yield request.param
    qapp.setPalette(before)
    style.give_scheme(qapp, None)
    qapp.setStyleSheet(sheet)


def test_text_can_be_read_on_what_it_stands_on(scheme: OtherScheme | None) -> None:
    """Each colour of text has the contrast of WCAG on each fill it is painted on, in each scheme."""
    least = VERY_READABLE if scheme == "contrast" else READABLE
    pairs = [*product(INKS, FILLS), *product((style.INK,), STRONG_FILLS), (style.ACCENT, style.DECLARED_FILL)]
    poor = {
        (ink.name(), fill.name()): round(found, 2)
        for ink, fill in pairs
        if (found := contrast(style.ink(ink), style.paper(fill))) < least
    }
    assert not poor


def test_a_rule_of_the_style_sheet_can_be_read(scheme: OtherScheme | None) -> None:
    """Where a rule of the style sheet gives both text and background, they have that contrast; what is disabled is left out."""
    least = VERY_READABLE if scheme == "contrast" else READABLE
    sheet = style.STYLE_SHEET if scheme is None else in_scheme(style.STYLE_SHEET, scheme)
    both = re.findall(
        r"^(?!.*:disabled)(.*\{.*?\bbackground: ([#\w]+);.*?[ ;]color: ([#\w]+);.*)$", sheet, re.MULTILINE
    )
    assert len(both) >= 8
    for rule, background, colour in both:
        assert contrast(QColor(background), QColor(colour)) >= least, rule


@pytest.mark.parametrize("scheme", ["dark"], indirect=True)
def test_the_form_is_dark_on_a_dark_desktop(scheme: OtherScheme, desk: Desk) -> None:
    """Page, card, field and cell are painted dark: nothing shines white."""
    desk.go("header/name")
    picture = desk.window.grab().toImage()
    bright = sum(
        picture.pixelColor(x, y).lightnessF() > 0.9
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    )
    assert bright < picture.width() * picture.height() / 49 / 50
