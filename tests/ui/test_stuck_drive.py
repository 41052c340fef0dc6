"""A network drive that stops answering: whatever is done, the window's own thread never touches it, and the keys go on."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document import storage
from model.edits.fields import set_value
from model.standard.standard import Standard
from model.totals import prices
from tests.samples import sample
from tests.ui.desk import Desk, wait_for_work
from tests.ui.fixtures import keep_of_the_request_before
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, press, type_text
from ui.window import dialogs
from ui.window.files import beside, document_file, ownership, request_files
from ui.window.files.copies import offer_copies
from ui.window.files.journal import Journal
from ui.window.main_window import MainWindow
from ui.window.paper.preview import Preview

_DOORS = (
    "stat",
    "lstat",
    "open",
    "scandir",
    "listdir",
    "replace",
    "rename",
    "link",
    "unlink",
    "access",
    "mkdir",
    "chmod",
    "utime",
    "readlink",
)


class Drive:
    """A shared folder whose calls wait for an answer while it is stuck; what the window's thread asks of it is noted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers = Event()
        self.answers.set()
        self.waiting = 0  # calls of other threads that wait, or have waited
        self.of_the_window: list[str] = []

    def meets(self, name: str, arguments: tuple[object, ...]) -> None:
        """A call of the system; one to this folder waits until the drive answers."""
        path = next((str(part) for part in arguments[:1] if isinstance(part, str | os.PathLike)), "")
        if not path.startswith(str(self.folder)) or self.answers.is_set():
            return
        if threading.current_thread() is threading.main_thread():
            self.of_the_window.append(f"{name} {path}")
        else:
            self.waiting += 1
            assert self.answers.wait(30)


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    """The drive, which answers until it is stuck."""
    drive = Drive(tmp_path / "drive")
    drive.folder.mkdir()

    def through(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def door(*arguments: Any, **more: Any) -> Any:
            drive.meets(name, arguments)
            return call(*arguments, **more)

        return door

    for name in _DOORS:
        monkeypatch.setattr(os, name, through(name, getattr(os, name)))
    monkeypatch.setattr(io, "open", through("open", io.open))
    monkeypatch.setattr("builtins.open", through("open", open))
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    monkeypatch.setattr(request_files, "_A_MOMENT_MS", 10)
    monkeypatch.setattr(ownership, "_AT_THE_END_MS", 50)
    yield drive
    drive.answers.set()


@pytest.fixture
def desk(
    qtbot: QtBot,
    in_force: Standard,
    tmp_path: Path,
    drive: Drive,
    private_settings: None,
    no_dialogs: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """The window with a request of the drive open, which has a version, a price table, a copy and another file beside it."""
    path = drive.folder / "要求書.yosan"
    storage.save(sample(), path)
    storage.save(set_value(sample(), "header/name", "ほか"), drive.folder / "ほか.yosan")
    (drive.folder / prices.FILE_NAME).write_bytes(prices.template())
    keep_of_the_request_before(monkeypatch)
    window = MainWindow(in_force, STANDARD_FOLDER, Journal(tmp_path / "recovery"), tmp_path / "kept")
    window.resize(1400, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.files.open(path)
    qtbot.waitUntil(lambda: window.document is not None)
    desk = Desk(window)
    desk.view.complete()
    desk.go("header/name")
    type_text("once")
    press(Key.Key_S, modifiers=CONTROL)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    wait_for_work(window, qtbot)
    yield desk
    drive.answers.set()
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    qtbot.waitUntil(lambda: not window.files.saves.is_saving, timeout=20_000)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def save(desk: Desk) -> None:
    """Ctrl+S of something new."""
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)


def save_as(desk: Desk) -> None:
    """Ctrl+Shift+S, to another name on the drive."""
    press(Key.Key_S, modifiers=CONTROL | SHIFT)


def open_other(desk: Desk) -> None:
    """Ctrl+O of another request."""
    press(Key.Key_O, modifiers=CONTROL)


def open_source(desk: Desk) -> None:
    """A page is imported."""
    desk.window.files.open(desk.window.files.last_folder() / "page.html")


def export(desk: Desk) -> None:
    """Ctrl+E, and on."""
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)


def come_back_from_excel(desk: Desk) -> None:
    """The window is active again: the price table is looked at."""
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.ActivationChange))


def look_at_the_notice(desk: Desk) -> None:
    """A minute is over: the notice is touched."""
    desk.window.files.sharing.ownership.refresh()


def look_for_copies(desk: Desk) -> None:
    """The folder is searched for copies that have parted."""
    offer_copies(desk.window.files)


def by_menu(words: str) -> Callable[[Desk], None]:
    """An entry of a menu."""

    def act(desk: Desk) -> None:
        desk.window.menus.basis_actions.fill()
        desk.action(words).trigger()

    act.__name__ = words
    return act


