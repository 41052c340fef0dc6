"""A table on the page whose columns share its width and whose rows are as high as their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QHeaderView, QWidget

from model.document.document import Snapshot
from ui.tables.sheet_table import SheetTable
from ui.tables.table_model import CellModel
from ui.widgets.cell_style import PADDING, wrapping
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import scaled

_AIR: Final = 8  # pixels above and below the words of a cell together
_NARROWEST: Final = 48  # pixels of a column


class FittedTable(SheetTable):
    """A table that measures its words again where they or the columns have changed."""

    def __init__(self, model: CellModel, name: str, parent: QWidget, widths: Mapping[int, int]) -> None:
        """Make the table; ``widths`` has the pixels of columns that have a width of their own, the others share the rest."""
        super().__init__(model, name, parent)
        self._widths = widths
        self._measured: tuple[list[int], list[list[str]]] = [], []
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self._share_width()
        model.modelReset.connect(self._share_width)
        # Another width breaks the words elsewhere; the header signals it, which shares the width after the table has it.
        self.horizontalHeader().sectionResized.connect(self._fit_rows)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; a row is as high as its words."""
        super().show_snapshot(snapshot, findings)
        self._fit_rows()

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
        model = self.cells
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
