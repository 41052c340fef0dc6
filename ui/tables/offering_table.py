"""A table whose rows come and go, on the page: Excel's keys, and keys that take whole rows away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from model.document.document import Document, Snapshot
from model.request.request import Request
from ui.tables.offering_model import OfferingModel, Rows
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import SheetTable
from ui.widgets.cell_style import PADDING, wrapping
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import scaled

_TAKE_AWAY: Final = "このセルは空にできません。行を消すのは Ctrl+- です。"
_AIR = 8  # pixels above and below the words of a cell together
_NARROWEST = 48  # pixels of a column

DeleteRow = Callable[[Request, str], Request]
"""The edit that takes a row away, by its id."""


class OfferingTable(SheetTable):
    """Rows below each other, as high as their words, the last one offered.

    Ctrl+- takes rows away, Delete empties cells as in Excel.

    Attributes:
        offering: the rows.
    """

    def __init__(
        self,
        document: Document,
        build: Callable[[Snapshot], Rows],
        name: str,
        parent: QWidget,
        delete: DeleteRow,
        delete_label: str,
        widths: Mapping[int, int],
    ) -> None:
        """Make the table.

        Args:
            document: what is edited.
            build: gives the rows of a snapshot.
            name: for screen readers.
            parent: the widget it stands in.
            delete: the edit that takes a row away.
            delete_label: its words in the menu.
            widths: pixels of the columns that have a width of their own; the others share the rest.
        """
        self.offering = OfferingModel(document, build)
        super().__init__(self.offering, name, parent)
        self._document = document
        self._delete = delete
        self._delete_label = delete_label
        self._widths = widths
        self._measured: tuple[list[int], list[list[str]]] = [], []
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self._share_width()
        self.offering.modelReset.connect(self._share_width)
        # Another width breaks the words elsewhere; the header signals it, which shares the width after the table has it.
        self.horizontalHeader().sectionResized.connect(self._fit_rows)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; a row is as high as its words."""
        super().show_snapshot(snapshot, findings)
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+- takes the selected rows away, as it does the lines of the cost table."""
        if event.key() == Qt.Key.Key_Minus and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_rows()
        else:
            super().keyPressEvent(event)

    def clear_selection_cells(self) -> None:
        """Empty the selected cells; where that empties nothing, show which key removes the row."""
        before = self._document.request
        super().clear_selection_cells()
        if self._document.request is before and not self.offering.is_offered(self.currentIndex().row()):
            self.show_message(_TAKE_AWAY)

    def delete_rows(self) -> None:
        """Take the selected rows away as one step of undo."""
        self.finish_typing()
        rows = {index for block in selected_blocks(self) for index in range(block.top(), block.bottom() + 1)}
        request = self._document.request
        for row_id in [self.offering.row_id(index) for index in rows or {self.currentIndex().row()}]:
            request = self._delete(request, row_id)
        self._document.edit(self._delete_label, request)

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        super().fit_font()
        self._share_width()
        self._measured = [], []
        self._fit_rows()

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in self._widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, scaled(self, width))

    def _fit_rows(self) -> None:
        """Measure the words again, where there are others or the columns have another width."""
        model = self.offering
        columns = [index for index in range(model.columnCount()) if model.is_text(model.index(0, index))]
        widths = [self.columnWidth(index) - 2 * PADDING for index in columns]
        texts = [
            [model.text_at(model.index(row, index)) for index in columns] for row in range(model.rowCount())
        ]
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
