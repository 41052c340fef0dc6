"""The rows of the shelf as a table: a request each, a file that cannot be read with the sentence that says why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from model.language import spoken
from model.shelf.listed import Listed
from model.values.amount import format_amount
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import plain_tip
from ui.widgets.style import INK, MUTED, SEVERITY_COLOURS, ink

_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SORT: Final = Qt.ItemDataRole.UserRole
_PATH: Final = SORT + 1
_FITS: Final = SORT + 2


class _Column(NamedTuple):
    """A column: its heading, what it shows, and by what it is sorted."""

    heading: str
    shown: Callable[[Listed], str]
    order: Callable[[Listed], float | str]
    is_figure: bool = False


def _order(amount: int | None) -> float:
    return -1e15 if amount is None else float(amount)


def _when(changed: datetime | None) -> str:
    if changed is None:
        return ""
    is_this_year = changed.year == datetime.now().year
    return f"{changed:%m/%d %H:%M}" if is_this_year else f"{changed:%Y/%m/%d}"


def _found(row: Listed) -> str:
    """誤り and 注意 with their marks, as the navigator has them."""
    return translate("ui.window", "　").join(
        f"{mark}{count}" for mark, count in (("●", row.errors), ("▲", row.warnings)) if count
    )


def _name(row: Listed) -> str:
    return row.error or " ".join(row.name.split()) or translate("ui.window", "（事業名なし）")


COLUMNS: Final = (
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "年度"), lambda row: row.year, lambda row: float(row.western_year)
    ),
    _Column(QT_TRANSLATE_NOOP("ui.window", "予算"), lambda row: row.budget, lambda row: row.budget),
    _Column(QT_TRANSLATE_NOOP("ui.window", "事業名"), _name, _name),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "要求額"),
        lambda row: format_amount(row.amount),
        lambda row: _order(row.amount),
        True,
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "前年度"),
        lambda row: format_amount(row.previous),
        lambda row: _order(row.previous),
        True,
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "増減"),
        lambda row: format_amount(row.change),
        lambda row: _order(row.change),
        True,
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "未記入"),
        lambda row: str(row.empty or ""),
        lambda row: float(row.empty),
        True,
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "誤り・注意"), _found, lambda row: row.errors * 1e6 + row.warnings
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "最終変更"),
        lambda row: _when(row.changed),
        lambda row: row.stamp.changed / 1e9 if row.stamp else 0.0,
    ),
    _Column(
        QT_TRANSLATE_NOOP("ui.window", "開いている人"),
        lambda row: spoken(row.owner),
        lambda row: spoken(row.owner),
    ),
    _Column(QT_TRANSLATE_NOOP("ui.window", "ファイル"), lambda row: row.path.name, lambda row: row.path.name),
)
NAME: Final = 2
"""The column that takes the room that is left."""


class ShelfModel(QStandardItemModel):
    """The rows in the order in which they were read.

    Qt holds what is shown: a model in Python would be asked for each cell while a thread reads, and each question would wait for
    that thread.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalHeaderLabels([translate("ui.window", column.heading) for column in COLUMNS])
        for number, column in enumerate(COLUMNS):
            self.horizontalHeaderItem(number).setTextAlignment(_RIGHT if column.is_figure else _LEFT)
        self._rows: dict[Path, Listed] = {}
        self._items: dict[Path, QStandardItem] = {}  # of the first column
        self._named: defaultdict[str, set[Path]] = defaultdict(set)  # the files by their names
        self._fits: Callable[[Listed], bool] = lambda _: True

    @property
    def rows(self) -> list[Listed]:
        """Every row, in the order in which they were read."""
        return list(self._rows.values())

    @property
    def shown(self) -> list[Listed]:
        """The rows that fit what is searched for."""
        return [row for row in self._rows.values() if self._fits(row)]

    def row_at(self, index: QModelIndex) -> Listed:
        """What stands in a row of the model or of a proxy of it."""
        return self._rows[Path(index.siblingAtColumn(0).data(_PATH))]

    def choose(self, words: str, fits: Callable[[Listed], bool]) -> None:
        """Show the rows that have all the words in one of their texts, and fit."""
        wanted = words.casefold().split()

        def has_all(row: Listed) -> bool:
            texts = (row.year, row.budget, row.section, row.name, row.error, row.path.name)
            text = "\n".join(texts).casefold()
            return fits(row) and all(word in text for word in wanted)

        self._fits = has_all
        for path, row in self._rows.items():
            self._mark(self._items[path], row)

    def show(self, rows: Sequence[Listed]) -> None:
        """Show rows, in place of those of the same files."""
        for row in rows:
            if self._rows.get(row.path) == row:
                continue
            self._rows[row.path] = row
            first = self._items.get(row.path)
            if first is None:
                self._items[row.path] = first = QStandardItem()
                self._fill(first, 0, row)
                rest = [QStandardItem() for _ in COLUMNS[1:]]
                for number, item in enumerate(rest, 1):
                    self._fill(item, number, row)
                self.appendRow([first, *rest])
            else:
                for number in range(len(COLUMNS)):
                    self._fill(self.item(first.row(), number), number, row)
            self._named[row.path.name].add(row.path)
            self._name_folders(row.path.name)

    def keep(self, paths: Sequence[Path]) -> None:
        """Take the rows of all other files away."""
        for path in self._rows.keys() - set(paths):
            del self._rows[path]
            self.removeRow(self._items.pop(path).row())
            self._named[path.name].discard(path)
            self._name_folders(path.name)

    def _fill(self, item: QStandardItem, number: int, row: Listed) -> None:
        column = COLUMNS[number]
        if number == 0:
            item.setData(str(row.path), _PATH)
            self._mark(item, row)
        item.setText(column.shown(row))
        item.setData(column.order(row), SORT)
        item.setTextAlignment(_RIGHT if column.is_figure else _LEFT)
        words = (row.error or row.name, row.section, spoken(row.owner_words), str(row.path))
        item.setToolTip(plain_tip("\n".join(filter(None, words))))
        has_error = column.shown is _found and row.errors
        item.setForeground(ink(MUTED if row.error else SEVERITY_COLOURS["error"] if has_error else INK))

    def _name_folders(self, name: str) -> None:
        """Show the folder of each file of a name, where there is more than one."""
        paths = self._named[name]
        for path in paths:
            words = name if len(paths) == 1 else f"{path.parent.name}/{name}"
            self.item(self._items[path].row(), len(COLUMNS) - 1).setText(words)

    def _mark(self, item: QStandardItem, row: Listed) -> None:
        fits = "1" if self._fits(row) else "0"
        if item.data(_FITS) != fits:
            item.setData(fits, _FITS)


def shown_rows(model: ShelfModel) -> QSortFilterProxyModel:
    """The rows that fit, in the order that is chosen."""
    proxy = QSortFilterProxyModel()
    proxy.setFilterRole(_FITS)
    proxy.setFilterKeyColumn(0)
    proxy.setFilterFixedString("1")
    proxy.setSortRole(SORT)
    proxy.setSourceModel(model)
    return proxy
