"""The palette of commands (Ctrl+Shift+P) and the list of keys (F1), both made from the actions."""

from __future__ import annotations

import pytest

from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, commit, compose, focused, press, type_text
from ui.window.commands.romaji import kana, matches


def rows(desk: Desk) -> list[tuple[str, str, str]]:
    """What the palette lists."""
    tree = desk.window.menus.palette.list
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2)) for item in items if item is not None]


def test_f1_lists_the_keys_of_the_actions(desk: Desk) -> None:
    """Every entry of the menus that has keys is listed with them as they are, and the keys of cells."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_F1)
    listed = {(words, keys) for _, words, keys in rows(desk)}
    for action in desk.entries():
        if action.shortcuts() and action.menu() is None and "元に戻す" not in action.text():
            assert any(
                words == action.text() and action.shortcut().toString() in keys for words, keys in listed
            ), action.text()
    assert ("セルの続きから書く", "F2") in listed
    assert ("検索…", "Ctrl+F") in listed
    press(Key.Key_Escape)
    assert desk.current == "line/line-1-2/amount"


@pytest.mark.parametrize("typed", ["検索", "けんさく", "kensaku", "ＫＥＮＳＡＫＵ", "ケンサク"])
def test_a_command_is_found_as_it_is_read(desk: Desk, typed: str) -> None:
    """Kanji, kana of either kind and Latin letters find a command; Enter runs it."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text(typed)
    assert ("編集", "検索…", "Ctrl+F") in rows(desk)
    press(Key.Key_Return)
    assert desk.view.search_bar.isVisible()
    desk.view.search_bar.close_bar()


def test_sections_are_gone_to(desk: Desk) -> None:
    """The sections of the form are commands too."""
    desk.go("header/name")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text("shoyoukeihi")
    assert rows(desk)[-1][:2] == ("項目へ移動", "所要経費")
    press(Key.Key_Up, times=30)
    press(Key.Key_Down, times=len(rows(desk)))
    press(Key.Key_Return)
    assert desk.table is desk.costs


def test_acts_on_rows_are_for_the_row_that_one_was_in(desk: Desk) -> None:
    """An act on rows runs on the current row; the focus is back in the table."""
    desk.go("line/line-1-2/text")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text("行を下に")
    press(Key.Key_Return)
    assert len(desk.request.groups[0].lines) == 6
    assert desk.request.groups[0].lines[1].id == "line-1-2"
    assert desk.table is desk.costs


def test_what_cannot_be_done_is_listed_and_does_nothing(desk: Desk) -> None:
    """元に戻す without a step is listed, and Enter leaves the palette open."""
    desk.go("header/name")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text("元に戻す")
    press(Key.Key_Return)
    assert desk.window.menus.palette.isVisible()
    press(Key.Key_Escape)
    assert not desk.window.menus.palette.isVisible()
    assert focused() is desk.field("header/name").editor


def test_enter_belongs_to_the_input_method(desk: Desk) -> None:
    """While the input method composes, Enter and the arrows choose no command."""
    desk.go("header/name")
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    compose("けん")
    press(Key.Key_Return)
    assert desk.window.menus.palette.isVisible()
    commit("検索")
    assert ("編集", "検索…", "Ctrl+F") in rows(desk)
    press(Key.Key_Escape)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("上書き保存", "ほぞん", True), ("上書き保存", "uwagakihozon", False), ("要求書", "youkyuusho", True),
        ("キーの一覧", "きー", True), ("キーの一覧", "ki-", True), ("下へコピー", "こぴー した", True), ("下へコピー", "うえ", False),
        ("Ctrl+F", "ctrl+f", True), ("財源の根拠", "zaigen", True), ("切り取り", "kiritori", True), ("貼り付け", "はり", True),
        ("合っている合計", "atteiru", True),
    ],
)  # fmt: skip
def test_reading(text: str, wanted: str, found: bool) -> None:
    """What is typed without converting matches what is written, each word for itself."""
    assert matches(text, wanted) == found


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        ("kensaku", "けんさく"),
        ("kakko", "かっこ"),
        ("shinai", "しない"),
        ("kyou", "きょう"),
        ("onna", "おんあ"),
        ("onnna", "おんな"),
        ("hyou", "ひょう"),
    ],
)
def test_latin_letters(latin: str, written: str) -> None:
    """Latin letters become kana as an input method makes them."""
    assert kana(latin) == written
