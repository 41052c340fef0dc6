"""The desk's table: Enter opens a request, F2 goes to its decision."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.desk.desk_model import COLUMNS, NAME, DeskModel

_ROW_HEIGHT: Final = 26  # pixels


class DeskTable(QTableView):
    """The requests, a line each."""

    opened = Signal()
    wanted_decision = Signal()

    def __init__(self, model: DeskModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("要求の一覧")
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, column.width)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(44)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the request, F2 goes to its decision."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.wanted_decision.emit()
        else:
            super().keyPressEvent(event)
