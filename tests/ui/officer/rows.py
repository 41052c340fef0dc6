"""What an officer sees in the table of the desk, and what plain SQL says of its register."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import text

from model.register.listing import RegisterRow
from model.register.opening import Register

if TYPE_CHECKING:
    from ui.desk.desk_window import DeskWindow

COUNT = 48
"""How many requests the register of the tests has."""


def one(register: Register, statement: str, **values: str) -> int:
    """A number that plain SQL gives, written here and not by the program."""
    with register.reading() as connection:
        return int(connection.execute(text(statement), values).scalar_one() or 0)


def requests(window: DeskWindow) -> list[RegisterRow]:
    """The requests in the table, from the top."""
    return [entry for entry in window.requests.model.entries if isinstance(entry, RegisterRow)]


def choose(window: DeskWindow, number: int) -> RegisterRow:
    """Go to a request of the table."""
    window.requests.table.setCurrentIndex(window.requests.model.index(number, 3))
    row = window.requests.table.current
    assert row is not None
    return row


def where(window: DeskWindow, *, decided: bool = False, kind: str = "expenditure") -> int:
    """The number of the first row of a kind that is decided, or is not."""
    return next(
        number
        for number, row in enumerate(requests(window))
        if bool(row.decision) == decided and row.kind == kind and (row.amount or 0) > 100
    )


def until(is_there: Callable[[], object], said: Callable[[], str] = str) -> None:
    """Wait for what another thread or process brings, however busy the machine is; else say how things stand."""
    for _ in range(24_000):
        if is_there():
            return
        QApplication.processEvents()
        time.sleep(0.005)  # QTest.qWait would keep Python from the other threads
    raise AssertionError(f"it did not come: {said()}")


def settled(window: DeskWindow) -> None:
    """Wait until what is being written is written, and what is read is shown."""
    QApplication.processEvents()
    until(lambda: not window.is_busy)
    QApplication.processEvents()


def write(field: QLineEdit, words: str) -> None:
    """Type over what stands in a field."""
    field.selectAll()
    field.insert(words)
