"""The subtotals by 節 in words below the cost table; nothing where no line has a 節."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from model import object_class
from model.amount import format_amount
from model.document import Snapshot
from model.place import Place
from ui.pane import FindingsByPlace


class ObjectClassNote(QLabel):
    """「節別: 8 旅費 230・12 委託料 7,040 (千円)」; the previous year in brackets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self.setWordWrap(True)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        totals, minus = snapshot.totals, snapshot.standard.printing.minus_on_screen
        said = []
        for each in object_class.subtotals(totals.groups, totals.year.year, snapshot.standard):
            amount = format_amount(each.amount or 0, minus)
            before = f"（前年度 {format_amount(each.previous, minus)}）" if each.previous is not None else ""
            said.append(f"{each.label} {amount}{before}")
        text = f"節別の計（千円）　{'・'.join(said)}" if said else ""
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def focus_place(self, _place: Place) -> bool:
        """Words hold no place."""
        return False
