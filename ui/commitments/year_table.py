"""The table of years on the page: Excel's keys, and Ctrl+- to take a year away."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from model.document.document import Document
from ui.tables.offering_model import OfferingModel
from ui.tables.offering_table import DeleteRow, OfferingTable

_YEAR_WIDTH = 104


class YearTable(OfferingTable):
    """Years below each other, their figures sharing the width."""

    def __init__(
        self,
        document: Document,
        model: OfferingModel,
        name: str,
        parent: QWidget,
        delete: DeleteRow,
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
        super().__init__(document, model, name, parent, delete, "年度の行の削除")
        self.horizontalHeader().setStretchLastSection(True)
        model.modelReset.connect(self._share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the figures."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        figures = self.years.columnCount() - 1
        self.setColumnWidth(0, _YEAR_WIDTH)
        for column in range(1, figures + 1):
            self.setColumnWidth(column, max(48, (self.viewport().width() - _YEAR_WIDTH) // figures))
