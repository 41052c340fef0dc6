"""The cells of a source and what they are taken for, as a model: only what is in sight is asked for.

A column's role stands as a word at its head, a row's kind at its side; colours only repeat the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from model.language import spoken
from templates.readers.books.cells import address
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.grid import Grid
from templates.readers.tables.proof.reasons import ROLE_WORDS, row_word
from templates.readers.tables.sums.figures import RowKind
from templates.readers.tables.understood import FoundRow, Understood
from ui.language import translate
from ui.widgets.labels import plain_tip
from ui.widgets.style import INK, MUTED, TITLE_FILL, bold, ink, paper

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROLE_FILLS: Final[Mapping[Role, QColor]] = {
    **dict.fromkeys(ROLE_WORDS, QColor("#f5eef8")),  # of other words, that of 備考
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
KIND_FILLS: Final[Mapping[RowKind, QColor]] = {
    "line": QColor("#eef6ea"),
    "heading": TITLE_FILL,
    "of_which": QColor("#f5eef8"),
    "total": QColor("#dfe7f1"),
    "subtotal": QColor("#e9eef5"),
    "carried": QColor("#f5f1e6"),
    "left_out": QColor("#eceff2"),
}
HEADINGS: Final = "列見出し"


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
        self._bold = bold(QFont())

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
                return plain_tip("\n".join(filter(None, (self._text(row, column), formula)))) or None
            case Qt.ItemDataRole.BackgroundRole:
                return None if (fill := self._fill(row, column)) is None else paper(fill)
            case Qt.ItemDataRole.ForegroundRole:
                return ink(MUTED if self._is_left_out(row, column) else INK)
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
            letter = address(1, index)[:-1]
            if index in grid.sheet.hidden_columns:
                letter = translate("ui.review", "{letter} 隠").format(letter=letter)
            if table is None or index not in table.headings.columns:
                return Head(letter)
            role = table.roles.get(index, "other")
            return Head(letter, spoken(ROLE_WORDS[role]), ROLE_FILLS[role])
        number = str(index)
        if index in grid.sheet.hidden_rows:
            number = translate("ui.review", "隠 {number}").format(number=number)
        found = self._rows_of_current.get(index) or next((row for _, row in self._rows.get(index, ())), None)
        if found is not None:
            is_wrong = found.summed.kind in ("total", "subtotal", "carried") and not found.summed.is_proven
            word = f"{spoken(row_word(found))} ×" if is_wrong else spoken(row_word(found))
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
            return translate("ui.review", "値なし") if grid.is_missing(row, column) else ""
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
        table, (_, summed, *_) = found
        if summed.kind == "line":
            return ROLE_FILLS[table.roles.get(column, "other")]
        return None if summed.kind == "left_out" else KIND_FILLS[summed.kind]

    def _is_left_out(self, row: int, column: int) -> bool:
        found = self._found(row, column)
        if found is None:
            return not self._is_heading(row, column)
        return found[1].summed.kind == "left_out" or found[0].roles.get(column) == "number"
