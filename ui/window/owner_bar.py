"""The line above the form that says who else has the file open, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class OwnerBar(QFrame):
    """A sentence and three choices; the work goes on meanwhile."""

    read = Signal()
    copied = Signal()
    edited = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ownerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLabel(sentence, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(self.words, 1)
        self.buttons: list[QPushButton] = []
        for text, chosen, tip in (
            ("読むだけ (&1)", self.read, "このファイルには保存しません。保存するときは別の名前を付けます。"),
            ("写しを作る (&2)", self.copied, "別のファイルとして書き続けます。元のファイルは変わりません。"),
            ("編集する (&3)", self.edited, "保存するとき、その人の保存と重なっていないか確かめます。"),
        ):
            button = QPushButton(text, self)
            button.setToolTip(tip)
            button.setAutoDefault(True)
            button.clicked.connect(chosen)
            layout.addWidget(button)
            self.buttons.append(button)
