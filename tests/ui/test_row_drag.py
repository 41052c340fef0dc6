"""Dragging lines by their grip: where they land, what stays as it was, and that cells are still selected by the mouse."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.document.document import take_snapshot
from model.edits.move import Spot
from model.request.lines import walk
from model.request.request import CostGroup, Line, Request
from tests.samples import big, standard, with_lines
from tests.ui.desk import Desk
from tests.ui.hands import ALT, SHIFT, Key, press
from ui.costs.cost_rows import CostRows
from ui.costs.row_drop import drop_at
from ui.widgets.cell_style import INDENT

A, B, C, D = (Line(name, name) for name in "abcd")
LEFT = Qt.MouseButton.LeftButton


def tree() -> Request:
    """Two tables: a with the part b, then c; and d alone."""
    groups = (CostGroup("one", lines=(replace(A, parts=(B,)), C)), CostGroup("two", lines=(D,)))
    return replace(with_lines(), groups=groups)


def outline(desk: Desk) -> list[list[str]]:
    """The lines of each table, a dot for each level."""
    return [["." * depth + line.id for line, depth in walk(group.lines)] for group in desk.request.groups]


def grip(desk: Desk, line_id: str) -> QPoint:
    """The middle of a line's grip."""
    rect = desk.costs.visualRect(desk.index(f"line/{line_id}/text"))
    return QPoint(rect.left() + 8, rect.center().y())


def take(desk: Desk, line_id: str) -> QPoint:
    """Press on the grip of a line."""
    QApplication.processEvents()
    at = grip(desk, line_id)
    QTest.mousePress(desk.costs.viewport(), LEFT, pos=at)
    return at


def drag(desk: Desk, line_id: str, to: QPoint, *, right: int = 0) -> None:
    """Drag a line by its grip to the height of a point, and some levels to the right."""
    at = take(desk, line_id)
    target = QPoint(at.x() + right * INDENT, to.y())
    QTest.mouseMove(desk.costs.viewport(), (at + target) / 2)
    QTest.mouseMove(desk.costs.viewport(), target)
    QTest.mouseRelease(desk.costs.viewport(), LEFT, pos=target)


def edge(desk: Desk, line_id: str, *, lower: bool) -> QPoint:
    """A point in the upper or the lower half of a line's row."""
    rect = desk.costs.visualRect(desk.index(f"line/{line_id}/text"))
    return QPoint(0, rect.bottom() - 3 if lower else rect.top() + 3)


@pytest.mark.parametrize(
    ("line", "target", "lower", "right", "after"),
    [
        ("c", "a", False, 0, [["c", "a", ".b"], ["d"]]),
        ("a", "c", True, 0, [["c", "a", ".b"], ["d"]]),
        ("c", "d", True, 0, [["a", ".b"], ["d", "c"]]),
        ("c", "b", True, 1, [["a", ".b", ".c"], ["d"]]),
        ("c", "b", False, 0, [["a", ".c", ".b"], ["d"]]),
        ("b", "c", True, -1, [["a", "c", "b"], ["d"]]),
        ("b", "c", True, 0, [["a", "c", ".b"], ["d"]]),
        ("d", "b", True, 5, [["a", ".b", "..d", "c"], []]),
        ("a", "d", True, 1, [["c"], ["d", ".a", "..b"]]),
        ("a", "b", False, 0, [["a", ".b", "c"], ["d"]]),
    ],
)
def test_a_line_is_dragged(
    desk: Desk, line: str, target: str, lower: bool, right: int, after: list[list[str]]
) -> None:
    """A line goes with its parts where it is dropped, as one step of undo; further right it becomes a part."""
    desk.open(tree())
    before = outline(desk)
    drag(desk, line, edge(desk, target, lower=lower), right=right)

    assert outline(desk) == after
    assert desk.current == f"line/{line}/text"
    if after != before:
        assert desk.document.undo_label == "行の移動"
        desk.undo()
    assert outline(desk) == before
    assert desk.document.undo_label is None


def test_into_a_table_without_lines(desk: Desk) -> None:
    """A line dropped on the title or 合計 of an empty table is its first line."""
    desk.open(replace(tree(), groups=(*tree().groups, CostGroup("three"))))
    total = desk.costs.visualRect(desk.index("group/three/amount")).center()
    drag(desk, "d", total)

    assert outline(desk) == [["a", ".b", "c"], [], ["d"]]


def test_selected_lines_go_together(desk: Desk) -> None:
    """Lines that are selected together are dragged together, and stay selected."""
    desk.go("line/line-1-1/text")
    press(Key.Key_Down, modifiers=SHIFT)
    drag(desk, "line-1-2", edge(desk, "line-1-4", lower=True))

    assert [line.id for line in desk.request.groups[0].lines] == [f"line-1-{n}" for n in (3, 4, 1, 2, 5)]
    assert [row.id for row in desk.costs.rows.selected()] == ["line-1-1", "line-1-2"]


