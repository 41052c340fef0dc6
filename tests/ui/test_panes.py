"""Navigator, findings and totals: what they say, and that every finding leads to its very field or cell."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from model.checks import Finding, Findings
from model.edits.fields import set_value
from model.request.place import Place
from tests.samples import declared_sample, one_line, sample, set_values
from tests.ui.desk import Desk, sections
from tests.ui.hands import CONTROL, SHIFT, Key, focused, press, type_text
from ui.tables.sheet_table import SheetTable
from ui.widgets.fields import FieldRow
from ui.window.side_placeholder import SideTabs

WRONG = {
    "request/amount": 5,
    "request/previous": 5,
    "line/line-1-2/amount": "約3百",
    "group/group-1/amount": 5,
    "group/group-3/previous": 5,
    "cost/request/labour": 5,
    "cost/previous/expense": 5,
    "headcount/request/regular": "二人",
    "funding/request/general": 5,
    "funding/previous/other": "約2百",
    "funding/assessed/expense": 5,
    "assessment/amount": "約1",
    "header/fiscal_year": "来年",
    "commitment/commitment-1/period": "いつか",
}


def open_wrong(desk: Desk) -> None:
    """Open the real sheet with something wrong everywhere."""
    desk.open(set_values(sample(), WRONG.items()))


def where(desk: Desk) -> Place | None:
    """The place that has the focus: a cell's or a field's."""
    widget = focused()
    while widget is not None:
        if isinstance(widget, SheetTable):
            return desk.current
        if isinstance(widget, FieldRow):
            return widget.place
        widget = widget.parentWidget()
    return None


def choose(desk: Desk, at: int, *, click: bool) -> None:
    """Choose a finding of the list by a click, or by Enter."""
    listed = desk.view.findings.list
    item = listed.item(at)
    listed.scrollToItem(item)
    if click:
        QTest.mouseClick(
            listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(item).center()
        )
    else:
        listed.setFocus()
        listed.setCurrentRow(at)
        press(Key.Key_Return)


@pytest.mark.parametrize("click", [True, False], ids=["click", "enter"])
def test_every_finding_leads_to_its_place(desk: Desk, *, click: bool) -> None:
    """A finding chosen by a click or by Enter takes the focus to the very field or cell it is about."""
    open_wrong(desk)
    findings = desk.snapshot.findings.all
    kinds = {each.place.partition("/")[0] for each in findings}
    assert kinds >= {
        "request", "line", "group", "cost", "headcount", "funding", "assessment", "header", "commitment",
    }  # fmt: skip
    for at, finding in enumerate(findings):
        choose(desk, at, click=click)
        assert where(desk) == finding.place


def test_every_place_of_the_form_can_be_reached(desk: Desk) -> None:
    """Any place a finding may name takes the focus, of every kind."""
    for place in (
        "header/name", "header/subtitle", "contact/email", "headcount/previous/regular", "cost/assessed/total",
        "request/amount", "request/previous", "funding_words", "assessment/result", "assessment/held",
        "section/section-3/heading", "section/section-3/text", "group/group-2/title", "line/line-2-1-1/remark",
        "group/group-2/previous", "group/group-2/note", "commitment/commitment-2/line",
        "commitment/commitment-2/status", "assessment/comment", "funding/previous/other",
        "funding/request/general", "funding/held/other", "funding/separate/expense",
    ):  # fmt: skip
        desk.go(place)
        assert where(desk) == place


def test_people_of_a_category_the_year_does_not_have(desk: Desk) -> None:
    """Unreadable people of a staff category without a column in the year's sheet lead to the table they belong to."""
    desk.open(
        set_values(sample(), [("headcount/request/part_time", "二人"), ("header/fiscal_year", "令和9年度")])
    )
    at = [finding.place for finding in desk.snapshot.findings.all].index("headcount/request/part_time")
    choose(desk, at, click=True)

    assert desk.table is desk.figures("トータルコスト")


