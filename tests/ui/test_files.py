"""Files: start page, open, save, close with changes, export; whatever goes wrong is a sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document import storage
from model.document.new_request import new_request
from model.edits.commitments import spread_years
from model.edits.fields import set_value
from model.files.process import machine_mark
from model.request.request import Request
from model.standard_folder.files import samples_in
from tests.samples import sample, snapshot, standard, with_ids_of
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, compose, focused, press, type_text
from ui.language import JAPANESE, install
from ui.widgets.choice_bar import ChoiceBar
from ui.window import dialogs
from ui.window.app import clear_what_is_left
from ui.window.main_window import MainWindow
from ui.window.start_page import StartPage

Answer = Callable[[str, object], list[str]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """``answer("ask_save_path", path)``: what the next questions of that kind are answered; gives a list of them."""

    def prepare(question: str, value: object) -> list[str]:
        asked: list[str] = []

        def ask(_parent: QWidget, about: str, *_more: object) -> object:
            asked.append(about)
            return value

        monkeypatch.setattr(dialogs, question, ask)
        return asked

    return prepare


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved file of the real sheet."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    return path


def type_name(window: MainWindow, text: str) -> None:
    """Type a 事業名."""
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text(text)


def settle() -> None:
    """Let what was to be deleted be deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_start_page_by_keyboard(window: MainWindow, answer: Answer, file: Path) -> None:
    """The start page's three choices are reached by Tab and taken by Enter or the space bar."""
    window.show_start()
    asked = answer("ask_open_path", None)
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert len(asked) == 1
    assert window.document is None, "the question was answered with cancel"
    press(Key.Key_Backtab, Key.Key_Space)
    assert window.document is not None
    assert window.document.request == with_ids_of(sample(), window.document.request)
    assert window.document.request.identity.is_whole, "it is a request of its own"
    assert window.document.path is None, "the sample is begun from, not overwritten"
    window.show_start()
    press(Key.Key_Return)

    assert window.document.request.header == new_request(standard()).header
    assert focused().accessibleName() == "事業名"


def test_open_from_the_start_page(window: MainWindow, answer: Answer, file: Path) -> None:
    """A file chosen to be opened is shown, with its name in the title."""
    window.show_start()
    answer("ask_open_path", file)
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)

    assert window.windowTitle() == "要求書.yosan[*] - 予算帖"
    assert not window.isWindowModified()


def test_recent_files(window: MainWindow, file: Path) -> None:
    """A file that was opened is in the menu and on the start page, and opens from both."""
    window.files.open(file)
    window.show_start()
    settle()
    page = window.findChild(StartPage)
    assert isinstance(page, StartPage)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    buttons["要求書.yosan"].setFocus()
    press(Key.Key_Space)
    assert window.document is not None
    first = window.document
    menu = next(each.menu() for each in Desk(window).entries() if each.text() == "最近使った要求書")
    menu.aboutToShow.emit()  # type: ignore[attr-defined]
    (entry,) = menu.actions()  # type: ignore[attr-defined]
    assert entry.text() == str(file)
    entry.trigger()

    assert window.document is not first
    assert window.document.path == file


def test_recent_files_of_one_name_are_told_apart(window: MainWindow, tmp_path: Path) -> None:
    """Beside each stand year, 課, when it was last saved, and its folder; the menu says the same of each."""
    paths = []
    for year, section in (("令和7年度", "観光課"), ("令和8年度", "農政課")):
        path = tmp_path / section / "当初予算" / "要求書.yosan"
        path.parent.mkdir(parents=True)
        request = set_value(set_value(sample(), "header/fiscal_year", year), "contact/section", section)
        storage.save(request, path)
        os.utime(path, (0, datetime(2026, 10, len(paths) + 1, 9, 30).timestamp()))
        window.files.open(path)
        paths.append(path)
    window.show_start()
    settle()
    page = window.findChild(StartPage)
    assert isinstance(page, StartPage)
    said = [label.text() for label in page.findChildren(QLabel) if "に保存" in label.text()]
    assert [words.partition("に保存")[0] for words in said] == [
        "令和8年度　農政課　2026年10月2日 09:30 ",
        "令和7年度　観光課　2026年10月1日 09:30 ",
    ]
    for words, path in zip(said, paths[::-1], strict=True):
        assert words.endswith(str(Path(path.parent.parent.name, "当初予算")))
    menu = next(each.menu() for each in Desk(window).entries() if each.text() == "最近使った要求書")
    menu.aboutToShow.emit()  # type: ignore[attr-defined]
    tips = [entry.toolTip() for entry in menu.actions()]  # type: ignore[attr-defined]
    assert tips == [words.partition("に保存")[0] + "に保存" for words in said]
    next_year = set_value(sample(), "header/fiscal_year", "令和9年度")
    window.files.open(paths[0])
    assert window.document is not None
    window.document.edit("x", next_year)
    press(Key.Key_S, modifiers=CONTROL)
    assert window.files.recent.about()[str(paths[0])].year == "令和9年度"


