"""The paper beside the form: it follows what is typed after a pause, shows what is edited, and a click goes to its field."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from model.files.files import FileError
from templates.paper.layout import paper
from templates.paper.press import Press
from templates.paper.spots import spot_of
from tests.samples import ROOT, sample
from tests.ui.desk import Desk
from tests.ui.hands import Key, choose, focused, press, type_text
from ui.window.main_window import MainWindow
from ui.window.paper import pages_view, preview
from ui.window.paper.preview import Preview


class Beside:
    """A writer with the paper beside the form."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.desk = Desk(window)
        self.desk.open(sample())
        self.desk.view.complete()
        self.desk.go("header/name")
        press(Key.Key_F9)
        self.wait()

    @property
    def preview(self) -> Preview:
        """The pane."""
        (found,) = self.desk.view.findChildren(Preview)
        return found

    def wait(self) -> None:
        """Until the paper shows the request as it is now, and what is in sight is drawn."""
        self.qtbot.waitUntil(lambda: self.is_shown(), timeout=30_000)

    def is_shown(self) -> bool:
        """Whether all is set and drawn."""
        preview = self.preview
        return (
            len(preview.pages.shown) > 0
            and preview.is_settled
            and not preview.pages.drawing.isActive()
            and preview.order is not None
            and preview.order.request is self.desk.request
        )

    def seen(self) -> QImage:
        """What the pane shows now."""
        return self.preview.pages.viewport().grab().toImage()


@pytest.fixture
def beside(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Beside]:
    """A writer whose pauses are short and whose preview is shown; what is set then ends before the window does."""
    monkeypatch.setattr(preview, "PAUSE_MS", 10)
    monkeypatch.setattr(pages_view, "_DRAW_AFTER_MS", 10)
    found = Beside(window, qtbot)
    yield found
    qtbot.waitUntil(lambda: found.preview.is_settled, timeout=30_000)


def test_it_follows_what_is_typed(beside: Beside) -> None:
    """F9 shows the pages; after a pause they are those of what was typed, exactly as a press sets them."""
    before = beside.seen()
    beside.desk.go("line/line-1-3/amount")
    type_text("98765")
    press(Key.Key_Return)
    beside.wait()
    assert beside.seen() != before
    shown = beside.preview.pages.shown
    again = Press(ROOT / "templates" / "standards" / "tottori").pages(
        paper(beside.desk.snapshot, time="保存前")
    )
    assert shown == again.pages


def test_no_page_is_set_while_keys_wait(beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that wait are answered before a page is set; one setting shows all of them."""
    settings: list[object] = []
    made = Press.pages
    monkeypatch.setattr(Press, "pages", lambda self, of: settings.append(of) or made(self, of))
    beside.desk.go("header/subtitle")
    for _ in range(8):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
        QCoreApplication.postEvent(focused(), pressed)
    beside.qtbot.waitUntil(lambda: beside.desk.value("header/subtitle") == "a" * 8)
    beside.wait()
    assert len(settings) == 1


def test_what_is_edited_comes_in_sight(beside: Beside) -> None:
    """The page scrolls to the field with the focus, and to the cell that the arrows go to."""
    pages = beside.preview.pages
    beside.desk.go("funding/request/national")
    assert pages.page_in_sight() == len(pages.shown)
    beside.desk.go("contact/phone")
    assert pages.page_in_sight() == 1
    beside.desk.go("line/line-5-1/amount")
    place = pages.marked
    press(Key.Key_Down)
    assert place is not None
    assert pages.marked is not None
    assert pages.marked.place == "line/line-5-2/amount"
    assert pages.marked.y > place.y


def test_a_click_goes_to_the_field(beside: Beside) -> None:
    """A click on a printed amount takes the focus to its cell."""
    pages = beside.preview.pages
    beside.desk.go("line/line-1-3/text")
    spot = spot_of("line/line-1-3/amount", pages.spots)
    assert spot is not None
    box: QRectF = pages.box_of(spot.page)
    scale = box.width() / pages.shown[spot.page].width
    at = QPointF(box.left() + (spot.x + 8) * scale, box.top() + (spot.y + 6) * scale).toPoint()
    assert pages.viewport().rect().contains(QPoint(at))
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert beside.desk.view.place_in_focus() == "line/line-1-3/amount"


def test_it_goes_and_is_remembered(beside: Beside, window: MainWindow) -> None:
    """The × hides it, and the other panes have their room again; hidden it sets nothing; F9 shows it as wide as it was."""
    view, preview = beside.desk.view, beside.preview
    view.panes.show_paper(is_wanted=True, width=500)
    view.panes.paper_widened.emit(preview.width())
    width = preview.width()
    assert not view.navigator.isVisible()
    preview.findChildren(QToolButton)[0].click()
    assert not preview.isVisible()
    assert view.navigator.isVisible()
    beside.desk.go("header/subtitle")
    type_text("abc")
    assert preview.is_settled
    assert preview.order is not None
    assert preview.order.request is not beside.desk.request
    assert not window.files.recent.shows("paper_shown")
    press(Key.Key_F9)
    beside.wait()
    assert window.files.recent.shows("paper_shown")
    assert preview.width() == width


def test_parts_are_those_of_the_paper(beside: Beside) -> None:
    """What is ticked to be printed behind the sheet is shown behind it."""
    upright = len(beside.preview.pages.shown)
    choose(Key.Key_F, "印刷とPDFに質問票")
    beside.wait()
    behind = beside.preview.pages.shown[upright:]
    assert behind
    assert all(page.width > page.height for page in behind)


def test_what_cannot_be_set_is_said(beside: Beside, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no page can be set the pane says why, and goes on with the pages that it has."""

    def refuse(*_: object) -> None:
        raise FileError("用紙に組めませんでした。")

    with monkeypatch.context() as patch:
        patch.setattr(Press, "_made", refuse)
        beside.desk.go("header/subtitle")
        type_text("a")
        beside.qtbot.waitUntil(lambda: "組めません" in beside.preview.words.text(), timeout=30_000)
    assert len(beside.preview.pages.shown) > 0
    type_text("b")
    beside.wait()
    assert "ページ" in beside.preview.words.text()
