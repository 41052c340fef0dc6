"""Editors of text: one line, several lines. They tell what the writer did, and know of no request.

An editor says whether the input method composes, so that nobody reads or rewrites what is not yet written.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from model.values.common_ends import common_ends
from ui.widgets.editing.composing import Composition
from ui.widgets.editing.enclosing import bring_in_sight

_EDITORS_OWN: Final = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)


class WindowMenuKeys(QObject):
    """Keeps the menus' keys from being swallowed by an editor: Ctrl+Z and Ctrl+Y, and elsewhere than on Windows Ctrl+E.

    Only what an editor does with the clipboard, and select all, stays its own.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore the editor's claim on the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            letter = (
                event.modifiers() == Qt.KeyboardModifier.ControlModifier
                and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            )
            if undo or (letter and event.key() not in _EDITORS_OWN):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def is_of_files(data: QMimeData) -> bool:
    """Whether files are dragged or copied, and no text."""
    return any(url.isLocalFile() for url in data.urls())


class LineField(QLineEdit):
    """One line of text; knows whether the input method is composing."""

    typed = Signal()  # the writer changed the text; not sent while the input method composes
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self, self.typed.emit)
        self._is_filtered = False
        self.textEdited.connect(self.composition.edited)

    @property
    def is_composing(self) -> bool:
        """Whether the input method is composing."""
        return bool(self.composition.text)

    @property
    def has_selection(self) -> bool:
        """Whether some of the text is selected."""
        return self.hasSelectedText()

    def delete_selection(self) -> None:
        """Delete what is selected."""
        if self.hasSelectedText():
            self.insert("")

    def go_to_end(self) -> None:
        """Put the caret behind the text, with nothing selected."""
        self.end(False)

    def show_text(self, text: str) -> None:
        """Replace the text, which nobody typed; the caret goes behind it where the line has the focus, else before it."""
        with QSignalBlocker(self):
            self.setText(text)
        self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def key_for_offers(self, event: QKeyEvent) -> bool:
        """Whether a list of offers uses a key up; a plain line has none."""
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is the window's to open, not text."""
        if is_of_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Handle the input method: committed text is reported once, cancelled text changes nothing."""
        self.composition.handle(event, super().inputMethodEvent)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # Qt asks this one
        """What the input method asks, as where the caret is."""
        return super().inputMethodQuery(self.composition.asked(query))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the menus their keys from the first focus on: before, each event would cost a call of Python."""
        self.give_menu_keys()
        super().focusInEvent(event)

    def give_menu_keys(self) -> None:
        """Leave the menus' keys to the window."""
        if not self._is_filtered:
            self._is_filtered = True
            self.installEventFilter(WindowMenuKeys(self))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the writer left the field, after committing composed text; for a menu the selection stays."""
        self.composition.end(self)
        begin, length = self.selectionStart(), self.selectionLength()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
        if event.reason() == Qt.FocusReason.MenuBarFocusReason and begin >= 0:
            self.setSelection(begin, length)


class TextEditor(QPlainTextEdit):
    """Text of several lines; knows whether the input method is composing."""

    typed = Signal()  # the writer changed the text; not sent while the input method composes
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composition = Composition(self, self.typed.emit)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.installEventFilter(WindowMenuKeys(self))
        self.textChanged.connect(self.composition.edited)

    @property
    def is_composing(self) -> bool:
        """Whether the input method is composing."""
        return bool(self.composition.text)

    @property
    def has_selection(self) -> bool:
        """Whether some of the text is selected."""
        return self.textCursor().hasSelection()

    def delete_selection(self) -> None:
        """Delete what is selected."""
        self.textCursor().removeSelectedText()

    def text(self) -> str:
        """What stands in the editor."""
        return self.toPlainText()

    def go_to_end(self) -> None:
        """Put the caret behind the text, with nothing selected."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def select_from(self, position: int) -> None:
        """Select the text from a position to its end."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def caret(self) -> int:
        """Where the caret stands, in characters."""
        return self._characters(self.textCursor().position())

    @property
    def selected_span(self) -> tuple[int, int]:
        """The begin and end of what is selected, in characters; both the caret where nothing is."""
        cursor = self.textCursor()
        return self._characters(cursor.selectionStart()), self._characters(cursor.selectionEnd())

    def position_at(self, point: QPoint) -> int:
        """The place in the text, in characters, of a point of the viewport."""
        return self._characters(self.cursorForPosition(point).position())

    def go_to(self, position: int) -> None:
        """Put the caret at a place of the text, in characters."""
        cursor = self.textCursor()
        cursor.setPosition(units(self.toPlainText()[:position]))
        self.setTextCursor(cursor)

    def underline(self, spans: Sequence[tuple[int, int]]) -> None:
        """Underline stretches of the text, each from a character to another."""
        from ui.widgets.editing.linked_marks import (
            linked_marks,  # few texts have any: no start of the window pays for it
        )

        text = self.toPlainText()
        stretches = [(units(text[:begin]), units(text[:end])) for begin, end in spans]
        self.setExtraSelections(linked_marks(self, stretches))

    def _characters(self, units: int) -> int:
        """A number of UTF-16 units from the beginning of the text as characters."""
        return len(self.toPlainText().encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    def show_text(self, text: str) -> None:
        """Change only what differs, which nobody typed, and leave the caret there: undo must not send the writer to the top."""
        if (old := self.toPlainText()) == text:
            return
        head, tail = common_ends(old, text)
        # Qt counts in UTF-16 units: a letter outside the basic plane is two of them.
        cursor = self.textCursor()
        cursor.setPosition(units(old[:head]))
        cursor.setPosition(units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        with QSignalBlocker(self):
            cursor.insertText(text[head : len(text) - tail])
        if self.hasFocus():
            self.setTextCursor(cursor)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Handle the input method: committed text is reported once, cancelled text changes nothing."""
        self.composition.handle(event, super().inputMethodEvent)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # type: ignore[override]  # Qt asks this one
        """What the input method asks, as where the caret is."""
        return super().inputMethodQuery(self.composition.asked(query))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Report that the writer left the field, after committing composed text."""
        self.composition.end(self)
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextArea(TextEditor):
    """Text of several lines that grows with its content, so that the page scrolls and the field does not."""

    def __init__(self, parent: QWidget, min_lines: int) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.verticalScrollBar().valueChanged.connect(lambda: self.verticalScrollBar().setValue(0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again: another width wraps otherwise."""
        super().resizeEvent(event)
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file is the window's to open, not text."""
        return not is_of_files(source) and super().canInsertFromMimeData(source)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never the field."""
        event.ignore()

    def _follow_caret(self) -> None:
        """Keep the caret in sight on the page; the field itself never scrolls."""
        if self.hasFocus():
            bring_in_sight(self.viewport(), self.cursorRect().center(), 60)

    def _fit(self) -> None:
        layout, block, text = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():  # Qt lays out only what is in sight; asking for a block's place lays it out
            text += layout.blockBoundingRect(block).height()  # lines may be higher than the font says
            block = block.next()
        margins = self.contentsMargins()
        height = (
            max(self._min_lines * self.fontMetrics().lineSpacing(), ceil(text))
            + int(self.document().documentMargin() * 2)
            + margins.top()
            + margins.bottom()
            + 16
        )
        if height != self.height():
            self.setFixedHeight(height)
        self.verticalScrollBar().setValue(0)


def select_text(editor: LineField | TextEditor, start: int, end: int) -> None:
    """Select characters of an editor; a selection in a field without the focus is seen too."""
    text = editor.text()
    begin, length = units(text[:start]), units(text[start:end])
    if isinstance(editor, LineField):
        editor.setSelection(begin, length)
    else:
        cursor = editor.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)


def units(text: str) -> int:
    """The length of text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def inserted_text(old: str, new: str) -> str:
    """The inserted text: what the new text has between the common head and tail of both."""
    head, tail = common_ends(old, new)
    return new[head : len(new) - tail]
