"""The dotted line below the linked figures of a text, in a field and in the cell of a table."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.widgets.cell_style import wrapping
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


def paint_linked(
    painter: QPainter, within: QRect, text: str, spans: Iterable[tuple[int, int]], *, is_wrapped: bool
) -> None:
    """Paint the line below stretches of a cell's text, given by Qt's positions; text that is not wrapped stands right."""
    layout = QTextLayout(text.replace("\n", "\u2028"), painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft if is_wrapped else Qt.AlignmentFlag.AlignRight)
    anywhere = wrapping(text) & Qt.TextFlag.TextWrapAnywhere
    wrapped = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if anywhere else QTextOption.WrapMode.WordWrap
    option.setWrapMode(wrapped if is_wrapped else QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    leading = painter.fontMetrics().leading()
    bottom = float(-leading)
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(within.width())
        line.setPosition(QPointF(0, bottom + leading))  # as QPainter sets the lines of a text
        bottom += leading + line.height()
        lines.append(line)
    layout.endLayout()
    top = within.top() + (within.height() - bottom) / 2
    painter.save()
    painter.setPen(QPen(ink(ACCENT), 1, Qt.PenStyle.DotLine))
    for start, end in spans:
        for line in lines:
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if start < stop and end > begin:
                left, right = (_x(line.cursorToX(at)) for at in (max(start, begin), min(end, stop)))
                y = top + line.y() + line.ascent() + 2
                painter.drawLine(QPointF(within.left() + left, y), QPointF(within.left() + right, y))
    painter.restore()


def _x(found: object) -> float:
    """The place across of a cursor: Qt gives it with the position that it stands for."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
