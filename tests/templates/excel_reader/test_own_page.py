"""Our own workbook read back after hands were on the printed sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from model.differences.texts import differing_parts
from model.request.lines import find, walk
from model.request.request import CostGroup, Line, Request, Section
from templates.readers.reading import Reading
from templates.readers.workbook.report import Report
from tests import samples
from tests.commitment_requests import dam
from tests.templates.excel_reader.edited_books import NAMESPACE, Hands

THREE = (Line("a", "甲", 1, 10), Line("b", "乙", 2, 20), Line("c", "丙", 3, 30))


@pytest.fixture
def hands() -> Hands:
    """The real sheet."""
    return Hands(samples.sample())


def three() -> Hands:
    """A table of three lines."""
    return Hands(samples.with_lines(*THREE))


def only(reading: Reading) -> tuple[str, str, str, str]:
    """The one change, with nothing unread."""
    assert reading.unread == ()
    (change,) = reading.changes
    return change.where, change.what, change.before, change.after


def lines(request: Request, group: int = 0) -> list[tuple[int, str]]:
    """The lines of a table with their depths."""
    return [(depth, line.text) for line, depth in walk(request.groups[group].lines)]


def test_an_untouched_workbook_is_the_request(hands: Hands, tmp_path: Path) -> None:
    """What was written comes back exactly, with every id, and nothing is listed."""
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert (reading.changes, reading.unread) == ((), ())


def test_an_amount_that_was_overtyped(hands: Hands, tmp_path: Path) -> None:
    """A new amount of a line is taken, and listed with its cell, its line, before and after."""
    row = hands.row("集約センター経費")
    line = hands.line("集約センター経費")
    hands.type(f"E{row}", 99_999)
    reading = hands.read(tmp_path)
    found = find(reading.request, line.id)
    assert found is not None
    assert found.amount == 99_999
    assert only(reading) == (f"要求書!E{row}", "「集約センター経費」の要求額", str(line.amount), "99999")


def test_an_amount_typed_as_text(tmp_path: Path) -> None:
    """「１，２３４千円」 and 「△5」 are amounts; what is none is kept as typed and listed."""
    for typed, amount in (("１，２３４千円", 1_234), ("△5", -5)):
        hands = three()
        hands.type(f"E{hands.row('乙')}", typed)
        reading = hands.read(tmp_path)
        assert reading.request.groups[0].lines[1].amount == amount
        assert reading.unread == ()
    hands = three()
    hands.type(f"E{hands.row('乙')}", "約3百")
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].lines[1].amount == "約3百"
    assert [(entry.text, entry.why[:12]) for entry in reading.unread] == [
        ("約3百", "金額として読めないため、")
    ]


def test_a_total_that_was_overtyped_is_declared(tmp_path: Path) -> None:
    """A number typed over the formula of the 合計 becomes the table's declared 合計."""
    hands = three()
    row = hands.row("合計")
    hands.type(f"E{row}", 100)
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].amount == 100
    assert only(reading) == (f"要求書!E{row}", "「1.運営費」の合計", "60", "100")


def test_a_total_without_its_formula_is_no_change(tmp_path: Path) -> None:
    """「値の貼り付け」 over a formula changes nothing while the number is what is derived; after another edit it is declared."""
    hands = three()
    hands.type(f"E{hands.row('合計')}", 60)
    assert hands.read(tmp_path) == Reading(hands.request)
    hands.type(f"E{hands.row('乙')}", 25)
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].amount == 60
    assert len(reading.changes) == 2


def test_an_erased_formula_is_said(tmp_path: Path) -> None:
    """A derived figure cannot be blank: erasing its cell is listed as not taken."""
    hands = three()
    hands.type(f"E{hands.row('合計')}", None)
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert len(reading.unread) == 1


def test_another_formula_is_taken_by_its_value(tmp_path: Path) -> None:
    """A formula that a person wrote counts by the value that it gives."""
    hands = three()
    row = hands.row("乙")
    hands.type_formula(f"E{row}", "7*3", 21)
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].lines[1].amount == 21
    assert only(reading) == (f"要求書!E{row}", "「乙」の要求額", "20", "21")
    hands = three()
    row = hands.row("合計")
    hands.type_formula(f"E{row}", f"SUM(E{row - 2}:E{row - 1})", 50)
    assert hands.read(tmp_path).request.groups[0].amount == 50


