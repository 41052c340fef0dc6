"""What the input method composes in an editor: not yet text, committed where the editor is left, undone where it is given up.

Qt takes selected text away when composing begins over it and does not bring it back, and paints the words of an empty text
editor (its placeholder) through what is composed there; and the input method of Linux (ibus) keeps what was given up and
commits it when the field is left, unless it is reset.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor, QTransform
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class Composition:
    """The composing in one editor.

    Attributes:
        text: what is being composed; "" while nothing is.
    """

    def __init__(self, editor: QLineEdit | QPlainTextEdit, committed: Callable[[], None]) -> None:
        """Watch an editor.

        Args:
            editor: the editor, whose selected text composing replaces.
            committed: called when composed or typed text became text of the editor.
        """
        self.text = ""
        self._replaced = ""
        self._placeholder = ""  # kept while it is hidden
        self._editor = editor
        self._committed = committed
        self._is_handled = False

    def edited(self) -> None:
        """Tell of a change of the editor's text, unless it is the composing's, which is no typing before it is committed."""
        if not self._is_handled and not self.text:
            self._committed()

    def handle(self, event: QInputMethodEvent, base: Callable[[QInputMethodEvent], None]) -> None:
        """Handle an event of the input method by the editor's base class, and what follows from it.

        Args:
            event: the event.
            base: ``inputMethodEvent`` of the base class.
        """
        if self._editor.isReadOnly():  # Qt would put it in all the same
            event.ignore()
            return
        commits = bool(event.commitString()) or event.replacementLength() > 0
        was_composing = bool(self.text)
        if not was_composing:
            self._replaced = _selected(self._editor) if event.preeditString() else ""
        is_given_up = was_composing and not commits and not event.preeditString()
        self._is_handled = True
        base(event)
        if is_given_up and self._replaced:
            _put_back(self._editor, self._replaced)
        self._is_handled = False
        self.text = event.preeditString()
        self._show_placeholder()
        if commits:
            self._replaced = ""
            self._committed()
        elif is_given_up:
            QGuiApplication.inputMethod().reset()

    def asked(self, query: Qt.InputMethodQuery) -> Qt.InputMethodQuery:
        """What the editor is to be asked in place of a query of the input method.

        Its caret is asked for where the composing begins, and the candidates stay there: where words are selected, which
        composing replaces, that is at their beginning (of figures, which stand at the right, at their end).
        """
        if (
            query == Qt.InputMethodQuery.ImCursorRectangle
            and not self.text
            and _begins_at_anchor(self._editor)
        ):
            return Qt.InputMethodQuery.ImAnchorRectangle
        return query

    def end(self, receiver: QWidget) -> None:
        """Commit what is being composed, also where the input method does not do it by itself.

        Args:
            receiver: the widget that the events of the input method go to: the editor, or a table in whose closed cell
                the composing began.
        """
        if self.text:
            QGuiApplication.inputMethod().commit()
        if self.text:
            event = QInputMethodEvent("", [])
            event.setCommitString(self.text)
            QApplication.sendEvent(receiver, event)
            QGuiApplication.inputMethod().reset()

    def forget(self) -> None:
        """Nothing is being composed: the editor begins anew."""
        self.text = self._replaced = ""
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        """Hide the placeholder of the editor while something is composed in it."""
        if self.text and (placeholder := self._editor.placeholderText()):
            self._placeholder = placeholder
            self._editor.setPlaceholderText("")
        elif not self.text and self._placeholder:
            self._editor.setPlaceholderText(self._placeholder)
            self._placeholder = ""


def tell_where_the_focus_is() -> None:
    """Tell the input method where in the window the widget with the focus stands by now, so that candidates are beside it.

    Qt tells it only when that widget itself is moved, not when the page does that it stands on.
    """
    focus = QApplication.focusWidget()
    if focus is not None:
        there = focus.mapTo(focus.window(), QPoint())
        QGuiApplication.inputMethod().setInputItemTransform(QTransform.fromTranslate(there.x(), there.y()))


def _begins_at_anchor(editor: QLineEdit | QPlainTextEdit) -> bool:
    """Whether what is composed will begin at the other end of the selection than the caret."""
    if isinstance(editor, QLineEdit):
        is_behind = editor.hasSelectedText() and editor.cursorPosition() > editor.selectionStart()
        return is_behind and not editor.alignment() & Qt.AlignmentFlag.AlignRight
    cursor, option = editor.textCursor(), editor.document().defaultTextOption()
    return cursor.position() > cursor.anchor() and not option.alignment() & Qt.AlignmentFlag.AlignRight


def _selected(editor: QLineEdit | QPlainTextEdit) -> str:
    if isinstance(editor, QLineEdit):
        return editor.selectedText()
    return editor.textCursor().selectedText().replace("\u2029", "\n")  # Qt's mark between lines


def _put_back(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Insert text at the caret and select it."""
    if isinstance(editor, QLineEdit):
        begin = editor.cursorPosition()
        editor.insert(text)
        editor.setSelection(begin, editor.cursorPosition() - begin)
        return
    cursor = editor.textCursor()
    begin = cursor.position()
    cursor.insertText(text)
    end = cursor.position()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
