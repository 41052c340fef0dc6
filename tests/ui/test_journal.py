"""Work that is in no file yet survives a session that is cut off; a session that ends well leaves nothing behind."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event, Timer, current_thread, main_thread

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.differences import changes
from model.document import storage, unsaved
from model.document.unsaved import Unsaved, dump_unsaved, load_unsaved
from model.edits.fields import set_value
from model.edits.structure import delete_lines
from model.files.files import digest
from model.request.lines import find as find_line
from model.standard.standard import Standard
from tests.samples import sample, set_values
from tests.ui.desk import Desk, wait_for_work
from tests.ui.fixtures import keep_of_the_request_before
from tests.ui.hands import CONTROL, Key, focused, press, settle, type_text
from ui.review.comparison_page import ComparisonPage
from ui.review.merge_page import MergePage
from ui.window import dialogs
from ui.window.files import journal
from ui.window.files.journal import COPY, Journal
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_moment")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the copies lie."""
    return tmp_path / "recovery"


@pytest.fixture
def window(
    qapp: QApplication,
    in_force: Standard,
    folder: Path,
    private_settings: None,
    no_dialogs: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """A window that keeps copies, with the real sheet changed."""
    keep_of_the_request_before(monkeypatch)
    window = MainWindow(in_force, STANDARD_FOLDER, Journal(folder))
    window.show_request(sample(), None)
    assert window.document is not None
    window.document.edit("x", set_value(window.document.request, "header/name", "書きかけの事業"))
    yield window
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    window.deleteLater()


def copies(folder: Path) -> list[str]:
    """The names of the projects of which copies are kept."""
    paths = folder.glob(f"*{COPY}")
    return [load_unsaved(path.read_bytes(), path.name)[0].request.header.name for path in paths]


def test_unsaved_work_is_copied(window: MainWindow, folder: Path) -> None:
    """A moment after a change a copy lies in the user's own folder, away from the writer's files."""
    window.files.recovery.write_copy()
    assert copies(folder) == ["書きかけの事業"]


def test_saving_takes_the_copy_away(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    """What is in the file needs no copy."""
    window.files.recovery.write_copy()
    assert window.document is not None
    storage.save(window.document.request, tmp_path / "a.yosan")
    window.document.mark_saved(tmp_path / "a.yosan")
    assert copies(folder) == []


def test_discarding_takes_the_copy_away(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who says 「保存しない」 is not asked again at the next start."""
    window.files.recovery.write_copy()
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    assert copies(folder) == []


def test_a_running_session_is_not_offered(window: MainWindow, folder: Path) -> None:
    """A second window does not offer the work that is open in the first."""
    window.files.recovery.write_copy()
    assert Journal(folder).unsaved_copies() == []


def test_work_of_a_session_that_was_cut_off_is_offered_and_opened(
    window: MainWindow, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """The next start offers it; opened, it is unsaved work of the new session, and its old copy is gone."""
    folder.mkdir()
    left = folder / "cutoff.yosan"
    storage.save(
        set_value(sample(), "header/name", "前回の事業"), left
    )  # without a lock: its session is gone
    start = start_anew(qtbot, in_force, folder)
    button = next(
        each for each in start.findChildren(QPushButton) if each.text().startswith("書きかけを開く")
    )
    button.click()

    document = start.document
    assert document is not None
    assert (document.request.header.name, document.path, document.is_modified) == ("前回の事業", None, True)
    assert not left.exists()
    assert copies(folder) == ["前回の事業"]
    document.mark_saved(folder / "elsewhere")
    assert copies(folder) == []


def test_recovered_work_without_a_file_is_offered_a_name_of_its_year(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft that was in no file is offered 「事業名（年度）」: last year's file has the name of 事業名 alone."""
    old = tmp_path / f"{sample().header.name}.yosan"
    storage.save(sample(), old)
    window.files.recent.add(old)
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    left = Journal(folder)
    draft = set_values(sample(), [("header/fiscal_year", "令和2年度")])
    assert left.write(Unsaved(draft), left.turn) == ""
    left.leave()
    (copy,) = Journal(folder).unsaved_copies()
    assert sample().header.name[:5] in copy.words
    assert "令和2年度" in copy.words
    window.files.open_unsaved_copy(copy)
    offered: list[str] = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _parent, about: offered.append(about))
    window.files.saves.save()
    assert [Path(name).name for name in offered] == [f"{sample().header.name}（令和2年度）.yosan"]


def test_the_lock_of_a_killed_session_is_cleared(window: MainWindow, folder: Path) -> None:
    """The next start clears the lock of a session that was killed before it had a copy; that of one that runs stays."""
    window.files.recovery.write_copy()
    held = [path.name for path in folder.glob("*.lock")]
    assert len(held) == 1
    killed = "from PySide6.QtCore import QLockFile; import os, sys; lock = QLockFile(sys.argv[1]); lock.tryLock(0); os._exit(1)"
    subprocess.run([sys.executable, "-c", killed, str(folder / "killed.lock")], check=False)
    assert (folder / "killed.lock").exists()
    Journal(folder).set_damaged_aside()
    assert [path.name for path in folder.glob("*.lock")] == held


def test_the_old_copy_stays_until_the_new_one_is_there(
    qtbot: QtBot, in_force: Standard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where this session can keep no copy, the one that was left behind is not thrown away."""
    folder.mkdir()
    left = folder / "cutoff.yosan"
    storage.save(sample(), left)
    start = MainWindow(in_force, STANDARD_FOLDER, Journal(folder))
    qtbot.addWidget(start)
    monkeypatch.setattr(Journal, "write", lambda *_: "空き容量がありません")
    start.files.open_unsaved_copy(start.files.recovery.unsaved_copies()[0])

    assert left.exists()
    assert start.document is not None
    start.document.mark_saved(folder / "elsewhere")


def test_a_file_that_cannot_be_opened_costs_no_copy(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who leaves the work for a file that turns out to be damaged still has the work, on the screen and as a copy."""
    window.files.recovery.write_copy()
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    damaged = tmp_path / "damaged.yosan"
    damaged.write_text("{")
    window.files.open(damaged)

    assert window.document is not None
    assert window.document.request.header.name == "書きかけの事業"
    assert copies(folder) == ["書きかけの事業"]


def test_a_folder_that_cannot_be_written_stops_nothing(window: MainWindow, folder: Path) -> None:
    """Where no copy can be kept the work goes on."""
    folder.write_text("not a folder")
    window.files.recovery.write_copy()
    assert window.document is not None
    assert window.document.is_modified


def text_of_name(window: MainWindow, text: str) -> None:
    """Type a 事業名 by keys."""
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text(text)


def test_typing_is_on_disk_a_moment_later(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Nobody need pause or save: what was typed is copied, and no more often than keys were pressed."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    written: list[str] = []
    write = Journal.write

    def counted(journal: Journal, work: Unsaved, turn: int) -> str:
        written.append(work.request.header.name)
        return write(journal, work, turn)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Journal, "write", counted)
        text_of_name(window, "a long name that is typed without pause" * 3)
        qtbot.waitUntil(lambda: copies(folder) == [window.document.request.header.name])  # type: ignore[union-attr]
    assert 1 <= len(written) <= 3 * 39 + 2


def test_copies_are_private(window: MainWindow, folder: Path) -> None:
    """Nobody else on the machine can read what is being written."""
    folder.mkdir(mode=0o755)
    window.files.recovery.write_copy()
    assert folder.stat().st_mode & 0o777 == 0o700
    (copy,) = folder.glob(f"*{COPY}")
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def left(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A file whose unsaved changes were left behind by a session that was cut off."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.files.open(path)
    assert window.document is not None
    request = set_value(window.document.request, "header/name", "名を変えた事業")
    window.document.edit("x", set_value(request, "line/line-1-1/amount", 5))
    window.files.recovery.write_copy()
    (copy,) = folder.glob(f"*{COPY}")
    data = copy.read_bytes()
    window.document.undo()
    assert copies(folder) == []
    wait_for_work(window, qtbot)  # who looks at a copy holds it, and others pass it over
    (folder / f"cutoff{COPY}").write_bytes(data)
    return path


def start_anew(qtbot: QtBot, in_force: Standard, folder: Path) -> MainWindow:
    """The next start of the program."""
    start = MainWindow(in_force, STANDARD_FOLDER, Journal(folder))
    qtbot.addWidget(start)
    start.show_start()
    start.show()
    return start


def test_what_was_lost_is_named_and_opened_by_one_click(
    left: Path, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """The offer has 事業名, year, file, time and how far it is from the file; opened, the work is saved to its file."""
    start = start_anew(qtbot, in_force, folder)
    (copy,) = start.files.recovery.unsaved_copies()
    button = next(each for each in start.findChildren(QPushButton) if "名を変えた事業" in each.text())
    file = f"　{left.parent.name}{os.sep}要求書.yosan　"
    for words in ("平成31年度", file, f"{copy.written:%H:%M} まで", "2 か所違います"):
        assert words in button.text()
    assert button.toolTip() == str(left), "two files of one name are told apart"
    button.click()
    document = start.document
    assert document is not None
    assert (document.path, document.is_modified) == (left, True)
    assert start.files.saves.save()
    assert storage.load(left).header.name == "名を変えた事業"
    assert copies(folder) == []


def test_signs_of_a_name_are_shown_as_they_are(
    qtbot: QtBot, in_force: Standard, folder: Path, private_settings: None
) -> None:
    """「&」 in 事業名 is no key of the button, and what nobody sees is left out."""
    folder.mkdir()
    storage.save(set_value(sample(), "header/name", "R&D\u202e事業"), folder / "old.yosan")
    start = start_anew(qtbot, in_force, folder)
    (button,) = (each for each in start.findChildren(QPushButton) if "事業（" in each.text())
    assert "R&&D事業（" in button.text()


def test_recovered_work_does_not_overwrite_what_was_saved_since(
    left: Path, qtbot: QtBot, in_force: Standard, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a colleague has saved the file after the session was cut off, saving the recovered work asks."""
    theirs = set_value(sample(), "header/name", "theirs")
    storage.save(theirs, left)
    start = start_anew(qtbot, in_force, folder)
    start.files.open_unsaved_copy(start.files.recovery.unsaved_copies()[0])
    assert not start.files.saves.save()
    assert "ほかの人が保存しています" in Desk(start).bar.words.text()
    assert storage.load(left) == theirs


def test_a_damaged_copy_is_said_once(window: MainWindow, folder: Path) -> None:
    """It is set aside where it can still be found, and offered no more; the others are."""
    folder.mkdir()
    damaged = folder / f"cutoff{COPY}"
    damaged.write_bytes(b'{"journal":1,"written":null')
    storage.save(sample(), folder / "old.yosan")
    window.files.recovery.set_damaged_aside()
    assert window.view is not None
    bar = window.bars.in_sight
    assert bar is not None
    said = bar.words.text()
    assert "1件は壊れていて開けません" in said
    assert damaged.with_suffix(".damaged").read_bytes() == b'{"journal":1,"written":null'
    assert str(damaged.with_suffix(".damaged")) in said
    window.hide_bar("keeping")
    window.files.recovery.set_damaged_aside()
    assert window.bars.in_sight is None
    assert [copy.path.name for copy in window.files.recovery.unsaved_copies()] == ["old.yosan"]


def test_a_copy_that_cannot_be_read_now_is_not_taken_for_damaged(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails for a moment, or a copy of a later version: it is said and stays, and is offered when it can be read."""
    folder.mkdir()
    storage.save(sample(), folder / "old.yosan")
    (folder / f"later{COPY}").write_bytes(
        dump_unsaved(Unsaved(sample()), datetime.now()).replace(b"1", b"9", 1)
    )

    def fails(*_: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "read_regular", fails)
        window.files.recovery.set_damaged_aside()
    assert window.view is not None
    bar = window.bars.in_sight
    assert bar is not None
    assert "2件は、いま開けません（装置の読み書きに失敗しました）" in bar.words.text()
    assert str(folder / f"later{COPY}") in bar.words.text()
    window.files.recovery.set_damaged_aside()
    bar = window.bars.in_sight
    assert bar is not None
    assert "1件は、いま開けません（別の版の予算帖の控えです）" in bar.words.text()
    assert [copy.path.name for copy in window.files.recovery.unsaved_copies()] == ["old.yosan"]
    assert list(folder.glob("*.damaged")) == []


def test_offers_of_unsaved_work_fit_into_a_narrow_window(
    qtbot: QtBot, in_force: Standard, folder: Path, shared: Path
) -> None:
    """Of a long 事業名 all words of the offer can be read in a window of 940 pixels."""
    begun_elsewhere(shared, folder, "とても長い名前の補助事業（市町村分・団体分・特別対策分）")
    start = start_anew(qtbot, in_force, folder)
    start.resize(940, 700)
    (button,) = (each for each in start.findChildren(QPushButton) if "とても長い" in each.text())
    settle()
    assert button.width() >= button.minimumSizeHint().width()
    assert button.height() >= button.minimumSizeHint().height()
    assert button.mapTo(start, button.rect().bottomRight()).x() <= 940


def test_a_copy_that_cannot_be_written_is_said_on_the_screen(window: MainWindow, folder: Path) -> None:
    """It stands above the form and at the foot as long as it is so, and goes with the next copy that can be written."""
    folder.write_text("not a folder")
    assert not window.files.recovery.write_copy()
    assert window.view is not None
    bar = window.bars.in_sight
    assert bar is not None
    assert "書きかけの控えが取れません（" in bar.words.text()
    assert "こまめに保存してください" in bar.words.text()
    assert window.files.state.text == "書きかけの控えが取れていません"
    folder.unlink()
    assert window.files.recovery.write_copy()
    assert window.files.state.text == ""
    assert not Desk(window).has_bar


def test_a_copy_under_way_is_none_once_all_is_saved(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy whose writing has begun when the file is saved does not come behind it."""
    begun, go_on, dump = Event(), Event(), unsaved.dump_unsaved

    def slow(work: Unsaved, written: datetime) -> bytes:
        begun.set()
        assert go_on.wait(10)
        return dump(work, written)

    monkeypatch.setattr(unsaved, "dump_unsaved", slow)
    assert window.document is not None
    window.document.edit("x", set_value(window.document.request, "header/name", "後"))
    qtbot.waitUntil(begun.is_set)
    Timer(0.1, go_on.set).start()
    window.document.mark_saved(folder.with_name("a.yosan"))
    QTest.qWait(100)  # no copy comes: there is nothing to wait for
    assert copies(folder) == []


def test_the_copy_of_a_large_request_is_written_beside_the_keys(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Nothing of a copy is made in the thread that takes the keys: not its bytes, not the comparison, not the file."""
    threads: set[str] = set()
    for module, name in ((unsaved, "dump_unsaved"), (changes, "count_changes"), (journal, "write_files")):
        act = getattr(module, name)
        monkeypatch.setattr(
            module,
            name,
            lambda *args, act=act, **more: threads.add(current_thread().name) or act(*args, **more),
        )
    assert window.document is not None
    window.document.edit("x", set_value(window.document.request, "header/name", "大きい"))
    qtbot.waitUntil(lambda: copies(folder) == ["大きい"])
    assert threads
    assert main_thread().name not in threads


def begun_elsewhere(path: Path, folder: Path, name: str, written: str = "2026-11-29T09:30:00") -> Path:
    """The copy of a session that was cut off while it edited a file."""
    base = storage.load(path)
    work = Unsaved(set_value(base, "header/name", name), path, digest(path.read_bytes()), 1, base)
    folder.mkdir(exist_ok=True)
    copy = folder / f"{name}{COPY}"
    copy.write_bytes(dump_unsaved(work, datetime.fromisoformat(written)))
    return copy


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A saved file of the real sheet."""
    path = tmp_path / "共有" / "要求書.yosan"
    path.parent.mkdir()
    storage.save(sample(), path)
    return path


def offered(window: MainWindow, path: Path, qtbot: QtBot) -> Desk:
    """Open a file by its path, until its unsaved work is offered."""
    window.files.open(path)
    desk = Desk(window)
    qtbot.waitUntil(lambda: desk.has_bar)
    return desk


def test_opening_a_file_offers_its_unsaved_work(
    shared: Path, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """The line above the form has 事業名, time and the number of differences; a key compares, a key takes it up."""
    copy = begun_elsewhere(shared, folder, "続きの事業")
    start = start_anew(qtbot, in_force, folder)
    desk = offered(start, shared.parent / ".." / "共有" / shared.name, qtbot)
    said = desk.bar.words.text()
    for words in ("続きの事業", "平成31年度", "11月29日 09:30", "1 か所違います"):
        assert words in said, words
    desk.choose_in_bar("違いを見る")
    page = start.findChild(ComparisonPage)
    assert page is not None
    assert page.table.words_of(1)[1:4] == ["変更", sample().header.name, "続きの事業"], "as it would become"
    press(Key.Key_Escape)
    desk.choose_in_bar("書きかけを開く")
    assert desk.request.header.name == "続きの事業"
    assert desk.document.path == shared
    assert not copy.exists()
    assert not desk.has_bar
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(shared).header.name == "続きの事業"


def test_unsaved_work_that_is_left_is_offered_again(
    shared: Path, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """What is not opened stays, the next is shown, and the file that is opened is edited as it is."""
    copies_left = [
        begun_elsewhere(shared, folder, "前", "2026-11-28T09:30:00"),
        begun_elsewhere(shared, folder, "後"),
    ]
    start = start_anew(qtbot, in_force, folder)
    desk = offered(start, shared, qtbot)
    assert ": 後（" in desk.bar.words.text()
    assert "ほかに1件あります" in desk.bar.words.text()
    desk.choose_in_bar("開かない")
    assert ": 前（" in desk.bar.words.text()
    desk.choose_in_bar("開かない")
    assert not desk.has_bar
    assert desk.request == sample()
    assert all(copy.exists() for copy in copies_left)
    assert ": 後（" in offered(start, shared, qtbot).bar.words.text()


def test_unsaved_work_of_another_file_or_of_no_difference_is_not_offered(
    shared: Path, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """A file of the same name in another folder has unsaved work of its own; work that is in the file by now is none."""
    other = shared.parent.parent / shared.name
    storage.save(sample(), other)
    begun_elsewhere(other, folder, "ほかのファイルの事業")
    begun_elsewhere(shared, folder, sample().header.name)
    start = start_anew(qtbot, in_force, folder)
    start.files.open(shared)
    wait_for_work(start, qtbot)
    assert not Desk(start).has_bar


def test_work_taken_up_merges_with_what_was_saved_since(
    shared: Path, qtbot: QtBot, in_force: Standard, folder: Path
) -> None:
    """What each changed since the common original is taken; nothing is asked, and a row that a colleague deleted is gone."""
    begun_elsewhere(shared, folder, "私の事業")
    colleague = set_value(delete_lines(sample(), ["line-1-2"]), "contact/team", "相手の担当")
    storage.save(colleague, shared)
    start = start_anew(qtbot, in_force, folder)
    offered(start, shared, qtbot).choose_in_bar("書きかけを開く")
    desk = Desk(start)
    press(Key.Key_S, modifiers=CONTROL)
    desk.choose_in_bar("変更を合わせる")
    page = start.findChild(MergePage)
    assert page is not None
    assert page.table is None, "nothing collides"
    press(Key.Key_Return)
    merged = storage.load(shared)
    assert (merged.header.name, merged.contact.team) == ("私の事業", "相手の担当")
    assert find_line(merged, "line-1-2") is None


def test_a_file_named_from_another_folder_keeps_its_place(
    window: MainWindow, folder: Path, shared: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A copy of unsaved work names the file in full: the next start may be in another folder."""
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    monkeypatch.chdir(shared.parent)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.files.open(Path(shared.name))
    text_of_name(window, "x")
    assert window.files.recovery.write_copy()
    (copy,) = folder.glob(f"*{COPY}")
    assert load_unsaved(copy.read_bytes(), "x")[0].file == shared


def test_all_unsaved_work_is_reached_by_the_keyboard(
    shared: Path, qtbot: QtBot, in_force: Standard, folder: Path, private_settings: None
) -> None:
    """However much was left behind, Tab goes through all of it, brings it into sight, and Enter opens it."""
    for number in range(8):
        begun_elsewhere(shared, folder, f"事業{number}", f"2026-11-{number + 10}T09:30:00")
    start = start_anew(qtbot, in_force, folder)
    start.resize(1000, 600)
    start.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is start)
    press(Key.Key_Tab, times=3)  # sample, open, the folder of the section
    for number in range(7, -1, -1):
        press(Key.Key_Tab if number % 2 else Key.Key_Down)
        button = focused()
        assert isinstance(button, QPushButton)
        assert f"事業{number}（" in button.text()
        assert not button.visibleRegion().isEmpty(), "it is in sight"
        assert button.visibleRegion().boundingRect() == button.rect()
    press(Key.Key_Return)
    assert start.document is not None
    assert start.document.request.header.name == "事業0"
    start.document.mark_saved(shared)