def test_a_formula_that_nobody_computed_is_said(tmp_path: Path) -> None:
    """A formula without a value, as another program may write it, is no blank: the amount stays and the cell is listed."""
    hands = three()
    hands.type_formula(f"E{hands.row('乙')}", "20*2", None)
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert reading.changes == ()
    assert [entry.where for entry in reading.unread] == [f"要求書!E{hands.row('乙')}"]


def test_an_inserted_row_is_a_line(tmp_path: Path) -> None:
    """A row between two lines is a new line with both years and 備考; the formulas around it are as they were."""
    hands = three()
    row = hands.row("丙")
    hands.insert(row, {"A": "【新規】丁", "D": 4, "E": 40, "G": "備考です"})
    reading = hands.read(tmp_path)
    new = reading.request.groups[0].lines[2]
    assert replace(new, id="") == Line("", "丁", 4, 40, "備考です", mark="new")
    assert only(reading) == (f"要求書!{row}行目", "追加された行", "", "【新規】丁\t4千円\t40千円\t備考です")
    assert [line.id for line in reading.request.groups[0].lines if line is not new] == ["a", "b", "c"]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    """A deleted row takes its line away; the 合計 goes on deriving."""
    hands = three()
    hands.delete(hands.row("乙"))
    reading = hands.read(tmp_path)
    assert [line.id for line in reading.request.groups[0].lines] == ["a", "c"]
    _, what, before, after = only(reading)
    assert (what, before, after) == ("消された行「乙」", "乙　20千円", "")


def test_sorted_rows_change_the_order(tmp_path: Path) -> None:
    """Rows in another order are lines in another order, listed once as 並べ替え."""
    hands = three()
    hands.move(hands.row("丙"), hands.row("丙"), hands.row("甲"))
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].lines == (THREE[2], THREE[0], THREE[1])
    assert only(reading)[1:] == ("「1.運営費」の行の並べ替え", "甲、乙、丙", "丙、甲、乙")


def test_a_line_moves_with_its_parts(tmp_path: Path) -> None:
    """A block of a line and its parts stays one; a part whose own line was deleted moves up."""
    tree = (
        Line("a", "甲", 1, 10),
        Line("b", "乙", heading=True, parts=(Line("x", "内1", 1, 5), Line("y", "内2", 2, 6))),
    )
    hands = Hands(samples.with_lines(*tree))
    hands.move(hands.row("乙"), hands.row("内2"), hands.row("甲"))
    assert hands.read(tmp_path).request.groups[0].lines == (tree[1], tree[0])
    hands = Hands(samples.with_lines(*tree))
    hands.delete(hands.row("乙"))
    assert lines(hands.read(tmp_path).request) == [(0, "甲"), (0, "内1"), (0, "内2")]


def test_a_row_between_a_line_and_its_part_is_a_part(tmp_path: Path) -> None:
    """What stands between a line and its first part can only be a part."""
    hands = Hands(samples.with_lines(Line("b", "乙", heading=True, parts=(Line("x", "内1", 1, 5),))))
    hands.insert(hands.row("内1"), {"A": "内0", "E": 3})
    assert lines(hands.read(tmp_path).request) == [(0, "乙"), (1, "内0"), (1, "内1")]


def test_a_line_moves_to_another_table(tmp_path: Path) -> None:
    """A row that stands in another table now is a line of that table."""
    request = samples.with_lines(*THREE)
    request = replace(
        request, groups=(*request.groups, CostGroup("second", "2.工事費", lines=(Line("z", "工事", 1, 1),)))
    )
    hands = Hands(request)
    hands.move(hands.row("乙"), hands.row("乙"), hands.row("工事"))
    reading = hands.read(tmp_path)
    assert [[line.id for line in group.lines] for group in reading.request.groups] == [["a", "c"], ["b", "z"]]
    assert only(reading)[1:] == ("「乙」の表", "1.運営費", "2.工事費")


