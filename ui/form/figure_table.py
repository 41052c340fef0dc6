"""A table of figures on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from templates.sheet.blocks import FigureTable
from ui.form.figure_model import FigureModel
from ui.tables.sheet_table import SheetTable
from ui.widgets.style import scaled

_NARROWEST: Final = 58  # pixels of a column, at 100 %


class FigureTableView(SheetTable):
    """A table of figures as the Sheet lays it out, its columns sharing the width."""

    def __init__(
        self, document: Document, build: Callable[[Snapshot], FigureTable], name: str, parent: QWidget
    ) -> None:
        self.figures = FigureModel(document, build)
        super().__init__(self.figures, name, parent)
        self.horizontalHeader().setStretchLastSection(True)
        self.figures.modelReset.connect(self._share)
        self.horizontalHeader().sectionCountChanged.connect(self._share)

    def resizeEvent(self, event: object) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        super().fit_font()
        self._share()

    def _share(self) -> None:
        labels = (
            str(self.figures.headerData(row, Qt.Orientation.Vertical))
            for row in range(self.figures.rowCount())
        )
        widest = max(map(self.verticalHeader().fontMetrics().horizontalAdvance, labels), default=0)
        self.verticalHeader().setFixedWidth(widest + 20)
        columns, width = self.figures.columnCount(), self.maximumViewportSize().width()
        least = scaled(self, _NARROWEST)
        self.setMinimumWidth(self.verticalHeader().width() + columns * least + 2 * self.frameWidth())
        for column in range(columns):
            self.setColumnWidth(column, max(least, width // columns))
