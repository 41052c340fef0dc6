"""The rows of the desk's table: requests, below the heads of their groups where they are grouped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from model.register.listing import KIND_LABELS, RegisterRow
from model.register.views import Group, Sums
from model.values.amount import format_amount
from ui.widgets.style import INK, MUTED, SEVERITY_COLOURS, TITLE_FILL, ink, paper

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Entry: TypeAlias = RegisterRow | Group
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MINUS: Final = "△"
_SHORT: Final = 4  # characters of a kind of amounts: 債務負担, 繰越明許


def figure(amount: int | None) -> str:
    """An amount as the desk shows it; "" for none."""
    return "" if amount is None else format_amount(amount, _MINUS)


class Column(NamedTuple):
    """A column: its heading, what it shows of a request and of the sums of a group, and by what it is sorted."""

    heading: str
    width: int
    shown: Callable[[RegisterRow], str]
    order: Callable[[RegisterRow], tuple[bool, float | str]]
    of_sums: Callable[[Sums], str] | None = None
    is_figure: bool = False


def _word(heading: str, width: int, of: Callable[[RegisterRow], str]) -> Column:
    return Column(heading, width, of, lambda row: (False, of(row)))


def _amount(
    heading: str,
    of: Callable[[RegisterRow], int | None],
    of_sums: Callable[[Sums], int] | None = None,
    width: int = 88,
) -> Column:
    return Column(
        heading,
        width,
        lambda row: figure(of(row)),
        lambda row: (of(row) is None, -float(of(row) or 0)),
        None if of_sums is None else (lambda sums: figure(of_sums(sums))),
        is_figure=True,
    )


def _state(row: RegisterRow) -> str:
    if not row.decision:
        return "未決定"
    return f"{row.result}（要求が変わりました）" if row.is_outdated else row.result


def _kind(row: RegisterRow) -> str:
    return "" if row.kind == "expenditure" else KIND_LABELS[row.kind][:_SHORT]


COLUMNS: Final = (
    _word("年度", 60, lambda row: str(row.year)),
    _word("部局", 88, lambda row: row.bureau),
    _word("課", 104, lambda row: row.section),
    _word("事業名", 260, lambda row: " ".join(row.name.split())),
    _word("段階", 100, lambda row: row.stage),
    _word("種類", 72, _kind),
    _amount("要求額", lambda row: row.amount, lambda sums: sums.expenditure),
    _amount("前年度", lambda row: row.previous, lambda sums: sums.previous),
    _amount("増減", lambda row: row.change, lambda sums: sums.change),
    _amount("計上", lambda row: row.assessed, lambda sums: sums.assessed),
    _word("決定", 88, _state),
    _amount("保留", lambda row: row.held, lambda sums: sums.held, 72),
    _amount("別途", lambda row: row.separate, lambda sums: sums.separate, 72),
    _amount("誤り", lambda row: row.errors or None, width=44),
    _amount("注意", lambda row: row.warnings or None, width=44),
    _amount("未回答", lambda row: row.unanswered or None, width=52),
    Column(
        "人役",
        60,
        lambda row: f"{row.people / 1000:.1f}",
        lambda row: (False, -float(row.people)),
        None,
        True,
    ),
)
OF_ALL_STAGES: Final = (0, 4)
"""The columns that say the same of all rows where one stage is shown: 年度 and 段階."""
NAME: Final = 3
"""The column in which the head of a group stands, and which takes the room that is left."""


class DeskModel(QAbstractTableModel):
    """The table's rows; what is shown is given as a whole, and the figures are the model's own text already."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._bold = QFont()
        self._bold.setBold(True)

    @property
    def entries(self) -> list[Entry]:
        """What the rows show, from the top."""
        return self._entries

    def show(self, entries: list[Entry]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry_at(self, index: Index) -> Entry | None:
        """What a row shows; None for no row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].is_figure else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        entry, column = self._entries[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(entry, RegisterRow):
                return column.shown(entry)
            if index.column() == NAME:
                return f"{entry.name}　{entry.sums.requests:,}件"
            return column.of_sums(entry.sums) if column.of_sums is not None else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return ink(self._colour(entry, column))
        if role == Qt.ItemDataRole.BackgroundRole:
            return None if isinstance(entry, RegisterRow) else paper(TITLE_FILL)
        if role == Qt.ItemDataRole.FontRole:
            return None if isinstance(entry, RegisterRow) else self._bold
        return None

    def _colour(self, entry: Entry, column: Column) -> QColor:
        if not isinstance(entry, RegisterRow):
            return INK
        if column.heading == "誤り" or (column.heading == "決定" and entry.is_outdated):
            return SEVERITY_COLOURS["error"]
        return MUTED if column.heading == "決定" and not entry.decision else INK
