"""The rows of the desk's table: requests, below the heads of their groups where they are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from model.register.filled import RefusedDecisionError
from model.register.listing import RegisterRow
from model.register.views import Group
from ui.desk.desk_columns import NAME, Column
from ui.desk.desk_data import DeskData
from ui.language import translate
from ui.widgets.labels import plain_tip
from ui.widgets.style import DECLARED_FILL, INK, LIST_FILL, MUTED, SEVERITY_COLOURS, TITLE_FILL

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Entry: TypeAlias = RegisterRow | Group
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DeskModel(QAbstractTableModel):
    """The table's rows; columns and rows are given as a whole.

    The table paints ``words_at`` by itself; ``data`` is for editors, screen readers and what Qt asks for.
    """

    typed = Signal(object)  # the RegisterRow in which something was filled in
    refused = Signal(str)

    def __init__(self, data: DeskData) -> None:
        super().__init__()
        self._data = data
        self.columns: Sequence[Column] = []
        self.entries: Sequence[Entry] = []
        self._numbers: dict[tuple[str, str], int] = {}  # of the rows, by request and stage

    def show(self, columns: Sequence[Column], entries: Sequence[Entry]) -> None:
        """Show other columns and rows."""
        self.beginResetModel()
        self.columns, self.entries = columns, entries
        self._numbers = {
            (entry.request, entry.stage): number
            for number, entry in enumerate(entries)
            if isinstance(entry, RegisterRow)
        }
        self.endResetModel()

    def entry_at(self, index: Index) -> Entry | None:
        """The request or the group that a row shows; None for no row."""
        return self.entries[index.row()] if index.isValid() else None

    def refresh(self, row: RegisterRow) -> None:
        """Show what stands in the row of a request now."""
        if (number := self.number_of(row)) is not None:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def number_of(self, row: RegisterRow) -> int | None:
        """The number of the row of a request at its stage; None where it is not shown."""
        return self._numbers.get((row.request, row.stage))

    @property
    def fills_in(self) -> bool:
        """Whether cells of this set of columns can be filled in."""
        return any(column.field is not None for column in self.columns)

    def column_of(self, key: str) -> int:
        """The number of a column; where there is none, that of the first which can be filled in, or of the name."""
        keys = [column.key for column in self.columns]
        filled_in = [column.key for column in self.columns if column.field is not None]
        return keys.index(key if key in keys else next(iter(filled_in), NAME))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].is_figure else LEFT
        return None

    def words_at(self, row: int, column: int) -> str:
        """What a cell shows."""
        entry, of = self.entries[row], self.columns[column]
        if isinstance(entry, RegisterRow):
            return of.shown(entry)
        if of.key == NAME:
            return translate("ui.desk", "{group}　{count:,}件").format(
                group=entry.name, count=entry.sums.requests
            )
        return of.of_group(entry) if of.of_group is not None else ""

    def ink_at(self, row: int, column: int) -> QColor:
        """The colour of the words of a cell."""
        entry, of = self.entries[row], self.columns[column]
        if not isinstance(entry, RegisterRow):
            return INK
        if of.key == "errors" or (of.key == "rest" and self._data.rest(entry) < 0):
            return SEVERITY_COLOURS["error"]
        if of.key != "state":
            return INK
        pending = self._data.pending_of(entry)
        if entry.is_outdated or (pending is not None and (pending.refusal or self._data.is_overtaken(entry))):
            return SEVERITY_COLOURS["error"]
        return INK if entry.decision or pending is not None else MUTED

    def fill_at(self, row: int, column: int) -> QColor:
        """The colour behind a cell."""
        entry = self.entries[row]
        if not isinstance(entry, RegisterRow):
            return TITLE_FILL
        is_filled = self.columns[column].field is not None and self._data.pending_of(entry) is not None
        return DECLARED_FILL if is_filled else LIST_FILL

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, and what an editor begins with."""
        entry, column = self.entries[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_at(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole and column.field is not None and isinstance(entry, RegisterRow):
            return self._data.shown(entry, column.field)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, RegisterRow):
            return plain_tip(self._data.explanation(entry) or self.words_at(index.row(), index.column()))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be filled in: text of several lines is written beside the table."""
        entry, field = self.entry_at(index), self.columns[index.column()].field
        flags = super().flags(index)
        if field is None or not isinstance(entry, RegisterRow):
            return flags
        has_lines = field.kind == "comment" and "\n" in self._data.shown(entry, field)
        return flags if has_lines else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell; False where it is no amount, which is said."""
        entry, field = self.entry_at(index), self.columns[index.column()].field
        if role != Qt.ItemDataRole.EditRole or field is None or not isinstance(entry, RegisterRow):
            return False
        if str(value) == self._data.shown(entry, field):
            return True
        try:
            self._data.type(entry, field, str(value))
        except RefusedDecisionError as refusal:
            self.refused.emit(str(refusal))
            return False
        self.typed.emit(entry)
        return True
