"""Pasting a block of rows into a cost table, in the real window. Run with: python3 -m pytest tests/benchmarks/test_paste_speed.py -s -n 0.

The time of the processor, for the clock of a machine with other work says little: from Ctrl+V to the repainted table, until
the findings are there, and of undo.
"""

from __future__ import annotations

import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.test_speed import say
from tests.pasted_rows import pasted_rows
from tests.samples import sample
from tests.ui.desk import Desk
from ui.window.main_window import MainWindow

AIM_ROWS, AIM_MS = 3_000, 500


@pytest.mark.parametrize("rows", [50, 300, AIM_ROWS, 20_000])
def test_paste(window: MainWindow, capsys: pytest.CaptureFixture[str], rows: int) -> None:
    """Rows with headings and a 計 over the first lines of the real sheet; a long block is read beside the window."""
    desk = Desk(window)
    desk.open(sample())
    desk.pause()
    QTest.qWait(500)  # what follows the first paint is over
    desk.go("line/line-1-1/text")
    QApplication.processEvents()
    took: list[float] = []
    block = pasted_rows(rows)
    begun = time.process_time()
    desk.paste(block)
    while len(desk.request.groups[0].lines) < rows:
        QTest.qWait(20)
    QApplication.processEvents()
    took.append(time.process_time() - begun)
    for act in (desk.pause, desk.undo):
        begun = time.process_time()
        act()
        took.append(time.process_time() - begun)
    pasted, found, undone = (f"{seconds * 1e3:.0f} ms" for seconds in took)
    aim = f" (aim {AIM_MS} ms)" if rows == AIM_ROWS else ""
    say(
        capsys,
        f"{rows:,} rows pasted, of the processor: {pasted} until they are painted{aim},"
        f" findings {found}, undo {undone}\n",
    )
