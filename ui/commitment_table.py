"""債務負担行為 on the page: one row a commitment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from model import place
from model.document import Document, Snapshot
from model.edits import structure
from model.identity import new_id
from model.multi_year import Commitment
from ui.commitment_model import LINE, PERIOD, STATUS, CommitmentModel
from ui.look import PADDING
from ui.pane import FindingsByPlace
from ui.sheet_table import SheetTable

_AIR = 8  # pixels above and below the words of a cell together


class CommitmentTable(SheetTable):
    """債務負担行為: one row each, and one to type the next in."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        self.commitments = CommitmentModel(document)
        super().__init__(self.commitments, "債務負担行為", parent)
        self._document = document
        self._measured: tuple[list[int], list[list[str]]] = [], []
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((PERIOD, 170), (STATUS, 90)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        # Another width breaks the words elsewhere; told by the header, which shares the width after the table has it.
        header.sectionResized.connect(self._fit_rows)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; a row is as high as its words."""
        super().show_snapshot(snapshot, findings)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Measure the words again, where there are others or the columns have another width."""
        model = self.commitments
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
        if len(text) * metrics.maxWidth() <= width:
            return least
        rect = metrics.boundingRect(0, 0, max(width, 1), 10_000, int(Qt.TextFlag.TextWordWrap), text)
        return max(least, rect.height() + _AIR)

    def write_for(self, line_id: str) -> None:
        """Add a commitment for a line and go to its period."""
        commitment = Commitment(new_id(), line_id)
        self._document.edit(
            "債務負担行為の追加", structure.add_commitment(self._document.request, commitment)
        )
        self.focus_place(place.commitment(commitment.id, "period"))

    def clear_selection_cells(self) -> None:
        """Delete takes the whole commitment away when its line's cell is selected, else it empties cells."""
        commitment = self.commitments.commitment(self.currentIndex().row())
        if commitment is not None and self.currentIndex().column() == LINE:
            request = structure.delete_commitment(self._document.request, commitment.id)
            self._document.edit("債務負担行為の削除", request)
        else:
            super().clear_selection_cells()
