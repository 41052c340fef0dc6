"""The section's unit prices used by name, changed on disk, and taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.document import storage
from model.totals.prices import FILE_NAME
from tests.samples import sample
from tests.ui.calculations import A, B, editor
from tests.ui.desk import Desk
from tests.ui.hands import Key, choose, compose, press, type_text
from tests.ui.price_tables import changed, come_back, open_beside, open_with_price_in_use, write
from ui.window import dialogs

TAKE_OVER = "変わった単価をすべて取り入れる"
READ_AGAIN = "単価表を読み直す"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Where the section keeps its price table."""
    return tmp_path / FILE_NAME


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_price_is_taken_by_its_name(desk: Desk, table: Path, encoding: str) -> None:
    """A name of the table in a calculation is its price, kept in the request; undo takes both back."""
    write(table, '普通旅費,"2,500円",1回', encoding=encoding)
    open_beside(desk, table)
    type_text("普通旅費×12回")
    assert editor().hint == "＝ 30千円"
    press(Key.Key_Return)

    assert desk.shown(A) == "30"
    assert desk.request.prices == {"普通旅費": "2,500円"}
    desk.undo()
    assert desk.request.prices == {}
    assert desk.document.undo_label is None


def test_names_passed_while_typing_are_no_prices_in_use(desk: Desk, table: Path) -> None:
    """Of 旅費 and 旅費日当, only the name that stands there in the end is a price that the request uses."""
    write(table, "旅費,900円,", "旅費日当,2千円,")
    open_beside(desk, table)
    type_text("=5×")
    for each in ("旅費", "日当"):
        compose(each)
        type_text(each)
    press(Key.Key_Return)

    assert desk.shown(A) == "10"
    assert desk.request.prices == {"旅費日当": "2千円"}


def test_name_without_a_price_is_named(desk: Desk, table: Path) -> None:
    """A name that the table does not have is told below the editor and found at the line."""
    write(table, '普通旅費,"2,500円",1回')
    open_beside(desk, table)
    type_text("特別旅費×2回")
    assert "「特別旅費」" in editor().hint
    press(Key.Key_Return)
    (found,) = [finding for finding in desk.snapshot.findings.all if finding.rule == "basis"]

    assert found.place == A
    assert "「特別旅費」" in found.message


# --- changed on disk ---


def test_changed_price_is_found_at_each_line(desk: Desk, table: Path) -> None:
    """Back from Excel, each line that uses a changed price says what it would become; no figure has moved."""
    open_with_price_in_use(desk, table)

    assert [each.place for each in changed(desk)] == [A, B]
    assert all("2,500円 から 2,800円" in each.message for each in changed(desk))
    assert "30千円 から 34千円" in changed(desk)[0].message
    assert desk.shown(A) == "30"


def test_one_finding_is_mended(desk: Desk, table: Path) -> None:
    """「直す」 takes the price over for every line that uses it, as one step of undo."""
    open_with_price_in_use(desk, table)
    desk.go("header/name")
    at = desk.snapshot.findings.all.index(changed(desk)[0])
    desk.view.findings.list.setCurrentRow(at)
    assert desk.view.findings.finding_actions.fix.accessibleName() == "「普通旅費」の単価を取り入れる"
    desk.view.findings.finding_actions.fix.click()
    assert (desk.shown(A), desk.shown(B)) == ("34", "12")
    assert changed(desk) == []
    desk.undo()

    assert (desk.shown(A), desk.shown(B)) == ("30", "10")
    assert len(changed(desk)) == 2


def test_all_are_taken_over_in_one_step(desk: Desk, table: Path) -> None:
    """Every changed price is taken over at once, named in the foot line, and one undo gives them back."""
    write(table, '普通旅費,"2,500円",', "会場使用料,12千円,")
    open_beside(desk, table)
    type_text("普通旅費×12回+会場使用料")
    press(Key.Key_Return)
    write(table, '普通旅費,"2,800円",', "会場使用料,13千円,", "講師謝金,30千円,")
    choose(Key.Key_B, TAKE_OVER)

    assert desk.request.prices == {"普通旅費": "2,800円", "会場使用料": "13千円"}
    assert desk.shown(A) == "47"
    assert desk.message == "普通旅費、会場使用料 の単価を取り入れました。"
    desk.undo()
    assert desk.shown(A) == "42"
    choose(Key.Key_B, TAKE_OVER)
    assert desk.shown(A) == "47"
    choose(Key.Key_B, TAKE_OVER)
    assert desk.message == "取り入れる単価はありません。使っている単価は単価表と同じです。"


def test_same_price_otherwise_written_is_no_change(desk: Desk, table: Path) -> None:
    """2,500円 and 2.5千円 are one price."""
    write(table, '普通旅費,"2,500円",')
    open_beside(desk, table)
    type_text("普通旅費×12回")
    press(Key.Key_Return)
    write(table, "普通旅費,２５００円,")
    come_back(desk)

    assert changed(desk) == []


def test_new_prices_leave_the_open_editor_alone(desk: Desk, table: Path) -> None:
    """A table that is read while one types moves nothing under the hands: text, cursor and undo go on."""
    open_with_price_in_use(desk, table)
    desk.go(A)
    press(Key.Key_F2, Key.Key_End)
    type_text("+1")
    write(table, '普通旅費,"3,000円",')
    desk.window.menus.basis_actions.prices.refresh()
    assert len(changed(desk)) == 2
    assert editor().text() == "=普通旅費×12回+1"
    assert editor().textCursor().position() == len("=普通旅費×12回+1")
    type_text("0")
    press(Key.Key_Return)
    assert desk.line("a").basis == "普通旅費×12回+10"
    desk.undo()

    assert desk.line("a").basis == "普通旅費×12回"


def test_going_to_excel_in_the_midst_of_a_calculation(desk: Desk, table: Path) -> None:
    """What was typed before one went to Excel is in the cell, and the cursor on it."""
    write(table, '普通旅費,"2,500円",')
    open_beside(desk, table)
    type_text("＝普通旅費×")
    come_back(desk)
    assert desk.line("a").basis == "普通旅費×"
    assert desk.current == A
    press(Key.Key_F2)
    type_text("3")
    press(Key.Key_Return)

    assert desk.shown(A) == "8"


def test_table_that_is_gone(desk: Desk, table: Path) -> None:
    """Without its table the request keeps its prices, and nothing is compared."""
    open_with_price_in_use(desk, table)
    table.unlink()
    come_back(desk)

    assert changed(desk) == []
    assert desk.shown(A) == "30"
    choose(Key.Key_B, READ_AGAIN)
    assert desk.message.endswith("がありません。「単価表のひな形を作る」で作れます。")


def test_another_request_has_another_table(desk: Desk, table: Path) -> None:
    """What was read beside one request is not held against the next."""
    open_with_price_in_use(desk, table)
    other = table.parent / "別の課"
    other.mkdir()
    storage.save(desk.request, other / "要求書.yosan")
    desk.document.mark_saved(table.with_name("要求書.yosan"))
    desk.window.files.open(other / "要求書.yosan")

    assert changed(desk) == []
    assert desk.snapshot.shared_prices.prices == {}


def test_saved_into_the_section_s_folder(desk: Desk, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new request saved beside a table knows its prices at once."""
    write(table, '普通旅費,"2,500円",')
    desk.open(sample())
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: table.with_name("新.yosan"))
    assert desk.window.files.saves.save_as()

    assert desk.snapshot.shared_prices.prices == {"普通旅費": "2,500円"}
    assert desk.message == "新.yosan を保存しました。"