def test_settings_that_are_damaged_name_the_files_all_the_same(window: MainWindow, file: Path) -> None:
    """What is known of recent files may be damaged: the files are still listed."""
    window.files.open(file)
    window.files.recent._settings.setValue("recent_about", "{")
    window.show_start()
    assert window.files.recent.paths() == [file]
    assert window.files.recent.about() == {}


def test_a_recent_file_that_is_gone(window: MainWindow, file: Path) -> None:
    """A file of last time that is no longer there is a sentence, and the open document stays."""
    window.files.open(file)
    before = window.document
    file.unlink()
    window.files.open(file)

    assert "見つかりません" in Desk(window).bar.words.text()
    assert window.document is before


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.yosan", "が開けません（見つかりません）。場所と名前を確かめてください。"),
        ("nowhere.xlsx", "が開けません（見つかりません）。場所と名前を確かめてください。"),
        ("away/a.yosan", "フォルダーも見つかりません。共有フォルダーにつながっているか、確かめてください。"),
        ("away/a.xlsx", "フォルダーも見つかりません。共有フォルダーにつながっているか、確かめてください。"),
        ("", "はフォルダーです。ファイルを選んでください。"),
    ],
)
def test_a_file_named_at_the_start_that_cannot_be_opened(
    qtbot: QtBot, private_settings: None, tmp_path: Path, name: str, words: str
) -> None:
    """The window that begins with such a file shows the start page, and why not that file."""
    window = MainWindow(standard(), STANDARD_FOLDER)
    window.files.open(tmp_path / name)
    window.show()
    settle()
    assert words in Desk(window).bar.words.text()
    window.close()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (storage.dumps(sample())[:500], "壊れているか、途中で切れています"),
        (b"PK\x03\x04 a workbook", "予算帖の要求書（.yosan）ではありません"),
        (json.dumps({"format": 999}).encode(), "新しい版の予算帖で保存されています"),
    ],
    ids=["cut off", "another kind", "newer"],
)
def test_a_file_that_cannot_be_read(window: MainWindow, file: Path, data: bytes, words: str) -> None:
    """A damaged, foreign or newer file is a sentence above the form; it and the open document are left alone."""
    window.files.open(file)
    before = window.document
    bad = file.with_name("だめ.yosan")
    bad.write_bytes(data)
    window.files.open(bad)

    assert words in Desk(window).bar.words.text()
    assert window.document is before
    assert bad.read_bytes() == data
    assert bad not in window.files.recent.paths()


def test_save(window: MainWindow, answer: Answer, file: Path) -> None:
    """Ctrl+S writes the file without a question, also from an open cell, and the mark of changes goes."""
    window.files.open(file)
    desk = Desk(window)
    desk.go("line/line-1-1/amount")
    type_text("77")
    assert window.isWindowModified()
    press(Key.Key_S, modifiers=CONTROL)

    assert not window.isWindowModified()
    assert desk.message == "要求書.yosan を保存しました。"
    assert storage.load(file) == window.document.request  # type: ignore[union-attr]
    assert storage.load(file).groups[0].lines[0].amount == 77
    desk.undo()
    assert window.isWindowModified()
    desk.redo()
    assert not window.isWindowModified(), "undone and redone, it is what the file holds"


