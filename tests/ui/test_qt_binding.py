"""The Qt binding that is installed must be one on which a long day's work does not end in an abort."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_the_count_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12 under Python 3.11 loses a reference of None at each such call; after some thousand Python aborts."""
    field = QLineEdit()
    qtbot.addWidget(field)
    before = sys.getrefcount(None)
    for _ in range(500):
        field.update()

    assert sys.getrefcount(None) > before - 250
