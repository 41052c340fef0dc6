"""未記入 beside the form: a calm list, counted, marked in the navigator, and gone through by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from model.document.new_request import new_request
from model.edits.fields import set_value
from tests.samples import one_line, standard
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.widgets.style import INK


def begin(desk: Desk) -> None:
    """Begin a new request."""
    desk.open(new_request(standard()))
    desk.view.show_empty()


def navigator(desk: Desk) -> list[str]:
    """The rows of the navigator."""
    return [desk.view.navigator.item(row).text() for row in range(desk.view.navigator.count())]


def test_the_list_is_reached_and_left_by_keys(desk: Desk) -> None:
    """F6 goes to the lists, Enter to the chosen field; what is typed there leaves the list at a rest, and the count follows."""
    begin(desk)
    side = desk.view.side
    assert side.tabs.tabText(2) == "未記入 15"
    assert side.empty.title.text() == "未記入 15か所"
    for _ in range(3):
        press(Key.Key_F6)
    assert side.empty.list.hasFocus()
    assert side.empty.list.item(0).text() == "基本情報 ＞ 事業名"
    press(Key.Key_Return)
    type_text("道の駅事業")
    assert desk.value("header/name") == "道の駅事業"
    desk.view.show_empty()
    assert side.tabs.tabText(2) == "未記入 14"
    press(Key.Key_Z, modifiers=CONTROL)
    desk.view.show_empty()
    assert side.tabs.tabText(2) == "未記入 15"


def test_the_navigator_says_how_many_of_each_section(desk: Desk) -> None:
    """A section with blank fields has their number before its name, in the colour of text: nothing is wrong yet."""
    begin(desk)
    assert navigator(desk)[0] == "基本情報\n　□未記入9"
    assert "トータルコスト\n　□未記入1" in navigator(desk)
    colour = desk.view.navigator.item(0).data(Qt.ItemDataRole.ForegroundRole)
    assert colour is None or colour == INK


def test_required_fields_are_marked_and_nothing_is_red(desk: Desk) -> None:
    """The labels of needed fields end in 「*」; a new request has no finding and no field in a colour of a severity."""
    begin(desk)
    labels = [label.text() for label in desk.view.form.findChildren(QLabel) if label.text().endswith(" *")]
    assert {"事業名 *", "年度 *", "課 *", "要求額 *", "財源 *"} <= set(labels)
    assert "事業名の2行目 *" not in labels
    assert desk.view.findings.title.text() == "指摘はありません"
    assert not desk.field("header/name").editor.property("severity")


def test_figures_that_hang_in_the_air_are_findings(desk: Desk) -> None:
    """12,000 as 要求額 without a line, and 1.9人 in the finance division's row, are told; the people move into the right row by 直す."""
    begin(desk)
    desk.go("request/amount")
    type_text("12000")
    press(Key.Key_Tab)
    desk.pause()
    rows = [desk.view.findings.list.item(row).text() for row in range(desk.view.findings.list.count())]
    assert any("要求額 12,000千円 のもとになる経費の行がありません" in row for row in rows)
    desk.open(set_value(one_line(), "headcount/assessed/regular", "1.9"))
    desk.go("headcount/assessed/regular")
    desk.pause()
    press(Key.Key_Period, modifiers=CONTROL)
    assert desk.value("headcount/request/regular") == "1.9"
    assert not desk.value("headcount/assessed/regular")


def test_a_blank_line_has_no_percent_in_the_table(desk: Desk) -> None:
    """The column of the change in percent of a line that waits for its amount is blank."""
    desk.open(one_line(None, 900))
    index = desk.index("line/only/amount")
    model = index.model()
    shown = [str(model.index(index.row(), column).data() or "") for column in range(model.columnCount())]
    assert not any("100" in text for text in shown)
