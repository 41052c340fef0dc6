"""The table of years on the page: Excel's keys, and Ctrl+- to take a year away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from model.document import Document
from model.request import Request
from ui.selection import selected_blocks
from ui.sheet_table import SheetTable
from ui.year_model import YEAR, YearModel

_YEAR_WIDTH = 104


class YearTable(SheetTable):
    """Years below each other, their figures sharing the width."""

    def __init__(
        self,
        document: Document,
        model: YearModel,
        name: str,
        parent: QWidget,
        delete: Callable[[Request, str], Request],
    ) -> None:
        """Make the table.

        Args:
            document: what is edited.
            model: the years.
            name: for screen readers.
            parent: the widget it stands in.
            delete: the edit that takes a year away, by the id of its row.
        """
        self.years = model
        super().__init__(model, name, parent)
        self._document = document
        self._delete = delete
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        model.modelReset.connect(self._share)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+- takes the selected years away, as it does the lines of the cost table."""
        if event.key() == Qt.Key.Key_Minus and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_years()
        else:
            super().keyPressEvent(event)

    def clear_selection_cells(self) -> None:
        """Delete on the year takes the whole year away, else it empties cells."""
        selected = self.selectionModel().selectedIndexes()
        if self.currentIndex().column() == YEAR and len(selected) <= 1:
            self.delete_years()
        else:
            super().clear_selection_cells()

    def delete_years(self) -> None:
        """Take the selected years away as one step of undo."""
        self.finish_typing()
        rows = {at for block in selected_blocks(self) for at in range(block.top(), block.bottom() + 1)}
        request = self._document.request
        for at in rows or {self.currentIndex().row()}:
            request = self._delete(request, self.years.row_id(at))
        self._document.edit("年度の行の削除", request)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the figures."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        figures = self.years.columnCount() - 1
        self.setColumnWidth(YEAR, _YEAR_WIDTH)
        for column in range(1, figures + 1):
            self.setColumnWidth(column, max(48, (self.viewport().width() - _YEAR_WIDTH) // figures))
