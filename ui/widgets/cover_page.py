"""A page that covers the form for a while: something to read, a button that goes on and one that goes back. No dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_WIDTH = 760


class CoverPage(QWidget):
    """A card in the middle; Esc goes back and leaves all as it was."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, title: str, hint: str, go_on: str, go_back: str) -> None:
        """Make the page; what is to be read goes into ``inner``, above the buttons."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setMaximumWidth(_WIDTH)
        self.inner = lay_column(None)
        self.add_words(title, "cardTitle")
        self.hint = self.add_words(hint, "hint")
        self.open = self._button(go_on, self.accepted.emit)
        self.leave = self._button(go_back, self.refused.emit)
        self._buttons = lay_row(None, None, self.open, self.leave)
        lay_column(self.card, self.inner, self._buttons, margins=(16, 12, 16, 14), wide=self.inner)
        lay_row(self, None, self.card, None, margins=(16, 24, 16, 24), wide=self.card)

    def add_choice(self, words: str, act: Callable[[], object]) -> None:
        """Add a button at the left of those that go on and go back."""
        self._buttons.insertWidget(0, self._button(words, act))

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = push_button(words, act, self.card)
        button.setAutoDefault(True)
        return button

    def add_words(self, text: str, kind: str) -> QLabel:
        """Add a line of words; ``kind`` is how they look."""
        label = PlainLabel(text, self.card, kind=kind, wraps=True)
        self.inner.addWidget(label)
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Begin at the button that goes on."""
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
