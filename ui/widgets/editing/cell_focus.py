"""The focus between a table and the editor of its cell, which goes there and back without a word to the input method.

At any reason but that of a popup Qt resets the input method when the focus goes, and what was typed meanwhile is forgotten: the
first letter of the next word.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

_UNTOLD: Final = Qt.FocusReason.PopupFocusReason


def goes_to_editor(editor: QWidget | None, event: QInputMethodEvent) -> bool:
    """Whether an event of the input method went to the open editor and not to the table: the editor has the focus.

    Windows sends to the table what goes on there after the first word. The editor that composing over a closed cell opened gets
    the focus where Qt gives it with the event.

    Args:
        editor: the open editor; None for none.
        event: what the input method sends to the table.
    """
    if editor is None:
        return False
    if editor.hasFocus():
        QApplication.sendEvent(editor, event)
        return True
    if event.commitString() or not event.preeditString():
        editor.setFocus(_UNTOLD)
    return False


def leave_editor(table: QAbstractItemView, editor: QWidget) -> None:
    """Take the focus back to the table from an editor that is about to be closed."""
    if editor.hasFocus():
        editor.removeEventFilter(table.itemDelegate())  # it would close the editor when the focus goes
        table.setFocus(_UNTOLD)