def test_f8_walks_through_the_findings(desk: Desk) -> None:
    """F8 goes from finding to finding and on past the last to the first, Shift+F8 the other way, from the first press."""
    open_wrong(desk)
    places = [finding.place for finding in desk.snapshot.findings.all]
    walked = []
    for _ in range(len(places) + 1):
        press(Key.Key_F8)
        walked.append(where(desk))
    assert walked == [*places, places[0]]
    desk.go("header/name")
    press(Key.Key_F8, modifiers=SHIFT)

    assert where(desk) == places[-1]


def test_shift_f8_begins_at_the_last(desk: Desk) -> None:
    """With no finding chosen yet, Shift+F8 goes to the last."""
    open_wrong(desk)
    press(Key.Key_F8, modifiers=SHIFT)

    assert where(desk) == desk.snapshot.findings.all[-1].place


def test_f8_from_an_open_cell(desk: Desk) -> None:
    """F8 in an open cell closes it; what was typed stays."""
    open_wrong(desk)
    desk.go("line/line-1-1/amount")
    type_text("12")
    press(Key.Key_F8)

    assert desk.value("line/line-1-1/amount") == 12
    assert all(table.open_editor() is None for table in desk.tables())


def test_a_fix_repairs(desk: Desk) -> None:
    """The button below a finding makes its repair in one step that the menu names, and the finding is gone."""
    desk.open(set_value(sample(), "request/amount", 5))
    places = [finding.place for finding in desk.snapshot.findings.all]
    choose(desk, places.index("request/amount"), click=True)
    assert desk.view.findings.finding_actions.fix.text() == "計算値に戻す"
    QTest.mouseClick(desk.view.findings.finding_actions.fix, Qt.MouseButton.LeftButton)

    assert desk.request == sample()
    assert desk.document.undo_label == "計算値に戻す"
    assert "request/amount" not in [finding.place for finding in desk.snapshot.findings.all]


def test_a_long_list_ends_with_a_count(desk: Desk) -> None:
    """Of very many findings the first 200 are listed, and the last row says how many more there are; F8 stays within."""
    one: Finding = Finding("x", "header/name", "文", "出典")
    many = Findings(all=tuple(replace(one, message=f"文{n}") for n in range(500)))
    desk.view.findings.show_findings(many, desk.snapshot.request)
    listed = desk.view.findings.list
    assert listed.count() == 201
    assert listed.item(200).text() == "ほかに 300 件あります。"
    press(Key.Key_F8, modifiers=SHIFT)
    assert listed.currentRow() == 199

    desk.open(sample())


def test_the_navigator_marks_sections(desk: Desk) -> None:
    """A section with errors is marked in words, not by colour alone; repaired, the mark is gone."""
    navigator = desk.view.navigator
    at = [title for title, _ in sections(desk.view.form)].index("事業費・査定")
    assert "誤り" not in navigator.item(at).text()
    desk.go("request/amount")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("5")
    desk.pause()
    assert "●誤り1" in navigator.item(at).text()
    desk.undo()

    assert "誤り" not in navigator.item(at).text()


def test_the_navigator_marks_what_is_only_told(desk: Desk) -> None:
    """A section with nothing graver than 参考 has its mark, not that of 注意."""
    at = [title for title, _ in sections(desk.view.form)].index("これまでの取組状況")
    section = next(each for each in desk.request.sections if each.heading == "これまでの取組状況")
    desk.open(set_values(sample(), ((f"section/{section.id}/text", "増減　△1、▲2"),)))

    assert desk.view.navigator.item(at).text().endswith("○参考1")


def test_the_navigator_follows_the_focus(desk: Desk) -> None:
    """The section that has the focus is the navigator's current one; Ctrl+PageDown goes on from there."""
    titles = [title for title, _ in sections(desk.view.form)]
    for place, title in (
        ("header/name", "基本情報"), ("line/line-1-1/text", "所要経費"), ("funding/request/other", "要求額の財源内訳"),
    ):  # fmt: skip
        desk.go(place)
        assert titles[desk.view.navigator.currentRow()] == title
    press(Key.Key_PageDown, modifiers=CONTROL, times=2)
    assert desk.table is desk.figures("財政課使用欄")


