"""The pictures beside the form: shown and put away by the writer, drawn when the typing rests, in words too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from model.document.new_request import new_request
from templates.pictures import pictures as drawn
from tests.samples import sample, standard
from tests.ui.desk import Desk, nameless
from tests.ui.hands import ALT, CONTROL, Key, focused, press, type_text
from ui.pictures.picture_view import PictureView
from ui.pictures.pictures_pane import PicturesPane

AMOUNT = "line/line-1-1/amount"


@pytest.fixture
def pane(desk: Desk) -> PicturesPane:
    """The pictures of the real sheet, beside its form."""
    desk.open(sample())
    desk.go(AMOUNT)
    if desk.view.side.pictures is None:
        press(Key.Key_G, modifiers=CONTROL | ALT)
    found = desk.view.side.pictures
    assert found is not None
    desk.view.side.bring_to_front(found)
    found.draw()
    return found


def drawings(pane: PicturesPane) -> dict[str, str]:
    """What the pictures say, by their title."""
    return {view.accessibleName(): view.accessibleDescription() for view in pane.views}


def test_pictures_come_and_go_by_a_key(desk: Desk, pane: PicturesPane) -> None:
    """Ctrl+Alt+G shows the pictures in front beside the form and takes them away; what is shown is kept for the next start."""
    side = desk.view.side
    assert side.tabs.tabText(side.tabs.currentIndex()) == "図"
    assert desk.window.files.recent.shows("pictures")
    press(Key.Key_G, modifiers=CONTROL | ALT)
    assert side.pictures is None
    assert "図" not in [side.tabs.tabText(index) for index in range(side.tabs.count())]
    assert not desk.window.files.recent.shows("pictures")


def test_pictures_follow_at_a_rest(desk: Desk, pane: PicturesPane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys draw nothing; once they rest the pictures show the new figures."""
    made: list[object] = []
    monkeypatch.setattr(
        "ui.pictures.pictures_pane.pictures",
        lambda *words: made.append(words) or drawn.pictures(*words),
    )
    desk.go(AMOUNT)
    type_text("20000")
    press(Key.Key_Return)
    assert made == []
    pane.draw()
    QCoreApplication.processEvents()
    assert "1.住民基本台帳ネットワークシステム 51,946（" in drawings(pane)["表ごとの要求額と前年度予算額"]


def test_pictures_fit_a_narrow_pane(desk: Desk, pane: PicturesPane) -> None:
    """However narrow the pane is, a picture ends before its edge; its words are as large as the window's where there is room."""
    for width in (400, 262, 150):
        pane.setFixedWidth(width)
        QApplication.processEvents()
        pane.draw()
        for view in pane.views:
            assert view.drawing is not None
            assert view.drawing.width * view.scale <= pane.viewport().width() - 24
    pane.setMinimumWidth(0)
    pane.setMaximumWidth(16_777_215)


def test_each_picture_has_words_and_takes_the_focus(desk: Desk, pane: PicturesPane) -> None:
    """A picture can be gone to by the keyboard, and a screen reader says its title and all its figures."""
    assert list(drawings(pane)) == [
        *("トータルコスト(A+B)", "従事する職員", "表ごとの要求額と前年度予算額", "要求額の財源内訳"),
    ]
    desk.view.side.take_focus()
    assert focused() is pane.views[0]
    assert nameless(desk.window) == []
    press(Key.Key_Tab)
    assert focused() is pane.views[1]


def test_a_picture_is_painted_with_patterns(pane: PicturesPane) -> None:
    """Every mark is painted: the picture has more than its paper, and the areas of two tones differ by more than colour."""
    view = pane.views[0]
    assert isinstance(view, PictureView)
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    greys = {
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert len(greys) > 20


def test_nothing_to_draw_is_said(desk: Desk, pane: PicturesPane) -> None:
    """A new request has no figures: a sentence says so in place of the pictures."""
    desk.open(new_request(standard()))
    found = desk.view.side.pictures
    assert found is not None
    desk.view.side.bring_to_front(found)
    QApplication.processEvents()
    found.draw()
    assert found.views == []
    assert found.grab().toImage() != QImage()
