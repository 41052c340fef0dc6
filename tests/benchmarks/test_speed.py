"""Speed, measured and printed for people to read. Run with: python3 -m pytest tests/benchmarks -s.

Nothing here asserts a time: machines differ. Each figure stands beside what it is compared with in the same run.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import take_snapshot
from model.request.request import CostGroup, Line, Request
from model.standard.standard import Standard
from templates.page import html
from templates.workbook import excel
from ui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]
SIZES = (35, 300, 1_000)
# Each prints three times: when its window is mapped, when it is painted, and the processor time of the process by then.
_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QLineEdit
app = QApplication([]); window = QMainWindow(); window.setCentralWidget(QLineEdit()); window.resize(1440, 900)
window.show(); app.processEvents(); mapped = time.time()
window.grab(); print(mapped, time.time(), time.process_time())
"""
_OURS = """
import sys, time
import main
windows = []; mapped = []
def painted(*_):
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents(); windows[0].grab(); print(mapped[0], time.time(), time.process_time())
    return 0
def watched():  # asked right before the window's modules are imported
    missing = missing_library()
    from ui.window import app
    make = app.MainWindow.__init__
    app.MainWindow.__init__ = lambda self, *given: (windows.append(self), make(self, *given))[1]
    paint = app._paint_frame
    app._paint_frame = lambda window: (paint(window), mapped.append(time.time()))
    app.QApplication.exec = staticmethod(painted)
    app.place_window = lambda *_: None  # as large as the bare window, whatever the screen
    return missing
missing_library, main.screen.missing_library = main.screen.missing_library, watched
main.run([str(main.STANDARD_FOLDER / "sample.yosan")])
"""
_IN_MEMORY = """
import main
from PySide6.QtWidgets import QApplication
from model.standard_folder import load
from ui.widgets.style import apply_style
from ui.window.main_window import MainWindow
app = QApplication([]); apply_style(app)
window = MainWindow(load.load(main.STANDARD_FOLDER), main.STANDARD_FOLDER)
window.show(); app.processEvents()
from pathlib import Path
"""


def big_request(lines: int) -> Request:
    """The real sheet with tables of 35 lines until it has as many lines as wanted."""
    sample = storage.load(STANDARD_FOLDER / "sample.yosan")
    groups = tuple(
        CostGroup(
            f"g{first}",
            f"{first}番からの表",
            lines=tuple(
                Line(f"l{at}", f"経費の行 {at}", at % 977, at % 983 + 1, "備考")
                for at in range(first, min(first + 35, lines))
            ),
        )
        for first in range(0, lines, 35)
    )
    return Request(
        sample.header,
        sample.contact,
        sample.headcount,
        sample.funding_words,
        sample.sections,
        groups,
        funding=sample.funding,
    )


def one_table(lines: int) -> Request:
    """The real sheet with a single table of so many lines: the hardest case for sums."""
    sample = storage.load(STANDARD_FOLDER / "sample.yosan")
    rows = tuple(Line(f"l{at}", f"経費の行 {at}", at % 977, at % 983 + 1, "備考") for at in range(lines))
    return Request(
        sample.header,
        sample.contact,
        sample.headcount,
        sections=sample.sections,
        groups=(CostGroup("g", "表", lines=rows),),
    )


