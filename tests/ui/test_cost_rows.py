"""Acts on rows of the cost table: insert, delete, move, indent, headings, tables, declared 合計; each undone and redone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt

from model.figures.figures import GroupTotals
from model.request.place import Place
from model.request.request import Line
from tests.samples import big, sample, with_lines
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, press, type_text
from ui.costs import cost_rows
from ui.widgets.cell_style import CellState


def text(line_id: str) -> Place:
    """The first cell of a line."""
    return f"line/{line_id}/text"


def ids(desk: Desk, group: int = 0) -> list[str]:
    """The ids of a table's lines at the top level."""
    return [line.id for line in desk.request.groups[group].lines]


@pytest.mark.parametrize(
    ("key", "modifiers", "at"),
    [
        (Key.Key_Plus, CONTROL, 1),
        (Key.Key_Plus, CONTROL | SHIFT, 1),
        (Key.Key_Return, CONTROL | SHIFT, 2),
    ],
)
def test_insert_a_line(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, at: int) -> None:
    """Ctrl++ inserts above, Ctrl+Shift+Enter below; the new line's first cell is ready to be typed in."""
    desk.go("line/line-1-2/amount")
    press(key, modifiers=modifiers)
    new = desk.request.groups[0].lines[at]
    assert desk.current == text(new.id)
    type_text("new")
    press(Key.Key_Return)

    assert ids(desk) == [
        *[f"line-1-{n}" for n in range(1, at + 1)],
        new.id,
        *[f"line-1-{n}" for n in range(at + 1, 6)],
    ]
    desk.undo()
    desk.undo()
    assert len(ids(desk)) == 5
    assert desk.current is not None


def test_insert_from_the_open_cell(desk: Desk) -> None:
    """Ctrl+Shift+Enter in an open cell keeps what was typed and inserts below it."""
    desk.go("line/line-1-2/text")
    type_text("abc")
    press(Key.Key_Return, modifiers=CONTROL | SHIFT)

    assert desk.line("line-1-2").text == "abc"
    assert len(ids(desk)) == 6
    assert not desk.is_editing()


def test_insert_on_a_title_adds_to_its_table(desk: Desk) -> None:
    """On a title, the offered row or 合計, an inserted line goes to the end of that table."""
    for place in ("group/group-5/title", "group/group-5/amount"):
        desk.go(place)
        press(Key.Key_Return, modifiers=CONTROL | SHIFT)
        assert desk.current == text(ids(desk, 4)[-1])

    assert len(ids(desk, 4)) == 4


def test_insert_where_no_table_is_yet(desk: Desk) -> None:
    """On the row that offers the next table there is nothing to insert into: nothing happens, no step of undo."""
    desk.go("group/group-5/title")
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Plus, modifiers=CONTROL)

    assert desk.document.undo_label is None


def test_delete_several_lines(desk: Desk) -> None:
    """Ctrl+- deletes the selected lines as one step; the current cell stays in its place."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_Minus, modifiers=CONTROL)

    assert ids(desk) == ["line-1-1", "line-1-5"]
    assert desk.current is not None
    assert desk.document.undo_label == "行の削除"
    desk.undo()
    assert ids(desk) == [f"line-1-{n}" for n in range(1, 6)]
    assert desk.document.undo_label is None
    assert desk.current is not None


def test_delete_one_line_goes_to_the_next(desk: Desk) -> None:
    """After a line is deleted the cell below it is current, so that the next can be deleted at once."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Minus, modifiers=CONTROL)

    assert desk.current == "line/line-1-3/amount"


def test_delete_the_line_that_is_open(desk: Desk) -> None:
    """Ctrl+- in an open cell closes it and deletes its line; Ctrl+Z twice brings back the line as it was."""
    desk.go("line/line-1-2/text")
    type_text("abc")
    press(Key.Key_Minus, modifiers=CONTROL)
    assert "line-1-2" not in ids(desk)
    assert not desk.is_editing()
    desk.undo()
    assert desk.line("line-1-2").text == "abc"
    desk.undo()

    assert desk.line("line-1-2").text == "集約センター経費"


def test_delete_a_table(desk: Desk) -> None:
    """Ctrl+- on a title deletes its whole table as one step; a valid cell is current."""
    desk.go("group/group-2/title")
    press(Key.Key_Minus, modifiers=CONTROL)

    assert [group.id for group in desk.request.groups] == ["group-1", "group-3", "group-4", "group-5"]
    assert desk.document.undo_label == "表の削除"
    assert desk.current is not None
    desk.undo()
    assert len(desk.request.groups) == 5
    assert desk.current is not None