def test_remarks_and_calculations_in_one_cell(tmp_path: Path) -> None:
    """積算 stands above 備考 in one cell: what was changed below it is the 備考, what was changed above the 積算."""
    line = Line("only", "印刷", 1, None, "部数は見込み", "20,845円×11か月")
    for typed, changed in (
        ("20,845円×11か月＝230千円\n部数は実績", replace(line, remark="部数は実績")),
        ("20,845円×12か月\n部数は見込み", replace(line, basis="20,845円×12か月")),
    ):
        hands = Hands(samples.with_lines(line))
        hands.type(f"G{hands.row('印刷')}", typed)
        reading = hands.read(tmp_path)
        assert reading.request.groups[0].lines == (changed,)
        assert len(reading.changes) == 1


def test_the_head_is_taken_field_by_field(hands: Hands, tmp_path: Path) -> None:
    """款・項・目, 部局・課 and the year stand in cells of several fields; each goes to its own."""
    row = hands.row("支出科目")
    hands.type(f"B{row}", "款:民生費 項:社会福祉費 目:社会福祉総務費")
    hands.type(f"B{row + 1}", "福祉部 長寿社会課")
    hands.type("A1", "令和2年度 6月補正予算 予算要求書")
    request = hands.read(tmp_path).request
    assert (request.header.subject_kan, request.header.subject_moku) == ("民生費", "社会福祉総務費")
    assert (request.contact.department, request.contact.section) == ("福祉部", "長寿社会課")
    assert (request.header.fiscal_year, request.header.budget) == ("令和2年度", "6月補正予算")


def test_funding_and_people_are_taken(hands: Hands, tmp_path: Path) -> None:
    """A source of the 財源内訳 and a count of people are taken to their row and column."""
    people = hands.row("31年度当初予算要求額")
    funding = hands.row("要求額", after=hands.row("要求額の財源内訳"))
    hands.type(f"C{funding}", 1_234)
    hands.type(hands.address(people, "1.9"), 2)
    reading = hands.read(tmp_path)
    assert reading.request.funding.request["national"] == 1_234
    assert reading.request.headcount.request["regular"] == "2"
    assert len(reading.changes) == 2


def test_a_row_label_is_a_word_of_this_sheet(hands: Hands, tmp_path: Path) -> None:
    """A label that was overtyped is what this sheet prints in place of its form's."""
    hands.type(f"A{hands.row('31年度当初予算要求額')}", "31年度要求額")
    assert hands.read(tmp_path).request.printed.words == {"cost/request": "31年度要求額"}


def _narrative() -> Request:
    text = "  字下げの段落。\n\n二つ目の段落。\n三つ目の段落。\n"
    return Request(sections=(Section("s", heading="概要", text=text), Section("costs", costs=True)))


def test_a_paragraph_that_was_changed(tmp_path: Path) -> None:
    """One paragraph takes the new words; indents and blank lines around it stay."""
    hands = Hands(_narrative())
    hands.type(f"A{hands.row('二つ目')}", "書き直した段落。")
    reading = hands.read(tmp_path)
    assert reading.request.sections[0].text == "  字下げの段落。\n\n書き直した段落。\n三つ目の段落。\n"
    assert only(reading)[1] == "「概要」の本文"


def test_paragraphs_inserted_deleted_and_moved(tmp_path: Path) -> None:
    """Rows of a narrative are its paragraphs, in the order in which they stand."""
    hands = Hands(_narrative())
    hands.insert(hands.row("三つ目"), {"A": "挟んだ段落。"})
    assert (
        hands.read(tmp_path).request.sections[0].text
        == "  字下げの段落。\n\n二つ目の段落。\n挟んだ段落。\n三つ目の段落。\n"
    )
    hands = Hands(_narrative())
    hands.delete(hands.row("字下げ"))
    assert hands.read(tmp_path).request.sections[0].text == "二つ目の段落。\n三つ目の段落。\n"
    hands = Hands(_narrative())
    hands.move(hands.row("三つ目"), hands.row("三つ目"), hands.row("二つ目"))
    assert (
        hands.read(tmp_path).request.sections[0].text == "  字下げの段落。\n三つ目の段落。\n\n二つ目の段落。"
    )


