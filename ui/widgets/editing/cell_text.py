"""Text typed in a cell, of several lines where it wraps; it sends each keystroke and keeps Excel's keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.editing.editors import TextEditor


class CellTextEditor(TextEditor):
    """Text of a cell, of several lines where it wraps; Alt+Enter breaks the line, as in Excel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def setText(self, text: str) -> None:
        """Put text in without telling that it was typed."""
        with QSignalBlocker(self):
            self.setPlainText(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Handle the input method, and make room for the text."""
        super().inputMethodEvent(event)
        self._grow()  # what was composed is as wide when it is committed: Qt sends no signal

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # Qt asks this one
        """Where the caret is, in whole pixels: only such a place does a table move to the cell that is composed in."""
        answer: object = super().inputMethodQuery(query)
        return answer.toAlignedRect() if isinstance(answer, QRectF) else answer

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = lines * self.fontMetrics().lineSpacing() + 8
        if wanted > self.height():
            self.resize(self.width(), wanted)
