"""The editor of an amount that may be worked out (積算): a figure at the right, or an expression with room to grow.

What it gives stands right below it while one types. The editor computes nothing: the words are given to it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.widgets.editing.cell_text import CellTextEditor
from ui.widgets.labels import PlainLabel
from ui.widgets.style import SEVERITY_COLOURS, ink

_FRAME: Final = 14  # pixels of border, padding and the cursor, left and right together


class FigureEditor(CellTextEditor):
    """A figure or an expression; Alt+Enter begins another line of the calculation."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = parent
        self._cell = QRect()
        self._wide = False
        self._hint = PlainLabel(parent, kind="cellHint")
        self._hint.hide()
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._align(Qt.AlignmentFlag.AlignRight)
        self.destroyed.connect(self._hint.deleteLater)

    @property
    def hint(self) -> str:
        """The words below the editor."""
        return self._hint.text() if self._hint.isVisible() else ""

    def begin(self, text: str) -> None:
        """Begin with the text of a cell, all of it selected; nothing of the cell before stays."""
        self.composition.forget()
        self._cell = QRect()
        self.mark(None)
        if self._wide:
            self._wide = False
            self._align(Qt.AlignmentFlag.AlignRight)
        self.setText(text)
        self.selectAll()

    def stand_in(self, cell: QRect) -> None:
        """Take the place of a cell: as wide as the text needs, growing to the left over the cells before it."""
        self._cell = QRect(cell)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """The words go with the editor; it is deleted only later."""
        super().hideEvent(event)
        self._hint.hide()

    def show_hint(self, text: str) -> None:
        """Show the result of the expression below the editor; "" hides it."""
        if text != self._hint.text():
            self._hint.setText(text)
            self._hint.adjustSize()
        self._hint.setVisible(bool(text))
        self._place_hint()

    def mark(self, position: int | None) -> None:
        """Underline the character at which the expression could not be read; None for nothing."""
        marks: list[QTextEdit.ExtraSelection] = []
        if position is not None and (text := self.toPlainText()):
            start = min(position + len(text) - len(text.lstrip("=＝ 　")), len(text) - 1)
            mark = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            mark.format.setUnderlineColor(ink(SEVERITY_COLOURS["error"]))
            marks.append(mark)
        self.setExtraSelections(marks)

    def _grow(self) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._cell.isNull():
            return
        metrics, lines = self.fontMetrics(), self.toPlainText().split("\n")
        composed = metrics.horizontalAdvance(self.composition.text)
        needed = max(map(metrics.horizontalAdvance, lines)) + composed + _FRAME
        room = self._viewport.width()
        wide = needed > self._cell.width() or len(lines) > 1 or lines[0].startswith(("=", "＝"))
        if wide != self._wide:
            self._wide = wide
            self._align(Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignRight)
        width = min(max(needed, self._cell.width()), room)
        left = max(0, self._cell.right() + 1 - width)
        height = max(self._cell.height(), len(lines) * metrics.lineSpacing() + 8)
        top = max(0, min(self._cell.top(), self._viewport.height() - height))  # several lines on the last row
        geometry = QRect(left, top, width, height)
        if geometry != self.geometry():
            self.setGeometry(geometry)
            self._place_hint()

    def _place_hint(self) -> None:
        if not self._hint.isHidden():
            left = max(0, min(self.x(), self._viewport.width() - self._hint.width()))
            top, above = self.y() + self.height(), self.y() - self._hint.height()
            seen = self._viewport.visibleRegion().boundingRect()  # of a table that goes on below the page
            if above >= seen.top() and top + self._hint.height() > seen.bottom() + 1:
                top = above
            self._hint.move(left, top)
            self._hint.raise_()

    def _align(self, side: Qt.AlignmentFlag) -> None:
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self.document().setDefaultTextOption(option)
