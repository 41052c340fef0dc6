"""The tables of figures (total cost, funding, the finance division's) as the Sheet lays them out: their cells, and what stands on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from model.basis.results import Outcome
from model.document.document import Document, Snapshot
from model.figures.figures import Figure
from model.request.place import Place
from templates.sheet.blocks import Cell, FigureTable, PeopleCell
from ui.tables.sheet_table import SheetTable
from ui.tables.table_model import CellModel, Index
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import scaled

if TYPE_CHECKING:
    from model.values.selection_sum import Number

_NARROWEST: Final = 58  # pixels of a column, at 100 %


class FigureModel(CellModel):
    """A table of figures of the Sheet."""

    def __init__(self, document: Document, build: Callable[[Snapshot], FigureTable]) -> None:
        super().__init__(document)
        self._build = build
        self.table = build(document.snapshot)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; another year may have other columns."""
        before, table = self.table, self._build(snapshot)
        if table == before and findings == self._findings:
            self._snapshot = snapshot
            return
        if table.columns != before.columns or [row.key for row in table.rows] != [
            row.key for row in before.rows
        ]:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
        self.table = table
        if [row.label for row in table.rows] != [row.label for row in before.rows]:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(table.rows) - 1)
        super().show_snapshot(snapshot, findings)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The table's rows."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The table's columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The labels of the Sheet; long ones break before a bracket and where the Standard says."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.table.rows[section].label
        label = self.table.columns[section].label.replace("(", "\n(")
        for word in self._snapshot.standard.printing.narrow_breaks:
            label = label.replace(word, f"{word}\n")
        return label.replace("\n\n", "\n").strip("\n")

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell; every figure can be typed, a derived one is then declared."""
        return self._cell(index).place

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a place, found in the rows that are laid out: it is asked of each finding."""
        for index, row in enumerate(self.table.rows):
            for column, cell in enumerate(row.cells):
                if cell.place == place:
                    return self.index(index, column)
        return QModelIndex()

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of a cell of amounts."""
        cell = self._cell(index)
        return cell.figure if isinstance(cell, Cell) else None

    def text_at(self, index: Index) -> str:
        """Amounts with commas; people with the sheet's decimals."""
        cell = self._cell(index)
        if not isinstance(cell, PeopleCell):
            return super().text_at(index)
        return cell.printed if cell.value is None else f"{cell.printed}人"

    def copied_text(self, index: Index) -> str:
        """People as plain decimals."""
        cell = self._cell(index)
        return cell.typed if isinstance(cell, PeopleCell) else super().copied_text(index)

    def outcome_at(self, index: Index) -> Outcome | None:
        """What the basis of a funding source gives."""
        kind, _, rest = (self._cell(index).place).partition("/")
        row, _, source = rest.partition("/")
        rows = self._snapshot.totals.funding_rows
        return next(
            (rows[key].outcomes.get(source) for key in rows if kind == "funding" and key == row), None
        )

    def note_at(self, index: Index) -> str:
        """How a figure came about, as the Sheet words it."""
        cell = self._cell(index)
        return cell.note if isinstance(cell, Cell) else ""

    def number_at(self, index: Index) -> Number | None:
        """People count too."""
        cell = self._cell(index)
        return cell.value if isinstance(cell, PeopleCell) else super().number_at(index)

    def _cell(self, index: Index) -> Cell | PeopleCell:
        return self.table.rows[index.row()].cells[index.column()]


class FigureTableView(SheetTable):
    """A table of figures as the Sheet lays it out, its columns sharing the width."""

    def __init__(
        self, document: Document, build: Callable[[Snapshot], FigureTable], name: str, parent: QWidget
    ) -> None:
        self.figures = FigureModel(document, build)
        super().__init__(self.figures, name, parent)
        self.horizontalHeader().setStretchLastSection(True)
        self.figures.modelReset.connect(self._share)
        self.horizontalHeader().sectionCountChanged.connect(self._share)

    def resizeEvent(self, event: object) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        super().fit_font()
        self._share()

    def _share(self) -> None:
        labels = (
            str(self.figures.headerData(row, Qt.Orientation.Vertical))
            for row in range(self.figures.rowCount())
        )
        widest = max(map(self.verticalHeader().fontMetrics().horizontalAdvance, labels), default=0)
        self.verticalHeader().setFixedWidth(widest + 20)
        columns, width = self.figures.columnCount(), self.maximumViewportSize().width()
        least = scaled(self, _NARROWEST)
        self.setMinimumWidth(self.verticalHeader().width() + columns * least + 2 * self.frameWidth())
        for column in range(columns):
            self.setColumnWidth(column, max(least, width // columns))