@pytest.mark.parametrize("way", ["open", "new"])
def test_the_foot_of_the_window_speaks_of_what_is_open(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path, way: str
) -> None:
    """What was said of one request is gone once another is open, by Ctrl+O or Ctrl+N."""
    other = tmp_path / "次.yosan"
    storage.save(new_request(standard()), other)
    window.files.open(file)
    desk = Desk(window)
    desk.go("header/name")
    press(Key.Key_S, modifiers=CONTROL)
    assert desk.message == "要求書.yosan を保存しました。"
    answer("ask_open_path", other)
    press(Key.Key_O if way == "open" else Key.Key_N, modifiers=CONTROL)

    assert window.document is not None
    assert window.document.path == (other if way == "open" else None)
    assert "要求書.yosan" not in desk.message


def test_the_first_save_asks_for_a_name(window: MainWindow, answer: Answer, tmp_path: Path) -> None:
    """A request without a file is saved under a name; 事業名 is suggested, made fit for a file name."""
    Desk(window).open(set_value(sample(), "header/name", "A/B:事業"))
    asked = answer("ask_save_path", tmp_path / "新.yosan")
    press(Key.Key_S, modifiers=CONTROL)

    assert Path(asked[0]).name == "A B 事業.yosan"
    assert storage.load(tmp_path / "新.yosan").header.name == "A/B:事業"
    assert window.windowTitle() == "新.yosan[*] - 予算帖"


def test_save_as(window: MainWindow, answer: Answer, file: Path, tmp_path: Path) -> None:
    """Ctrl+Shift+S saves under another name; the first file stays as it was."""
    window.files.open(file)
    type_name(window, "写し")
    answer("ask_save_path", tmp_path / "写し.yosan")
    press(Key.Key_S, modifiers=CONTROL | SHIFT)
    press(Key.Key_S, modifiers=CONTROL)

    assert storage.load(file) == sample()
    assert storage.load(tmp_path / "写し.yosan").header.name == "写し"


def test_save_where_nothing_can_be_written(window: MainWindow, answer: Answer, file: Path) -> None:
    """A place that cannot be written to is a sentence; the document stays unsaved and open."""
    window.files.open(file)
    type_name(window, "x")
    answer("ask_save_path", file / "no folder.yosan")
    press(Key.Key_S, modifiers=CONTROL | SHIFT)

    assert "保存できません" in Desk(window).bar.words.text()
    assert window.isWindowModified()
    assert window.document is not None
    assert window.document.path == file


def their_save(file: Path, name: str = "別の人の長い名") -> Request:
    """Someone else saves the file under another 事業名."""
    theirs = set_value(sample(), "header/name", name)
    storage.save(theirs, file)
    return theirs


def test_a_file_changed_by_someone_else(window: MainWindow, file: Path) -> None:
    """A file that someone else saved meanwhile is not replaced: a line above the form says so, and one types on."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    theirs = their_save(file)
    press(Key.Key_S, modifiers=CONTROL)

    assert (
        "「要求書.yosan」は、開いたあとにほかの人が保存しています。まだ何も書き込んでいません。"
        in desk.bar.words.text()
    )
    assert QApplication.activeModalWidget() is None
    assert storage.load(file) == theirs
    assert window.isWindowModified()
    press(Key.Key_End)
    type_text("x")
    assert desk.request.header.name == "私の名x", "the focus stayed where it was"
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(file) == theirs, "a second Ctrl+S is no answer"
    settle()
    assert len(window.findChildren(ChoiceBar)) == 1
    desk.choose_in_bar("上書きする")
    assert storage.load(file).header.name == "私の名x"
    assert not window.isWindowModified()
    assert not desk.has_bar


def test_their_version_is_read_and_taken_back(window: MainWindow, file: Path) -> None:
    """Reading the other's version is one step: the file is as they saved it, and undo gives one's own work back, unsaved."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    theirs = their_save(file)
    press(Key.Key_S, modifiers=CONTROL)
    desk.choose_in_bar("相手の版を読む")

    assert desk.request == with_ids_of(theirs, desk.request)
    assert not window.isWindowModified()
    assert not desk.has_bar
    desk.undo()
    assert desk.request.header.name == "私の名"
    assert window.isWindowModified()
    assert storage.load(file) == theirs


