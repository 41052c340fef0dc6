"""An officer composes Japanese at the desk: what is given up leaves what stood there, and no letter is lost between cells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.ui.hands import CONTROL, FocusLeft, Key, commit, compose, focused, press
from tests.ui.officer.rows import choose, requests, until, where, write
from ui.desk.desk_window import DeskWindow
from ui.widgets.editing.editors import LineField


def test_composing_given_up_in_the_decision(window: DeskWindow) -> None:
    """Esc over an amount or the words that are published leaves both, here and as they are filled in; so while it is composed."""
    number = where(window)
    row = choose(window, number)
    decision = window.tabs.decision
    amount, comment = decision.cell("assessed", ""), decision.comment
    write(amount, "1,200")
    comment.setPlainText("精査")
    for field in (amount, comment):
        field.setFocus()
        field.selectAll()
        compose("３４")
        assert window.data.filled(row).wholes["assessed"] == 1200
        assert window.data.filled(row).comment == "精査"
        compose("")
        assert (amount.text(), comment.toPlainText()) == ("1,200", "精査")
    field.setFocus()
    comment.selectAll()
    compose("りゆ")
    commit("理由")
    assert window.data.filled(row).comment == "理由"
    press(Key.Key_Z, modifiers=CONTROL, times=2)  # the words, and that others were taken away for them
    assert comment.toPlainText() == "精査"


def test_a_question_that_is_composed_over_is_kept(window: DeskWindow) -> None:
    """Esc over a question that was not asked yet leaves it, also for when another request was looked at."""
    first = where(window)
    choose(window, first)
    field = window.tabs.asking.field
    write(field, "なぜ")
    field.setFocus()
    field.selectAll()
    compose("あ")
    compose("")
    assert field.text() == "なぜ"
    choose(window, first + 1)
    choose(window, first)
    assert field.text() == "なぜ"


@pytest.mark.parametrize("key", ["assessed_", "comment", "result"])
def test_no_letter_is_lost_between_the_cells(window: DeskWindow, key: str) -> None:
    """The focus goes to a cell's editor with the first word and back with Enter without a reset of the input method."""
    press(Key.Key_2, modifiers=CONTROL)
    table = window.requests.table
    table.go_to(where(window), key)
    is_composed_without_a_reset(table, {"assessed_": "１２", "comment": "精査", "result": "計上"}[key])
    row = requests(window)[where(window)]
    assert window.data.pending_of(row) is not None


def test_no_letter_is_lost_between_the_lines(window: DeskWindow) -> None:
    """So in the table of what is granted of each line."""
    choose(window, where(window))
    until(window.tabs.decision.lines.rowCount)
    lines = window.tabs.decision.lines
    lines.setFocus()
    lines.setCurrentCell(0, 3)
    is_composed_without_a_reset(lines, "精査")
    assert lines.item(0, 3).text() == "精査"
    assert lines.currentRow() == min(1, lines.rowCount() - 1)


def is_composed_without_a_reset(table: QAbstractItemView, words: str) -> None:
    """Compose over the current cell, commit, and leave the editor by Enter."""
    table.setFocus()
    left = FocusLeft()
    table.installEventFilter(left)
    compose("け")
    commit(words)
    editor = focused()
    assert editor is not table
    editor.installEventFilter(left)
    press(Key.Key_Return)
    QApplication.processEvents()
    assert focused() is table
    assert left.reasons == [Qt.FocusReason.PopupFocusReason] * 2


def test_every_line_of_the_desk_knows_of_the_input_method(window: DeskWindow) -> None:
    """No plain line of Qt is left, which empties itself when composing over it is given up."""
    from PySide6.QtWidgets import QLineEdit

    choose(window, where(window))
    lines = window.findChildren(QLineEdit)
    assert lines
    assert all(isinstance(line, LineField) for line in lines)
