"""What is done to the rows and columns of a table: actions with their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.tables.sheet_table import SheetTable

INSERT: Final = ("Ctrl++", "Ctrl+Shift++", "Ctrl+Shift+;")
"""Ctrl++ needs Shift on a Japanese keyboard; Ctrl+; alone is the date of today in Excel."""


def table_action(table: SheetTable, words: str, keys: Iterable[str], act: Callable[[], object]) -> QAction:
    """An action of a table; its keys are those of the table alone, and what is typed is finished before it."""
    action = QAction(words, table)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def run() -> None:
        table.finish_typing()
        act()

    action.triggered.connect(run)
    return action
