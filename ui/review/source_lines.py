"""What comes in of a source, live: its lines with both years, the sums and whether they tie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHeaderView, QTableView, QWidget

from model.document.document import Snapshot
from model.figures.figures import GroupTotals, LineTotals
from model.language import spoken
from model.values.amount import format_amount
from templates.readers.review import SumRow, figure_text
from ui.language import translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.style import INK, SEVERITY_COLOURS, TOTAL_FILL, bold, ink, paper

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_HEADINGS: Final = ("内容", "前年度", "要求額")
_INDENT: Final = "　"
_TIES: Final = QColor("#2b6a3f")
_ROW_HEIGHT: Final = 24


class _Row(NamedTuple):
    text: str
    previous: str
    amount: str
    is_table: bool


def rows_of(snapshot: Snapshot) -> list[_Row]:
    """The lines of a request as they come in: a table's name with its 合計, below it its lines, parts set in."""
    found: list[_Row] = []
    for index, group in enumerate(snapshot.totals.groups, start=1):
        name = group.group.title or translate("ui.review", "表{index}").format(index=index)
        found.append(_row(f"{name}　合計", group, is_table=True))
        for line in group.lines:
            _add(found, line, 1)
    return found


def _row(text: str, figures: LineTotals | GroupTotals, *, is_table: bool) -> _Row:
    return _Row(text, format_amount(figures.previous.shown), format_amount(figures.amount.shown), is_table)


def _add(rows: list[_Row], line: LineTotals, depth: int) -> None:
    text = " ".join(line.line.text.split())
    rows.append(_row(f"{_INDENT * depth}{text}", line, is_table=False))
    for part in line.parts:
        _add(rows, part, depth + 1)


class LinesModel(QAbstractTableModel):
    """The lines that come in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._bold = bold(QFont())

    def show_rows(self, rows: list[_Row]) -> None:
        """Show other lines."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (as Qt has it)
        """How many lines and tables there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """内容, 前年度, 要求額."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line's words and figures."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(str(row[index.column()]))
            case Qt.ItemDataRole.DisplayRole:
                return row[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.BackgroundRole:
                return paper(TOTAL_FILL) if row.is_table else None
            case Qt.ItemDataRole.FontRole:
                return self._bold if row.is_table else None
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """内容, 前年度, 要求額; figures are in 千円."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None


class LinesView(QTableView):
    """The lines that come in, to be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setAccessibleName(translate("ui.review", "取り込む行"))
        self.setObjectName("rows")
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, 104)


class SumsPane(QWidget):
    """The sums under one another, and below each whether it ties, in words with a sign."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._shown: Sequence[SumRow] = ()

    @property
    def words(self) -> list[str]:
        """What is said, line by line."""
        return [
            f"{spoken(row.words)} {' '.join(map(figure_text, row.figures))} {spoken(row.verdict)}".strip()
            for row in self._shown
        ]

    def show_sums(self, rows: Sequence[SumRow]) -> None:
        """Show other sums."""
        if list(rows) == list(self._shown):
            return
        self._shown = rows
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, words in enumerate(("（千円）", *_HEADINGS[1:])):
            self._add(words, 0, column, "hint")
        index = 1
        for row in rows:
            if not row.ties and any(
                figure is not None for figure in row.figures
            ):  # one that ties is the one above
                self._add(row.words, index, 0, "")
                for column, figure in enumerate(row.figures, start=1):
                    self._add(figure_text(figure) or "－", index, column, "")
                index += 1
            if row.verdict:
                self._add_verdict(row, index)
                index += 1

    def _add(self, text: str, row: int, column: int, kind: str) -> None:
        label = PlainLabel(text, self)
        label.setObjectName(kind)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        label.setMinimumWidth(84 if column else 0)
        self._grid.addWidget(label, row, column)

    def _add_verdict(self, row: SumRow, index: int) -> None:
        sign = {True: "○ ", False: "× ", None: "　 "}[row.ties]
        label = PlainLabel(f"{sign}{spoken(row.verdict)}", self, wraps=True)
        colour = {True: _TIES, False: SEVERITY_COLOURS["error"], None: INK}[row.ties]
        label.setStyleSheet(f"color: {ink(colour).name()};")
        self._grid.addWidget(label, index, 0, 1, 3)
