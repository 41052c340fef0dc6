"""Tables of the narrative that are no cost tables (箇所表 …): made, filled, pasted, moved and deleted by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from model.request.section_table import SectionTable
from tests.samples import sample
from tests.section_tables import with_tables
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, choose, commit, compose, focused, press, type_text
from ui.tables.sheet_table import SheetTable

TEXT = "section/section-1/text"
EXCEL = "路線名\t延長(km)\t箇所数（箇所）\n国道9号\t1.5\t3\n県道\t2.25\t4\n合計\t3.75\t7\n"


@pytest.fixture
def tables(desk: Desk) -> Desk:
    """The real sheet with two tables of its narrative."""
    desk.open(with_tables())
    return desk


def table(desk: Desk, at: int = 0) -> SectionTable:
    """A table of the request."""
    return desk.request.tables[at]


def cells(desk: Desk, at: int = 0) -> list[list[str]]:
    """The headings of a table, and its rows."""
    found = table(desk, at)
    rows = [[row.cells.get(column.id, "") for column in found.columns] for row in found.rows]
    return [[column.heading for column in found.columns], *rows]


def test_table_is_made_and_filled_by_keys(desk: Desk) -> None:
    """Ctrl+Alt+T in a text makes a table; headings, units and rows are typed with Tab and Enter, 計 comes by Alt+=."""
    desk.open(sample())
    desk.go(TEXT)
    press(Key.Key_T, modifiers=CONTROL | ALT)
    assert desk.current == f"column/{table(desk).columns[0].id}/heading"
    type_text("路線名")
    press(Key.Key_Tab)
    type_text("延長")
    press(Key.Key_Tab)
    type_text("備考")
    press(Key.Key_Return)
    assert desk.current == f"column/{table(desk).columns[0].id}/unit", "Enter goes to where the Tabs began"
    press(Key.Key_Tab)
    type_text("km")
    press(Key.Key_Tab, Key.Key_Tab)
    for words in (("国道", "1.5", "済"), ("県道", "2", ""), ("市道", "0.25", "")):
        for word in words:
            if word:
                type_text(word)
            press(Key.Key_Tab)
    assert cells(desk) == [
        ["路線名", "延長", "備考"],
        ["国道", "1.5", "済"],
        ["県道", "2", ""],
        ["市道", "0.25", ""],
    ]
    press(Key.Key_Up, Key.Key_Right)
    press(Key.Key_Equal, modifiers=ALT)
    length = table(desk).columns[1]
    assert (length.unit, length.summed, desk.shown(f"column/{length.id}/total")) == ("km", True, "3.75")
    for _ in range(9):
        desk.undo()
    assert len(table(desk).rows) < 3, "the offered row went with what was typed in it"


def test_offered_column_comes_with_its_heading(tables: Desk) -> None:
    """A heading typed in the column at the right makes the column; Esc takes it away again."""
    tables.go("column/count/heading")
    press(Key.Key_Right)
    type_text("memo")
    press(Key.Key_Escape)
    assert len(table(tables).columns) == 4
    type_text("memo")
    press(Key.Key_Return)
    assert [column.heading for column in table(tables).columns][-1] == "memo"
    tables.undo()
    assert table(tables) == with_tables().tables[0]


def test_block_from_excel_on_the_headings(desk: Desk) -> None:
    """Ctrl+V on the first heading of a blank table takes headings, units, rows and the 計 of the copied range, one undo."""
    desk.open(sample())
    desk.go(TEXT)
    press(Key.Key_T, modifiers=CONTROL | ALT)
    before = desk.request
    desk.paste(EXCEL)
    assert cells(desk) == [["路線名", "延長", "箇所数"], ["国道9号", "1.5", "3"], ["県道", "2.25", "4"]]
    assert [(column.unit, column.summed, column.total) for column in table(desk).columns] == [
        ("", False, "合計"),
        ("km", True, ""),
        ("箇所", True, ""),
    ]
    assert desk.message == "見出しと計のほかに2行を貼り付けました。"
    desk.undo()
    assert desk.request == before


def test_copied_range_becomes_a_table_of_its_own(desk: Desk) -> None:
    """Ctrl+Alt+V in a text makes a table of the copied range in one step; without one a sentence says what to copy."""
    desk.open(sample())
    desk.go(TEXT)
    QGuiApplication.clipboard().setText("")
    press(Key.Key_V, modifiers=CONTROL | ALT)
    assert "見出しからコピー" in desk.message
    QGuiApplication.clipboard().setText(EXCEL)
    press(Key.Key_V, modifiers=CONTROL | ALT)
    assert cells(desk)[1:] == [["国道9号", "1.5", "3"], ["県道", "2.25", "4"]]
    desk.undo()
    assert desk.request == sample()


def test_larger_block_brings_rows_and_columns(tables: Desk) -> None:
    """A block pasted among the cells goes in as it is, with new rows below and new columns at the right; nothing is lost."""
    tables.go("cell/three/length")
    tables.paste("1\t2\t3\n4\t5\t6\n")
    assert cells(tables)[3:] == [["市道", "", "1", "2", "3"], ["", "", "4", "5", "6"]]
    tables.undo()
    assert tables.request == with_tables()
    tables.go("column/length/total")
    tables.paste("1\n2\n")
    assert tables.message == "入れる欄のない1個のセルは貼り付けませんでした。"


def test_copied_cells_come_back(tables: Desk) -> None:
    """A whole table copied and pasted on a blank one is the same table; Delete empties, Ctrl+D fills down."""
    tables.go("column/name/heading")
    press(Key.Key_Right, modifiers=SHIFT, times=3)
    press(Key.Key_Down, modifiers=SHIFT, times=6)
    press(Key.Key_C, modifiers=CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "路線名\t市町\t延長\t箇所数"
    assert copied.splitlines()[-1] == "合計\t\t2.25\t1,203"
    tables.go("cell/one/town")
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_D, modifiers=CONTROL)
    assert [row[1] for row in cells(tables)[1:]] == ["鳥浜市", "鳥浜市", ""]
    press(Key.Key_Delete)
    assert [row[1] for row in cells(tables)[1:]] == ["", "", ""]


def test_rows_and_columns_by_excels_keys(tables: Desk) -> None:
    """Ctrl++ and Ctrl+- are rows, after Ctrl+Space columns; Alt and arrows move them and the cursor with them."""
    tables.go("cell/two/name")
    press(Key.Key_Plus, modifiers=CONTROL)
    type_text("farm road")
    press(Key.Key_Return)
    assert [row[0] for row in cells(tables)] == ["路線名", "国道9号", "farm road", "県道山上線", "市道"]
    press(Key.Key_Up, modifiers=ALT)
    assert [row[0] for row in cells(tables)][2:4] == ["県道山上線", "farm road"]
    assert tables.current == "cell/two/name"
    press(Key.Key_Down)
    press(Key.Key_Minus, modifiers=CONTROL)
    tables.go("cell/two/town")
    press(Key.Key_Right, modifiers=ALT)
    assert cells(tables)[0] == ["路線名", "延長", "市町", "箇所数"]
    assert tables.current == "cell/two/town"
    press(Key.Key_Space, modifiers=CONTROL)
    press(Key.Key_Minus, modifiers=CONTROL)
    assert cells(tables)[0] == ["路線名", "延長", "箇所数"]
    press(Key.Key_Space, modifiers=CONTROL)
    press(Key.Key_Plus, modifiers=CONTROL)
    assert len(cells(tables)[0]) == 4
    for _ in range(7):
        tables.undo()
    assert tables.request == with_tables()


def test_typed_total_is_told_and_taken_back(tables: Desk) -> None:
    """A total typed over the sum is a 誤り with both numbers; 直す (Ctrl+.) returns to the sum."""
    tables.go("column/length/total")
    type_text("2.5")
    press(Key.Key_Return)
    tables.pause()
    assert "計は 2.5km ですが、行の和は 2.25km です" in tables.told("column/length/total")
    tables.go("column/length/total")
    press(Key.Key_Period, modifiers=CONTROL)
    assert tables.request == with_tables()


def test_tables_are_moved_and_deleted(tables: Desk) -> None:
    """Alt+Shift and arrows move the table within and out of its section; deleted from its menu it comes back by undo."""
    tables.go("cell/one/name")
    press(Key.Key_Down, modifiers=ALT | SHIFT)
    assert [each.id for each in tables.request.tables] == ["schedule", "places"]
    assert tables.current == "cell/one/name"
    press(Key.Key_Down, modifiers=ALT | SHIFT)
    assert table(tables).section == "section-2"
    tables.undo()
    tables.undo()
    tables.go("cell/april/what")
    view = tables.table
    next(action for action in view.actions() if action.text() == "表を削除").trigger()
    assert [each.id for each in tables.request.tables] == ["places"]
    tables.undo()
    assert tables.request == with_tables()


def test_input_method_is_not_interrupted(tables: Desk) -> None:
    """While text is composed over a cell, Enter and arrows are the input method's; the commit is one step of undo."""
    tables.go("cell/two/town")
    compose("さん")
    press(Key.Key_Return, Key.Key_Down)
    assert table(tables) == with_tables().tables[0]
    commit("三上町")
    press(Key.Key_Return)
    assert cells(tables)[2][1] == "三上町"
    assert tables.current == "cell/three/town"
    tables.undo()
    assert tables.request == with_tables()


