"""Speed of the paper, printed for people to read: PDFs one after the other, pages after an edit, keys beside the preview."""

from __future__ import annotations

import statistics
import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.document import storage
from model.document.document import take_snapshot
from model.request.request import Request
from model.standard.standard import Standard
from templates.paper.blocks import PARTS
from templates.paper.layout import paper
from templates.paper.press import Press
from tests.benchmarks.test_speed import SIZES, big_request, milliseconds, say
from tests.ui.hands import Key, press
from ui.window.main_window import MainWindow

_PDFS = 1_000
_PART = 250


def edited(request: Request, number: int) -> Request:
    """The request with another amount in its first line."""
    first, *others = request.groups
    line, *lines = first.lines
    return replace(
        request,
        groups=(replace(first, lines=(replace(line, amount=number + 1_000), *lines)), *others),
    )


def sample() -> Request:
    """The real sheet."""
    return storage.load(STANDARD_FOLDER / "sample.yosan")


def test_pdf_of_the_sample(in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The first PDF of a process, then one after each edit; laid out from the request each time."""
    times = []
    printing = Press(STANDARD_FOLDER)
    for number in range(21):
        request = edited(sample(), number)
        started = time.perf_counter()
        printing.pdf(paper(take_snapshot(request, in_force), PARTS))
        times.append(time.perf_counter() - started)
    say(
        capsys, f"PDF of the sample with all parts: first {times[0] * 1e3:.0f} ms, then {milliseconds(times[1:])} (aim 150)"
    )  # fmt: skip


def test_a_thousand_pdfs(in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """A thousand requests, each other words and amounts, in one process: as fast at the end as at the beginning."""
    printing = Press(STANDARD_FOLDER)
    of = sample()
    started = time.perf_counter()
    for number in range(1, _PDFS + 1):
        request = edited(replace(of, header=replace(of.header, name=f"事業 {number}")), number)
        printing.pdf(paper(take_snapshot(request, in_force)))
        if number % _PART == 0:
            now = time.perf_counter()
            say(capsys, f"PDFs {number - _PART + 1} to {number}: {(now - started) / _PART * 1e3:.1f} ms each")
            started = now


@pytest.mark.parametrize("lines", SIZES)
def test_pages_after_an_edit(in_force: Standard, capsys: pytest.CaptureFixture[str], lines: int) -> None:
    """All pages as SVG after an edit, with where the places stand; laid out from the request each time."""
    printing = Press(STANDARD_FOLDER)
    laid_out, times = [], []
    for number in range(11):
        request = edited(big_request(lines), number)
        started = time.perf_counter()
        of = paper(take_snapshot(request, in_force))
        between = time.perf_counter()
        pages = printing.pages(of)
        laid_out.append(between - started)
        times.append(time.perf_counter() - between)
    say(
        capsys,
        f"{len(pages.pages):3} pages of {lines:5,} lines after an edit: laid out {statistics.median(laid_out[1:]) * 1e3:.0f} ms,"
        f" set {statistics.median(times[1:]) * 1e3:.0f} ms",
    )


@pytest.mark.parametrize("gap", [0.067, 0.25])
@pytest.mark.parametrize("beside", [False, True], ids=["form alone", "preview"])
def test_keys_beside_the_preview(
    window: MainWindow, capsys: pytest.CaptureFixture[str], *, beside: bool, gap: float
) -> None:
    """From when a key is pressed to the repainted window: keys that follow each other, and keys with pauses in which pages are set."""
    window.show_request(sample(), None)
    assert window.view is not None
    window.view.complete()
    window.view.focus_place("line/line-1-3/amount")
    if beside:
        press(Key.Key_F9)
    QTest.qWait(1_500)
    times: list[float] = []
    due = time.perf_counter()
    for at in range(200):
        if at % 4 == 0:
            window.view.focus_place(f"line/line-1-{at // 4 % 5 + 1}/amount")
        due = max(due + gap, time.perf_counter())
        while time.perf_counter() < due:
            QCoreApplication.processEvents()
            time.sleep(0.0005)
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, str(at % 9 + 1))
        QCoreApplication.processEvents()
        times.append(time.perf_counter() - due)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    words = "with preview" if beside else "form alone  "
    say(capsys, f"{words}, a key every {gap * 1e3:.0f} ms: {milliseconds(times)} (aim 99 % 16 ms)")
