"""引継ぎ beside the form: ticked off by keys, saved with the request, there again after save and reopen and after a recovery."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from model.document import storage
from model.next_year import next_year
from tests.samples import sample, standard
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, choose, press
from ui.review.carried_pane import CarriedPane
from ui.window import dialogs
from ui.window.files.journal import Journal


def pane(desk: Desk) -> CarriedPane:
    """The list beside the form."""
    return desk.view.side.carried


def test_entries_are_ticked_by_the_space_bar(desk: Desk) -> None:
    """F6 goes into the list, Space ticks an entry, the count follows; Ctrl+Z takes the tick back; a reason has no box."""
    desk.open(sample())
    choose(Key.Key_F, "翌年度の要求書を作る")
    entries = len(desk.request.carried)
    assert desk.view.side.tabs.tabText(3) == f"引継ぎ 0/{entries}"
    press(Key.Key_F6)
    assert pane(desk).list.hasFocus()
    press(Key.Key_Space)
    assert desk.request.carried[0].done
    assert desk.view.side.tabs.tabText(3) == f"引継ぎ 1/{entries}"
    assert pane(desk).list.hasFocus()
    press(Key.Key_Down, Key.Key_Space)  # the arrows pass over the reason between them
    assert sum(entry.done for entry in desk.request.carried) == 2
    desk.undo()
    assert [entry.done for entry in desk.request.carried][:1] == [True]
    assert sum(entry.done for entry in desk.request.carried) == 1
    checks = [
        pane(desk).list.item(row).data(Qt.ItemDataRole.CheckStateRole)
        for row in range(pane(desk).list.count())
    ]
    assert checks.count(None) == len({entry.why for entry in desk.request.carried})


def test_the_list_is_there_after_save_and_reopen(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that was saved half done opens with its list in front, and with its ticks."""
    desk.open(sample())
    choose(Key.Key_F, "翌年度の要求書を作る")
    press(Key.Key_F6)
    press(Key.Key_Space)
    path = tmp_path / "翌年度.yosan"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: path)
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path).carried[0].done
    desk.window.show_start()
    desk.window.files.open(path)
    desk.view.complete()
    assert pane(desk).isVisible()
    assert pane(desk).title.text() == f"翌年度への引継ぎ　済 1／{len(desk.request.carried)}"


def test_the_list_is_there_after_a_recovery(desk: Desk, tmp_path: Path) -> None:
    """What a session that was killed left behind opens with the list of its draft."""
    from datetime import datetime

    from model.document.unsaved import Unsaved
    from ui.window.files.journal import UnsavedCopy

    draft = next_year(sample(), standard())
    left = Journal(tmp_path / "recovery")
    assert left.write(Unsaved(draft), left.turn) == ""
    left.leave()
    (copy,) = Journal(tmp_path / "recovery").unsaved_copies()
    assert isinstance(copy, UnsavedCopy)
    assert copy.written <= datetime.now()
    desk.window.files.open_unsaved_copy(copy)
    desk.view.complete()
    assert pane(desk).isVisible()
    assert pane(desk).list.count() > len(draft.carried)


def test_the_list_is_put_away_and_brought_back(desk: Desk) -> None:
    """片付ける takes the list out of the request, as one step of undo; the tab goes with it."""
    desk.open(next_year(sample(), standard()))
    desk.view.complete()
    tabs = desk.view.side.tabs
    assert tabs.isTabVisible(3)
    next(button for button in pane(desk).findChildren(QPushButton) if button.text() == "片付ける").click()
    assert desk.request.carried == ()
    assert not tabs.isTabVisible(3)
    assert desk.document.undo_label == "引継ぎの一覧の片付け"
    desk.document.undo()
    assert tabs.isTabVisible(3)


def test_a_tick_is_refused_where_the_request_is_only_read(desk: Desk) -> None:
    """In a request that is only read Space changes nothing, and the box says so."""
    desk.open(next_year(sample(), standard()))
    desk.view.complete()
    desk.document.lock(True)
    pane(desk).list.setFocus()
    press(Key.Key_Space)
    assert not any(entry.done for entry in desk.request.carried)
    box = pane(desk).list.item(1).checkState()
    assert box == Qt.CheckState.Unchecked


def test_the_list_is_printed_from_the_browser(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """ファイル → 引継ぎの一覧を印刷する opens a page with each reason once and a box for each change; markup stays text."""
    pages: list[str] = []

    def show(page: Path) -> bool:
        pages.append(page.read_text(encoding="utf-8"))
        return True

    monkeypatch.setattr(dialogs, "show_in_browser", show)
    desk.open(sample())
    choose(Key.Key_F, "引継ぎの一覧を印刷する")
    assert desk.message == "この要求書には、翌年度への引継ぎの一覧がありません。"
    choose(Key.Key_F, "翌年度の要求書を作る")
    press(Key.Key_F6)
    press(Key.Key_Space)
    choose(Key.Key_F, "引継ぎの一覧を印刷する")
    (page,) = pages
    assert (page.count("☑"), page.count("☐")) == (1, len(desk.request.carried) - 1)
    assert page.count("<h2>") == len({entry.why for entry in desk.request.carried})
