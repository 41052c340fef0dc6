"""The list of findings: filters, 直す and 了解 by mouse and by keys, and that the choice stays with its finding."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from model.checks import SEVERITY_LABELS, Finding
from model.document import storage
from tests.samples import sample, set_values
from tests.ui.desk import Desk, sections
from tests.ui.hands import CONTROL, Key, commit, compose, focused, press, type_text
from ui.findings.findings_filter import FindingsFilter
from ui.findings.findings_list import FindingsList
from ui.findings.findings_pane import FindingsPane

SLIPS = (
    ("header/fiscal_year", "平成三一年度"),
    ("request/amount", 5),
    ("line/line-1-2/amount", "約3百"),
    ("cost/request/labour", 5),
    ("commitment/commitment-1/period", "H32〜H36"),
)


@pytest.fixture
def pane(desk: Desk) -> Iterator[FindingsPane]:
    """The list beside the real sheet with slips: 誤り and 注意."""
    desk.open(set_values(sample(), SLIPS))
    desk.go("header/name")
    return desk.view.findings


def listed(pane: FindingsPane) -> list[str]:
    """The rows in words."""
    return [pane.list.item(at).text() for at in range(pane.list.count())]


def at_place(desk: Desk, place: str) -> Finding:
    """The open finding of a place."""
    return next(finding for finding in desk.snapshot.findings.all if finding.place == place)


def select(pane: FindingsPane, place: str) -> None:
    """Choose the finding of a place in the list, without going there."""
    rows = [
        pane.list.item(at).data(Qt.ItemDataRole.UserRole).finding.place for at in range(pane.list.count())
    ]
    pane.list.setCurrentRow(rows.index(place))


def test_rows_name_severity_sentence_and_section(pane: FindingsPane, desk: Desk) -> None:
    """A row says how grave it is, what is wrong, and in which section of the form."""
    row = next(each for each in listed(pane) if "約3百" in each)

    assert row.startswith("【誤り】「集約センター経費」の金額「約3百」")
    assert row.endswith("\n所要経費")


def test_buttons_count_and_filter(pane: FindingsPane, desk: Desk) -> None:
    """Each severity has a button with its number; pressed off, its rows are hidden and the title says how many."""
    errors = len(desk.snapshot.findings.errors)
    others = len(desk.snapshot.findings.all) - errors
    assert errors
    assert others
    assert pane.filter.buttons["error"].text() == f"●誤り {errors}"
    QTest.mouseClick(pane.filter.buttons["error"], Qt.MouseButton.LeftButton)
    assert len(listed(pane)) == others
    assert not any("【誤り】" in row for row in listed(pane))
    assert f"{errors}件を隠しています" in pane.title.text()
    QTest.mouseClick(pane.filter.buttons["error"], Qt.MouseButton.LeftButton)

    assert len(listed(pane)) == errors + others
    assert pane.title.text() == f"指摘 {errors + others}件"


@pytest.mark.parametrize("width", [400, 140])
def test_buttons_show_their_whole_words(desk: Desk, width: int) -> None:
    """The severities stand beside each other; where there is no room for that, on two rows, and none is cut."""
    found = FindingsFilter(desk.view)
    found.resize(width, 120)
    found.show()
    QApplication.processEvents()  # the layout is done when the loop comes to it
    first, *_, last = (found.buttons[severity] for severity in SEVERITY_LABELS)

    assert (last.y() > first.y()) == (width == 140)
    buttons = found.buttons.values()
    assert [button.text() for button in buttons if button.width() < button.sizeHint().width()] == []
    found.deleteLater()


def test_one_section(pane: FindingsPane, desk: Desk) -> None:
    """The list of sections is that of the form, in its order; one of them shows its findings alone; arrows choose it."""
    titles = [title for title, _ in sections(desk.view.form)]
    choice = pane.filter.section
    assert [choice.itemText(at) for at in range(choice.count())] == ["すべての項目", *titles]
    choice.setFocus()
    press(Key.Key_Down, times=titles.index("トータルコスト") + 1)

    assert [row.split("\n")[1] for row in listed(pane)] == ["トータルコスト"]


def test_f8_stays_within_the_filter(pane: FindingsPane, desk: Desk) -> None:
    """F8 goes through what the list shows; where it shows nothing it says so."""
    pane.filter.buttons["error"].click()
    press(Key.Key_F8)
    assert desk.snapshot.findings.all[pane.list.currentRow()] is not None
    assert pane.list.current_finding() is not None
    assert pane.list.current_finding().severity == "warning"  # type: ignore[union-attr]
    pane.filter.buttons["warning"].click()
    press(Key.Key_F8)

    assert "指摘はありません" in desk.message


def test_the_choice_stays_with_its_finding(pane: FindingsPane, desk: Desk) -> None:
    """A finding above the chosen one is mended, another figure enters its sentence: the choice is still the same."""
    select(pane, "line/line-1-2/amount")
    row = pane.list.currentRow()
    desk.go("header/fiscal_year")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("H31")
    desk.pause()
    assert pane.list.currentRow() < row
    desk.go("line/line-1-2/amount")
    type_text("約4百")
    desk.pause()

    finding = pane.list.current_finding()
    assert finding is not None
    assert (finding.place, "約4百" in finding.message) == ("line/line-1-2/amount", True)


def test_repair_where_the_focus_is(pane: FindingsPane, desk: Desk) -> None:
    """Ctrl+. mends what is found where the focus is, as one step; where nothing can be mended it says so."""
    desk.go("cost/request/labour")
    press(Key.Key_Period, modifiers=CONTROL)
    assert desk.document.undo_label == "計算値に戻す"
    assert "cost/request/labour" not in [finding.place for finding in desk.snapshot.findings.all]
    desk.go("line/line-1-2/amount")
    press(Key.Key_Period, modifiers=CONTROL)

    assert "直せる指摘がありません" in desk.message
    desk.undo()
    assert at_place(desk, "cost/request/labour")


def test_acts_by_key_are_about_the_chosen_one_of_a_place(desk: Desk) -> None:
    """F8 leads to one of two findings of a text: Ctrl+. mends that one, and Ctrl+, asks about it."""
    section = desk.request.sections[0]
    desk.open(set_values(sample(), ((f"section/{section.id}/text", "増減　△1、▲2\nﾊﾞｽの運行"),)))
    pane = desk.view.findings
    press(Key.Key_F8)
    while "ﾊﾞｽ" not in pane.list.item(pane.list.currentRow()).text():
        press(Key.Key_F8)
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("1")
    press(Key.Key_Return)
    assert ["ﾊﾞｽ" in finding.message for finding in desk.snapshot.findings.acknowledged] == [True]
    desk.undo()
    press(Key.Key_F8)
    while "ﾊﾞｽ" not in pane.list.item(pane.list.currentRow()).text():
        press(Key.Key_F8)
    press(Key.Key_Period, modifiers=CONTROL)

    assert desk.request.sections[0].text == "増減　△1、▲2\nバスの運行"


def test_the_key_is_about_the_sentence_in_sight(desk: Desk) -> None:
    """Of several findings of a text the gravest is told below it: Ctrl+, asks for the reason of that one."""
    place = f"section/{sample().sections[0].id}/text"
    desk.open(set_values(sample(), ((place, "増減　△1、▲2\n090-1234-5678"),)))
    desk.go(place)
    assert "携帯電話" in desk.sentence(place)
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("1")
    press(Key.Key_Return)

    assert ["携帯電話" in finding.message for finding in desk.snapshot.findings.acknowledged] == [True]


def test_the_key_takes_an_acknowledgement_back(pane: FindingsPane, desk: Desk) -> None:
    """Ctrl+, on a row that is acknowledged does what the button there says; F6 shows which row that is."""
    select(pane, "line/line-1-2/amount")
    pane.list.setFocus()
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("1")
    press(Key.Key_Return)
    QTest.mouseClick(pane.filter.buttons["acknowledged"], Qt.MouseButton.LeftButton)
    select(pane, "line/line-1-2/amount")
    pane.list.setFocus()
    assert pane.finding_actions.acknowledge.text() == "了解を取り消す"
    press(Key.Key_Comma, modifiers=CONTROL)

    assert not desk.snapshot.findings.acknowledged
    assert at_place(desk, "line/line-1-2/amount")


def test_the_list_shows_which_row_is_chosen(pane: FindingsPane) -> None:
    """F6 goes to the list: the row that the buttons are about is painted as chosen."""
    assert pane.list.selectedIndexes() == []
    press(Key.Key_F6)

    assert (
        [selectedindexe.row() for selectedindexe in pane.list.selectedIndexes()]
        == [pane.list.currentRow()]
        == [0]
    )


def test_acknowledge_by_keys(pane: FindingsPane, desk: Desk) -> None:
    """Ctrl+, asks for the reason in a line of the pane; Enter keeps it, the finding is silent, the focus is back."""
    desk.go("line/line-1-2/amount")
    count = len(desk.snapshot.findings.all)
    press(Key.Key_Comma, modifiers=CONTROL)
    assert focused() is pane.finding_actions.reason
    compose("ちょうせい")
    press(Key.Key_Return)
    assert pane.finding_actions.reason.isVisible(), "the Enter was the input method's"
    commit("調整中")
    press(Key.Key_Return)

    assert focused() is desk.costs
    assert len(desk.snapshot.findings.all) == count - 1
    assert [finding.acknowledged for finding in desk.snapshot.findings.acknowledged] == ["調整中"]
    assert desk.document.undo_label == "指摘の了解"
    assert desk.cell_style("line/line-1-2/amount").severity is None
    assert storage.loads(storage.dumps(desk.request), "x").answers == desk.request.answers


def test_a_reason_is_needed(pane: FindingsPane, desk: Desk) -> None:
    """Enter without a reason keeps asking; Esc leaves all as it was and the focus where it came from."""
    desk.go("request/amount")
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("  ")
    press(Key.Key_Return)
    assert pane.finding_actions.reason.isVisible()
    assert "理由" in pane.finding_actions.reason.placeholderText()
    press(Key.Key_Escape)

    assert not pane.finding_actions.reason.isVisible()
    assert focused() is desk.field("request/amount").editor
    assert desk.request.answers == ()


def test_walking_on_after_a_repair_leaves_none_out(pane: FindingsPane, desk: Desk) -> None:
    """F8, 直す, F8: the finding that takes the place of the repaired one is the next, not the one behind it."""
    rows = [pane.list.item(at).data(Qt.ItemDataRole.UserRole).finding for at in range(pane.list.count())]
    at = next(at for at, row in enumerate(rows) if row.fix is not None and at + 2 < len(rows))
    for _ in range(at + 1):
        press(Key.Key_F8)
    press(Key.Key_Period, modifiers=CONTROL)
    assert (rows[at].rule, rows[at].place) not in {
        (finding.rule, finding.place) for finding in desk.snapshot.findings.all
    }
    press(Key.Key_F8)
    chosen = pane.list.current_finding()
    assert chosen is not None
    assert (chosen.rule, chosen.place) == (rows[at + 1].rule, rows[at + 1].place)
    press(Key.Key_F8)
    chosen = pane.list.current_finding()
    assert chosen is not None
    assert (chosen.rule, chosen.place) == (rows[at + 2].rule, rows[at + 2].place)


def test_the_reason_given_before_stands_ready(pane: FindingsPane, desk: Desk) -> None:
    """Another figure opens the finding again; the reason of before is offered, so that Enter keeps it for the new one."""
    desk.go("request/amount")
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("ok")
    press(Key.Key_Return)
    press(Key.Key_A, modifiers=CONTROL)
    type_text("6")
    press(Key.Key_Comma, modifiers=CONTROL)
    assert pane.finding_actions.reason.text() == pane.finding_actions.reason.selectedText() == "ok"
    press(Key.Key_Return)

    assert "request/amount" not in {finding.place for finding in desk.snapshot.findings.all}
    assert [answer.text for answer in desk.request.answers] == ["ok", "ok"]


def test_acknowledged_for_that_value_only(pane: FindingsPane, desk: Desk) -> None:
    """Another figure at the place is open again; the old one back, it is silent again."""
    desk.go("request/amount")
    press(Key.Key_Comma, modifiers=CONTROL)
    type_text("ok")
    press(Key.Key_Return)
    press(Key.Key_A, modifiers=CONTROL)
    type_text("56")
    assert at_place(desk, "request/amount")
    press(Key.Key_Backspace)

    assert "request/amount" not in [finding.place for finding in desk.snapshot.findings.all]


def test_acknowledged_rows_and_the_way_back(pane: FindingsPane, desk: Desk) -> None:
    """了解済み lists what was acknowledged with its reason; the button takes it back as one step of undo."""
    select(pane, "request/amount")
    QTest.mouseClick(pane.finding_actions.acknowledge, Qt.MouseButton.LeftButton)
    type_text("ok")
    press(Key.Key_Return)
    assert pane.filter.buttons["acknowledged"].text() == "了解済み 1"
    assert not any("ok" in row for row in listed(pane))
    pane.filter.buttons["acknowledged"].click()
    assert listed(pane)[-1].endswith("了解: ok")
    pane.list.setCurrentRow(pane.list.count() - 1)
    assert pane.finding_actions.acknowledge.text() == "了解を取り消す"
    QTest.mouseClick(pane.finding_actions.acknowledge, Qt.MouseButton.LeftButton)

    assert desk.request.answers == ()
    assert desk.document.undo_label == "了解の取消し"
    assert at_place(desk, "request/amount")


def test_the_menu_has_the_acts(desk: Desk) -> None:
    """The acts stand in the menu ［指摘］ with their keys."""
    menu = next(entry.menu() for entry in desk.window.menuBar().actions() if entry.text().startswith("指摘"))
    assert isinstance(menu, QMenu)
    keys = {action.text(): action.shortcut().toString() for action in menu.actions()}

    assert keys["直す"] == "Ctrl+."
    assert keys["理由を付けて了解する…"] == "Ctrl+,"


def test_a_long_label_does_not_widen_the_pane(desk: Desk) -> None:
    """The label of a long repair stands in several lines, none of it cut, and 了解 below it."""
    desk.open(set_values(sample(), [("request/amount", 5)]))
    pane = desk.view.findings
    select(pane, "request/amount")
    finding = pane.list.current_finding()
    assert finding is not None
    assert finding.fix is not None
    QApplication.processEvents()
    width = pane.minimumSizeHint().width()
    long = replace(
        finding, fix=replace(finding.fix, label="とても長い名前の直しかたを書いたボタンの文字" * 2)
    )
    assert long.fix is not None
    pane.finding_actions.offer(long)
    pane.list.fit_rows()
    QApplication.processEvents()

    assert pane.minimumSizeHint().width() == width
    assert pane.finding_actions.fix.text().replace("\n", "") == long.fix.label
    assert pane.finding_actions.fix.width() <= pane.list.viewport().width()
    assert (
        pane.finding_actions.fix.height()
        > pane.finding_actions.fix.fontMetrics().lineSpacing() * pane.finding_actions.fix.text().count("\n")
    )
    assert pane.finding_actions.acknowledge.y() >= pane.finding_actions.fix.geometry().bottom()
    assert isinstance(pane.list, FindingsList)


def test_the_buttons_stand_at_the_chosen_finding(desk: Desk) -> None:
    """直す and 了解 stand at the foot of the finding that is chosen, and go with it when the list is scrolled."""
    desk.open(set_values(sample(), [("request/amount", 5)]))
    pane = desk.view.findings
    select(pane, "request/amount")
    for step in (0, 1):
        pane.list.setCurrentRow(pane.list.currentRow() + step)
        QApplication.processEvents()
        row, actions = pane.list.visualItemRect(pane.list.currentItem()), pane.finding_actions.geometry()
        assert row.contains(actions)
        assert row.bottom() - actions.bottom() < 10
    bar = pane.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert pane.list.visualItemRect(pane.list.currentItem()).contains(pane.finding_actions.geometry())
    pane.list.setFocus()
    press(Key.Key_Tab)
    assert focused() in (pane.finding_actions.fix, pane.finding_actions.acknowledge)


def test_f8_brings_the_list_to_the_front(desk: Desk) -> None:
    """Who walks through the findings sees the list with its buttons, whichever list stood there before."""
    desk.open(set_values(sample(), [("request/amount", 5)]))
    side = desk.view.side
    side.bring_to_front(side.questions)
    press(Key.Key_F8)
    assert desk.view.findings.isVisible()
    assert desk.view.findings.finding_actions.isVisible()
