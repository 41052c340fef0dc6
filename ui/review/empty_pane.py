"""未記入: what the form needs and the request does not have yet, in the order of the sheet; choosing one goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from model.empty.empty_fields import EmptyField
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, ListPane

_HINT = QT_TRANSLATE_NOOP(
    "ui.review",
    "この様式に要る欄（* の付いた欄など）のうち、まだ書かれていないものです。Enter でその欄へ移ります。",
)
_NOTHING = QT_TRANSLATE_NOOP("ui.review", "未記入の欄はありません")


class EmptyPane(ListPane):
    """The list of blank fields; it judges nothing and has no colour."""

    counted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(translate("ui.review", "未記入の欄"), translate("ui.review", _HINT), parent)
        self.title.setText(translate("ui.review", _NOTHING))
        self.list.itemClicked.connect(self._choose)

    def show_fields(self, fields: Sequence[EmptyField]) -> None:
        """Show the blank fields; the chosen row stays where it is."""
        row = self.list.currentRow()
        self.list.show_entries([Entry(field.where, field.place) for field in fields])
        self.list.setCurrentRow(min(max(row, 0), len(fields) - 1))
        self.title.setText(
            translate("ui.review", "未記入 {count}か所").format(count=len(fields))
            if fields
            else translate("ui.review", _NOTHING)
        )
        self.counted.emit(len(fields))
