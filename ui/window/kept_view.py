"""What a writer does not lose where the form of the open request is made anew: place, caret, selected cells, lists beside the form."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from ui.tables.sheet_table import table_around
from ui.widgets.editing.editors import TextEditor
from ui.window.request_view import RequestView


class KeptView:
    """What is kept of a view.

    Attributes:
        document: what it shows.
    """

    def __init__(self, view: RequestView) -> None:
        """Take what is there; what is being typed is in the document from then on."""
        view.finish_typing()
        self.document = view.document
        self._place = view.place_in_focus()
        focus = QApplication.focusWidget()
        self._caret = focus.caret if isinstance(focus, TextEditor) else None
        table = table_around(focus)
        self._blocks = [
            (block.top(), block.left(), block.bottom(), block.right())
            for block in (table.selectionModel().selection().toList() if table is not None else ())
        ]
        self._reports = [pane.report for pane in view.side.reports]

    def give_to(self, view: RequestView) -> None:
        """Have another view of the document where the first one was."""
        view.side.show_reports(self._reports)
        if self._place is None:
            return
        view.focus_place(self._place)
        focus = QApplication.focusWidget()
        if self._caret is not None and isinstance(focus, TextEditor):
            focus.go_to(self._caret)
        table = table_around(focus)
        if table is None:
            return
        cells, selected = table.model(), QItemSelection()
        for top, left, bottom, right in self._blocks:
            selected.select(cells.index(top, left), cells.index(bottom, right))
        table.selectionModel().select(selected, QItemSelectionModel.SelectionFlag.ClearAndSelect)
