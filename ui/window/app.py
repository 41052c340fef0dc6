"""Starts the window: application, language, style, and the file named on the command line."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Final

from PySide6.QtCore import QByteArray, QEventLoop, QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from model.basis.reading import prepare
from model.document.storage import SUFFIX
from model.standard.standard import Standard
from ui.language import QT_TRANSLATE_NOOP, install, translate
from ui.widgets.style import STYLE, apply_style, follow_scheme
from ui.window import crash_log
from ui.window.files.journal import Journal, default_folder
from ui.window.files.recent_files import kept_language, settings
from ui.window.main_window import MainWindow

_PREPARE_MS: Final = 1_000
_PLACE: Final = "window"
_FRAME: Final = QSize(0, 40)  # pixels of the title above the window
_FRAME_WAIT: Final = 0.03  # seconds
_FRAME_LOOK: Final = 0.001
UNSAVED_COPIES_NOTE: Final = QT_TRANSLATE_NOOP(
    "ui.window",
    "前回保存されなかった書きかけがあります。［ファイル］→［最近使った要求書］から開けます。",
)


def make_application(language: str | None) -> QApplication:
    """The application with its name, style and language; without a language it speaks that of the settings."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationName("yosancho")
    install(language or kept_language())
    app.setApplicationDisplayName(translate("ui.window", "予算帖"))
    apply_style(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: follow_scheme(app))
    return app


def open_window(standard: Standard, folder: Path, file: Path | None, language: str | None) -> int:
    """Open the window and run until it is closed; the exit code. Without a language it speaks that of the settings."""
    app = make_application(language)
    window = MainWindow(standard, folder, Journal(default_folder()), default_folder().parent)
    place_window(window, kept := settings(), _PLACE)
    app.aboutToQuit.connect(lambda: kept.setValue(_PLACE, window.saveGeometry()))
    crash_log.start(partial(window.show_failure, "unexpected"))
    show_window(window, file)
    QTimer.singleShot(_PREPARE_MS, gc.enable)  # at the latest, as where no document is open
    # The grammar of calculations takes a quarter of a second to read: while the writer looks at the form, in a thread
    # of its own, so that neither the start nor the first 「=」 waits for it.
    QTimer.singleShot(_PREPARE_MS, Thread(target=prepare, daemon=True).start)
    # What a save that was killed left beside the files: a shared folder may be slow, so nothing waits for it.
    left = Thread(
        target=clear_what_is_left, args=(default_folder().parent, window.files.recent.folders()), daemon=True
    )
    QTimer.singleShot(_PREPARE_MS, left.start)
    QTimer.singleShot(_PREPARE_MS, window.files.recovery.set_damaged_aside)
    return app.exec()


def show_window(window: MainWindow, file: Path | None) -> None:
    """Show the window with the request of a file; with the start page where there is none, where it is another kind of file, or cannot be read at once."""
    if file is None or file.suffix.lower() != SUFFIX:
        window.show_start()
    window.show()
    if file is not None:
        _paint_frame(window)
        window.files.open(file, partial(_note_unsaved_copies, window))
    if window.stack.currentWidget() is None:  # its drive is slow, or the file cannot be read
        window.show_start()


def _paint_frame(window: MainWindow) -> None:
    """Paint the window without its page, so that the start is seen while the form is made.

    A window manager takes its time to give the window a place on the screen; it is not waited for longer than is not felt.
    """
    until = monotonic() + _FRAME_WAIT
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    while not window.testAttribute(Qt.WidgetAttribute.WA_Mapped) and monotonic() < until:
        sleep(_FRAME_LOOK)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def tell_not_started(sentence: str) -> None:
    """Say in a small window why the program does not start, and wait until it is closed."""
    from ui.window.not_started import NotStarted

    app = make_application(None)
    window = NotStarted(sentence)
    window.show()
    app.exec()


def place_window(window: QMainWindow, kept: QSettings, key: str) -> None:
    """Give a window the size and place of last time, kept under a key; at first its usual size, or the whole of a screen that is too small for it."""
    place = kept.value(key)
    if isinstance(place, QByteArray) and window.restoreGeometry(place):
        return
    room, size = window.screen().availableGeometry().size() - _FRAME, window.size()
    if size.boundedTo(room) != size:
        window.resize(size.boundedTo(room))
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _note_unsaved_copies(window: MainWindow) -> None:
    """Say that there is unsaved work of last time: the start page, which offers it, is not seen.

    That of the open file is offered above the form.
    """
    path = window.document.path if window.document is not None else None
    if any(
        copy.work.file is None or copy.work.file != path for copy in window.files.recovery.unsaved_copies()
    ):
        window.show_message(translate("ui.window", UNSAVED_COPIES_NOTE), lasting=True)


def clear_what_is_left(own: Path, written: list[Path]) -> None:
    """Clear what programs that were killed left in the user's own folder, in those that were written to, and for the browser."""
    import tempfile

    from model.files.leftovers import clear_folders, clear_leftovers

    for folder in (own / "recovery", own / "undo", *(own / "versions").glob("*"), *written):
        clear_leftovers(folder)
    clear_folders(Path(tempfile.gettempdir()))
