"""The actions of the menus: made with their keys, enabled as the open document and the widget that is worked in allow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from model.document.document import Document
from ui.language import translate
from ui.tables.sheet_table import SheetTable, table_around
from ui.window.request_window import PASSES

if TYPE_CHECKING:
    from ui.tables.selected_cells import CellAct

Act = Callable[[], object]
Keys = QKeySequence.StandardKey | str


class Actions:
    """The actions of a window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._for_document: list[QAction] = []
        self._for_edit: list[QAction] = []

    def make(self, text: str, act: Act, *keys: Keys) -> QAction:
        """An action that can always be chosen."""
        action = QAction(self._window.menuBar())
        action.setText(text)  # not in one call: PySide would make a class of QIcon and its 150 names for it
        shortcuts: list[QKeySequence] = []
        for key in keys:
            bound = QKeySequence.keyBindings(key) if isinstance(key, QKeySequence.StandardKey) else [key]
            # Once only: a shortcut that is listed twice is ambiguous to Qt and does nothing.
            shortcuts += [shortcut for shortcut in map(QKeySequence, bound) if shortcut not in shortcuts]
        action.setShortcuts(shortcuts)
        action.triggered.connect(lambda: self._do(act))
        return action

    def for_document(self, text: str, act: Act, *keys: Keys) -> QAction:
        """An action that is enabled while a document is open."""
        self._for_document.append(self.make(text, act, *keys))
        return self._for_document[-1]

    def for_edit(self, text: str, act: Act, *keys: Keys) -> QAction:
        """An action that is enabled while a document is open that can be edited."""
        self._for_edit.append(self.make(text, act, *keys))
        return self._for_edit[-1]

    def _do(self, act: Act) -> None:
        """Do what was chosen, and say no more of the act before it."""
        bar = self._window.statusBar()
        if bar.property(PASSES):
            bar.clearMessage()
        act()

    def enable(self, document: Document | None) -> None:
        """Enable what the open document allows; None for no document."""
        for action in self._for_document:
            action.setEnabled(document is not None)
        for action in self._for_edit:
            action.setEnabled(document is not None and not document.is_locked)


class CellActions:
    """What is done to selected cells, also where the words of a field are selected: those have their own keys.

    Attributes:
        all: the actions in the order of the menu.
    """

    def __init__(
        self, actions: Actions, worked_in: Callable[[], QWidget | None], outside_tables: list[QAction]
    ) -> None:
        """Make the actions; the keys of those ``outside_tables`` are a table's own inside of one."""
        keys = QKeySequence.StandardKey
        entries: tuple[tuple[CellAct, str, Keys], ...] = (
            ("cut", translate("ui.window", "切り取り"), keys.Cut),
            ("copy", translate("ui.window", "コピー"), keys.Copy),
            ("copy_with_headings", translate("ui.window", "見出しも付けてコピー"), "Ctrl+Shift+C"),
            ("paste", translate("ui.window", "貼り付け"), keys.Paste),
            ("clear", translate("ui.window", "消去"), "Del"),
            ("fill_down", translate("ui.window", "下へコピー"), "Ctrl+D"),
            ("take_previous", translate("ui.window", "前年度の額を要求額に入れる"), "Ctrl+R"),
        )
        self._worked_in = worked_in
        self._outside_tables = outside_tables
        self._actions = {act: actions.make(text, partial(self._run, act), key) for act, text, key in entries}

    @property
    def all(self) -> list[QAction]:
        """The actions in the order of the menu."""
        return list(self._actions.values())

    def enable_keys(self) -> None:
        """Have the keys in tables alone: a field, a list and the editor of a cell have their own for the clipboard."""
        if isinstance(QApplication.activePopupWidget(), QMenu):
            return  # the next menu is open already: what it offers stands
        widget = self._worked_in()
        is_table, is_inside = isinstance(widget, SheetTable), table_around(widget) is not None
        for act, action in self._actions.items():
            action.setEnabled(is_inside if act in ("fill_down", "take_previous") else is_table)
        for action in self._outside_tables:
            action.setEnabled(not is_inside)

    def offer(self, *, has_document: bool) -> None:
        """Enable what would do something now, for as long as a menu is open."""
        from ui.tables.selected_cells import is_possible  # no start of the window pays for it

        for act, action in self._actions.items():
            action.setEnabled(has_document and is_possible(act, self._worked_in()))

    def return_after(self, menu: QMenu) -> None:
        """Have the keys again once a menu is closed."""
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self.enable_keys))

    def _run(self, act: CellAct) -> None:
        from ui.tables.selected_cells import run

        run(act, self._worked_in())


def tick(action: QAction, is_ticked: bool, act: Callable[[bool], object]) -> None:
    """Have an action be ticked or not from now on, and do something whenever that changes."""
    action.setCheckable(True)
    action.setChecked(is_ticked)
    action.toggled.connect(act)
