"""The commitments (債務負担行為) as a table: which line, period as typed, 要求 or 設定済, and its wording."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.edits.structure import add_commitment
from model.figures.figures import Figure
from model.request import place
from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.place import Place
from model.request.request import Request
from templates.sheet.sheet import commitment_wording, line_text
from ui.tables.offering_model import OfferingModel
from ui.tables.table_model import Index
from ui.widgets.look import Look
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import MUTED

LINE, PERIOD, STATUS, WORDING = range(4)
_LABELS: Final = ("対象の経費", "期間（R10〜R13 など）", "区分", "備考に入る文")


class CommitmentModel(OfferingModel):
    """The commitments of a document, and a row that offers the next one."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._rows = document.request.commitments
        self._by_id = {row.id: row for row in self._rows}
        self.ids = tuple(self._by_id)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; the offered row keeps its place when it comes to be."""
        rows = snapshot.request.commitments
        if rows is not self._rows:

            def take() -> None:
                self._by_id = {row.id: row for row in rows}

            self._rows = rows
            self.take_rows(tuple(row.id for row in rows), take)
        super().show_snapshot(snapshot, findings)

    def commitment(self, at: int) -> Commitment | None:
        """The commitment of a row; None for the offered one."""
        return self._by_id.get(self.ids[at]) if 0 <= at < len(self.ids) else None

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """経費, 期間, 区分, 文."""
        return 0 if parent.isValid() else len(_LABELS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _LABELS[section]
        return None

    def place_in(self, row_id: str, column: int) -> Place | None:
        """The place of a cell."""
        match column:
            case 0:
                return place.commitment(row_id, "line")
            case 1:
                return place.commitment(row_id, "period")
            case 2:
                return place.commitment(row_id, "status")
            case _:
                return None

    def add_row(self, request: Request, row_id: str) -> Request:
        """Add a blank commitment."""
        return add_commitment(request, Commitment(row_id))

    def figure_at(self, index: Index) -> Figure | None:
        """No cell here is an amount."""
        return None

    def is_text(self, index: Index) -> bool:
        """All cells hold words."""
        return True

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        commitment = self.commitment(index.row())
        if commitment is None:
            return "（経費を選ぶか、期間を入力）" if index.column() == LINE else ""
        match index.column():
            case 0:
                return (
                    line_text(self._snapshot, commitment.line)
                    or commitment.name
                    or "（経費を選んでください）"
                )
            case 1:
                return commitment.period
            case 2:
                return dict(self.choices(index)).get(commitment.status, "")
            case _:
                return commitment_wording(commitment, self._snapshot.standard) if commitment.period else ""

    def choices(self, index: Index) -> list[tuple[str, str]]:
        """The lines to choose from, and the two kinds of commitment."""
        words = self._snapshot.standard.commitments
        if index.column() == STATUS:
            return [("requested", words.requested_label), ("set", words.set_label)]
        if index.column() == LINE:
            return [
                (line.id, f"{'　' * depth}{line.text}".replace("\n", ""))
                for group in self._snapshot.request.groups
                for line, depth in walk(group.lines)
            ] or [("", "（経費の行がありません）")]
        return []

    def look_at(self, index: Index) -> Look:
        """The offered row stays back."""
        look = super().look_at(index)
        return look._replace(colour=MUTED) if self.commitment(index.row()) is None else look
