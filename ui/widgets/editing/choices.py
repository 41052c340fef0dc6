"""Lists of choices: one of them, or a line with suggestions in which anything else may be typed too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ui.widgets.editing.editors import LineField, WindowMenuKeys

_CHOOSING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F4)


class ChoiceList(QComboBox):
    """A list of choices that the wheel does not change: the page scrolls over it.

    Attributes:
        is_locked: whether it is only read: nothing can be chosen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_filtered = False
        self.is_locked = False

    def showPopup(self) -> None:
        """Open the list, unless it is only read."""
        if not self.is_locked:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where it is only read, keys move in its line and copy, and choose nothing."""
        if not self.is_locked:
            super().keyPressEvent(event)
        elif (line := self.lineEdit()) is not None and event.key() not in _CHOOSING:
            line.event(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.currentText())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the menus their keys from the first focus on, as a line does."""
        if not self._is_filtered:
            self._is_filtered = True
            self.installEventFilter(WindowMenuKeys(self))
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a choice must not change it."""
        event.ignore()


class ChoiceField(ChoiceList):
    """A line with suggestions; anything else may be typed too."""

    typed = Signal()  # the writer changed the text, or chose one; not sent while the input method composes
    left = Signal()

    def __init__(self, parent: QWidget, choices: Sequence[str]) -> None:
        super().__init__(parent)
        self._offered: list[str] = []
        # Without words for "none is chosen" Qt chooses the first, and makes the list that opens, twelve widgets, for it.
        self.setPlaceholderText(" ")
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = LineField(self)
        self.setLineEdit(self.line)
        # No completer: it shows words that were not typed and are not in the document.
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs do not know that None takes it away
        self.offer(choices)
        self.line.typed.connect(self.typed)
        self.activated.connect(lambda _: self.typed.emit())
        self.line.left.connect(self.left)
        self.setMinimumContentsLength(8)

    def setAccessibleName(self, name: str) -> None:
        """Say to a screen reader what the field is, where it looks for it: at the field and at its line."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the arrows go on from the words that stand in the line."""
        index = self.findText(self.text())
        if index >= 0:
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
        self.line.give_menu_keys()  # keys reach the box first, which has the focus, then its line
        super().focusInEvent(event)

    @property
    def is_composing(self) -> bool:
        """Whether the input method is composing in the line."""
        return self.line.is_composing

    def text(self) -> str:
        """What stands in the line."""
        return self.currentText()

    def show_text(self, text: str) -> None:
        """Replace the text, which nobody typed; its beginning is in sight unless the writer is in it."""
        with QSignalBlocker(self):
            self.setEditText(text)
        if not self.hasFocus():
            self.line.setCursorPosition(0)

    def offer(self, choices: Sequence[str]) -> None:
        """Offer other words; what stands in the line stays."""
        if list(choices) != self._offered:
            self._offered = list(choices)
            text = self.currentText()
            with QSignalBlocker(self):
                self.clear()
                self.addItems(list(choices))
                self.setEditText(text)
