"""The rows of the cost tables as Qt sees them: which are there, which came, went or changed with a snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import is_not, ne
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.request.place import LineField, Place
from ui.costs.cost_rows import CostRows, Row, RowKind
from ui.tables.row_view import RowView, choose_lines
from ui.tables.table_model import CellModel, Index
from ui.widgets.pane import FindingsByPlace

COLUMNS: Final[tuple[LineField | None, ...]] = (
    *("text", "previous", "amount", None, None, "remark", "object_class"),
)
TEXT, PREVIOUS, AMOUNT, CHANGE, PERCENT, REMARK, OBJECT_CLASS = range(7)

_FEW: Final = 50  # rows repainted one by one; more are repainted with one call


class CostRowModel(CellModel):
    """The rows of a document's cost groups."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._view = RowView()
        self._rows = CostRows()
        self._rows.take(document.snapshot)
        self.changed_rows: list[int] = list(range(len(self._rows.rows)))
        self.rows_moved = True  # whether the last snapshot brought, took or moved rows

    @property
    def rows(self) -> list[Row]:
        """The rows from the first to the last."""
        return self._rows.rows

    def row(self, at: int) -> Row | None:
        """The row at an index."""
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def row_of(self, key: str, default: int) -> int:
        """Where the row with a key stands."""
        return self._rows.keys.index(key) if key in self._rows.keys else default

    def wide_rows(self) -> list[int]:
        """The rows whose first cell spans the table: titles, legends, the offered group."""
        wide = (RowKind.TITLE, RowKind.NOTE, RowKind.NEW_GROUP)
        return [at for at, row in enumerate(self._rows.rows) if row.kind in wide]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each title, line, part, 合計, legend and offer."""
        return 0 if parent.isValid() else len(self._rows.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """内容, 前年度, 要求額, 増減, 増減率, 備考, 節."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels with their units."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            columns = self._snapshot.standard.printing.cost_columns
            previous = self._snapshot.totals.year.previous.label
            return (
                columns["text"],
                f"{previous}\n予算額(千円)",
                "要求額\n(千円)",
                "増減\n(千円)",
                "増減率\n(%)",
                columns["remark"],
                columns["object_class"],
            )[section]
        return None

    @property
    def view(self) -> RowView:
        """What of the lines is shown, and in which order."""
        return self._view

    @property
    def counts(self) -> tuple[int, int]:
        """How many lines are shown, of how many."""
        return sum(row.kind is RowKind.LINE for row in self._rows.rows), self._rows.line_count

    def choose_view(self, view: RowView) -> None:
        """Show some lines only, or in another order; decided here once, whatever is typed afterwards."""
        before_rows, before_keys = self._rows.rows, self._rows.keys
        self._view = view
        self._rows.choose(choose_lines(self._snapshot, view) if view.is_active else None)
        self._rows.take(self._snapshot)
        self._tell_moves(before_rows, before_keys)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot: tell which rows came and went, then repaint."""
        before_rows, before_keys = self._rows.rows, self._rows.keys
        words_are_same = _words_are_same(snapshot, self._snapshot)
        told = _places_told_otherwise(findings, self._findings)
        self._snapshot, self._findings = snapshot, findings
        self._rows.take(snapshot)
        self._tell_moves(before_rows, before_keys)
        if self.rows_moved:
            return
        rows = self._rows.rows
        differ = compress(range(len(rows)), map(is_not, rows, before_rows))
        self.changed_rows = [at for at in differ if rows[at] != before_rows[at]]
        if not words_are_same:  # remarks carry the wording of commitments, and wrap otherwise
            self.changed_rows = list(range(len(rows)))
        if words_are_same and len(told) <= _FEW:
            whole = self._rows_of(told)
            for at in sorted({*self.changed_rows, *whole}):
                self._redraw_row(at, at not in whole and _only_figures_differ(rows[at], before_rows[at]))
        else:
            self.redraw()

    def _rows_of(self, places: set[Place]) -> set[int]:
        """The rows in which places stand."""
        return {index.row() for index in map(self.index_of, places) if index.isValid()}

    def _tell_moves(self, before: list[Row], before_keys: list[str]) -> None:
        """Tell Qt which rows came, went and moved, and repaint when any did."""
        keys = self._rows.keys
        self.rows_moved = keys != before_keys
        if self.rows_moved:
            head = _common(keys, before_keys)
            tail = min(_common(keys[::-1], before_keys[::-1]), min(len(keys), len(before_keys)) - head)
            self._announce(head, len(before_keys) - tail, len(keys) - tail, before, before_keys)
            self.changed_rows = list(range(head, len(keys) - tail))
            self.redraw()

    def _redraw_row(self, at: int, only_figures: bool) -> None:
        """Repaint a row: a keystroke touches the figures of its line, of the lines above it, and of the 合計."""
        first, last = (PREVIOUS, PERCENT) if only_figures else (TEXT, OBJECT_CLASS)
        self.dataChanged.emit(self.index(at, first), self.index(at, last))

    def _announce(
        self, head: int, old_end: int, new_end: int, before: list[Row], before_keys: list[str]
    ) -> None:
        """Tell Qt which rows went and came between ``head`` and the ends of what changed."""
        rows, keys = self._rows.rows, self._rows.keys
        if old_end == new_end:  # other rows in the same number, as after a move: the cells are only repainted
            return
        if old_end > head:
            self._rows.rows, self._rows.keys = before, before_keys
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            self._rows.rows = before[:head] + before[old_end:]
            self._rows.keys = before_keys[:head] + before_keys[old_end:]
            self.endRemoveRows()
        if new_end > head:
            self._rows.rows = before[:head] + before[old_end:]
            self._rows.keys = before_keys[:head] + before_keys[old_end:]
            self.beginInsertRows(QModelIndex(), head, new_end - 1)
            self._rows.rows, self._rows.keys = rows, keys
            self.endInsertRows()
        self._rows.rows, self._rows.keys = rows, keys


def _only_figures_differ(row: Row, before: Row) -> bool:
    """Whether the cells of a row beside its figures show what they showed."""
    if row.line is None or before.line is None:
        return row.kind is before.kind is RowKind.TOTAL
    new, old = row.line.line, before.line.line
    return all(
        getattr(new, field) == getattr(old, field)
        for field in ("text", "remark", "object_class", "mark", "heading")
    ) and (row.depth, row.line.has_object_class, bool(row.line.parts)) == (
        before.depth,
        before.line.has_object_class,
        bool(before.line.parts),
    )


def _places_told_otherwise(findings: FindingsByPlace, before: FindingsByPlace) -> set[Place]:
    """The places of lines and tables whose findings are not those of before."""
    return {
        place
        for place in {*findings, *before}
        if place.startswith(("line/", "group/")) and findings.get(place) != before.get(place)
    }


def _common(keys: Sequence[str], others: Sequence[str]) -> int:
    """How many keys two lists have in common at their head."""
    shorter = min(len(keys), len(others))
    return next((at for at, differs in enumerate(map(ne, keys, others)) if differs), shorter)


def _words_are_same(snapshot: Snapshot, before: Snapshot) -> bool:
    """Whether remarks, legends and headings outside the lines read as before."""
    return (
        snapshot.request.commitments is before.request.commitments
        and snapshot.totals.year == before.totals.year
    )