def test_deleting_every_table_leaves_one_offered(desk: Desk) -> None:
    """With no table left, the row that offers one remains, and a title typed there begins a table."""
    desk.go("group/group-1/title")
    for _ in range(5):
        press(Key.Key_Home, modifiers=CONTROL)
        press(Key.Key_Minus, modifiers=CONTROL)
    assert desk.request.groups == ()
    assert desk.costs.model().rowCount() == 1
    press(Key.Key_Home, modifiers=CONTROL)
    type_text("1.new")
    press(Key.Key_Return)
    type_text("line")
    press(Key.Key_Tab, Key.Key_Tab)
    type_text("8")
    press(Key.Key_Return)

    assert desk.request.groups[0].title == "1.new"
    assert desk.snapshot.totals.amount.shown == 8


def test_move_within_and_across_tables(desk: Desk) -> None:
    """Alt+↓ moves a line down, at the end of its table on into the next; the current cell goes with it."""
    desk.go("line/line-1-4/amount")
    press(Key.Key_Down, modifiers=ALT)
    assert ids(desk)[3:] == ["line-1-5", "line-1-4"]
    press(Key.Key_Down, modifiers=ALT)
    assert ids(desk, 1)[0] == "line-1-4"
    assert desk.current == "line/line-1-4/amount"
    press(Key.Key_Up, modifiers=ALT)
    press(Key.Key_Up, modifiers=ALT)

    assert ids(desk) == [f"line-1-{n}" for n in range(1, 6)]
    assert desk.current == "line/line-1-4/amount"
    for _ in range(4):
        desk.undo()
        assert desk.current == "line/line-1-4/amount", "the focus follows the line through undo too"


def test_move_past_the_ends_does_nothing(desk: Desk) -> None:
    """The first line of the first table cannot go up, the last of the last not down: no step of undo."""
    desk.go(text("line-1-1"))
    press(Key.Key_Up, modifiers=ALT)
    desk.go(text("line-5-2"))
    press(Key.Key_Down, modifiers=ALT)

    assert desk.document.undo_label is None
    assert desk.current == text("line-5-2")


def test_move_a_table(desk: Desk) -> None:
    """Alt+↓ on a title moves the whole table, and the title stays current."""
    desk.go("group/group-1/title")
    press(Key.Key_Down, modifiers=ALT)

    assert [group.id for group in desk.request.groups][:2] == ["group-2", "group-1"]
    assert desk.current == "group/group-1/title"


def test_add_a_table(desk: Desk) -> None:
    """Ctrl+Shift+T adds a table after the current one and goes to its title."""
    desk.go(text("line-2-1"))
    press(Key.Key_T, modifiers=CONTROL | SHIFT)
    new = desk.request.groups[2]

    assert desk.current == f"group/{new.id}/title"
    type_text("2-2")
    press(Key.Key_Return)
    assert desk.request.groups[2].title == "2-2"


def test_indent_to_three_levels_and_back(desk: Desk) -> None:
    """Alt+Shift+→ makes a line a part of the one above, to three levels and no further; Alt+Shift+← raises it."""
    desk.go(text("line-1-2"))
    press(Key.Key_Right, modifiers=ALT | SHIFT)
    desk.go(text("line-1-3"))
    press(Key.Key_Right, Key.Key_Right, modifiers=ALT | SHIFT)
    desk.go(text("line-1-4"))
    press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, modifiers=ALT | SHIFT)

    assert [depth for _, depth in desk.lines()] == [0, 1, 2, 2, 0]
    assert [desk.cell_style(text(f"line-1-{n}")).depth for n in range(1, 6)] == [0, 1, 2, 2, 0]
    assert desk.current == text("line-1-4")
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left, modifiers=ALT | SHIFT)
    assert [depth for _, depth in desk.lines()] == [0, 1, 2, 0, 0]


def test_indent_several_lines(desk: Desk) -> None:
    """Selected lines are indented together as one step."""
    desk.go(text("line-1-2"))
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_Right, modifiers=ALT | SHIFT)

    assert [depth for _, depth in desk.lines()] == [0, 1, 1, 0, 0]
    desk.undo()
    assert desk.document.undo_label is None


