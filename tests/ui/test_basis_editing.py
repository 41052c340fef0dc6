"""Calculations (積算) typed in an amount's cell: told while typed, one step of undo, never half of one left behind."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from model.request.request import Request
from tests.ui.calculations import A, B, C, editor, three, worked_out
from tests.ui.desk import Desk
from tests.ui.hands import ALT, Key, commit, compose, press, type_text
from ui.costs.cost_rows import Order, RowView


def underlined() -> list[str]:
    """The characters that the editor underlines as trouble."""
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        extraselection.cursor.selectedText()  # type: ignore[attr-defined]  # the stubs do not know its fields
        for extraselection in editor().extraSelections()
        if extraselection.format.underlineStyle() == wave  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("typed", ["=20,845*11", "20845*11", "=20,845*11円", "20,845*11円"])
def test_value_stands_below_while_one_types(desk: Desk, typed: str) -> None:
    """「=」 or digits with a sign begin a calculation; what it gives stands below, Enter enters it and goes down."""
    desk.open(three())
    desk.go(B)
    type_text(typed)
    assert editor().text() == typed
    assert editor().hint.startswith("＝ 2")
    assert desk.line("b").basis == typed.lstrip("=")
    press(Key.Key_Return)

    assert desk.current == C
    assert not desk.is_editing()
    assert desk.line("b").amount is None
    assert desk.shown(B) in ("229,295", "230")


def test_editor_grows_with_the_calculation(desk: Desk) -> None:
    """The editor of a figure is as wide as its cell; that of a calculation grows to the left over the cells before it."""
    desk.open(three())
    desk.go(B)
    type_text("1")
    narrow, right = editor().width(), editor().geometry().right()
    type_text("00000*3+200000*4+300000*5")

    assert editor().width() > narrow
    assert editor().geometry().right() == right
    assert editor().document().idealWidth() <= editor().viewport().width()


def test_hint_follows_each_key(desk: Desk) -> None:
    """What the calculation gives is that of the last key, rounded as the Standard rounds a line."""
    desk.open(three())
    desk.go(B)
    type_text("=20,845円×1")
    assert editor().hint == "＝ 21千円　20.845 → 21（切上げ）"
    type_text("1か月")
    assert editor().hint == "＝ 230千円　229.295 → 230（切上げ）"


def test_plain_figure_has_no_hint(desk: Desk) -> None:
    """A figure is not explained to its writer."""
    desk.open(three())
    desk.go(B)
    type_text("1,234")

    assert editor().hint == ""
    assert desk.value(B) == 1_234


def test_trouble_is_underlined_and_told(desk: Desk) -> None:
    """Where a calculation cannot be read, the character is underlined and the words below say what is expected."""
    desk.open(three())
    desk.go(B)
    type_text("=5千円×")
    assert editor().hint
    assert underlined() == ["×"]
    type_text("3")
    assert underlined() == []
    assert editor().hint == "＝ 15千円"


def test_trouble_stays_in_the_cell_as_a_finding(desk: Desk) -> None:
    """A calculation that cannot be read is kept as it was typed, and the finding names the line."""
    desk.open(three())
    desk.go(B)
    type_text("=5千円×")
    press(Key.Key_Return)

    assert desk.line("b").basis == "5千円×"
    (found,) = [finding for finding in desk.snapshot.findings.all if finding.rule == "basis"]
    assert found.place == B
    desk.go(B)
    press(Key.Key_F2)
    assert editor().text() == "=5千円×"


def test_one_step_of_undo(desk: Desk) -> None:
    """The whole typing of a calculation is one step, also over a figure that was there."""
    desk.open(three())
    desk.go(A)
    type_text("=20845*11")
    press(Key.Key_Return)
    assert (desk.line("a").amount, desk.line("a").basis) == (None, "20845*11")
    desk.undo()
    assert (desk.line("a").amount, desk.line("a").basis) == (10, "")
    assert desk.document.undo_label is None
    desk.redo()

    assert (desk.line("a").amount, desk.line("a").basis) == (None, "20845*11")


@pytest.mark.parametrize("request_", [three(), worked_out()], ids=["figure", "calculation"])
def test_esc_restores(desk: Desk, request_: Request) -> None:
    """Esc gives back the figure or the calculation that was there, and nothing is left to undo."""
    desk.open(request_)
    desk.go(A)
    type_text("=5*3+")
    press(Key.Key_Escape)

    assert desk.request == request_
    assert not desk.is_editing()
    assert desk.document.undo_label is None


def test_full_width_calculation(desk: Desk) -> None:
    """A calculation typed with the input method in full-width letters is read as any other."""
    desk.open(three())
    desk.go(B)
    type_text("＝５０００円×３")
    assert editor().text() == "＝５０００円×３"
    assert editor().hint == "＝ 15千円"
    press(Key.Key_Return)

    assert desk.shown(B) == "15"
    assert desk.line("b").basis == "５０００円×３"


def test_composing_is_never_interrupted(desk: Desk) -> None:
    """While the input method composes, nothing is read, told or rewritten; what is committed is."""
    desk.open(three())
    desk.go(B)
    type_text("=5000")
    before, hint = desk.request, editor().hint
    compose("えん")
    assert editor().is_composing
    assert (desk.request, editor().hint) == (before, hint)
    press(Key.Key_Return)
    assert desk.is_editing(), "Enter is the input method's while it composes"
    commit("円×3人")

    assert editor().text() == "=5000円×3人"
    assert editor().hint == "＝ 15千円"


def test_composing_that_is_dropped(desk: Desk) -> None:
    """Composing that ends without a commit leaves the calculation as it was."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_F2, Key.Key_End)
    compose("×に")
    compose("")
    assert editor().text() == "=20,845円×11か月"
    press(Key.Key_Return)

    assert desk.line("a").basis == "20,845円×11か月"
    assert desk.document.undo_label is None


