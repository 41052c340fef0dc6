"""A line of text in which some keys do something of their own."""

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
