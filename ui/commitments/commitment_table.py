"""債務負担行為 on the page: one row a commitment."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document.document import Document
from model.edits import structure
from model.request import place
from model.request.multi_year import Commitment
from model.values.identity import new_id
from ui.commitments.commitment_rows import PERIOD, STATUS, commitment_rows
from ui.language import translate
from ui.tables.offering_table import OfferingTable


class CommitmentTable(OfferingTable):
    """債務負担行為: one row each, and one to type the next in."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(
            document,
            commitment_rows,
            "債務負担行為",
            parent,
            structure.delete_commitment,
            translate("ui.commitments", "債務負担行為の削除"),
            {PERIOD: 170, STATUS: 90},
        )

    def write_for(self, line_id: str) -> None:
        """Add a commitment for a line and go to its period."""
        commitment = Commitment(new_id(), line_id)
        self._document.edit(
            translate("ui.commitments", "債務負担行為の追加"),
            structure.add_commitment(self._document.request, commitment),
        )
        self.focus_place(place.commitment(commitment.id, "period"))
