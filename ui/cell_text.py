"""Text typed in a cell, of several lines where it wraps; it sends each keystroke and keeps Excel's keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.editors import MenuKeysBelongToWindow


class CellTextEditor(QPlainTextEdit):
    """Text of a cell, of several lines where it wraps; Alt+Enter breaks the line, as in Excel."""

    textEdited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(MenuKeysBelongToWindow(self))
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def text(self) -> str:
        """What stands in the editor."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Put text in without telling that it was typed."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)

    def go_to_end(self) -> None:
        """Put the caret behind the text, with nothing selected."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether text is being composed; tell of it only when it is committed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self.is_composing:
            self._changed()

    def _changed(self) -> None:
        if not self.is_composing:
            self.textEdited.emit(self.toPlainText())

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = lines * self.fontMetrics().lineSpacing() + 8
        if wanted > self.height():
            self.resize(self.width(), wanted)
