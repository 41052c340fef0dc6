"""Before a workbook that was changed by hand is taken over: what was changed, and whether it is to be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from templates.reading import Reading
from ui.report_pane import EntryList, changes_report, unread_report

_WIDTH = 760


class ReviewPage(QWidget):
    """The changes, to be read before anything is opened; Esc and やめる leave all as it was."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, name: str, reading: Reading) -> None:
        """Make the page.

        Args:
            name: the name of the workbook's file.
            reading: what was read of it.
        """
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(self)
        card.setObjectName("card")
        card.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 14)
        title = QLabel(
            f"「{name}」は、書き出したあとに {len(reading.changes)} か所が手で変えられています", card
        )
        title.setObjectName("cardTitle")
        title.setWordWrap(True)
        inner.addWidget(title)
        hint = QLabel(
            "取り込んで、新しい要求書として開きます。Excelのファイルも、保存した要求書も変わりません。",
            card,
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        inner.addWidget(hint)
        self.changes = EntryList("手で変えられた箇所", changes_report(reading.changes).entries, card)
        inner.addWidget(self.changes, 3)
        if reading.unread:
            unread = unread_report(reading.unread)
            words = QLabel(f"{unread.title}　{len(unread.entries)}", card)
            words.setObjectName("cardTitle")
            inner.addWidget(words)
            inner.addWidget(EntryList(unread.title, unread.entries, card), 1)
        self.open = QPushButton("このまま開く", card)
        self.open.setAutoDefault(True)
        self.open.clicked.connect(self.accepted)
        self.leave = QPushButton("やめる", card)
        self.leave.setAutoDefault(True)
        self.leave.clicked.connect(self.refused)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.open)
        buttons.addWidget(self.leave)
        inner.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.addStretch()
        layout.addWidget(card, 1)
        layout.addStretch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Begin at the button that goes on."""
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)
