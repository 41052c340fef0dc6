"""Text typed in a cell, of several lines where it wraps; it sends each keystroke and keeps Excel's keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.widgets.composing import Composition
from ui.widgets.editors import WindowMenuKeys


class CellTextEditor(QPlainTextEdit):
    """Text of a cell, of several lines where it wraps; Alt+Enter breaks the line, as in Excel."""

    textEdited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self, self._tell)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(WindowMenuKeys(self))
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

    @property
    def is_composing(self) -> bool:
        """Whether the input method is composing."""
        return bool(self.composition.text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Handle the input method: committed text is reported once, cancelled text changes nothing."""
        self.composition.handle(event, super().inputMethodEvent)
        self._grow()  # what was composed is as wide when it is committed: the document does not tell

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # Qt asks this one
        """Where the caret is, in whole pixels: only such a place does a table move to the cell that is composed in."""
        answer: object = super().inputMethodQuery(query)
        return answer.toAlignedRect() if isinstance(answer, QRectF) else answer

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what is being composed before the cell is left."""
        self.composition.end(self)
        super().focusOutEvent(event)

    def _changed(self) -> None:
        if not self.composition.holds_changes:
            self._tell()

    def _tell(self) -> None:
        self.textEdited.emit(self.toPlainText())

    def _grow(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        wanted = lines * self.fontMetrics().lineSpacing() + 8
        if wanted > self.height():
            self.resize(self.width(), wanted)
