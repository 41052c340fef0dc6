"""The small window of a program that cannot be started: why, what is safe, what to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_WIDTH: Final = 560


class NotStarted(QWidget):
    """The sentence, which can be copied, and a button to close it; Esc and Enter close it too."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle(translate("ui.window", "予算帖"))
        self.setMinimumWidth(_WIDTH)
        title = PlainLabel(translate("ui.window", "予算帖を始められません。"), self, kind="cardTitle")
        self.words = PlainLabel(
            translate(
                "ui.window",
                "{sentence}\n\n要求書のファイルは何も変わっていません。直せないときは、この文を担当者に知らせてください。",
            ).format(sentence=sentence),
            self,
            wraps=True,
        )
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = push_button(translate("ui.window", "閉じる"), self.close, self)
        close.setAutoDefault(True)
        lay_column(self, title, self.words, lay_row(None, None, close), margins=(18, 16, 18, 14), spacing=12)
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
