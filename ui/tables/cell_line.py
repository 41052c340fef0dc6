"""The line at the foot of the window with the finding of the current cell, for tables whose own line is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from ui.tables.sheet_table import SheetTable, table_around
from ui.widgets.severity_mark import MARK_LETTERS
from ui.widgets.style import INK, SEVERITY_COLOURS


class CellLine(QLabel):
    """One line, cut at its end where there is no room and told whole when one points at it; nothing without a finding."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._table: SheetTable | None = None
        self._whole = ""
        self.setAccessibleName("このセルの指摘")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(14, 0, 8, 0)
        self.setFixedHeight(
            self.fontMetrics().height()
        )  # the same with words and without: the page does not move
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def minimumSizeHint(self) -> QSize:
        """No sentence widens the window."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the sentence elsewhere."""
        super().resizeEvent(event)
        self._cut()

    def follow(self, table: SheetTable | None) -> None:
        """Speak of another table's cell from now on; None for none."""
        if table is not self._table:
            if self._table is not None:
                self._table.selectionModel().currentChanged.disconnect(self.refresh)
                self._table.typing_ended.disconnect(self.refresh)
            self._table = table
            if table is not None:
                table.selectionModel().currentChanged.connect(self.refresh)
                table.typing_ended.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The cell or its findings changed; while a figure is typed nothing changes here."""
        if self._table is not None and self._table.is_typing_figure:
            return
        index = self._table.currentIndex() if self._table is not None else None
        cells = self._table.cells if self._table is not None else None
        severity = cells.style_at(index).severity if cells and index is not None and index.isValid() else None
        text = f"{MARK_LETTERS[severity]} {cells.line_at(index)}" if severity and cells and index else ""
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(text)
        colour = SEVERITY_COLOURS[severity] if severity else INK
        self.setStyleSheet(f"color: {colour.name()};")
        self._cut()
        said = self._table.said if self._table and not self._table.is_read else ""
        if text and self._window.statusBar().currentMessage() != said:
            self._window.statusBar().clearMessage()  # what was told before is read by now

    def clear_message(self) -> None:
        """The request changed: what the table said of the change before is over."""
        if self._table is not None:
            self._table.say("")

    def _cut(self) -> None:
        room = max(0, self.contentsRect().width() - 4)
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self.window():
            return  # a menu or a question is open; the table is still the one that is worked in
        self.follow(table_around(new))
