"""Cut, copy, paste, empty and fill in the menu, and Ctrl+R, which takes last year's amount."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from model.edits.fields import set_value
from model.request import place
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, compose, press, right_click, type_text

AMOUNT = place.line("line-1-2", "amount")


def enabled(desk: Desk) -> dict[str, bool]:
    """What the open menu 編集 offers of what is done to cells."""
    press(Key.Key_E, modifiers=ALT)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = ("切り取り", "コピー", "貼り付け", "消去", "下へコピー", "前年度の額を")
    found = {
        word: action.isEnabled()
        for word in words
        for action in menu.actions()
        if action.text().startswith(word)
    }

    QTest.keyClick(menu, Key.Key_Escape)
    press(Key.Key_Escape)
    QApplication.processEvents()
    return found


def test_last_years_amount_is_taken(desk: Desk) -> None:
    """Ctrl+R puts last year's amount into this year's cell, as one step, and says so."""
    desk.go(AMOUNT)
    press(Key.Key_R, modifiers=CONTROL)
    assert desk.value(AMOUNT) == desk.value(place.line("line-1-2", "previous")) == 6_712
    assert desk.message.startswith("1行の要求額を、前年度の額にしました。合計が変わりました")
    assert desk.document.undo_label == "前年度の額を入れる"
    desk.undo()
    assert desk.request == sample()


def test_over_a_selection_blanks_and_parents_stay(desk: Desk) -> None:
    """Over several lines each takes its own; one without a previous year and one with parts stay, and that is said."""
    before = set_value(sample(), place.line("line-1-4", "previous"), None)
    before = set_value(before, place.line("line-1-3", "basis"), "1,000円×13")
    desk.open(before)
    desk.go(AMOUNT)
    press(Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_R, modifiers=CONTROL)
    assert desk.value(AMOUNT) == 6_712
    assert desk.value(place.line("line-1-3", "amount")) == 11_564
    assert desk.line("line-1-3").basis == ""
    assert desk.value(place.line("line-1-4", "amount")) == 370
    assert "2行の要求額" in desk.message
    assert "積算のあった1行は、額に置き換えました" in desk.message
    assert "前年度の額のない行は、そのままです" in desk.message
    desk.go(place.line("line-4-1", "amount"))
    now = desk.request
    press(Key.Key_R, modifiers=CONTROL)
    assert desk.request is now
    assert "内訳から計算するのでそのまま" in desk.message


@pytest.mark.parametrize("where", [place.line("line-1-2", "remark"), "funding/request/national"])
def test_elsewhere_ctrl_r_changes_nothing(desk: Desk, where: str) -> None:
    """In another cell Ctrl+R changes nothing and says where it does something."""
    desk.go(where)
    press(Key.Key_R, modifiers=CONTROL)
    assert desk.request == sample()
    assert "要求額の欄" in desk.message


def test_the_menu_cuts_and_pastes(desk: Desk) -> None:
    """What the keys do is in the menu 編集 too, for cells and for the words of a field."""
    desk.go(AMOUNT)
    choose(Key.Key_E, "コピー")
    assert QGuiApplication.clipboard().text().rstrip() == "6468"
    press(Key.Key_Down)
    choose(Key.Key_E, "貼り付け")
    assert desk.value(place.line("line-1-3", "amount")) == 6_468
    choose(Key.Key_E, "消去")
    assert desk.value(place.line("line-1-3", "amount")) is None
    choose(Key.Key_E, "前年度の額を")
    assert desk.value(place.line("line-1-3", "amount")) == 11_564
    desk.go("header/name")
    choose(Key.Key_E, "切り取り")
    assert desk.value("header/name") == ""
    choose(Key.Key_E, "貼り付け")
    assert desk.value("header/name") == sample().header.name


def test_only_what_does_something_is_offered(desk: Desk) -> None:
    """An entry that would do nothing is greyed: no copying without a selection, no pasting of nothing, nothing while only read."""
    QGuiApplication.clipboard().clear()
    desk.go("assessment/comment")
    assert enabled(desk) == {"切り取り": False, "コピー": False, "貼り付け": False, "消去": False, "下へコピー": False, "前年度の額を": False}  # fmt: skip
    desk.go(AMOUNT)
    press(Key.Key_C, modifiers=CONTROL)
    assert set(enabled(desk).values()) == {True}
    desk.go(place.line("line-1-2", "remark"))
    assert enabled(desk) == {"切り取り": False, "コピー": True, "貼り付け": True, "消去": False, "下へコピー": True, "前年度の額を": False}  # fmt: skip
    desk.document.lock(True)
    desk.go(AMOUNT)
    assert [word for word, can in enabled(desk).items() if can] == ["コピー"]
    desk.document.lock(False)


def test_sections_are_moved_where_there_is_one(desk: Desk) -> None:
    """項目を上へ移す is offered in a section of the narrative, and greyed in the head."""
    desk.go("header/name")
    enabled(desk)
    assert not desk.action("項目を上へ移す").isEnabled()
    desk.go(AMOUNT)
    enabled(desk)
    assert desk.action("項目を上へ移す").isEnabled()


def test_keys_work_after_a_menu_that_offered_nothing(desk: Desk) -> None:
    """A menu that was opened and closed takes no key away."""
    QGuiApplication.clipboard().clear()
    desk.go(place.line("line-1-2", "remark"))
    enabled(desk)
    QGuiApplication.clipboard().setText("うめ")
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.line("line-1-2").remark == "うめ"


def test_a_right_click_offers_it_in_every_table(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The funding table and the grounds have the same menu, with the cell below the mouse as the current one."""
    opened: list[list[str]] = []
    monkeypatch.setattr(
        QMenu, "popup", lambda menu, _: opened.append([each.text() for each in menu.actions() if each.text()])
    )
    for where in ("funding/request/national", "headcount/request/regular"):
        desk.go(where)
        desk.go("header/name")
        index = desk.index(where)
        table = next(table for table in desk.tables() if table.model() is index.model())
        desk.view.form.ensureWidgetVisible(table)
        right_click(table, table.visualRect(index).center())
        assert desk.current == where
    assert [words[:2] for words in opened] == [["切り取り", "コピー"]] * 2


def test_no_key_acts_while_composing(desk: Desk) -> None:
    """While the input method composes over a cell, Ctrl+R and Delete are not the program's."""
    desk.go(AMOUNT)
    compose("せん")
    press(Key.Key_R, modifiers=CONTROL)
    press(Key.Key_Delete)
    assert desk.request == sample() or desk.value(AMOUNT) != 6_712


def test_delete_in_a_field_deletes_a_letter(desk: Desk) -> None:
    """Delete in a field is the field's own key."""
    desk.go("header/name")
    type_text("abc")
    press(Key.Key_Home, Key.Key_Delete)
    assert desk.value("header/name") == "bc"
