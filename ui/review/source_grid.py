"""The grid of a source as Excel shows it: row numbers, column letters, texts as shown, and what each column and row is taken for.

Only the cells in sight are asked for, so that a sheet of many thousand rows scrolls as a short one. A column's role stands as
a word at its head, a row's kind at its side; colours only repeat the words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from templates.readers.books.cells import address
from templates.readers.tables.columns import Role
from templates.readers.tables.grid import Grid
from templates.readers.tables.reasons import ROLE_WORDS, row_word
from templates.readers.tables.sums import RowKind
from templates.readers.tables.understanding import FoundRow, Understood
from ui.widgets.style import ACCENT, INK, MUTED, TITLE_FILL

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROLE_FILLS: Final[dict[Role, QColor]] = {
    "text": QColor("#eef6ea"),
    "amount": QColor("#e3eefb"),
    "previous": QColor("#eff3fa"),
    "change": QColor("#f5f1e6"),
    "remark": QColor("#f5eef8"),
    "object_class": QColor("#e9f4f4"),
    "basis": QColor("#fbf3e4"),
    "unit_price": QColor("#fbf3e4"),
    "quantity": QColor("#fbf3e4"),
    "other": QColor("#f5eef8"),
    "number": QColor("#eceff2"),
}
KIND_FILLS: Final[dict[RowKind, QColor]] = {
    "line": QColor("#eef6ea"),
    "heading": TITLE_FILL,
    "of_which": QColor("#f5eef8"),
    "total": QColor("#dfe7f1"),
    "subtotal": QColor("#e9eef5"),
    "carried": QColor("#f5f1e6"),
    "left_out": QColor("#eceff2"),
}
HEADINGS: Final = "列見出し"
_SAMPLED: Final = 80  # rows whose texts give the columns their widths
PAGES: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OF_THE_PAGE: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_LEAST, _MOST = 84, 260  # pixels of a column
_ROW_HEIGHT: Final = 26
_NUMBER, _SIDE = 52, 84  # pixels of the row number, and of the word beside it
_GAP: Final = 3


class Head(NamedTuple):
    """What stands at a column's head or a row's side: its letter or number, its word, and the colour of the word."""

    name: str
    word: str = ""
    fill: QColor | None = None


class GridModel(QAbstractTableModel):
    """The cells of a sheet and what they are taken for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None
        self._widest = 0
        self._tables: list[Understood] = []
        self._current: Understood | None = None
        self._rows: dict[int, list[tuple[Understood, FoundRow]]] = {}
        self._rows_of_current: dict[int, FoundRow] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    def show_grid(self, grid: Grid, tables: list[Understood], current: Understood | None) -> bool:
        """Show a sheet with its tables; whether it is another sheet than before."""
        is_other = self._grid is None or self._grid.sheet is not grid.sheet
        if is_other:
            self.beginResetModel()
        self._grid, self._tables = grid, tables
        self._rows = {}
        for table in tables:
            for row in table.rows:
                self._rows.setdefault(row.row, []).append((table, row))
        if is_other:
            columns = {column for row in grid.rows for column in grid.columns(row)}
            self._widest = max({*columns, *(column for _, column in grid.sheet.without_value)}, default=0) + 1
            self.endResetModel()
        self.show_current(current)
        return is_other

    def show_current(self, current: Understood | None) -> None:
        """Show the roles and kinds of one of the tables at the heads and sides."""
        self._current = current
        self._rows_of_current = {row.row: row for row in current.rows} if current else {}
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)

    @property
    def grid(self) -> Grid | None:
        """The sheet that is shown."""
        return self._grid

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (as Qt has it)
        """The last row that holds something."""
        if parent.isValid() or self._grid is None or not self._grid.rows:
            return 0
        return int(self._grid.rows[-1])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The last column that holds something in the first rows, and one more."""
        if parent.isValid() or self._grid is None or not self._grid.rows:
            return 0
        return self._widest

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and how."""
        grid = self._grid
        if grid is None or not index.isValid():
            return None
        row, column = index.row() + 1, index.column() + 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column).replace("\n", " ")
            case Qt.ItemDataRole.TextAlignmentRole:
                side = (
                    Qt.AlignmentFlag.AlignRight if grid.is_number(row, column) else Qt.AlignmentFlag.AlignLeft
                )
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ToolTipRole:
                formula = grid.sheet.formulas.get((row, column), "")
                return "\n".join(filter(None, (self._text(row, column), formula))) or None
            case Qt.ItemDataRole.BackgroundRole:
                return self._fill(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return MUTED if self._is_left_out(row, column) else INK
            case Qt.ItemDataRole.FontRole:
                found = self._found(row, column)
                is_sum = found is not None and found[1].summed.kind in ("total", "subtotal")
                return self._bold if is_sum or self._is_heading(row, column) else None
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The letter of a column and its role, the number of a row and its kind."""
        if role == Qt.ItemDataRole.DisplayRole:
            head = self.head(section, orientation)
            return f"{head.name} {head.word}".strip()
        return super().headerData(section, orientation, role)

    def head(self, section: int, orientation: Qt.Orientation) -> Head:
        """What stands at a column's head or at a row's side."""
        index, table, grid = section + 1, self._current, self._grid
        if grid is None:
            return Head("")
        if orientation == Qt.Orientation.Horizontal:
            letter = address(1, index)[:-1] + (" 隠" if index in grid.sheet.hidden_columns else "")
            if table is None or index not in table.headings.columns:
                return Head(letter)
            role = table.roles.get(index, "other")
            return Head(letter, ROLE_WORDS[role], ROLE_FILLS[role])
        number = f"{'隠 ' if index in grid.sheet.hidden_rows else ''}{index}"
        found = self._rows_of_current.get(index) or next((row for _, row in self._rows.get(index, ())), None)
        if found is not None:
            is_wrong = found.summed.kind in ("total", "subtotal", "carried") and not found.summed.is_proven
            word = f"{row_word(found)} ×" if is_wrong else row_word(found)
            return Head(number, word, KIND_FILLS[found.summed.kind])
        if any(index in table.headings.rows for table in self._tables):
            return Head(number, HEADINGS, TITLE_FILL)
        return Head(number)

    def _text(self, row: int, column: int) -> str:
        """The text of a cell; a figure of a table with the thousands parted, and the unit of its format."""
        grid = self._grid
        assert grid is not None
        value = grid.value(row, column)
        if value is None:
            return "値なし" if grid.is_missing(row, column) else ""
        is_figure = isinstance(value, int | Decimal) and self._found(row, column) is not None
        return (f"{value:,}" if is_figure else grid.text(row, column)) + grid.unit(row, column)

    def is_in_table(self, row: int) -> bool:
        """Whether a row belongs to a table or its headings."""
        return row in self._rows or any(row in table.headings.rows for table in self._tables)

    def _found(self, row: int, column: int) -> tuple[Understood, FoundRow] | None:
        """The table that a cell belongs to, and its row there."""
        return next((found for found in self._rows.get(row, ()) if column in found[0].headings.columns), None)

    def _is_heading(self, row: int, column: int) -> bool:
        return any(row in table.headings.rows and column in table.headings.columns for table in self._tables)

    def _fill(self, row: int, column: int) -> QColor | None:
        if self._is_heading(row, column):
            return TITLE_FILL
        if (found := self._found(row, column)) is None:
            return None
        table, (_, summed, _) = found
        if summed.kind == "line":
            return ROLE_FILLS[table.roles.get(column, "other")]
        return None if summed.kind == "left_out" else KIND_FILLS[summed.kind]

    def _is_left_out(self, row: int, column: int) -> bool:
        found = self._found(row, column)
        if found is None:
            return not self._is_heading(row, column)
        return found[1].summed.kind == "left_out" or found[0].roles.get(column) == "number"


class _Frame(QStyledItemDelegate):
    """Draws a frame round the current cell, whether the grid has the focus or not."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and its frame."""
        super().paint(painter, option, index)
        view = option.widget
        if isinstance(view, QTableView) and view.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(ACCENT, 2))
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
        painter.fillRect(rect, QColor("#eef1f5"))
        painter.setPen(QColor("#d5dae0"))
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
        painter.setPen(MUTED)
        painter.drawText(name, int(centre), head.name)
        if head.word and head.fill is not None:
            self._paint_word(painter, word, head)
        painter.restore()

    def _paint_word(self, painter: QPainter, word: QRect, head: Head) -> None:
        assert head.fill is not None
        painter.setPen(head.fill.darker(125))
        painter.setBrush(head.fill)
        painter.drawRoundedRect(word, 3, 3)
        painter.setPen(INK)
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
        painter.setPen(MUTED)
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
        self.setAccessibleName("元の表")
        self.setObjectName("reviewed")
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