def say(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Print past pytest's capture."""
    with capsys.disabled():
        print(f"\n  {text}", end="")


def milliseconds(times: list[float]) -> str:
    """Median, 99th percentile and maximum of seconds."""
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"median {statistics.median(ordered) * 1e3:6.2f} ms   99 % {p99 * 1e3:6.2f} ms   max {ordered[-1] * 1e3:6.2f} ms"


class Start(NamedTuple):
    """One start: seconds to the mapped window and to the painted one, and seconds of the processor."""

    mapped: float
    painted: float
    processor: float


def test_start(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """From process start to the window with the sample, beside a bare window, in turn; bytecode and copies present.

    Where the machine has other work, the time of the processor says more than that of the clock.
    """
    home = str(tmp_path)
    environment = {**os.environ, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "LOCALAPPDATA": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start(script: str) -> Start:
        started = time.time()
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT,
            env=environment,
        )  # fmt: skip
        mapped, painted, processor = map(float, done.stdout.split()[-3:])
        return Start(mapped - started, painted - started, processor)

    start(_BARE), start(_OURS)  # warm the file cache, compile, copy the Standard
    pairs = [(start(_BARE), start(_OURS)) for _ in range(9)]
    for name, aim in (("mapped", 2.2), ("painted", 2.5), ("processor", 2.5)):
        bare, ours = ([getattr(each, name) for each in side] for side in zip(*pairs, strict=True))
        say(
            capsys,
            f"start, {name}: bare window {statistics.median(bare) * 1e3:.0f} ms, sample open"
            f" {statistics.median(ours) * 1e3:.0f} ms, ratio"
            f" {statistics.median(b / a for a, b in zip(bare, ours, strict=True)):.2f},"
            f" of the minima {min(ours) / min(bare):.2f} (aim {aim})",
        )


@pytest.mark.parametrize("make", [big_request, one_table], ids=["tables of 35", "one table"])
@pytest.mark.parametrize("lines", SIZES)
def test_keystroke(window: MainWindow, capsys: pytest.CaptureFixture[str], lines: int, make: object) -> None:
    """From a keystroke in an amount cell to repainted totals and findings."""
    window.show_request(make(lines), None)  # type: ignore[operator]
    assert window.view is not None
    window.view.complete()
    QTest.qWait(500)  # a person takes longer to find the first cell
    table = window.view.form.content.costs
    assert table is not None
    times: list[float] = []
    for at in range(200):
        if at % 4 == 0:
            window.view.focus_place(f"line/l{(at * 7) % min(lines, 30)}/amount")
            QApplication.processEvents()
        digit = str(at % 9 + 1)
        target = QApplication.focusWidget()
        assert target is not None
        started = time.perf_counter()
        QTest.keyClicks(target, digit)
        QCoreApplication.processEvents()  # the repaint of table, totals and findings
        times.append(time.perf_counter() - started)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    say(capsys, f"keystroke at {lines:6,} lines: {milliseconds(times)}")


def worked_out(request: Request) -> Request:
    """The request with a calculation in place of every amount."""
    groups = tuple(
        replace(
            group,
            lines=tuple(
                replace(
                    line,
                    amount=None,
                    basis=f"{int(line.id[1:]) % 983 + 1:,}円×{int(line.id[1:]) % 12 + 1}か月",
                )
                for line in group.lines
            ),
        )
        for group in request.groups
    )
    return replace(request, groups=groups)


@pytest.mark.parametrize("make", [big_request, one_table], ids=["tables of 35", "one table"])
@pytest.mark.parametrize("lines", SIZES)
def test_keystroke_of_a_calculation(
    window: MainWindow, capsys: pytest.CaptureFixture[str], lines: int, make: object
) -> None:
    """The same with a calculation in every line, typing another one: 「=4,321*7+5」, key by key."""
    started = time.perf_counter()
    window.show_request(worked_out(make(lines)), None)  # type: ignore[operator]
    QApplication.processEvents()
    opened = time.perf_counter() - started
    QTest.qWait(500)
    assert window.view is not None
    times: list[float] = []
    for at in range(24):
        window.view.focus_place(f"line/l{(at * 7) % min(lines, 30)}/amount")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        QTest.qWait(50)  # the row is lower now and the page settles, long before a person's next key
        for key in "=4,321*7+5":
            target = QApplication.focusWidget()
            assert target is not None
            started = time.perf_counter()
            QTest.keyClicks(target, key)
            QCoreApplication.processEvents()
            times.append(time.perf_counter() - started)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()
    say(capsys, f"calculation at {lines:6,} lines: {milliseconds(times)}   (opened in {opened * 1e3:.0f} ms)")


def test_export(in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The sample's workbook beside openpyxl writing the same cells bare, in turn; and the page."""
    snapshot = take_snapshot(storage.load(STANDARD_FOLDER / "sample.yosan"), in_force)
    cells = [
        (sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()])
        for sheet in load_workbook(BytesIO(excel.workbook_bytes(snapshot))).worksheets
    ]

    def bare() -> None:
        book = Workbook()
        for title, rows in cells:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(BytesIO())

    def seconds(act: object) -> float:
        started = time.perf_counter()
        act()  # type: ignore[operator]
        return time.perf_counter() - started

    bare()
    pairs = [(seconds(bare), seconds(lambda: excel.workbook_bytes(snapshot))) for _ in range(15)]
    page = statistics.median(seconds(lambda: html.render(snapshot, STANDARD_FOLDER)) for _ in range(15))
    ours, ratio = statistics.median(b for _, b in pairs), statistics.median(b / a for a, b in pairs)
    say(
        capsys,
        f"export: workbook {ours * 1e3:.0f} ms, {ratio:.2f} times openpyxl bare (aim 1.5); page {page * 1e3:.1f} ms",
    )


def test_memory(capsys: pytest.CaptureFixture[str]) -> None:
    """Peak memory with 1,000 lines open and edited, in a process of its own."""
    script = (
        _IN_MEMORY
        + """
from tests.benchmarks.test_speed import big_request
from model.edits.fields import set_value
window.show_request(big_request(1_000), None); app.processEvents(); window.grab()
for at in range(100):
    window.document.edit("x", set_value(window.document.request, f"line/l{at}/amount", at))
app.processEvents()
print(peak())
"""
    )
    # Of this process alone: getrusage would count what pytest held when it started the process.
    peak = """
def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
"""
    script, bare = peak + script, peak + _BARE + "print(peak())"
    figures = [
        float(
            subprocess.run(
                [sys.executable, "-c", each], capture_output=True, text=True, check=True, cwd=ROOT
            ).stdout.split()[-1]
        )
        for each in (bare, script)
    ]
    say(capsys, f"peak memory: bare window {figures[0]:.0f} MB, 1,000 lines {figures[1]:.0f} MB (aim 200)\n")


def test_published_page_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """One published page as text and as HTML, from its text to a request."""
    from templates.readers.page import read_html, read_text
    from tests.cases import foreign_html
    from tests.samples import standard

    text = (Path(__file__).parents[1] / "data" / "seed.txt").read_text(encoding="utf-8")
    page = foreign_html(text)

    def median(read: Callable[[], object]) -> float:
        times = []
        for _ in range(15):
            started = time.perf_counter()
            read()
            times.append(time.perf_counter() - started)
        return statistics.median(times) * 1e3

    by_text, by_html = (
        median(lambda: read_text(text, standard())),
        median(lambda: read_html(page, standard())),
    )
    say(capsys, f"reading a page: text {by_text:.1f} ms, HTML {by_html:.1f} ms (aim 20)")
