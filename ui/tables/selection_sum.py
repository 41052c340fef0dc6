"""The sum of the selected cells at the foot of the window, as Excel shows it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable
from ui.widgets.labels import PlainLabel

_PAUSE_MS: Final = 20  # a selection that grows under the mouse is summed once, not at each cell


class SelectionSum(PlainLabel):
    """Shows the sum of the selected cells of the table with the focus; empty while fewer than two are selected.

    Attributes:
        pause: runs while the selection changed and its sum is not shown yet.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table: SheetTable | None = None
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._show)
        self.setAccessibleName(translate("ui.tables", "選択したセルの合計"))
        self.setContentsMargins(8, 0, 8, 0)

    def follow(self, table: SheetTable | None) -> None:
        """Show the sums of another table's selection from now on; None for no table."""
        if table is self._table:
            return
        if self._table is not None:
            self._table.selectionModel().selectionChanged.disconnect(self.refresh)
        self._table = table
        if table is not None:
            table.selectionModel().selectionChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The selection or its figures changed: update after a short delay, or clear at once."""
        if self._table is not None and self._table.selects_several():
            self.pause.start()
        elif self.text() or self.pause.isActive():
            self.pause.stop()
            self.clear()

    def _show(self) -> None:
        if self._table is None:
            return
        from model.values.selection_sum import selection_sum  # no start of the window pays for it

        cells = self._table.cells
        numbers = (
            number
            for block in selected_blocks(self._table)
            for number in cells.numbers_in(block.top(), block.left(), block.bottom(), block.right())
        )
        found = selection_sum(numbers, cells.minus, cells.count_unit)
        words = translate("ui.tables", "データの個数 {count:,}　合計 {total}　平均 {average}")
        self.setText(
            ""
            if found is None
            else words.format(count=found.figures, total=found.total, average=found.average)
        )
