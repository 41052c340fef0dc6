"""Linked figures at the keyboard: offered while typing, chosen from a list, followed, gone to, unlinked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, commit, compose, press, type_text
from ui.links.figure_list import FigureList
from ui.widgets.editing.editors import TextArea

TEXT = "section/section-1/text"
AMOUNT = "line/line-1-1/amount"


@pytest.fixture
def area(desk: Desk) -> TextArea:
    """The text of 事業概要, with the caret at its end, behind a line break."""
    desk.go(TEXT)
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Return)
    editor = desk.field(TEXT).editor
    assert isinstance(editor, TextArea)
    return editor


def hint(desk: Desk) -> str:
    """The offer that is in sight after the pause in which it is looked up."""
    linking = desk.view.linking
    QApplication.processEvents()
    for timer in linking.findChildren(QTimer):
        if timer.isActive():  # its time is up
            timer.stop()
            timer.timeout.emit()
    QApplication.processEvents()
    return linking.hint


def last_line(area: TextArea) -> str:
    """What stands in the last line of the text."""
    return area.toPlainText().rpartition("\n")[2]


def change_amount(desk: Desk) -> None:
    """Type 17,943 into the first line, 1,000 more than before, and leave the cell."""
    desk.go(AMOUNT)
    type_text("17943")
    press(Key.Key_Return)


def test_an_offer_is_taken_with_one_key(desk: Desk, area: TextArea) -> None:
    """Who types an amount that is a figure of the sheet is offered the link; Ctrl+K takes it, and the words follow from then on."""
    type_text("要求額は")
    type_text("124,767")
    commit("千円")
    assert hint(desk) == "124,767千円 ＝ 要求額　Ctrl+K でつなぐ"
    press(Key.Key_K, modifiers=CONTROL)
    type_text("です")
    assert desk.view.linking.hint == ""
    change_amount(desk)
    assert last_line(area) == "要求額は125,767千円です"
    desk.undo()
    assert last_line(area) == "要求額は124,767千円です"


def test_typing_on_ignores_an_offer(desk: Desk, area: TextArea) -> None:
    """The next key takes the offer away and is typed as any other; nothing is linked."""
    type_text("124,767")
    assert hint(desk)
    type_text("k")
    assert (desk.view.linking.hint, last_line(area), desk.request.links) == ("", "124,767k", ())


def test_the_input_method_is_not_interrupted(desk: Desk, area: TextArea) -> None:
    """While something is composed nothing is offered; committed words are."""
    type_text("124,767")
    compose("せんえん")
    assert hint(desk) == ""
    commit("千円")
    assert hint(desk).startswith("124,767千円")


def click_at(area: TextArea, position: int) -> None:
    """Click at a place of the text."""
    area.go_to(position)
    spot = area.cursorRect().center()
    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.parametrize("is_moved", [True, False])
def test_composing_on_takes_the_offer_away(desk: Desk, area: TextArea, is_moved: bool) -> None:
    """Who composes on is no longer offered the figure before, and Ctrl+K then overwrites no other words."""
    type_text("124,767")
    commit("千円")
    assert hint(desk)
    if is_moved:
        click_at(area, len(area.toPlainText()) - len("124,767千円"))
        assert desk.view.linking.hint == ""
    compose("で")
    compose("です")
    assert desk.view.linking.hint == ""
    commit("です")
    assert hint(desk) == ""
    press(Key.Key_K, modifiers=CONTROL)
    press(Key.Key_Escape)
    assert last_line(area) == ("です124,767千円" if is_moved else "124,767千円です")
    assert desk.request.links == ()


def test_undoing_takes_the_offer_away(desk: Desk, area: TextArea) -> None:
    """The figure that was offered is gone by Ctrl+Z, whose key comes to no text; Ctrl+K brings nothing of it back."""
    before = area.toPlainText()
    type_text("124,767")
    assert hint(desk)
    desk.undo()
    assert desk.view.linking.hint == ""
    press(Key.Key_K, modifiers=CONTROL)
    press(Key.Key_Escape)
    assert before.startswith(area.toPlainText())
    assert desk.request.links == ()


def test_a_figure_is_chosen_from_the_list(desk: Desk, area: TextArea) -> None:
    """Ctrl+K elsewhere opens the list; words of the name or the number find a figure, Enter puts it in, Ctrl+Z takes it out."""
    before = area.toPlainText()
    type_text("事務費は")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("標準事務費")
    press(Key.Key_Return)
    type_text("です。")
    assert last_line(area) == "事務費は12,085千円です。"
    assert [link.figure for link in desk.request.links] == ["line/line-1-5/amount"]
    desk.undo()
    desk.undo()
    assert last_line(area) == "事務費は"
    desk.undo()
    assert area.toPlainText() == before


def test_another_way_to_write_it_is_found_by_its_words(desk: Desk, area: TextArea) -> None:
    """「要求額 約」 finds 約1億2,477万円; the arrows choose among what is found."""
    press(Key.Key_K, modifiers=CONTROL)
    type_text("要求額 約")
    press(Key.Key_Return)
    type_text("と")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("12085")
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert last_line(area) == "約1億2,477万円と12,085"
    assert [link.form for link in desk.request.links] == ["about_ten_thousands", "digits"]


def test_a_linked_figure_is_written_in_another_way(desk: Desk, area: TextArea) -> None:
    """With the caret at a linked figure, Ctrl+K begins at that figure, and what is chosen stands in its place."""
    for words in ("標準事務費 12,085千円", "標準事務費 約"):
        press(Key.Key_K, modifiers=CONTROL)
        type_text(words)
        press(Key.Key_Return)
    assert last_line(area) == "約1,209万円"
    assert len(desk.request.links) == 1


def test_esc_leaves_the_text_as_it_was(desk: Desk, area: TextArea) -> None:
    """Esc closes the list, the caret is where it was, and nothing is a step of undo."""
    before = desk.request
    press(Key.Key_K, modifiers=CONTROL)
    type_text("標準")
    press(Key.Key_Escape)
    assert desk.request is before
    assert area.hasFocus()
    assert desk.view.linking.list is None


def test_selected_words_are_replaced(desk: Desk, area: TextArea) -> None:
    """With words selected the figure stands in their place."""
    type_text("総額は@@")
    press(Key.Key_Left, modifiers=SHIFT, times=2)
    press(Key.Key_K, modifiers=CONTROL)
    press(Key.Key_Return)
    assert last_line(area) == "総額は124,767千円"


def test_the_source_of_a_link(desk: Desk, area: TextArea) -> None:
    """Ctrl+Shift+K and a click with Ctrl go to the figure; つながりを外す leaves the words."""
    press(Key.Key_K, modifiers=CONTROL)
    type_text("標準事務費 12,085千円")
    press(Key.Key_Return)
    point = area.cursorRect().center() - QPoint(20, 0)
    press(Key.Key_K, modifiers=CONTROL | SHIFT)
    assert desk.current == "line/line-1-5/amount"
    desk.go(TEXT)
    QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, CONTROL, point)
    assert desk.current == "line/line-1-5/amount"
    desk.go(TEXT)
    area.go_to(len(area.toPlainText()))
    choose(Key.Key_E, "つながりを外す")
    assert desk.request.links == ()
    assert last_line(area) == "12,085千円"
    assert "ただの文字" in desk.message


def test_links_are_underlined(desk: Desk, area: TextArea) -> None:
    """The words of a link are underlined, also after a letter outside the basic plane and after the figure changed."""
    type_text("𠮷")
    press(Key.Key_K, modifiers=CONTROL)
    press(Key.Key_Return)
    marks = [mark.cursor.selectedText() for mark in area.extraSelections()]
    assert marks == ["124,767千円"]
    change_amount(desk)
    assert [mark.cursor.selectedText() for mark in area.extraSelections()] == ["125,767千円"]


def test_outside_of_a_text_nothing_is_linked(desk: Desk) -> None:
    """In a figure's cell Ctrl+K says where it can be used."""
    desk.go(AMOUNT)
    press(Key.Key_K, modifiers=CONTROL)
    assert "文の中にカーソル" in desk.message


