"""継続費: the continuing expenses of their sheet, each with its name, totals and annual amounts before and after a change."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.names.fields import Field
from model.request import place
from model.request.multi_year import ContinuingExpense
from model.request.parts import add_part, delete_part
from model.values.figure import Figure
from model.values.identity import new_id
from ui.commitments.year_rows import YEAR_WIDTHS, annual_amounts, continuing_of
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.offering_table import OfferingTable
from ui.tables.table_pane import TablePane
from ui.widgets.box_column import KeyedBoxes
from ui.widgets.buttons import push_button
from ui.widgets.cards import Card, FieldGrid
from ui.widgets.fields import FieldRow
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import FindingsByPlace, PaneGroup

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.commitments", "単位:千円。年割額を変えないときは、変更前を空欄のままにします。"
)


class ContinuingCard(Card):
    """The continuing expenses, on their own sheet only; elsewhere they are kept and not shown."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__("継続費", translate("ui.commitments", _HINT), parent)
        self._document = document
        column = lay_column(None, spacing=16)
        self._blocks = KeyedBoxes[ContinuingBlock](column)
        self.more = push_button(translate("ui.commitments", "＋ 継続費を追加"), self._add, self, edits=True)
        self.body.addLayout(column)
        self.body.addLayout(lay_row(None, self.more, None))

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; blocks are made and dropped as expenses come and go."""
        ids = [expense.id for expense in snapshot.request.continuing]
        self._blocks.arrange(ids, lambda index: ContinuingBlock(self._document, ids[index], self))
        self.panes = [*self._blocks.boxes]
        super().show_snapshot(snapshot, findings)

    def _add(self) -> None:
        expense = ContinuingExpense(new_id())
        self._document.edit(
            translate("ui.commitments", "継続費の追加"), add_part(self._document.request, expense)
        )
        self.focus_place(place.continuing(expense.id, "name"))


class ContinuingBlock(QWidget, PaneGroup):
    """One continuing expense."""

    def __init__(self, document: Document, continuing_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._id = continuing_id
        fields = self._fields()
        label = translate("ui.commitments", "年度の行の削除")
        rows = partial(annual_amounts, continuing_id=continuing_id)
        years = TablePane(
            lambda pane: OfferingTable(document, rows, "年割額", pane, label, YEAR_WIDTHS),
            self,
        )
        delete = push_button(
            translate("ui.commitments", "この継続費を削除"),
            self._delete,
            self,
            tip=translate("ui.commitments", "元に戻せます。"),
            edits=True,
        )
        self.panes = (fields, years)
        lay_column(self, fields, years, lay_row(None, delete, None))

    def _fields(self) -> FieldGrid:
        grid = FieldGrid(self)
        name = Field(place.continuing(self._id, "name"), "事業名")
        total = Field(
            place.continuing(self._id, "total"),
            "総額",
            translate("ui.commitments", "年割額（変更後）の和が入ります。"),
        )
        before = Field(
            place.continuing(self._id, "total_before"),
            "変更前の総額",
            translate("ui.commitments", "変更前の年割額の和が入ります。"),
        )
        note = Field(place.continuing(self._id, "note"), "説明")

        def total_of(snapshot: Snapshot) -> Figure:
            found = continuing_of(snapshot, self._id)
            return found.total if found else Figure(None)

        def before_of(snapshot: Snapshot) -> Figure:
            found = continuing_of(snapshot, self._id)
            return found.total_before if found else Figure(None)

        grid.arrange(
            [
                [FieldRow(self._document, name, grid)],
                [
                    FieldRow(self._document, total, grid, unit="千円", figure=total_of),
                    FieldRow(self._document, before, grid, unit="千円", figure=before_of),
                ],
                [FieldRow(self._document, note, grid, area=2)],
            ]
        )
        return grid

    def _delete(self) -> None:
        self._document.edit(
            translate("ui.commitments", "継続費の削除"),
            delete_part(self._document.request, ContinuingExpense, self._id),
        )
