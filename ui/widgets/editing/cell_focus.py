"""The focus between a table and the editor of its cell, which goes there and back without a word to the input method.

At any reason but that of a popup Qt resets the input method when the focus goes, and what was typed meanwhile is forgotten: the
first letter of the next word.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

_UNTOLD: Final = Qt.FocusReason.PopupFocusReason


def focus_editor(editor: QWidget | None, event: QInputMethodEvent) -> None:
    """Take the focus to the editor that composing over a closed cell opened, where Qt does so with the event.

    Args:
        editor: the open editor; None for none.
        event: what the input method sends to the table.
    """
    if editor is not None and (event.commitString() or not event.preeditString()):
        editor.setFocus(_UNTOLD)


def leave_editor(table: QAbstractItemView, editor: QWidget) -> None:
    """Take the focus back to the table from an editor that is about to be closed."""
    if editor.hasFocus():
        editor.removeEventFilter(table.itemDelegate())  # it would close the editor when the focus goes
        table.setFocus(_UNTOLD)