ACTS: tuple[tuple[Callable[[Desk], None], str], ...] = (
    (save, "保存しています"),
    (save_as, "保存しています"),
    (open_other, "開いています"),
    (open_source, ""),  # it has a bar of its own: test_source_reading
    (export, "書き出しています"),
    (by_menu("保存したものと比べる"), "開いています"),
    (by_menu("ほかの要求書と比べる"), "開いています"),
    (by_menu("ほかの要求書と合わせる"), "開いています"),
    (by_menu("前に保存した版"), "開いています"),
    (by_menu("単価表を読み直す"), "開いています"),
    (by_menu("単価表のひな形を作る"), "開いています"),
    (by_menu("変わった単価をすべて取り入れる"), "開いています"),
    (come_back_from_excel, "開いています"),
    (look_at_the_notice, ""),
    (look_for_copies, ""),
)


@pytest.mark.parametrize(("act", "said"), ACTS, ids=[act.__name__ for act, _ in ACTS])
def test_the_keys_go_on(
    desk: Desk,
    drive: Drive,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[Desk], None],
    said: str,
) -> None:
    """While the drive does not answer every key arrives, the state is said, and the journal is written; then it is done."""
    other = drive.folder / "ほか.yosan"
    monkeypatch.setattr(dialogs, "ask_open_path", lambda *_: other)
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: drive.folder / "新しい名.yosan")
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: drive.folder)
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "cancel")
    before = drive.waiting
    drive.answers.clear()
    act(desk)
    qtbot.waitUntil(lambda: drive.waiting > before)
    assert said in desk.window.files.state.text
    desk.go("header/name")
    press(Key.Key_End)
    typed = desk.request.header.name
    for letter in "typed on":
        type_text(letter)
        typed += letter
        assert desk.request.header.name == typed
    qtbot.waitUntil(lambda: any((Path(drive.folder).parent / "recovery").glob("*.journal")))
    assert drive.of_the_window == []
    drive.answers.set()
    qtbot.waitUntil(lambda: desk.window.files.state.text == "", timeout=20_000)


def see_the_page(desk: Desk) -> None:
    """Ctrl+Shift+H: the page in the browser."""
    press(Key.Key_H, modifiers=CONTROL | SHIFT)


def export_paper(desk: Desk) -> None:
    """The PDF, and on past the open findings."""
    desk.action("PDFを書き出す").trigger()
    press(Key.Key_Return)


def show_the_paper(desk: Desk) -> None:
    """F9: the first paper of this session."""
    press(Key.Key_F9)


@pytest.mark.parametrize("act", [show_the_paper, see_the_page, export, export_paper, by_menu("印刷…")])
def test_the_standard_is_read_beside_the_window(
    desk: Desk,
    drive: Drive,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[Desk], None],
) -> None:
    """The program may lie in a shared folder: no file of its Standard is asked for in the window's thread when it prints."""
    out = tmp_path / "out"
    out.mkdir()
    pages: list[Path] = []
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: out)
    monkeypatch.setattr(dialogs, "show_in_browser", lambda page: not pages.append(page))
    printer = QPrinter()
    printer.setOutputFileName(str(out / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)  # the Standard is read for one page as for all
    monkeypatch.setattr(dialogs, "ask_printer", lambda *_: printer)
    drive.folder = STANDARD_FOLDER.parent
    drive.answers.clear()
    act(desk)
    qtbot.waitUntil(lambda: drive.waiting > 0)
    desk.go("header/name")
    type_text("typed on")
    assert desk.request.header.name.endswith("typed on")
    assert drive.of_the_window == []
    drive.answers.set()
    qtbot.waitUntil(
        lambda: bool(pages or list(out.iterdir()) or desk.view.findChildren(Preview)), timeout=30_000
    )
    for preview in desk.view.findChildren(Preview):
        qtbot.waitUntil(lambda preview=preview: preview.is_settled, timeout=30_000)


def test_closing_during_a_stuck_save(desk: Desk, drive: Drive, tmp_path: Path, qtbot: QtBot) -> None:
    """The window asks; closed at once, what was typed is offered at the next start, and nothing waits for the drive."""
    drive.answers.clear()
    save(desk)
    assert not desk.window.close()
    assert "保存が終わったら閉じます" in desk.bar.words.text()
    typed = desk.request.header.name
    desk.choose_in_bar("待たずに閉じる")
    assert not desk.window.isVisible()
    assert drive.of_the_window == []
    (copy,) = Journal(tmp_path / "recovery").unsaved_copies()
    assert copy.work.request.header.name == typed
    drive.answers.set()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (open_other, "「ほか.yosan」がまだ開けません"),
        (export, "書き出し（要求書.yosan）がまだ終わっていません"),
    ],
)
def test_what_takes_long_is_said(
    desk: Desk,
    drive: Drive,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    act: Callable[[Desk], None],
    said: str,
) -> None:
    """After a while a line says what goes on and what is safe; it goes by itself when the drive has answered."""
    monkeypatch.setattr(document_file, "SLOW_MS", 50)
    monkeypatch.setattr(dialogs, "ask_open_path", lambda *_: drive.folder / "ほか.yosan")
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: drive.folder)
    drive.answers.clear()
    act(desk)
    qtbot.waitUntil(lambda: desk.has_bar)
    assert desk.bar.words.text().startswith(said)
    drive.answers.set()
    qtbot.waitUntil(lambda: desk.window.files.state.text == "", timeout=20_000)
    qtbot.waitUntil(lambda: not desk.has_bar)


