"""The window shows a column more for what the form does not have, and takes it away once it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.samples import sample, set_values
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text


def columns(desk: Desk, table: str) -> list[str]:
    """The headings of a table."""
    model = desk.figures(table).figures
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def test_amount_under_an_unknown_source_can_be_moved(desk: Desk) -> None:
    """5,000千円 of a source of another Standard stand in a column; typed under 起債 instead, the column goes, and 取り消し brings it back."""
    usual = columns(desk, "要求額の財源内訳")
    desk.open(set_values(sample(), [("funding/request/tobacco", 5_000), ("headcount/request/guard", "1.0")]))
    assert columns(desk, "要求額の財源内訳") == [*usual[:-1], "（不明な財源 tobacco）", usual[-1]]
    assert columns(desk, "財政課使用欄")[-2] == "（不明な財源 tobacco）"
    assert columns(desk, "トータルコスト")[-1] == "（不明な職員区分 guard）"
    assert desk.shown("funding/request/general") == "117,608"
    assert "様式の財源内訳にありません" in desk.told("funding/request/tobacco")

    desk.click("funding/request/bonds")
    type_text("5000")
    press(Key.Key_Return)
    desk.click("funding/request/tobacco")
    press(Key.Key_Delete)
    assert columns(desk, "要求額の財源内訳") == usual
    assert desk.request.funding.request == {"other": 2_159, "bonds": 5_000}
    assert desk.shown("funding/request/general") == "117,608"

    desk.undo()
    assert columns(desk, "要求額の財源内訳")[-2] == "（不明な財源 tobacco）"
    assert desk.value("funding/request/tobacco") == 5_000
