"""Where Enter and Tab lead in a table: over cells that can be typed in, and back to the column in which a run of Tabs began."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from ui.tables.table_model import CellModel


class CellTravel:
    """The way through the cells of a table, from its current cell on."""

    def __init__(self, view: QTableView, cells: CellModel) -> None:
        self._view, self._cells = view, cells
        # The column where Tabs began, and the cell they led to.
        self._tab_run: tuple[int, QPersistentModelIndex] | None = None

    def down(self, step: int) -> tuple[int, int]:
        """Enter: the next row in which the column can be typed in; after Tabs, in the column they began in."""
        column = self._tab_column()
        self._tab_run = None
        row = self._view.currentIndex().row() + step
        while 0 <= row < self._cells.rowCount():
            if self.can_type(row, column):
                return row, column
            row += step
        return self._view.currentIndex().row(), column

    def right(self, step: int) -> tuple[int, int] | None:
        """Tab: the next cell that can be typed in, also in the next row; None past the last cell."""
        current = self._view.currentIndex()
        began = self._tab_column()
        columns = self._cells.columnCount()
        index = current.row() * columns + current.column() + step
        while 0 <= index < self._cells.rowCount() * columns:
            row, column = divmod(index, columns)
            if self.can_type(row, column):
                cell = QPersistentModelIndex(self._cells.index(row, column))
                self._tab_run = began if row == current.row() else column, cell
                return row, column
            index += step
        self._tab_run = None
        return None

    def can_type(self, row: int, column: int) -> bool:
        """Whether a cell is in sight and can be typed in."""
        editable = self._cells.flags(self._cells.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        return bool(editable) and not self._view.isColumnHidden(column)

    def _tab_column(self) -> int:
        """The column where a run of Tabs to the current cell began; without one, the current column."""
        current = self._view.currentIndex()
        if self._tab_run is not None and self._tab_run[1] == current:
            return self._tab_run[0]
        return current.column()
