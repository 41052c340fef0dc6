"""The state of the files at the foot of the window: that they are being saved, and what keeps failing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QLabel, QMainWindow

from ui.language import translate
from ui.widgets.labels import PlainLabel, plain_tip

Subject = Literal["opening", "saving", "export", "printing", "journal", "shared"]


class FileState:
    """A line that stands as long as what it says is so; its label is made with the first."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._words: dict[Subject, str] = {}
        self._label: QLabel | None = None

    @property
    def text(self) -> str:
        """The words that are shown."""
        return translate("ui.window", "　").join(self._words.values())

    def show(self, subject: Subject, words: str) -> None:
        """Say something of a subject from now on; "" for nothing."""
        if self._words.get(subject, "") == words:
            return
        self._words.pop(subject, None)
        if words:
            self._words[subject] = words
        if self._label is None:
            self._label = PlainLabel(self._window)
            self._label.setAccessibleName(translate("ui.window", "保存の状態"))
            self._label.setContentsMargins(8, 0, 14, 0)
            self._window.statusBar().addPermanentWidget(self._label)
        self._label.setText(self.text)
        self._label.setToolTip(plain_tip(self.text))
        self._label.setVisible(bool(self._words))
