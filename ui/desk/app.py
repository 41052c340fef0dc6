"""Starts the desk's window."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from model.register.opening import Register
from model.standard.standard import Standard
from ui.desk.desk_window import DeskWindow
from ui.window import crash_log
from ui.window.app import make_application, place_window
from ui.window.files.recent_files import settings

_PLACE: Final = "desk"


def open_desk(register: Register, standard: Standard, folder: Path, language: str | None) -> int:
    """Open the desk's window on a register and run until it is closed; the exit code. Without a language it speaks that of the settings."""
    app = make_application(language)
    window = DeskWindow(register, standard, folder)
    place_window(window, kept := settings(), _PLACE)
    app.aboutToQuit.connect(lambda: kept.setValue(_PLACE, window.saveGeometry()))
    crash_log.start(window.statusBar().showMessage)
    window.show()
    return app.exec()
