"""The grid of a source as Excel shows it: row numbers, column letters, texts as shown, and what each column and row is taken for.

What a column and a row are taken for is chosen at its head and its side, by mouse or by keys.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from templates.readers.tables.grid import Grid
from templates.readers.tables.understood import Understood
from ui.language import translate
from ui.review.source_cells import HEADINGS, GridModel, Head, Index
from ui.widgets.style import ACCENT, INK, MUTED, ink, paper

_SAMPLED: Final = 80  # rows whose texts give the columns their widths
PAGES: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OF_THE_PAGE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_LEAST, _MOST = 84, 260  # pixels of a column
_ROW_HEIGHT: Final = 26
_NUMBER, _SIDE = 52, 84  # pixels of the row number, and of the word beside it
_GAP: Final = 3


class _Frame(QStyledItemDelegate):
    """Draws a frame round the current cell, whether the grid has the focus or not."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and its frame."""
        super().paint(painter, option, index)
        view = option.widget
        if isinstance(view, QTableView) and view.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(ink(ACCENT), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()


class _Heads(QHeaderView):
    """Letters or numbers with the word of each column or row, which is pressed to choose another."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._heads = model
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMinimumSectionSize(_ROW_HEIGHT)

    def sizeHint(self) -> QSize:
        """Two lines over the columns; a number and a word beside the rows."""
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(0, 2 * self.fontMetrics().height() + 14)
        return QSize(_NUMBER + _SIDE, 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The name, and the word on its colour with a sign that it can be chosen."""
        head = self._heads.head(section, self.orientation())
        is_over = self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, paper(QColor("#eef1f5")))
        painter.setPen(ink(QColor("#d5dae0")))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_over:
            name = QRect(rect.left(), rect.top() + 2, rect.width(), self.fontMetrics().height() + 2)
            word = QRect(
                rect.left() + _GAP,
                name.bottom() + 2,
                rect.width() - 2 * _GAP - 1,
                rect.bottom() - name.bottom() - 5,
            )
            centre = Qt.AlignmentFlag.AlignCenter
        else:
            name = QRect(rect.left(), rect.top(), _NUMBER - 6, rect.height())
            word = QRect(rect.left() + _NUMBER, rect.top() + 2, _SIDE - _GAP - 2, rect.height() - 5)
            centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(ink(MUTED))
        painter.drawText(name, int(centre), head.name)
        if head.word and head.fill is not None:
            self._paint_word(painter, word, head)
        painter.restore()

    def _paint_word(self, painter: QPainter, word: QRect, head: Head) -> None:
        assert head.fill is not None
        painter.setPen(ink(head.fill.darker(125)))
        painter.setBrush(paper(head.fill))
        painter.drawRoundedRect(word, 3, 3)
        painter.setPen(ink(INK))
        metrics = QFontMetrics(self.font())
        if head.word == HEADINGS:
            painter.drawText(word, int(Qt.AlignmentFlag.AlignCenter), head.word)
            return
        text = word.adjusted(6, 0, -16, 0)
        painter.drawText(
            text,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            metrics.elidedText(head.word, Qt.TextElideMode.ElideRight, text.width()),
        )
        painter.setPen(ink(MUTED))
        painter.drawText(
            word.adjusted(0, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), "▾"
        )


class GridView(QTableView):
    """The grid of a source: a cell is looked at, the role of its column and the kind of its row are asked for by keys."""

    role_wanted = Signal(int)  # of a column, from 1
    kind_wanted = Signal(int)  # of a row, from 1
    cell_chosen = Signal(int, int)  # the row and column of the current cell, from 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = GridModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_Frame(self))
        self.heads = _Heads(Qt.Orientation.Horizontal, self.cells, self)
        self.sides = _Heads(Qt.Orientation.Vertical, self.cells, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.sides)
        self.sides.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sides.setDefaultSectionSize(_ROW_HEIGHT)
        self.setAccessibleName(translate("ui.review", "元の表"))
        self.setObjectName("rows")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.heads.sectionClicked.connect(lambda section: self.role_wanted.emit(section + 1))
        self.sides.sectionClicked.connect(lambda section: self.kind_wanted.emit(section + 1))

    def show_grid(self, grid: Grid, tables: list[Understood], current: Understood | None) -> None:
        """Show a sheet with its tables; the cell that was looked at stays in sight."""
        if self.cells.show_grid(grid, tables, current):
            self._set_spans(grid)
            self._set_widths(grid)

    def look_at(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into sight."""
        index = self.cells.index(row - 1, max(column, 1) - 1)
        if index.isValid():
            self.setCurrentIndex(index)
            self._bring_into_sight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current cell in sight, and as much left of it as there is room for."""
        super().resizeEvent(event)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        index = self.currentIndex()
        self.horizontalScrollBar().setValue(0)
        if (index.row() + 1) * _ROW_HEIGHT <= self.viewport().height():
            self.verticalScrollBar().setValue(0)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        else:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell is looked at."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row() + 1, current.column() + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↓ asks for the role of the column, Alt+→ for the kind of the row, as a list opens in Excel."""
        index = self.currentIndex()
        if index.isValid() and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if event.key() == Qt.Key.Key_Down:
                self.role_wanted.emit(index.column() + 1)
                return
            if event.key() == Qt.Key.Key_Right:
                self.kind_wanted.emit(index.row() + 1)
                return
        is_other_sheet = (
            bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in PAGES
        )
        if is_other_sheet or event.key() in _OF_THE_PAGE or event.text().isdigit():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _set_spans(self, grid: Grid) -> None:
        """Let merged cells take their room, and a text that stands alone in its row what is right of it, as in Excel."""
        self.clearSpans()
        last = self.cells.columnCount()
        sheet = grid.sheet
        for row, column in {*sheet.spans, *sheet.row_spans}:
            width = min(sheet.spans.get((row, column), 1), last - column + 1)
            height = sheet.row_spans.get((row, column), 1)
            if max(width, height) > 1 and width > 0:
                self.setSpan(row - 1, column - 1, height, width)
        for row in grid.rows[:_SAMPLED]:
            if (column := self._only_text(grid, row)) and column < last and (row, column) not in sheet.spans:
                self.setSpan(row - 1, column - 1, 1, last - column + 1)

    def _only_text(self, grid: Grid, row: int) -> int:
        """The column of a text that stands alone in its row, outside any table; 0 where there is none."""
        columns = grid.columns(row)
        is_alone = len(columns) == 1 and not grid.is_number(row, columns[0])
        return columns[0] if is_alone and not self.cells.is_in_table(row) else 0

    def _set_widths(self, grid: Grid) -> None:
        metrics = QFontMetrics(self.font())
        widths = dict.fromkeys(range(1, self.cells.columnCount() + 1), _LEAST)
        for row in grid.rows[:_SAMPLED]:
            if self._only_text(grid, row):
                continue
            for column in grid.columns(row):
                if grid.span(row, column) == 1:
                    text = str(self.cells.index(row - 1, column - 1).data() or "")
                    widths[column] = max(widths[column], metrics.horizontalAdvance(text[:40]) + 22)
        for column, width in widths.items():
            self.setColumnWidth(column - 1, min(width, _MOST))
