"""The line above a list in which one types what is looked for in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.editing.keyed_line import KeyActs, KeyedLine


class SearchLine(KeyedLine):
    """The words that rows are to have; Enter and ↓ go on to the rows, Esc takes the words away and goes there too."""

    def __init__(self, parent: QWidget, words: str, name: str, go_on: Callable[[], object]) -> None:
        """Make the line.

        Args:
            parent: the widget it stands in.
            words: what is said in it while it is empty.
            name: what a screen reader calls it.
            go_on: takes the focus to the rows.
        """
        acts: KeyActs = {
            Qt.Key.Key_Return: lambda _: go_on(),
            Qt.Key.Key_Down: lambda _: go_on(),
            Qt.Key.Key_Escape: lambda _: self._give_up(),
        }
        super().__init__(parent, acts)
        self._go_on = go_on
        self.setPlaceholderText(words)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)

    def begin(self) -> None:
        """Take the focus; what is typed replaces the words that stand here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _give_up(self) -> None:
        self.clear()
        self._go_on()
