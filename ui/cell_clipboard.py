"""Copying a block of cells out and pasting one in, in the form Excel writes and reads."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from model.edits.paste import Block, format_block, parse_block
from ui.table_model import CellModel


def copy_cells(view: QTableView, cells: CellModel) -> None:
    """Copy the selected block."""
    rows: dict[int, dict[int, str]] = {}
    selected = view.selectionModel().selectedIndexes()
    # Only columns in which one types, so that what was copied can be pasted back: the derived 増減 stays out.
    typed = {index.column() for index in selected if cells.place_at(index)}
    for index in (index for index in selected if not typed or index.column() in typed):
        rows.setdefault(index.row(), {})[index.column()] = cells.copied_text(index)
    if rows:
        block: Block = [[texts[column] for column in sorted(texts)] for _, texts in sorted(rows.items())]
        QGuiApplication.clipboard().setText(format_block(block))


def paste_cells(view: QTableView, cells: CellModel) -> None:
    """Paste a block from the top left cell of the selection."""
    selected = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    text = QGuiApplication.clipboard().text()
    if text and selected[0].isValid():
        top_left = min(selected, key=lambda index: (index.row(), index.column()))
        block = [row or [""] for row in parse_block(text)]  # a line without a cell is one blank cell
        cells.paste_block(top_left, block)
