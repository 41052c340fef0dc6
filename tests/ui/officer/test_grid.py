"""Deciding many requests in the desk's table: typed, pasted from Excel, by lines; nothing is decided that the officer did not see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from model.register.deciding import Decision, decide, history
from model.register.opening import Register, new_id
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text
from tests.ui.officer.rows import choose, one, requests, settled, until, where, write
from ui.desk.desk_window import DeskWindow

GRID = Key.Key_2


def to_grid(window: DeskWindow, number: int, key: str = "assessed_") -> None:
    """Show the grid of 査定 and go to a cell of it."""
    press(GRID, modifiers=CONTROL)
    window.requests.table.go_to(number, key)


def enter() -> None:
    """Enter, which Qt takes in an editor a moment later."""
    press(Key.Key_Return)
    QApplication.processEvents()


def test_amounts_are_typed_from_row_to_row(window: DeskWindow, other: Register) -> None:
    """Digits begin the amount, Enter goes on below, as in Excel; nothing is in the register before it is decided."""
    first = where(window)
    before = one(other, "SELECT COUNT(*) FROM decisions")
    to_grid(window, first)
    for amount in ("10", "20"):
        type_text(amount)
        enter()
    row, below = requests(window)[first : first + 2]
    assert [window.data.filled(each).wholes["assessed"] for each in (row, below)] == [10, 20]
    assert window.data.state(row) == "入力中"
    assert window.data.rest(row) == (row.amount or 0) - 10
    assert one(other, "SELECT COUNT(*) FROM decisions") == before
    assert "2件" in window.requests.decide_all.text()


def test_text_that_is_no_amount_stays_in_the_editor(window: DeskWindow) -> None:
    """The editor stays open with what was typed, so that it can be mended and is not lost."""
    number = where(window)
    to_grid(window, number)
    type_text("1x")
    enter()
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor.property("text") == "1x"
    press(Key.Key_Backspace)
    enter()
    assert window.data.filled(requests(window)[number]).wholes["assessed"] == 1


def test_what_is_not_taken_is_said_at_enter(window: DeskWindow) -> None:
    """Enter behind text that is no amount says so, and the sentence goes with the next amount that is taken."""
    to_grid(window, where(window))
    type_text("1x")
    enter()
    assert "「1x」" in window.statusBar().currentMessage()
    press(Key.Key_Backspace)
    enter()
    assert window.statusBar().currentMessage() == ""


def test_a_result_is_typed(window: DeskWindow) -> None:
    """A result is typed or composed as an amount is; one that the Standard has not is not taken, and it is said which there are."""
    number = where(window)
    to_grid(window, number, "result")
    type_text("計上")
    enter()
    row = requests(window)[number]
    assert window.data.filled(row).result == "計上"
    assert window.requests.table.currentIndex().row() == number + 1
    to_grid(window, number, "result")
    type_text("計上済")
    enter()
    assert window.data.filled(row).result == "計上"
    assert "「計上済」はありません。計上・一部計上" in window.statusBar().currentMessage()


def test_the_next_row_is_chosen_alone(window: DeskWindow) -> None:
    """After Ctrl+Enter the next undecided request is the only one that is selected: Ctrl is still held."""
    number = where(window)
    row = choose(window, number)
    to_grid(window, number, "result")
    window.tabs.decision.grant_all()
    press(Key.Key_Return, modifiers=CONTROL)
    settled(window)
    assert next(each for each in requests(window) if each.request == row.request).decision
    assert len(window.requests.table.selected) == 1
    assert window.requests.table.selected == [window.requests.table.current]


def test_what_others_do_takes_nothing_out_of_an_open_editor(window: DeskWindow, other: Register) -> None:
    """Somebody decides while an amount is half typed: it is shown when the editor is closed, and what is typed is not lost."""
    number = where(window)
    theirs = next(row for row in requests(window)[number + 1 :] if not row.decision)
    to_grid(window, number)
    type_text("12")
    decide(
        other,
        [
            Decision(
                id=new_id(), request=theirs.request, stage=theirs.stage, version=theirs.version,
                revision=theirs.revision, result="ゼロ", assessed=0, comment="見送り",
            )
        ],
    )  # fmt: skip
    window.read()
    settled(window)
    type_text("3")
    enter()
    assert window.data.filled(requests(window)[number]).wholes["assessed"] == 123
    window.read()
    settled(window)
    assert next(row for row in requests(window) if row.request == theirs.request).comment == "見送り"


def test_an_editor_that_is_left_says_what_it_did_not_take(window: DeskWindow) -> None:
    """Text that is no amount is not taken when another cell is clicked, and it is said which."""
    to_grid(window, where(window))
    type_text("7q")
    window.requests.search.setFocus()
    assert "「7q」" in window.statusBar().currentMessage()


def test_japanese_is_composed_in_a_cell(window: DeskWindow) -> None:
    """The first key of an input method opens the editor of 財政課処理欄, and nothing of what is composed is lost."""
    number = where(window)
    to_grid(window, number, "comment")
    type_text("単価を精査しました。")
    enter()
    assert window.data.filled(requests(window)[number]).comment == "単価を精査しました。"


def test_what_is_filled_in_stays_while_others_are_looked_at(window: DeskWindow) -> None:
    """An officer who goes to another request and comes back finds what was filled in, beside the table as in it."""
    number = where(window)
    row = choose(window, number)
    write(window.tabs.decision.cell("assessed", ""), "77")
    choose(window, number + 1)
    choose(window, number)
    assert window.tabs.decision.cell("assessed", "").text() == "77"
    to_grid(window, number)
    assert window.requests.table.currentIndex().data(Qt.ItemDataRole.EditRole) == "77"
    window.tabs.decision.drop.click()
    assert window.data.pending_of(row) is None


def test_rows_are_pasted_from_excel_and_decided_at_once(window: DeskWindow, other: Register) -> None:
    """Copied with their keys, filled in elsewhere, pasted in another order: each decision is on its own request, all in one step."""
    first = where(window)
    to_grid(window, first)
    window.requests.copy.click()
    head, *lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert len(lines) == len(requests(window))
    wanted = [row for row in requests(window)[first:] if not row.decision and row.kind == "expenditure"][:6]
    keys = {row.version: number for number, row in enumerate(wanted)}
    block = [head]
    for line in reversed(lines):
        version = line[-1].split(" ")[1]
        if version in keys:
            line[head.index("結果")] = "ゼロ"
            line[head.index("財政課処理欄")] = f"理由{keys[version]}"
            block.append(line)
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in block))
    press(Key.Key_V, modifiers=CONTROL)
    assert len(window.data.pending) == len(wanted)
    press(Key.Key_Return, modifiers=CONTROL | SHIFT)
    settled(window)
    assert window.data.pending == {}
    with other.reading() as connection:
        for number, row in enumerate(wanted):
            last = history(connection, row.request)[-1].decision
            assert (last.version, last.assessed, last.comment) == (row.version, 0, f"理由{number}")


def test_one_refused_row_keeps_no_other_from_being_decided(window: DeskWindow, other: Register) -> None:
    """Where somebody decided meanwhile, and where an amount is too large, the row stays with its reason; the rest is written."""
    first = where(window)
    chosen = [row for row in requests(window)[first:] if not row.decision and row.kind == "expenditure"][:3]
    theirs, large, good = chosen
    for row, amount in ((theirs, 0), (large, (large.amount or 0) + 1), (good, good.amount or 0)):
        to_grid(window, requests(window).index(row), "result")
        press(Key.Key_F2)
        press(Key.Key_Down)
        enter()
        to_grid(window, requests(window).index(row))
        type_text(str(amount))
        enter()
        assert window.data.filled(row).result == "計上"
    decide(
        other,
        [
            Decision(
                id=new_id(), request=theirs.request, stage=theirs.stage, version=theirs.version,
                revision=theirs.revision, result="ゼロ", assessed=0, comment="見送り",
            )
        ],
    )  # fmt: skip
    window.requests.decide_all.click()
    settled(window)
    now = {row.request: row for row in requests(window)}
    assert now[good.request].assessed == good.amount
    assert now[theirs.request].comment == "見送り"
    assert now[large.request].assessed is None
    reasons = [window.requests.refusals.item(number).text() for number in range(2)]
    assert "ほかの人が決定しました" in reasons[0]
    assert "超えています" in reasons[1]
    assert window.data.state(now[large.request]) == "受け付けず"
    window.requests.refusals.setCurrentRow(1)
    window.requests.refusals.itemActivated.emit(window.requests.refusals.currentItem())
    current = window.requests.table.current
    assert current is not None
    assert current.request == large.request


def test_a_cut_is_tied_to_a_line_and_a_sentence(window: DeskWindow, other: Register) -> None:
    """What a line loses is taken off what is unexplained; without a sentence the cut is refused; both come into the register."""
    number = where(window)
    row = choose(window, number)
    assert window.tabs.decision.lines.rowCount() == 0, "the lines are read a moment later"
    until(window.tabs.decision.lines.rowCount)
    lines = window.tabs.decision.lines
    asked = int(lines.item(0, 1).text().replace(",", ""))
    lines.item(0, 2).setText(str(asked - 7))
    window.tabs.decision.result.setCurrentText("一部計上")
    write(window.tabs.decision.cell("assessed", ""), str((row.amount or 0) - 9))
    for source in window.tabs.decision.sources:
        write(window.tabs.decision.cell("assessed", source), "0")
    assert "2千円" in window.tabs.decision.rest.text(), "9 are cut, and 7 of them are explained"
    window.tabs.decision.decide()
    settled(window)
    assert "理由" in window.statusBar().currentMessage()
    lines.item(0, 3).setText("単価を精査")
    window.tabs.decision.decide()
    settled(window)
    with other.reading() as connection:
        found = connection.execute(
            text(
                "SELECT c.amount, c.reason FROM cuts c JOIN decisions d ON d.id = c.decision WHERE d.request = :request"
            ),
            {"request": row.request},
        )
        assert [tuple(cut) for cut in found] == [(7, "単価を精査")]


def test_closing_warns_of_what_is_not_decided(window: DeskWindow) -> None:
    """The first time the window stays and says how much would be lost."""
    choose(window, where(window))
    write(window.tabs.decision.cell("held", ""), "3")
    window.close()
    assert window.isVisible()
    assert "1件" in window.statusBar().currentMessage()


def test_closing_warns_again_of_what_was_pasted_since(window: DeskWindow) -> None:
    """Rows that are pasted after the warning are not lost by the next close either."""
    first = where(window)
    choose(window, first)
    write(window.tabs.decision.cell("held", ""), "3")
    window.close()
    to_grid(window, first)
    window.requests.copy.click()
    head, *lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    lines[first + 1][head.index("財政課処理欄")] = "精査"
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in (head, lines[first + 1])))
    press(Key.Key_V, modifiers=CONTROL)
    assert len(window.data.pending) == 2
    window.close()
    assert window.isVisible()
    assert "2件" in window.statusBar().currentMessage()
