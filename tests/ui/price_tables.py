"""The section's price table (単価表.csv) beside a saved request, for the tests of the window."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from model.checks import Finding
from model.document import storage
from model.request.request import Line
from tests.samples import with_lines
from tests.ui.calculations import A
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text


def write(table: Path, *rows: str, encoding: str = "utf-8-sig") -> None:
    """Write a price table as Excel would, at another time than the one before."""
    later = table.stat().st_mtime + 10 if table.exists() else None
    table.write_text("\r\n".join(["名前,単価,備考", *rows, ""]), encoding=encoding, newline="")
    if later is not None:
        os.utime(table, (later, later))


def open_beside(desk: Desk, table: Path) -> None:
    """Open a saved request that lies beside the table, the cursor on the amount of its first line."""
    path = table.with_name("要求書.yosan")
    lines = (Line("a", "旅費"), Line("b", "現地調査"), Line("c", "謝金", None, 7))
    storage.save(with_lines(*lines), path)
    desk.open_file(path)
    desk.go(A)


def come_back(desk: Desk) -> None:
    """Come back to the window from another one, such as that of Excel."""
    other = QWidget()
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    desk.window.activateWindow()
    assert QTest.qWaitForWindowActive(desk.window)
    other.close()


def changed(desk: Desk) -> list[Finding]:
    """The findings of changed prices."""
    return [finding for finding in desk.snapshot.findings.all if finding.rule == "price"]


def open_with_price_in_use(desk: Desk, table: Path) -> None:
    """Two lines use 普通旅費 at 2,500円; then the table says 2,800円, and the writer comes back from Excel."""
    write(table, '普通旅費,"2,500円",1回')
    open_beside(desk, table)
    type_text("普通旅費×12回")
    press(Key.Key_Return)
    type_text("普通旅費×4人")
    press(Key.Key_Return)
    assert changed(desk) == []
    write(table, '普通旅費,"2,800円",1回')
    come_back(desk)
