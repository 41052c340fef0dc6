"""The line at the foot of the window that says of the current cell what the line below its table says, where that is out of sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from ui.language import translate
from ui.tables.sheet_table import SheetTable
from ui.tables.table_pane import TablePane
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.severity_mark import MARK_LETTERS
from ui.widgets.style import INK, SEVERITY_COLOURS, ink

_SCROLLED_MS: Final = 60


class CellLine(PlainLabel):
    """One line, elided where there is no room, with the whole text as tooltip; empty without a finding."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._table: SheetTable | None = None
        self._whole = ""
        # A moment later: only when the page has scrolled to the cell it is known whether the line below its table is in sight.
        self._scrolled = QTimer(self, singleShot=True, interval=_SCROLLED_MS)
        self._scrolled.timeout.connect(self.refresh)
        self.setAccessibleName(translate("ui.tables", "このセルの指摘"))
        self.setContentsMargins(14, 0, 8, 0)
        self.setFixedHeight(
            self.fontMetrics().height()
        )  # the same with words and without: the page does not move

    def minimumSizeHint(self) -> QSize:
        """No sentence widens the window."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the sentence elsewhere."""
        super().resizeEvent(event)
        self._cut()

    def follow(self, table: SheetTable | None) -> None:
        """Show the finding of another table's current cell from now on; None for no table."""
        if table is not self._table:
            if self._table is not None:
                self._table.selectionModel().currentChanged.disconnect(self._follow_cell)
                self._table.typing_ended.disconnect(self.refresh)
            self._table = table
            if table is not None:
                table.selectionModel().currentChanged.connect(self._follow_cell)
                table.typing_ended.connect(self.refresh)
        self.refresh()

    def _follow_cell(self) -> None:
        self.refresh()
        self._scrolled.start()

    def refresh(self) -> None:
        """The cell or its findings changed; while a figure is typed nothing changes here."""
        table, text, colour = self._table, "", INK
        if table is not None and table.is_typing_figure:
            return
        pane = enclosing(table, TablePane)
        is_said = pane is not None and pane.speaks_in_sight
        if table is not None and not is_said and (index := table.currentIndex()).isValid():
            text = table.cells.line_at(index)
            severity = table.cells.style_at(index).severity
            if severity is not None:
                text = f"{MARK_LETTERS[severity]} {text}"
                colour = SEVERITY_COLOURS[severity]
        if text == self._whole:
            return
        self._whole = text
        self.setToolTip(plain_tip(text))
        self.setStyleSheet(f"color: {ink(colour).name()};")
        self._cut()
        message = table.message if table and not table.is_read else ""
        if text and self._window.statusBar().currentMessage() != message:
            self._window.statusBar().clearMessage()  # the message before has been read

    def clear_message(self) -> None:
        """Remove the message of the table: it was about the change before."""
        if self._table is not None:
            self._table.show_message("")

    def _cut(self) -> None:
        room = max(0, self.contentsRect().width() - 4)
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)
