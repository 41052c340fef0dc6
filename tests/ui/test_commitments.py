"""債務負担行為: choose a line, type the period, say whether it is asked or set; its wording stands in the remark."""

from __future__ import annotations

from PySide6.QtCore import Qt

from model.document import storage
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, focused, press, type_text


def offered(desk: Desk) -> None:
    """Go to the row that offers the next commitment."""
    desk.go("commitment/commitment-2/line")
    press(Key.Key_Down)


def test_a_commitment_by_keyboard(desk: Desk) -> None:
    """F2 and ↓ choose the line, Tab goes to the period, and the wording is in the remark as it will be printed."""
    offered(desk)
    press(Key.Key_F2)
    press(Key.Key_Down, times=3)
    assert desk.request.commitments[2].line == "line-1-3", "each arrow chooses the next line"
    press(Key.Key_Tab)
    type_text("R2〜R6")
    press(Key.Key_Tab, Key.Key_F2, Key.Key_Down, Key.Key_Return)

    added = desk.request.commitments[2]
    assert (added.line, added.period, added.status) == ("line-1-3", "R2〜R6", "set")
    assert desk.shown(f"commitment/{added.id}/line") == "住基ネット保守管理費"
    assert "R2〜R6" in desk.shown("line/line-1-3/remark")
    assert desk.value("line/line-1-3/remark") == "", "the wording is derived, not typed"


def test_esc_takes_the_choice_back(desk: Desk) -> None:
    """Esc in a choice restores it; in the offered row no commitment is left."""
    desk.go("commitment/commitment-1/status")
    press(Key.Key_F2, Key.Key_Down)
    assert desk.request.commitments[0].status == "set"
    press(Key.Key_Escape)
    assert desk.request.commitments[0].status == "requested"
    offered(desk)
    press(Key.Key_F2, Key.Key_Down, Key.Key_Escape)

    assert len(desk.request.commitments) == 2
    assert desk.document.undo_label is None


def test_undo_in_an_open_choice(desk: Desk) -> None:
    """Ctrl+Z in an open choice takes the choice back and closes it."""
    desk.go("commitment/commitment-1/status")
    press(Key.Key_F2, Key.Key_Down)
    desk.undo()

    assert desk.request.commitments[0].status == "requested"
    assert not desk.is_editing()
    assert desk.current == "commitment/commitment-1/status"


def test_delete_takes_no_commitment_away(desk: Desk) -> None:
    """Delete empties cells as in Excel: a chosen line stays, and the key that takes the row away is said."""
    before = desk.request
    desk.go("commitment/commitment-1/line")
    press(Key.Key_Delete)
    assert desk.request is before
    assert desk.message == "このセルは空にできません。行を消すのは Ctrl+- です。"


def test_a_commitment_is_taken_away(desk: Desk) -> None:
    """Ctrl+- deletes the commitment; a valid cell stays current; undo brings it back."""
    desk.go("commitment/commitment-1/line")
    press(Key.Key_Minus, modifiers=CONTROL)
    assert [commitment.id for commitment in desk.request.commitments] == ["commitment-2"]
    assert desk.current == "commitment/commitment-2/line"
    assert "H32〜H35" not in desk.shown("line/line-1-5/remark")
    desk.undo()

    assert [commitment.id for commitment in desk.request.commitments] == ["commitment-1", "commitment-2"]
    assert desk.current is not None


def test_delete_elsewhere_empties_only_what_can_be_empty(desk: Desk) -> None:
    """Delete empties a period but never the kind: the file with it still opens."""
    desk.go("commitment/commitment-2/status")
    for _ in range(2):
        press(Key.Key_Delete)
        press(Key.Key_Backspace)
        press(Key.Key_Escape)
        press(Key.Key_Left)

    assert desk.request.commitments[1].status == "set"
    assert desk.request.commitments[1].period == ""
    assert storage.loads(storage.dumps(desk.request), "x") == desk.request


def test_a_deleted_line_takes_its_commitment_along(desk: Desk) -> None:
    """With its line a commitment goes; one undo brings both back."""
    desk.go("line/line-1-5/text")
    press(Key.Key_Minus, modifiers=CONTROL)
    assert [commitment.id for commitment in desk.request.commitments] == ["commitment-2"]
    assert desk.commitments.model().rowCount() == 2
    desk.undo()

    assert [commitment.id for commitment in desk.request.commitments] == ["commitment-1", "commitment-2"]
    assert desk.document.undo_label is None
    assert desk.shown("commitment/commitment-1/line") == "標準事務費"


def test_a_commitment_from_its_line(desk: Desk) -> None:
    """Ctrl+Shift+D on a line adds its commitment and goes to the period, ready to be typed."""
    desk.go("line/line-1-1/amount")
    press(Key.Key_D, modifiers=CONTROL | SHIFT)
    type_text("R2〜R6")

    assert (desk.request.commitments[2].line, desk.request.commitments[2].period) == ("line-1-1", "R2〜R6")


def test_the_wording_is_derived(desk: Desk) -> None:
    """The last column shows the wording and cannot be typed in."""
    desk.go("commitment/commitment-1/status")
    press(Key.Key_Right)
    before = desk.request
    type_text("x")
    press(Key.Key_F2)

    assert desk.request is before
    assert focused() is desk.commitments
    assert "H32〜H35" in str(desk.commitments.currentIndex().data())


def test_a_period_has_one_stroke_and_an_example_of_its_years(desk: Desk) -> None:
    """「R10-R12」 is kept as it is printed, 「R10〜R12」; the heading's example is of the years after the request's."""
    desk.go("commitment/commitment-1/period")
    model = desk.commitments.model()
    assert "期間（H32〜H35 など）" in [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    type_text("H32-H34")
    press(Key.Key_Return)
    assert desk.value("commitment/commitment-1/period") == "H32〜H34"
