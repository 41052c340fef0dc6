"""Speed of the built application's start beside that from the source, printed for people to read."""

from __future__ import annotations

import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from model.files.notice import notice_of, owner_of
from tests.benchmarks.test_speed import say
from tests.samples import ROOT, SAMPLE_FILE
from tests.test_application import FOLDER, PROGRAM, environment, needs_build

_PAIRS = 7


@needs_build
def test_start_of_the_application(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """From process start until the request is open (its notice stands beside the file), in turn with the source."""
    sample = tmp_path / "sample.yosan"
    sample.write_bytes(SAMPLE_FILE.read_bytes())
    of_window = {**environment(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    window = FOLDER / ("yosancho.exe" if sys.platform == "win32" else PROGRAM.name)

    def start(*command: str | Path) -> float:
        return until_open([*map(str, command), str(sample)], sample, of_window)

    built, source = (window,), (sys.executable, ROOT / "main.py")
    start(*built), start(*source)  # the copies of the Standard, and the file cache
    pairs = [(start(*source), start(*built)) for _ in range(_PAIRS)]
    say(
        capsys,
        f"start until a request is open: from source {statistics.median(a for a, _ in pairs) * 1e3:.0f} ms,"
        f" built {statistics.median(b for _, b in pairs) * 1e3:.0f} ms,"
        f" ratio {statistics.median(b / a for a, b in pairs):.2f} (aim 1.3)\n",
    )


def until_open(command: Sequence[str], file: Path, of_window: dict[str, str]) -> float:
    """Seconds from the start of a window with a file until it holds it."""
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=file.parent, env=of_window) as process:
        while owner_of(file) is None:
            assert process.poll() is None, "the window ended"
            time.sleep(0.002)
        seconds = time.perf_counter() - started
        process.send_signal(signal.SIGTERM)
    notice_of(file).unlink(missing_ok=True)
    return seconds
