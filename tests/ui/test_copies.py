"""A copy that the synchronizing of a folder has parted from the open file: said in a line, and made one with it by the keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.document import storage
from model.edits.fields import set_value
from tests.samples import sample
from tests.ui.desk import Desk, wait_for_work
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.review.comparison_page import ComparisonPage
from ui.review.merge_page import MergePage
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_moment")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved file of the real sheet, with a copy that OneDrive has left beside it."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    theirs = set_value(set_value(sample(), "header/name", "theirs"), "contact/phone", "111")
    storage.save(theirs, path.with_name("要求書-PC07.yosan"))
    return path


def open_with_copy(window: MainWindow, path: Path, qtbot: QtBot) -> Desk:
    """Open the file, until the line about its copy is there."""
    window.files.open(path)
    desk = Desk(window)
    qtbot.waitUntil(lambda: desk.has_bar)
    return desk


def test_a_copy_is_made_one_with_the_file(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """The page asks for what differs; taken by the keys it is one step of undo, and neither file changes before a save."""
    copy = path.with_name("要求書-PC07.yosan")
    before = path.read_bytes(), copy.read_bytes()
    desk = open_with_copy(window, path, qtbot)
    assert "「要求書-PC07.yosan」は" in desk.bar.words.text()
    assert "違うところ 2か所" in desk.bar.words.text()
    type_text("mine")
    desk.choose_in_bar("変更を合わせる")
    page = window.findChild(MergePage)
    assert isinstance(page, MergePage)
    assert len(page.undecided) == 2
    press(Key.Key_1, Key.Key_2, Key.Key_Return)
    assert desk.request.header.name == "mine"
    assert desk.request.contact.phone == "111"
    assert not desk.has_bar
    assert "その写しを消してかまいません" in desk.message
    assert (path.read_bytes(), copy.read_bytes()) == before
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path).contact.phone == "111"
    assert copy.read_bytes() == before[1]
    window.files.open(path)
    wait_for_work(window, qtbot)
    assert not desk.has_bar, "it is decided"


def test_a_copy_is_left_and_not_asked_about_again(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """「そのままにする」 holds for what the copy has now; written on, it is offered again."""
    copy = path.with_name("要求書-PC07.yosan")
    desk = open_with_copy(window, path, qtbot)
    desk.choose_in_bar("そのままにする")
    assert not desk.has_bar
    window.files.open(path)
    wait_for_work(window, qtbot)
    assert not desk.has_bar
    storage.save(set_value(sample(), "header/name", "theirs, later"), copy)
    desk = open_with_copy(window, path, qtbot)
    assert "違うところ 1か所" in desk.bar.words.text()


def test_the_differences_of_a_copy(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """They are seen in the table; closed by Esc, the line still stands."""
    desk = open_with_copy(window, path, qtbot)
    desk.choose_in_bar("違いを見る")
    page = window.findChild(ComparisonPage)
    assert isinstance(page, ComparisonPage)
    assert len(page.compared.comparison.differences) == 2
    press(Key.Key_Escape)
    assert desk.has_bar


def test_two_copies_one_after_the_other(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """The second is offered when the first is decided."""
    storage.save(set_value(sample(), "header/name", "third"), path.with_name("要求書 (1).yosan"))
    desk = open_with_copy(window, path, qtbot)
    assert "「要求書 (1).yosan」は" in desk.bar.words.text()
    assert "ほかに1件あります" in desk.bar.words.text()
    desk.choose_in_bar("そのままにする")
    assert "「要求書-PC07.yosan」は" in desk.bar.words.text()


def test_a_copy_beside_what_is_only_read(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Behind the line that says so: a file that cannot be written is not merged into."""
    path.chmod(0o444)
    window.files.open(path)
    wait_for_work(window, qtbot)
    desk = Desk(window)
    assert "読み取り専用" in desk.bar.words.text()
