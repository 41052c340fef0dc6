"""The column of 節: shown when it is wanted, typed by number, name or reading, and added up below the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from model.edits.fields import set_value
from model.request.request import Line, Request
from tests.samples import with_lines
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, choose, commit, compose, focused, press, type_text
from ui.widgets.editing.completing_editor import CompletingEditor
from ui.widgets.labels import WordsNote

COLUMN = "節の列を出す"
WHERE = "line/a/object_class"
H31, R2 = "平成31年度", "令和2年度"


def lines(first: str = "", second: str = "", *, year: str = R2) -> Request:
    """A request of a year with two lines and their 節."""
    request = with_lines(
        Line("a", "旅費", 5, 10, object_class=first), Line("b", "委託", None, 7, object_class=second)
    )
    return set_value(request, "header/fiscal_year", year)


def open_with_column(desk: Desk, request: Request) -> None:
    """Open a request, the column of 節 shown, the cursor in its first cell."""
    desk.open(request)
    desk.go("line/a/remark")
    if not desk.costs.shows_object_classes:
        choose(Key.Key_B, COLUMN)
    desk.go(WHERE)


def editor() -> CompletingEditor:
    """The open editor of a 節."""
    widget = focused()
    assert isinstance(widget, CompletingEditor)
    return widget


def offered() -> list[str]:
    """What is offered below the editor."""
    offers = editor().list
    return [offers.item(at).text() for at in range(offers.count())] if offers.isVisible() else []


def note(desk: Desk) -> str:
    """The words below the cost table."""
    found = next(
        each for each in desk.view.form.findChildren(WordsNote) if each.accessibleName() == "節別の計"
    )
    return found.text() if found.isVisible() else ""


# --- the column ---


def test_column_is_hidden_until_wanted(desk: Desk) -> None:
    """A request without 節 shows no column for them; the 積算 menu shows it and hides it again."""
    desk.open(lines())
    desk.go("line/a/remark")
    assert not desk.costs.shows_object_classes
    choose(Key.Key_B, COLUMN)
    assert desk.costs.shows_object_classes
    assert desk.current == "line/a/remark"
    press(Key.Key_Tab)
    assert desk.current == WHERE
    choose(Key.Key_B, COLUMN)

    assert not desk.costs.shows_object_classes
    assert desk.current == "line/a/remark", "the cursor is never in a cell that is out of sight"


def test_column_is_there_with_the_first_class(desk: Desk) -> None:
    """A request in which a line has a 節 opens with the column."""
    desk.open(lines("8 旅費"))

    assert desk.costs.shows_object_classes


def test_hidden_column_is_passed_over(desk: Desk) -> None:
    """Tab goes past the hidden column, copying leaves it out, and emptying the cells leaves it as it is."""
    desk.open(lines("8 旅費", "12 委託料"))
    desk.go("line/a/remark")
    choose(Key.Key_B, COLUMN)
    press(Key.Key_Tab)
    assert desk.current == "line/b/text"
    press(Key.Key_A, modifiers=CONTROL)
    press(Key.Key_C, modifiers=CONTROL)
    assert "委託料" not in QApplication.clipboard().text()
    press(Key.Key_D, modifiers=CONTROL)
    press(Key.Key_Delete)

    assert [desk.line(each).object_class for each in "ab"] == ["8 旅費", "12 委託料"]
    assert [desk.line(each).text for each in "ab"] == ["", ""]


def test_nothing_is_pasted_into_the_hidden_column(desk: Desk) -> None:
    """A block from Excel that is wider than what is in sight is asked, and nothing is put in; shown, the 節 is filled too."""
    desk.open(lines())
    desk.go("line/a/text")
    block = "普通旅費\t5\t10\t備考\t8"
    desk.paste(block)
    assert (desk.line("a").text, desk.line("a").remark, desk.line("a").object_class) == ("旅費", "", "")
    assert "表には何も貼り付けていません。" in desk.message
    press(Key.Key_Escape)  # the review page of the block
    choose(Key.Key_B, COLUMN)
    desk.go("line/a/text")
    desk.paste(block)

    assert (desk.line("a").remark, desk.line("a").object_class) == ("備考", "8")


# --- typing ---


@pytest.mark.parametrize("typed", ["いたく", "イタク", "委託", "12", "１２", "12委託料"])
def test_class_is_found_as_it_is_typed(desk: Desk, typed: str) -> None:
    """By its reading in either kana, a part of its name, or its number, the 節 is kept as the year's list names it."""
    open_with_column(desk, lines())
    type_text(typed)
    assert offered()[0] == "12 委託料"
    assert editor().text() == typed, "what is typed is left alone"
    press(Key.Key_Return)

    assert desk.line("a").object_class == "12 委託料"
    assert desk.shown(WHERE) == "12 委託料"
    assert desk.current == "line/b/object_class"
    desk.undo()
    assert desk.document.undo_label is None


