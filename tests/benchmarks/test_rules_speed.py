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

from model.checks.case import Case
from model.checks.rule import WholeCheck
from model.checks.rulebook import WHOLE_CHECKS
from model.document.document import Document, take_snapshot
from model.edits.fields import set_value
from model.incremental.results import Results
from model.request.request import Request, Section
from model.standard.standard import Standard
from tests.benchmarks.test_speed import big_request, milliseconds, say, worked_out
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
@pytest.mark.parametrize("lines", [35, 300, 1_000])
def test_check_after_an_edit(
    in_force: Standard, capsys: pytest.CaptureFixture[str], lines: int, what: str
) -> None:
    """Totals at each edit, and the rulebook as at a pause after it, without a window; all calculated, 1,000 with 40,000 characters."""
    where, value = EDITS[what]
    document = Document(worked_out(long_request(lines, lines * 40)), in_force)
    assert document.snapshot.findings is not None
    text = next(section.text for section in document.request.sections if section.id == "long")
    middle = len(text) // 2
    of_totals: list[float] = []
    of_rules: list[float] = []
    for step in range(60):
        typed = value(step + 1) if value else f"{text[:middle]}{'あ' * (step + 1)}{text[middle:]}"
        request = set_value(document.request, where, typed)
        started = time.process_time()  # the machine may be shared; what a keystroke costs is not
        document.edit("入力", request)
        changed = time.process_time()
        assert document.snapshot.findings is not None
        of_totals.append(changed - started)
        of_rules.append(time.process_time() - changed)
    say(capsys, f"{lines:5,} lines, {what}: totals {milliseconds(of_totals)}")
    say(capsys, f"{' ' * (len(what) + 13)} rules  {milliseconds(of_rules)} (aim 5 / 15 / 60)")


def test_each_check(in_force: Standard, capsys: pytest.CaptureFixture[str]) -> None:
    """The dearest checks of the whole on the long sheet: afresh, and where the results of the run before are known."""
    snapshot = take_snapshot(long_request(), in_force)
    costs = []
    for whole in WHOLE_CHECKS:
        results = Results()

        def run(whole: WholeCheck = whole, results: Results = results) -> float:
            results.begin()
            started = time.process_time()
            list(whole(Case(snapshot.request, snapshot.totals, in_force, snapshot.shared_prices, results)))
            return time.process_time() - started

        costs.append((run(), run(), whole.__name__))
    for afresh, again, name in sorted(costs, reverse=True)[:12]:
        say(capsys, f"{afresh * 1e3:7.3f} ms, again {again * 1e3:7.3f} ms  {name}")


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
