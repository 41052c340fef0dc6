"""The sum of the selected cells at the foot of the window."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.samples import big
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text
from ui.tables.table_foot import SelectionSum


def said(desk: Desk) -> str:
    """What stands at the right of the foot line, once the selection has come to rest."""
    found = desk.window.findChild(SelectionSum)
    assert isinstance(found, SelectionSum)
    while found.pause.isActive():
        QTest.qWait(5)
    return found.text()


def test_selected_amounts_are_added_up(desk: Desk) -> None:
    """Two and more selected amounts are counted, added and averaged; one alone is not worth saying."""
    desk.go("line/line-1-1/amount")
    assert said(desk) == ""
    press(Key.Key_Down, times=1, modifiers=SHIFT)
    first, second = desk.line("line-1-1").amount, desk.line("line-1-2").amount
    assert isinstance(first, int)
    assert isinstance(second, int)
    assert said(desk).startswith(f"データの個数 2　合計 {first + second:,}千円　平均 ")
    press(Key.Key_Down)

    assert said(desk) == ""


def test_words_are_not_counted(desk: Desk) -> None:
    """Of a block with words and figures the figures are added; of words alone nothing is said."""
    desk.go("line/line-1-1/text")
    press(Key.Key_Down, modifiers=SHIFT)
    assert said(desk) == ""
    press(Key.Key_Right, modifiers=SHIFT)

    assert said(desk).startswith("データの個数 2　")


def test_people_are_counted_in_people(desk: Desk) -> None:
    """Counts of people are added up as people, amounts beside them as 千円."""
    desk.go("headcount/request/regular")
    press(Key.Key_Right, modifiers=SHIFT)
    assert "人　平均" in said(desk)
    press(Key.Key_Home, modifiers=SHIFT)

    assert "千円　平均" in said(desk)


def test_the_sum_follows_the_figures(desk: Desk) -> None:
    """An undo that changes a selected figure changes the sum; another field with the focus ends it."""
    desk.go("line/line-1-1/amount")
    type_text("1000")
    press(Key.Key_Return)
    desk.go("line/line-1-1/amount")
    press(Key.Key_Down, modifiers=SHIFT)
    before = said(desk)
    desk.undo()
    assert said(desk) not in ("", before)
    desk.go("header/name")

    assert said(desk) == ""


def test_a_thousand_rows(desk: Desk) -> None:
    """The whole of 1,000 lines is added up, 合計 rows with them, as Excel adds what is selected."""
    desk.open(big(1_000))
    desk.go("line/line-1/amount")
    press(Key.Key_End, modifiers=CONTROL | SHIFT)

    assert said(desk).startswith("データの個数 ")


def test_another_document_begins_without(desk: Desk) -> None:
    """A document opened over a selection has nothing selected."""
    desk.go("line/line-1-1/amount")
    press(Key.Key_Down, modifiers=SHIFT)
    assert said(desk)
    desk.open(big(10))

    assert said(desk) == ""
