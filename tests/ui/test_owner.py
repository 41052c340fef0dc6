"""A file that a colleague has open: said in a line above the form, with three ways to go on; nothing stops the work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.document import storage
from model.edits.fields import set_value
from model.files.notice import Owner, notice_of, owner_of
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.window import dialogs
from ui.window.main_window import MainWindow
from ui.window.owner_bar import OwnerBar


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A saved file of the real sheet."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    return path


@pytest.fixture
def theirs(path: Path) -> Owner:
    """A colleague who has it open."""
    owner = Owner("田中", "PC-07", 4711, datetime.now().replace(microsecond=0), "0123456789")
    notice_of(path).write_bytes(msgspec.json.encode(owner))
    return owner


def bar(window: MainWindow) -> OwnerBar | None:
    """The line above the form; None where there is none."""
    found = window.findChildren(OwnerBar)
    return next((each for each in found if each.isVisible()), None)


def open_shared(window: MainWindow, path: Path, qtbot: QtBot) -> OwnerBar:
    """Open a file that a colleague has open; the line that says so."""
    window.files.open(path)
    qtbot.waitUntil(lambda: bar(window) is not None)
    found = bar(window)
    assert found is not None
    return found


def test_own_notice_while_a_file_is_open(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """The notice stands beside the file while it is open, and is gone when another is opened or the window is closed."""
    window.files.open(path)
    qtbot.waitUntil(lambda: owner_of(path) is not None)
    assert bar(window) is None
    window.files.new()
    qtbot.waitUntil(lambda: not notice_of(path).exists())
    window.files.open(path)
    qtbot.waitUntil(lambda: owner_of(path) is not None)
    window.close()
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]


def test_who_has_it_open_is_said(window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot) -> None:
    """Name, machine and time stand above the form; the focus stays where the writer types, and the line's keys work."""
    found = open_shared(window, path, qtbot)
    assert found.words.text() == f"「要求書.yosan」は、{theirs.words}。"
    assert "田中 さん（PC-07）" in found.words.text()
    type_text("typed on")
    assert Desk(window).request.header.name.endswith("typed on")
    assert owner_of(path) == theirs


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_2, Key.Key_3])
def test_the_three_ways(
    window: MainWindow,
    path: Path,
    theirs: Owner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    key: Key,
) -> None:
    """Reading and a copy never write to the colleague's file; editing saves to it and asks where they have saved meanwhile."""
    found = open_shared(window, path, qtbot)
    index = (Key.Key_1, Key.Key_2, Key.Key_3).index(key)
    found.buttons[index].setFocus()
    press(Key.Key_Space)
    assert bar(window) is None
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("mine")
    colleague = set_value(sample(), "header/name", "theirs")
    storage.save(colleague, path)
    suggested: list[str] = []
    asked: list[str] = []
    mine = path.with_name("mine.yosan")

    def ask_path(_: object, suggestion: str) -> Path:
        suggested.append(Path(suggestion).name)
        return mine

    monkeypatch.setattr(dialogs, "ask_save_path", ask_path)
    monkeypatch.setattr(dialogs, "ask_to_overwrite_newer", lambda _, name: asked.append(name))
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path) == colleague
    if key == Key.Key_3:
        assert (suggested, asked) == ([], ["要求書.yosan"])
        return
    assert (suggested, asked) == (["要求書（写し）.yosan"], [])
    assert storage.load(mine).header.name == "mine"
    assert window.document is not None
    assert window.document.path == mine
    assert notice_of(path).exists(), "the colleague still has it open"
    qtbot.waitUntil(lambda: owner_of(mine) is not None)


def test_reading_does_not_save_under_the_same_name(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has opened a file for reading and then chooses its own name is told to take another."""
    found = open_shared(window, path, qtbot)
    found.buttons[0].click()
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: path)
    before = path.read_bytes()
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    assert "別の名前を付けてください" in Desk(window).message
    assert path.read_bytes() == before


def test_a_copy_is_unsaved_work(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is in no file yet: closing asks."""
    open_shared(window, path, qtbot).buttons[1].click()
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda _, name, *_more: asked.append(name) or "cancel")
    assert not window.close()
    assert len(asked) == 1


def test_the_colleague_closes(window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot) -> None:
    """When they have closed it, that is said, the line goes, and the file is this window's."""
    open_shared(window, path, qtbot)
    notice_of(path).unlink()
    window.files.sharing.ownership.refresh()
    qtbot.waitUntil(lambda: bar(window) is None)
    assert "田中 さんがファイルを閉じました" in Desk(window).message
    assert owner_of(path) is not None
    assert QApplication.activeModalWidget() is None
