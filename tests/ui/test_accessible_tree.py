"""What a screen reader is given of the window: each place that takes the focus has a name and a role, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press
from ui.window.main_window import MainWindow

Opened = Callable[[Desk], None]
NO_ROLE = {QAccessible.Role.NoRole}


def nameless(window: QWidget) -> list[str]:
    """The widgets in sight that take the focus and have no name for a screen reader, by class and what they stand in."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or interface.role() in NO_ROLE or not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def form(desk: Desk) -> None:
    """The form with everything beside it."""
    desk.view.complete()


def search(desk: Desk) -> None:
    """The bar of replacement."""
    desk.go("header/name")
    press(Key.Key_H, modifiers=CONTROL)


def commands(desk: Desk) -> None:
    """The palette of commands."""
    desk.go("header/name")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)


def cell_editor(desk: Desk) -> None:
    """The editor of a cell."""
    desk.go("line/line-1-1/remark")
    press(Key.Key_F2)


@pytest.mark.parametrize("opened", [form, search, commands, cell_editor], ids=lambda opened: opened.__name__)
def test_what_takes_the_focus_has_a_name(desk: Desk, opened: Opened) -> None:
    """A screen reader says of each field, table, list and button what it is (WCAG 2.2, 4.1.2)."""
    opened(desk)
    QApplication.processEvents()
    assert nameless(desk.window) == []
    press(Key.Key_Escape, times=2)


def test_the_start_page_has_names(window: MainWindow) -> None:
    """So does what is in sight before a request is open."""
    QApplication.processEvents()
    assert nameless(window) == []
