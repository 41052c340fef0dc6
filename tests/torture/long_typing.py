"""Types 15 keys a second for ten minutes into a request of 1,000 lines with all panes open, then opens and closes 200 documents.

``python3 -m tests.torture.long_typing [SECONDS [DOCUMENTS]]`` prints two lines of JSON: how many keys were typed and how many are
missing in the document, the pauses of the window (from a key, or whatever else is to be done, until all is painted; in
milliseconds of the clock and of the processor, so that a busy machine can be told from a slow program), and the memory in MB at
the begin, on the way and at the end. Before that as many words are typed, without a pause and without being measured, as can be
undone: from then on the steps take no more memory.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import MOST_STEPS
from model.edits.fields import value_at
from tests.samples import big, sample, standard
from tests.ui.hands import CONTROL, NONE, Key
from ui.widgets.style import apply_style
from ui.window.files.journal import Journal
from ui.window.main_window import MainWindow

KEYS_A_SECOND: Final = 15
LINES: Final = 1_000
WORD: Final = "abcdefghijklmno"  # a second of typing, then Enter
SAVES_EVERY: Final = 60  # words
BEFORE: Final = MOST_STEPS + 20  # words that are not measured
SLOW: Final = 0.05  # seconds
NOTHING: Final = 0.001  # seconds: the window had nothing to do
IDLE: Final = "between keys"


class Pauses:
    """What the window was busy with, one after the other: seconds of the clock and of this thread.

    Kept in arrays: ten minutes are ten thousand pauses, which as tuples would be a part of the memory that is measured.
    """

    def __init__(self) -> None:
        self.clock, self.thread, self.names = array("d"), array("d"), list[str]()

    def time(self, name: str, *, key: Qt.Key | None = None, text: str = "") -> None:
        """Press a key, or only let the window do what is to be done, and wait until all is painted."""
        clock, thread = time.perf_counter(), time.thread_time()
        if text:
            QTest.keyClicks(focused(), text)
        elif key is not None:
            QTest.keyClick(focused(), key, CONTROL if key == Key.Key_S else NONE)
        do_all()
        pause = time.perf_counter() - clock
        if name != IDLE or pause > NOTHING:
            self.clock.append(pause)
            self.thread.append(time.thread_time() - thread)
            self.names.append(name)

    def words(self, seconds: Sequence[float]) -> dict[str, float | str]:
        """Median, 99 % and the longest, and what that was."""
        keys = sorted(pause for pause, name in zip(seconds, self.names, strict=True) if name == "key")
        longest = max(range(len(seconds)), key=seconds.__getitem__)
        return {
            "median_key": round(keys[len(keys) // 2] * 1e3, 1),
            "key_99": round(keys[len(keys) * 99 // 100] * 1e3, 1),
            "longest": round(seconds[longest] * 1e3, 1),
            "longest_was": self.names[longest],
            "over_50": sum(pause > SLOW for pause in seconds),
        }


def do_all() -> None:
    """Let the window do what is to be done, as its event loop does; what was deleted is gone then."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def megabytes() -> float:
    """The memory of the process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1)


def type_long(window: MainWindow, seconds: float) -> dict[str, object]:
    """Type words into 内容 of one line after the other, figures into every fifth 要求額, and save every minute."""
    view = window.view
    assert view is not None
    view.complete()
    pauses = Pauses()
    typed: dict[str, str] = {}
    memory: list[float] = []
    due = 0.0
    number = keys = 0

    def wait() -> None:
        nonlocal due
        due += 1 / KEYS_A_SECOND
        while (left := due - time.perf_counter()) > 0:
            pauses.time(IDLE)
            time.sleep(min(left, 0.005))

    def type_word(before_key: Callable[[], None]) -> None:
        nonlocal number, keys
        round_of_lines, line = divmod(number, LINES)
        number += 1
        is_figure = number % 5 == 0
        place = f"line/line-{line + 1}/{'amount' if is_figure else 'text'}"
        text = str(number) if is_figure else WORD[round_of_lines:] + WORD[:round_of_lines]
        view.focus_place(place)
        pauses.time("going to a cell")
        for character in text:
            before_key()
            pauses.time("key", text=character)
            keys += 1
        before_key()
        pauses.time("Enter", key=Key.Key_Return)
        typed[place] = text
        if number % SAVES_EVERY == 0:
            pauses.time("saving", key=Key.Key_S)
        if number % 15 == 0:
            memory.append(megabytes())

    while number < BEFORE:
        type_word(lambda: None)
    gc.collect()
    pauses, keys, memory = Pauses(), 0, [megabytes()]
    start = due = time.perf_counter()
    while time.perf_counter() - start < seconds:
        type_word(wait)
    gc.collect()
    memory.append(megabytes())
    request = window.document.request if window.document else None
    assert request is not None
    found = {place: str(value_at(request, place)) for place in typed}
    return {
        "keys": keys, "dropped_keys": sum(max(0, len(text) - len(found[place])) for place, text in typed.items()),
        "cells": len(typed), "wrong_cells": sum(text != found[place] for place, text in typed.items()),
        "clock_ms": pauses.words(pauses.clock), "processor_ms": pauses.words(pauses.thread), "memory_begin_mb": memory[0], "memory_end_mb": memory[-1],
        "memory_mb": memory[:: max(1, len(memory) // 12)], "load": os.getloadavg()[0],
    }  # fmt: skip


def open_and_close(window: MainWindow, documents: int) -> dict[str, object]:
    """Open and close documents, one after the other."""
    memory: list[float] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for number in range(documents):
        window.show_request(sample(), None)
        assert window.view is not None
        window.view.complete()
        do_all()
        if number % max(1, documents // 10) == 0 or number == documents - 1:
            gc.collect()
            memory.append(megabytes())
    return {"documents": documents, "memory_mb": memory, "widgets": len(app.allWidgets())}


def main() -> None:
    """Type, then open and close."""
    seconds, documents = (
        (*map(int, sys.argv[1:]), 600, 200)[:2] if len(sys.argv) != 2 else (int(sys.argv[1]), 200)
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = QApplication(["typing"])
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
        apply_style(app)
        file = folder / "a.yosan"
        storage.save(big(LINES), file)
        window = MainWindow(standard(), STANDARD_FOLDER, Journal(folder / "recovery"), folder)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        window.files.open(file)
        while window.view is None:
            app.processEvents()
        QTest.qWait(1_500)
        print(json.dumps(type_long(window, seconds), ensure_ascii=False), flush=True)
        print(json.dumps(open_and_close(window, documents)), flush=True)
        os._exit(0)  # what was typed is not asked about


if __name__ == "__main__":
    main()
