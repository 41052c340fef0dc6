"""Search and replacement in the window: Ctrl+F, Ctrl+H, Enter, F3, the list of what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from model.edits.fields import set_value, value_at
from model.request import place
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, focused, let_go, press, type_text
from ui.tables.sheet_table import SheetTable
from ui.widgets.editing.editors import TextArea

REMARK = place.line("line-1-2", "remark")
AMOUNT = place.line("line-1-2", "amount")


def search(desk: Desk, words: str, *, replaces: bool = False) -> None:
    """Press Ctrl+F or Ctrl+H and type what is searched."""
    press(Key.Key_H if replaces else Key.Key_F, modifiers=CONTROL)
    type_text(words)
    bar = desk.view.search_bar
    assert bar.isVisible()
    bar.search()  # the pause is over


def test_enter_walks_from_place_to_place(desk: Desk) -> None:
    """Enter shows one place after the other and stays in the field; Shift+Enter goes back; Esc goes on at the place."""
    desk.open(set_value(set_value(sample(), REMARK, "うめの木"), "assessment/comment", "うめ、うめ"))
    desk.go("header/name")
    search(desk, "うめ")
    bar = desk.view.search_bar
    assert bar.state.text() == "3件"
    press(Key.Key_Return)
    assert bar.state.text() == "1 / 3件"
    assert QApplication.focusWidget() is bar.words
    press(Key.Key_Return)
    area = desk.field("assessment/comment").editor
    assert isinstance(area, TextArea)
    assert (area.textCursor().selectionStart(), area.textCursor().selectedText()) == (3, "うめ")
    press(Key.Key_Return)
    assert bar.state.text() == "3 / 3件"
    assert desk.costs.is_pointed_at
    press(Key.Key_Return)
    assert bar.state.text() == "1 / 3件"
    assert "始めに戻りました" in desk.message
    press(Key.Key_Return, modifiers=SHIFT)
    press(Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.current == REMARK
    assert not desk.costs.is_pointed_at


def test_words_in_a_long_text_come_into_sight(desk: Desk) -> None:
    """A place in the middle of a long text is scrolled to, not only its field."""
    where = f"section/{sample().sections[0].id}/text"
    desk.open(set_value(sample(), where, "\n".join(["あ"] * 60 + ["うめ"] + ["い"] * 60)))
    desk.go("header/name")
    search(desk, "うめ")
    press(Key.Key_Return)
    area = desk.field(where).editor
    assert isinstance(area, TextArea)
    caret = area.viewport().mapTo(desk.view.form, area.cursorRect().center())
    assert 0 < caret.y() < desk.view.form.viewport().height()


def test_search_begins_where_the_writer_is(desk: Desk) -> None:
    """The first place is the first one behind the writer, not the first of the sheet."""
    desk.open(set_value(set_value(sample(), REMARK, "うめ"), "header/name", "うめ"))
    desk.go("assessment/comment")
    search(desk, "うめ")
    press(Key.Key_Return)
    assert desk.view.search_bar.state.text() == "2 / 2件"


def test_f3_goes_on_in_the_form(desk: Desk) -> None:
    """F3 from a cell goes to the next place itself, also when the bar is closed; without a search it opens the bar."""
    desk.open(set_value(set_value(sample(), REMARK, "うめの木"), "assessment/comment", "うめ"))
    desk.go("header/name")
    press(Key.Key_F3)
    assert desk.view.search_bar.isVisible()
    type_text("うめ")
    press(Key.Key_Escape)
    press(Key.Key_F3)
    assert isinstance(focused(), TextArea)
    press(Key.Key_F3)
    assert desk.current == REMARK
    press(Key.Key_F3, modifiers=SHIFT)
    assert isinstance(focused(), TextArea)


def test_a_figure_is_found_without_its_comma(desk: Desk) -> None:
    """6468 finds 6,468 in a cell; calculated figures are found too."""
    desk.open(sample())
    desk.go("header/name")
    search(desk, "6468")
    press(Key.Key_Return, Key.Key_Escape)
    assert desk.current == AMOUNT
    search(desk, "124767")
    assert desk.view.search_bar.matches.matches


def test_option_distinguishes_width(desk: Desk) -> None:
    """The option is on at first; off, half-width letters are not full-width ones."""
    desk.open(set_value(sample(), REMARK, "ＡＢＣ棟"))
    desk.go("header/name")
    search(desk, "abc")
    bar = desk.view.search_bar
    assert bar.state.text() == "1件"
    bar.ignores_width.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    assert bar.state.text() == "0件"


def test_replacing_shows_first_and_is_one_step(desk: Desk) -> None:
    """Ctrl+H shows each place as it is and as it will be; Space leaves one out; one Ctrl+Z takes all of it back."""
    before = set_value(set_value(sample(), REMARK, "うめの木"), "assessment/comment", "うめ、うめ")
    desk.open(before)
    desk.go("header/name")
    search(desk, "うめ", replaces=True)
    press(Key.Key_Tab)
    type_text("くり")
    bar = desk.view.search_bar
    bar.search()
    assert [item.text(2) for item in bar.matches._items] == [
        "【くり】、うめ",
        "うめ、【くり】",
        "【くり】の木",
    ]
    assert desk.request == before
    press(Key.Key_Down, Key.Key_Down, Key.Key_Space)
    assert bar.replacing.text().startswith("2か所")
    press(Key.Key_A, modifiers=ALT)
    let_go(bar.replacing)
    assert value_at(desk.request, "assessment/comment") == "くり、うめ"
    assert value_at(desk.request, REMARK) == "くりの木"
    assert "2か所を置き換えました" in desk.message
    desk.undo()
    assert desk.request == before


def test_selected_words_are_searched(desk: Desk) -> None:
    """What is selected in a text is what Ctrl+F searches."""
    desk.open(set_value(sample(), "assessment/comment", "うめとくり"))
    desk.go("assessment/comment")
    press(Key.Key_Home, modifiers=CONTROL)
    press(Key.Key_Right, modifiers=SHIFT, times=2)
    press(Key.Key_F, modifiers=CONTROL)
    assert desk.view.search_bar.words.text() == "うめ"


def test_only_read_nothing_is_replaced(desk: Desk) -> None:
    """While the request is only read, it is searched and nothing is replaced."""
    desk.open(set_value(sample(), REMARK, "うめ"))
    desk.document.lock(True)
    desk.go("header/name")
    search(desk, "うめ", replaces=True)
    assert desk.view.search_bar.state.text() == "1件"
    assert not desk.view.search_bar.replacing.isEnabled()
    desk.document.lock(False)


def test_the_list_follows_the_request(desk: Desk) -> None:
    """What is typed in the form while the bar is open is found a moment later."""
    desk.open(sample())
    desk.go("header/name")
    search(desk, "うめ")
    assert desk.view.search_bar.state.text() == "0件"
    desk.go(REMARK)
    type_text("うめ")
    press(Key.Key_Return)
    desk.view.search_bar.search()
    assert desk.view.search_bar.state.text() == "1件"


def test_menu_has_the_search(desk: Desk) -> None:
    """検索 and 置換 stand in the menu, with their keys."""
    desk.open(sample())
    desk.go(AMOUNT)
    choose(Key.Key_E, "検索")
    assert desk.view.search_bar.isVisible()
    assert not desk.view.search_bar.other.isVisible()
    press(Key.Key_Escape)
    assert isinstance(focused(), SheetTable)
    assert desk.action("置換").shortcut().toString() == "Ctrl+H"


def test_replacing_by_nothing_is_called_deleting(desk: Desk) -> None:
    """With nothing to put in its place the button says that what was found is deleted, and so does the foot."""
    desk.open(set_value(sample(), "assessment/comment", "うめ、うめ"))
    desk.go("header/name")
    search(desk, "うめ", replaces=True)
    bar = desk.view.search_bar
    assert bar.replacing.text().startswith("2か所から消す")
    press(Key.Key_Tab)
    type_text("x")
    bar.search()
    assert bar.replacing.text().startswith("2か所を置き換える")
    press(Key.Key_Backspace)
    bar.search()
    press(Key.Key_A, modifiers=ALT)
    let_go(bar.replacing)
    assert desk.value("assessment/comment") == "、"
    assert desk.message.startswith("2か所から消しました")
