"""An officer at the finance division's desk: a register of a made-up prefecture, the window on it, and another officer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from main import STANDARD_FOLDER
from model.document import storage
from model.register.opening import Register, open_register
from model.standard.standard import Standard
from templates.desk.collecting import came_from, check_new, collect
from tests.desk import prefecture

if TYPE_CHECKING:  # this file is read where Qt cannot be loaded, too
    from PySide6.QtWidgets import QApplication

    from ui.desk.desk_window import DeskWindow


@pytest.fixture(scope="session")
def collected(in_force: Standard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the requests of a made-up prefecture, and a register that has them."""
    from tests.ui.officer.rows import COUNT  # imports Qt

    folder = tmp_path_factory.mktemp("desk")
    for number, request in enumerate(prefecture.requests(COUNT)):
        (folder / f"{number:03}.yosan").write_bytes(storage.dumps(request))
    with open_register(str(folder / "register.db"), makes=True) as register:
        files = came_from([(path, folder) for path in sorted(folder.glob("*.yosan"))], "")
        for _ in collect(register, files, in_force, STANDARD_FOLDER):
            pass
        for _ in check_new(register, in_force):
            pass
    return folder


@pytest.fixture(scope="module")
def address(collected: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """That register, for the tests of a module, which decide in it."""
    return str(shutil.copy(collected / "register.db", tmp_path_factory.mktemp("register")))


@pytest.fixture
def other(address: str) -> Iterator[Register]:
    """The register as another officer has it open."""
    with open_register(address, actor="ほかの担当") as register:
        yield register


@pytest.fixture
def window(
    qapp: QApplication, address: str, in_force: Standard, private_settings: None
) -> Iterator[DeskWindow]:
    """The desk."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtTest import QTest

    from ui.desk.desk_window import DeskWindow

    window = DeskWindow(open_register(address, actor="担当"), in_force, STANDARD_FOLDER)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.requests.table.setFocus()
    yield window
    window.data.pending.clear()  # else the window warns first
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
