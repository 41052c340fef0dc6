"""What is found while one types: nothing flashes up for a half-typed word, nothing that is mended stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from model.checks import Findings, run
from model.standard.parts import Rule
from tests.samples import big, sample, set_values, with_rule
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.findings.findings_pane import FindingsPane


def told(desk: Desk) -> list[str]:
    """The rules of the findings in the list."""
    return listed(desk.view.findings)


def listed(pane: FindingsPane) -> list[str]:
    """The same of a pane as it stands."""
    rows = pane.list
    return [rows.item(at).data(Qt.ItemDataRole.UserRole).finding.rule for at in range(rows.count())]


def select_all() -> None:
    """Ctrl+A."""
    press(Key.Key_A, modifiers=CONTROL)


def test_half_typed_amount_is_no_slip_yet(desk: Desk) -> None:
    """On the way to 16,943 the amount is 1, 16, 169 …: nothing comes and goes in list, navigator, foot or 質問票."""
    before = told(desk), [desk.view.navigator.item(at).text() for at in range(desk.view.navigator.count())]
    tab = desk.view.side.tabs.tabText(1)
    desk.go("line/line-1-1/amount")
    for digit in "16943":
        type_text(digit)
        now = told(desk), [desk.view.navigator.item(at).text() for at in range(desk.view.navigator.count())]
        assert now == before
        assert desk.view.side.tabs.tabText(1) == tab
    press(Key.Key_Return)
    assert told(desk) == before[0]


def test_slip_is_told_when_the_cell_is_left(desk: Desk) -> None:
    """A total that is not the sum is told once the writer goes on, not at its first digit."""
    desk.go("group/group-3/amount")
    type_text("3")
    assert "3" not in told(desk)
    type_text("4545")
    press(Key.Key_Return)
    assert "3" in told(desk)


def test_slip_is_told_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    """Who stops typing and looks up sees what is found, without leaving the field."""
    desk.go("request/amount")
    select_all()
    type_text("5")
    assert "4" not in told(desk)
    qtbot.waitUntil(lambda: "4" in told(desk), timeout=5_000)


def test_what_is_mended_goes_at_the_short_pause(desk: Desk, qtbot: QtBot) -> None:
    """A figure that is made right loses its finding at a short pause, before all is shown, in the field still."""
    desk.open(set_values(sample(), [("request/amount", 5)]))
    assert "4" in told(desk)
    all_shown: list[None] = []
    longest = max(desk.view.while_typing.findChildren(QTimer), key=QTimer.interval)
    longest.timeout.connect(lambda: all_shown.append(None))
    desk.go("request/amount")
    select_all()
    type_text("124767")
    qtbot.waitUntil(lambda: "4" not in told(desk), timeout=5_000)
    assert not all_shown
    assert desk.document.typed_place == "request/amount"


def test_no_keystroke_runs_the_rulebook(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typing waits for no check: at a place with a finding, at one without, and in an answer of the 質問票."""
    monkeypatch.setattr(desk.window.files, "standard", with_rule("amount", Rule("question")))
    desk.open(set_values(sample(), [("request/amount", 5), ("assessment/held", "約1")]))
    assert "4" in told(desk)
    for pause in desk.view.while_typing.findChildren(QTimer):
        pause.setInterval(1_000_000)
    runs: list[str] = []
    check = run.check

    def counted(*given: object) -> Findings:
        runs.append("check")
        return check(*given)  # type: ignore[arg-type]

    for place in ("request/amount", "line/line-1-1/amount", "answer/"):
        if place == "answer/":
            press(Key.Key_Q, modifiers=CONTROL | SHIFT)
        else:
            desk.go(place)
        with monkeypatch.context() as patch:
            patch.setattr(run, "check", counted)
            type_text("12")
            QApplication.processEvents()
        assert (desk.document.typed_place or "").startswith(place)
        assert runs == []


def test_a_long_request_is_checked_between_the_keys(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 400 lines what is found is told by itself soon after a field is left, and no key waits for it; F8 has it at once."""
    desk.open(big(400))
    pane = desk.view.findings
    runs: list[str] = []
    check = run.check

    def counted(*given: object) -> Findings:
        runs.append("check")
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check", counted)
    desk.go("request/amount")
    type_text("5")
    press(Key.Key_Tab)
    type_text("8")
    assert runs == []
    qtbot.waitUntil(lambda: "4" in listed(pane), timeout=20_000)
    press(Key.Key_Z, modifiers=CONTROL)
    press(Key.Key_Z, modifiers=CONTROL)
    assert "4" in listed(pane)
    press(Key.Key_F8)
    assert "4" not in listed(pane)


def test_a_field_left_while_its_slip_is_looked_for_tells_all(desk: Desk, qtbot: QtBot) -> None:
    """Who leaves the field while a long request is checked for that field alone sees all that is found, not only its own."""
    desk.open(big(400))
    typing = desk.view.while_typing
    desk.go("request/amount")
    type_text("5")
    desk.pause()
    assert "4" in told(desk)
    press(Key.Key_Backspace)
    type_text("6")
    # Asked after each event: who waits looks every 10 ms, and the check may be over by then.
    while typing._steps is None:
        QApplication.processEvents()
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: typing._checked is desk.document.snapshot, timeout=20_000)


def test_undo_tells_at_once(desk: Desk) -> None:
    """An act that is no typing (undo, a repair, a paste) shows what is found right away."""
    desk.go("request/amount")
    select_all()
    type_text("5")
    press(Key.Key_Tab)
    assert "4" in told(desk)
    press(Key.Key_Z, modifiers=CONTROL)
    assert "4" not in told(desk)
    press(Key.Key_Y, modifiers=CONTROL)
    assert "4" in told(desk)


def test_saved_and_exported_are_all_findings(desk: Desk) -> None:
    """What is held back on the screen is in the findings that are checked, exported and summed up."""
    desk.go("request/amount")
    select_all()
    type_text("5")
    assert "4" in [error.rule for error in desk.snapshot.findings.errors]
