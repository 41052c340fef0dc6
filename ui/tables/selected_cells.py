"""What is done to the selected cells of a table: copied, cut, pasted over, filled; and what of it would do something now."""

from __future__ import annotations

from ui.tables.cell_clipboard import copy_cells, paste_cells
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable


class SelectedCells:
    """The cells that are selected in a table."""

    def __init__(self, table: SheetTable) -> None:
        self._table, self._cells = table, table.cells

    def copy(self, *, with_headings: bool = False) -> None:
        """Copy them, with the headings of their columns where wanted."""
        copy_cells(self._table, self._cells, with_headings=with_headings)

    def cut(self) -> None:
        """Copy and empty them."""
        self.copy()
        self._table.clear_selection_cells()

    def paste(self) -> None:
        """Paste what was copied, here or in Excel, from the first of them on."""
        self._table.show_message(paste_cells(self._table, self._cells))

    def fill_down(self) -> None:
        """Copy the top ones into those below them; a single cell takes what stands above it."""
        for block in self._blocks():
            self._cells.fill_down(*block)

    def take_previous(self) -> None:
        """Take last year's amounts into those of this year, and say what came of it."""
        for block in self._blocks():
            self._table.show_message(self._cells.take_previous(*block))

    def can_do(self, act: str) -> bool:
        """Whether an act on them would do something: asked when a menu opens."""
        if not self._table.currentIndex().isValid():
            return False
        if act in ("copy", "copy_with_headings"):
            return True
        if self._cells.is_locked:
            return False
        if act == "fill_down":
            return any(bottom > 0 for _, _, bottom, _ in self._blocks())
        if act == "take_previous":
            return any(self._cells.has_previous(*block) for block in self._blocks())
        holds = self._cells.holds_something if act in ("cut", "clear") else self._cells.place_at
        return any(holds(self._cells.index(row, column)) for top, left, bottom, right in self._blocks()
                   for row in range(top, bottom + 1) for column in range(left, right + 1))  # fmt: skip

    def _blocks(self) -> list[tuple[int, int, int, int]]:
        """The blocks as (top, left, bottom, right), without hidden columns at their right."""
        blocks = []
        for block in selected_blocks(self._table):
            right = block.right()
            while self._table.isColumnHidden(right):
                right -= 1
            blocks.append((block.top(), block.left(), block.bottom(), right))
        return blocks
