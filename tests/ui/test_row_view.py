"""Views of the cost tables: what is shown and in which order, while the request, its totals and undo know nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.document.document import take_snapshot
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line, Request
from tests.samples import big, standard, with_lines
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, compose, focused, press, type_text
from ui.costs.cost_rows import Order, RowView, choose_lines
from ui.costs.view_bar import ViewBar


def tables() -> Request:
    """Two tables: travel with two parts, a fee; and postage alone."""
    travel = Line("travel", "旅費", parts=(Line("air", "航空賃", 10, 300), Line("rail", "鉄道賃", 20, 20)))
    groups = (
        CostGroup("one", "一", lines=(travel, Line("fee", "委託料", 900, 100, "Ａ社"))),
        CostGroup("two", "二", lines=(Line("post", "郵送料", None, 5),)),
    )
    return replace(with_lines(), groups=groups, commitments=(Commitment("owed", "post", "R9〜R11"),))


@pytest.fixture
def view(desk: Desk) -> Iterator[ViewBar]:
    """The row above the tables, with the request of two tables open."""
    desk.open(tables())
    found = desk.view.form.content.view_bar
    assert found is not None
    yield found
    desk.costs.choose_view(RowView())


def lines(desk: Desk) -> list[str]:
    """The ids of the lines in sight, in their order."""
    return [row.id for row in desk.costs.model_of_costs.rows if row.line is not None]


def narrow(desk: Desk, words: str) -> None:
    """Ctrl+Shift+L, words, Enter."""
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    type_text(words)
    press(Key.Key_Return)


def order(view: ViewBar, chosen: Order) -> None:
    """Choose an order."""
    view.order.setCurrentIndex(list(Order).index(chosen))
    view.order.activated.emit(view.order.currentIndex())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("委託", ["fee"]),
        ("航空", ["travel", "air"]),
        ("旅費", ["travel", "air", "rail"]),
        ("a社", ["fee"]),
        ("委託　Ａ", ["fee"]),
        ("委託 航空", []),
        ("債務負担", ["post"]),
        ("  ", ["travel", "air", "rail", "fee", "post"]),
    ],
)
def test_what_words_find(words: str, found: list[str]) -> None:
    """All words stand in 内容 or 備考 as shown; a part brings its parent, a line its parts; width and case are one."""
    chosen = choose_lines(take_snapshot(tables(), standard()), RowView(words))
    assert [key.removeprefix("line/") for each in chosen.values() for key in each.shown] == found


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Order.TABLE, ["travel", "air", "rail", "fee", "post"]),
        (Order.AMOUNT, ["travel", "air", "rail", "fee", "post"]),
        (Order.CHANGE, ["fee", "travel", "air", "rail", "post"]),
        (Order.TEXT, ["fee", "travel", "air", "rail", "post"]),
    ],
)
def test_orders(chosen: Order, shown: list[str]) -> None:
    """Lines are ordered within their table, parts within their line; of changes the size counts, not the sign."""
    found = choose_lines(take_snapshot(tables(), standard()), RowView(order=chosen))
    assert [key.removeprefix("line/") for finding in found.values() for key in finding.shown] == shown


def test_only_the_screen_changes(desk: Desk, view: ViewBar) -> None:
    """Filtered and ordered, the request is the same value, there is nothing to undo, and 合計 keeps its whole figure."""
    before, snapshot = desk.request, desk.snapshot
    narrow(desk, "委託")
    order(view, Order.AMOUNT)

    assert lines(desk) == ["fee"]
    assert desk.shown("group/one/amount") == "420"
    assert desk.request is before
    assert desk.snapshot is snapshot
    assert desk.document.undo_label is None


def test_words_say_what_is_shown(desk: Desk, view: ViewBar) -> None:
    """While a view is active a line says so; 解除, or Esc in the field, ends it."""
    assert not view.state.isVisible()
    narrow(desk, "委託")
    assert view.state.isVisible()
    assert view.state.text().startswith(
        "絞り込み中: 5行のうち1行。並べ替えと絞り込みは画面だけで、要求書は変わりません"
    )
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    press(Key.Key_Escape)
    assert lines(desk) == ["travel", "air", "rail", "fee", "post"]
    assert view.words.text() == ""
    assert not view.state.isVisible()
    order(view, Order.TEXT)

    assert view.state.text().startswith("並べ替え中: 内容の順。")


def test_typing_narrows_down_after_a_moment(desk: Desk, view: ViewBar, qtbot: QtBot) -> None:
    """The table follows the words without Enter, but not what is still being composed."""
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    compose("ゆ")
    QTest.qWait(250)  # the table stays: there is nothing to wait for
    assert len(lines(desk)) == 5
    type_text("郵送")
    qtbot.waitUntil(lambda: lines(desk) == ["post"])
    assert focused() is view.words


def test_nothing_moves_while_amounts_are_typed(desk: Desk, view: ViewBar) -> None:
    """An amount that would stand elsewhere in the order stays where it is typed, and Enter goes to the next in sight."""
    order(view, Order.CHANGE)
    desk.go("line/fee/amount")
    type_text("900")
    assert lines(desk)[0] == "fee"
    press(Key.Key_Return)

    assert lines(desk)[0] == "fee"
    assert desk.value("line/fee/amount") == 900
    assert desk.current == "line/travel/amount"


def test_rows_are_neither_offered_nor_moved(desk: Desk, view: ViewBar) -> None:
    """In a view no next row is offered, and keys and menu do not insert, delete, move or indent; afterwards they do."""
    order(view, Order.AMOUNT)
    desk.go("line/fee/amount")
    before = desk.request
    assert "解除してから" not in view.state.text()
    press(Key.Key_Plus, Key.Key_Minus, modifiers=CONTROL)
    assert "行の挿入・削除・移動は、絞り込みと並べ替えを解除してから" in view.state.text()
    press(Key.Key_Up, modifiers=ALT)
    press(Key.Key_Right, modifiers=ALT | SHIFT)
    assert desk.request is before
    assert desk.current == "line/fee/amount"
    assert not any("ここに入力" in desk.costs.model_of_costs.index(row, 0).data() for row in range(5))
    entry = desk.action("上へ移動")
    assert (entry.isEnabled(), "解除" in entry.toolTip()) == (False, True)
    assert desk.action("下へコピー").isEnabled()
    view.clear()
    desk.go("line/fee/amount")
    press(Key.Key_Up, modifiers=ALT)

    assert [line.id for line in desk.request.groups[0].lines] == ["fee", "travel"]


def test_a_hidden_place_ends_the_view(desk: Desk, view: ViewBar) -> None:
    """A finding of a hidden line can be gone to: the view gives way. A place in sight leaves it."""
    narrow(desk, "委託")
    desk.go("line/fee/amount")
    assert lines(desk) == ["fee"]
    desk.go("header/name")
    assert lines(desk) == ["fee"]
    desk.go("line/air/amount")

    assert desk.current == "line/air/amount"
    assert len(lines(desk)) == 5
    assert view.words.text() == ""


def test_undo_in_a_view(desk: Desk, view: ViewBar) -> None:
    """Undo works as ever while a view is active, and leaves the view."""
    narrow(desk, "委託")
    desk.go("line/fee/amount")
    type_text("7")
    press(Key.Key_Return)
    desk.undo()

    assert desk.value("line/fee/amount") == 100
    assert lines(desk) == ["fee"]


def test_pasted_lines_are_seen(desk: Desk, view: ViewBar) -> None:
    """Rows pasted beyond the last line in sight become lines of the table and are shown."""
    narrow(desk, "郵送")
    desk.go("line/post/text")
    desk.paste("郵送料\n新しい行\n")

    assert [line.text for line in desk.request.groups[1].lines] == ["郵送料", "新しい行"]
    assert lines(desk) == ["post", desk.request.groups[1].lines[1].id]


def test_nothing_found(desk: Desk, view: ViewBar) -> None:
    """Words that no line has leave an empty table, in which keys do no harm."""
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    type_text("ない言葉")
    press(Key.Key_Return)
    assert lines(desk) == []
    assert "5行のうち0行" in view.state.text()
    desk.costs.setFocus()
    press(Key.Key_Down, Key.Key_Return, Key.Key_F2, Key.Key_Delete, Key.Key_1)
    press(Key.Key_D, modifiers=CONTROL)
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    press(Key.Key_Escape)

    assert len(lines(desk)) == 5
    assert desk.document.undo_label is None


def test_tab_goes_through_the_row(desk: Desk, view: ViewBar) -> None:
    """From the words Tab leads to the order, and on to the first line; Shift+Tab back."""
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    press(Key.Key_Tab)
    assert focused() is view.order
    press(Key.Key_Backtab)
    assert focused() is view.words
    press(Key.Key_Tab, Key.Key_Tab)

    assert desk.current == "line/travel/text"


def test_a_thousand_lines(desk: Desk, view: ViewBar) -> None:
    """A thousand lines are narrowed down and shown again, with every row in its place."""
    desk.open(big(1_000))
    before = [row.key for row in desk.costs.model_of_costs.rows]
    narrow(desk, "経費999")
    assert lines(desk) == ["line-999"]
    press(Key.Key_L, modifiers=CONTROL | SHIFT)
    press(Key.Key_Escape)
    after = [row.key for row in desk.costs.model_of_costs.rows]

    assert after == before


def test_filter_stays_in_sight_while_typing(desk: Desk, qtbot: QtBot) -> None:
    """Each letter makes the tables shorter or longer; the words, and what is said of the view, stay in the window."""
    desk.open(big(300))
    desk.view.complete()
    bar = desk.view.form.content.view_bar
    assert bar is not None
    press(Key.Key_L, modifiers=CONTROL | SHIFT)

    def is_in_sight() -> bool:
        return bar.visibleRegion().boundingRect().height() == bar.height()

    for words in ("1", "12"):
        type_text(words[-1])
        qtbot.waitUntil(lambda words=words: desk.costs.view.words == words and is_in_sight())
        assert focused() is bar.words
    press(Key.Key_Backspace, Key.Key_Backspace)
    qtbot.waitUntil(lambda: not desk.costs.view.is_active and is_in_sight())
    bar.clear()
