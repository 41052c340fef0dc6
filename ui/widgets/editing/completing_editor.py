"""A cell's editor that offers what the typed text may mean, in a list below it; it decides nothing by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from ui.widgets.editing.editors import LineField

_MOST: Final = 9  # rows in sight


class CompletingEditor(LineField):
    """One line of text with a list of offers; ↓ and ↑ choose, Enter and Tab take the chosen one."""

    def __init__(self, parent: QWidget, offers: Callable[[str], Sequence[str]]) -> None:
        """Make the editor; ``offers`` gives what a typed text may mean, the likeliest first."""
        super().__init__(parent)
        self._offers = offers
        self.list = QListWidget(parent)
        self.list.setObjectName("offers")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.list.hide()
        self.list.itemClicked.connect(lambda item: self._take(item.text()))
        self.destroyed.connect(self.list.deleteLater)
        self.typed.connect(self._offer)

    def hideEvent(self, event: QHideEvent) -> None:
        """The offers go with the editor; it is deleted only later."""
        super().hideEvent(event)
        self.list.hide()

    def key_for_offers(self, event: QKeyEvent) -> bool:
        """Use a key for the list; True when it is used up. Enter and Tab take the offer and then travel."""
        if self.list.isHidden():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return True
        if (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
            and self.list.currentItem() is not None
        ):
            self._take(self.list.currentItem().text())
        return False

    def _offer(self) -> None:
        found = list(self._offers(self.text()))
        self.list.clear()
        self.list.addItems(found)
        self.list.setVisible(bool(found) and found != [self.text()])
        if found:
            rows = min(len(found), _MOST)
            wide = max(map(self.fontMetrics().horizontalAdvance, found)) + 40
            self.list.resize(max(self.width(), wide), rows * self.list.sizeHintForRow(0) + 4)
            self.list.move(self._below())
            self.list.raise_()

    def _below(self) -> QPoint:
        """Below the cell, or above it where the table ends; within the table."""
        viewport = self.parentWidget()
        room = viewport.rect() if viewport else self.rect()
        left = max(0, min(self.x(), room.width() - self.list.width()))
        top = self.y() + self.height()
        if top + self.list.height() > room.height():
            top = max(0, self.y() - self.list.height())
        return QPoint(left, top)

    def _take(self, text: str) -> None:
        self.composition.end(self)
        self.setText(text)
        self.list.hide()
        self.typed.disconnect(self._offer)
        self.typed.emit()
        self.typed.connect(self._offer)
