"""The window beside Excel on half a screen: the panes fold, nothing is cut, and every key still leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QSplitter

from tests.samples import sample, set_values
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, Key, choose, press
from ui.window.request_view import RequestView

HALF = 940  # pixels


@pytest.fixture
def narrow(desk: Desk) -> Iterator[RequestView]:
    """The view in a window of half a screen."""
    size = desk.window.size()
    view = desk.view
    desk.window.resize(HALF, 900)
    QApplication.processEvents()
    yield view
    desk.window.resize(size)
    QApplication.processEvents()


def folded(view: RequestView) -> tuple[bool, bool]:
    """Whether the navigator and what stands beside the form are folded."""
    return view.navigator.isHidden(), not view.side.isVisible()


def test_the_form_has_the_whole_window(desk: Desk, narrow: RequestView) -> None:
    """At 940 pixels the window is as narrow as that, both panes are folded, and the form is not scrolled to the side."""
    assert desk.window.width() == HALF
    assert folded(narrow) == (True, True)
    assert narrow.form.horizontalScrollBar().maximum() == 0


def test_the_panes_come_back(desk: Desk, narrow: RequestView) -> None:
    """In a wider window first the findings, then the navigator stand beside the form again."""
    seen = []
    for width in (1110, 1280):
        desk.window.resize(width, 900)
        QApplication.processEvents()
        seen.append(folded(narrow))
    assert seen == [(True, False), (False, False)]


def test_f6_shows_the_list_until_the_form_has_the_focus(desk: Desk, narrow: RequestView) -> None:
    """F6 unfolds the list of findings; Enter on a finding goes to its field and folds it again."""
    press(Key.Key_F6)
    QApplication.processEvents()
    assert narrow.side.isVisible()
    assert narrow.side.isAncestorOf(QApplication.focusWidget())
    desk.go("header/name")
    QApplication.processEvents()
    assert folded(narrow) == (True, True)


def test_the_foot_says_how_many_findings_there_are(desk: Desk, narrow: RequestView) -> None:
    """While the list is folded the foot says its counts, and how to see them."""
    desk.pause()
    assert narrow.totals.at_right.text() == "▲2（F6）"
    desk.window.resize(1280, 900)
    QApplication.processEvents()
    assert narrow.totals.at_right.text() == "単位:千円"


def test_no_finding_widens_the_window(desk: Desk) -> None:
    """With findings of every kind and typed totals the window is as narrow as without, and the form is not scrolled to the side."""
    size = desk.window.size()
    wrong = [("request/amount", 5), ("header/fiscal_year", "来年"), ("assessment/amount", "約3百")]
    desk.open(set_values(sample(), wrong))
    desk.view.complete()
    desk.pause()
    desk.window.resize(HALF, 900)
    QApplication.processEvents()
    assert "●" in desk.view.totals.at_right.text()
    assert desk.window.width() == HALF
    assert desk.view.form.horizontalScrollBar().maximum() == 0
    desk.window.resize(size)


def test_larger_letters_fold_the_panes(desk: Desk) -> None:
    """At 150 % a window of 1,280 pixels is as narrow as one of 853: the form has all of it."""
    size, view = desk.window.size(), desk.view
    desk.window.resize(1280, 900)
    for _ in range(3):
        choose(Key.Key_V, "大きく表示")
    QApplication.processEvents()
    assert folded(view) == (True, True)
    choose(Key.Key_V, "もとの大きさで表示")
    QApplication.processEvents()
    assert folded(view) == (False, False)
    desk.window.resize(size)


def test_the_paper_leaves_the_other_panes_as_they_were(desk: Desk) -> None:
    """F9 folds the findings for the form; F9 again gives every pane its width back, and on half a screen nothing is cut."""
    size, view = desk.window.size(), desk.view
    desk.window.resize(1280, 900)
    QApplication.processEvents()
    desk.go("header/name")
    splitter = view.form.parentWidget()
    assert isinstance(splitter, QSplitter)
    before = splitter.sizes()[:3]
    press(Key.Key_F9)
    QApplication.processEvents()
    assert folded(view) == (True, True)
    assert view.form.horizontalScrollBar().maximum() == 0
    desk.window.resize(HALF, 900)
    QApplication.processEvents()
    assert view.form.width() == splitter.sizes()[1], "no part of the form is below the paper"
    desk.window.resize(1280, 900)
    QApplication.processEvents()
    press(Key.Key_F9)
    QApplication.processEvents()
    assert splitter.sizes()[:3] == before
    desk.window.resize(size)
    QApplication.processEvents()


def test_panes_never_lie_over_one_another(desk: Desk, narrow: RequestView) -> None:
    """On half a screen the pictures, called for, and the paper stand beside what is left of the form, not over it."""
    press(Key.Key_F9)
    desk.go("header/name")
    press(Key.Key_G, modifiers=CONTROL | ALT)
    QApplication.processEvents()
    splitter = narrow.form.parentWidget()
    assert isinstance(splitter, QSplitter)
    panes = [
        pane for index in range(splitter.count()) if (pane := splitter.widget(index)) and pane.isVisible()
    ]
    assert len(panes) == 3
    for left, right in pairwise(panes):
        assert left.geometry().right() < right.geometry().left()
    assert panes[-1].geometry().right() < splitter.width()
    press(Key.Key_G, modifiers=CONTROL | ALT)
    press(Key.Key_F9)
    QApplication.processEvents()
