"""The mark of a field or cell on which colleagues wrote a note (付せん): a folded corner, calmer than a finding."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from model.request.place import Place
from model.request.request import Request
from ui.language import translate

MARK_SIZE: Final = 8  # pixels
_COLOUR: Final = QColor("#d99a00")


def notes_by_place(request: Request) -> dict[Place, str]:
    """The words of the notes that are to be dealt with, with who wrote them, by their places."""
    found: defaultdict[Place, list[str]] = defaultdict(list)
    for note in request.sticky_notes:
        if not note.done:
            found[note.place].append(
                translate("ui.widgets", "付せん（{head}）: {text}").format(head=note.head, text=note.text)
            )
    return {place: "\n".join(words) for place, words in found.items()}


def paint_sticky(painter: QPainter, rect: QRect) -> None:
    """Paint the mark in the lower right corner of a cell."""
    right, bottom = rect.right() + 1.0, rect.bottom() + 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_COLOUR)
    corner = [QPointF(right, bottom - MARK_SIZE), QPointF(right, bottom), QPointF(right - MARK_SIZE, bottom)]
    painter.drawPolygon(QPolygonF(corner))
    painter.restore()


class StickyMark(QWidget):
    """The mark over the corner of a field; it takes no room of its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(MARK_SIZE, MARK_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def stand_at(self, field: QRect) -> None:
        """Stand in the lower right corner of a field."""
        self.move(field.right() - MARK_SIZE, field.bottom() - MARK_SIZE)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The folded corner."""
        painter = QPainter(self)
        paint_sticky(painter, self.rect())
        painter.end()