def test_tab_leaves_at_the_end_and_undo_goes_there(tables: Desk) -> None:
    """Tab past the last cell goes on to the note; undo from elsewhere goes to the cell that it changed."""
    tables.go("column/count/total")
    press(Key.Key_Tab)
    assert not isinstance(focused(), SheetTable)
    tables.go("cell/one/count")
    type_text("9")
    press(Key.Key_Return)
    tables.go("header/name")
    tables.undo()
    assert tables.current == "cell/one/count"
    assert tables.request == with_tables()


def test_words_are_found_and_replaced_in_cells(tables: Desk) -> None:
    """Ctrl+F finds the words of a cell, with its place in words."""
    tables.go("header/name")
    press(Key.Key_F, modifiers=CONTROL)
    commit("県道山上線")
    press(Key.Key_Return)
    QApplication.processEvents()
    assert tables.view.search_bar.isVisible()
    press(Key.Key_Escape)
    assert tables.current == "cell/two/name"


def test_table_that_is_only_read(tables: Desk) -> None:
    """In a request that is only read no cell opens, and no action changes the table."""
    tables.go("cell/one/name")
    tables.document.is_locked = True
    press(Key.Key_X)
    press(Key.Key_Minus, modifiers=CONTROL)
    assert tables.request == with_tables()
    assert not tables.table.cells.flags(tables.index("cell/one/name")) & Qt.ItemFlag.ItemIsEditable


