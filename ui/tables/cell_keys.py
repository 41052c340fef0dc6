"""The keys of cells, for the list of keys."""

from __future__ import annotations

from typing import Final

from ui.language import QT_TRANSLATE_NOOP

CELL_KEYS: Final = (
    (
        QT_TRANSLATE_NOOP("ui.tables", "Enter・Shift+Enter"),
        QT_TRANSLATE_NOOP("ui.tables", "下のセルへ・上のセルへ"),
    ),
    (
        QT_TRANSLATE_NOOP("ui.tables", "Tab・Shift+Tab"),
        QT_TRANSLATE_NOOP("ui.tables", "右のセルへ・左のセルへ（表の終わりでは次の欄へ）"),
    ),
    ("↑↓←→", QT_TRANSLATE_NOOP("ui.tables", "となりのセルへ")),
    (QT_TRANSLATE_NOOP("ui.tables", "Shift+矢印"), QT_TRANSLATE_NOOP("ui.tables", "選ぶ範囲を広げる")),
    ("F2", QT_TRANSLATE_NOOP("ui.tables", "セルの続きから書く")),
    ("Esc", QT_TRANSLATE_NOOP("ui.tables", "書きかけをやめる")),
    ("Alt+Enter", QT_TRANSLATE_NOOP("ui.tables", "セルの中で改行する")),
    ("Backspace", QT_TRANSLATE_NOOP("ui.tables", "空にして書き始める")),
    ("＝", QT_TRANSLATE_NOOP("ui.tables", "積算（式）を書く")),
)
"""The keys of cells, which ``SheetTable.keyPressEvent`` and ``key_in_editor`` answer, for the list of keys."""
