"""Kills the real window at random moments while it edits and saves, and looks at what is left.

``python3 -m tests.torture.killed_window 2000`` prints lines of JSON, the last of which counts all: how many kills, how many left a file that is no saved state, the
age in milliseconds of the oldest keystroke that was lost, the median of these ages, and how many files were left over.

The process forks before there is a QApplication, so that each window starts with all modules imported.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.document import storage
from model.edits.fields import set_value
from model.files.leftovers import clear_leftovers
from model.standard.standard import Standard
from tests.samples import sample, standard
from tests.ui.hands import CONTROL, Key
from ui.window import exports  # noqa: F401 - imported once, before the forks
from ui.window.files import beside, ownership, recovery, saving  # noqa: F401
from ui.window.files.journal import Journal
from ui.window.main_window import MainWindow

_KEY_MS: Final = 20
_AT_ONCE: Final = 4
_MANY: Final = 100
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def work(folder: Path, log: int, in_force: Standard) -> None:
    """Type a letter every few milliseconds into 事業名, save now and then; never ends by itself.

    Every letter is written into the log with the time when the document had it; 「R」 stands there when the typing begins.
    """
    app = QApplication(["torture"])
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
    window = MainWindow(in_force, STANDARD_FOLDER, Journal(folder / "recovery"), folder)
    window.show()
    window.activateWindow()
    window.files.open(folder / "shared" / "a.yosan")
    window.view.form.focus_place("header/name")  # type: ignore[union-attr]
    count = 0

    def key() -> None:
        nonlocal count
        field = QApplication.focusWidget()
        if field is None:
            return
        QTest.keyClicks(field, _LETTERS[count % 26])
        os.write(log, f"{time.monotonic_ns()}\n".encode())
        count += 1
        if random.random() < 0.05:
            QTest.keyClick(field, Key.Key_S, CONTROL)

    timer = QTimer(interval=_KEY_MS)
    timer.timeout.connect(key)

    def begin() -> None:
        field = QApplication.focusWidget()
        if field is None:  # the window is not active yet
            QTimer.singleShot(20, begin)
            return
        QTest.keyClick(field, Key.Key_A, CONTROL)
        os.write(log, b"R\n")
        timer.start()

    QTimer.singleShot(50, begin)
    app.exec()


def typed(count: int) -> str:
    """What stands in 事業名 after so many keys."""
    return (_LETTERS * (count // 26 + 1))[:count]


def one_kill(folder: Path, in_force: Standard) -> dict[str, Any]:
    """Start a window, kill it, look at what is left."""
    shared = folder / "shared"
    shared.mkdir()
    path = shared / "a.yosan"
    storage.save(set_value(sample(), "header/name", ""), path)
    log = folder / "log"
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    child = os.fork()
    if child == 0:
        try:
            work(folder, descriptor, in_force)
        finally:
            os._exit(1)
    while not log.read_bytes():
        assert os.waitpid(child, os.WNOHANG) == (0, 0), "the window ended by itself"
        time.sleep(0.005)
    time.sleep(random.uniform(0.1, 1.5))
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic_ns()
    os.waitpid(child, 0)
    os.close(descriptor)
    times = [int(line) for line in log.read_text().split("\n")[1:] if line]
    is_saved_state, found = True, ""
    try:
        found = storage.load(path).header.name
        is_saved_state = typed(len(found)) == found
    except storage.FileError:
        is_saved_state = False
    copies = Journal(folder / "recovery").unsaved_copies()
    for copy in copies:
        found = max(found, copy.work.request.header.name, key=len)
    lost = times[len(found) :]
    for each in (shared, folder / "recovery", *(folder / "versions").glob("*")):
        clear_leftovers(each)
    over = [each.name for each in shared.iterdir() if each.name not in ("a.yosan", ".~lock.a.yosan#")]
    return {
        "torn": not is_saved_state or typed(len(found)) != found,
        "lost_ms": (killed - lost[0]) // 10**6 if lost else 0,
        "left": over,
        "keys": len(times),
    }


def kill_once(_number: int) -> dict[str, Any]:
    """Kill a window in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return one_kill(Path(folder), standard())


def main() -> None:
    """Kill as often as was asked: a few windows at once, which mostly wait; many one by one, for what is lost depends on the machine."""
    kills = int(sys.argv[1])
    standard()  # read once, before the forks
    found: list[dict[str, Any]] = []
    with get_context("fork").Pool(
        _AT_ONCE if kills < _MANY else 1, random.seed
    ) as pool:  # moments of their own
        for one in pool.imap_unordered(kill_once, range(kills)):
            found.append(one)
            if len(found) % 100 == 0 or len(found) == kills:
                print(json.dumps(summary(found)), flush=True)


def summary(found: list[dict[str, Any]]) -> dict[str, int]:
    """What the kills so far have shown."""
    ages = sorted(each["lost_ms"] for each in found)
    return {
        "kills": len(found),
        "keys": sum(each["keys"] for each in found),
        "torn": sum(each["torn"] for each in found),
        "oldest_lost_ms": ages[-1],
        "median_lost_ms": ages[len(ages) // 2],
        "left": sum(len(each["left"]) for each in found),
    }


if __name__ == "__main__":
    main()
