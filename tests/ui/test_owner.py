"""A file that a colleague has open: said in a line above the form, with three ways to go on; nothing stops the work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from model.document import storage
from model.edits.fields import set_value
from model.files import notice
from model.files.notice import Owner, look, notice_of, owner_of, release
from tests.samples import sample, with_ids_of
from tests.ui.desk import Desk, wait_for_work
from tests.ui.hands import ALT, CONTROL, NONE, SHIFT, Key, commit, compose, press, type_text
from ui.widgets.pane import EDITS
from ui.window import dialogs
from ui.window.files import ownership
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_moment")


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


def open_shared(window: MainWindow, path: Path, qtbot: QtBot) -> Desk:
    """Open a file that a colleague has open, until the line that says so is there."""
    window.files.open(path)
    desk = Desk(window)
    qtbot.waitUntil(lambda: desk.has_bar)
    return desk


def open_alone(window: MainWindow, path: Path, qtbot: QtBot) -> Desk:
    """Open a file that nobody else has open, until the window has seen that."""
    window.files.open(path)
    qtbot.waitUntil(lambda: owner_of(path) is not None and not window.files.sharing.ownership.is_looking)
    desk = Desk(window)
    assert not desk.has_bar
    return desk


def test_own_notice_while_a_file_is_open(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """The notice stands beside the file while it is open, and is gone when another is opened or the window is closed."""
    open_alone(window, path, qtbot)
    window.files.new()
    qtbot.waitUntil(lambda: not notice_of(path).exists())
    window.files.open(path)
    qtbot.waitUntil(lambda: owner_of(path) is not None)
    window.close()
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]


def test_who_has_it_open_is_said(window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot) -> None:
    """Name, machine and time stand above the form; the focus stays where the writer types, and the line's keys work."""
    desk = open_shared(window, path, qtbot)
    assert desk.bar.words.text().startswith(f"「要求書.yosan」は、{theirs.words}。")
    assert "田中 さん（PC-07）" in desk.bar.words.text()
    type_text("typed on")
    assert desk.request.header.name.endswith("typed on")
    assert owner_of(path) == theirs


