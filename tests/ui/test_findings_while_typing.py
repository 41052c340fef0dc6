"""What is found while one types: nothing flashes up for a half-typed word, nothing that is mended stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.samples import sample, set_values
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def told(desk: Desk) -> list[str]:
    """The rules of the findings in the list."""
    rows = desk.view.findings.list
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


def test_what_is_mended_goes_at_once(desk: Desk) -> None:
    """The key that makes a figure right takes its finding away while the writer is still in the field."""
    desk.open(set_values(sample(), [("request/amount", 5)]))
    assert "4" in told(desk)
    desk.go("request/amount")
    select_all()
    type_text("124767")
    assert "4" not in told(desk)


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
