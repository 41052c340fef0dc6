"""The tables of a section below its text: each with its title, what moves and deletes it, its cells, and its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from model.document.document import Document, Snapshot
from model.names.fields import Field
from model.request import place
from model.totals.section_tables import tables_of
from ui.language import translate
from ui.section_tables.section_table import SectionTableView
from ui.tables.table_pane import TablePane
from ui.widgets.box_column import KeyedBoxes
from ui.widgets.buttons import small_button
from ui.widgets.fields import FieldRow
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import FindingsByPlace, PaneGroup


class TableCard(QWidget, PaneGroup):
    """One table: title, cells, note."""

    def __init__(self, document: Document, table_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = FieldRow(document, Field(place.table(table_id, "title"), "表の題"), self)
        cells = TablePane(lambda pane: SectionTableView(document, table_id, pane), self)
        self.table = cells.table
        note = FieldRow(document, Field(place.table(table_id, "note"), "表の注"), self, area=1)
        self.panes = (self.title, cells, note)
        self.title.editor.setPlaceholderText(translate("ui.section_tables", "表の題（なければ空欄のまま）"))
        note.editor.setPlaceholderText(translate("ui.section_tables", "表の注（なければ空欄のまま）"))
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (
                "↑",
                translate("ui.section_tables", "この表を上へ移す（Alt+Shift+↑）"),
                lambda: self.table.move_table(-1),
            ),
            (
                "↓",
                translate("ui.section_tables", "この表を下へ移す（Alt+Shift+↓）"),
                lambda: self.table.move_table(1),
            ),
            (
                "✕",
                translate("ui.section_tables", "この表を削除する（元に戻せます）"),
                self.table.delete_table,
            ),
        )
        buttons = (small_button(words, act, self, tip=tip, edits=True) for words, tip, act in acts)
        head = lay_row(None, self.title, *buttons, wide=self.title)
        lay_column(self, head, cells, note, margins=(0, 4, 0, 4), spacing=4)


class TableCards(QWidget, PaneGroup):
    """The tables of one section, in their order."""

    arranged = Signal()  # tables came, went or were moved

    def __init__(self, document: Document, section: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._section = document, section
        self._ids: list[str] = []
        self._cards = KeyedBoxes[TableCard](lay_column(self, spacing=4))
        self.panes = ()

    @property
    def cards(self) -> list[TableCard]:
        """The tables in their order."""
        return self._cards.boxes

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; tables come and go with it."""
        wanted = [table.id for table in tables_of(snapshot.request, self._section)]
        if wanted != self._ids:
            self._arrange(wanted)
        super().show_snapshot(snapshot, findings)

    def _arrange(self, wanted: list[str]) -> None:
        focus = QApplication.focusWidget()
        for table_id, card in zip(self._ids, self.cards, strict=True):
            if table_id not in wanted and focus is not None and card.isAncestorOf(focus):
                self.focusPreviousChild()
        self._ids = wanted
        self._cards.arrange(wanted, lambda index: TableCard(self._document, wanted[index], self))
        self.panes = self.cards
        self.setVisible(bool(wanted))
        self.arranged.emit()
