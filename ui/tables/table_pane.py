"""A table on the page with one line below it, in which stands what there is to say of its current cell."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from model.document.document import Snapshot
from model.request.place import Place
from ui.tables.sheet_table import SheetTable
from ui.tables.table_model import CellModel
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column
from ui.widgets.pane import FindingsByPlace

_MEASURED: Final = 50  # places whose findings are given room
_Table = TypeVar("_Table", bound=SheetTable)


class CellMessage(PlainLabel):
    """What there is to say of the current cell of a table, right below it.

    It takes no room while there is nothing to say of any cell. Else its room is that of the longest finding in the table, and
    does not shrink again: what stands below stays where it is while the cursor travels.
    """

    def __init__(self, table: SheetTable, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self._findings: FindingsByPlace = {}
        # Measured a moment later: a height set while the page is being laid out is not laid out itself.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._measure_again)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()
        table.selectionModel().currentChanged.connect(self.refresh)
        table.typing_ended.connect(self.refresh)

    def show_findings(self, findings: FindingsByPlace) -> None:
        """Show what there is to say of the current cell, with room for the longest of the findings."""
        if findings is not self._findings:
            self._findings = findings
            if self.isHidden() and any(self._model.index_of(place).isValid() for place in findings):
                self.show()
            self._make_room()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resized.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_resized"):
            self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make room once there is a width."""
        super().showEvent(event)
        self._resized.start()

    def refresh(self) -> None:
        """Update the text; not while a figure is typed: the page stays still."""
        if self._table.is_typing_figure:
            return
        index = self._table.currentIndex()
        text = self._model.line_at(index) if index.isValid() else ""
        if text != self.text():
            self.setText(text)
            self._have_height(text)
        if text and self.isHidden():
            self.show()

    def _measure_again(self) -> None:
        self.setMinimumHeight(0)
        self._have_height(self.text() or "字")
        self._make_room()

    def _make_room(self) -> None:
        if self.isVisible():  # before it is shown its width is none
            for index in map(self._model.index_of, islice(self._findings, _MEASURED)):
                if index.isValid():
                    self._have_height(self._model.line_at(index))

    def _have_height(self, text: str) -> None:
        """Be high enough for a text."""
        self.setMinimumHeight(max(self.minimumHeight(), self._height(text)))

    def _height(self, text: str) -> int:
        room = QRect(0, 0, max(1, self.width()), 100_000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


class TablePane(QWidget, Generic[_Table]):
    """A table with the message of its current cell below it."""

    def __init__(self, make: Callable[[QWidget], _Table], parent: QWidget) -> None:
        """Make the pane; ``make`` makes the table inside the widget it is given."""
        super().__init__(parent)
        self.table = make(self)
        self._message = CellMessage(self.table, self.table.cells, self)
        lay_column(self, self.table, self._message, spacing=4)
        # Tab past the last cell: on to the next widget
        self.table.leave.connect(lambda step: QWidget.focusNextPrevChild(self.table, step > 0))

    @property
    def speaks_in_sight(self) -> bool:
        """Whether something is said below the table, and is seen where the page is scrolled to."""
        return bool(self._message.text()) and not self._message.visibleRegion().isEmpty()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        self.table.show_snapshot(snapshot, findings)
        self._message.show_findings(findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a cell."""
        return self.table.focus_place(place)
