"""The finance division's desk: all requests of a register in a table, sums that tie, decisions by keys, and requests shown read-only."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from main import run
from model.register.deciding import Decision, decide
from model.register.opening import Register, new_id
from model.register.views import Group
from tests.ui import hands
from tests.ui.desk import nameless
from tests.ui.hands import CONTROL, Key, focused, press, type_text
from tests.ui.officer.rows import COUNT, choose, one, requests, settled, write
from ui.desk.desk_model import DeskModel
from ui.desk.desk_window import DeskWindow


def test_the_sums_are_those_of_the_register(window: DeskWindow, other: Register) -> None:
    """What stands below the table is what SQL adds up, each kind of amounts by itself."""
    assert len(requests(window)) == COUNT
    asked = one(other, "SELECT SUM(expenditure) FROM versions")
    commitments = one(other, "SELECT SUM(commitment) FROM versions")
    assert f"{COUNT}件" in window.requests.sums.text()
    assert f"要求額 {asked:,}" in window.requests.sums.text()
    assert f"債務負担行為（千円） {commitments:,}" in window.requests.sums.text()
    national = one(
        other,
        "SELECT SUM(f.amount) FROM figures f JOIN versions v ON v.id = f.version"
        " WHERE f.source = 'national' AND f.row = 'request' AND v.expenditure IS NOT NULL",
    )
    assert f"国庫支出金 {national:,}" in window.requests.sums.text()


def test_groups_add_up_to_the_whole(window: DeskWindow, other: Register) -> None:
    """Whatever the grouping, each request stands in one group, and the groups' sums are the whole's."""
    asked = one(other, "SELECT SUM(expenditure) FROM versions")
    for number in range(1, window.requests.grouping.count()):
        window.requests.grouping.setCurrentIndex(number)
        groups = [entry for entry in window.requests.model.entries if isinstance(entry, Group)]
        assert len(requests(window)) == COUNT
        assert sum(group.sums.expenditure for group in groups) == asked
        assert sum(group.sums.requests for group in groups) == COUNT
    window.requests.grouping.setCurrentText("部局")
    window.requests.table.setCurrentIndex(window.requests.model.index(0, 3))
    assert window.requests.table.current is None, "the head of a group is no request"


def test_words_and_states_choose_rows(window: DeskWindow) -> None:
    """The search takes words in any width; the sums follow what is shown."""
    press(Key.Key_F, modifiers=CONTROL)
    type_text("００００７")
    assert [row.name for row in requests(window)] == [
        name for name in (row.name for row in window.requests.shown()) if "00007" in name
    ]
    assert window.requests.sums.text().startswith("1件")
    window.requests.search.clear()
    window.requests.state.setCurrentText("決定のないもの")
    assert all(not row.decision for row in requests(window))


def test_from_the_search_to_the_rows(window: DeskWindow) -> None:
    """What is not in the table is not shown beside it; Enter and ↓ in the search go to the first row, Esc shows all again."""
    choose(window, next(n for n, row in enumerate(requests(window)) if "00007" not in row.name))
    press(Key.Key_F, modifiers=CONTROL)
    type_text("00007")
    assert not window.tabs.decision.write.isVisible()
    press(Key.Key_Return)
    assert focused() is window.requests.table
    assert window.requests.table.current == requests(window)[0]
    assert window.requests.table.selected == [requests(window)[0]]
    press(Key.Key_F, modifiers=CONTROL)
    type_text("00012")
    assert "00012" in window.requests.search.text()
    assert "00007" not in window.requests.search.text()
    press(Key.Key_Escape)
    assert focused() is window.requests.table
    assert len(requests(window)) == COUNT


def test_a_stage_is_not_closed_by_a_second_thought(window: DeskWindow) -> None:
    """The sentence that a stage is closed when that is chosen again holds until something else is said or looked at."""
    choose(window, 0)
    window.requests.table.setFocus()
    for view in (Key.Key_2, Key.Key_1):
        hands.choose(Key.Key_T, "段階を締め切る")
        assert "もう一度選ぶと締め切ります" in window.statusBar().currentMessage()
        press(view, modifiers=CONTROL)
        assert window.statusBar().currentMessage() == ""
    assert window.outgoing.work is None


def test_a_decision_is_made_by_keys(window: DeskWindow, other: Register) -> None:
    """F2, the result, the amounts, Ctrl+Enter: it stands in the register with who made it, and the next undecided one is chosen."""
    row = choose(window, 0)
    press(Key.Key_F2)
    press(Key.Key_Down)
    window.tabs.decision.grant_all()
    window.tabs.decision.comment.setFocus()
    type_text("要求どおり計上します。")
    press(Key.Key_Return, modifiers=CONTROL)
    settled(window)

    found = next(each for each in requests(window) if each.request == row.request)
    assert (found.result, found.assessed, found.decided_by) == ("計上", row.amount, "担当")
    assert found.comment == "要求どおり計上します。"
    assert f"決定{1}" in _acts(other, row.request)
    chosen = window.requests.table.current
    assert chosen is not None
    assert chosen.request != row.request
    assert not chosen.decision


def test_tab_goes_from_the_result_to_the_amounts(window: DeskWindow) -> None:
    """The words that are published come last: what is typed as an amount never lands in them."""
    choose(window, 2)
    QApplication.processEvents()
    press(Key.Key_F2)
    fields = []
    for _ in range(3):
        press(Key.Key_Tab)
        fields.append(focused().accessibleName())
    assert fields == ["計上 合計（千円）", "保留 合計（千円）", "別途 合計（千円）"]


def test_what_is_no_decision_is_said_and_not_written(window: DeskWindow, other: Register) -> None:
    """No amount at all, text that is no amount, and a part without its sources: one sentence each, and nothing in the register."""
    before = one(other, "SELECT COUNT(*) FROM decisions")
    number = next(
        number
        for number, row in enumerate(requests(window))
        if not row.decision and row.kind == "expenditure" and _has_funds(window, number)
    )
    choose(window, number)
    window.tabs.decision.decide()
    assert "額を入れてください" in window.statusBar().currentMessage()
    whole = window.tabs.decision.cell("assessed", "")
    whole.setText("約3百")
    window.tabs.decision.decide()
    assert "「約3百」は額として読めません" in window.statusBar().currentMessage()
    whole.setText("1")
    window.tabs.decision.decide()
    assert "結果が空欄です" in window.statusBar().currentMessage()
    window.tabs.decision.result.setCurrentText("一部計上")
    window.tabs.decision.decide()
    assert "財源別の内訳が要ります" in window.statusBar().currentMessage()
    assert one(other, "SELECT COUNT(*) FROM decisions") == before


def test_a_result_without_money_is_zero_and_takes_no_amount(window: DeskWindow, other: Register) -> None:
    """「ゼロ」 alone decides 0; with an amount, or more than was asked, it is refused with both figures."""
    number = next(
        number
        for number, row in enumerate(requests(window))
        if not row.decision and row.kind == "expenditure" and (row.amount or 0) > 1
    )
    row = choose(window, number)
    window.tabs.decision.result.setCurrentText("ゼロ")
    write(window.tabs.decision.cell("assessed", ""), "1")
    window.tabs.decision.decide()
    assert "ゼロ" in window.statusBar().currentMessage()
    write(window.tabs.decision.cell("assessed", ""), str((row.amount or 0) + 1))
    window.tabs.decision.result.setCurrentText("計上")
    window.tabs.decision.decide()
    assert f"{row.amount:,}" in window.statusBar().currentMessage()
    window.tabs.decision.result.setCurrentText("ゼロ")
    window.tabs.decision.cell("assessed", "").clear()
    window.tabs.decision.decide()
    settled(window)
    assert next(each for each in requests(window) if each.request == row.request).assessed == 0


def test_nobodys_decision_is_lost(window: DeskWindow, other: Register) -> None:
    """Where another officer decided since the row was read, the decision is refused, and the row shows what was decided."""
    number = next(number for number, row in enumerate(requests(window)) if not row.decision)
    row = choose(window, number)
    window.tabs.decision.grant_all()
    decide(
        other,
        [
            Decision(
                id=new_id(), request=row.request, stage=row.stage, version=row.version, revision=row.revision,
                result="ゼロ", assessed=0, comment="見送ります。",
            )
        ],
    )  # fmt: skip
    window.tabs.decision.decide()
    settled(window)
    assert "ほかの人が決定しました" in window.statusBar().currentMessage()
    found = next(each for each in requests(window) if each.request == row.request)
    assert (found.assessed, found.decided_by) == (0, "ほかの担当")


def test_a_request_is_shown_and_cannot_be_changed(window: DeskWindow) -> None:
    """Enter opens it in the writer's window; keys change nothing there."""
    row = choose(window, 1)
    window.requests.table.setFocus()
    press(Key.Key_Return)
    (opened,) = window.opened.windows
    assert opened.document is not None
    assert opened.document.is_locked
    assert opened.document.request.header.name == row.name
    opened.close()


