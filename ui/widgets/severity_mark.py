"""The mark of a finding: a shape for each severity, so that it is recognised without its colour; the same in fields, cells and lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from model.standard.parts import Severity
from ui.language import translate
from ui.widgets.style import SEVERITY_COLOURS, ink

MARK_SIZE: Final = 9  # pixels
CELL_MARK_SIZE: Final = 7
MARK_LETTERS: Final[Mapping[Severity, str]] = {"error": "●", "warning": "▲", "info": "○"}


def severity_word(severity: Severity) -> str:
    """The word for a severity."""
    match severity:
        case "error":
            return translate("ui.widgets", "誤り")
        case "warning":
            return translate("ui.widgets", "注意")
    return translate("ui.widgets", "参考")


def paint_mark(painter: QPainter, severity: Severity, left: float, top: float, size: int = MARK_SIZE) -> None:
    """Paint the mark of a severity: 誤り a disc, 注意 a triangle, 参考 a ring."""
    colour = ink(SEVERITY_COLOURS[severity])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if severity == "info":
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(left + 1, top + 1, size - 2, size - 2))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if severity == "error":
            painter.drawEllipse(QRectF(left, top, size, size))
        else:
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left + size / 2, top),
                        QPointF(left + size, top + size),
                        QPointF(left, top + size),
                    ]
                )
            )
    painter.restore()


class SeverityMark(QWidget):
    """A mark that stands over the corner of a field and takes no room of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(MARK_SIZE, MARK_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._severity: Severity | None = None
        self.hide()

    def show_severity(self, severity: Severity | None) -> None:
        """Mark a severity; None for nothing."""
        if severity != self._severity:
            self._severity = severity
            self.setVisible(severity is not None)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shape of the severity."""
        if self._severity is not None:
            painter = QPainter(self)
            paint_mark(painter, self._severity, 0, 0)
            painter.end()
