"""The actions on rows of the cost table (insert, delete, move, indent, heading, fill down) and their entries in menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from model.checks.cost_lines.headings import why_no_heading
from model.document.document import Document
from model.edits import fields, move, structure
from model.edits.move import Spot
from model.language import spoken
from model.names import explain
from model.request import place
from model.request.place import Place
from model.request.request import CostGroup, Line, Request
from model.values.identity import new_id
from ui.costs.cost_rows import RowKind
from ui.costs.row_selection import RowSelection
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.sheet_table import INSERT, SheetTable
from ui.widgets.buttons import fill
from ui.widgets.cell_style import CellState
from ui.widgets.labels import plain_tip

_HEADING: Final = QT_TRANSLATE_NOOP("ui.costs", "見出しの行にしました。印字されるのは内訳の額です。")
_NO_HEADING: Final = QT_TRANSLATE_NOOP("ui.costs", "普通の行に戻しました。")
NO_MOVES: Final = QT_TRANSLATE_NOOP(
    "ui.costs", "行の挿入・削除・移動は、絞り込みと並べ替えを解除してから行います。"
)


class RowActions:
    """What can be done to the rows of the cost table: each is one edit, one step of undo."""

    def __init__(
        self,
        table: SheetTable,
        rows: RowSelection,
        document: Document,
        want_commitment: Callable[[str], None],
    ) -> None:
        self._table, self._rows = table, rows
        self._document = document
        self._want_commitment = want_commitment
        self._moving: list[QAction] = []
        self._allows_moves = True
        self.actions = [self._action(*spec) if spec else None for spec in self._specs()]

    def insert_line(self, *, below: bool) -> None:
        """Insert an empty line above or below the current one."""
        row = self._rows.current_row()
        if row is None:
            return
        new = Line(new_id())
        if row.kind is RowKind.LINE:
            request = structure.insert_line(self._document.request, row.id, new, below=below)
        else:
            request = structure.append_lines(self._document.request, row.group_id, new)
        self._do(translate("ui.costs", "行の挿入"), request, place.line(new.id, "text"))

    def delete_rows(self) -> None:
        """Delete the selected lines; on a title, its whole table."""
        rows = self._rows.selected()
        request = self._document.request
        titles = [row for row in rows if row.kind is RowKind.TITLE]
        if titles and len(rows) == len(titles):
            request = structure.delete_group(request, titles[0].id)
            self._do(translate("ui.costs", "表の削除"), request, None)
            return
        index = self._table.currentIndex()
        line_ids = [row.id for row in rows if row.kind is RowKind.LINE]
        if line_ids:
            self._do(translate("ui.costs", "行の削除"), structure.delete_lines(request, line_ids), None)
            self._table.go(min(index.row(), self._rows.model.rowCount() - 1), index.column())

    def move_rows(self, step: Literal[-1, 1]) -> None:
        """Move the selected lines (or, on a title, the whole table) up or down."""
        row = self._rows.current_row()
        if row is None:
            return
        if row.kind is RowKind.TITLE:
            request = structure.move_group(self._document.request, row.id, step)
            self._do(translate("ui.costs", "表の移動"), request, place.group(row.id, "title"))
            return
        lines = self._selected_lines()
        self._do_to(
            lines, translate("ui.costs", "行の移動"), move.move_lines(self._document.request, lines, step)
        )

    def drop(self, line_ids: list[str], spot: Spot) -> None:
        """Move lines to the spot where they were dropped."""
        self._do_to(
            line_ids,
            translate("ui.costs", "行の移動"),
            move.move_lines_to(self._document.request, line_ids, spot),
        )

    def indent_rows(self, *, outdent: bool) -> None:
        """Make the selected lines parts of the line above them, or raise them again."""
        request, lines = self._document.request, self._selected_lines()
        for line_id in lines:
            change = structure.outdent_line if outdent else structure.indent_line
            request = change(request, line_id)
        self._do_to(
            lines,
            translate("ui.costs", "内訳から戻す") if outdent else translate("ui.costs", "内訳にする"),
            request,
        )

    def toggle_heading(self) -> None:
        """Make the current line a heading without printed figures, or an ordinary line again."""
        row = self._rows.current_row()
        if row is None or row.line is None:
            return
        heading = not row.line.line.heading
        if heading and (why := why_no_heading(row.line)):
            self._table.show_message(why)
            return
        request = fields.set_heading(self._document.request, row.line, heading)
        self._do(translate("ui.costs", "見出しの行"), request, self._rows.current_place())
        self._table.show_message(translate("ui.costs", _HEADING if heading else _NO_HEADING))

    def add_commitment(self) -> None:
        """Ask for a commitment for the current line."""
        row = self._rows.current_row()
        if row is not None and row.kind is RowKind.LINE:
            self._want_commitment(row.id)

    def return_to_derived(self) -> None:
        """Drop the declared figure of the current cell."""
        index = self._table.currentIndex()
        if self._rows.model.state_at(index) is CellState.DECLARED:
            self._rows.model.return_to_derived(index)

    def add_group(self) -> None:
        """Add an empty cost table after the current one."""
        row = self._rows.current_row()
        group = CostGroup(new_id())
        after = row.group_id if row and row.kind is not RowKind.NEW_GROUP else None
        request = structure.add_group(self._document.request, group, after=after)
        self._do(translate("ui.costs", "表の追加"), request, place.group(group.id, "title"))

    # --- as entries of a menu ---

    def allow_moves(self, allowed: bool) -> None:
        """Allow the actions that move, add or remove rows, or explain why they are not allowed."""
        for action in self._moving:
            action.setToolTip("" if allowed else plain_tip(translate("ui.costs", NO_MOVES)))
        self._allows_moves = allowed
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now: nothing where the document is only read."""
        for action in filter(None, self.actions):
            action.setEnabled(
                not self._document.is_locked and (self._allows_moves or action not in self._moving)
            )

    def refuses(self, keys: QKeySequence) -> bool:
        """Whether the keys are those of an action that is not allowed now."""
        return any(keys in action.shortcuts() for action in self._moving if not action.isEnabled())

    def fill_menu(self, menu: QMenu) -> None:
        """Put the actions on rows into a menu."""
        menu.setToolTipsVisible(True)
        fill(menu, *self.actions)

    def _specs(self) -> list[tuple[str, str, Callable[[], None], bool] | None]:
        """Words, keys, function, and whether it moves, adds or removes rows."""
        return [
            (translate("ui.costs", "行を上に挿入"), INSERT[0], lambda: self.insert_line(below=False), True),
            (
                translate("ui.costs", "行を下に挿入"),
                "Ctrl+Shift+Return",
                lambda: self.insert_line(below=True),
                True,
            ),
            (translate("ui.costs", "行（題の上では表）を削除"), "Ctrl+-", self.delete_rows, True),
            None,
            (translate("ui.costs", "上へ移動"), "Alt+Up", lambda: self.move_rows(-1), True),
            (translate("ui.costs", "下へ移動"), "Alt+Down", lambda: self.move_rows(1), True),
            (
                translate("ui.costs", "内訳にする（字下げ）"),
                "Alt+Shift+Right",
                lambda: self.indent_rows(outdent=False),
                True,
            ),
            (
                translate("ui.costs", "内訳から戻す"),
                "Alt+Shift+Left",
                lambda: self.indent_rows(outdent=True),
                True,
            ),
            (
                translate("ui.costs", "金額を印字しない見出しにする・戻す"),
                "Ctrl+Alt+1",
                self.toggle_heading,
                False,
            ),
            None,
            (translate("ui.costs", "債務負担行為を付ける"), "Ctrl+Shift+D", self.add_commitment, False),
            (translate("ui.costs", "計算値に戻す"), "Ctrl+Shift+R", self.return_to_derived, False),
            (translate("ui.costs", "表を追加"), "Ctrl+Shift+T", self.add_group, True),
        ]

    def _action(self, text: str, keys: str, act: Callable[[], None], moves: bool) -> QAction:
        action = self._table.make_action(text, INSERT if keys == INSERT[0] else (keys,), act)
        if (
            act == self.add_group
        ):  # wanted from anywhere: an empty form has no row in which the key could be pressed
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if moves:
            self._moving.append(action)
        return action

    def _selected_lines(self) -> list[str]:
        return [row.id for row in self._rows.selected() if row.kind is RowKind.LINE]

    def _do_to(self, line_ids: list[str], label: str, request: Request) -> None:
        """Change lines; current cell and selection stay with them, so that the next key is for them too."""
        where, columns = self._rows.current_place(), self._rows.columns()
        before = self._document.snapshot.totals
        self._do(label, request, where)
        self._table.show_message(spoken(explain.changed_totals(before, self._document.snapshot.totals)))
        if len(line_ids) > 1:
            self._rows.select_lines(line_ids, columns)

    def _do(self, label: str, request: Request, then: Place | None) -> None:
        self._document.edit(label, request)
        if then is not None:
            self._table.focus_place(then)
