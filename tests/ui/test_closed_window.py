"""A window that was closed is gone: nothing holds it or the request that it showed."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from main import STANDARD_FOLDER
from model.standard.standard import Standard
from tests.samples import sample
from ui.window.main_window import MainWindow


def closed_window(in_force: Standard, qtbot: QtBot) -> weakref.ref[QWidget]:
    """The panes of a request in a window that was opened, looked at and closed, as far as anything still holds them."""
    window = MainWindow(in_force, STANDARD_FOLDER)
    with qtbot.waitExposed(window):
        window.show()
    window.show_request(sample(), None)
    view = window.view
    assert view is not None
    view.complete()
    qtbot.waitUntil(lambda: view.while_typing.is_checked)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return weakref.ref(view)


def test_a_closed_window_is_gone(
    qtbot: QtBot, in_force: Standard, private_settings: None, no_dialogs: None
) -> None:
    """Panes, tables and the document of a closed window are freed once its last timers have run."""
    view = closed_window(in_force, qtbot)

    def is_gone() -> bool:
        gc.collect()
        return view() is None

    qtbot.waitUntil(is_gone)