def test_both_are_kept_under_two_names(window: MainWindow, answer: Answer, file: Path) -> None:
    """Saved under another name, which is offered, both are there; given up, the line still stands."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    theirs = their_save(file)
    press(Key.Key_S, modifiers=CONTROL)
    asked = answer("ask_save_path", None)
    desk.choose_in_bar("別名で保存")
    assert Path(asked[0]).name == "要求書（写し）.yosan"
    assert desk.has_bar
    answer("ask_save_path", Path(asked[0]))
    desk.choose_in_bar("別名で保存")

    assert storage.load(file) == theirs
    assert storage.load(Path(asked[0])).header.name == "私の名"
    assert not desk.has_bar
    assert desk.document.path == Path(asked[0])


def test_a_file_changes_while_the_line_stands(window: MainWindow, file: Path) -> None:
    """What was saved since the line was shown is not overwritten either: the line is about what stands there now."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    their_save(file)
    press(Key.Key_S, modifiers=CONTROL)
    second = their_save(file, "また別の名")
    desk.choose_in_bar("上書きする")
    assert storage.load(file) == second
    desk.choose_in_bar("上書きする")
    assert storage.load(file).header.name == "私の名"


def test_closing_with_the_line_open(window: MainWindow, answer: Answer, file: Path) -> None:
    """Closing asks as ever; to save is no answer to the line, so that the window stays and nothing is lost."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    theirs = their_save(file)
    press(Key.Key_S, modifiers=CONTROL)
    answer("ask_about_changes", "save")
    assert not window.close()
    assert desk.has_bar
    assert storage.load(file) == theirs
    assert desk.request.header.name == "私の名"
    answer("ask_about_changes", "discard")
    assert window.close()
    assert storage.load(file) == theirs


def test_another_file_while_the_line_stands(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path
) -> None:
    """The line is of one file: another that is opened has none, and is saved as ever."""
    other = tmp_path / "ほか.yosan"
    storage.save(sample(), other)
    window.files.open(file)
    type_name(window, "私の名")
    theirs = their_save(file)
    press(Key.Key_S, modifiers=CONTROL)
    asked = answer("ask_about_changes", "discard")
    window.files.open(other)
    desk = Desk(window)
    assert asked == ["要求書.yosan"]
    assert not desk.has_bar
    type_name(window, "ほかの名")
    press(Key.Key_S, modifiers=CONTROL)
    assert storage.load(other).header.name == "ほかの名"
    assert storage.load(file) == theirs


def test_changes_of_someone_else_are_made_one_with_these(window: MainWindow, file: Path) -> None:
    """Both changed other fields: nothing is asked but Enter, and the file then holds both; Esc leaves the line as it was."""
    window.files.open(file)
    desk = Desk(window)
    type_name(window, "私の名")
    storage.save(set_value(sample(), "contact/phone", "0857-26-0000"), file)
    press(Key.Key_S, modifiers=CONTROL)
    desk.choose_in_bar("変更を合わせる")
    press(Key.Key_Escape)
    desk.choose_in_bar("変更を合わせる")
    press(Key.Key_Return)
    QApplication.processEvents()

    saved = storage.load(file)
    assert (saved.header.name, saved.contact.phone) == ("私の名", "0857-26-0000")
    assert not window.isWindowModified()
    assert not desk.has_bar


def test_a_file_saved_by_someone_else_in_the_same_moment(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another's save that falls right behind the reading or the writing, of the same size and time, is seen all the same."""
    mine = storage.dumps(sample())
    theirs = mine.replace("総務部".encode(), "財務部".encode(), 1)
    assert len(theirs) == len(mine)
    read, move = storage.read_regular, Path.replace
    desk = Desk(window)

    def save_theirs() -> None:
        when = file.stat()
        file.write_bytes(theirs)
        os.utime(file, ns=(when.st_atime_ns, when.st_mtime_ns))

    def read_and_go(path: Path, most: int) -> bytes:
        data = read(path, most)
        if path == file:
            save_theirs()
        return data

    monkeypatch.setattr(storage, "read_regular", read_and_go)
    window.files.open(file)
    monkeypatch.setattr(storage, "read_regular", read)
    type_name(window, "私の名")
    press(Key.Key_S, modifiers=CONTROL)
    assert desk.has_bar
    assert file.read_bytes() == theirs

    def replace_and_go(aside: Path, target: Path) -> Path:
        moved = move(aside, target)
        if target == file:  # the notice and the versions are written in this way too, in threads of their own
            save_theirs()
        return moved

    monkeypatch.setattr(Path, "replace", replace_and_go)
    desk.choose_in_bar("上書きする")
    monkeypatch.setattr(Path, "replace", move)
    assert not desk.has_bar
    type_name(window, "私の次の名")
    press(Key.Key_S, modifiers=CONTROL)
    assert desk.has_bar
    assert file.read_bytes() == theirs