@pytest.mark.parametrize(
    ("key", "then"), [(Key.Key_Return, "line/b/object_class"), (Key.Key_Tab, "line/b/text")]
)
def test_offer_is_taken(desk: Desk, key: Qt.Key, then: str) -> None:
    """↓ chooses among what is offered, Enter or Tab takes it and travels; it is one step of undo."""
    open_with_column(desk, lines())
    type_text("1")
    assert offered()[:3] == ["1 報酬", "10 需用費", "11 役務費"]
    press(Key.Key_Down, times=3)
    assert desk.is_editing()
    press(key)

    assert desk.line("a").object_class == "11 役務費"
    assert desk.current == then
    desk.undo()
    assert desk.request == lines()
    assert desk.document.undo_label is None


def test_up_goes_round(desk: Desk) -> None:
    """↑ from the first offer chooses the last one."""
    open_with_column(desk, lines())
    type_text("料")
    offers = offered()
    press(Key.Key_Down, Key.Key_Up, Key.Key_Return)

    assert desk.line("a").object_class == offers[-1]


def test_offer_is_taken_by_a_click(desk: Desk) -> None:
    """A click on an offer takes it and leaves the editor open on it."""
    open_with_column(desk, lines())
    type_text("1")
    offers = editor().list
    offers.itemClicked.emit(offers.item(1))
    assert offered() == []
    press(Key.Key_Return)

    assert desk.line("a").object_class == "10 需用費"


def test_esc_leaves_the_class_as_it_was(desk: Desk) -> None:
    """Esc closes the offers with the editor and gives back what was there."""
    open_with_column(desk, lines("8 旅費"))
    type_text("12")
    press(Key.Key_Escape)

    assert desk.line("a").object_class == "8 旅費"
    assert not desk.is_editing()
    assert not any(each.isVisible() for each in desk.costs.findChildren(QListWidget, "offers"))


def test_offers_wait_for_the_composing(desk: Desk) -> None:
    """While the input method composes, nothing is offered, and its arrows are its own."""
    open_with_column(desk, lines())
    compose("いた")
    assert not any(each.isVisible() for each in desk.costs.findChildren(QListWidget, "offers"))
    press(Key.Key_Down)
    assert desk.is_editing()
    commit("いた")

    assert "12 委託料" in offered()


def test_own_sub_object_is_kept(desk: Desk) -> None:
    """A 細節 of the section's own stands behind the 節."""
    open_with_column(desk, lines())
    type_text("10/消耗品費")
    press(Key.Key_Return)

    assert desk.line("a").object_class == "10 需用費/消耗品費"


def test_unknown_text_is_kept_and_found(desk: Desk) -> None:
    """What no list has is kept as typed, and a finding says so."""
    open_with_column(desk, lines())
    type_text("xyz")
    assert offered() == []
    press(Key.Key_Return)

    assert desk.line("a").object_class == "xyz"
    (found,) = desk.snapshot.findings.all
    assert (found.rule, found.place) == ("40-unknown", WHERE)


# --- what is said of it ---


def test_subtotals_stand_below_the_table(desk: Desk) -> None:
    """The figures by 節 with those of the year before, as soon as a line has one."""
    open_with_column(desk, lines())
    assert note(desk) == ""
    type_text("8")
    press(Key.Key_Return)
    assert note(desk) == "節別の計（千円）　8 旅費 10（前年度 5）・節なし 7"
    type_text("12")
    press(Key.Key_Return)

    assert note(desk) == "節別の計（千円）　8 旅費 10（前年度 5）・12 委託料 7"


def test_class_of_other_years(desk: Desk) -> None:
    """13 委託料 was right to 令和元年度; typed in 令和2年度 it is a finding whose one action makes it 12."""
    open_with_column(desk, lines())
    type_text("13委託料")
    press(Key.Key_Return)
    (found,) = desk.snapshot.findings.all
    assert "委託料は12です" in found.message
    press(Key.Key_F8)
    assert desk.current == WHERE
    assert desk.view.findings.finding_actions.fix.text() == "「12 委託料」に直す"
    desk.view.findings.finding_actions.fix.click()

    assert desk.line("a").object_class == "12 委託料"
    assert desk.snapshot.findings.all == ()


def test_finding_brings_the_column_into_sight(desk: Desk) -> None:
    """Choosing a finding at a 節 that is hidden shows the column."""
    desk.open(lines("13 委託料"))
    desk.go("line/a/remark")
    choose(Key.Key_B, COLUMN)
    press(Key.Key_F8)

    assert desk.costs.shows_object_classes
    assert desk.current == WHERE


def test_same_number_in_the_old_year(desk: Desk) -> None:
    """In 平成31年度 the same keys give 13 委託料."""
    open_with_column(desk, lines(year=H31))
    type_text("いたく")
    assert offered() == ["13 委託料"]
    press(Key.Key_Return)

    assert desk.line("a").object_class == "13 委託料"
    assert desk.snapshot.findings.all == ()
