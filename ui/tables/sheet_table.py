"""The tables of the form: cells one types in as in Excel (Enter, Tab, arrows, F2, Delete, copy and paste), on a page that scrolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QMainWindow,
    QMenu,
    QScrollArea,
    QTableView,
    QWidget,
)

from model.document.document import Snapshot
from model.request.place import Place
from ui.tables.cell_editors import CellDelegate
from ui.tables.selection import MOVES, extend_selection, selected_blocks
from ui.tables.table_model import CellModel, Index
from ui.widgets.editing.editors import LineField, TextEditor
from ui.widgets.editing.enclosing import bring_in_sight, enclosing
from ui.widgets.pane import FindingsByPlace
from ui.widgets.scroll_anchor import ScrollAnchor
from ui.widgets.style import scaled

if TYPE_CHECKING:
    from ui.tables.cell_travel import CellTravel

_ROW = 28  # pixels of a row of one line, at 100 %
MAX_HEIGHT = 12_000  # pixels; a longer table scrolls by itself
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS: Final[Mapping[Qt.Key, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_EQUALS = ("=", "＝")
_STAYING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
INSERT: Final = ("Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+;")
"""Ctrl++ needs Shift on a Japanese keyboard; Ctrl+; alone is the date of today in Excel."""
_TRAVELLING = (*_ENTER, *_ARROWS, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class SheetTable(QTableView):
    """A table of the form in which one types as in Excel, as high as its rows, so that the page is one column that scrolls."""

    typing_ended = Signal()  # the editor of a cell was closed
    leave = Signal(int)  # Tab went past the last cell (1) or before the first (-1)

    def __init__(self, model: CellModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = model
        self._last_cell = (0, 0)
        self._head_height = 0
        self._fitted = 0
        self._page: QScrollArea | None = None  # once it is shown on one
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.setParent(self)  # it goes with the table: else what listens to it holds a closed window
        self.setModel(model)  # after these: with cells there, Qt would measure all headings again for each
        model.headerDataChanged.connect(self.measure_head)
        model.modelReset.connect(self.measure_head)
        model.modelReset.connect(
            self._restore_current_cell
        )  # after setModel: the selection forgets its cell first
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self._points = self.font().pointSizeF()
        self._font_changed = QTimer(self, singleShot=True, interval=0)
        self._font_changed.timeout.connect(self.fit_font)
        self._typing_over = False
        self.message = ""  # the last one shown for this table
        self.is_read = True  # whether a key came since
        self.is_left = False  # whether the writer works elsewhere: what is selected is only pale then
        self.is_pointed_at = False  # whether the current cell is shown while the focus is elsewhere
        self._closed = QTimer(self, singleShot=True, interval=0)
        self._closed.timeout.connect(self._drop_empty_row)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)

    # --- on the page ---

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
        if self._page is None and (page := self.page()) is not None:
            self._page = page
            page.verticalScrollBar().valueChanged.connect(self.place_head)
            # What stands above the table may change its height: it is laid out a moment later.
            page.verticalScrollBar().rangeChanged.connect(self.place_head, Qt.ConnectionType.QueuedConnection)
        self.place_head()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the table out anew where the window is zoomed."""
        super().changeEvent(event)
        # The first change of the font comes before the table is made.
        points = self.font().pointSizeF() if event.type() == QEvent.Type.FontChange else None
        if points is not None and getattr(self, "_points", points) != points:
            self._points = points
            self._font_changed.start()  # once, however often it changes while all is laid out anew

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        row, rows = scaled(self, _ROW), self.verticalHeader()
        rows.setMinimumSectionSize(row)
        rows.setDefaultSectionSize(row)
        for index in range(self.cells.rowCount()):
            self.setRowHeight(index, row)
        self.measure_head()

    def updateGeometries(self) -> None:
        """Qt puts the headings at the top of the table: put them back in sight."""
        super().updateGeometries()
        self.place_head()

    def place_head(self) -> None:
        """Keep the headings in sight while the page scrolls over the rows."""
        content = self._page.widget() if self._page is not None else None
        header = self.horizontalHeader()
        if self._page is None or content is None or header.isHidden():
            return
        above = self._page.verticalScrollBar().value() - self.mapTo(content, QPoint()).y()
        lowest = self.height() - header.height() - self.verticalHeader().defaultSectionSize()
        top = max(self.frameWidth(), min(above, lowest))
        if top != header.y():
            header.move(header.x(), top)
            header.raise_()  # over the rows

    def currentChanged(self, current: Index, previous: Index) -> None:
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
        self._show_left(False)
        current = self.currentIndex()
        if not current.isValid():
            super().focusInEvent(event)
            return
        editable = bool(self.cells.flags(current) & Qt.ItemFlag.ItemIsEditable)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editable)
        self.viewport().update(self.visualRect(current))

    def reveal(self, index: Index) -> None:
        """Scroll the page so that a cell is in sight."""
        if index.isValid():
            rect: QRect = self.visualRect(index)
            heading = max(60, self.horizontalHeader().height())
            bring_in_sight(self.viewport(), rect.center(), rect.height() // 2 + heading)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to the cell of a place; False when it is not here."""
        index = self.cells.index_of(place)
        if not index.isValid():
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go(index.row(), index.column())  # not setCurrentIndex, which extends while Ctrl or Shift is held
        self.reveal(index)
        return True

    def point_at_current_cell(self, is_pointed_at: bool) -> None:
        """Show the current cell while the focus is elsewhere, or no longer."""
        self.is_pointed_at = is_pointed_at
        self.viewport().update(self.visualRect(self.currentIndex()))

    def selects(self, place: Place) -> bool:
        """Whether the cell of a place is selected."""
        index = self.cells.index_of(place)
        return index.isValid() and self.selectionModel().isSelected(index)

    def go(self, row: int, column: int) -> None:
        """Make a cell the current and only selected one."""
        index = self.cells.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def page(self) -> QScrollArea | None:
        """The page that scrolls, on which the table stands."""
        column = enclosing(self, ScrollAnchor)  # as table_around, not beyond the column of cards
        return column.page if column is not None else enclosing(self, QScrollArea)

    # --- keys, mouse, input method ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys outside an editor."""
        if getattr(self.open_editor(), "is_composing", False):
            return  # the composing began in this cell; the keys are the input method's
        self.is_read = True
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and not control:
            self._travel_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Tab and not control:
            self._travel_right(1)
        elif key == Qt.Key.Key_Backtab:
            self._travel_right(-1)
        elif key == Qt.Key.Key_Backspace and control:
            return  # in Excel it goes to the current cell, and empties nothing
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Backspace):
            self._typing_over = key == Qt.Key.Key_Backspace
            if self._travel.can_type(self.currentIndex().row(), self.currentIndex().column()):
                self.edit(self.currentIndex())
            editor = self.open_editor()
            if key == Qt.Key.Key_Backspace and isinstance(editor, LineField | TextEditor):
                QApplication.sendEvent(editor, event)  # its text is selected: empty it
            elif key == Qt.Key.Key_F2:
                self._caret_to_end()
        elif event.text() in _EQUALS and self.cells.basis_of(self.currentIndex()):
            self._open_calculation()
        elif key in MOVES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            extend_selection(self, self.moveCursor(MOVES[Qt.Key(key)], event.modifiers()))
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            # A key that opens an editor types over the cell; then arrows commit and travel.
            self._typing_over = bool(event.text()) and event.text().isprintable()
            super().keyPressEvent(event)

    def show_message(self, sentence: str) -> None:
        """Show a message at the foot of the window until the next key in this table or the next message.

        Args:
            sentence: the message; "" removes that of the table.
        """
        window = self.window()
        if not isinstance(window, QMainWindow):
            return
        if sentence:
            window.statusBar().showMessage(sentence)
        elif self.message and window.statusBar().currentMessage() == self.message:
            window.statusBar().clearMessage()
        self.message, self.is_read = sentence, False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing in a cell opens its editor and types over it; a lone 「＝」 opens the calculation that is there."""
        self._typing_over = True
        was_open = self.open_editor() is not None
        is_equals = event.commitString() in _EQUALS and bool(self.cells.basis_of(self.currentIndex()))
        if is_equals and not was_open:
            self._open_calculation()
            return
        from ui.widgets.editing.cell_focus import goes_to_editor  # no start of the window pays for it

        if goes_to_editor(self.open_editor(), event):
            return
        super().inputMethodEvent(event)
        editor = self.open_editor()
        if is_equals and editor is not None:  # composed over the calculation: it comes back
            self.cells.cancel_typing(self.currentIndex())
            self.close_editor(editor, seal=False)
            self._open_calculation()
        elif event.commitString() and not was_open and editor is not None:
            QApplication.sendEvent(editor, event)  # committed without composing: Qt only opens the editor

    def _open_calculation(self) -> None:
        """Open the calculation of the current cell after its 「=」: typing replaces it, as in Excel; arrows keep it."""
        self._typing_over = False
        self.edit(self.currentIndex())
        editor = self.open_editor()
        if isinstance(editor, TextEditor):
            editor.select_from(len("="))

    def _caret_to_end(self) -> None:
        """F2 and a double click go on with the text, as in Excel: its end, nothing selected."""
        editor = self.open_editor()
        if isinstance(editor, LineField | TextEditor):
            editor.go_to_end()

    def _end_composing(self) -> None:
        """Commit what is being composed in the open editor; where composing opened it, the table has the focus."""
        editor = self.open_editor()
        if isinstance(editor, LineField | TextEditor):
            editor.composition.end(editor if self.window().focusWidget() is editor else self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit what is being composed over a cell, unless the focus goes to the cell's editor.

        Qt takes the focus to that editor with the commit; where the writer goes elsewhere it is given back.
        """
        wanted = QApplication.focusWidget()
        if wanted is not self.open_editor():
            self._end_composing()
            if wanted is not None and wanted is not QApplication.focusWidget():
                wanted.setFocus(event.reason())
        stays = event.reason() in _STAYING or (wanted is not None and self.isAncestorOf(wanted))
        self._show_left(not stays)
        # Qt would repaint every cell, which is felt when an editor opens.
        self.viewport().update(self.visualRect(self.currentIndex()))

    def _show_left(self, is_left: bool) -> None:
        """Show what is selected pale, or strong again."""
        if is_left != self.is_left:
            self.is_left = is_left
            for block in selected_blocks(self):
                first, last = (
                    self.cells.index(block.top(), block.left()),
                    self.cells.index(block.bottom(), block.right()),
                )
                self.viewport().update(self.visualRect(first) | self.visualRect(last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift and a click select from the current cell on."""
        self._end_composing()
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid():
            extend_selection(self, index)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the editor as F2 does: arrows then move within the text."""
        self._typing_over = False
        super().mouseDoubleClickEvent(event)
        self._caret_to_end()

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
        if isinstance(editor, LineField) and editor.key_for_offers(event):
            return True
        if key in _ENTER and modifiers & Qt.KeyboardModifier.AltModifier and isinstance(editor, TextEditor):
            editor.insertPlainText("\n")
        elif key in _ENTER:
            self.close_editor(editor)
            self._travel_down(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_editor(editor)
            self._travel_right(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Escape:
            index = QPersistentModelIndex(self.currentIndex())
            self.close_editor(editor, seal=False)
            self.cells.cancel_typing(index)
        elif key == Qt.Key.Key_F2:
            self._typing_over = not self._typing_over
        elif key in _ARROWS and self._typing_over and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self.close_editor(editor)
            down, right = _ARROWS[Qt.Key(key)]
            self.go(self.currentIndex().row() + down, self.currentIndex().column() + right)
        else:
            return False
        return True

    def close_editor(self, editor: QWidget, *, seal: bool = True) -> None:
        """Close the open editor; what was typed is in the document already."""
        from ui.widgets.editing.cell_focus import leave_editor

        self._end_composing()
        if seal:
            self.commitData(editor)
        leave_editor(self, editor)
        self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cells.drop_empty_row()

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        """Close the editor; an empty row is removed later, since Qt, which closes it after a click elsewhere, still needs the row."""
        super().closeEditor(editor, hint)
        wanted = QApplication.focusWidget()
        self._show_left(wanted is not None and wanted is not self and not self.isAncestorOf(wanted))
        self._closed.start()
        self.typing_ended.emit()

    def _drop_empty_row(self) -> None:
        if self.open_editor() is None:
            self.cells.drop_empty_row()

    @property
    def is_typing_figure(self) -> bool:
        """Whether a figure or expression is being typed; its editor then shows its own message."""
        editor = self.open_editor()
        return editor is not None and editor is self._delegate.figure_editor

    def finish_typing(self) -> None:
        """Close an open editor, as before an undo or a save."""
        editor = self.open_editor()
        if editor is not None:
            self.close_editor(editor)

    def open_editor(self) -> QWidget | None:
        """The editor of the cell that is being typed in."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        here: QWidget | None = self.indexWidget(self.currentIndex())
        if here is not None:
            return here
        elsewhere = (self.viewport().findChild(kind) for kind in (LineField, TextEditor, QComboBox))
        return next(
            (editor for editor in elsewhere if isinstance(editor, QWidget) and editor.isVisible()), None
        )

    @cached_property
    def _travel(self) -> CellTravel:
        from ui.tables.cell_travel import CellTravel  # no start of the window pays for it

        return CellTravel(self, self.cells)

    def _travel_down(self, step: int) -> None:
        self.go(*self._travel.down(step))

    def _travel_right(self, step: int) -> None:
        """Go on by a Tab; past the last cell the focus leaves."""
        cell = self._travel.right(step)
        if cell is not None:
            self.go(*cell)
        else:
            self.leave.emit(step)

    def selects_several(self) -> bool:
        """Whether more than one cell is selected; asked at each step of the cursor, so no cell is visited."""
        blocks = selected_blocks(self)
        return len(blocks) > 1 or any(block.width() * block.height() > 1 for block in blocks)

    # --- cells ---

    def make_action(self, words: str, keys: Iterable[str], act: Callable[[], object]) -> QAction:
        """An action whose keys are those of this table alone; what is typed is finished before it."""
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.finish_typing)
        action.triggered.connect(lambda: act())
        return action

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done in this kind of table alone into its context menu."""

    def clear_selection_cells(self) -> None:
        """Empty the selected cells."""
        selected = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        self.cells.clear_cells([index for index in selected if not self.isColumnHidden(index.column())])


def table_around(widget: QWidget | None) -> SheetTable | None:
    """The table in which a widget stands, or that it is; None where there is none."""
    # Not beyond the column of cards: it stands in a viewport that Qt made, and to wrap that, Python makes a class of
    # every kind of widget there is, which takes as long as all cards of the first screen.
    found = enclosing(widget, SheetTable, ScrollAnchor)
    return found if isinstance(found, SheetTable) else None
