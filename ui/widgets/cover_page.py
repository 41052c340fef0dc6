"""A page that covers the form for a while: something to read, a button that goes on and one that goes back. No dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel

_WIDTH = 760


class CoverPage(QWidget):
    """A card in the middle; Esc goes back and leaves all as it was."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, title: str, hint: str, go_on: str, go_back: str) -> None:
        """Make the page; what is to be read goes into ``inner``, above the buttons.

        Args:
            title: the words at the head of the card.
            hint: a sentence below it.
            go_on: the words of the button that goes on.
            go_back: the words of the one that goes back.
        """
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.card = QFrame(self)
        self.card.setObjectName("card")
        self.card.setMaximumWidth(_WIDTH)
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(16, 12, 16, 14)
        self.inner = QVBoxLayout()
        self.add_words(title, "cardTitle")
        self.hint = self.add_words(hint, "hint")
        whole.addLayout(self.inner, 1)
        self.open = QPushButton(go_on, self.card)
        self.open.clicked.connect(self.accepted)
        self.leave = QPushButton(go_back, self.card)
        self.leave.clicked.connect(self.refused)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        whole.addLayout(self._buttons)
        for button in (self.open, self.leave):
            button.setAutoDefault(True)
            self._buttons.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.addStretch()
        layout.addWidget(self.card, 1)
        layout.addStretch()

    def add_choice(self, words: str) -> QPushButton:
        """Add a button at the left of those that go on and go back."""
        button = QPushButton(words, self.card)
        self._buttons.insertWidget(0, button)
        button.setAutoDefault(True)
        return button

    def add_words(self, text: str, kind: str) -> QLabel:
        """Add a line of words; ``kind`` is how they look."""
        label = PlainLabel(text, self.card)
        label.setObjectName(kind)
        label.setWordWrap(True)
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
