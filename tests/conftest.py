"""What all tests share; where a system library of Qt is missing, the tests of the window are skipped, saying which."""

from __future__ import annotations

import builtins
import gc
import os
from collections.abc import Iterator
from functools import cache

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported: tests need no display

from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from sqlalchemy import Engine, event

from main import STANDARD_FOLDER
from model.standard.standard import Standard
from model.standard_folder import load
from templates.commands import command_line
from tests.examples import TIMES, examples
from ui.widgets import screen

MISSING = screen.missing_library()
OF_THE_WINDOW = Path(__file__).parent / "ui"
LONG = (
    "tests/templates/readers/test_fresh_tables.py",
    "tests/templates/test_excel_formulas.py",
    "tests/test_growth.py",
    "tests/test_main.py",
    "tests/test_hostile_files.py",
    "tests/desk/",
    "tests/seeded/",
    "tests/torture/",
    "tests/templates/excel_reader/",
    "tests/ui/",
    "tests/test_patterns.py",
    "tests/test_export.py",
    "tests/test_console.py",
    "tests/test_documents.py",
    "tests/test_architecture.py",
    "tests/test_faults.py",
)
"""Files, and folders of files, that are run first, so that no process has a long one left when the others have none."""
pytest_plugins = [] if MISSING else ["tests.ui.fixtures"]

# No deadline for one example: the first calculation that is read waits for the grammar.
settings.register_profile("yosancho", deadline=None, max_examples=examples(60))
settings.load_profile("yosancho")


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Leave pytest-qt out where Qt cannot be loaded: it would end the run before the first test."""
    if MISSING:
        pluginmanager.unregister(name="pytest-qt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the long files first."""

    @cache
    def place_of(file: str) -> int:
        return next((place for place, name in enumerate(LONG) if file.startswith(name)), len(LONG))

    items.sort(key=lambda item: place_of(item.nodeid.partition("::")[0]))


def pytest_collection_finish() -> None:
    """Leave the thousands of collected tests out of the collections of garbage that each window ends with.

    And put Python's own import back: that of PySide looks each time for its switch of names (``__feature__``), which nobody uses
    here, and hypothesis imports something at each value it draws.
    """
    vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # rarely: a run makes millions of small values


class WindowModule(pytest.Module):
    """A module of tests of the window that is not imported, since it would import Qt."""

    def collect(self) -> NoReturn:
        """Skip it, saying why."""
        pytest.skip(screen.missing_sentence(MISSING), allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Each module of tests of the window as one that is skipped, where Qt cannot be loaded."""
    if MISSING and module_path.is_relative_to(OF_THE_WINDOW):
        return WindowModule.from_parent(parent, path=module_path)
    return None


@pytest.fixture(scope="session")
def in_force() -> Standard:
    """The Standard that the program ships with."""
    return load.load(STANDARD_FOLDER)


@pytest.fixture(scope="session", autouse=True)
def disk_that_is_not_waited_for() -> Iterator[None]:
    """What is written need not have reached the disk before a test goes on, but with EXAMPLES: no test cuts the power.

    A run flushes some ten thousand times. The tests of when it is done count the calls, which are made as ever.
    """
    if TIMES >= 1:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(os, "sync", lambda: None, raising=False)  # Windows has none
        event.listen(Engine, "connect", _leave_unflushed)
        yield
        event.remove(Engine, "connect", _leave_unflushed)


def _leave_unflushed(connection: Any, _: object) -> None:
    if type(connection).__module__ == "sqlite3":
        connection.execute("PRAGMA synchronous = OFF")


@cache
def _standard_of(texts: tuple[tuple[Path, str], ...]) -> Standard:
    return load.standard_of(dict(texts))


@pytest.fixture(scope="session", autouse=True)
def _commands_share_standards() -> Iterator[None]:
    """Have the commands that tests call take a Standard that was made of the same files before; nothing ever changes one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            command_line, "load", lambda folder: _standard_of(tuple(load.read_texts(folder).items()))
        )
        yield
