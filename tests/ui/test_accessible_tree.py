"""What a screen reader is given of the window: each place that takes the focus has a name and a role, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, nameless
from tests.ui.hands import CONTROL, SHIFT, Key, press

Opened = Callable[[Desk], None]


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