def test_next_year_of_a_file_that_comes_late(desk: Desk, drive: Drive, qtbot: QtBot) -> None:
    """The next year's request of a recent file is made when the drive has answered."""
    press(Key.Key_S, modifiers=CONTROL)
    qtbot.waitUntil(
        lambda: not desk.window.files.saves.is_saving, timeout=20_000
    )  # before it nothing is left
    desk.window.show_start()
    button = next(
        each
        for each in desk.window.findChildren(QPushButton)
        if each.text() == "翌年度の要求書を作る" and each.isVisible()
    )
    before = drive.waiting
    drive.answers.clear()
    button.click()
    qtbot.waitUntil(lambda: drive.waiting > before)
    drive.answers.set()
    qtbot.waitUntil(lambda: desk.window.document is not None, timeout=20_000)
    qtbot.waitUntil(lambda: desk.document.path is None, timeout=20_000)
    assert desk.request.header.fiscal_year != sample().header.fiscal_year
    assert drive.of_the_window == []


def test_what_stands_there_is_known_only_after_the_drive_answers(
    desk: Desk, drive: Drive, qtbot: QtBot
) -> None:
    """A colleague's save that the drive shows only later is asked about all the same; Alt+1 merges beside the window."""
    path = desk.document.path
    assert path is not None
    storage.save(set_value(sample(), "contact/phone", "111"), path)
    drive.answers.clear()
    save(desk)
    assert not desk.has_bar
    drive.answers.set()
    qtbot.waitUntil(lambda: desk.has_bar)
    assert "まだ何も書き込んでいません" in desk.bar.words.text()
    drive.answers.clear()
    press(Key.Key_1, modifiers=ALT)
    qtbot.waitUntil(lambda: "開いています" in desk.window.files.state.text)
    type_text("y")
    assert desk.request.header.name.endswith("y")
    assert drive.of_the_window == []
    drive.answers.set()


def test_a_name_that_cannot_be_looked_for_is_asked_again(
    drive: Drive, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether 要求書R8.4.yosan is there, a drive that does not answer cannot say: the dialog says so, and nothing is replaced."""
    monkeypatch.undo()
    monkeypatch.setattr(dialogs, "_PATIENCE_S", 0.1)
    window, titles = threading.current_thread(), list[str]()
    answers, asked = Event(), list[threading.Thread]()

    def exists(path: Path) -> bool:
        asked.append(threading.current_thread())
        assert answers.wait(30)
        return False

    def exec_dialog(dialog: QFileDialog) -> int:
        titles.append(dialog.windowTitle())
        dialog.selectFile(str(drive.folder / "要求書R8.4"))
        if len(titles) == 2:
            answers.set()
        return 1

    monkeypatch.setattr(Path, "exists", exists)
    monkeypatch.setattr(QFileDialog, "exec", exec_dialog)
    parent = QWidget()
    qtbot.addWidget(parent)
    path = dialogs.ask_save_path(parent, str(drive.folder / "a.yosan"))
    assert path == drive.folder / "要求書R8.4.yosan"
    said = "名前を付けて保存（要求書R8.4.yosan があるか確かめられません。別の名前か場所を選んでください）"
    assert titles == ["名前を付けて保存", said]
    assert window not in asked


@pytest.mark.parametrize(
    "ask",
    [dialogs.ask_open_path, dialogs.ask_export_folder, dialogs.ask_shelf_folder, dialogs.ask_watched_folder],
)
def test_a_folder_that_does_not_answer_is_not_shown(
    drive: Drive,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[QWidget, str], Path | None],
) -> None:
    """A dialog whose folder is on a drive that does not answer begins at home and says why: Qt would wait for the drive."""
    begun: list[tuple[str, str]] = []

    def exec_dialog(dialog: QFileDialog) -> int:
        begun.append((dialog.windowTitle(), dialog.directory().absolutePath()))
        return 0

    monkeypatch.setattr(dialogs, "_PATIENCE_S", 0.1)
    monkeypatch.setattr(QFileDialog, "exec", exec_dialog)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")  # it would wait for a person
    drive.answers.clear()
    parent = QWidget()
    qtbot.addWidget(parent)
    assert ask(parent, str(drive.folder)) is None
    ((title, folder),) = begun
    assert f"「{drive.folder}」が応えないか、ない" in title
    assert folder == Path.home().as_posix()
    assert drive.of_the_window == []
