"""Copying a block of cells out and pasting one in, in the form Excel writes and reads.

Beside the text goes what a writer would type into each cell, for pasting within the program: a cell may hold more than
the figure it shows.
"""

from __future__ import annotations

from typing import Final

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from model.edits.paste import Block, format_block, parse_block
from ui.table_model import CellModel

TYPED_FORMAT: Final = "application/x-yosancho-cells+json"


class _Typed(msgspec.Struct):
    """A copied block as it would be typed, and the text that was copied with it."""

    text: str
    block: Block


def copy_cells(view: QTableView, cells: CellModel) -> None:
    """Copy the selected block."""
    rows: dict[int, dict[int, tuple[str, str]]] = {}
    chosen = view.selectionModel().selectedIndexes()
    selected = [index for index in chosen if not view.isColumnHidden(index.column())]
    # Only columns in which one types, so that what was copied can be pasted back: the derived 増減 stays out.
    typed = {index.column() for index in selected if cells.place_at(index)}
    for index in (index for index in selected if not typed or index.column() in typed):
        both = cells.copied_text(index), cells.pasted_text(index)
        rows.setdefault(index.row(), {})[index.column()] = both
    if rows:
        block = [[texts[column] for column in sorted(texts)] for _, texts in sorted(rows.items())]
        text = format_block([[shown for shown, _ in row] for row in block])
        data = QMimeData()
        data.setText(text)
        as_typed = _Typed(text, [[typing for _, typing in row] for row in block])
        data.setData(TYPED_FORMAT, msgspec.json.encode(as_typed))
        QGuiApplication.clipboard().setMimeData(data)


def paste_cells(view: QTableView, cells: CellModel) -> None:
    """Paste a block from the top left cell of the selection."""
    selected = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    text = QGuiApplication.clipboard().text()
    if text and selected[0].isValid():
        top_left = min(selected, key=lambda index: (index.row(), index.column()))
        block = _typed_block(text) or parse_block(text)
        cells.paste_block(top_left, [row or [""] for row in block])  # a line without a cell is one blank cell


def _typed_block(text: str) -> Block | None:
    """The block as it would be typed, where it came with this very text; another program may have changed the text."""
    data = QGuiApplication.clipboard().mimeData()
    try:
        typed = msgspec.json.decode(bytes(data.data(TYPED_FORMAT).data()), type=_Typed)
    except msgspec.MsgspecError:
        return None
    return typed.block if typed.text == text else None