def test_a_figure_over_its_parts_is_declared(desk: Desk) -> None:
    """The typed figure of a line that gets a part is declared; Ctrl+R drops it, and the parts' sum shows."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Right, modifiers=ALT | SHIFT)
    assert desk.cell_style("line/line-1-1/amount").state == CellState.DECLARED
    desk.go("line/line-1-1/amount")
    press(Key.Key_R, modifiers=CONTROL | SHIFT)

    assert desk.cell_style("line/line-1-1/amount").state == CellState.DERIVED
    assert desk.shown("line/line-1-1/amount") == "6,468"


def test_heading_on_and_off(desk: Desk) -> None:
    """Ctrl+Alt+1 makes a line without figures a heading and an ordinary line again; the current cell stays."""
    desk.go(text("line-1-2"))
    press(Key.Key_Plus, modifiers=CONTROL)
    new = desk.request.groups[0].lines[1].id
    press(Key.Key_1, modifiers=CONTROL | ALT)
    assert desk.line(new).heading
    assert desk.cell_style(text(new)).is_bold
    assert desk.message == "見出しの行にしました。印字されるのは内訳の額です。"
    press(Key.Key_1, modifiers=CONTROL | ALT)

    assert not desk.line(new).heading
    assert desk.current == text(new)


def test_a_line_with_figures_is_no_heading(desk: Desk) -> None:
    """Ctrl+Alt+1 on a line with an amount changes nothing, and says which amounts would not be printed."""
    before, line = desk.request, desk.line("line-1-1")
    desk.go(text("line-1-1"))
    press(Key.Key_1, modifiers=CONTROL | ALT)

    assert desk.request is before
    assert (
        f"前年度 {line.previous:,}千円・要求額 {line.amount:,}千円があるので、見出しにしませんでした"
        in desk.message
    )


def test_a_changed_total_is_said(desk: Desk) -> None:
    """Alt+Shift+Right, Excel's key for a group, makes a part of a line: the 合計 that changes is said."""
    desk.go(text("line-1-2"))
    press(Key.Key_Right, modifiers=ALT | SHIFT)
    assert desk.message == "合計が変わりました: 「1.住民基本台帳ネットワークシステム」 48,889→42,421千円。"
    press(Key.Key_Left, modifiers=ALT | SHIFT)
    assert desk.message.endswith("42,421→48,889千円。")
    press(Key.Key_Up, modifiers=ALT)
    assert desk.message == ""


def test_keys_of_excel_change_no_figure(desk: Desk) -> None:
    """What Excel has on keys that the program has nothing for changes nothing; Ctrl+H opens the replacing, and changes no row."""
    desk.go("line/line-1-1/amount")
    type_text("7")
    press(Key.Key_Return, Key.Key_Up)
    before = desk.request
    press(Key.Key_H, modifiers=CONTROL)
    assert desk.view.search_bar.other.isVisible()
    press(Key.Key_Escape)
    for key in (
        Key.Key_Semicolon,
        Key.Key_B,
        Key.Key_U,
        Key.Key_1,
        Key.Key_5,
        Key.Key_K,
        Key.Key_G,
    ):
        press(key, modifiers=CONTROL)
        assert not desk.is_editing()
    press(Key.Key_Backspace, modifiers=CONTROL)
    assert not desk.is_editing()
    assert desk.request is before


TOTAL = "group/group-1/amount"


def declare_total(desk: Desk) -> None:
    """Type 1,000 into the 合計 of the first table."""
    desk.go(TOTAL)
    type_text("1000")
    press(Key.Key_Return)


def test_a_typed_total_is_declared(desk: Desk) -> None:
    """A typed 合計 is shown with ↺ and is a finding that names both figures; the rest of the sheet uses it."""
    declare_total(desk)

    cell_style = desk.cell_style(TOTAL)
    assert (cell_style.text, cell_style.state, cell_style.severity) == ("1,000", CellState.DECLARED, "error")
    assert "48,889" in desk.index(TOTAL).data(Qt.ItemDataRole.ToolTipRole)
    assert desk.view.totals.figures["要求額"].text() == "76,878"


@pytest.mark.parametrize("way", ["click", "delete", "backspace", "emptied", "ctrl+r"])
def test_a_declared_total_returns(desk: Desk, way: str) -> None:
    """One click on ↺, Delete, or an emptied cell returns a declared 合計 to the sum of its lines."""
    declare_total(desk)
    desk.go(TOTAL)
    match way:
        case "click":
            desk.click(TOTAL, right_of=6)
        case "delete":
            press(Key.Key_Delete)
        case "backspace":
            press(Key.Key_Backspace, Key.Key_Return)
        case "emptied":
            press(Key.Key_F2)
            press(Key.Key_A, modifiers=CONTROL)
            press(Key.Key_Delete, Key.Key_Return)
        case _:
            press(Key.Key_R, modifiers=CONTROL | SHIFT)

    assert desk.value(TOTAL) is None
    assert desk.shown(TOTAL) == "48,889"
    assert desk.cell_style(TOTAL).state == CellState.DERIVED
    desk.undo()
    assert desk.shown(TOTAL) == "1,000"


def test_a_click_beside_the_mark_changes_nothing(desk: Desk) -> None:
    """Only the mark itself returns a figure: a click on the figure selects its cell."""
    declare_total(desk)
    desk.click(TOTAL)

    assert desk.value(TOTAL) == 1_000
    assert desk.current == TOTAL