@pytest.mark.parametrize("way", ["写しを作る", "編集する"])
def test_the_ways_to_write(
    window: MainWindow,
    path: Path,
    theirs: Owner,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    """A copy never writes to the colleague's file; editing saves to it and says where they have saved meanwhile."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar(way)
    assert not desk.has_bar
    desk.go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("mine")
    colleague = set_value(sample(), "header/name", "theirs")
    storage.save(colleague, path)
    suggested: list[str] = []
    mine = path.with_name("mine.yosan")

    def ask_path(_: object, suggestion: str) -> Path:
        suggested.append(Path(suggestion).name)
        return mine

    monkeypatch.setattr(dialogs, "ask_save_path", ask_path)
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path) == colleague
    if way == "編集する":
        assert suggested == []
        assert "ほかの人が保存しています" in desk.bar.words.text()
        return
    assert suggested == ["要求書（写し）.yosan"]
    assert not desk.has_bar
    assert storage.load(mine).header.name == "mine"
    assert desk.document.path == mine
    assert notice_of(path).exists(), "the colleague still has it open"
    qtbot.waitUntil(lambda: owner_of(mine) is not None)


EDITING_KEYS = (
    ("header/name", Key.Key_X, NONE),
    ("header/name", Key.Key_V, CONTROL),
    ("header/name", Key.Key_Delete, NONE),
    ("header/sheet", Key.Key_Down, NONE),
    ("header/budget", Key.Key_X, NONE),
    ("header/budget", Key.Key_Down, NONE),
    ("header/stage", Key.Key_Delete, NONE),
    ("header/fiscal_year", Key.Key_Down, NONE),
    ("line/line-1-1/amount", Key.Key_7, NONE),
    ("line/line-1-1/amount", Key.Key_F2, NONE),
    ("line/line-1-1/amount", Key.Key_Delete, NONE),
    ("line/line-1-1/amount", Key.Key_V, CONTROL),
    ("line/line-1-1/amount", Key.Key_X, CONTROL),
    ("line/line-1-1/amount", Key.Key_D, CONTROL),
    ("line/line-1-1/text", Key.Key_Minus, CONTROL),
    ("line/line-1-1/text", Key.Key_Plus, CONTROL),
    ("line/line-1-1/text", Key.Key_Down, ALT),
    ("line/line-1-1/text", Key.Key_T, CONTROL | SHIFT),
    ("commitment/commitment-1/status", Key.Key_F2, NONE),
    ("funding/request/bond", Key.Key_5, NONE),
    ("header/name", Key.Key_Z, CONTROL),
    ("header/name", Key.Key_Y, CONTROL),
    ("header/name", Key.Key_Period, CONTROL),
)


def test_reading_only_locks_the_form(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, tmp_path: Path
) -> None:
    """No key changes what is only read, undo included; text is selected and copied; the line says why, in one place."""
    desk = open_shared(window, path, qtbot)
    desk.go("header/name")
    type_text("x")
    desk.undo()
    desk.choose_in_bar("読むだけ")
    desk.view.complete()
    request = desk.request
    assert "読むだけで開いています（田中 さん（PC-07）が" in desk.bar.words.text()
    assert window.windowTitle().startswith("要求書.yosan（読むだけ）")
    QGuiApplication.clipboard().setText("999")
    for place, key, modifiers in EDITING_KEYS:
        desk.go(place)
        press(key, modifiers=modifiers)
        assert desk.request is request, (place, key)
    desk.go("header/name")
    compose("か")
    commit("かな")
    assert desk.request is request
    assert desk.field("header/name").text == request.header.name
    press(Key.Key_A, modifiers=CONTROL)
    press(Key.Key_C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == request.header.name
    desk.go("line/line-1-1/amount")
    press(Key.Key_C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text().strip() == desk.shown("line/line-1-1/amount").replace(",", "")
    assert not [
        button
        for button in desk.view.form.findChildren(QPushButton)
        if button.isEnabled() and button.property(EDITS)
    ]
    for words in ("元に戻す", "やり直す", "項目を削除", "直す", "行を上に挿入", "ほかの要求書と合わせる"):
        assert not desk.action(words).isEnabled(), words
    assert desk.action("翌年度の要求書を作る").isEnabled()
    assert owner_of(path) == theirs
    assert window.close(), "nothing is unsaved"


def test_what_is_tried_all_the_same_is_said(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot
) -> None:
    """A key that would have changed a table says why it does not."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    desk.go("line/line-1-1/amount")
    press(Key.Key_Delete)
    assert "読むだけで開いているので、変わりません" in desk.message


def test_editing_when_the_file_becomes_free(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot
) -> None:
    """When the colleague has closed it the line says so; 「編集する」 opens what they saved, and it can be typed in."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    storage.save(set_value(sample(), "header/name", "theirs"), path)
    notice_of(path).unlink()

    def is_free() -> bool:
        window.files.sharing.ownership.refresh()  # as every minute; a look that is under way is not repeated
        return "田中 さんはファイルを閉じました" in desk.bar.words.text()

    qtbot.waitUntil(is_free)
    desk.choose_in_bar("編集する")
    qtbot.waitUntil(lambda: not desk.has_bar)
    assert desk.request.header.name == "theirs"
    desk.go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("mine")
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path).header.name == "mine"
    qtbot.waitUntil(lambda: owner_of(path) is not None)


def test_editing_while_the_colleague_goes_on(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot
) -> None:
    """Who has read for a while may still edit beside the colleague; they are not asked about them again."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    wait_for_work(window, qtbot)
    desk.choose_in_bar("編集する")
    wait_for_work(window, qtbot)
    assert not desk.has_bar
    desk.go("header/name")
    type_text("x")
    assert desk.request.header.name == "x"
    assert desk.action("元に戻す").isEnabled()


def test_a_file_marked_read_only(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """It is only read, and that is said; a copy can be written, and the file itself when the mark is gone."""
    path.chmod(0o444)
    window.files.open(path)
    desk = Desk(window)
    assert "読み取り専用なので、読むだけで開いています" in desk.bar.words.text()
    type_text("x")
    assert desk.request == sample()
    desk.choose_in_bar("編集する")
    qtbot.waitUntil(lambda: desk.has_bar)
    assert "読み取り専用なので" in desk.bar.words.text(), "it still is"
    path.chmod(0o644)
    desk.choose_in_bar("編集する")
    qtbot.waitUntil(lambda: not desk.has_bar)
    desk.go("header/name")
    type_text("x")
    assert desk.request.header.name == "x"


def test_next_year_of_what_is_only_read(window: MainWindow, path: Path) -> None:
    """A request that is only read is still begun from: the draft is in no file and can be typed in."""
    path.chmod(0o444)
    window.files.open(path)
    desk = Desk(window)
    desk.action("翌年度の要求書を作る").trigger()
    assert desk.document.path is None
    assert not desk.has_bar
    desk.go("header/name")
    type_text("x")
    assert desk.request.header.name == "x"


def test_reading_does_not_save_under_the_same_name(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has opened a file for reading and then chooses its own name is told to take another; under that it can be edited."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    suggested: list[Path] = []

    def ask_path(_: object, suggestion: str) -> Path:
        suggested.append(Path(suggestion))
        return path if len(suggested) == 1 else suggested[-1]

    monkeypatch.setattr(dialogs, "ask_save_path", ask_path)
    before = path.read_bytes()
    press(Key.Key_S, modifiers=CONTROL)
    assert "別の名前を付けてください" in Desk(window).message
    assert path.read_bytes() == before
    press(Key.Key_S, modifiers=CONTROL)
    assert suggested[-1].name == "要求書（写し）.yosan"
    saved = storage.load(suggested[-1])
    assert saved == with_ids_of(sample(), saved)
    assert not desk.has_bar
    desk.go("header/name")
    type_text("x")
    assert desk.request.header.name == "x"


def test_a_copy_is_unsaved_work(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is in no file yet: closing asks."""
    open_shared(window, path, qtbot).choose_in_bar("写しを作る")
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda _, name, *_more: asked.append(name) or "cancel")
    assert not window.close()
    assert len(asked) == 1


def test_the_colleague_closes(window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot) -> None:
    """When they have closed it, that is said, the line goes, and the file is this window's."""
    desk = open_shared(window, path, qtbot)
    notice_of(path).unlink()
    window.files.sharing.ownership.refresh()
    qtbot.waitUntil(lambda: not desk.has_bar)
    assert "田中 さんがファイルを閉じました" in Desk(window).message
    assert owner_of(path) is not None
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("writes", [False, True])
def test_the_colleague_closes_while_it_is_decided(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, writes: bool
) -> None:
    """Who leaves the file in the moment in which the writer decides to read, or after all to write, is said to have left it."""
    desk = open_shared(window, path, qtbot)
    if writes:
        desk.choose_in_bar("読むだけ")
        qtbot.waitUntil(lambda: not window.files.sharing.ownership.is_looking)
    notice_of(path).unlink()
    desk.choose_in_bar("編集する" if writes else "読むだけ")
    qtbot.waitUntil(lambda: "田中 さんがファイルを閉じました" in desk.message)
    assert window.files.state.text == ""
    assert desk.has_bar != writes
    if not writes:
        assert "田中 さんはファイルを閉じました。" in desk.bar.words.text()


def put_second(path: Path) -> Owner:
    """A colleague who opens the file after this window has, and edits it."""
    second = Owner("佐藤", "PC-11", 4712, datetime.now().replace(microsecond=0), "9876543210")
    assert look(path, second)
    return second


def test_a_second_writer_is_said_to_the_first(
    window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has the file open first learns at the next beat who has begun to edit it too; it stands at the foot until they close."""
    monkeypatch.setattr(ownership, "_pause_ms", lambda _: 30)
    desk = open_alone(window, path, qtbot)
    second = put_second(path)
    qtbot.waitUntil(lambda: desk.has_bar)
    assert desk.bar.words.text().startswith(
        f"「要求書.yosan」を、{second.words}。あなたと同時に書いています。"
    )
    type_text("x")
    assert desk.request.header.name == "x", "the focus stays in the form"
    desk.choose_in_bar("わかりました")
    assert not desk.has_bar
    assert window.files.state.text == "佐藤 さんもこのファイルを開いています"
    release(path, second)
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert "佐藤 さんがファイルを閉じました" in desk.message
    assert owner_of(path) is not None, "this window's notice"
    desk.undo()


def test_who_decides_to_edit_is_seen_by_the_first(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot
) -> None:
    """The notice of a second writer stands beside that of the first, and goes when they only read or close."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("編集する")
    qtbot.waitUntil(lambda: len(look(path, theirs)) == 1)
    assert window.files.state.text == "田中 さんもこのファイルを開いています"
    window.close()
    assert look(path, theirs) == ()


def test_who_only_reads_puts_up_no_notice(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot
) -> None:
    """Nobody is told of a colleague who only reads."""
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    qtbot.waitUntil(lambda: look(path, theirs) == ())
    assert not notice_of(path, 2).exists()


@pytest.mark.parametrize("occasion", ["focus", "save"])
def test_sooner_than_the_beat(window: MainWindow, path: Path, qtbot: QtBot, occasion: str) -> None:
    """When the window gets the focus back, and with each save, it is seen at once who else has the file open."""
    desk = open_alone(window, path, qtbot)
    if occasion == "focus":
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(lambda: not window.isActiveWindow())
    put_second(path)
    if occasion == "focus":
        window.activateWindow()
    else:
        press(Key.Key_S, modifiers=CONTROL)
    qtbot.waitUntil(lambda: desk.has_bar)
    assert "佐藤 さん（PC-11）が" in desk.bar.words.text()


def test_who_reads_learns_of_the_end_at_the_next_beat(
    window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quick look every few seconds sees that the colleague has closed the file; nothing is written for it meanwhile."""
    looks: list[object] = []
    look_at = ownership._look
    monkeypatch.setattr(ownership, "_look", lambda *about: looks.append(about) or look_at(*about))
    monkeypatch.setattr(ownership, "_pause_ms", lambda _: 5)
    desk = open_shared(window, path, qtbot)
    desk.choose_in_bar("読むだけ")
    looks.clear()
    qtbot.waitUntil(lambda: len(looks) > 3)
    written: list[str] = []
    monkeypatch.setattr(notice, "write_files", lambda files, **_: written.extend(map(str, files)))
    monkeypatch.setattr(notice, "mark", lambda: written.append("probe") or "probe")
    looks.clear()
    qtbot.waitUntil(lambda: len(looks) > 6)
    assert written == []
    notice_of(path).unlink()
    qtbot.waitUntil(lambda: "田中 さんはファイルを閉じました" in desk.bar.words.text())


def test_three_people(window: MainWindow, path: Path, theirs: Owner, qtbot: QtBot) -> None:
    """While it is asked how to go on, who comes third is counted; when the first has closed it, it is asked about the other."""
    desk = open_shared(window, path, qtbot)
    second = put_second(path)
    window.files.look_around()
    qtbot.waitUntil(lambda: "（ほかに1人）" in desk.bar.words.text())
    assert theirs.words in desk.bar.words.text()
    release(path, theirs)
    window.files.look_around()
    qtbot.waitUntil(lambda: second.words in desk.bar.words.text())
    assert "ほかに" not in desk.bar.words.text()
    assert window.files.state.text == "佐藤 さんもこのファイルを開いています"
    desk.choose_in_bar("編集する")
    release(path, second)
    window.files.look_around()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert not desk.has_bar
