"""The desk's table: it paints what is in sight by itself, gives its columns their room, and takes keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from model.register.listing import RegisterRow
from ui.desk.cell_editor import CellEditor
from ui.desk.desk_data import DeskData
from ui.desk.desk_model import LEFT, RIGHT, DeskModel, Index
from ui.language import translate
from ui.widgets.editing.cell_focus import goes_to_editor, leave_editor
from ui.widgets.style import ACCENT, LIST_FILL, SELECTION, SELECTION_LEFT, TITLE_FILL, ink, paper, scaled

_ROW_HEIGHT: Final = 26  # pixels
_ROOM: Final = 5  # pixels at either side of the words of a cell
_HEADING_ROOM: Final = 14  # pixels beside the words of a heading
_EDITS: Final = (
    QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)


class DeskTable(QTableView):
    """The requests, a line each. Enter opens one where cells are only read; where they are filled in it goes on below."""

    opened = Signal()
    wanted_decision = Signal()
    copied = Signal()
    pasted = Signal()

    def __init__(self, model: DeskModel, data: DeskData, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(translate("ui.desk", "要求の一覧"))
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        editors = CellEditor(data.standard, self)
        editors.refused.connect(model.refused)
        self.setItemDelegate(editors)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(self, _ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(scaled(self, 40))
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda _: None if self._model.fills_in else self.opened.emit())
        model.modelReset.connect(self._give_room)

    @property
    def current(self) -> RegisterRow | None:
        """The request of the current row; None on the head of a group."""
        entry = self._model.entry_at(self.currentIndex())
        return entry if isinstance(entry, RegisterRow) else None

    @property
    def is_editing(self) -> bool:
        """Whether the editor of a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def selected(self) -> list[RegisterRow]:
        """The requests of the selected rows, from the top."""
        numbers = sorted({number for top, bottom in self._ranges() for number in range(top, bottom + 1)})
        entries = [self._model.entries[number] for number in numbers]
        return [entry for entry in entries if isinstance(entry, RegisterRow)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the request, F2 goes to its decision; where cells are filled in they edit, as in Excel."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif is_enter and self._model.fills_in and not self.is_editing:
            self._go_below()
        elif is_enter and not self._model.fills_in:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self._model.fills_in:
            for index in self.selectionModel().selectedIndexes():
                self._model.setData(index, "")
        elif event.key() == Qt.Key.Key_F2 and not self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.wanted_decision.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing over a cell opens its editor."""
        if not goes_to_editor(self.indexWidget(self.currentIndex()), event):
            super().inputMethodEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Say that a cell is only read: Qt would go to a row that begins with the letters, and what follows would be typed there."""
        if self._model.fills_in:
            self._model.refused.emit(
                translate(
                    "ui.desk", "この欄は読むだけです。結果・計上・保留・別途・財政課処理欄に入力できます。"
                )
            )

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Paint both rows anew: where rows are selected as a whole, the frame of the focus is around all of one."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
                self.viewport().update(0, top, self.viewport().width(), height)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes on below."""
        leave_editor(self, editor)
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_below()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight that are to be painted anew."""
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, paper(LIST_FILL))
        model, header, vertical = self._model, self.horizontalHeader(), self.verticalHeader()
        first = vertical.visualIndexAt(area.top())
        if first < 0 or not model.entries:
            return
        last = vertical.visualIndexAt(area.bottom())
        last = len(model.entries) - 1 if last < 0 else last
        columns = [
            (number, header.sectionViewportPosition(number), header.sectionSize(number))
            for number in range(len(model.columns))
            if not header.isSectionHidden(number)
        ]
        plain, strong = QFont(self.font()), QFont(self.font())
        strong.setBold(True)
        metrics = self.fontMetrics()
        marked = paper(SELECTION if self.hasFocus() else SELECTION_LEFT)
        line, current = QPen(paper(TITLE_FILL)), self.currentIndex()
        ranges = self._ranges()
        colours: dict[str, QColor] = {}  # by the written colour: what it is in the scheme of the desktop
        height = vertical.defaultSectionSize()
        for row in range(first, last + 1):
            top = self.rowViewportPosition(row)
            is_selected = any(begin <= row <= end for begin, end in ranges)
            is_head = not isinstance(model.entries[row], RegisterRow)
            painter.setFont(strong if is_head else plain)
            for number, left, width in columns:
                cell = QRect(left, top, width - 1, height - 1)
                fill = model.fill_at(row, number)
                if is_selected and not is_head:
                    painter.fillRect(cell, marked)
                elif fill is not LIST_FILL:
                    painter.fillRect(cell, colours.setdefault(f"f{fill.name()}", paper(fill)))
                if text := model.words_at(row, number):
                    column, room = model.columns[number], cell.adjusted(_ROOM, 0, -_ROOM, 0)
                    colour = model.ink_at(row, number)
                    painter.setPen(colours.setdefault(colour.name(), ink(colour)))
                    if not column.is_figure:
                        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
                    painter.drawText(room, RIGHT if column.is_figure else LEFT, text)
                painter.setPen(line)
                painter.drawLine(left + width - 1, top, left + width - 1, top + height - 1)
            painter.setPen(line)
            painter.drawLine(area.left(), top + height - 1, area.right(), top + height - 1)
        if current.isValid() and first <= current.row() <= last and self.hasFocus():
            painter.setPen(QPen(ink(ACCENT), 2))
            box = self.visualRect(current)
            if not self._model.fills_in:
                box.setLeft(columns[0][1])
                box.setRight(columns[-1][1] + columns[-1][2])
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their room anew."""
        super().resizeEvent(event)
        self._give_room()

    def take_focus(self) -> None:
        """Take the focus, to the first request where no row is the current one."""
        if self._model.entries and not self.currentIndex().isValid():
            self.go_to(0)  # before Qt makes it the current one alone, and selects nothing
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, row: int, key: str = "") -> None:
        """Make a row the current one, in a column."""
        column = self._model.column_of(key)
        if self.isColumnHidden(column):
            column = self._model.column_of("")
        self._choose(self._model.index(row, column))

    # --- private ---

    def _choose(self, index: Index) -> None:
        """Make a cell the current one and select it alone, also while Ctrl is held, which for Qt adds it to what is selected."""
        flag = QItemSelectionModel.SelectionFlag
        whole = flag.NoUpdate if self._model.fills_in else flag.Rows
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | whole)

    def _ranges(self) -> list[tuple[int, int]]:
        """The first and the last row of each stretch of selected rows."""
        return [(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()]

    def _go_below(self) -> None:
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if below.isValid():
            self._choose(below)

    def _give_room(self) -> None:
        """Hide columns that give way until the others have room, and share out what is left."""
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if self._model.fills_in else behaviour.SelectRows)
        self.setEditTriggers(_EDITS if self._model.fills_in else QAbstractItemView.EditTrigger.NoEditTriggers)
        columns = self._model.columns
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance
        widths = {
            number: max(scaled(self, column.width), heading(column.heading) + _HEADING_ROOM)
            for number, column in enumerate(columns)
        }
        room = self.viewport().width()
        hidden: set[int] = set()
        for number in sorted(widths, key=lambda number: -columns[number].gives_way):
            if not columns[number].gives_way or sum(widths.values()) <= room:
                break
            hidden.add(number)
            del widths[number]
        stretching = [number for number in widths if columns[number].stretches]
        left = max(room - sum(widths.values()), 0)
        for number in stretching:
            share = left // len(stretching)
            widths[number] += share + (left - share * len(stretching) if number == stretching[-1] else 0)
        for number in range(len(columns)):
            self.setColumnHidden(number, number in hidden)
            if number in widths:
                self.setColumnWidth(number, widths[number])
        self.viewport().update()