def test_menu_makes_a_table(desk: Desk) -> None:
    """編集 ＞ 本文に表を入れる makes a table in the section that is worked in."""
    desk.open(sample())
    desk.go("section/section-3/text")
    choose(Key.Key_E, "本文に表を入れる")
    assert table(desk).section == "section-3"


def test_palette_and_list_of_keys_have_what_is_done_to_a_table(tables: Desk) -> None:
    """What a menu click does to the table that is worked in is found and run by words; its keys stand once in the list of F1."""
    palette = tables.window.menus.palette
    for where, is_there in (("line/line-1-1/text", False), ("cell/two/town", True)):
        tables.go(where)
        press(Key.Key_F1)
        listed = [palette.list.topLevelItem(at) for at in range(palette.list.topLevelItemCount())]
        places = [item.text(0) for item in listed if item is not None and item.text(1) == "列を左へ移す"]
        assert places == (["行 ＞ 本文の表"] if is_there else ["本文の表"])
        press(Key.Key_Escape)
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text("列を左に挿入")
    press(Key.Key_Return)
    assert [column.heading for column in table(tables).columns] == ["路線名", "", "市町", "延長", "箇所数"]


def test_figure_of_a_cell_is_linked(tables: Desk) -> None:
    """In a cell of a table the list of figures opens at the caret, and the cell follows what was chosen."""
    where = "cell/two/town"
    tables.go(where)
    type_text("(")
    press(Key.Key_K, modifiers=CONTROL)
    type_text("要求額 124,767千円")
    press(Key.Key_Return)
    assert [link.place for link in tables.request.links] == [where]
    tables.go("line/line-1-1/amount")
    type_text("17943")
    press(Key.Key_Return)
    assert tables.value(where) == "(125,767千円"
