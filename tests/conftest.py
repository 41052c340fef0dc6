"""What every test of the window shares: a private home, no real dialog, a window that leaves nothing behind."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported: tests need no display

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model import standard_file
from model.standard import Standard
from ui import dialogs
from ui.main_window import MainWindow
from ui.style import dress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


# No deadline for one example: the first calculation that is read waits for the grammar.
settings.register_profile("yosancho", deadline=None)
settings.load_profile("yosancho")


@pytest.fixture(scope="session")
def in_force() -> Standard:
    """The Standard that the program ships with."""
    return standard_file.load(STANDARD_FOLDER)


@pytest.fixture
def private_settings(tmp_path: Path) -> None:
    """Recent files of a test stay in its own folder."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not expect is a failure, not a hanging test."""

    def unexpected(*_: object) -> None:
        pytest.fail("a dialog opened that the test did not expect")

    for name in (
        "ask_about_changes",
        "ask_to_overwrite_newer",
        "ask_open_path",
        "ask_save_path",
        "ask_export_folder",
        "ask_to_replace_exports",
        "show_in_browser",
    ):
        monkeypatch.setattr(dialogs, name, unexpected)


@pytest.fixture
def window(
    qtbot: QtBot,
    in_force: Standard,
    private_settings: None,
    no_dialogs: None,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """The real window on its start page, active, so that keys go where they would."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet():
        dress(app)
    window = MainWindow(in_force, STANDARD_FOLDER)
    window.resize(1400, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield window
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(
        None, 52
    )  # DeferredDelete: nothing of the window is left for the next test
    gc.collect()
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []
