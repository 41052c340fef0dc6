"""A table that stands on a page: as high as its rows, its current cell in sight, repainted no more than needed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView, QWidget

from model.document.document import Snapshot
from model.request.place import Place
from ui.tables.table_model import CellModel
from ui.widgets.pane import FindingsByPlace

MAX_HEIGHT = 12_000  # pixels; a longer table scrolls by itself


_Kind = TypeVar("_Kind", bound=QWidget)


def enclosing(widget: QWidget | None, kind: type[_Kind]) -> _Kind | None:
    """A widget, or the nearest one around it, that is of a kind; None where there is none."""
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget


class PageTable(QTableView):
    """A table of the form, as high as its rows, so that the page is one column that scrolls."""

    def __init__(self, model: CellModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = model
        self._last_cell = (0, 0)
        self._head_height = 0
        self._fitted = 0
        self.setModel(model)
        model.headerDataChanged.connect(self.measure_head)
        model.modelReset.connect(self.measure_head)
        model.modelReset.connect(
            self._restore_current_cell
        )  # after setModel: the selection forgets its cell first
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(28)
        self.verticalHeader().setDefaultSectionSize(28)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        self.cells.show_snapshot(snapshot, findings)
        self.fit_height()

    def fit_height(self) -> None:
        """Be as high as the rows."""
        height = min(self.verticalHeader().length() + self._head_height + 2 * self.frameWidth(), MAX_HEIGHT)
        if height == self._fitted:
            return
        self._fitted = height
        scrolls = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if height == MAX_HEIGHT
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(height)

    def measure_head(self) -> None:
        """Ask the header for its height, which costs a millisecond: when it is styled and when its labels change."""
        header = self.horizontalHeader()
        self._head_height = header.sizeHint().height() if not header.isHidden() else 0
        self.fit_height()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when the header knows its height: only once it is styled."""
        super().showEvent(event)
        self.measure_head()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Keep the current cell in sight on the page."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._last_cell = (current.row(), current.column())
        if self.hasFocus():
            self.reveal(current)

    def _restore_current_cell(self) -> None:
        """Keep a current cell when other columns come, as with another year."""
        if self.hasFocus():
            row, column = self._last_cell
            self.go(min(row, self.cells.rowCount() - 1), min(column, self.cells.columnCount() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor; Qt would repaint every cell, which is felt when an editor closes."""
        current = self.currentIndex()
        if not current.isValid():
            super().focusInEvent(event)
            return
        editable = bool(self.cells.flags(current) & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
        self.viewport().update(self.visualRect(current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away; Qt would repaint every cell, which is felt when an editor opens."""
        self.viewport().update(self.visualRect(self.currentIndex()))

    def reveal(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Scroll the page so that a cell is in sight."""
        page = self.page()
        content = page.widget() if page else None
        if page is None or content is None or not index.isValid():
            return
        rect: QRect = self.visualRect(index)
        at = self.viewport().mapTo(content, rect.center())
        page.ensureVisible(at.x(), at.y(), 0, rect.height() // 2 + 60)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to the cell of a place; False when it is not here."""
        index = self.cells.index_of(place)
        if not index.isValid():
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go(index.row(), index.column())  # not setCurrentIndex, which extends while Ctrl or Shift is held
        self.reveal(index)
        return True

    def go(self, row: int, column: int) -> None:
        """Make a cell the current and only selected one."""
        index = self.cells.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def page(self) -> QScrollArea | None:
        """The page that scrolls, on which the table stands."""
        return enclosing(self, QScrollArea)
