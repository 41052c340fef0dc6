"""The rows of the shelf as a table: a request each, a file that cannot be read with the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from model.shelf.listed import Listed
from model.values.amount import format_amount
from ui.widgets.labels import plain_tip
from ui.widgets.style import MUTED, SEVERITY_COLOURS

_Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SORT: Final = Qt.ItemDataRole.UserRole


class _Column(NamedTuple):
    """A column: its heading, what it shows, and by what it is sorted."""

    heading: str
    shown: Callable[[Listed], str]
    order: Callable[[Listed], object]
    is_figure: bool = False


def _figure(amount: int | None) -> str:
    return format_amount(amount, "△")


def _order(amount: int | None) -> int:
    return -(10**15) if amount is None else amount


def _count(number: int) -> str:
    return str(number) if number else ""


def _when(changed: datetime | None) -> str:
    if changed is None:
        return ""
    is_this_year = changed.year == datetime.now().year
    return f"{changed:%m/%d %H:%M}" if is_this_year else f"{changed:%Y/%m/%d}"


def _found(row: Listed) -> str:
    """誤り and 注意 with their marks, as the navigator has them."""
    return "　".join(f"{mark}{count}" for mark, count in (("●", row.errors), ("▲", row.warnings)) if count)


def _name(row: Listed) -> str:
    return row.error or " ".join(row.name.split()) or "（事業名なし）"


COLUMNS: Final = (
    _Column("年度", lambda row: row.year, lambda row: row.western_year),
    _Column("予算", lambda row: row.budget, lambda row: row.budget),
    _Column("事業名", _name, _name),
    _Column("要求額", lambda row: _figure(row.amount), lambda row: _order(row.amount), True),
    _Column("前年度", lambda row: _figure(row.previous), lambda row: _order(row.previous), True),
    _Column("増減", lambda row: _figure(row.change), lambda row: _order(row.change), True),
    _Column("未記入", lambda row: _count(row.empty), lambda row: row.empty, True),
    _Column("誤り・注意", _found, lambda row: (row.errors, row.warnings)),
    _Column("最終変更", lambda row: _when(row.changed), lambda row: row.stamp.changed if row.stamp else 0),
    _Column("開いている人", lambda row: row.owner, lambda row: row.owner),
    _Column("ファイル", lambda row: row.path.name, lambda row: row.path.name),
)
NAME: Final = 2
"""The column that takes the room that is left."""


class ShelfModel(QAbstractTableModel):
    """The rows in the order in which they were read."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Listed] = []
        self._numbers: dict[Path, int] = {}

    def known(self, path: Path) -> Listed | None:
        """The row of a file; None where it has none yet."""
        number = self._numbers.get(path)
        return self.rows[number] if number is not None else None

    def show(self, rows: Sequence[Listed]) -> None:
        """Show rows, in place of those of the same files."""
        new = [row for row in rows if row.path not in self._numbers]
        for row in rows:
            number = self._numbers.get(row.path)
            if number is not None and self.rows[number] != row:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(COLUMNS) - 1))
        if new:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(new) - 1)
            self.rows += new
            self._number()
            self.endInsertRows()

    def keep(self, paths: Sequence[Path]) -> None:
        """Take the rows of all other files away."""
        wanted = set(paths)
        if any(row.path not in wanted for row in self.rows):
            self.beginResetModel()
            self.rows = [row for row in self.rows if row.path in wanted]
            self._number()
            self.endResetModel()

    def _number(self) -> None:
        self._numbers = {row.path: number for number, row in enumerate(self.rows)}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many files."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].is_figure else _LEFT
        return None

    def data(self, index: _Index, role: int = 0) -> Any:
        """What a cell shows; figures are 千円."""
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.shown(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.is_figure else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                words = (row.error or row.name, row.section, row.owner_words, str(row.path))
                return plain_tip("\n".join(filter(None, words)))
            case Qt.ItemDataRole.ForegroundRole if row.error:
                return MUTED
            case Qt.ItemDataRole.ForegroundRole if column.heading == "誤り・注意" and row.errors:
                return SEVERITY_COLOURS["error"]
        return None


class ShownRows(QSortFilterProxyModel):
    """The rows that fit what is searched for, in the order that was chosen."""

    def __init__(self, rows: ShelfModel) -> None:
        super().__init__()
        self._rows = rows
        self._words: list[str] = []
        self._fits: Callable[[Listed], bool] = lambda _: True
        self.setSourceModel(rows)

    def choose(self, words: str, fits: Callable[[Listed], bool]) -> None:
        """Show the rows that have all the words, and fit."""
        self._words, self._fits = words.casefold().split(), fits
        self.invalidate()

    def row(self, index: _Index) -> Listed:
        """What stands in a row that is shown."""
        return self._rows.rows[self.mapToSource(index).row()]

    def shown(self) -> list[Listed]:
        """The rows that are shown, in their order."""
        return [self.row(self.index(number, 0)) for number in range(self.rowCount())]

    def filterAcceptsRow(self, number: int, _parent: _Index) -> bool:
        """Whether a row is shown."""
        row = self._rows.rows[number]
        text = "\n".join((row.year, row.budget, row.section, row.name, row.error, row.path.name)).casefold()
        return self._fits(row) and all(word in text for word in self._words)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Which of two rows comes first."""
        order = COLUMNS[left.column()].order
        first, second = self._rows.rows[left.row()], self._rows.rows[right.row()]
        return (order(first), first.path) < (order(second), second.path)
