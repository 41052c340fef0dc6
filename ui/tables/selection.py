"""The selected block of cells, and selecting one with Shift from wherever the current cell was taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

MOVES: Final[Mapping[Qt.Key, QAbstractItemView.CursorAction]] = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_Home: QAbstractItemView.CursorAction.MoveHome,
    Qt.Key.Key_End: QAbstractItemView.CursorAction.MoveEnd,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}


def selected_blocks(view: QTableView) -> list[QItemSelectionRange]:
    """The selection as blocks of cells: however many are selected, no cell is visited."""
    blocks: list[QItemSelectionRange] = list(view.selectionModel().selection())  # type: ignore[call-overload]
    return blocks


def extend_selection(view: QTableView, index: QModelIndex) -> None:
    """Select to a cell from the corner of the selection that lies opposite the current cell.

    Qt would begin where the last arrow key or click was, which Enter, Tab and the menus do not move.
    """
    current, selection = view.currentIndex(), view.selectionModel()
    if not index.isValid() or not current.isValid():
        return
    selected = selection.selectedIndexes() if selection.isSelected(current) else [current]
    row = _opposite(current.row(), [cell.row() for cell in selected])
    column = _opposite(current.column(), [cell.column() for cell in selected])
    model = view.model()
    block = QItemSelection(
        model.index(min(row, index.row()), min(column, index.column())),
        model.index(max(row, index.row()), max(column, index.column())),
    )
    selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    selection.select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _opposite(position: int, among: list[int]) -> int:
    return min(among) if position == max(among) else max(among)
