"""What the window can do, to be searched and run (Ctrl+Shift+P), and the list of its keys (F1): both made from its actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.editing.keyed_line import KeyActs, KeyedLine
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column
from ui.widgets.style import MUTED, ink
from ui.window.commands.romaji import matches

_WIDTH: Final = 760  # pixels
_HEIGHT: Final = 520
_MARGIN: Final = 40
_F12: Final = 12
_STEPS: Final[Mapping[Qt.Key, int]] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -12,
    Qt.Key.Key_PageDown: 12,
}

_CELL_KEYS: Final = (
    (
        QT_TRANSLATE_NOOP("ui.window", "Enter・Shift+Enter"),
        QT_TRANSLATE_NOOP("ui.window", "下のセルへ・上のセルへ"),
    ),
    (
        QT_TRANSLATE_NOOP("ui.window", "Tab・Shift+Tab"),
        QT_TRANSLATE_NOOP("ui.window", "右のセルへ・左のセルへ（表の終わりでは次の欄へ）"),
    ),
    ("↑↓←→", QT_TRANSLATE_NOOP("ui.window", "となりのセルへ")),
    (QT_TRANSLATE_NOOP("ui.window", "Shift+矢印"), QT_TRANSLATE_NOOP("ui.window", "選ぶ範囲を広げる")),
    ("F2", QT_TRANSLATE_NOOP("ui.window", "セルの続きから書く")),
    ("Esc", QT_TRANSLATE_NOOP("ui.window", "書きかけをやめる")),
    ("Alt+Enter", QT_TRANSLATE_NOOP("ui.window", "セルの中で改行する")),
    ("Backspace", QT_TRANSLATE_NOOP("ui.window", "空にして書き始める")),
    ("＝", QT_TRANSLATE_NOOP("ui.window", "積算（式）を書く")),
)
"""The keys of cells, which ``SheetTable.keyPressEvent`` and ``key_in_editor`` answer."""


class Command(NamedTuple):
    """Something the window can do, or a key that one only reads of.

    Attributes:
        where: the menu in which it stands, or what it is about.
        words: what it does.
        keys: its keys, "" for none.
        run: does it; None where it is only to be read, or cannot be done now.
    """

    where: str
    words: str
    keys: str
    run: Callable[[], object] | None


def commands_of(menus: Sequence[QMenu]) -> Iterator[Command]:
    """The entries of menus, with those of the menus in them, as they can be had now."""
    for menu in menus:
        menu.aboutToShow.emit()  # what it offers is looked at as if it were opened
        yield from _entries(menu, _plain(menu.title()))
        menu.aboutToHide.emit()


def cell_keys() -> list[Command]:
    """The keys that cells of tables have besides the actions."""
    where = translate("ui.window", "表のセル")
    return [
        Command(where, translate("ui.window", words), translate("ui.window", keys), None)
        for keys, words in _CELL_KEYS
    ]


def section_table_keys(listed: Sequence[Command]) -> list[Command]:
    """The keys of the tables of sections that no menu lists, for none of these tables is worked in."""
    from ui.section_tables.section_table import ACTS  # no start of the window pays for it

    known = {(command.words, command.keys) for command in listed}
    found = [
        Command(
            translate("ui.window", "本文の表"),
            act.words,
            _keys([QKeySequence(key) for key in act.keys]),
            None,
        )
        for act in ACTS
        if act and act.keys
    ]
    return [command for command in found if (command.words, command.keys) not in known]


def _entries(menu: QMenu, where: str) -> Iterator[Command]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            inner.aboutToShow.emit()
            yield from _entries(
                inner,
                translate("ui.window", "{where} ＞ {plain}").format(where=where, plain=_plain(action.text())),
            )
        elif not action.isSeparator() and action.text():
            run = action.trigger if action.isEnabled() else None
            yield Command(where, _plain(action.text()), _keys(action.shortcuts()), run)


def _keys(sequences: Sequence[QKeySequence]) -> str:
    """Keys in one text, without those that only some keyboards have."""
    return translate("ui.window", "・").join(
        key.toString() for key in sequences if _is_on_every_keyboard(key)
    )


def _is_on_every_keyboard(key: QKeySequence) -> bool:
    """Whether a key is none that only some keyboards have: one for cutting, F14."""
    words = key.toString()
    return (
        "+" in words
        or words == "Del"
        or (words[:1] == "F" and words[1:].isdigit() and int(words[1:]) <= _F12)
    )


def _plain(words: str) -> str:
    """The words of an entry without the mark of its letter."""
    head, _, rest = words.partition("(&")
    return re.sub("&(.)", r"\1", head + rest.partition(")")[2])


class CommandPalette(QFrame):
    """A field and the commands that match it; it lies over the window until one is chosen or it is left."""

    left = Signal()  # it was closed; the focus is to go back

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._commands: Sequence[Command] = ()
        self.field = _Field(self)
        self.field.setAccessibleName(translate("ui.window", "コマンドを探す"))
        self.field.typed.connect(self._show)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(translate("ui.window", "コマンドとキーの一覧"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [
                translate("ui.window", "どこ"),
                translate("ui.window", "すること"),
                translate("ui.window", "キー"),
            ]
        )
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        hint = PlainLabel(
            translate(
                "ui.window", "ひらがな・ローマ字でも探せます。↑↓で選び、Enter で実行、Esc で閉じます。"
            ),
            self,
            kind="hint",
        )
        lay_column(self, self.field, self.list, hint, margins=9, wide=self.list)
        self.hide()

    def open_commands(
        self, menus: Sequence[QMenu], sections: Sequence[str], go: Callable[[int], object]
    ) -> None:
        """Have the entries of menus and the sections of the form searched; ``go`` goes to the section of a number."""
        to_sections = (
            Command(translate("ui.window", "項目へ移動"), title, "", partial(go, index))
            for index, title in enumerate(sections)
        )
        self.open_with([*commands_of(menus), *to_sections], translate("ui.window", "すること・項目の名前"))

    def show_keys(self, menus: Sequence[QMenu]) -> None:
        """List all keys, as the actions have them."""
        keys = [command for command in commands_of(menus) if command.keys]
        self.open_with(
            [*keys, *cell_keys(), *section_table_keys(keys)], translate("ui.window", "キー・すること")
        )

    def open_with(self, commands: Sequence[Command], placeholder: str) -> None:
        """Show some commands, all of them at first."""
        self._commands = commands
        self.field.clear()
        self.field.setPlaceholderText(placeholder)
        window = self.window()
        width, height = min(_WIDTH, window.width() - _MARGIN), min(_HEIGHT, window.height() - 2 * _MARGIN)
        self.setGeometry((window.width() - width) // 2, _MARGIN, width, height)
        self._show()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Hide it; the focus goes back to where it was."""
        if self.isVisible():
            self.left.emit()  # before it is hidden: else Qt takes the focus to whatever comes next
            self.hide()

    def move_current(self, step: int) -> None:
        """Choose another command."""
        self._choose(self.list.currentIndex().row() + step)

    def run_current(self) -> None:
        """Run the chosen command."""
        item = self.list.currentItem()
        if item is not None:
            self._run(item)

    def _choose(self, row: int) -> None:
        """Choose the command of a row, or the nearest that there is."""
        item = self.list.topLevelItem(min(max(row, 0), self.list.topLevelItemCount() - 1))
        if item is not None:
            self.list.setCurrentItem(item)

    def _run(self, item: QTreeWidgetItem) -> None:
        command = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(command, Command) and command.run is not None:
            self.close_palette()
            command.run()

    def _show(self) -> None:
        self.list.clear()
        wanted = self.field.text()
        for command in self._commands:
            if matches(f"{command.where} {command.words} {command.keys}", wanted):
                item = QTreeWidgetItem([command.where, command.words, command.keys])
                item.setData(0, Qt.ItemDataRole.UserRole, command)
                item.setForeground(0, ink(MUTED))
                if command.run is None:
                    for column in (1, 2):
                        item.setForeground(column, ink(MUTED))
                self.list.addTopLevelItem(item)
        self._choose(0)


class _Field(KeyedLine):
    """The words that are searched; the arrows choose, Enter runs."""

    def __init__(self, palette: CommandPalette) -> None:
        acts: KeyActs = {
            Qt.Key.Key_Escape: lambda _: palette.close_palette(),
            Qt.Key.Key_Return: lambda _: palette.run_current(),
            **dict.fromkeys(_STEPS, lambda event: palette.move_current(_STEPS[Qt.Key(event.key())])),
        }
        super().__init__(palette, acts)
        self._palette = palette

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The palette closes where one clicks or goes elsewhere."""
        super().focusOutEvent(event)
        elsewhere = QApplication.focusWidget()
        if (
            elsewhere is not None
            and elsewhere is not self
            and event.reason() != Qt.FocusReason.PopupFocusReason
        ):
            self._palette.hide()