def test_scrolling_paints_what_is_in_sight_alone(
    qapp: QApplication, window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With thousands of rows a whole paint looks at each cell in sight once, and at no others."""
    painted: list[tuple[int, int]] = []
    words_at = DeskModel.words_at

    def counted(model: DeskModel, row: int, column: int) -> str:
        painted.append((row, column))
        return words_at(model, row, column)

    monkeypatch.setattr(DeskModel, "words_at", counted)
    table, model = window.requests.table, window.requests.model
    model.show(model.columns, list(requests(window) * 100))
    QApplication.processEvents()
    in_sight = table.viewport().height() // table.verticalHeader().defaultSectionSize() + 2
    painted.clear()
    table.verticalScrollBar().setValue(50_000)
    painted.clear()
    table.viewport().repaint()
    assert 0 < len(painted) <= in_sight * len(model.columns)
    assert len(set(painted)) == len(painted)


def test_a_screen_reader_finds_names(window: DeskWindow) -> None:
    """Each field, list and button of the desk has a name."""
    choose(window, 0)
    QApplication.processEvents()
    assert nameless(window) == []


def test_without_a_register_there_is_no_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A register that is not there is not made by looking at it."""
    assert run(["desk", str(tmp_path / "none.db")]) == 2
    assert "none.db" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def _acts(register: Register, request: str) -> str:
    with register.reading() as connection:
        found = connection.execute(
            text("SELECT words FROM acts WHERE request = :request"), {"request": request}
        )
        return " ".join(found.scalars())


def _has_funds(window: DeskWindow, number: int) -> bool:
    """Whether specific funds are asked for a request."""
    choose(window, number)
    return window.tabs.decision.sources != []
