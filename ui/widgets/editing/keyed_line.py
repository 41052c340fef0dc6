"""A line of text in which some keys do something of their own, as that above a list in which one types what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.editing.editors import LineField

KeyActs: TypeAlias = Mapping[Qt.Key, Callable[[QKeyEvent], object]]


class KeyedLine(LineField):
    """One line of text in which some keys do something of their own, unless they are the input method's."""

    def __init__(self, parent: QWidget, acts: KeyActs) -> None:
        """Make the line.

        Args:
            parent: the widget it stands in.
            acts: what the keys do; one that gives False leaves its key to the line. That of Return is that of Enter too.
        """
        super().__init__(parent)
        with_enter = {**acts, Qt.Key.Key_Enter: acts[Qt.Key.Key_Return]}
        self._acts = {key.value: act for key, act in with_enter.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here."""
        act = None if self.is_composing else self._acts.get(event.key())
        if act is None or act(event) is False:
            super().keyPressEvent(event)


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
