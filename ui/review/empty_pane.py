"""未記入: what the form needs and the request does not have yet, in the order of the sheet; choosing one goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.empty.empty_fields import EmptyField
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList, entry_place
from ui.widgets.labels import PlainLabel
from ui.widgets.style import PANE_PADDING

_HINT = QT_TRANSLATE_NOOP(
    "ui.review",
    "この様式に要る欄（* の付いた欄など）のうち、まだ書かれていないものです。Enter でその欄へ移ります。",
)
_NOTHING = QT_TRANSLATE_NOOP("ui.review", "未記入の欄はありません")


class EmptyPane(QWidget):
    """The list of blank fields; it judges nothing and has no colour."""

    chosen = Signal(str)  # a place
    counted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = PlainLabel(translate("ui.review", _NOTHING), self)
        self._title.setObjectName("cardTitle")
        hint = PlainLabel(translate("ui.review", _HINT), self)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.list = EntryList(translate("ui.review", "未記入の欄"), (), self)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(entry_place(item)))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(entry_place(item)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(PANE_PADDING,) * 4)
        layout.addWidget(self._title)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)

    @property
    def title(self) -> str:
        """The words above the list."""
        return self._title.text()

    def show_fields(self, fields: Sequence[EmptyField]) -> None:
        """Show the blank fields; the chosen row stays where it is."""
        row = self.list.currentRow()
        self.list.show_entries([Entry(field.where, field.place) for field in fields])
        self.list.setCurrentRow(min(max(row, 0), len(fields) - 1))
        self._title.setText(
            translate("ui.review", "未記入 {count}か所").format(count=len(fields))
            if fields
            else translate("ui.review", _NOTHING)
        )
        self.counted.emit(len(fields))
