"""The menu for findings and questions: 直す, 了解, 質問票; each has a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.window.request_window import RequestWindow


class FindingMenu(QMenu):
    """［指摘］: what is done where the focus is, or with the finding that is chosen in the list."""

    def __init__(self, window: RequestWindow, parent: QWidget) -> None:
        super().__init__("指摘(&K)", parent)
        self._window = window
        self._add("直す", "Ctrl+.", self._repair)
        self._add("理由を付けて了解する…", "Ctrl+,", self._acknowledge)
        self.addSeparator()
        self._add("質問票に答える", "Ctrl+Shift+Q", self._to_questions)

    def allow(self, allowed: bool) -> None:
        """Allow the acts while a document is in sight."""
        self.menuAction().setEnabled(allowed)
        for action in self.actions():
            action.setEnabled(allowed)

    def _repair(self) -> None:
        if self._window.view is not None and not self._window.view.repair():
            self._window.tell("ここには、ひとつの操作で直せる指摘がありません。")

    def _acknowledge(self) -> None:
        if self._window.view is not None and not self._window.view.acknowledge():
            self._window.tell("ここには指摘がありません。右の一覧で選んでから了解することもできます。")

    def _to_questions(self) -> None:
        if self._window.view is not None:
            self._window.view.to_questions()

    def _add(self, text: str, key: str, act: Callable[[], None]) -> None:
        action = QAction(text, self)
        action.setShortcut(key)
        action.triggered.connect(lambda: act())
        self.addAction(action)
