"""The cost table on the page: Excel's keys, and the acts on rows (insert, delete, move, indent, heading)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from model import place
from model.document import Document, Snapshot
from model.edits import fields, structure
from model.identity import new_id
from model.place import Place
from model.request import CostGroup, Line, Request
from ui.cost_model import CostModel
from ui.cost_row_model import AMOUNT, CHANGE, PREVIOUS, REMARK, TEXT
from ui.cost_rows import Row, RowKind
from ui.look import INDENT, PADDING, CellState
from ui.pane import FindingsByPlace
from ui.sheet_table import SheetTable

_FIGURE_WIDTHS: Final = {PREVIOUS: 118, AMOUNT: 110, CHANGE: 96}


class CostTable(SheetTable):
    """所要経費: every cost group in one table."""

    commitment_wanted = Signal(str)  # the id of a line for which a commitment is to be written

    def __init__(self, document: Document, parent: QWidget) -> None:
        self.model_of_costs = CostModel(document)
        super().__init__(self.model_of_costs, "所要経費", parent)
        self._document = document
        self.verticalHeader().hide()
        self.row_actions = [self._action(*spec) for spec in self._specs()]
        self.addActions([action for action in self.row_actions if action is not None])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self._spanned: frozenset[int] = frozenset()
        self._span_wide_rows()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; only rows that changed are measured again."""
        at, before = self.currentIndex(), self._current()
        row, column = at.row(), at.column()
        self.model_of_costs.show_snapshot(snapshot, findings)
        if before is not None and self._current_key() != before.key:
            # The current cell stays with its row; where the row is gone, it stays where it is.
            self.go(
                min(self.model_of_costs.row_of(before.key, row), self.model_of_costs.rowCount() - 1), column
            )
        if self.model_of_costs.rows_moved:
            self._span_wide_rows()
        self._measure(self.model_of_costs.changed_rows)
        self.fit_height()

    # --- acts on rows ---

    def insert_line(self, *, below: bool) -> None:
        """Insert an empty line above or below the current one."""
        row = self._current()
        if row is None:
            return
        new = Line(new_id())
        if row.kind is RowKind.LINE:
            request = structure.insert_line(self._document.request, row.id, new, below=below)
        else:
            request = structure.append_line(self._document.request, row.group_id, new)
        self._do("行の挿入", request, place.line(new.id, "text"))

    def delete_rows(self) -> None:
        """Delete the selected lines; on a title, its whole table."""
        rows = self._selected()
        request = self._document.request
        titles = [row for row in rows if row.kind is RowKind.TITLE]
        if titles and len(rows) == len(titles):
            request = structure.delete_group(request, titles[0].id)
            self._do("表の削除", request, None)
            return
        at = self.currentIndex()
        doomed = [row.id for row in rows if row.kind is RowKind.LINE]
        if doomed:
            self._do("行の削除", structure.delete_lines(request, doomed), None)
            self.go(min(at.row(), self.model_of_costs.rowCount() - 1), at.column())

    def move_rows(self, step: Literal[-1, 1]) -> None:
        """Move the current line (or table) up or down."""
        row = self._current()
        if row is None:
            return
        if row.kind is RowKind.TITLE:
            request = structure.move_group(self._document.request, row.id, step)
            self._do("表の移動", request, place.group(row.id, "title"))
        elif row.kind is RowKind.LINE:
            field = self._current_place() or place.line(row.id, "text")
            self._do("行の移動", structure.move_line(self._document.request, row.id, step), field)

    def indent_rows(self, *, outdent: bool) -> None:
        """Make the selected lines parts of the line above them, or raise them again."""
        request, field = self._document.request, self._current_place()
        for row in self._selected():
            if row.kind is RowKind.LINE:
                change = structure.outdent_line if outdent else structure.indent_line
                request = change(request, row.id)
        self._do("内訳から戻す" if outdent else "内訳にする", request, field)

    def toggle_heading(self) -> None:
        """Make the current line a heading without printed figures, or an ordinary line again."""
        row = self._current()
        if row is not None and row.line is not None:
            request = fields.set_heading(self._document.request, row.id, not row.line.line.heading)
            self._do("見出しの行", request, self._current_place())

    def add_commitment(self) -> None:
        """Ask for a commitment for the current line."""
        row = self._current()
        if row is not None and row.kind is RowKind.LINE:
            self.commitment_wanted.emit(row.id)

    def return_to_derived(self) -> None:
        """Drop the declared figure of the current cell."""
        index = self.currentIndex()
        if self.model_of_costs.state_at(index) is CellState.DECLARED:
            self.model_of_costs.return_to_derived(index)

    def add_group(self) -> None:
        """Add an empty cost table after the current one."""
        row = self._current()
        group = CostGroup(new_id())
        after = row.group_id if row and row.kind is not RowKind.NEW_GROUP else None
        request = structure.add_group(self._document.request, group, after=after)
        self._do("表の追加", request, place.group(group.id, "title"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: figures have theirs, words take the rest."""
        super().resizeEvent(event)
        words = self.viewport().width() - sum(_FIGURE_WIDTHS.values())
        for column, width in _FIGURE_WIDTHS.items():
            self.setColumnWidth(column, width)
        text = max(160, words * 11 // 20)
        if text != self.columnWidth(TEXT) or words - text != self.columnWidth(REMARK):
            self.setColumnWidth(TEXT, text)
            self.setColumnWidth(REMARK, max(120, words - text))
            self._measure(range(self.model_of_costs.rowCount()))
            self.fit_height()

    # --- private ---

    def _specs(self) -> list[tuple[str, str, Callable[[], None]] | tuple[()]]:
        return [
            ("行を上に挿入", "Ctrl++", lambda: self.insert_line(below=False)),
            ("行を下に挿入", "Ctrl+Shift+Return", lambda: self.insert_line(below=True)),
            ("行（題の上では表）を削除", "Ctrl+-", self.delete_rows),
            (),
            ("上へ移動", "Alt+Up", lambda: self.move_rows(-1)),
            ("下へ移動", "Alt+Down", lambda: self.move_rows(1)),
            ("内訳にする（字下げ）", "Alt+Shift+Right", lambda: self.indent_rows(outdent=False)),
            ("内訳から戻す", "Alt+Shift+Left", lambda: self.indent_rows(outdent=True)),
            ("金額を印字しない見出しにする・戻す", "Ctrl+H", self.toggle_heading),
            (),
            ("債務負担行為を付ける", "Ctrl+Shift+D", self.add_commitment),
            ("計算値に戻す", "Ctrl+R", self.return_to_derived),
            ("表を追加", "Ctrl+Shift+T", self.add_group),
        ]

    def _action(
        self, text: str = "", keys: str = "", act: Callable[[], None] | None = None
    ) -> QAction | None:
        if act is None:
            return None
        action = QAction(text, self)
        shortcuts = [QKeySequence(keys)]
        if keys == "Ctrl++":  # the key that Excel names so needs Shift on a Japanese keyboard
            shortcuts += [QKeySequence("Ctrl+Shift++"), QKeySequence("Ctrl+;"), QKeySequence("Ctrl+Shift+;")]
        action.setShortcuts(shortcuts)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        def run() -> None:
            self.finish_typing()
            act()

        action.triggered.connect(run)
        return action

    def fill_menu(self, menu: QMenu) -> None:
        """Put the acts on rows into a menu."""
        for action in self.row_actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.viewport().mapToGlobal(at))

    def _current(self) -> Row | None:
        return self.model_of_costs.row(self.currentIndex().row())

    def _current_key(self) -> str:
        row = self._current()
        return row.key if row else ""

    def _current_place(self) -> Place | None:
        return self.model_of_costs.place_at(self.currentIndex()) if self.currentIndex().isValid() else None

    def _selected(self) -> list[Row]:
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows = (self.model_of_costs.row(at) for at in sorted({index.row() for index in indexes}))
        return [row for row in rows if row is not None]

    def _do(self, label: str, request: Request, then: Place | None) -> None:
        self._document.seal()
        self._document.edit(label, request)
        if then is not None:
            self.focus_place(then)

    def _span_wide_rows(self) -> None:
        wide = self.model_of_costs.wide_rows()
        self.clearSpans()
        for at in wide:
            self.setSpan(at, TEXT, 1, self.model_of_costs.columnCount())
        self._spanned = frozenset(wide)

    def _measure(self, rows: range | list[int]) -> None:
        """Give rows the height their words need; most need one line and are not measured at all."""
        model, metrics = self.model_of_costs, self.fontMetrics()
        one_line = self.verticalHeader().defaultSectionSize()
        em = metrics.horizontalAdvance("漢")
        for at in rows:
            row = model.row(at)
            if row is None:
                continue
            height = one_line
            for column in (TEXT, REMARK):
                text = model.text_at(model.index(at, column))
                width = (
                    self.viewport().width()
                    if column == TEXT and at in self._spanned
                    else self.columnWidth(column)
                )
                width -= 2 * PADDING + 2 + row.depth * INDENT * (column == TEXT)
                if "\n" in text or len(text) * em > width:
                    flags = int(Qt.TextFlag.TextWrapAnywhere | Qt.TextFlag.TextWordWrap)
                    rect = metrics.boundingRect(0, 0, max(width, em), 100_000, flags, text)
                    height = max(height, rect.height() + 10)
            if self.rowHeight(at) != height:
                self.setRowHeight(at, height)
