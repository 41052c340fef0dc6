"""The window opens no socket, whatever stands in what it shows."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from model.document import storage
from tests.samples import sample, set_values
from tests.sheets import AMBIGUOUS, write_workbook
from tests.sockets import no_socket
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.window.main_window import MainWindow

ELSEWHERE = '<img src="http://192.0.2.1/x.png"> http://192.0.2.1/ //192.0.2.1/share/x.png'


def test_writing_opens_no_socket(window: MainWindow, tmp_path: Path) -> None:
    """Opening a file whose words point elsewhere, typing, saving, and taking a workbook in: none, and Qt's network is not read."""
    places = ["header/name", "line/line-1-1/text", "line/line-1-1/remark", "contact/email"]
    storage.save(set_values(sample(), [(place, ELSEWHERE) for place in places]), tmp_path / "a.yosan")
    with no_socket():
        window.files.open(tmp_path / "a.yosan")
        desk = Desk(window)
        desk.go("header/subtitle")
        type_text("x")
        desk.pause()
        press(Key.Key_S, modifiers=CONTROL)
        QApplication.processEvents()
        window.files.open(write_workbook(tmp_path / "b.xlsx", 表=[[ELSEWHERE], *AMBIGUOUS]))
        QApplication.processEvents()
    assert "x" in storage.load(tmp_path / "a.yosan").header.subtitle
    assert "PySide6.QtNetwork" not in sys.modules