def test_keys_move_selected_lines_together(desk: Desk) -> None:
    """Alt+↓ moves all selected lines, again and again; Alt+Shift+→ makes parts of all of them."""
    desk.go("line/line-1-1/amount")
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_Down, Key.Key_Down, modifiers=ALT)
    assert [line.id for line in desk.request.groups[0].lines] == [f"line-1-{n}" for n in (3, 4, 1, 2, 5)]
    assert desk.current == "line/line-1-2/amount"
    press(Key.Key_Right, modifiers=ALT | SHIFT)
    assert [depth for _, depth in desk.lines()] == [0, 0, 1, 1, 0]
    press(Key.Key_Left, modifiers=ALT | SHIFT)
    press(Key.Key_Up, Key.Key_Up, modifiers=ALT)

    assert [line.id for line in desk.request.groups[0].lines] == [f"line-1-{n}" for n in range(1, 6)]


def test_escape_lets_the_line_go(desk: Desk) -> None:
    """Esc while a line is dragged leaves it where it was; the release after it does nothing."""
    desk.open(tree())
    at = take(desk, "c")
    target = QPoint(at.x(), edge(desk, "a", lower=False).y())
    QTest.mouseMove(desk.costs.viewport(), target)
    press(Key.Key_Escape)
    QTest.mouseRelease(desk.costs.viewport(), LEFT, pos=target)

    assert outline(desk) == [["a", ".b", "c"], ["d"]]
    assert desk.document.undo_label is None


def test_a_press_alone_selects(desk: Desk) -> None:
    """A click on a grip makes its line current and moves nothing; what was being typed is kept."""
    desk.open(tree())
    desk.go("line/a/text")
    press(Key.Key_X)
    at = take(desk, "c")
    QTest.mouseRelease(desk.costs.viewport(), LEFT, pos=at)

    assert desk.line("a").text.lower() == "x"
    assert desk.current == "line/c/text"
    assert not desk.is_editing()


def test_cells_are_selected_by_the_mouse(desk: Desk) -> None:
    """A drag that does not begin on a grip selects cells, as before."""
    desk.open(tree())
    QApplication.processEvents()
    start, end = (desk.costs.visualRect(desk.index(f"line/{each}/text")).center() for each in "ac")
    QTest.mousePress(desk.costs.viewport(), LEFT, pos=start)
    for at in (start + QPoint(0, 12), end):
        QTest.mouseMove(desk.costs.viewport(), at)
    QTest.mouseRelease(desk.costs.viewport(), LEFT, pos=end)

    assert [row.id for row in desk.costs.rows.selected()] == ["a", "b", "c"]
    assert outline(desk) == [["a", ".b", "c"], ["d"]]


def test_the_page_comes_along(desk: Desk) -> None:
    """Held at the lower edge of the page, a line is carried on to tables that were out of sight."""
    desk.open(big(200))
    desk.go("line/line-1/text")
    bar = desk.view.form.verticalScrollBar()
    at, before = take(desk, "line-1"), bar.value()
    height = desk.view.form.viewport().height()
    page, table = desk.view.form.viewport(), desk.costs.viewport()
    for _ in range(200):
        foot = table.mapFromGlobal(page.mapToGlobal(QPoint(0, height - 4)))
        QTest.mouseMove(table, QPoint(at.x(), foot.y()))  # the hand is never quite still
        QTest.qWait(10)
        if bar.value() > before + 100:
            break
    assert bar.value() > before + 100
    landing = desk.view.form.viewport().mapToGlobal(QPoint(0, height - 4))
    QTest.mouseRelease(desk.costs.viewport(), LEFT, pos=desk.costs.viewport().mapFromGlobal(landing))

    moved = [line.id for line in desk.request.groups[0].lines].index("line-1")
    assert moved > 5


def test_spots() -> None:
    """From where the pointer is to where a line lands; nowhere when that would be a fourth level, or before any table."""
    rows = CostRows().rows_of(take_snapshot(tree(), standard()))
    at = {row.id: index for index, row in enumerate(rows) if row.line}

    def spot(line: set[str], levels: int, over: str, lower: bool, wanted: int) -> Spot | None:
        drop = drop_at(rows, line, levels, (at[over], lower), wanted)
        return drop.spot if drop else None

    assert spot({"c"}, 1, "b", True, 9) == Spot("b", None)
    assert spot({"c"}, 2, "b", True, 9) == Spot("a", None)
    assert spot({"c"}, 3, "b", True, 9) == Spot("one", None)
    assert spot({"c"}, 3, "b", False, 0) is None
    assert spot({"a", "b"}, 2, "b", True, 0) == Spot("one", "c")
    assert spot({"a", "b"}, 2, "c", False, 3) == Spot("one", "c")
    empty = CostRows().rows_of(take_snapshot(replace(tree(), groups=()), standard()))
    assert drop_at(empty, set(), 1, (0, True), 0) is None
