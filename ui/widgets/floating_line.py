"""A sentence shown over the form, right below a field, while it is to be read: it takes no room, and nothing moves for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from ui.widgets.editing.enclosing import enclosing
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll_anchor import ScrollAnchor
from ui.widgets.style import LIST_FILL, ink, paper

_GAP: Final = 2  # pixels between the field and the sentence
_PADDING: Final = 3  # above and below the sentence; twice as much at its sides
_BESIDE: Final = 4 * _PADDING + 6  # what the sentence needs beside its words, with the border
_MOVES: Final = (QEvent.Type.Move, QEvent.Type.Resize)


class FloatingLine(PlainLabel):
    """The sentence of a field: below it, above it where the page ends there, in one line where the form is wide enough."""

    def __init__(self, field: QWidget, across: Callable[[], QWidget]) -> None:
        """Make the line, hidden; it may be as wide as what ``across`` gives each time."""
        host = enclosing(field, ScrollAnchor) or field.window()
        super().__init__(host)
        self._field, self._across, self._host = field, across, host
        self.setWordWrap(True)
        self.setIndent(0)  # Qt indents the words of a label that has a frame
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        mover: QWidget | None = field
        while mover is not None and mover is not host:
            mover.installEventFilter(self)
            mover = mover.parentWidget()

    def say(self, text: str, colour: QColor | None) -> None:
        """Show a text in a colour; None keeps the colour that it has."""
        if colour is not None:
            line = ink(colour).name()
            self.setStyleSheet(
                f"color: {line}; background: {paper(LIST_FILL).name()}; border: 1px solid {line};"
                f"border-radius: 3px; padding: {_PADDING}px {2 * _PADDING}px;"
            )
        self.setText(text)
        self._place()

    def setVisible(self, visible: bool) -> None:
        """Show the line above all that is beside it, where the field is now."""
        if visible:
            self._place()
            self.raise_()
        super().setVisible(visible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the field where it moves, or what it is in."""
        if event.type() in _MOVES and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        field = QRect(self._field.mapTo(self._host, QPoint()), self._field.size())
        self.ensurePolished()  # its font is known only then
        across = self._across()
        edge = across.mapTo(self._host, QPoint()).x()
        width = min(across.width(), self.fontMetrics().horizontalAdvance(self.text()) + _BESIDE)
        left = max(edge, min(field.left(), edge + across.width() - width))
        height = self.heightForWidth(width)
        top = field.bottom() + 1 + _GAP
        if top + height > self._host.height():
            top = field.top() - _GAP - height
        self.setGeometry(left, top, width, height)
