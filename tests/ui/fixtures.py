"""What the tests of the window share: a private home, no real dialog, a window that leaves nothing behind.

A plugin and no conftest, since it imports Qt: tests/conftest.py takes it in where Qt can be loaded.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.document import document
from model.document.document import Document, Kept
from model.incremental.results import Results
from model.standard.standard import Standard
from tests.examples import TIMES
from tests.samples import kept, sample
from tests.ui.desk import Desk
from ui.form.section_hints import WORDS
from ui.widgets.style import apply_style
from ui.window import after_paint, dialogs
from ui.window.files import beside, request_files
from ui.window.files.recent_files import RecentFiles
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(scope="session", autouse=True)
def heap_of_the_tests() -> Iterator[None]:
    """No window of a test freezes the heap (what the other tests left would be frozen with it) or has hints; each waits for its saves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RecentFiles, "closed_hints", list(WORDS))  # but where they are what is tested
        patch.setattr(after_paint, "freeze_heap", lambda: None)
        patch.setattr(beside, "AT_ONCE_MS", 20_000)  # also on a busy machine a save is over at once
        yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()  # Qt would free a copied table once Python is gone, and crash


def keep_of_the_request_before(patch: pytest.MonkeyPatch) -> None:
    """Have a document that is opened begin with what was worked out of the one before: most show the same sheet.

    No result may depend on what was kept (tests/model/test_results.py). What other threads read is worked out anew.
    """

    def of_document(*new: Results) -> Kept:
        return kept() if threading.current_thread() is threading.main_thread() else Kept(*new)

    patch.setattr(document, "Kept", of_document)


@pytest.fixture
def private_settings(tmp_path: Path) -> None:
    """Recent files of a test stay in its own folder."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture
def no_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked for a moment after a file was opened is looked for as soon as it is on the screen."""
    monkeypatch.setattr(request_files, "_A_MOMENT_MS", 10)


@pytest.fixture
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not expect is a failure, not a hanging test."""

    def unexpected(*_: object) -> None:
        pytest.fail("a dialog opened that the test did not expect")

    for name in (
        "ask_about_changes",
        "ask_open_path",
        "ask_save_path",
        "ask_export_folder",
        "ask_printer",
        "ask_shelf_folder",
        "ask_table_path",
        "ask_watched_folder",
        "ask_letter_paths",
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
    """The real window, without a page yet, active, so that keys go where they would."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet():
        apply_style(app)
    keep_of_the_request_before(monkeypatch)
    gc.collect()  # the window before this one: while its own test lasts, that holds it
    gc.freeze()  # what outlived it lasts: else each collection takes longer than the one before
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
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


@pytest.fixture(scope="module")
def shared_desk(
    qapp: QApplication, in_force: Standard, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """One window for a module's tests: to build one costs more than most tests."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path_factory.mktemp("settings")))
    if not qapp.styleSheet():
        apply_style(qapp)
    window = MainWindow(in_force, STANDARD_FOLDER)
    window.resize(1400, 900)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    desk = Desk(window)
    desk.wait_with(sample())
    with pytest.MonkeyPatch.context() as patch:
        keep_of_the_request_before(patch)
        yield desk
        patch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
        window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


@pytest.fixture
def desk(shared_desk: Desk, no_dialogs: None) -> Iterator[Desk]:
    """The real sheet of 平成31年度; whatever a test does to it is undone again.

    Each step of the history begins with the request that the one before led to, from the sheet as it was opened to the sheet
    as the test left it, and the window follows the way back: its last step, with EXAMPLES every one, and redone in between.
    """
    desk = shared_desk
    yield desk
    document = desk.first
    if document is not None and desk.document is document:
        desk.view.finish_typing()
        requests = [change.before for change in document.history] + [desk.request]
        assert requests[0] == sample(), "undo does not lead back to the request as it was opened"
        assert [change.after for change in document.history] == requests[1:], "steps do not follow each other"
        if TIMES < 1:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(document, "_subscribers", [])
                for _ in requests[2:]:
                    document.undo()
        else:
            for _ in range(undo_all(document)):
                document.redo()
            assert document.request == requests[-1], "redo does not lead to the request as the test left it"
        undo_all(document)
        assert document.request == sample()
        desk.go("header/name")
    else:
        desk.wait_with(
            sample()
        )  # many tests open a request of their own, which takes less time than to open two
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QGuiApplication.clipboard().clear()
    desk.leave()


def undo_all(document: Document) -> int:
    """Undo until there is nothing more to undo; how many steps it took."""
    steps = 0
    while document.undo_label is not None:
        document.undo()
        steps += 1
    return steps
