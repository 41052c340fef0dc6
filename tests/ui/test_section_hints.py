"""The hints of the form: one sentence a section for who sees it for the first time, closed for good, and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import SHIFT, Key, choose, focused, press, settle
from ui.form.section_hints import WORDS, HintLine
from ui.form.sections import form_sections
from ui.widgets.fields import FieldRow
from ui.window.files.recent_files import RecentFiles
from ui.window.main_window import MainWindow

CLOSED: Final = vars(RecentFiles)["closed_hints"]  # as it is: for other tests all are closed


@pytest.fixture
def desk(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The real sheet, opened by who has never seen the form."""
    monkeypatch.setattr(RecentFiles, "closed_hints", CLOSED)
    window.show_request(sample(), None)
    yield Desk(window)
    Desk(window).document.mark_read()


def hinted(desk: Desk) -> list[str]:
    """The sections that have a hint, in the order of the page."""
    return [
        card.key for card in desk.view.form.made_cards() if card.hint is not None and not card.hint.isHidden()
    ]


def test_each_kind_of_section_has_one(desk: Desk) -> None:
    """Every section of the form but further ones of the writer's text has its sentence; each ends as a sentence does."""
    snapshot = desk.snapshot
    assert all(words.endswith("。") and words.count("。") == 1 for words in WORDS.values())
    texts = {section.id for section in snapshot.request.sections}
    fixed = [key for key in form_sections(snapshot, finance=True) if key not in texts]
    assert set(fixed) <= set(WORDS)
    desk.view.complete()
    QApplication.processEvents()
    costs = next(section.id for section in snapshot.request.sections if section.costs)
    first = next(section.id for section in snapshot.request.sections if not section.costs)
    assert {*fixed, costs, first} <= set(hinted(desk))
    assert len([key for key in hinted(desk) if key in texts]) <= 3


def test_nothing_is_made_for_the_first_paint(desk: Desk, qtbot: QtBot) -> None:
    """What a newcomer is told comes behind the picture of the form, without a key."""
    form = desk.window.view.form if desk.window.view is not None else None
    assert form is not None
    assert form.findChildren(HintLine) == []
    qtbot.waitUntil(lambda: form.findChildren(HintLine) != [])


def test_nothing_moves_when_they_come(desk: Desk, qtbot: QtBot) -> None:
    """The fields that are in sight from the first have the room for the hints above them."""
    view = desk.window.view
    assert view is not None
    rows = view.form.findChildren(FieldRow)
    qtbot.waitUntil(lambda: not rows[0].visibleRegion().isEmpty())
    QApplication.processEvents()  # until all is laid out
    places = [row.mapTo(view, row.rect().topLeft()) for row in rows]
    view.complete()
    qtbot.waitUntil(lambda: view.form.findChildren(HintLine) != [])
    settle()
    assert [row.mapTo(view, row.rect().topLeft()) for row in rows] == places


def test_a_hint_is_closed_for_good_by_keys(desk: Desk) -> None:
    """Shift+Tab from the first field reaches its button; it is away in the next request too, the others are not."""
    desk.view.complete()
    before = hinted(desk)
    desk.go("header/name")
    press(Key.Key_Tab, modifiers=SHIFT)
    assert focused().accessibleName() == f"ヒントを閉じる: {WORDS['head']}"
    press(Key.Key_Space)
    assert hinted(desk) == before[1:]
    assert desk.view.form.place_in_focus() == "header/name"
    desk.window.show_request(sample(), None)
    desk.view.complete()
    assert hinted(desk) == before[1:]
    assert RecentFiles().closed_hints == ["head"]


def test_all_are_closed_and_brought_back_by_the_menu(desk: Desk) -> None:
    """One entry closes all that are left, another shows each again, once."""
    desk.view.complete()
    before = hinted(desk)
    choose(Key.Key_V, "項目のヒントをすべて閉じる")
    assert hinted(desk) == []
    choose(Key.Key_V, "項目のヒントを出す")
    choose(Key.Key_V, "項目のヒントを出す")
    assert hinted(desk) == before
    QApplication.sendPostedEvents(None, 52)
    assert len(desk.view.form.findChildren(HintLine)) == len(before)