def test_a_file_that_was_only_touched(window: MainWindow, file: Path) -> None:
    """A file that has another time and the same words is no work of someone else: nothing is asked."""
    window.files.open(file)
    type_name(window, "私の名")
    os.utime(file, (0, 0))
    press(Key.Key_S, modifiers=CONTROL)

    assert storage.load(file).header.name == "私の名"


def test_a_file_that_cannot_be_looked_at(window: MainWindow, file: Path) -> None:
    """Where what stands in the file's place cannot be read, nothing is saved over it, and the sentence says why."""
    window.files.open(file)
    type_name(window, "私の名")
    file.unlink()
    file.mkdir()
    press(Key.Key_S, modifiers=CONTROL)

    assert "中身を確かめられません" in Desk(window).bar.words.text()
    assert window.isWindowModified()


@pytest.mark.parametrize(
    ("said", "closed", "written"), [("save", True, True), ("discard", True, False), ("cancel", False, False)]
)
def test_closing_with_changes(
    window: MainWindow, answer: Answer, file: Path, said: str, *, closed: bool, written: bool
) -> None:
    """Closing asks what becomes of the changes: saved, discarded, or the window stays open."""
    window.files.open(file)
    type_name(window, "変えた")
    asked = answer("ask_about_changes", said)

    assert window.close() is closed
    assert asked == ["要求書.yosan"]
    assert (storage.load(file).header.name == "変えた") is written


def test_closing_without_changes_asks_nothing(window: MainWindow, file: Path) -> None:
    """What was typed and typed back is no change."""
    window.files.open(file)
    Desk(window).go("header/name")
    press(Key.Key_End)
    type_text("x")
    press(Key.Key_Backspace)

    assert window.close()


def test_closing_stays_when_saving_is_given_up(window: MainWindow, answer: Answer) -> None:
    """Save, then cancel in the question for a name: the window stays, and nothing is lost."""
    Desk(window).open(sample())
    type_name(window, "変えた")
    answer("ask_about_changes", "save")
    answer("ask_save_path", None)

    assert not window.close()
    assert window.document is not None
    assert window.document.request.header.name == "変えた"


@pytest.mark.parametrize("place", ["header/name", "line/line-1-1/text", "commitment/commitment-1/status"])
def test_another_document_while_an_editor_is_open(
    window: MainWindow, answer: Answer, file: Path, place: str
) -> None:
    """Another file opened while a field or cell is typed or composed in: the old view is gone and hears nothing more."""
    desk = Desk(window)
    desk.open(sample())
    desk.go(place)
    if place.startswith("commitment"):
        press(Key.Key_F2, Key.Key_Down)
    else:
        type_text("a")
        compose("か")
    answer("ask_about_changes", "discard")
    window.files.open(file)
    settle()
    press(Key.Key_Tab, times=3)
    desk.go("line/line-1-1/text")
    type_text("b")

    assert desk.line("line-1-1").text == "b"
    assert desk.request.commitments == sample().commitments


def test_export(window: MainWindow, answer: Answer, file: Path, tmp_path: Path) -> None:
    """Ctrl+E shows what is open; Enter goes on: the page and the workbook are written, and the errors left are counted."""
    window.files.open(file)
    desk = Desk(window)
    desk.go("request/amount")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("5")
    answer("ask_export_folder", tmp_path)
    press(Key.Key_E, modifiers=CONTROL)
    assert not (tmp_path / "要求書.html").exists()
    press(Key.Key_Return)

    assert (tmp_path / "要求書.html").exists()
    assert (tmp_path / "要求書.xlsx").exists()
    assert "要求書.html、要求書.xlsx を書き出しました。" in desk.message
    assert f"誤りが{len(desk.snapshot.findings.errors)}件" in desk.message


def export() -> None:
    """Ctrl+E, and on with what is open: the real sheet has two 注意 about its cut."""
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)


