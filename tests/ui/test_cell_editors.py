"""How a figure is painted where it does not fit."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.tables.cell_editors import fitting_figure


@pytest.mark.parametrize("text", ["12,345,678", "△12,223,013", "999,999,999,999"])
@pytest.mark.parametrize("width", range(20, 140, 10))
def test_a_figure_never_loses_digits(qtbot: QtBot, text: str, width: int) -> None:
    """A figure wider than its cell is written smaller, or as #### as in Excel: never without its first digits."""
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.setFont(QFont("Noto Sans CJK JP", 11))
        shown = fitting_figure(painter, text, width)
        fits = painter.fontMetrics().horizontalAdvance(shown) <= width

    assert shown in (text, "####")
    assert fits or shown == "####"
