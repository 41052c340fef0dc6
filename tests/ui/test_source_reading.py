"""A source that takes long to read: the window goes on, says how far it is, and stops it where the writer wishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.standard.standard import Standard
from templates.readers import sources
from templates.readers.reading import Reading
from tests.samples import sample
from tests.sheets import write_workbook
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.window.commands.source_reading import ReadingBar
from ui.window.files import beside
from ui.window.main_window import MainWindow

ROWS = [
    ["令和8年度 見学会", None, None],
    [None, None, "（単位：千円）"],
    ["内容", "前年度予算額", "要求額"],
    ["会場借料", 1_900, 2_300],
    ["印刷費", 1_300, 1_400],
    ["計", 3_200, 3_700],
]


class Slow:
    """A folder from which the first rows of a book come at once, and the rest when it is let."""

    def __init__(self) -> None:
        self.goes_on = Event()
        self.ended = Event()
        self.read = sources.read_source

    def __call__(
        self, path: Path, standard: Standard, folder: Path, progress: Callable[[int, int], None]
    ) -> Reading:
        """Read a source as ``read_source`` does, with a pause."""
        try:
            progress(1_000, 6_500)
            assert self.goes_on.wait(30)
            progress(6_500, 6_500)
            return self.read(path, standard, folder, progress)
        finally:
            self.ended.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """A slow folder."""
    slow = Slow()
    monkeypatch.setattr(sources, "read_source", slow)
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    yield slow
    slow.goes_on.set()
    assert slow.ended.wait(30)


def bar_of(window: MainWindow) -> ReadingBar | None:
    """The bar at the foot of the window, where one is shown."""
    bar = window.statusBar().findChild(ReadingBar)
    return bar if isinstance(bar, ReadingBar) and bar.isVisible() else None


def book(folder: Path) -> Path:
    """A workbook of another program's hand."""
    return write_workbook(folder / "要求.xlsx", 要求=ROWS)


def test_the_window_goes_on_while_a_book_is_read(
    window: MainWindow, slow: Slow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The foot of the window says how many rows are read; the writer types on; what is read asks before it takes the place."""
    window.show_request(sample(), None)
    window.files.open(book(tmp_path))
    bar = bar_of(window)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.words.text() == "「要求.xlsx」を読み込んでいます　1,000／6,500行")
    assert (bar.bar.value(), bar.bar.maximum()) == (1_000, 6_500)
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("first")
    assert window.document is not None
    assert window.document.request.header.name == "first"
    press(Key.Key_Z, modifiers=CONTROL)
    slow.goes_on.set()
    qtbot.waitUntil(lambda: "「要求.xlsx」を新しい要求書として開きました。" in Desk(window).message)
    assert bar_of(window) is None
    assert [line.amount for line in window.document.request.groups[0].lines] == [2_300, 1_400]


def test_a_reading_is_stopped_by_its_key(
    window: MainWindow, slow: Slow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Alt+Y stops it: nothing is opened, now or when the folder answers, and the window says so."""
    window.show_request(sample(), None)
    before = window.document
    window.files.open(book(tmp_path))
    assert bar_of(window) is not None
    QTest.keyClick(window, Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(  # a button that is pressed by its key shows it for a moment
        lambda: Desk(window).message == "「要求.xlsx」の読み込みをやめました。何も変わっていません。"
    )
    slow.goes_on.set()
    assert slow.ended.wait(30)
    QTest.qWait(60)  # nothing is opened any more: there is nothing to wait for
    QApplication.processEvents()
    assert bar_of(window) is None
    assert window.document is before


def test_another_source_is_read_instead(window: MainWindow, slow: Slow, qtbot: QtBot, tmp_path: Path) -> None:
    """A source that is opened while another is being read is the one that comes; the first is given up."""
    window.files.open(book(tmp_path))
    assert bar_of(window) is not None
    other = write_workbook(
        tmp_path / "別.xlsx", 要求=[*ROWS[:3], ["通信費", 100, 200], ["消耗品費", 50, 60], ["計", 150, 260]]
    )
    window.files.open(other)
    slow.goes_on.set()
    qtbot.waitUntil(lambda: "「別.xlsx」を新しい要求書として開きました。" in Desk(window).message)
    assert window.document is not None
    assert [line.amount for line in window.document.request.groups[0].lines] == [200, 60]
