"""A table whose rows come and go, on the page: Excel's keys, and keys that take whole rows away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.fitted_table import FittedTable
from ui.tables.offering_model import OfferingModel, Rows
from ui.tables.selection import selected_blocks

_TAKE_AWAY: Final = QT_TRANSLATE_NOOP("ui.tables", "このセルは空にできません。行を消すのは Ctrl+- です。")


class OfferingTable(FittedTable):
    """Rows below each other, as high as their words, the last one offered.

    Ctrl+- takes rows away, Delete empties cells as in Excel.

    Attributes:
        offering: the rows.
    """

    def __init__(
        self,
        document: Document,
        build: Callable[[Snapshot], Rows],
        name: str,
        parent: QWidget,
        delete_label: str,
        widths: Mapping[int, int],
    ) -> None:
        """Make the table; ``widths`` are those of ``FittedTable``."""
        self.offering = OfferingModel(document, build)
        super().__init__(self.offering, name, parent, widths)
        self._document = document
        self._delete_label = delete_label
        self.verticalHeader().hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+- takes the selected rows away, as it does the lines of the cost table."""
        if event.key() == Qt.Key.Key_Minus and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.delete_rows()
        else:
            super().keyPressEvent(event)

    def clear_selection_cells(self) -> None:
        """Empty the selected cells; where that empties nothing, show which key removes the row."""
        before = self._document.request
        super().clear_selection_cells()
        if self._document.request is before and not self.offering.is_offered(self.currentIndex().row()):
            self.show_message(translate("ui.tables", _TAKE_AWAY))

    def delete_rows(self) -> None:
        """Take the selected rows away as one step of undo."""
        self.finish_typing()
        rows = {index for block in selected_blocks(self) for index in range(block.top(), block.bottom() + 1)}
        request = self._document.request
        for row_id in [self.offering.row_id(index) for index in rows or {self.currentIndex().row()}]:
            request = self.offering.without(request, row_id)
        self._document.edit(self._delete_label, request)
