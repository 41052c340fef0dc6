"""A table whose rows come and go, on the page: Excel's keys, and keys that take whole rows away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.request.request import Request
from ui.tables.offering_model import OfferingModel
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable
from ui.widgets.look import PADDING, wrapping
from ui.widgets.pane import FindingsByPlace

_TAKE_AWAY: Final = "このセルは空にできません。行を消すのは Ctrl+- です。"
_AIR = 8  # pixels above and below the words of a cell together

DeleteRow = Callable[[Request, str], Request]
"""The edit that takes a row away, by its id."""


class OfferingTable(SheetTable):
    """Rows below each other, the last one offered; Ctrl+- takes rows away, Delete empties cells as in Excel."""

    def __init__(
        self,
        document: Document,
        model: OfferingModel,
        name: str,
        parent: QWidget,
        delete: DeleteRow,
        delete_label: str,
    ) -> None:
        """Make the table.

        Args:
            document: what is edited.
            model: the rows.
            name: for screen readers.
            parent: the widget it stands in.
            delete: the edit that takes a row away.
            delete_label: its words in the menu.
        """
        super().__init__(model, name, parent)
        self._rows = model
        self._document = document
        self._delete = delete
        self._delete_label = delete_label
        self.verticalHeader().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+- takes the selected rows away, as it does the lines of the cost table."""
        if event.key() == Qt.Key.Key_Minus and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_rows()
        else:
            super().keyPressEvent(event)

    def clear_selection_cells(self) -> None:
        """Empty the selected cells; where that empties nothing, say which key takes the row away."""
        before = self._document.request
        super().clear_selection_cells()
        if self._document.request is before and not self._rows.is_offered(self.currentIndex().row()):
            self.say(_TAKE_AWAY)

    def delete_rows(self) -> None:
        """Take the selected rows away as one step of undo."""
        self.finish_typing()
        rows = {at for block in selected_blocks(self) for at in range(block.top(), block.bottom() + 1)}
        request = self._document.request
        for row_id in [self._rows.row_id(at) for at in rows or {self.currentIndex().row()}]:
            request = self._delete(request, row_id)
        self._document.edit(self._delete_label, request)


class WordyTable(OfferingTable):
    """Rows that are as high as their words."""

    def __init__(
        self,
        document: Document,
        model: OfferingModel,
        name: str,
        parent: QWidget,
        delete: DeleteRow,
        delete_label: str,
    ) -> None:
        super().__init__(document, model, name, parent, delete, delete_label)
        self._measured: tuple[list[int], list[list[str]]] = [], []
        # Another width breaks the words elsewhere; told by the header, which shares the width after the table has it.
        self.horizontalHeader().sectionResized.connect(self._fit_rows)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; a row is as high as its words."""
        super().show_snapshot(snapshot, findings)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Measure the words again, where there are others or the columns have another width."""
        model = self._rows
        columns = range(model.columnCount())
        widths = [self.columnWidth(at) - 2 * PADDING for at in columns]
        texts = [[model.text_at(model.index(row, at)) for at in columns] for row in range(model.rowCount())]
        if (widths, texts) == self._measured:
            return
        self._measured = widths, texts
        for row, words in enumerate(texts):
            height = max(map(self._height, words, widths))
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self.fit_height()

    def _height(self, text: str, width: int) -> int:
        """The height that a cell needs; short words surely fit on one line and are not measured."""
        metrics, least = self.fontMetrics(), self.verticalHeader().minimumSectionSize()
        if "\n" not in text and len(text) * metrics.maxWidth() <= width:
            return least
        rect = metrics.boundingRect(0, 0, max(width, 1), 10_000, wrapping(text), text)
        return max(least, rect.height() + _AIR)
