"""Speed of the rulebook with every rule on: a sheet of 1,000 lines with 40,000 characters of narrative.

Run with: python3 -m pytest tests/benchmarks/test_rules_speed.py -s -n 0. Nothing here asserts a time.
"""

from __future__ import annotations

import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from model.checks import CHECKS
from model.document.document import take_snapshot
from model.edits.fields import set_value
from model.request.request import Request, Section
from model.standard.standard import Standard
from tests.benchmarks.test_speed import big_request, milliseconds, say
from ui.window.main_window import MainWindow

_PARAGRAPH = (
    "　経費の行 {at} については、平成28年度から関係機関と協議を行い、研修を年3回開催するとともに、市町村への助言を行った。"
    "経費の行 {at} は {amount:,}千円 を見込み、令和2年度からの契約期間（3年）の債務負担行為は設定済である。\n"
)


def long_request(lines: int = 1_000, characters: int = 40_000) -> Request:
    """A sheet with many lines, and a narrative that speaks of lines, amounts, years and commitments all along."""
    # One amount in twenty is not that of its line.
    paragraphs = [
        _PARAGRAPH.format(at=at, amount=at % 983 + 1 + (10_000 if at % 20 == 0 else 0))
        for at in range(characters // len(_PARAGRAPH))
    ]
    half = len(paragraphs) // 2
    base = big_request(lines)
    sections = tuple(
        replace(section, text="".join(paragraphs[:half])) if section.costs else section
        for section in base.sections
    )
    return replace(
        base,
        sections=(*sections, Section("long", "results", "これまでの取組状況", "".join(paragraphs[half:]))),
    )


EDITS = {
    "an amount": ("line/l7/amount", lambda at: at),
    "the words of a line": ("line/l7/text", lambda at: f"経費の行 7 {at}"),
    "a remark": ("line/l7/remark", lambda at: f"R3.4〜R5.3について{at}"),
    "the narrative": ("section/long/text", None),
    "a telephone number": ("contact/phone", lambda at: f"0857-26-{at:04d}"),
    "people": ("headcount/request/regular", lambda at: f"{at}.5"),
    "a funding source": ("funding/request/other", lambda at: at),
}


@pytest.mark.parametrize("what", EDITS)
def test_check_after_an_edit(in_force: Standard, capsys: pytest.CaptureFixture[str], what: str) -> None:
    """Totals and checks after one edit, without a window."""
    where, value = EDITS[what]
    snapshot = take_snapshot(long_request(), in_force)
    text = next(section.text for section in snapshot.request.sections if section.id == "long")
    middle = len(text) // 2
    times: list[float] = []
    for at in range(100):
        typed = value(at) if value else f"{text[:middle]}{'あ' * (at + 1)}{text[middle:]}"
        request = set_value(snapshot.request, where, typed)
        started = time.process_time()  # the machine may be shared; what a keystroke costs is not
        snapshot = take_snapshot(request, in_force, snapshot)
        times.append(time.process_time() - started)
    say(capsys, f"totals and {len(CHECKS)} checks of the whole after {what}: {milliseconds(times)}")


def test_each_check(in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The dearest checks of the whole, each run afresh twice on the long sheet; the second time is what a keystroke costs."""
    snapshot = take_snapshot(long_request(), in_force)
    costs = []
    for check in CHECKS:
        list(check(snapshot.request, snapshot.totals, in_force))
        started = time.perf_counter()
        list(check(snapshot.request, snapshot.totals, in_force))
        costs.append((time.perf_counter() - started, check.__name__))
    for cost, name in sorted(costs, reverse=True)[:12]:
        say(capsys, f"{cost * 1e3:7.3f} ms  {name}")


@pytest.mark.parametrize("where", ["amount", "amount that is spoken of", "narrative"])
def test_keystroke_in_a_long_sheet(
    window: MainWindow, capsys: pytest.CaptureFixture[str], where: str
) -> None:
    """From a keystroke to repainted totals and findings: in an amount cell, and in the middle of the long narrative.

    The narrative names the amounts of the first lines: there each key is another figure that it contradicts.
    """
    window.show_request(long_request(), None)
    QTest.qWait(1_000)  # a person takes longer to find the first cell
    assert window.view is not None
    times: list[float] = []
    processor: list[float] = []
    for at in range(200):
        if where != "narrative" and at % 4 == 0:
            line = (at * 7) % 30 + (0 if "spoken" in where else 600)
            window.view.focus_place(f"line/l{line}/amount")
            QApplication.processEvents()
        elif where == "narrative" and at == 0:
            window.view.focus_place("section/long/text")
            QApplication.processEvents()
            area = QApplication.focusWidget()
            assert isinstance(area, QPlainTextEdit)
            cursor = area.textCursor()
            cursor.setPosition(area.document().characterCount() // 2)
            area.setTextCursor(cursor)
            QApplication.processEvents()
        target = QApplication.focusWidget()
        assert target is not None
        started, used = time.perf_counter(), time.process_time()
        QTest.keyClicks(target, str(at % 9 + 1) if where != "narrative" else "abcdefghi"[at % 9])
        QCoreApplication.processEvents()
        times.append(time.perf_counter() - started)
        processor.append(time.process_time() - used)
    say(capsys, f"keystroke in the {where} of 1,000 lines and 40,000 characters: {milliseconds(times)}")
    say(capsys, f"                                                  processor: {milliseconds(processor)}")
