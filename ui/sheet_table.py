"""A table that travels as Excel does: Enter, Tab, arrows, F2, Delete, copy and paste. It decides nothing of its content."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QScrollArea, QTableView, QWidget

from model.document import Snapshot
from model.place import Place
from ui.cell_clipboard import copy_cells, paste_cells
from ui.cell_editors import CellDelegate, CellTextEditor
from ui.editors import LineField
from ui.pane import FindingsByPlace
from ui.selection import MOVES, extend_selection
from ui.table_model import CellModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_TRAVELLING = {*_ENTER, *_ARROWS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
MAX_HEIGHT = 12_000  # pixels; a longer table scrolls by itself


class SheetTable(QTableView):
    """A table of the form, as high as its rows, so that the page is one column that scrolls."""

    leave = Signal(int)  # Tab went past the last cell (1) or before the first (-1)

    def __init__(self, model: CellModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = model
        # The column where Tabs began, and the cell they led to.
        self._tab_run: tuple[int, QPersistentModelIndex] | None = None
        self._typing_over = False
        self._last_cell = (0, 0)
        self._head_height = 0
        self._fitted = 0
        self.setModel(model)
        model.headerDataChanged.connect(self.measure_head)
        model.modelReset.connect(self.measure_head)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
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

    # --- the page ---

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

    def reset(self) -> None:
        """Keep a current cell when other columns come, as with another year."""
        super().reset()
        if self.hasFocus():
            row, column = self._last_cell
            self._go(min(row, self.cells.rowCount() - 1), min(column, self.cells.columnCount() - 1))

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
        page = self._page()
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
        self._go(
            index.row(), index.column()
        )  # not setCurrentIndex, which extends while Ctrl or Shift is held
        self.reveal(index)
        return True

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys outside an editor."""
        if getattr(self.open_editor(), "is_composing", False):
            return  # the composing began in this cell; the keys are the input method's
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_cells(self, self.cells)
        elif event.matches(QKeySequence.StandardKey.Cut):
            copy_cells(self, self.cells)
            self.clear_selection_cells()
        elif event.matches(QKeySequence.StandardKey.Paste):
            paste_cells(self, self.cells)
        elif key == Qt.Key.Key_Delete:
            self.clear_selection_cells()
        elif key in _ENTER and not control:
            self.travel_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Tab and not control:
            self.travel_right(1)
        elif key == Qt.Key.Key_Backtab:
            self.travel_right(-1)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Backspace):
            self._typing_over = key == Qt.Key.Key_Backspace
            if self._can_type(self.currentIndex().row(), self.currentIndex().column()):
                self.edit(self.currentIndex())
            editor = self.open_editor()
            if key == Qt.Key.Key_Backspace and isinstance(editor, LineField | CellTextEditor):
                # Its text is selected: empty it.
                QGuiApplication.sendEvent(editor, event)
        elif key in MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            extend_selection(self, self.moveCursor(MOVES[Qt.Key(key)], event.modifiers()))
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            # A key that opens an editor types over the cell; then arrows commit and travel.
            self._typing_over = bool(event.text()) and event.text().isprintable()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing in a cell opens its editor and types over it."""
        self._typing_over = True
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift and a click select from the current cell on."""
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid():
            extend_selection(self, index)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the editor as F2 does: arrows then move within the text."""
        self._typing_over = False
        super().mouseDoubleClickEvent(event)

    def focusNextPrevChild(self, next_child: bool) -> bool:
        """Tab travels through cells, not widgets."""
        return False

    def event(self, event: QEvent) -> bool:
        """Tab reaches keyPressEvent before Qt's focus chain sees it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.key() in tabs and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def key_in_editor(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Keys inside an editor; True when the table has dealt with them."""
        key, modifiers = event.key(), event.modifiers()
        if getattr(editor, "is_composing", False):
            return key in _TRAVELLING  # the input method's, neither the table's nor Qt's own
        if isinstance(editor, QComboBox) and key in _ARROWS:
            return False  # they choose
        if (
            key in _ENTER
            and modifiers & Qt.KeyboardModifier.AltModifier
            and isinstance(editor, CellTextEditor)
        ):
            editor.insertPlainText("\n")
        elif key in _ENTER:
            self.close_editor(editor)
            self.travel_down(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_editor(editor)
            self.travel_right(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Escape:
            index = QPersistentModelIndex(self.currentIndex())
            self.close_editor(editor, seal=False)
            self.cells.cancel_typing(index)
        elif key == Qt.Key.Key_F2:
            self._typing_over = not self._typing_over
        elif key in _ARROWS and self._typing_over and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self.close_editor(editor)
            down, right = _ARROWS[Qt.Key(key)]
            self._go(self.currentIndex().row() + down, self.currentIndex().column() + right)
        else:
            return False
        return True

    def close_editor(self, editor: QWidget, *, seal: bool = True) -> None:
        """Close the open editor; what was typed is in the document already."""
        if seal:
            self.commitData(editor)
        self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_typing(self) -> None:
        """Close an open editor, as before an undo or a save."""
        editor = self.open_editor()
        if editor is not None:
            self.close_editor(editor)

    def open_editor(self) -> QWidget | None:
        """The editor of the cell that is being typed in."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        editors = (
            self.indexWidget(self.currentIndex()),
            *(self.viewport().findChild(kind) for kind in (LineField, CellTextEditor, QComboBox)),
        )
        return next((each for each in editors if isinstance(each, QWidget)), None)

    def travel_down(self, step: int) -> None:
        """Enter: to the next row in which the column can be typed in; after Tabs, back to the column they began in."""
        column = self._tab_column()
        self._tab_run = None
        row = self.currentIndex().row() + step
        while 0 <= row < self.cells.rowCount():
            if self._can_type(row, column):
                self._go(row, column)
                return
            row += step
        self._go(self.currentIndex().row(), column)

    def travel_right(self, step: int) -> None:
        """Tab: to the next cell that can be typed in, on to the next row; past the last cell the focus leaves."""
        current = self.currentIndex()
        began = self._tab_column()
        columns = self.cells.columnCount()
        at = current.row() * columns + current.column() + step
        while 0 <= at < self.cells.rowCount() * columns:
            row, column = divmod(at, columns)
            if self._can_type(row, column):
                self._go(row, column)
                self._tab_run = (
                    began if row == current.row() else column,
                    QPersistentModelIndex(self.currentIndex()),
                )
                return
            at += step
        self._tab_run = None
        self.leave.emit(step)

    # --- clipboard ---

    def clear_selection_cells(self) -> None:
        """Empty the selected cells."""
        self.cells.clear_cells(self.selectionModel().selectedIndexes() or [self.currentIndex()])

    def _tab_column(self) -> int:
        """The column where a run of Tabs to the current cell began; without one, the current column."""
        if self._tab_run is not None and self._tab_run[1] == self.currentIndex():
            return self._tab_run[0]
        return self.currentIndex().column()

    def _can_type(self, row: int, column: int) -> bool:
        return bool(self.cells.flags(self.cells.index(row, column)) & Qt.ItemFlag.ItemIsEditable)

    def _go(self, row: int, column: int) -> None:
        index = self.cells.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _page(self) -> QScrollArea | None:
        widget = self.parentWidget()
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget
