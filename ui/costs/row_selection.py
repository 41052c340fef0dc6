"""The rows of the cost table that are selected, and selecting lines again after an action on them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from model.request.place import Place
from ui.costs.cost_model import TEXT, CostModel
from ui.costs.cost_rows import Row
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable


class RowSelection:
    """The current cell and the selection of a cost table, by its rows."""

    def __init__(self, table: SheetTable, model: CostModel) -> None:
        self._table, self.model = table, model

    def current_row(self) -> Row | None:
        """The row of the current cell."""
        return self.model.row(self._table.currentIndex().row())

    def current_place(self) -> Place | None:
        """The place of the current cell."""
        index = self._table.currentIndex()
        return self.model.place_at(index) if index.isValid() else None

    def selected(self) -> list[Row]:
        """The rows in which a cell is selected, in their order."""
        blocks = selected_blocks(self._table)
        selected = {index for block in blocks for index in range(block.top(), block.bottom() + 1)}
        rows = (self.model.row(index) for index in sorted(selected or {self._table.currentIndex().row()}))
        return [row for row in rows if row is not None]

    def columns(self) -> tuple[int, int]:
        """The first and the last column in which a cell is selected."""
        columns = [index for block in selected_blocks(self._table) for index in (block.left(), block.right())]
        return min(columns, default=TEXT), max(columns, default=TEXT)

    def select_lines(self, line_ids: Collection[str], columns: tuple[int, int]) -> None:
        """Select lines that stand together; the current cell stays."""
        rows = [index for index, row in enumerate(self.model.rows) if row.line and row.id in line_ids]
        if rows:
            first, last = self.model.index(rows[0], columns[0]), self.model.index(rows[-1], columns[1])
            block = QItemSelection(first, last)
            self._table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
