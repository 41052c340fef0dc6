"""付せん: what colleagues write about a field or cell stands in the file and in one list, and on no page."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from model.document import storage
from model.edits import sticky_notes as edits
from model.edits.structure import delete_lines, move_line
from model.next_year import next_year
from model.request.sticky_note import StickyNote
from templates.page.html import render
from templates.paper.blocks import PARTS
from templates.paper.layout import paper
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from templates.workbook.memory import SHEET
from tests.samples import ROOT, sample, snapshot, standard
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, commit, compose, focused, press, type_text
from ui.review.sticky_pane import StickyBox, StickyPane
from ui.widgets.editing.editors import TextArea
from ui.widgets.labels import PlainLabel
from ui.widgets.sticky_mark import StickyMark

AMOUNT, OTHER = "line/line-1-1/amount", "line/line-1-3/amount"
WORDS = "ないしょの覚え書き"
NOTE = StickyNote("note", AMOUNT, WORDS, "tanaka", "2026-11-29T08:30")


@pytest.fixture
def noted(desk: Desk) -> Desk:
    """The real sheet with a note on an amount."""
    desk.open(replace(sample(), sticky_notes=(NOTE,)))
    return desk


def pane(desk: Desk) -> StickyPane:
    """The list beside the form."""
    return desk.view.side.sticky


def box(desk: Desk, at: int = 0) -> StickyBox:
    """A note of the list."""
    return pane(desk).boxes[at]


def test_note_is_written_by_keys(desk: Desk) -> None:
    """Shift+F2 on a cell begins a note, its words are one step of undo, Esc goes back to the cell."""
    desk.open(sample())
    desk.go(AMOUNT)
    press(Key.Key_F2, modifiers=SHIFT)
    assert isinstance(focused(), TextArea)
    assert desk.request == sample(), "no word of it is written"
    type_text("ask the division")
    (note,) = desk.request.sticky_notes
    assert (note.place, note.text, bool(note.who), len(note.when)) == (AMOUNT, "ask the division", True, 16)
    assert desk.view.side.tabs.tabText(4) == "付せん 1"
    press(Key.Key_Escape)
    assert desk.current == AMOUNT
    assert "ask the division" in desk.told(AMOUNT)
    desk.undo()
    assert desk.request == sample()
    assert not desk.view.side.tabs.isTabVisible(4)
    assert desk.view.findings.isVisible(), "the findings are in front again"


def test_note_without_words_is_none(desk: Desk) -> None:
    """A note that was begun and left leaves nothing; one whose words were all deleted is gone, and undo brings it back."""
    desk.open(sample())
    desk.go("header/name")
    press(Key.Key_F2, modifiers=SHIFT)
    press(Key.Key_Escape)
    QApplication.processEvents()
    assert desk.request == sample()
    assert pane(desk).boxes == []
    press(Key.Key_F2, modifiers=SHIFT)
    type_text("x")
    press(Key.Key_Backspace)
    assert desk.request == sample()


def test_note_of_a_place_is_gone_on_with(noted: Desk) -> None:
    """Shift+F2 on a cell that has a note goes into it; a second note on another cell stands below."""
    noted.go(AMOUNT)
    press(Key.Key_F2, modifiers=SHIFT)
    assert focused() is box(noted).editor
    press(Key.Key_End, modifiers=CONTROL)
    type_text("!")
    assert [note.text for note in noted.request.sticky_notes] == [f"{WORDS}!"]
    noted.go(OTHER)
    press(Key.Key_F2, modifiers=SHIFT)
    type_text("b")
    assert [note.place for note in noted.request.sticky_notes] == [AMOUNT, OTHER]


def test_input_method_keeps_its_esc(noted: Desk) -> None:
    """While a word is composed in a note, Esc is the input method's: the note is not left, and nothing is written."""
    noted.go(AMOUNT)
    press(Key.Key_F2, modifiers=SHIFT)
    compose("かくに")
    press(Key.Key_Escape)
    assert focused() is box(noted).editor
    assert noted.request.sticky_notes == (NOTE,)
    commit("確認")
    assert "確認" in noted.request.sticky_notes[0].text


def test_list_goes_there_ticks_and_takes_off(noted: Desk) -> None:
    """欄へ goes to the cell, 済み ticks it off (the mark goes), はがす takes it away; each is undone by Ctrl+Z."""
    assert box(noted).note == NOTE
    words = [label.text() for label in box(noted).findChildren(PlainLabel)]
    assert words[0] == "所要経費 ＞ 「地方公共団体情報システム機構への負担金」の要求額"
    assert words[1] == "tanaka　11月29日 08:30"
    noted.go(AMOUNT)
    press(Key.Key_F2, modifiers=SHIFT)
    press(Key.Key_Tab)
    press(Key.Key_Space)
    assert noted.current == AMOUNT
    press(Key.Key_F2, modifiers=SHIFT)
    press(Key.Key_Tab, Key.Key_Tab)
    press(Key.Key_Space)
    assert noted.request.sticky_notes[0].done
    assert WORDS not in noted.told(AMOUNT)
    assert noted.view.side.tabs.tabText(4) == "付せん 0"
    noted.undo()
    assert WORDS in noted.told(AMOUNT)
    noted.go(AMOUNT)
    press(Key.Key_F2, modifiers=SHIFT)
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    press(Key.Key_Space)
    assert noted.request == sample()
    noted.undo()
    assert noted.request.sticky_notes == (NOTE,)


