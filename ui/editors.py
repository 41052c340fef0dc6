"""Editors of text: one line, several lines, a line with suggestions. They tell what the writer did, and know of no request.

An editor says whether the input method composes, so that nobody reads or rewrites what is not yet written.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


class UndoBelongsToDocument(QObject):
    """Keeps Ctrl+Z and Ctrl+Y from being swallowed by an editor, so that they reach the document's own undo."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore the editor's claim on the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


class LineField(QLineEdit):
    """One line of text; knows whether the input method is composing."""

    typed = Signal()  # the writer changed the text; not sent while the input method composes
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._is_owed = False  # composing replaced selected text: to be told when the composing ends
        self.installEventFilter(UndoBelongsToDocument(self))
        self.textEdited.connect(self._edited)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether text is being composed; its end is told, also when nothing was committed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._is_owed and not self.is_composing:
            self._edited()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writer left the field; composing ends here, also where the input method does not say so."""
        super().focusOutEvent(event)
        self.is_composing = False
        if self._is_owed:
            self._edited()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _edited(self) -> None:
        self._is_owed = self.is_composing
        if not self.is_composing:
            self.typed.emit()


class TextArea(QPlainTextEdit):
    """Text of several lines that grows with its content, so that the page scrolls and the field does not."""

    typed = Signal()  # the writer changed the text; not sent while the input method composes
    left = Signal()

    def __init__(self, parent: QWidget, min_lines: int) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._is_owed = False
        self._min_lines = min_lines
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(UndoBelongsToDocument(self))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._edited)
        self._fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether text is being composed; its end is told, also when nothing was committed."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self._is_owed and not self.is_composing:
            self._edited()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writer left the field; composing ends here, also where the input method does not say so."""
        super().focusOutEvent(event)
        self.is_composing = False
        if self._is_owed:
            self._edited()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again: another width wraps otherwise."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never the field."""
        event.ignore()

    def _edited(self) -> None:
        self._is_owed = self.is_composing
        if not self.is_composing:
            self.typed.emit()

    def _fit(self) -> None:
        lines = max(self._min_lines, int(self.document().documentLayout().documentSize().height()))
        margins = self.contentsMargins()
        height = (
            lines * self.fontMetrics().lineSpacing()
            + int(self.document().documentMargin() * 2)
            + margins.top()
            + margins.bottom()
            + 16
        )
        if height != self.height():
            self.setFixedHeight(height)


class ChoiceField(QComboBox):
    """A line with suggestions; anything else may be typed too."""

    left = Signal()

    def __init__(self, parent: QWidget, choices: Sequence[str]) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = LineField(self)
        self.setLineEdit(self.line)
        # No completer: it shows words that were not typed and are not in the document.
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs do not know that None takes it away
        self.installEventFilter(UndoBelongsToDocument(self))  # keys reach the box first, then its line
        self.offer(choices)
        self.line.left.connect(self.left)
        self.setMinimumContentsLength(8)

    @property
    def is_composing(self) -> bool:
        """Whether the input method is composing in the line."""
        return self.line.is_composing

    def offer(self, choices: Sequence[str]) -> None:
        """Offer other words; what stands in the line stays."""
        if list(choices) != [self.itemText(at) for at in range(self.count())]:
            text = self.currentText()
            self.blockSignals(True)
            self.clear()
            self.addItems(list(choices))
            self.setEditText(text)
            self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a choice must not change it."""
        event.ignore()
