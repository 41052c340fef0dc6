"""Copying a block of cells out and pasting one in, in the form Excel writes and reads.

Beside the text goes what a writer would type into each cell, for pasting within the program: a cell may hold more than
the figure it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from model.edits.paste import Block, Clip, CopiedRow, format_block, parse_block, repeat_over
from model.files.regular_file import decoded
from ui.language import translate
from ui.tables.table_model import CellModel

TYPED_FORMAT: Final = "application/x-yosancho-cells+json"
_LIBREOFFICE: Final = "application/x-libreoffice-tsvc"
"""The cells as text, those with a line break or a tab in quotes, as Excel writes them."""


class _Typed(msgspec.Struct):
    """A copied block as it would be typed, what its rows are, and the text that was copied with it."""

    text: str
    block: Block
    rows: tuple[CopiedRow, ...] = ()


def copy_cells(view: QTableView, cells: CellModel, *, with_headings: bool = False) -> None:
    """Copy the selected block, every column that is in sight, so that in Excel each stands below its heading.

    Args:
        view: the table.
        cells: its cells.
        with_headings: whether the headings of its columns go before it; within the program the cells alone are pasted.
    """
    rows: dict[int, dict[int, tuple[str, str]]] = {}
    for index in view.selectionModel().selectedIndexes():
        if not view.isColumnHidden(index.column()):
            both = cells.copied_text(index), cells.pasted_text(index)
            rows.setdefault(index.row(), {})[index.column()] = both
    if rows:
        block = [[texts[column] for column in sorted(texts)] for _, texts in sorted(rows.items())]
        shown = [[shown for shown, _ in row] for row in block]
        columns = sorted({column for texts in rows.values() for column in texts})
        text = format_block([_headings(cells, columns), *shown] if with_headings else shown)
        data = QMimeData()
        data.setText(text)
        kinds = tuple(filter(None, (cells.copied_row(index, min(rows[index])) for index in sorted(rows))))
        as_typed = _Typed(text, [[typing for _, typing in row] for row in block], kinds)
        data.setData(TYPED_FORMAT, msgspec.json.encode(as_typed))
        QGuiApplication.clipboard().setMimeData(data)


def _headings(cells: CellModel, columns: Sequence[int]) -> list[str]:
    """The headings of columns, each on one line."""
    across = Qt.Orientation.Horizontal
    return [str(cells.headerData(column, across) or "").replace("\n", "") for column in columns]


def copied_block() -> Block:
    """The block of cells that was copied, here or in Excel; no rows where nothing was."""
    text = QGuiApplication.clipboard().text()
    if not text:
        return []
    typed = _typed(text)
    block = typed.block if typed else parse_block(_with_line_breaks(text))
    return [row or [""] for row in block]  # no cell is one blank cell


def paste_cells(view: QTableView, cells: CellModel) -> str:
    """Paste a block from the top left cell of the selection, or into all of it where it fills it several times.

    Returns:
        What was left out or changed, in whole sentences; "" for nothing.
    """
    selected = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    text = QGuiApplication.clipboard().text()
    if not selected[0].isValid():
        return ""
    if not text:
        return translate("ui.tables", "クリップボードに文字がありません。表は変わっていません。")
    top_left = min(selected, key=lambda index: (index.row(), index.column()))
    typed, block = _typed(text), copied_block()
    # By rows: selecting tens of thousands of cells visits none of them twice.
    rows = len({index.row() for index in selected})
    columns = len({index.column() for index in selected if not view.isColumnHidden(index.column())})
    repeated = repeat_over(block, rows, columns) if len(selected) > 1 else None
    if repeated is not None:
        return cells.paste_block(top_left, Clip(repeated, fills=True))
    return cells.paste_block(top_left, Clip(block, typed.rows if typed else ()))


def _with_line_breaks(text: str) -> str:
    """The copied text with the line breaks in its cells, which LibreOffice writes as spaces where a text is asked for."""
    data = QGuiApplication.clipboard().mimeData()
    return bytes(data.data(_LIBREOFFICE).data()).decode("utf-8", "replace") or text


def _typed(text: str) -> _Typed | None:
    """The block as it would be typed, where it came with this very text; another program may have changed the text."""
    data = QGuiApplication.clipboard().mimeData()
    typed = decoded(bytes(data.data(TYPED_FORMAT).data()), _Typed)
    return typed if typed is not None and typed.text == text else None
