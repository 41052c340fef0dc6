"""One picture, painted from its drawing; its words say the same for who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from templates.pictures.drawing import TEXT, TONES, Box, Drawing, Line, Pattern, Words
from ui.widgets.labels import plain_tip
from ui.widgets.style import ACCENT, INK, MUTED, ink, paper

_BRUSHES: Final[Mapping[Pattern, Qt.BrushStyle]] = {
    "dots": Qt.BrushStyle.Dense6Pattern,
    "rising": Qt.BrushStyle.BDiagPattern,
    "falling": Qt.BrushStyle.FDiagPattern,
    "cross": Qt.BrushStyle.CrossPattern,
    "level": Qt.BrushStyle.HorPattern,
}
_FAINT: Final = 115  # of 255: how strong a pattern stands on its colour
MARGIN: Final = 4  # pixels around the drawing, for the frame of the focus


class PictureView(QWidget):
    """A drawing as large as its words are in the window; what a bar stands for is its tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.drawing: Drawing | None = None
        self.scale = 1.0

    def show_drawing(self, drawing: Drawing, scale: float) -> None:
        """Show a drawing; a unit of it is ``scale`` pixels."""
        self.setFixedHeight(round(drawing.height * scale) + 2 * MARGIN)
        if (drawing, scale) != (self.drawing, self.scale):
            self.drawing, self.scale = drawing, scale
            self.setAccessibleName(drawing.title)
            self.setAccessibleDescription(drawing.alternative)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks in their order, and a frame where the picture has the focus."""
        if self.drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(ink(ACCENT), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.translate(MARGIN, MARGIN)
        painter.scale(self.scale, self.scale)
        for mark in self.drawing.marks:
            match mark:
                case Box():
                    _paint_box(painter, mark)
                case Line(x1, y1, x2, y2):
                    painter.setPen(QPen(ink(INK), 1))
                    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
                case Words():
                    self._paint_words(painter, mark)

    def event(self, event: QEvent) -> bool:
        """Say what the bar under the pointer stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            box = self._box_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(box.says) if box else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has it no more."""
        super().focusOutEvent(event)
        self.update()

    def _box_at(self, pixel: QPointF) -> Box | None:
        at = (pixel - QPointF(MARGIN, MARGIN)) / self.scale
        boxes = (mark for mark in (self.drawing.marks if self.drawing else ()) if isinstance(mark, Box))
        return next((box for box in boxes if box.says and _area(box).contains(at)), None)

    def _paint_words(self, painter: QPainter, words: Words) -> None:
        font = QFont(self.font())
        font.setPixelSize(TEXT)
        font.setBold(words.is_strong)
        painter.setFont(font)
        painter.setPen(ink(MUTED if words.is_quiet else INK))
        x = words.x - painter.fontMetrics().horizontalAdvance(words.text) if words.ends else words.x
        painter.drawText(QPointF(x, words.y), words.text)


def _area(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_box(painter: QPainter, box: Box) -> None:
    tone = TONES[box.tone]
    painter.fillRect(_area(box), paper(QColor(tone.fill)))
    line = ink(INK)
    painter.setPen(QPen(line, 0.7))
    faint = QColor(line)
    faint.setAlpha(_FAINT)
    brush = _BRUSHES.get(tone.pattern)
    painter.setBrush(QBrush(faint, brush) if brush else Qt.BrushStyle.NoBrush)
    painter.drawRect(_area(box))
    painter.setBrush(Qt.BrushStyle.NoBrush)
