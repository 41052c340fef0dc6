"""Words below a table that follow from its figures (how 人件費 comes about, the subtotals by 節); nothing when there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from model.document.document import Snapshot
from model.request.place import Place
from ui.widgets.pane import FindingsByPlace


class WordsNote(QLabel):
    """Lines of words that a snapshot gives; it takes no focus."""

    def __init__(self, words: Callable[[Snapshot], str], name: str, parent: QWidget) -> None:
        """Make the note.

        Args:
            words: what to say of a snapshot; "" for nothing.
            name: for screen readers, and to be found by.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        self._words = words
        self.setObjectName("hint")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        text = self._words(snapshot)
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def focus_place(self, _place: Place) -> bool:
        """Words hold no place."""
        return False
