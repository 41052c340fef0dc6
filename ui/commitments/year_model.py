"""A table of fiscal years with amounts (a commitment's years, annual amounts), and a row that offers the next year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.request.place import Place
from model.request.request import Request
from model.values.figure import Figure
from ui.tables.offering_model import OfferingModel
from ui.tables.table_model import Index
from ui.widgets.look import Look
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import MUTED

YEAR = 0
"""The column of the fiscal year."""


class YearRow(NamedTuple):
    """A fiscal year as typed, and its figures; None where a cell has none."""

    id: str
    year: str
    figures: tuple[Figure, ...]


class YearGrid(NamedTuple):
    """A table of years.

    Attributes:
        owner: id of what the years belong to; "" for nothing.
        labels: of the columns, the year's first.
        places: the places of a row's cells by the row's id, in the columns' order; None where nothing is typed.
        rows: the years in their order.
    """

    owner: str
    labels: tuple[str, ...]
    places: Callable[[str], tuple[Place | None, ...]]
    rows: tuple[YearRow, ...]


AddRow = Callable[[Request, str, str], Request]
"""The edit that adds a blank year: of the owner (its id), with a row id."""


class YearModel(OfferingModel):
    """The years of one owner, whom the pane chooses."""

    def __init__(self, document: Document, build: Callable[[Snapshot], YearGrid], add: AddRow) -> None:
        super().__init__(document)
        self._build = build
        self._add = add
        self._grid = build(document.snapshot)
        self._rows = {row.id: row for row in self._grid.rows}
        self.ids = tuple(self._rows)

    @property
    def owner(self) -> str:
        """The id of what the years belong to."""
        return self._grid.owner

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; another owner, or other columns, are another table."""
        grid = self._build(snapshot)
        rows = {row.id: row for row in grid.rows}
        if (grid.owner, grid.labels) != (self._grid.owner, self._grid.labels):
            self.beginResetModel()
            self._grid, self._rows, self.ids = grid, rows, tuple(rows)
            self.endResetModel()
        else:

            def take() -> None:
                self._grid, self._rows = grid, rows

            self.take_rows(tuple(rows), take)
        super().show_snapshot(snapshot, findings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The year and its figures."""
        return 0 if parent.isValid() else len(self._grid.labels)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._grid.labels[section]
        return None

    def place_in(self, row_id: str, column: int) -> Place | None:
        """The place of a cell."""
        return self._grid.places(row_id)[column]

    def add_row(self, request: Request, row_id: str) -> Request:
        """Add a blank year."""
        return self._add(request, self.owner, row_id)

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of a cell; a blank one in the offered row."""
        if index.column() == YEAR:
            return None
        row = self._row(index)
        return row.figures[index.column() - 1] if row else Figure(None)

    def is_text(self, index: Index) -> bool:
        """The year is words."""
        return index.column() == YEAR

    def text_at(self, index: Index) -> str:
        """The year as typed; amounts with commas."""
        if index.column() != YEAR:
            return super().text_at(index)
        row = self._row(index)
        return row.year if row else "（年度）"

    def look_at(self, index: Index) -> Look:
        """The offered row stays back."""
        look = super().look_at(index)
        return look._replace(colour=MUTED) if self.is_offered(index.row()) else look

    def _row(self, index: Index) -> YearRow | None:
        return None if self.is_offered(index.row()) else self._rows.get(self.ids[index.row()])
