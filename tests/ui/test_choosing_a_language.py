"""The language is chosen while a request is open."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text
from tests.ui.languages import choose_language, japanese_afterwards, words_of
from ui.language import JAPANESE

__all__ = ["japanese_afterwards"]


@pytest.mark.usefixtures("japanese_afterwards")
def test_the_language_is_changed_at_once(desk: Desk, qtbot: QtBot) -> None:
    """表示 → 言語 makes menus and form anew: the request, its steps, the cells that are selected and the caret of a text stay."""
    desk.go("line/line-1-1/amount")
    type_text("17943")
    press(Key.Key_Return)
    press(Key.Key_Down, modifiers=SHIFT)
    document, before = desk.document, desk.request
    place, rows = desk.current, desk.table.selectionModel().selection().indexes()
    choose_language(desk.window, "en")
    qtbot.waitUntil(lambda: "&File" in words_of(desk.window))
    assert (desk.document, desk.request, desk.current) == (document, before, place)
    assert "R9" in desk.field("header/fiscal_year").editor.toolTip()
    assert "Type it as" in desk.field("header/fiscal_year").editor.toolTip()
    assert [(each.row(), each.column()) for each in desk.table.selectionModel().selection().indexes()] == [
        (each.row(), each.column()) for each in rows
    ]
    press(Key.Key_Z, modifiers=CONTROL)
    assert desk.value("line/line-1-1/amount") != 17943
    press(Key.Key_Y, modifiers=CONTROL)
    assert desk.request == before

    desk.go("section/section-1/text")
    press(Key.Key_End)
    caret = desk.field("section/section-1/text").editor.caret  # type: ignore[union-attr]
    choose_language(desk.window, JAPANESE)
    qtbot.waitUntil(lambda: "ファイル(&F)" in words_of(desk.window))
    assert "日本語" in desk.message
    type_text("x")
    assert desk.value("section/section-1/text")[caret] == "x"  # type: ignore[index]


def test_what_waits_for_an_answer_is_not_taken_away(desk: Desk) -> None:
    """A line above the form that asks something stays: the language is kept for later, and that is said."""
    desk.window.show_failure("opening", "読めません。")
    choose_language(desk.window, "en")
    QTest.qWait(20)
    assert "次に始めたとき" in desk.message
    assert "ファイル(&F)" in words_of(desk.window)
