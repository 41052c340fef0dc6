"""How long what was typed is nowhere but in memory: from the edit to its copy on the disk. Run with: python3 -m pytest tests/benchmarks -s."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import Snapshot
from model.document.unsaved import Unsaved
from model.standard.standard import Standard
from tests.benchmarks.test_speed import big_request, say
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text
from ui.window import dialogs
from ui.window.files.journal import Journal
from ui.window.main_window import MainWindow

EDITS = 60
KEY_MS = 67  # fifteen a second


class Timed(Journal):
    """A journal that notes how long each edit had waited when a copy with it was on the disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.edits: list[tuple[float, object]] = []
        self.waited: list[float] = []
        self.wrote: list[float] = []

    def note(self, snapshot: Snapshot) -> None:
        """An edit was made."""
        self.edits.append((time.perf_counter(), snapshot.request))

    def write(self, work: Unsaved, turn: int) -> str:
        """Write the copy, and note what it holds for the first time."""
        begun = time.perf_counter()
        why = super().write(work, turn)
        now = time.perf_counter()
        assert why == ""
        self.wrote.append((now - begun) * 1e3)
        held = next(index for index, (_, request) in enumerate(self.edits) if request is work.request)
        self.waited += [(now - when) * 1e3 for when, _ in self.edits[: held + 1]]
        del self.edits[: held + 1]
        return why


@pytest.mark.parametrize("lines", [35, 1_000])
@pytest.mark.parametrize("pause", [KEY_MS, 700], ids=["typing on", "one at a time"])
def test_time_until_an_edit_is_on_the_disk(
    qapp: object,
    in_force: Standard,
    private_settings: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lines: int,
    pause: int,
) -> None:
    """Digits typed into amounts: fifteen a second, and one after the other with a pause in which the findings come."""
    path = tmp_path / "a.yosan"
    storage.save(big_request(lines), path)
    journal = Timed(tmp_path / "recovery")
    window = MainWindow(in_force, STANDARD_FOLDER, journal, tmp_path)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.files.open(path)
    desk = Desk(window)
    desk.view.complete()
    QTest.qWait(1_500)
    desk.document.subscribe(journal.note)
    for number in range(EDITS):
        desk.go(f"line/l{number * 17 % lines}/amount")
        type_text(str(number % 9 + 1))
        QTest.qWait(pause)
        press(Key.Key_Return)
        QTest.qWait(pause)
    QTest.qWait(500)
    assert not journal.edits
    found = sorted(journal.waited)
    say(
        capsys,
        f"{lines} lines, a key every {pause} ms: on the disk after {statistics.median(found):.0f} ms (median), "
        f"{found[len(found) * 99 // 100]:.0f} (99 %), {found[-1]:.0f} at most; of it the writing {statistics.median(journal.wrote):.0f} ms",
    )
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: "discard")
    window.close()
    window.deleteLater()
