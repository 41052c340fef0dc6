"""What stands at the foot of a window of the table that is worked in: the words of its current cell, and the sum of what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow

from ui.language import translate
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable
from ui.tables.table_pane import TablePane
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.severity_mark import MARK_LETTERS
from ui.widgets.style import INK, SEVERITY_COLOURS, ink

_SCROLLED_MS: Final = 60
_PAUSE_MS: Final = 20  # a selection that grows under the mouse is summed once, not at each cell


class TableFoot(QObject):
    """The two labels in the status bar of a window, both of the same table.

    Attributes:
        line: the words of the current cell.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._bar = window.statusBar()
        self._table: SheetTable | None = None
        self._sum, self.line = SelectionSum(window), CellLine(window)
        self._bar.addPermanentWidget(self._sum)
        self._bar.addWidget(self.line, 1)

    def follow(self, table: SheetTable | None) -> None:
        """Speak of another table from now on; None for no table."""
        if table is not self._table:
            for signal, slot in self._told_by(self._table):
                signal.disconnect(slot)
            self._table = self.line.table = self._sum.table = table
            for signal, slot in self._told_by(table):
                signal.connect(slot)
            self._sum.refresh()
        self.line.refresh()

    def refresh(self) -> None:
        """What the table shows was changed; what was said of the change before goes."""
        self._sum.refresh()
        if self._table is not None:
            self._table.show_message("")
        self.line.refresh()

    def end(self) -> None:
        """Take both labels away: others are made in their place."""
        for label in (self._sum, self.line):
            self._bar.removeWidget(label)
            label.deleteLater()
        self.deleteLater()

    def _told_by(self, table: SheetTable | None) -> list[tuple[SignalInstance, Callable[[], None]]]:
        if table is None:
            return []
        selection = table.selectionModel()
        return [
            (selection.selectionChanged, self._sum.refresh),
            (selection.currentChanged, self.line.follow_cell),
            (table.typing_ended, self.line.refresh),
        ]


class CellLine(PlainLabel):
    """Says of the current cell what the line below its table says, where that is out of sight.

    One line, elided where there is no room, with the whole text as tooltip; empty without a finding.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.table: SheetTable | None = None
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

    def follow_cell(self) -> None:
        """Another cell is the current one."""
        self.refresh()
        self._scrolled.start()

    def refresh(self) -> None:
        """The cell or its findings changed; while a figure is typed nothing changes here."""
        table, text, colour = self.table, "", INK
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

    def _cut(self) -> None:
        room = max(0, self.contentsRect().width() - 4)
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if text != self.text():
            self.setText(text)


class SelectionSum(PlainLabel):
    """The sum of the selected cells, as Excel shows it; empty while fewer than two are selected.

    Attributes:
        pause: runs while the selection changed and its sum is not shown yet.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.table: SheetTable | None = None
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._show)
        self.setAccessibleName(translate("ui.tables", "選択したセルの合計"))
        self.setContentsMargins(8, 0, 8, 0)

    def refresh(self) -> None:
        """The selection or its figures changed: update after a short delay, or clear at once."""
        if self.table is not None and self.table.selects_several():
            self.pause.start()
        elif self.text() or self.pause.isActive():
            self.pause.stop()
            self.clear()

    def _show(self) -> None:
        if self.table is None:
            return
        from model.values.selection_sum import selection_sum  # no start of the window pays for it

        cells = self.table.cells
        numbers = (
            number
            for block in selected_blocks(self.table)
            for number in cells.numbers_in(block.top(), block.left(), block.bottom(), block.right())
        )
        found = selection_sum(numbers, cells.minus, cells.count_unit)
        words = translate("ui.tables", "データの個数 {count:,}　合計 {total}　平均 {average}")
        self.setText(
            ""
            if found is None
            else words.format(count=found.figures, total=found.total, average=found.average)
        )