def test_a_request_that_is_only_read(desk: Desk, area: TextArea) -> None:
    """While a request is only read the entries that change it cannot be chosen."""
    desk.document.lock(True)
    QApplication.processEvents()
    assert not desk.action("文の数字をつなぐ").isEnabled()
    assert not desk.action("つながりを外す").isEnabled()
    desk.document.lock(False)


def test_words_that_are_linked_already_are_not_offered(desk: Desk, area: TextArea) -> None:
    """Behind a linked figure no link is offered again."""
    press(Key.Key_K, modifiers=CONTROL)
    press(Key.Key_Return)
    type_text("は")
    press(Key.Key_Backspace)
    assert hint(desk) == ""


def test_certain_figures_are_linked_in_one_step(desk: Desk, area: TextArea) -> None:
    """まとめてつなぐ links what the sentences name, says how many, and is one step of undo; again there is nothing left."""
    type_text("要求額は")
    type_text("124,767")
    commit("千円、標準事務費は")
    type_text("12,085")
    commit("千円。")
    choose(Key.Key_E, "文の確かな数字")
    assert [link.figure for link in desk.request.links] == ["request/amount", "line/line-1-5/amount"]
    assert "2か所" in desk.message
    choose(Key.Key_E, "文の確かな数字")
    assert "ありません" in desk.message
    desk.undo()
    assert desk.request.links == ()


