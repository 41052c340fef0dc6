"""Starts the desk's window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from model.register.opening import Register
from model.standard.standard import Standard
from ui.desk.desk_window import DeskWindow
from ui.widgets.style import STYLE, apply_style, follow_scheme
from ui.window import crash_log
from ui.window.app import install_japanese


def open_desk(register: Register, standard: Standard, folder: Path) -> int:
    """Open the desk's window on a register and run until it is closed; the exit code."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationName("yosancho")
    app.setApplicationDisplayName("予算帖")
    install_japanese(app)
    apply_style(app)
    app.styleHints().colorSchemeChanged.connect(lambda _: follow_scheme(app))
    window = DeskWindow(register, standard, folder)
    crash_log.start(window.statusBar().showMessage)
    window.show()
    return app.exec()