def test_a_long_paragraph_over_several_rows(tmp_path: Path) -> None:
    """A paragraph that was cut into rows is put together again around the piece that was changed."""
    text = "これは長い段落の一文である。" * 120
    request = Request(sections=(Section("s", heading="概要", text=text), Section("costs", costs=True)))
    hands = Hands(request)
    assert hands.read(tmp_path) == Reading(request)
    row = hands.row("これは長い")
    hands.type(f"A{row}", "短くした。")
    found = hands.read(tmp_path).request.sections[0].text
    assert found.startswith("短くした。これは")
    assert text.endswith(found.removeprefix("短くした。"))


def test_a_numbered_heading_holds_the_writers_words(tmp_path: Path) -> None:
    """「1 概要」 is the writer's 「概要」 with the form's number."""
    hands = Hands(_narrative())
    hands.type(f"A{hands.row('1 概要')}", "1 目的")
    assert hands.read(tmp_path).request.sections[0].heading == "目的"


def test_a_renamed_sheet_is_found(hands: Hands, tmp_path: Path) -> None:
    """The printed sheet is known by its numbered rows, whatever its tab is called."""
    hands.type(f"E{hands.row('集約センター経費')}", 1)
    hands.rename("最終版")
    (change,) = hands.read(tmp_path).changes
    assert change.where.startswith("最終版!E")


def test_words_outside_the_form_are_kept(tmp_path: Path) -> None:
    """What was written beside the tables is kept as text and listed, never dropped."""
    hands = three()
    hands.type(f"R{hands.row('乙')}", "ここを確認")
    reading = hands.read(tmp_path)
    assert "ここを確認" in reading.request.sections[-1].text
    assert reading.request.sections[-1].heading == "読み取れなかった表"
    assert [entry.text for entry in reading.unread] == ["ここを確認"]


def test_a_deleted_row_of_a_fixed_table_is_left_out(hands: Hands, tmp_path: Path) -> None:
    """A sheet may leave out a row that its form has."""
    row = hands.row("前年度予算", after=hands.row("要求額の財源内訳"))
    hands.delete(row)
    assert hands.read(tmp_path).request.printed.without == ("funding/previous",)


def test_of_a_long_text_the_part_that_changed_is_listed() -> None:
    """Of two long texts one sees where they part, with twelve characters on either side; short ones are shown whole."""
    before, after = "あ" * 100 + "前の言葉" + "い" * 100, "あ" * 100 + "後" + "い" * 100
    assert differing_parts(before, after) == (
        f"…{'あ' * 12}前の言葉{'い' * 12}…",
        f"…{'あ' * 12}後{'い' * 12}…",
    )
    assert differing_parts("電話代", "電話料金") == ("電話代", "電話料金")


def test_a_cell_of_the_tables_of_figures_is_named_by_row_and_column(hands: Hands) -> None:
    """人役 and 財源 are cells of tables: their change is named by row and column."""
    ledger = Report("要求書", hands.request, samples.standard())
    assert ledger.names.name_of("headcount/request/regular") == "31年度当初予算要求額の正職員"
    assert ledger.names.name_of("funding/request/other") == "要求額のその他"


def test_every_figure_of_a_continuing_expense_may_be_typed_over(tmp_path: Path) -> None:
    """Annual amounts are taken; sums and changes (年割変更部分) follow from them and are listed as not taken."""
    hands = Hands(dam())
    figures = [
        cell.get("r")
        for row in hands.root.iter(f"{NAMESPACE}row")
        for cell in row
        if cell.find(f"{NAMESPACE}f") is not None
    ]
    assert len(figures) > 20
    for address in figures:
        hands.type(address, 7_654_321)
    reading = hands.read(tmp_path)
    assert any("計算か様式で決まる欄" in entry.why for entry in reading.unread)
    assert [expense.id for expense in reading.request.continuing] == ["dam"]
