"""What stays of a selection in a table that the focus has left."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from tests.ui.hands import ALT, SHIFT, Key, press, settle
from ui.widgets.style import SELECTION, SELECTION_LEFT


def fill(desk: Desk, where: str) -> str:
    """The colour of a cell near its corner."""
    settle()
    table = desk.costs
    spot = table.visualRect(desk.index(where)).topLeft()
    return table.viewport().grab().toImage().pixelColor(spot.x() + 4, spot.y() + 4).name()


def test_a_selection_that_was_left_is_pale(desk: Desk) -> None:
    """Elsewhere the selected cells are pale; back in the table they are as strong as before, also while one types."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Down, modifiers=SHIFT)
    assert fill(desk, "line/line-1-2/amount") == SELECTION.name()
    desk.go("header/name")
    assert fill(desk, "line/line-1-2/amount") == SELECTION_LEFT.name()
    desk.costs.setFocus()
    assert fill(desk, "line/line-1-2/amount") == SELECTION.name()
    press(Key.Key_F2)
    assert desk.is_editing()
    assert fill(desk, "line/line-1-2/amount") == SELECTION.name()
    desk.go("header/name")
    assert fill(desk, "line/line-1-2/amount") == SELECTION_LEFT.name()


def test_a_menu_leaves_the_selection_strong(desk: Desk) -> None:
    """While a menu is open the selection is what its entries are for."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_E, modifiers=ALT)
    assert fill(desk, "line/line-1-2/amount") == SELECTION.name()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Key.Key_Escape)
    press(Key.Key_Escape)
