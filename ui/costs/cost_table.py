"""The cost table on the page: its rows measured and spanned, its current cell kept with its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from model.document.document import Document, Snapshot
from model.request import place
from model.request.columns import COST_COLUMNS, position_of
from model.request.lines import lines_in
from model.request.place import Place
from ui.costs.cost_model import TEXT, CostModel
from ui.costs.cost_rows import RowKind, RowView
from ui.costs.row_actions import RowActions
from ui.costs.row_drag import RowDrag
from ui.costs.row_selection import RowSelection
from ui.tables.sheet_table import SheetTable
from ui.tables.table_model import Index
from ui.widgets.cell_style import GRIP, INDENT, PADDING, wrapping
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import scaled

_WORDS: Final = tuple(index for index, column in enumerate(COST_COLUMNS) if column.holds == "words")
_WIDTHS: Final[Mapping[int, int]] = {
    index: column.width for index, column in enumerate(COST_COLUMNS) if column.width
}
_SHARING: Final = tuple(
    index for index, column in enumerate(COST_COLUMNS) if not column.width and index != TEXT
)
_LEAST_WORDS: Final = 120  # pixels of a column of words, at 100 %
_OBJECT_CLASS: Final = position_of("object_class")


class CostTable(SheetTable):
    """所要経費: every cost group in one table."""

    commitment_wanted = Signal(str)  # the id of a line for which a commitment is to be written
    refused = Signal()  # the keys of an action that a view does not allow
    view_changed = Signal()  # another view, or other lines in it

    def __init__(self, document: Document, parent: QWidget) -> None:
        self.model_of_costs = CostModel(document)
        super().__init__(self.model_of_costs, "所要経費", parent)
        self.verticalHeader().hide()
        self.rows = RowSelection(self, self.model_of_costs)
        self.row_actions = RowActions(self, self.rows, document, self.commitment_wanted.emit)
        self.more_menu: QMenu | None = None  # offered below the actions on rows
        self.addActions([action for action in self.row_actions.actions if action is not None])
        self._drag = RowDrag(self, self.rows, self.row_actions.drop)
        self._spanned: frozenset[int] = frozenset()
        self._span_wide_rows()
        self.typing_ended.connect(self._measure_typed)
        self._hide_object_classes(not any(line.object_class for line in lines_in(document.request)))

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; only rows that changed are measured again."""
        self._with_same_current_row(lambda: self.model_of_costs.show_snapshot(snapshot, findings))
        self.row_actions.refresh()
        if self.model_of_costs.rows_moved:
            self.view_changed.emit()

    @property
    def view(self) -> RowView:
        """What of the lines is shown, and in which order."""
        return self.model_of_costs.view

    def choose_view(self, view: RowView) -> None:
        """Show some lines only, or in another order: on the screen alone; while it lasts, no row is moved."""
        if view == self.view:
            return
        self.finish_typing()
        self._with_same_current_row(lambda: self.model_of_costs.choose_view(view))
        self.row_actions.allow_moves(not view.is_active)
        self.view_changed.emit()

    def focus_place(self, where: Place) -> bool:
        """Take the focus to a cell; where the view hides it, the view ends, and a hidden 節 comes into sight."""
        hidden = where.startswith(("line/", "group/")) and not self.cells.index_of(where).isValid()
        if hidden and self.view.is_active:
            self.choose_view(RowView())
        index = self.cells.index_of(where)
        if index.column() == _OBJECT_CLASS and not self.shows_object_classes:
            self.show_object_classes(True)
        return super().focus_place(where)

    def go_to_first_line(self) -> None:
        """Take the focus to the first line that is shown."""
        rows = self.model_of_costs.rows
        first = next((row for row in rows if row.kind is RowKind.LINE), None)
        if first is not None:
            self.focus_place(place.line(first.id, "text"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of actions that a view does not allow do nothing, rather than what Qt has for them."""
        if self.view.is_active and self.row_actions.refuses(QKeySequence(event.keyCombination())):
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and over them what belongs to dragging."""
        super().paintEvent(event)
        self._drag.paint()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The grip goes with the current row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self._drag.refresh(current.row())
            self._drag.refresh(previous.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: figures have theirs, words take the rest."""
        super().resizeEvent(event)
        self._share_width()

    def show_object_classes(self, shown: bool) -> None:
        """Show the column of 節, or hide it; the cursor goes from a cell that is hidden to the one beside it."""
        self.finish_typing()
        if not shown and self.currentIndex().column() == _OBJECT_CLASS:
            self.go(self.currentIndex().row(), _OBJECT_CLASS - 1)
        self._hide_object_classes(not shown)
        self._share_width()

    def _hide_object_classes(self, hidden: bool) -> None:
        self.setColumnHidden(_OBJECT_CLASS, hidden)
        self.model_of_costs.hidden = frozenset({"object_class"} if hidden else ())

    @property
    def shows_object_classes(self) -> bool:
        """Whether the column of 節 is shown."""
        return not self.isColumnHidden(_OBJECT_CLASS)

    def _share_width(self) -> None:
        widths = {column: scaled(self, width) for column, width in _WIDTHS.items()}
        fixed = {column: width for column, width in widths.items() if not self.isColumnHidden(column)}
        least = scaled(self, _LEAST_WORDS) * (1 + len(_SHARING))
        self.setMinimumWidth(sum(fixed.values()) + least + 2 * self.frameWidth())
        for column, width in fixed.items():
            self.setColumnWidth(column, width)
        words = self.viewport().width() - sum(fixed.values())
        text = max(160, words * 11 // (20 if len(_SHARING) == 1 else 30))
        shares = {TEXT: text, **dict.fromkeys(_SHARING, max(120, (words - text) // len(_SHARING)))}
        if any(width != self.columnWidth(column) for column, width in shares.items()):
            for column, width in shares.items():
                self.setColumnWidth(column, width)
            self._measure(range(self.model_of_costs.rowCount()))
            self.fit_height()

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        super().fit_font()
        self._share_width()
        self._measure(range(self.model_of_costs.rowCount()))
        self.fit_height()

    # --- private ---

    def _with_same_current_row(self, change: Callable[[], None]) -> None:
        """Change the rows; the current cell stays with its row, and where the row is gone, where it is."""
        index, before = self.currentIndex(), self.rows.current_row()
        row, column = index.row(), index.column()
        change()
        model = self.model_of_costs
        current = self.rows.current_row()
        if before is not None and (current is None or current.key != before.key):
            self.go(min(model.row_of(before.key, row), model.rowCount() - 1), column)
        if model.rows_moved:
            self._span_wide_rows()
        self._measure(model.changed_rows)
        self.fit_height()

    def fill_menu(self, menu: QMenu) -> None:
        """Put the actions on rows, and what is offered below them, into a context menu."""
        menu.addSeparator()
        self.row_actions.fill_menu(menu)
        if self.more_menu is not None:
            menu.addMenu(self.more_menu)

    def _span_wide_rows(self) -> None:
        wide = self.model_of_costs.wide_rows()
        self.clearSpans()
        for index in wide:
            self.setSpan(index, TEXT, 1, self.model_of_costs.columnCount())
        self._spanned = frozenset(wide)

    def _measure_typed(self) -> None:
        self._measure([self.currentIndex().row()])
        self.fit_height()

    def _measure(self, rows: Sequence[int]) -> None:
        """Give rows the height their words need; most need one line and are not measured at all."""
        model, metrics = self.model_of_costs, self.fontMetrics()
        one_line = self.verticalHeader().defaultSectionSize()
        em = metrics.horizontalAdvance("漢")
        typed_in = self.currentIndex().row() if self.is_typing_figure else -1
        widths = {column: self.columnWidth(column) for column in _WORDS if not self.isColumnHidden(column)}
        for index in rows:
            row = model.row(index)
            if row is None:
                continue
            height = one_line
            for column, own_width in widths.items():
                text = model.words_of(row, COST_COLUMNS[column].key)
                if not text:
                    continue
                is_spanned = column == TEXT and index in self._spanned
                width = (self.viewport().width() if is_spanned else own_width) - 2 * PADDING - 2
                if column == TEXT and row.kind in (RowKind.LINE, RowKind.NEW):
                    width -= GRIP - PADDING + row.depth * INDENT
                if "\n" in text or len(text) * em > width:
                    rect = metrics.boundingRect(0, 0, max(width, em), 100_000, wrapping(text), text)
                    height = max(height, rect.height() + 10)
            if index == typed_in:  # it grows with its remark; that it shrinks waits for the end of the typing
                height = max(height, self.rowHeight(index))
            if self.rowHeight(index) != height:
                self.setRowHeight(index, height)