def test_a_click_in_the_navigator_goes_there(desk: Desk) -> None:
    """A click on a section takes the focus to what one types in it: never to the heading, which a key would replace."""
    navigator = desk.view.navigator
    at = [title for title, _ in sections(desk.view.form)].index("所要経費")
    rect = navigator.visualItemRect(navigator.item(at))
    QTest.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert focused() is desk.costs


def test_a_change_in_percent_has_one_decimal(desk: Desk) -> None:
    """A change of just 18 % is +18.0%, as the tables print it."""
    desk.open(set_values(one_line(1_180), [("line/only/previous", 1_000)]))
    assert desk.view.totals.figures["増減"].text() == "+180（+18.0%）"


def test_totals_are_always_in_sight(desk: Desk) -> None:
    """The bar at the foot shows the sheet's totals; a smaller request has △; a wrong funding says 不一致 and its gap."""
    bar = desk.view.totals
    assert {word: bar.figures[word].text() for word in ("要求額", "前年度", "増減", "財源計", "差額")} == {
        "要求額": "124,767",
        "前年度": "118,656",
        "増減": "+6,111（+5.2%）",
        "財源計": "124,767",
        "差額": "0",
    }
    desk.go("line/line-1-1/amount")
    type_text("0")
    press(Key.Key_Return)
    assert bar.figures["増減"].text() == "△10,832（△9.1%）"
    desk.go("funding/request/general")
    type_text("1")
    press(Key.Key_Return)

    assert bar.figures["財源計"].text() == "2,160"
    assert bar.figures["差額"].text() == "105,664 不一致"


def test_no_part_of_a_figure_is_taken_for_the_whole(desk: Desk) -> None:
    """A figure with too many digits for the bar ends with 「…」 there, and is told whole when one points at it."""
    figure = desk.view.totals.figures["要求額"]
    desk.go("request/amount")
    type_text("99999999999999999999")
    press(Key.Key_Tab)
    assert figure.text().endswith("…")
    assert figure.toolTip() == "99999999999999999999"
    desk.undo()
    assert figure.toolTip() == ""


def test_an_empty_request_has_dashes(desk: Desk) -> None:
    """Where there is no figure yet the bar shows ―, not 0."""
    from tests.samples import empty

    desk.open(empty())

    assert desk.view.totals.figures["前年度"].text() == "―"
    assert "不一致" not in desk.view.totals.figures["差額"].text()


def test_a_sheet_with_every_figure_typed_is_right(desk: Desk) -> None:
    """The real sheet with all its printed figures typed has ↺ everywhere and no error."""
    desk.open(declared_sample())

    assert desk.snapshot.findings.errors == ()
    assert desk.derive_button("request/amount").isVisible()


def test_tabs_keep_their_counts_where_the_list_is_narrow(qapp: QApplication) -> None:
    """At 280 pixels five lists are a letter and a count each; the first has its words, and all have them where there is room."""
    pane = QWidget()
    tabs = SideTabs(pane)
    pane.show()
    for words in ("指摘 12", "質問票 0/10", "未記入 15", "引継ぎ 3/30", "付せん 2"):
        tabs.say(tabs.addTab(""), words)
    tabs.resize(280, 30)
    assert [tabs.tabText(index) for index in range(5)] == ["指摘 12", "質 0/10", "未 15", "引 3/30", "付 2"]
    assert "引継ぎ 3/30" in tabs.tabToolTip(3)
    tabs.resize(900, 30)
    assert tabs.tabText(3) == "引継ぎ 3/30"


def test_a_short_tab_of_a_title_of_two_words_has_its_count(qapp: QApplication) -> None:
    """In English a title has several words: only its first letter is kept beside the count, and one without a count is whole."""
    pane = QWidget()
    tabs = SideTabs(pane)
    pane.show()
    for words in ("Findings 12", "Sticky notes 2", "Sticky notes"):
        tabs.say(tabs.addTab(""), words)
    tabs.resize(120, 30)
    assert [tabs.tabText(index) for index in range(3)] == ["Findings 12", "S 2", "Sticky notes"]
