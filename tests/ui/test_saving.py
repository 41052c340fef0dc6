"""Saving beside the window: a drive that does not answer freezes nothing, what is shown is true, and versions are kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document import storage
from model.files import files
from model.files.files import FileError
from model.files.process import machine
from model.files.versions import Versions
from model.standard.standard import Standard
from tests.samples import sample, with_ids_of
from tests.ui.desk import Desk, wait_for_work
from tests.ui.fixtures import keep_of_the_request_before
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, press, type_text
from ui.review.comparison_page import ComparisonPage
from ui.review.versions_page import VersionsPage
from ui.window import dialogs
from ui.window.files import beside, request_files, saving
from ui.window.files.journal import Journal
from ui.window.main_window import MainWindow


@pytest.fixture
def window(
    qtbot: QtBot,
    in_force: Standard,
    tmp_path: Path,
    private_settings: None,
    no_dialogs: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """A window with all that it keeps, and the real sheet open from a file."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    keep_of_the_request_before(monkeypatch)
    window = MainWindow(in_force, STANDARD_FOLDER, Journal(tmp_path / "recovery"), tmp_path)
    window.resize(1400, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.files.open(path)
    yield window
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A shared folder that does not answer until the event is set."""
    answers = Event()
    write = saving.write_files

    def slow(*args: object, **more: object) -> object:
        assert answers.wait(30)
        return write(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "write_files", slow)
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    yield answers
    answers.set()


def type_name(window: MainWindow, text: str) -> None:
    """Type a 事業名."""
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text(text)


def saved_name(window: MainWindow) -> str:
    """The 事業名 in the document's file."""
    assert window.document is not None
    assert window.document.path is not None
    return storage.load(window.document.path).header.name


def test_a_drive_that_does_not_answer_freezes_nothing(window: MainWindow, drive: Event, qtbot: QtBot) -> None:
    """While a file is being saved the writer types on and sees that it is; saved is what stood there when Ctrl+S was pressed."""
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert window.files.state.text == "「要求書.yosan」に保存しています…"
    type_text(" and more")
    assert window.document is not None
    assert window.document.request.header.name == "first and more"
    assert window.isWindowModified()
    press(Key.Key_S, modifiers=CONTROL)
    assert "前の保存がまだ終わっていません" in Desk(window).message

    drive.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert Desk(window).message == "要求書.yosan を保存しました。"
    assert saved_name(window) == "first"
    assert window.isWindowModified(), "what was typed meanwhile is not in the file"
    press(Key.Key_S, modifiers=CONTROL)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert saved_name(window) == "first and more"


def test_saving_elsewhere_while_a_drive_does_not_answer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work can be saved to another place at once; what comes of the first save later changes nothing on the screen."""
    answers, write = Event(), saving.write_files
    elsewhere = tmp_path / "elsewhere.yosan"

    def slow(wanted: dict[Path, bytes], **more: object) -> object:
        assert elsewhere in wanted or answers.wait(30)
        return write(wanted, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "write_files", slow)
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: elsewhere)
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert "に保存しています" in window.files.state.text
    press(Key.Key_S, modifiers=CONTROL | SHIFT)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert saved_name(window) == "first"
    answers.set()
    wait_for_work(window, qtbot)
    assert window.document is not None
    assert window.document.path == elsewhere
    assert window.files.state.text == ""


def test_closing_while_a_file_is_saved(window: MainWindow, drive: Event, qtbot: QtBot) -> None:
    """The window closes when the saving is over, and says so in a line above the form, in which one types on."""
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert not window.close()
    assert "保存が終わったら閉じます" in Desk(window).bar.words.text()
    drive.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert saved_name(window) == "first"


def test_closing_given_up(window: MainWindow, drive: Event, qtbot: QtBot) -> None:
    """Who decides not to close goes on: the saving ends, and the window stays."""
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert not window.close()
    Desk(window).choose_in_bar("閉じない")
    assert not Desk(window).has_bar
    type_text(" and more")
    drive.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert saved_name(window) == "first"
    assert window.isVisible()
    assert window.isWindowModified()


def test_closing_at_once_by_the_line(window: MainWindow, drive: Event, tmp_path: Path) -> None:
    """「待たずに閉じる」 closes; what was typed, also since the saving began, is offered at the next start."""
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    type_text(" and more")
    assert not window.close()
    Desk(window).choose_in_bar("待たずに閉じる")
    assert not window.isVisible()
    (copy,) = Journal(tmp_path / "recovery").unsaved_copies()
    assert copy.work.request.header.name == "first and more"


def test_closing_without_waiting(window: MainWindow, drive: Event, tmp_path: Path) -> None:
    """Asked to close again, the window closes at once; the work is offered at the next start."""
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert not window.close()
    assert window.close()
    (copy,) = Journal(tmp_path / "recovery").unsaved_copies()
    assert copy.work.request.header.name == "first"


def test_saving_that_fails_beside(
    window: MainWindow, qtbot: QtBot, drive: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that turns out to be full is said when it is known; the document stays unsaved, and a window that was to close stays."""

    def full(*_args: object, **_more: object) -> None:
        assert drive.wait(30)
        raise FileError("「要求書.yosan」に保存できません（空き容量がありません）。")

    monkeypatch.setattr(saving, "write_files", full)
    type_name(window, "first")
    press(Key.Key_S, modifiers=CONTROL)
    assert not window.close()
    drive.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert "空き容量がありません" in Desk(window).bar.words.text()
    assert window.isVisible()
    assert window.isWindowModified()


def test_opening_from_a_drive_that_does_not_answer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a file is being opened the writer works on; what was typed meanwhile is asked about before it is left."""
    other = tmp_path / "other.yosan"
    storage.save(sample(), other)
    answers, read = Event(), storage.open_file
    monkeypatch.setattr(storage, "open_file", lambda path: answers.wait(30) and read(path))
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda _, name, *_more: asked.append(name) or "cancel")
    window.files.open(other)
    assert window.files.state.text == "「other.yosan」を開いています…"
    type_name(window, "typed on")
    answers.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert asked == ["要求書.yosan"]
    assert window.document is not None
    assert window.document.request.header.name == "typed on"
    Desk(window).undo()
    window.files.open(other)
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == other)


def test_a_file_that_comes_too_late(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opens another file while a drive does not answer keeps that: what comes late is said and not shown; of two the last counts."""
    late, soon = tmp_path / "late.yosan", tmp_path / "soon.yosan"
    for path in (late, soon):
        storage.save(sample(), path)
    answers, read = Event(), storage.open_file
    monkeypatch.setattr(storage, "open_file", lambda path: (path == soon or answers.wait(30)) and read(path))
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    window.files.open(late)
    window.files.new()
    answers.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert window.document is not None
    assert window.document.path is None
    assert "「late.yosan」は、先にほかの要求書を開いたので、開きませんでした。" in Desk(window).message
    answers.clear()
    window.files.open(late)
    window.files.open(soon)
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == soon)
    answers.set()
    wait_for_work(window, qtbot)
    assert window.document.path == soon


