"""The size of the request on the screen: Ctrl+wheel, keys, remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, NONE, Key, press, settle
from ui.form.totals_bar import TotalsBar
from ui.widgets.editing.choices import ChoiceField


@pytest.fixture(autouse=True)
def full_size(desk: Desk) -> Iterator[None]:
    """Each test begins and ends at 100 %."""
    yield
    desk.window.parts.acts.zoom_by(0)


def size(desk: Desk) -> int:
    """The size of the font in the form, as percent of what it is at first."""
    settle()  # Qt tells the widgets of the font a moment later
    return round(desk.costs.font().pointSizeF() / 10.5 * 100)


def wheel(desk: Desk, steps: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turn the wheel over the form."""
    viewport = desk.view.form.viewport()
    spot = QPoint(50, 80)
    event = QWheelEvent(
        QPointF(spot), QPointF(viewport.mapToGlobal(spot)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_ctrl_and_wheel(desk: Desk) -> None:
    """Ctrl and the wheel make the request larger and smaller, between 80 and 200 %; without Ctrl it scrolls."""
    desk.go("line/line-1-2/amount")
    wheel(desk, 1)
    assert size(desk) == 100
    wheel(desk, 1, CONTROL)
    assert size(desk) == 110
    assert desk.message == "表示の大きさ 110％"
    for _ in range(12):
        wheel(desk, 1, CONTROL)
    assert size(desk) == 200
    for _ in range(12):
        wheel(desk, -1, CONTROL)
    assert size(desk) == 80


def test_keys(desk: Desk) -> None:
    """Ctrl++ and Ctrl+- outside tables, with Alt anywhere; Ctrl+0 is 100 %. In a table Ctrl+- stays the row's."""
    desk.go("header/name")
    press(Key.Key_Plus, modifiers=CONTROL)
    assert size(desk) == 110
    press(Key.Key_Minus, modifiers=CONTROL)
    assert size(desk) == 100
    desk.go("line/line-1-2/amount")
    press(Key.Key_Plus, modifiers=CONTROL | ALT, times=2)
    assert size(desk) == 125
    lines = len(desk.lines())
    press(Key.Key_Minus, modifiers=CONTROL)
    assert (size(desk), len(desk.lines())) == (125, lines - 1)
    press(Key.Key_0, modifiers=CONTROL)
    assert size(desk) == 100
    assert desk.request.groups[1:] == sample().groups[1:]


def test_remembered(desk: Desk) -> None:
    """The next request is shown as large as the last one."""
    desk.go("header/name")
    press(Key.Key_Plus, modifiers=CONTROL, times=3)
    desk.open(sample())
    assert size(desk) == 150


def test_figures_and_rows_have_room(desk: Desk, qtbot: QtBot) -> None:
    """At 200 % no figure becomes #### and no row is lower than its words; back at 100 % columns and rows are as before."""
    desk.go("line/line-1-2/amount")
    table = desk.costs

    def sizes() -> list[int]:
        return [table.columnWidth(column) for column in (1, 2, 3, 4)] + [
            table.rowHeight(0),
            table.rowHeight(2),
        ]

    before = sizes()
    press(Key.Key_Plus, modifiers=CONTROL | ALT, times=8)
    assert size(desk) == 200
    for each in desk.tables():
        metrics = each.fontMetrics()
        for row in range(each.cells.rowCount()):
            assert each.rowHeight(row) >= metrics.height()
            for column in range(each.cells.columnCount()):
                index = each.cells.index(row, column)
                if not each.cells.is_text(index) and not each.isColumnHidden(column):
                    assert metrics.horizontalAdvance(each.cells.text_at(index)) <= each.columnWidth(column)
    press(Key.Key_0, modifiers=CONTROL)
    qtbot.waitUntil(lambda: sizes() == before, timeout=10_000)


def test_the_words_of_a_choice_are_whole_at_200_percent(desk: Desk) -> None:
    """区分 has the longest words of the head: beside 用紙 there is room for them, also where all is twice as large."""
    size_before = desk.window.size()
    desk.window.resize(1366, 900)
    for _ in range(10):
        desk.window.parts.acts.zoom_by(1)
    assert size(desk) == 200
    editor = desk.field("header/business_class").editor
    assert isinstance(editor, ChoiceField)
    assert editor.line.width() > editor.line.fontMetrics().horizontalAdvance(editor.line.text())
    desk.window.resize(size_before)


def test_the_totals_are_as_wide_at_any_size(desk: Desk) -> None:
    """The totals keep their size; where the program begins enlarged they take no more room than else."""

    def width() -> int:
        bar = TotalsBar(desk.view)
        bar.deleteLater()
        return bar.minimumSizeHint().width()

    narrow = width()
    for _ in range(12):
        desk.window.parts.acts.zoom_by(1)
    assert size(desk) == 200
    assert width() == narrow