def test_the_message_below_the_table(desk: Desk) -> None:
    """Below the table stands what there is to say of the current cell."""
    from ui.tables.table_pane import CellMessage

    declare_total(desk)
    desk.go(TOTAL)
    said = [each.text() for each in desk.view.form.findChildren(CellMessage) if each.text()]
    assert len(said) == 1
    assert "48,889千円" in said[0]
    desk.go(text("line-1-1"))

    assert [each for each in desk.view.form.findChildren(CellMessage) if each.text()] == []


def test_a_legend_of_ones_own(desk: Desk) -> None:
    """The legend below a table is the Standard's until one is typed; emptied, the Standard's is back."""
    desk.go("group/group-1/note")
    own = desk.shown("group/group-1/note")
    assert "平成30年度" in own
    type_text("x")
    press(Key.Key_Return)
    assert desk.shown("group/group-1/note") == "x"
    desk.go("group/group-1/note")
    press(Key.Key_Delete)

    assert desk.shown("group/group-1/note") == own


def test_every_entry_of_the_row_menu_runs_anywhere(desk: Desk) -> None:
    """Each act on rows, chosen from the menu on each kind of row, ends with a valid current cell and can be undone."""
    places = [
        "group/group-2/title",
        text("line-2-1"),
        text("line-2-1-1"),
        "group/group-2/amount",
        "group/group-2/note",
    ]
    for words in [action.text() for action in desk.costs.row_actions.actions if action is not None]:
        for place in [*places, None]:
            if place is None:
                desk.go(text("line-1-1"))
                press(Key.Key_End, modifiers=CONTROL)
            else:
                desk.go(place)
            before = desk.request
            desk.action(words).trigger()
            assert desk.table.currentIndex().isValid(), f"{words} on {place}"
            if desk.request is not before:
                desk.undo()
                assert desk.request == before
                assert desk.table.currentIndex().isValid(), f"undo of {words} on {place}"


def test_a_thousand_lines(desk: Desk) -> None:
    """A request of 1,000 lines opens; typing, adding and deleting in it never reset the table."""
    desk.open(big(1_000))
    model = desk.costs.model()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    changes: list[tuple[QModelIndex, QModelIndex]] = []
    desk.go("line/line-550/amount")
    model.dataChanged.connect(lambda first, last: changes.append((first, last)))
    type_text("7")
    press(Key.Key_Return)
    assert desk.value("line/line-550/amount") == 7
    assert desk.current == "line/line-551/amount"
    assert sum(last.row() - first.row() + 1 for first, last in changes) < 20, (
        "a keystroke repaints a few rows"
    )
    press(Key.Key_Plus, modifiers=CONTROL)
    press(Key.Key_Minus, modifiers=CONTROL)
    desk.undo()

    assert resets == []
    assert model.rowCount() == 1_000 + 10 * 4 + 1 + 1
    assert desk.current is not None


def test_wide_rows_stay_wide(desk: Desk) -> None:
    """Titles and legends span the table, also after rows came above them; lines never do."""
    desk.open(with_lines(Line("a", "い"), Line("b", "ろ")))
    desk.go(text("a"))
    press(Key.Key_Return, modifiers=CONTROL | SHIFT)

    spans = [desk.costs.columnSpan(row, 0) for row in range(desk.costs.model().rowCount())]
    assert spans == [7, 1, 1, 1, 1, 1, 7, 7]


def test_rows_of_a_table_are_listed_again_where_it_changed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter in a text lists no row of the cost tables again, an amount those of its table."""
    listed: list[str] = []
    real = cost_rows._rows_of_lines

    def noted(group: GroupTotals) -> list[cost_rows.Row]:
        listed.append(group.group.id)
        return real(group)

    monkeypatch.setattr(cost_rows, "_rows_of_lines", noted)
    desk.go("line/line-1-2/amount")
    type_text("1")
    press(Key.Key_Return)
    assert len(set(listed)) == len(desk.request.groups)  # the first time, under this name
    listed.clear()
    desk.go("line/line-1-2/amount")
    type_text("2")
    press(Key.Key_Return)
    assert set(listed) == {desk.request.groups[0].id}
    listed.clear()
    desk.go("section/section-1/text")
    type_text("a")
    assert desk.request.sections[0].text.endswith("a")
    assert listed == []


def test_the_first_table_is_added_from_anywhere(desk: Desk) -> None:
    """Ctrl+Shift+T in the head of a form without a cost table adds one, and one types its title at once."""
    desk.open(replace(sample(), groups=(), commitments=()))
    assert desk.costs.isVisible()
    desk.go("header/name")
    press(Key.Key_T, modifiers=CONTROL | SHIFT)
    type_text("Costs")
    press(Key.Key_Return)

    assert [group.title for group in desk.request.groups] == ["Costs"]
