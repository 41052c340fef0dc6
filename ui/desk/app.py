"""Starts the desk's window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from model.register.opening import Register
from model.standard.standard import Standard
from ui.desk.desk_window import DeskWindow
from ui.language import install, translate
from ui.widgets.style import STYLE, apply_style, follow_scheme
from ui.window import crash_log
from ui.window.files.recent_files import kept_language


def open_desk(register: Register, standard: Standard, folder: Path, language: str | None = None) -> int:
    """Open the desk's window on a register and run until it is closed; the exit code. Without a language it speaks that of the settings."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationName("yosancho")
    install(language or kept_language())
    app.setApplicationDisplayName(translate("ui.desk", "予算帖"))
    apply_style(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: follow_scheme(app))
    window = DeskWindow(register, standard, folder)
    crash_log.start(window.statusBar().showMessage)
    window.show()
    return app.exec()