def test_exports_of_another_are_not_replaced_unasked(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path
) -> None:
    """Files of the same name are replaced only when the writer says so, which is asked once for a folder and name."""
    page = tmp_path / "要求書.html"
    page.write_text("前の版", encoding="utf-8")
    window.files.open(file)
    answer("ask_export_folder", tmp_path)
    desk = Desk(window)
    export()
    assert "要求書.html がすでにあり" in desk.bar.words.text()
    desk.choose_in_bar("書き出さない")
    assert not desk.has_bar
    assert page.read_text(encoding="utf-8") == "前の版"
    assert not (tmp_path / "要求書.xlsx").exists()

    export()
    desk.choose_in_bar("置き換える")
    export()
    assert not desk.has_bar
    assert "前の版" not in page.read_text(encoding="utf-8")
    assert (tmp_path / "要求書.xlsx").exists()


def test_an_export_that_someone_has_changed_is_asked_about(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path
) -> None:
    """A workbook that someone typed into since this session wrote it is not replaced unasked."""
    window.files.open(file)
    answer("ask_export_folder", tmp_path)
    export()
    type_name(window, "別の名")
    export()
    (tmp_path / "要求書.xlsx").write_bytes(b"with what the finance division typed")
    type_name(window, "また別の名")
    export()

    assert "」に 要求書.xlsx がすでにあり" in Desk(window).bar.words.text()
    assert (tmp_path / "要求書.xlsx").read_bytes() == b"with what the finance division typed"
    assert "また別の名" not in (tmp_path / "要求書.html").read_text(encoding="utf-8")


def with_years() -> Request:
    """The real sheet with a commitment that is published on a page of its own."""
    return spread_years(sample(), "commitment-1", snapshot(sample()).totals)


def test_pages_of_their_own_are_not_replaced_unasked(
    window: MainWindow, answer: Answer, tmp_path: Path
) -> None:
    """The page of a commitment is asked about as the others are; the preview opens the request's page beside it."""
    path = tmp_path / "橋.yosan"
    storage.save(with_years(), path)
    theirs = tmp_path / "橋-債務負担行為1.html"
    theirs.write_bytes(b"theirs")
    window.files.open(path)
    answer("ask_export_folder", tmp_path)
    export()

    assert "」に 橋-債務負担行為1.html がすでにあり" in Desk(window).bar.words.text()
    assert theirs.read_bytes() == b"theirs"
    assert not (tmp_path / "橋.html").exists()


def test_the_preview_of_a_request_with_a_page_of_its_own(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a commitment has a page of its own, the preview shows the request's page."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    shown: list[Path] = []
    monkeypatch.setattr(dialogs, "show_in_browser", lambda page: not shown.append(page))
    Desk(window).open(with_years())
    press(Key.Key_H, modifiers=CONTROL | SHIFT)
    assert [page.suffix for page in shown] == [".html"]
    assert "債務負担行為" not in shown[0].name


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("事業\x00名", "事業 名"),
        ("con", "con_"),
        ("A/B", "A B"),
        ("..", "無題の要求書"),
        ("業" * 90, "業" * 80),
        ("𠮟" * 80, "𠮟" * 57),
    ],
    ids=["NUL", "device", "slash", "points", "long", "longer"],
)
def test_names_of_exports(window: MainWindow, answer: Answer, tmp_path: Path, name: str, stem: str) -> None:
    """Whatever 事業名 holds, the exports and the suggested file have a name that every system takes."""
    request = with_years()
    Desk(window).open(replace(request, header=replace(request.header, name=name)))
    answer("ask_export_folder", tmp_path)
    export()

    assert f"{stem[:57]}" in Desk(window).message
    names = [path.name for path in tmp_path.iterdir() if path.is_file()]
    assert len(names) == 3
    assert all(each.startswith(stem[:57]) and len(each.encode()) <= 255 for each in names)
    asked = answer("ask_save_path", None)
    press(Key.Key_S, modifiers=CONTROL | SHIFT)
    assert Path(asked[0]).name.startswith(stem[:57])
    assert len(Path(asked[0]).name.encode()) <= 255


def test_export_where_nothing_can_be_written(window: MainWindow, answer: Answer, file: Path) -> None:
    """A folder that cannot be written to is a sentence."""
    window.files.open(file)
    answer("ask_export_folder", file)
    export()

    assert "保存できません" in Desk(window).bar.words.text()