def test_a_remark_says_a_figure(desk: Desk) -> None:
    """In the remark of a line the list opens at the caret; the words are followed there too."""
    where = "line/line-1-2/remark"
    desk.go(where)
    type_text("(")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("要求額 124,767千円")
    press(Key.Key_Return)
    assert desk.value(where) == "(124,767千円"
    assert desk.current == where
    change_amount(desk)
    assert desk.value(where) == "(125,767千円"


def test_links_are_underlined_in_cells(desk: Desk) -> None:
    """A linked figure has its dotted line in the cell of a table too, behind the calculation that stands above a remark."""
    where = "line/line-1-2/remark"
    desk.go("line/line-1-2/amount")
    type_text("=5千円×2箇所")
    press(Key.Key_Return)
    desk.go(where)
    type_text("(𠮷")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("要求額 千円")
    press(Key.Key_Return)
    (linked,) = desk.request.links
    desk.go(AMOUNT)
    cells, cell = desk.table.cells, desk.index(where)
    assert cells.text_at(cell).startswith("5千円×2箇所")
    ((start, end),) = cells.linked_at(cell)
    assert cells.text_at(cell).encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == linked.shown
    box = desk.table.visualRect(cell)
    with_line = desk.table.viewport().grab(box).toImage()
    desk.document.edit("", replace(desk.request, links=()))
    assert desk.table.viewport().grab(box).toImage() != with_line


def test_an_offer_in_a_remark(desk: Desk) -> None:
    """While a remark is typed, the offer is taken without leaving the cell."""
    where = "line/line-1-2/remark"
    desk.go(where)
    type_text("124,767")
    assert hint(desk)
    press(Key.Key_K, modifiers=CONTROL)
    type_text("x")
    press(Key.Key_Return)
    change_amount(desk)
    assert desk.value(where) == "125,767x"


def test_the_figures_of_the_texts_are_listed(desk: Desk, area: TextArea) -> None:
    """文の中の数字を一覧にする shows each with what it equals or contradicts, but for linked ones; Enter goes to its text."""
    type_text("要求額は")
    type_text("124,776")
    commit("千円、標準事務費は")
    type_text("12,085")
    commit("千円、")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("一般財源 122,608千円")
    press(Key.Key_Return)
    choose(Key.Key_K, "文の中の数字")
    report = desk.view.side.reports[-1]
    words = [entry.text for entry in report.report.entries]
    wrong = next(text for text in words if "124,776千円" in text)
    assert "124,767千円" in wrong
    assert any("12,085千円" in text and "標準事務費" in text for text in words)
    assert not any("122,608千円" in text for text in words)
    report.list.setCurrentRow(words.index(wrong))
    press(Key.Key_Return)
    assert desk.field(TEXT).editor.hasFocus()


def test_list_says_what_falls(desk: Desk, area: TextArea) -> None:
    """A decrease that is written without its sign is called one in the list: 「370千円」 of △370."""
    assert area.hasFocus()
    press(Key.Key_K, modifiers=CONTROL)
    shown = next(each for each in desk.window.findChildren(FigureList) if each.isVisible())
    changes = [
        (item.text(), choice)
        for item in map(shown.list.item, range(shown.list.count()))
        if (choice := item.data(Qt.ItemDataRole.UserRole)).figure.kind == "change"
    ]
    falling = [words for words, choice in changes if choice.figure.value < 0]
    assert falling
    assert all("△" in words or words.endswith("（減額）") for words in falling)
    assert not any("（減額）" in words for words, choice in changes if choice.figure.value >= 0)
    press(Key.Key_Escape)
