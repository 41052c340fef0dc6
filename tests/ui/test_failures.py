"""What failed stays in sight until it is dealt with: a save, an export, a kept version, a copy of unsaved work."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document import storage
from model.files.files import FileError, reason
from model.files.versions import Versions
from model.standard.standard import Standard
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.fixtures import keep_of_the_request_before
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, focused, press, type_text
from ui.window import crash_log, dialogs, exports
from ui.window.files import beside, save_actions, saving
from ui.window.files.journal import COPY, Journal
from ui.window.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shared folder with the request."""
    folder = tmp_path / "共有"
    folder.mkdir()
    storage.save(sample(), folder / "要求書.yosan")
    return folder


@pytest.fixture
def window(
    qtbot: QtBot,
    in_force: Standard,
    tmp_path: Path,
    folder: Path,
    private_settings: None,
    no_dialogs: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """A window with all that it keeps, and the real sheet open from a file."""
    keep_of_the_request_before(monkeypatch)
    window = MainWindow(in_force, STANDARD_FOLDER, Journal(tmp_path / "recovery"), tmp_path)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.files.open(folder / "要求書.yosan")
    Desk(window).go("header/name")
    yield window
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def work_on(window: MainWindow) -> None:
    """Open and close a menu, type, walk to a finding, go to another card: what a writer does without looking up."""
    choose(Key.Key_F)
    Desk(window).go("header/name")
    type_text("x")
    press(Key.Key_F8)
    Desk(window).go("header/subtitle")
    type_text("y")
    press(Key.Key_Tab)


def test_a_save_that_failed_stays_in_sight(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """No menu, key or finding wipes it; it says what is safe, and trying again succeeds when the folder is back."""
    gone = folder.rename(folder.with_name("gone"))
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    said = Desk(window).bar.words.text()
    assert "要求書.yosan」に保存できません（保存先のフォルダーが見つかりません）。" in said
    assert "何も書き込んでいません。入力はこの画面に残っています。" in said
    work_on(window)
    assert Desk(window).bar.words.text() == said
    gone.rename(folder)
    Desk(window).choose_in_bar("もう一度保存")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert not Desk(window).has_bar
    assert storage.load(folder / "要求書.yosan") == Desk(window).document.request


def test_a_save_that_fails_again_is_said_again(window: MainWindow, folder: Path) -> None:
    """The line stays as often as it fails; it can be closed, and the focus is in the form again."""
    shutil.rmtree(folder)
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    Desk(window).choose_in_bar("もう一度保存")
    assert "保存できません" in Desk(window).bar.words.text()
    Desk(window).choose_in_bar("閉じる")
    assert not Desk(window).has_bar
    assert window.isWindowModified()
    assert window.view is not None
    assert window.view.form.isAncestorOf(focused())


def test_a_save_that_failed_goes_elsewhere(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    """From the line the work is saved under another name, also where 名前を付けて保存 itself has failed."""
    shutil.rmtree(folder)
    type_text("x")
    for place in (folder / "a.yosan", folder / "b.yosan"):
        monkeypatch.setattr(dialogs, "ask_save_path", lambda *_, place=place: place)
        press(Key.Key_S, modifiers=CONTROL | SHIFT)
        assert f"「{place}」に保存できません" in Desk(window).bar.words.text()
    elsewhere = tmp_path / "c.yosan"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: elsewhere)
    Desk(window).choose_in_bar("別名で保存")
    assert not Desk(window).has_bar
    assert storage.load(elsewhere) == Desk(window).document.request


def test_a_version_that_could_not_be_kept_stays_in_sight(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The save is good, which is said first; that what the file held before is not kept can be read until it is closed."""

    def refuse(*_: object) -> None:
        raise FileError("前の版を残せません（空き容量がありません）。")

    monkeypatch.setattr(Versions, "keep", refuse)
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    said = Desk(window).bar.words.text()
    assert said == "「要求書.yosan」は保存しました。ただし、前の版を残せません（空き容量がありません）。"
    work_on(window)
    assert Desk(window).bar.words.text() == said
    Desk(window).choose_in_bar("閉じる")
    assert not Desk(window).has_bar


def test_a_drive_that_does_not_answer_is_said_after_a_while(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The line offers another place and goes by itself when the drive has answered."""
    answers, write = Event(), saving.write_files

    def slow(*args: object, **more: object) -> object:
        assert answers.wait(30)
        return write(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "write_files", slow)
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    monkeypatch.setattr(save_actions, "SLOW_MS", 50)
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    assert not Desk(window).has_bar
    qtbot.waitUntil(lambda: Desk(window).has_bar)
    said = Desk(window).bar.words.text()
    assert said.startswith("「要求書.yosan」への保存がまだ終わっていません")
    assert "入力はこの画面にあり" in said
    assert Desk(window).bar.buttons[0].text().startswith("別名で保存")
    answers.set()
    qtbot.waitUntil(lambda: not Desk(window).has_bar)
    assert not window.isWindowModified()


def test_an_export_that_failed_stays_in_sight(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """It says that nothing was written and offers another folder; it goes when the files are there."""
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: tmp_path / "gone")
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)
    said = Desk(window).bar.words.text()
    assert said.startswith("書き出していません。「")
    assert "保存できません（保存先のフォルダーが見つかりません）" in said
    Desk(window).go("header/name")
    work_on(window)
    assert Desk(window).bar.words.text() == said
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: tmp_path)
    Desk(window).choose_in_bar("別のフォルダーへ")
    qtbot.waitUntil(lambda: (tmp_path / "要求書.xlsx").exists())
    qtbot.waitUntil(lambda: not Desk(window).has_bar)


def test_a_comparison_that_could_not_be_written_stays_in_sight(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said above the page that covers the form, and above the form when that is back; closed in one, it is gone in both."""
    type_text("x")
    choose(Key.Key_F, "保存したものと比べる")
    monkeypatch.setattr(dialogs, "ask_table_path", lambda *_: tmp_path / "gone" / "a.xlsx")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert "a.xlsx」に保存できません" in Desk(window).bar.words.text()
    press(Key.Key_Escape)
    assert "a.xlsx」に保存できません" in Desk(window).bar.words.text()
    choose(Key.Key_F, "保存したものと比べる")
    press(Key.Key_Tab)
    press(Key.Key_Return)
    Desk(window).choose_in_bar("閉じる")
    press(Key.Key_Escape)
    assert not Desk(window).has_bar


def test_a_comparison_that_is_written_at_last_takes_the_line_away(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page covers the form still: what failed before is said no more when the table is there."""
    type_text("x")
    choose(Key.Key_F, "保存したものと比べる")
    press(Key.Key_Tab)
    for folder in (tmp_path / "gone", tmp_path):
        monkeypatch.setattr(dialogs, "ask_table_path", lambda *_, folder=folder: folder / "a.xlsx")
        assert Desk(window).has_bar == (folder == tmp_path)
        press(Key.Key_Return)
    assert (tmp_path / "a.xlsx").is_file()
    assert not Desk(window).has_bar


def test_a_file_that_is_gone_takes_nothing_of_the_work_along(window: MainWindow, folder: Path) -> None:
    """Compared with a file that somebody deleted: what was typed is still here, is said; saved anew, the line goes."""
    type_text("x")
    (folder / "要求書.yosan").unlink()
    choose(Key.Key_F, "保存したものと比べる")
    words = Desk(window).bar.words.text()
    assert "要求書.yosan」が開けません（見つかりません）。" in words
    assert words.endswith("あなたの入力は、この画面に残っています。保存すると、新しく作ります。")
    press(Key.Key_S, modifiers=CONTROL)
    assert not Desk(window).has_bar
    assert "前のファイルは、消されたか" in Desk(window).message


def test_a_share_that_is_gone_is_not_written_into_the_folder_below_it(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a share was mounted stands an empty folder of the machine once it is gone: nothing is saved there until the share is back."""
    type_text("x")
    (folder / "要求書.yosan").rename(folder / "away")
    here = folder.stat().st_dev
    monkeypatch.setattr(saving, "drive_of", lambda _: here + 1)
    press(Key.Key_S, modifiers=CONTROL)
    words = Desk(window).bar.words.text()
    assert "共有フォルダーとのつながりが切れ、同じ名前の別の場所になっています。" in words
    assert words.endswith("入力はこの画面に残っています。")
    assert not (folder / "要求書.yosan").exists()
    monkeypatch.undo()
    (folder / "away").rename(folder / "要求書.yosan")
    Desk(window).choose_in_bar("もう一度保存")
    assert not Desk(window).has_bar
    assert storage.load(folder / "要求書.yosan").header.name.endswith("x")


def test_a_comparison_that_succeeds_at_last_takes_the_line_away(window: MainWindow, folder: Path) -> None:
    """A file that is back again, as on a share that was away for a moment, can be compared, and nothing is said of before."""
    type_text("x")
    (folder / "要求書.yosan").rename(folder / "away")
    choose(Key.Key_F, "保存したものと比べる")
    assert Desk(window).has_bar
    (folder / "away").rename(folder / "要求書.yosan")
    choose(Key.Key_F, "保存したものと比べる")
    press(Key.Key_Escape)
    assert not Desk(window).has_bar


def test_a_comparison_with_a_damaged_file_takes_nothing_of_the_work_along(
    window: MainWindow, folder: Path
) -> None:
    """Where the file was damaged since it was opened, what was typed is said to be here still."""
    type_text("x")
    (folder / "要求書.yosan").write_bytes(b"{")
    choose(Key.Key_F, "保存したものと比べる")
    words = Desk(window).bar.words.text()
    assert "壊れているか、途中で切れています" in words
    assert words.endswith("あなたの入力は、この画面に残っています。")


def test_a_file_that_cannot_be_opened_is_said_above_the_start_page(window: MainWindow, folder: Path) -> None:
    """It stays while one looks around, a button closes it, and opening another file takes it away."""
    window.show_start()
    (folder / "broken.yosan").write_bytes(b"{")
    window.files.open(folder / "broken.yosan")
    said = Desk(window).bar.words.text()
    assert "broken.yosan" in said
    assert Desk(window).message == ""
    press(Key.Key_Tab, Key.Key_Tab)
    press(Key.Key_F, modifiers=ALT)
    QApplication.processEvents()
    press(Key.Key_Escape, Key.Key_Escape)
    assert Desk(window).bar.words.text() == said
    Desk(window).choose_in_bar("閉じる")
    assert not Desk(window).has_bar
    window.files.open(folder / "broken.yosan")
    assert Desk(window).has_bar
    window.files.open(folder / "要求書.yosan")
    assert not Desk(window).has_bar


def test_a_copy_of_unsaved_work_that_fails_stays_in_sight(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is said once with a way out, and shortly at the foot as long as it is so; saving from the line takes both away."""
    shutil.rmtree(tmp_path / "recovery", ignore_errors=True)
    (tmp_path / "recovery").write_text("not a folder")
    type_text("x")
    qtbot.waitUntil(lambda: Desk(window).has_bar)
    said = Desk(window).bar.words.text()
    assert said.startswith("書きかけの控えが取れません（")
    assert "保存したファイルは無事ですが、いまパソコンが止まると、保存していない入力は失われます。" in said
    work_on(window)
    assert Desk(window).bar.words.text() == said
    Desk(window).choose_in_bar("いま保存する")
    assert not window.isWindowModified()
    assert not Desk(window).has_bar
    assert window.files.state.text == ""


def test_a_damaged_copy_is_said_above_what_is_opened(
    window: MainWindow, tmp_path: Path, folder: Path
) -> None:
    """On the start page no menu wipes it; what is opened from there has it above the form."""
    window.files.recovery.drop()
    window.show_start()
    (tmp_path / "recovery").mkdir(exist_ok=True)
    (tmp_path / "recovery" / f"cutoff{COPY}").write_bytes(b"{")
    window.files.recovery.set_damaged_aside()
    said = Desk(window).bar.words.text()
    assert "壊れていて開けません" in said
    press(Key.Key_F, modifiers=ALT)
    QApplication.processEvents()
    press(Key.Key_Escape, Key.Key_Escape)
    assert Desk(window).bar.words.text() == said
    window.files.open(folder / "要求書.yosan")
    assert Desk(window).bar.words.text() == said
    Desk(window).choose_in_bar("閉じる")
    type_text("x")
    assert not Desk(window).has_bar


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_damaged_file_can_be_gone_on_from_its_last_version(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot, is_kept: bool
) -> None:
    """Where the file held something before its last save, that is offered; the damaged file is touched by a save alone."""
    path = folder / "要求書.yosan"
    before = storage.load(path)
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    saved = path.read_bytes()
    window.show_start()
    path.write_bytes(saved[:500])
    if not is_kept:
        shutil.rmtree(tmp_path / "versions")
    window.files.open(path)
    desk = Desk(window)
    assert "「要求書.yosan」は壊れているか、途中で切れています。" in desk.bar.words.text()
    assert ("に保存した版が残っています" in desk.bar.words.text()) == is_kept
    if not is_kept:
        return
    desk.choose_in_bar("前の版から続ける")
    assert replace(desk.request, identity=before.identity) == before
    assert window.isWindowModified()
    assert path.read_bytes() == saved[:500]
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(path) == desk.request


def test_an_unexpected_error_stays_in_sight(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the log is that can be sent stays to be read until it is closed."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(crash_log, "logger", lambda: logging.getLogger("of a test"))
    crash_log.start(partial(window.show_failure, "unexpected"))
    error = ValueError("of a test")
    sys.excepthook(ValueError, error, None)
    said = Desk(window).bar.words.text()
    assert said.startswith("思わぬ誤りが起きました。入力した内容は残っています。")
    work_on(window)
    assert Desk(window).bar.words.text() == said


def test_a_full_disk_is_said_in_the_window_of_the_smallest_screen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 1,280 × 720 the whole sentence and all buttons of the line are in sight."""

    def full(paths: dict[Path, bytes], **_: object) -> None:
        path = next(iter(paths))
        raise FileError(
            f"「{path}」に保存できません（空き容量がありません）。空きを増やしてもう一度するか、別の場所を選んでください。"
        )

    monkeypatch.setattr(saving, "write_files", full)
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    bar = Desk(window).bar
    QApplication.processEvents()
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())
    assert all(bar.rect().contains(button.geometry()) for button in bar.buttons)
    assert window.width() == 1280


def test_what_fails_behind_a_question_is_seen(
    window: MainWindow, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague has saved the file; what is chosen fails, and that is in sight before the question, which comes back."""
    path = folder / "要求書.yosan"
    type_text("x")
    path.write_bytes(b"{")
    press(Key.Key_S, modifiers=CONTROL)
    asked = Desk(window).bar.words.text()
    assert "ほかの人が保存しています" in asked
    for choice, said in (
        ("変更を合わせる", "「要求書.yosan」は壊れているか"),
        ("相手の版を読む", "「要求書.yosan」は壊れているか"),
        ("別名で保存", "保存先のフォルダーが見つかりません"),
    ):
        monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: tmp_path / "gone" / "a.yosan")
        Desk(window).choose_in_bar(choice)
        assert said in Desk(window).bar.words.text()
        Desk(window).choose_in_bar("閉じる")
        assert Desk(window).bar.words.text() == asked


def test_an_export_is_tried_again_in_its_folder(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Whoever had the workbook open in Excel closes it and presses one key; no folder is chosen again."""
    write = exports.write_files

    def in_use(files: dict[Path, bytes], **_: object) -> None:
        raise FileError(f"「{next(iter(files))}」に保存できません（{reason(PermissionError(13, ''))}）。")

    monkeypatch.setattr(exports, "write_files", in_use)
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: tmp_path)
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: Desk(window).has_bar)
    assert "Excel" in Desk(window).bar.words.text()
    monkeypatch.setattr(exports, "write_files", write)
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: pytest.fail("a folder is asked for"))
    Desk(window).choose_in_bar("もう一度")
    qtbot.waitUntil(lambda: not Desk(window).has_bar)
    assert (tmp_path / "要求書.xlsx").exists()


def test_a_file_that_was_taken_away_is_made_anew(window: MainWindow, folder: Path) -> None:
    """A colleague has deleted or moved the file: the save succeeds, and says so, for there may be two of it now."""
    (folder / "要求書.yosan").unlink()
    type_text("x")
    press(Key.Key_S, modifiers=CONTROL)
    assert "消されたか、移されたか、名前が変わっていたので、新しく作りました" in Desk(window).message
    type_text("y")
    press(Key.Key_S, modifiers=CONTROL)
    assert Desk(window).message == "要求書.yosan を保存しました。"
