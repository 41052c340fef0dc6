"""A table of a section on the page: Excel's keys, and what is done to its rows and columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from model.document.document import Document, Snapshot
from model.edits import section_tables as edits
from model.edits.structure import Step
from model.request import place
from model.request.parts import delete_part
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.values.identity import new_id
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.section_tables.table_model import RowKind, SectionTableModel
from ui.tables.fitted_table import FittedTable
from ui.tables.selection import selected_blocks
from ui.tables.sheet_table import INSERT
from ui.widgets.buttons import fill
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import scaled

_SIDE: Final = 52  # pixels of the words at the left of the rows
_OFFER: Final = 56  # pixels of the column that is offered
_LEAST, _MOST = 64, 320  # pixels that a column asks for by its words
_LAST_COLUMN: Final = QT_TRANSLATE_NOOP(
    "ui.section_tables", "表の最後の列は削除できません。表ごと削除するには「表を削除」を使います。"
)
_NO_ROW: Final = QT_TRANSLATE_NOOP("ui.section_tables", "表の行にカーソルを置いてから選んでください。")


class SectionTableView(FittedTable):
    """One table of a section; Ctrl+Space takes a column, Shift+Space a row, as in Excel."""

    def __init__(self, document: Document, table_id: str, parent: QWidget) -> None:
        self.rows = SectionTableModel(document, table_id)
        self._document = document
        super().__init__(self.rows, translate("ui.section_tables", "本文の表"), parent, {})
        self.horizontalHeader().hide()
        self.verticalHeader().setFixedWidth(scaled(self, _SIDE))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.actions_of_table = [self._action(act) if act else None for act in ACTS]
        self.addActions([action for action in self.actions_of_table if action is not None])
        self.rows.columnsInserted.connect(self._share_width)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; the columns share the width by their words, but not below a hand that types."""
        super().show_snapshot(snapshot, findings)
        if self.open_editor() is None:
            self._share_width()
            self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width that there is now."""
        super().resizeEvent(event)
        self._share_width()

    def fit_font(self) -> None:
        """Give rows and columns the room that the font needs."""
        self.verticalHeader().setFixedWidth(scaled(self, _SIDE))
        super().fit_font()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Space selects the column, Shift+Space the row."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._select(whole_column=True)
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._select(whole_column=False)
        else:
            super().keyPressEvent(event)

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done to rows, columns and the table into its menu."""
        menu.addSeparator()
        for action in filter(None, self.actions_of_table):
            action.setEnabled(not self._document.is_locked)
        fill(menu, *self.actions_of_table)

    # --- acts ---

    def insert(self) -> None:
        """Insert a row above the current one; a column at its left where whole columns are selected."""
        if self._takes_columns():
            self.insert_column()
            return
        row_id, new = self.rows.row_id(self.currentIndex().row()), TableRow(new_id())
        request = edits.add_rows(self._document.request, self.rows.table_id, [new], before=row_id)
        self._document.edit(translate("ui.section_tables", "行の挿入"), request)
        self.go(self.rows.row_of(new.id), self.currentIndex().column())

    def delete(self) -> None:
        """Delete the selected rows; the selected columns where they are selected as a whole."""
        if self._takes_columns():
            self.delete_column()
            return
        rows = {row for block in selected_blocks(self) for row in range(block.top(), block.bottom() + 1)}
        ids = [row_id for row in sorted(rows) if (row_id := self.rows.row_id(row)) is not None]
        if not ids:
            self.show_message(translate("ui.section_tables", _NO_ROW))
            return
        request, index = self._document.request, self.currentIndex()
        row, column = index.row(), index.column()
        for row_id in ids:
            request = delete_part(request, TableRow, row_id)
        self._document.edit(translate("ui.section_tables", "行の削除"), request)
        self.go(min(row, self.rows.rowCount() - 1), column)

    def move_row(self, step: Step) -> None:
        """Move the current row up or down; the cursor goes with it."""
        index = self.currentIndex()
        row_id, column = self.rows.row_id(index.row()), index.column()
        if row_id is not None:
            self._document.edit(
                translate("ui.section_tables", "行の移動"),
                edits.move_row(self._document.request, row_id, step),
            )
            self.go(self.rows.row_of(row_id), column)

    def insert_column(self) -> None:
        """Insert a column at the left of the current one."""
        column = self.rows.column(self.currentIndex().column())
        new, row = TableColumn(new_id()), self.currentIndex().row()
        before = column.id if column is not None else None
        self._document.edit(
            translate("ui.section_tables", "列の挿入"),
            edits.add_columns(self._document.request, self.rows.table_id, [new], before=before),
        )
        self._go_to_column(new.id, row)

    def delete_column(self) -> None:
        """Delete the selected columns."""
        request, row = self._document.request, self.currentIndex().row()
        first, last = self._columns()
        for index in range(first, last + 1):
            column = self.rows.column(index)
            request = edits.delete_column(request, column.id) if column is not None else request
        if request is self._document.request:
            self.show_message(translate("ui.section_tables", _LAST_COLUMN))
            return
        self._document.edit(translate("ui.section_tables", "列の削除"), request)
        self.go(row, min(first, self.rows.columnCount() - 2))

    def move_column(self, step: Step) -> None:
        """Move the current column to the left or to the right; the cursor goes with it."""
        index = self.currentIndex()
        column, row = self.rows.column(index.column()), index.row()
        if column is not None:
            self._document.edit(
                translate("ui.section_tables", "列の移動"),
                edits.move_column(self._document.request, column.id, step),
            )
            self._go_to_column(column.id, row)

    def toggle_sum(self) -> None:
        """Add the current column up in the last row, or no longer."""
        column, row = self.rows.column(self.currentIndex().column()), self.currentIndex().row()
        if column is None:
            return
        request = edits.add_up(self._document.request, column.id, not column.summed)
        self._document.edit(
            translate("ui.section_tables", "計をやめる")
            if column.summed
            else translate("ui.section_tables", "計を出す"),
            request,
        )
        self._go_to_column(column.id, min(row, self.rows.rowCount() - 1))

    def return_to_sum(self) -> None:
        """Drop the total that was typed over the sum of the rows."""
        index = self.currentIndex()
        if self.rows.kind(index.row()) is RowKind.TOTAL:
            self.rows.return_to_derived(index)

    def move_table(self, step: Step) -> None:
        """Move the table up or down, from the edge of its section into the next one."""
        table_id = self.rows.table_id
        request = edits.move_table(self._document.request, table_id, step)
        if request is not self._document.request:
            self._document.edit(translate("ui.section_tables", "表の移動"), request)

    def delete_table(self) -> None:
        """Delete the table."""
        self._document.edit(
            translate("ui.section_tables", "表の削除"),
            delete_part(self._document.request, SectionTable, self.rows.table_id),
        )

    # --- private ---

    def _action(self, act: Act) -> QAction:
        return self.make_action(translate("ui.section_tables", act.words), act.keys, lambda: act.do(self))

    def _columns(self) -> tuple[int, int]:
        """The first and the last column in which a cell is selected."""
        blocks = selected_blocks(self)
        current = self.currentIndex().column()
        return min((block.left() for block in blocks), default=current), max(
            (block.right() for block in blocks), default=current
        )

    def _takes_columns(self) -> bool:
        """Whether whole columns are selected, from the headings to the last row."""
        return any(block.height() == self.rows.rowCount() > 1 for block in selected_blocks(self))

    def _select(self, *, whole_column: bool) -> None:
        current = self.currentIndex()
        last_row, last_column = self.rows.rowCount() - 1, max(self.rows.columnCount() - 2, 0)
        if whole_column:
            first, last = self.rows.index(0, current.column()), self.rows.index(last_row, current.column())
        else:
            first, last = self.rows.index(current.row(), 0), self.rows.index(current.row(), last_column)
        self.selectionModel().select(
            QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _go_to_column(self, column_id: str, row: int) -> None:
        index = self.rows.index_of(place.table_column(column_id, "heading"))
        if index.isValid():
            self.go(row, index.column())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_width(self) -> None:
        """Give each column what its words ask for of the width, and the offered one a little."""
        model, metrics = self.rows, self.fontMetrics()
        count = model.columnCount()
        if count != self.horizontalHeader().count() or not self.viewport().width():
            return
        offer = scaled(self, _OFFER)
        asked: list[int] = []
        for column in range(count - 1):
            texts = (model.text_at(model.index(row, column)) for row in range(model.rowCount()))
            longest = max((line for text in texts for line in text.split("\n")), key=len, default="")
            asked.append(min(max(metrics.horizontalAdvance(longest) + 24, _LEAST), scaled(self, _MOST)))
        room = max(self.viewport().width() - offer, 1)
        for column, width in enumerate(asked):
            self.setColumnWidth(column, max(1, width * room // sum(asked)))
        taken = sum(self.columnWidth(column) for column in range(count - 1))
        self.setColumnWidth(count - 1, max(offer, self.viewport().width() - taken))


class Act(NamedTuple):
    """Something that is done to a table of a section.

    Attributes:
        words: what it does.
        keys: its keys.
        do: does it to a table.
    """

    words: str
    keys: tuple[str, ...]
    do: Callable[[SectionTableView], None]


ACTS: Final[tuple[Act | None, ...]] = (
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "行を上に挿入"),
        INSERT,
        SectionTableView.insert,
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "行（Ctrl+スペースで選んだ列）を削除"),
        ("Ctrl+-",),
        SectionTableView.delete,
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "行を上へ移す"), ("Alt+Up",), lambda table: table.move_row(-1)
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "行を下へ移す"), ("Alt+Down",), lambda table: table.move_row(1)
    ),
    None,
    Act(QT_TRANSLATE_NOOP("ui.section_tables", "列を左に挿入"), (), SectionTableView.insert_column),
    Act(QT_TRANSLATE_NOOP("ui.section_tables", "列を削除"), (), SectionTableView.delete_column),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "列を左へ移す"),
        ("Alt+Left",),
        lambda table: table.move_column(-1),
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "列を右へ移す"),
        ("Alt+Right",),
        lambda table: table.move_column(1),
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "列の計を出す・やめる"),
        ("Alt+=", "Alt+Shift+=", "Alt+Shift+-"),
        SectionTableView.toggle_sum,
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "入力した計を行の和に戻す"),
        ("Ctrl+Shift+R",),
        SectionTableView.return_to_sum,
    ),
    None,
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "表を上へ移す"),
        ("Alt+Shift+Up",),
        lambda table: table.move_table(-1),
    ),
    Act(
        QT_TRANSLATE_NOOP("ui.section_tables", "表を下へ移す"),
        ("Alt+Shift+Down",),
        lambda table: table.move_table(1),
    ),
    Act(QT_TRANSLATE_NOOP("ui.section_tables", "表を削除"), (), SectionTableView.delete_table),
)
"""What is done to a table, in the order of its menu; None is a line between two groups."""