def test_export_to_a_drive_that_does_not_answer(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exports too are written beside the window."""
    from ui.window import exports

    answers, write = Event(), files.write_files
    monkeypatch.setattr(exports, "write_files", lambda wanted: answers.wait(30) and write(wanted))
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: tmp_path)
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "書き出しています" in window.files.state.text)
    type_name(window, "typed on")
    answers.set()
    qtbot.waitUntil(lambda: window.files.state.text == "")
    assert "要求書.html、要求書.xlsx を書き出しました。" in Desk(window).message


def versions(window: MainWindow) -> list[str]:
    """The 事業名 of the versions of the open file, the latest first."""
    assert window.files.kept is not None
    kept = window.files.kept.versions
    assert window.document is not None
    assert window.document.path is not None
    return [
        storage.loads(kept.content_of(each).data, "x").header.name for each in kept.of(window.document.path)
    ]


def test_the_ten_versions_before_are_kept(window: MainWindow, tmp_path: Path) -> None:
    """Each save keeps what the file held before; the eleventh goes; saving the same again keeps nothing."""
    first = sample().header.name
    for number in range(12):
        type_name(window, f"name {number}")
        press(Key.Key_S, modifiers=CONTROL)
        press(Key.Key_S, modifiers=CONTROL)
        if number == 0:
            assert versions(window) == [first]
    assert versions(window) == [f"name {number}" for number in range(10, 0, -1)]
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "versions").rglob("*.z")} == {0o600}


def test_a_version_is_restored_as_an_edit(window: MainWindow) -> None:
    """From the menu by keys: the list says how far each is; Enter takes one as an unsaved edit, which undo takes back."""
    type_name(window, "new")
    press(Key.Key_S, modifiers=CONTROL)
    choose(Key.Key_F, "前に保存した版")
    page = window.findChild(VersionsPage)
    assert isinstance(page, VersionsPage)
    assert "1 か所違います" in page.list.item(0).text()
    press(Key.Key_Return)
    assert window.document is not None
    assert window.document.request == with_ids_of(sample(), window.document.request)
    assert window.isWindowModified()
    assert saved_name(window) == "new", "the file is as it was until it is saved"
    Desk(window).undo()
    assert window.document.request.header.name == "new"
    assert not window.isWindowModified()


def test_a_version_is_compared_and_then_restored(window: MainWindow) -> None:
    """Alt+C shows what a version differs in; Esc leads back to it in the list, where Enter takes it."""
    for name in ("second", "third"):
        type_name(window, name)
        press(Key.Key_S, modifiers=CONTROL)
    choose(Key.Key_F, "前に保存した版")
    press(Key.Key_Down)
    press(Key.Key_C, modifiers=ALT)
    for _ in range(100):
        if window.findChild(ComparisonPage) is not None:
            break
        QTest.qWait(20)
    page = window.findChild(ComparisonPage)
    assert isinstance(page, ComparisonPage)
    assert [difference.now for difference in page.compared.comparison.differences] == ["third"]
    press(Key.Key_Escape)
    pages = [page for page in window.findChildren(VersionsPage) if page.isVisible()]
    assert [page.list.currentRow() for page in pages] == [1]
    press(Key.Key_Return)
    assert window.document is not None
    assert window.document.request == with_ids_of(sample(), window.document.request)


def test_who_saved_a_version(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list has the name and machine of who saved each; what a colleague saved is said to be of nobody known."""
    monkeypatch.setenv("USERNAME", "佐藤")
    for name in ("second", "third"):
        type_name(window, name)
        press(Key.Key_S, modifiers=CONTROL)
    choose(Key.Key_F, "前に保存した版")
    page = window.findChild(VersionsPage)
    assert isinstance(page, VersionsPage)
    mine, before = (page.list.item(row).text().partition("\n")[0] for row in range(2))
    assert mine.endswith(f"に 佐藤 さん（{machine()}）が保存")
    assert "だれが保存したかの記録がありません" in before
    assert "ほかの人がした保存は、あなたがその上に保存したときの内容のほかは残りません" in page.hint.text()
    next((tmp_path / "versions").rglob("saved.json")).write_bytes(b"{")
    press(Key.Key_Escape)
    type_name(window, "fourth")
    press(Key.Key_S, modifiers=CONTROL)
    assert versions(window)[0] == "third", "a note that is damaged costs no version"


def test_no_version_yet(window: MainWindow) -> None:
    """Where there is none a sentence says when there will be one."""
    choose(Key.Key_F, "前に保存した版")
    assert "前の版はまだありません" in Desk(window).message
    assert "ほかの人がした保存は、ここには残りません" in Desk(window).message


def test_a_folder_of_versions_that_cannot_be_written(window: MainWindow, tmp_path: Path) -> None:
    """Where the version before cannot be kept the file is saved all the same, and that is said."""
    (tmp_path / "versions").write_bytes(b"no folder")
    type_name(window, "new")
    press(Key.Key_S, modifiers=CONTROL)
    assert saved_name(window) == "new"
    assert (
        "は保存しました。ただし、書き換える前の内容を「前に保存した版」に残せません（"
        in Desk(window).bar.words.text()
    )
    assert f"「{tmp_path / 'versions'}」の空きと権限を" in Desk(window).bar.words.text()


def test_what_another_one_saved_is_kept_when_it_is_saved_over(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saves over a colleague's work can still go back to it."""
    assert window.document is not None
    path = window.document.path
    assert path is not None
    from model.edits.fields import set_value

    storage.save(set_value(sample(), "header/name", "theirs"), path)
    type_name(window, "mine")
    press(Key.Key_S, modifiers=CONTROL)
    Desk(window).choose_in_bar("上書きする")
    assert saved_name(window) == "mine"
    assert versions(window) == ["theirs"]


def test_a_damaged_version_is_said(window: MainWindow, tmp_path: Path) -> None:
    """A version whose copy is damaged is listed as such and not taken."""
    type_name(window, "new")
    press(Key.Key_S, modifiers=CONTROL)
    (kept,) = (tmp_path / "versions").rglob("*.z")
    kept.write_bytes(kept.read_bytes()[:50])
    choose(Key.Key_F, "前に保存した版")
    page = window.findChild(VersionsPage)
    assert isinstance(page, VersionsPage)
    assert "壊れていて読めません" in page.list.item(0).text()
    press(Key.Key_Return)
    assert window.document is not None
    assert window.document.request.header.name == "new"
    assert "壊れていて読めません" in Desk(window).message


def test_versions_of_a_link_are_those_of_its_file(tmp_path: Path) -> None:
    """However a file is named, its versions are the same."""
    kept = Versions(tmp_path / "versions")
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"")
    link.symlink_to(path)
    kept.keep(link, b"old", 1)
    assert [kept.content_of(each).data for each in kept.of(path)] == [b"old"]


def reopen(window: MainWindow, in_force: Standard, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The next start of the program, with the same file, once its steps of the day were looked for."""
    assert window.document is not None
    path = window.document.path
    assert path is not None
    again = MainWindow(in_force, STANDARD_FOLDER, Journal(tmp_path / "recovery"), tmp_path)
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(request_files, "_A_MOMENT_MS", 10)
        again.files.open(path)
        wait_for_work(again, qtbot)
    return again


def test_undo_survives_saving_and_the_end_of_the_program(
    window: MainWindow, in_force: Standard, tmp_path: Path, qtbot: QtBot
) -> None:
    """Steps of the day are undone and redone after the file was opened again, and again after that; the file is what undo ends on."""
    type_name(window, "one")
    Desk(window).go("line/line-1-1/amount")
    type_text("77")
    press(Key.Key_Return)
    press(Key.Key_S, modifiers=CONTROL)
    assert window.document is not None
    saved = window.document.request
    window.close()

    again = reopen(window, in_force, tmp_path, qtbot)
    document = again.document
    assert document is not None
    assert not again.isWindowModified()
    type_name(again, "two")
    press(Key.Key_S, modifiers=CONTROL)
    again.close()

    third = reopen(again, in_force, tmp_path, qtbot)
    document = third.document
    assert document is not None
    Desk(third).undo()
    assert document.request == saved
    assert third.isWindowModified()
    while document.undo_label is not None:
        Desk(third).undo()
    assert document.request == with_ids_of(sample(), saved)
    while document.redo_label is not None:
        Desk(third).redo()
    assert document.request.header.name == "two"
    assert not third.isWindowModified(), "done again, it is what the file holds"
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "undo").iterdir()} == {0o600}


def test_undo_of_another_content_or_day_is_not_taken(
    window: MainWindow, in_force: Standard, tmp_path: Path, qtbot: QtBot
) -> None:
    """Where a colleague has saved the file since, or a day has passed, there is nothing to undo."""
    type_name(window, "one")
    press(Key.Key_S, modifiers=CONTROL)
    assert window.document is not None
    path = window.document.path
    assert path is not None
    data = path.read_bytes()
    storage.save(sample(), path)
    assert reopen(window, in_force, tmp_path, qtbot).document.undo_label is None  # type: ignore[union-attr]
    path.write_bytes(data)
    (kept,) = (tmp_path / "undo").iterdir()
    os.utime(kept, (0, 0))
    assert reopen(window, in_force, tmp_path, qtbot).document.undo_label is None  # type: ignore[union-attr]