def test_the_page_can_be_seen_and_printed(
    window: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+Shift+H opens the page as it will be published in the browser; without one, a button copies where the page is."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    pages: list[Path] = []
    window.files.open(file)
    for has_browser in (False, True):
        monkeypatch.setattr(dialogs, "show_in_browser", lambda page, ok=has_browser: pages.append(page) or ok)
        press(Key.Key_H, modifiers=CONTROL | SHIFT)
        assert "<h1" in pages[-1].read_text(encoding="utf-8")
        assert Desk(window).has_bar != has_browser
        if not has_browser:
            assert Desk(window).bar.words.text().startswith("ブラウザーを開けません。公表ページは作ってあり")
            Desk(window).choose_in_bar("場所を写す")
            assert QGuiApplication.clipboard().text() == pages[-1].as_uri()
    assert "ブラウザーで開きました" in Desk(window).message


def test_the_preview_is_private_and_removed(
    window: MainWindow, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is shown in the browser lies in a folder of this user and session alone, whatever another one has put there."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (temporary / "yosancho-preview").symlink_to(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    pages: list[Path] = []
    monkeypatch.setattr(dialogs, "show_in_browser", lambda page: not pages.append(page))
    window.files.open(file)
    press(Key.Key_H, modifiers=CONTROL | SHIFT)
    press(Key.Key_H, modifiers=CONTROL | SHIFT)
    assert len(set(pages)) == 1
    assert pages[0].parent.stat().st_mode & 0o777 == 0o700
    clear_what_is_left(tmp_path / "own", [])
    assert pages[0].exists(), "its session still runs"
    window.close()
    assert [path.name for path in temporary.iterdir()] == ["yosancho-preview"]


def test_the_next_start_clears_what_a_killed_one_left(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every folder that was saved or exported to, in the user's own, and for the browser; files of others stay."""
    out, own, temporary = tmp_path / "out", tmp_path / "own", tmp_path / "temporary"
    name = f".yosancho-{2**22 + 1}-{machine_mark()}-0123456789-0.tmp"
    for folder in (out, own / "versions" / "a", own / "recovery", temporary / name[1:-4]):
        folder.mkdir(parents=True)
    window.files.open(file)
    answer("ask_export_folder", out)
    export()
    left = [folder / name for folder in (file.parent, out, own / "recovery", own / "versions" / "a")]
    for path in left:
        path.write_bytes(b"")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    clear_what_is_left(own, window.files.recent.folders())
    assert [path for path in left if path.exists()] == []
    assert list(temporary.iterdir()) == []
    assert file.exists()
    assert len(list(out.iterdir())) == 2


def test_the_question_about_changes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real question has three Japanese buttons; Enter saves, Esc goes back."""
    monkeypatch.undo()
    said = []
    for key in (Key.Key_Return, Key.Key_Escape):
        QTimer.singleShot(0, lambda key=key: press_in_box(key))
        said.append(dialogs.ask_about_changes(window, "要求書.yosan"))

    assert said == ["save", "cancel"]


def press_in_box(key: Key) -> None:
    """Press a key in the question that is open; its words are Japanese."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert [button.text() for button in box.buttons()] != []
    assert all(not button.text().isascii() for button in box.buttons())
    from PySide6.QtTest import QTest

    QTest.keyClick(box, key)


def test_a_suffix_that_is_added_replaces_no_file_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    """「要求書」 typed without its ending becomes 要求書.yosan, and the dialog itself asks before it replaces that file."""
    monkeypatch.undo()
    seen: list[QFileDialog] = []

    def exec_dialog(dialog: QFileDialog) -> int:
        seen.append(dialog)
        dialog.selectFile(str(file.with_suffix("")))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", exec_dialog)

    assert dialogs.ask_save_path(window, str(file)) == file
    assert seen[0].defaultSuffix() == "yosan"
    assert not seen[0].testOption(QFileDialog.Option.DontConfirmOverwrite)


def test_a_name_with_a_point_replaces_no_file_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """「要求書R8.4」 has an ending for the dialog, which asks about that name; where 要求書R8.4.yosan is there it asks again."""
    monkeypatch.undo()
    there = tmp_path / "要求書R8.4.yosan"
    seen: list[tuple[str, str]] = []

    def exec_dialog(dialog: QFileDialog) -> int:
        seen.append((dialog.windowTitle(), Path(dialog.selectedFiles()[0]).name))
        if len(seen) == 1:
            dialog.selectFile(str(there.with_suffix("")))
        return len(seen) < 3

    monkeypatch.setattr(QFileDialog, "exec", exec_dialog)
    assert dialogs.ask_save_path(window, str(tmp_path / "a.yosan")) == there
    seen.clear()
    there.write_bytes(b"theirs")
    assert dialogs.ask_save_path(window, str(tmp_path / "a.yosan")) == there
    assert seen[1] == ("名前を付けて保存（要求書R8.4.yosan はすでにあります）", there.name), (
        "that name is asked about"
    )


@pytest.mark.parametrize(
    ("ask", "about"),
    [
        ("ask_open_path", ""),
        ("ask_save_path", "a.yosan"),
        ("ask_table_path", "a.xlsx"),
        ("ask_export_folder", ""),
    ],
)
def test_dialogs_of_files_are_japanese(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ask: str, about: str
) -> None:
    """No word of a dialog is English, and it begins where it is to; Esc answers nothing."""
    monkeypatch.undo()
    install(JAPANESE)
    qapp = cast(QApplication, QApplication.instance())
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(dialog.directory().absolutePath())
        labels = dialog.findChildren(QLabel)
        seen.extend(label.text() for label in labels if label.isVisible() and label.text().isascii())
        for view in dialog.findChildren(QTreeView):
            shown = [column for column in range(4) if not view.isColumnHidden(column)]
            seen.extend(
                name
                for column in shown
                if (name := str(view.model().headerData(column, Qt.Orientation.Horizontal))).isascii()
            )
            assert 2 not in shown
        press(Key.Key_Escape)

    QTimer.singleShot(300, qapp, look)
    assert getattr(dialogs, ask)(window, str(tmp_path / about)) is None
    assert seen == [str(tmp_path)]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_dialog_does_not_wait_for_a_drive_that_does_not_answer(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, is_there: bool
) -> None:
    """It begins at home, keeps the name that is offered, and its title says why; so too where the folder is gone."""
    monkeypatch.undo()
    drive, answers = tmp_path / "drive", Event()
    if is_there:
        drive.mkdir()
        stat = os.stat

        def stuck(path: object, *more: Any, **words: Any) -> os.stat_result:
            if str(path).startswith(str(drive)):
                assert threading.current_thread() is not threading.main_thread()
                answers.wait(30)
            return stat(path, *more, **words)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "stat", stuck)
    monkeypatch.setattr(dialogs, "_PATIENCE_S", 0.05)
    seen: list[tuple[str, str, list[str]]] = []

    def exec_dialog(dialog: QFileDialog) -> int:
        seen.append((dialog.windowTitle(), dialog.directory().absolutePath(), dialog.selectedFiles()))
        return 0

    monkeypatch.setattr(QFileDialog, "exec", exec_dialog)
    assert dialogs.ask_open_path(window, str(drive)) is None
    assert dialogs.ask_save_path(window, str(drive / "名.yosan")) is None
    assert dialogs.ask_export_folder(window, str(drive)) is None
    answers.set()
    for title, folder, _ in seen:
        assert title.endswith(f"（「{drive}」が応えないか、ないので、ほかの場所から選んでください）")
        assert folder == str(Path.home())
    assert seen[1][2] == [str(Path.home() / "名.yosan")]


def test_further_samples_are_begun_from(window: MainWindow) -> None:
    """The file menu has a sample of each kind of the Standard; one that is chosen is a request of its own, in no file yet."""
    window.show_start()
    samples = samples_in(STANDARD_FOLDER, storage.SUFFIX)
    choose(Key.Key_F, "ほかの見本から始める", "補正予算")
    document = Desk(window).document
    shipped = storage.load(samples["補正予算"])
    assert replace(document.request, identity=shipped.identity) == shipped
    assert document.request.identity != shipped.identity
    assert document.path is None
    menu = next(each.menu() for each in Desk(window).entries() if each.text() == "ほかの見本から始める")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == list(samples)