def test_field_shows_its_mark(desk: Desk) -> None:
    """A field with a note has a folded corner with the words; where it is ticked off the corner is gone."""
    desk.open(replace(sample(), sticky_notes=(replace(NOTE, place="header/name"),)))
    (mark,) = [mark for mark in desk.view.form.findChildren(StickyMark) if not mark.isHidden()]
    assert WORDS in mark.toolTip()
    desk.document.edit("済み", edits.tick_note(desk.request, "note", done=True))
    assert mark.isHidden()


def test_menu_writes_a_note_and_says_where_none_can_stand(desk: Desk) -> None:
    """編集 ＞ 付せんを書く・直す does the same; on the row that is only offered a sentence says why not."""
    desk.open(sample())
    desk.go(AMOUNT)
    choose(Key.Key_E, "付せんを書く")
    type_text("a")
    assert len(desk.request.sticky_notes) == 1
    desk.go(f"commitment/{desk.request.commitments[-1].id}/line")
    press(Key.Key_Down)
    press(Key.Key_F2, modifiers=SHIFT)
    assert "付せんは" in desk.message


def test_note_follows_its_line(noted: Desk) -> None:
    """A note stays with its line when that is moved; where the line is deleted the note is kept, and undo brings both back."""
    noted.view.side.bring_to_front(pane(noted))
    noted.document.edit("移動", move_line(noted.request, "line-1-1", 1))
    assert WORDS in noted.told(AMOUNT)
    noted.document.edit("削除", delete_lines(noted.request, ["line-1-1"]))
    assert noted.request.sticky_notes == (NOTE,)
    assert not box(noted).go.isEnabled()
    noted.document.undo()
    assert box(noted).go.isEnabled()


def test_note_is_on_no_page_and_no_sheet(tmp_path: Path) -> None:
    """A secret in a note is not on the page, in its data, on paper, or on a sheet that can be seen; our own workbook gives it back."""
    request = replace(sample(), sticky_notes=(NOTE,))
    page = render(snapshot(request), ROOT / "templates" / "standards" / "tottori")
    assert page == render(snapshot(sample()), ROOT / "templates" / "standards" / "tottori")
    assert paper(snapshot(request), PARTS) == paper(snapshot(sample()), PARTS)
    data = workbook_bytes(snapshot(request))
    book = openpyxl.load_workbook(io.BytesIO(data))
    visible = [sheet for sheet in book if sheet.title != SHEET]
    texts = {str(cell.value) for sheet in visible for row in sheet.iter_rows() for cell in row}
    comments = {
        cell.comment.text for sheet in visible for row in sheet.iter_rows() for cell in row if cell.comment
    }
    assert not [text for text in (*texts, *comments) if WORDS in text]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if WORDS.encode() in archive.read(name)]
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    assert read_workbook(path, standard()).request == request


def test_note_stays_in_the_file_and_not_in_next_years_draft() -> None:
    """The file keeps it (format 8); the draft begins without, and its list says so."""
    request = replace(sample(), sticky_notes=(NOTE,))
    assert json.loads(storage.dumps(request))["format"] == 8
    assert storage.loads(storage.dumps(request), "x") == request
    draft = next_year(request, standard())
    assert draft.sticky_notes == ()
    (said,) = [change for change in draft.carried if change.what == "付せん"]
    assert (said.turned, said.why) == (
        "1枚 → （なし）",
        "付せんは平成31年度の要求書に残し、引き継いでいません。",
    )


def test_note_of_an_offered_row_is_written_on_its_table(desk: Desk) -> None:
    """Shift+F2 in the blank row below the lines begins a note on the table, and says so: no word of it is typed into a cell."""
    before = sample()
    desk.open(before)
    desk.go("line/line-5-2/text")
    press(Key.Key_Down)
    press(Key.Key_F2, modifiers=SHIFT)
    assert isinstance(focused(), TextArea)
    assert "に付けます" in desk.message
    type_text("for the table")
    (note,) = desk.request.sticky_notes
    assert (note.place, note.text) == ("group/group-5/title", "for the table")
    assert desk.request.groups == before.groups


def test_sentence_ends_with_the_next_act(desk: Desk) -> None:
    """What was said of Shift+F2 is gone after F8: a sentence is about the last act."""
    desk.open(sample())
    desk.go("line/line-5-2/text")
    press(Key.Key_Down)
    press(Key.Key_F2, modifiers=SHIFT)
    assert "に付けます" in desk.message
    press(Key.Key_F8)
    assert "に付けます" not in desk.message


def test_tabs_of_all_lists_fit_beside_the_form(noted: Desk) -> None:
    """With 引継ぎ, 付せん and 図 every tab lies within the pane, and that of the findings shows its whole words."""
    side = noted.view.side
    for index in range(side.tabs.count()):
        side.tabs.setTabVisible(index, True)
    side.show_pictures(noted.snapshot)
    QApplication.processEvents()
    tabs = side.tabs
    rects = [tabs.tabRect(index) for index in range(tabs.count())]
    assert max(rect.right() for rect in rects) <= tabs.width()
    assert tabs.tabText(0).startswith("指摘")
    assert rects[0].width() >= tabs.fontMetrics().horizontalAdvance(tabs.tabText(0))
    side.show_pictures(None)
