"""Work that is in no file yet survives a session that is cut off; a session that ends well leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.document import storage
from model.document.unsaved import load_unsaved
from model.edits.fields import set_value
from model.standard.standard import Standard
from tests.samples import sample
from ui.window import dialogs
from ui.window.journal import COPY, Journal
from ui.window.main_window import MainWindow


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
    """Some seconds after a change a copy lies in the user's own folder, away from the writer's files."""
    window.files.write_copy()
    assert copies(folder) == ["書きかけの事業"]


def test_saving_takes_the_copy_away(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    """What is in the file needs no copy."""
    window.files.write_copy()
    assert window.document is not None
    storage.save(window.document.request, tmp_path / "a.yosan")
    window.document.mark_saved(tmp_path / "a.yosan")
    assert copies(folder) == []


def test_discarding_takes_the_copy_away(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who says 「保存しない」 is not asked again at the next start."""
    window.files.write_copy()
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    assert copies(folder) == []


def test_a_running_session_is_not_offered(window: MainWindow, folder: Path) -> None:
    """A second window does not offer the work that is open in the first."""
    window.files.write_copy()
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
    start = MainWindow(in_force, STANDARD_FOLDER, Journal(folder))
    qtbot.addWidget(start)
    start.show()
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
    start.files.open_unsaved_copy(start.files.unsaved_copies()[0])

    assert left.exists()
    assert start.document is not None
    start.document.mark_saved(folder / "elsewhere")


def test_a_file_that_cannot_be_opened_costs_no_copy(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who leaves the work for a file that turns out to be damaged still has the work, on the screen and as a copy."""
    window.files.write_copy()
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
    window.files.write_copy()
    assert window.document is not None
    assert window.document.is_modified
