"""How the labour cost of each row comes about, in words below the staff table: people × price, and the rounding."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from model import explain
from model.document import Snapshot
from model.place import Place
from ui.pane import FindingsByPlace


class LabourNote(QLabel):
    """A line of words for each row that has people; it takes no focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setWordWrap(True)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        text = "\n".join(explain.labour_notes(snapshot.request, snapshot.totals, snapshot.standard))
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def focus_place(self, _place: Place) -> bool:
        """Words hold no place."""
        return False
