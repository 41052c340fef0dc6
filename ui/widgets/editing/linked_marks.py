"""The dotted line below the linked figures of a text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.widgets.style import ACCENT, ink


def linked_marks(editor: QPlainTextEdit, spans: Iterable[tuple[int, int]]) -> list[QTextEdit.ExtraSelection]:
    """A mark for each stretch of the text, from one position of Qt's, which counts in UTF-16 units, to another."""
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(ink(ACCENT))
    marks: list[QTextEdit.ExtraSelection] = []
    for start, end in spans:
        mark = QTextEdit.ExtraSelection()
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, look
        marks.append(mark)
    return marks
