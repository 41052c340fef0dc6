"""The headings of a long table stay in sight while the page scrolls over its rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from tests.samples import big
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, settle


def tops(desk: Desk) -> tuple[int, int, int, int]:
    """Where in the sight of the page the headings begin and end and the current cell begins, and how high the sight is."""
    table, page = desk.costs, desk.view.form
    settle()
    head = table.horizontalHeader()
    top = head.mapTo(page.viewport(), QPoint()).y()
    cell = table.viewport().mapTo(page.viewport(), table.visualRect(table.currentIndex()).topLeft()).y()
    return top, top + head.height(), cell, page.viewport().height()


def begin(desk: Desk) -> None:
    """Open a request with a long table, laid out as a writer sees it, with the focus in its first line."""
    desk.open(big(200))
    desk.view.form.make_all()
    settle()
    desk.go(f"line/{desk.request.groups[0].lines[0].id}/amount")


def test_headings_stay_while_the_rows_scroll(desk: Desk) -> None:
    """In the middle of a long table the headings are at the top of the sight, and the current cell below them."""
    begin(desk)
    press(Key.Key_Down, times=60)
    top, end, cell, height = tops(desk)
    assert 0 <= top < end <= cell < height
    assert top < 5
    press(Key.Key_Up, times=40)
    top, end, cell, height = tops(desk)
    assert 0 <= top < end <= cell < height


def test_headings_stand_on_the_table_where_it_is_in_sight(desk: Desk) -> None:
    """With its beginning in sight the headings are where they belong, and never below the last row."""
    begin(desk)
    press(Key.Key_Down, times=60)
    press(Key.Key_Home, modifiers=CONTROL)
    head = desk.costs.horizontalHeader()
    settle()
    assert head.y() <= desk.costs.frameWidth() or tops(desk)[0] == 0
    desk.go("assessment/comment")
    settle()
    assert head.y() + head.height() < desk.costs.height()


def test_headings_stay_while_one_types(desk: Desk) -> None:
    """A row that is added or grows lays the table out anew; the headings stay at the top of the sight."""
    begin(desk)
    press(Key.Key_Down, times=60)
    press(Key.Key_1, Key.Key_Return)
    press(Key.Key_Plus, modifiers=CONTROL)
    settle()
    top, end, cell, height = tops(desk)
    assert 0 <= top < 5
    assert end <= cell < height