def test_several_statements(desk: Desk) -> None:
    """Alt+Enter begins another line of the calculation; the editor grows downwards, and the lines are added up."""
    desk.open(three())
    desk.go(B)
    type_text("=5千円*3")
    low = editor().height()
    press(Key.Key_Return, modifiers=ALT)
    type_text("2千円*4")
    assert editor().height() > low
    assert editor().hint == "各行の計 ＝ 23千円"
    assert editor().verticalScrollBar().value() == 0
    press(Key.Key_Return)

    assert desk.line("b").basis == "5千円*3\n2千円*4"
    assert desk.shown(B) == "23"
    assert desk.current == C


def test_arrows_travel_where_one_typed_over(desk: Desk) -> None:
    """An arrow enters a calculation that was typed over the cell and travels on, as in Excel."""
    desk.open(three())
    desk.go(B)
    type_text("=5*3")
    press(Key.Key_Down)

    assert desk.current == C
    assert desk.shown(B) == "15"


# --- nothing moves under the hands ---


def test_nothing_moves_while_one_types(desk: Desk) -> None:
    """While a calculation is typed, rows keep their order, and the editor its text, cursor and place."""
    desk.open(three())
    desk.go(A)
    rows = [row.key for row in desk.costs.model_of_costs.rows]
    type_text("=")
    widget = editor()
    typed, top = "=", widget.y()
    for key in "9,999千円*12+3":
        type_text(key)
        typed += key
        QTest.qWait(0)
        assert editor() is widget
        assert (widget.text(), widget.textCursor().position(), widget.y()) == (typed, len(typed), top)
        assert [row.key for row in desk.costs.model_of_costs.rows] == rows


def test_cursor_stays_within_the_calculation(desk: Desk) -> None:
    """A number changed in the midst of a calculation leaves the cursor there."""
    desk.open(worked_out())
    desk.go(A)
    press(Key.Key_F2, Key.Key_Home)
    press(Key.Key_Right, times=3)
    type_text("9")

    assert editor().text() == "=209,845円×11か月"
    assert editor().textCursor().position() == 4
    assert desk.current == A


def test_hint_keeps_within_the_table(desk: Desk) -> None:
    """The words below the editor are in sight, also at the lowest row of a table."""
    desk.open(three())
    desk.go("funding/request/other")
    type_text("=5千円×")
    hint = next(label for label in desk.table.findChildren(QLabel, "cellHint") if label.isVisible())
    viewport = desk.table.viewport().rect()

    assert viewport.contains(hint.geometry())
    assert not hint.geometry().intersects(editor().geometry())


def test_hint_is_in_sight_where_the_page_ends(desk: Desk) -> None:
    """Where the row that is worked in is the last that the page shows, the result of its calculation stands above it."""
    desk.open(three())
    desk.go(B)
    form = desk.view.form
    cell = desk.table.visualRect(desk.index(B))
    below = desk.table.viewport().mapTo(form.viewport(), cell.bottomLeft()).y() + 3 - form.viewport().height()
    form.verticalScrollBar().setValue(form.verticalScrollBar().value() + below)
    type_text("=5*3")
    hint = next(label for label in desk.table.findChildren(QLabel, "cellHint") if label.isVisible())
    assert hint.visibleRegion().boundingRect() == hint.rect()
    assert not hint.geometry().intersects(editor().geometry())


def test_sorted_rows_stay_where_they_are(desk: Desk) -> None:
    """Where the writer has sorted by 要求額, a calculation that makes a line the largest does not move it."""
    desk.open(three())
    desk.costs.choose_view(RowView(order=Order.AMOUNT))
    desk.go(B)
    rows = [row.key for row in desk.costs.model_of_costs.rows]
    type_text("=9,999千円*12")

    assert [row.key for row in desk.costs.model_of_costs.rows] == rows
    assert editor().text() == "=9,999千円*12"
    assert desk.current == B


def test_several_statements_on_the_last_row(desk: Desk) -> None:
    """On a table's last row the editor grows upwards: every line of the calculation is in sight."""
    desk.open(three())
    desk.go("funding/request/other")
    type_text("=5千円*3")
    press(Key.Key_Return, modifiers=ALT)
    type_text("2千円*4")

    assert desk.table.viewport().rect().contains(editor().geometry())


def test_the_row_grows_with_its_remark_while_typing(desk: Desk) -> None:
    """A long calculation is said in the remark of its line as it is typed: the row is as high as it will be, nothing is cut."""
    desk.open(three())
    desk.go(B)
    row = desk.table.currentIndex().row()
    type_text("=120,000*12+35,000*12*2+480,000*3+15,000*24+7,000*12")
    typing = desk.table.rowHeight(row)
    press(Key.Key_Return)
    QApplication.processEvents()
    assert typing >= desk.table.rowHeight(row) > desk.table.verticalHeader().defaultSectionSize()
