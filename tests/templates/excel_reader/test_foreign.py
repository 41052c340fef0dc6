"""Workbooks of other hands: a section's own, the finance division's, an older one, read by their labels."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from model.document.storage import dumps_compact, loads
from model.request.lines import walk
from model.request.request import Line
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook
from tests import samples
from tests.templates.excel_reader.edited_books import Hands


def _sheet(*rows: list[Any]) -> Worksheet:
    sheet = Workbook().active
    assert isinstance(sheet, Worksheet)
    sheet.title = "要求"
    for row in rows:
        sheet.append(row)
    return sheet


def _read(sheet: Worksheet, folder: Path) -> Reading:
    path = folder / "foreign.xlsx"
    assert sheet.parent is not None
    sheet.parent.save(path)
    reading = read_workbook(path, samples.standard())
    assert loads(dumps_compact(reading.request), "x") == reading.request  # a request that a file can hold
    return reading


def _lines(reading: Reading, group: int = 0) -> list[Line]:
    return [
        msgspec.structs.replace(line, id="", parts=())
        for line, _ in walk(reading.request.groups[group].lines)
    ]


YEAR = ["令和9年度当初予算 予算要求書"]


def test_the_head_is_found_by_its_labels(tmp_path: Path) -> None:
    """事業名, 部局, 課 and 款項目 stand beside their labels, or behind a colon, wherever they are."""
    sheet = _sheet(
        YEAR, [None, "事業名", "地域おこし事業"], ["部局名", "地域部", None, "担当課", "地域振興課"],
        ["電話番号：0857-00-0000"], ["款:総務費 項:企画費 目:計画調査費"],
    )  # fmt: skip
    reading = _read(sheet, tmp_path)
    header, contact = reading.request.header, reading.request.contact
    assert (header.fiscal_year, header.budget, header.name) == ("令和9年度", "当初予算", "地域おこし事業")
    assert (contact.department, contact.section, contact.phone) == ("地域部", "地域振興課", "0857-00-0000")
    assert (header.subject_kan, header.subject_kou, header.subject_moku) == ("総務費", "企画費", "計画調査費")
    assert reading.unread == ()


def test_a_cost_table_of_a_section(tmp_path: Path) -> None:
    """細事業名, 積算, both years and 備考 go to their fields; a 合計 that is the sum is not declared, another is."""
    head = ["細事業名", "積算", "要求額(千円)", "前年度予算額(千円)", "増減", "備考"]
    rows = [
        ["【新規】委託料", "1,000千円×3", 3_000, None, 3_000, "県外"],
        ["旅費", None, "１２０", 100, 20, None],
    ]
    reading = _read(_sheet(YEAR, ["1.運営費"], head, *rows, ["合　計", None, 3_120, 100, 3_020]), tmp_path)
    assert _lines(reading) == [
        Line("", "委託料", None, 3_000, "県外", "1,000千円×3", mark="new"),
        Line("", "旅費", 100, 120),
    ]
    (group,) = reading.request.groups
    assert (group.title, group.amount, group.previous) == ("1.運営費", None, None)
    assert reading.unread == ()
    reading = _read(_sheet(YEAR, head, *rows, ["合計", None, 9_999]), tmp_path)
    assert reading.request.groups[0].amount == 9_999


def test_yen_become_thousands_exactly(tmp_path: Path) -> None:
    """円 are taken as 千円 where they are whole 千円; others stay as written and are listed, never rounded."""
    sheet = _sheet(YEAR, ["単位：円"], ["内容", "要求額"], ["委託料", 3_000_000], ["旅費", 120_500])
    reading = _read(sheet, tmp_path)
    assert [line.amount for line in _lines(reading)] == [3_000, "120500円"]
    assert [(entry.where, entry.text) for entry in reading.unread] == [("要求!B5", "120500円")]


def test_yen_shown_as_thousands(tmp_path: Path) -> None:
    """A cell may hold 円 and show 千円 by its format; what it shows is what the sheet says."""
    sheet = _sheet(YEAR, ["内容", "要求額(千円)"], ["委託料", 3_000_000])
    sheet["B3"].number_format = "#,##0,"
    assert _lines(_read(sheet, tmp_path))[0].amount == 3_000


def test_a_missing_unit_is_said(tmp_path: Path) -> None:
    """Without a unit the figures are 千円, as on every sheet, and that is listed."""
    reading = _read(_sheet(YEAR, ["内容", "要求額"], ["委託料", 3_000]), tmp_path)
    assert _lines(reading)[0].amount == 3_000
    assert ["単位" in entry.why for entry in reading.unread] == [True]


def test_the_year_of_a_heading_decides(tmp_path: Path) -> None:
    """「R8当初予算額」 in a request of 令和9年度 is the previous year, 「R9要求額」 this one."""
    sheet = _sheet(YEAR, ["項目", "R8当初予算額(千円)", "R9要求額(千円)"], ["委託料", 5, 7])
    assert _lines(_read(sheet, tmp_path)) == [Line("", "委託料", 5, 7)]


def test_parts_are_set_in(tmp_path: Path) -> None:
    """A row set in, by spaces or by its cell, is a part of the one above; a figure that is their sum is left to them."""
    sheet = _sheet(
        YEAR, ["内容", "要求額(千円)"], ["事務費", 30], ["　旅費", 10], ["需用費", 20], ["委託料", 5]
    )
    sheet["A5"].alignment = Alignment(indent=1)
    (office, other) = _read(sheet, tmp_path).request.groups[0].lines
    assert (office.text, office.amount, [part.amount for part in office.parts]) == ("事務費", None, [10, 20])
    assert (other.text, other.amount) == ("委託料", 5)


def test_a_subtotal_is_no_line(tmp_path: Path) -> None:
    """小計 would be counted twice as a line; it is listed, and whether it is the sum of its rows."""
    sheet = _sheet(YEAR, ["内容", "要求額(千円)"], ["甲", 1], ["乙", 2], ["小計", 3], ["丙", 4], ["合計", 7])
    reading = _read(sheet, tmp_path)
    assert [line.text for line in _lines(reading)] == ["甲", "乙", "丙"]
    assert reading.request.groups[0].amount is None
    assert ["小計" in entry.text for entry in reading.unread] == [True]


def test_tables_side_by_side(tmp_path: Path) -> None:
    """Two tables beside each other are two tables."""
    head = ["内容", "要求額(千円)"]
    reading = _read(_sheet(YEAR, [*head, None, *head], ["甲", 1, None, "乙", 2], ["丙", 3]), tmp_path)
    assert [[line.text for line in _lines(reading, at)] for at in (0, 1)] == [["甲", "丙"], ["乙"]]


def test_headings_over_two_rows(tmp_path: Path) -> None:
    """A heading over several columns is part of each; what has no field of its own stands in 備考 with its heading."""
    sheet = _sheet(YEAR, ["内容", "要求額(千円)", "財源"], [None, None, "国費", "県費"], ["委託料", 9, 4, 5])
    sheet.merge_cells("C2:D2")
    assert _lines(_read(sheet, tmp_path)) == [Line("", "委託料", None, 9, "財源 国費:4\n財源 県費:5")]


def test_funding_people_and_the_request_line(tmp_path: Path) -> None:
    """The Standard's own labels name the columns of 財源内訳 and 人役; a derived figure is declared only where it differs."""
    sheet = _sheet(
        YEAR, ["要求額", 12, None, "前年度予算額", 7], [], ["内容", "要求額(千円)"], ["委託料", 10], [],
        ["要求額の財源内訳（単位：千円）"], ["区分", "事業費", "国庫支出金", "起債", "一般財源"], ["要求額", 12, 5, 0, 7], [],
        ["正職員", "会計年度任用職員"], [1.5, 2],
    )  # fmt: skip
    request = _read(sheet, tmp_path).request
    assert request.declared == {"request/amount": 12, "request/previous": 7, "funding/request/expense": 12}
    assert request.funding.request == {"national": 5, "bonds": 0}
    assert {key: Decimal(text) for key, text in request.headcount.request.items()} == {
        "regular": Decimal("1.5"),
        "fiscal_year_appointed": Decimal(2),
    }


def test_paragraphs_under_their_headings(tmp_path: Path) -> None:
    """A short numbered row is a heading, the rows below it its text."""
    sheet = _sheet(
        YEAR, ["1 事業の目的"], ["地域を元気にする。"], ["人を呼ぶ。"], ["2 効果"], ["人が増える。"]
    )
    sections = _read(sheet, tmp_path).request.sections
    assert [(section.heading, section.text) for section in sections[:2]] == [
        ("1 事業の目的", "地域を元気にする。\n人を呼ぶ。"),
        ("2 効果", "人が増える。"),
    ]


def test_what_is_not_understood_is_kept(tmp_path: Path) -> None:
    """A table of another kind stands as text in 「読み取れなかった表」, and is listed with its range."""
    reading = _read(_sheet(YEAR, [], [None, "路線", "延長"], [None, "1号", 35]), tmp_path)
    section = reading.request.sections[-1]
    assert (section.heading, section.text) == ("読み取れなかった表", "［要求!B3:C4］\n路線\t延長\n1号\t35")
    assert [entry.where for entry in reading.unread] == ["要求!B3:C4"]


def test_hidden_rows_and_sheets_are_said(tmp_path: Path) -> None:
    """What is hidden is read all the same, and listed."""
    sheet = _sheet(YEAR, ["内容", "要求額(千円)"], ["甲", 1], ["乙", 2])
    sheet.row_dimensions[4].hidden = True
    reading = _read(sheet, tmp_path)
    assert [line.text for line in _lines(reading)] == ["甲", "乙"]
    assert [entry.why for entry in reading.unread] == ["隠れている行も読みました。"]


def test_our_sheet_without_its_memory(tmp_path: Path) -> None:
    """Our own workbook whose hidden sheet was lost is read by its labels: every line with both years, and that is said."""
    hands = Hands(samples.sample())
    hands.drop_memory()
    reading = hands.read(tmp_path)
    found = [
        (line.text, line.amount, line.previous)
        for group in reading.request.groups
        for line, _ in walk(group.lines)
    ]
    for group in hands.request.groups:
        for line, _ in walk(group.lines):
            figures = (line.amount, line.previous)
            assert any(text.startswith(line.text) for text, *_ in found), line.text
            if not line.parts:
                assert any(text.startswith(line.text) and (*rest,) == figures for text, *rest in found), (
                    line.text
                )
    assert reading.request.header.name == hands.request.header.name
    assert "控え" in reading.unread[0].why
    assert len(found) == sum(len(list(walk(group.lines))) for group in hands.request.groups), (
        "査定 is no cost"
    )
    assert reading.request.source_questions == (), "the tables give the 事業費 of the table of total cost"


_words = st.text("いろはにほへとちりぬるを", min_size=1, max_size=6)  # no label is made of these
_cells = st.one_of(st.none(), _words, st.integers(-(10**9), 10**9))


@given(st.lists(st.lists(_cells, max_size=5), max_size=8))
@example([[None, None, "いい"], [None, None, 0], [None, 0, "い"]])  # a word below the headings, alone
def test_nothing_is_ever_dropped(rows: list[list[Any]]) -> None:
    """Every word and figure of any sheet stands somewhere in what was read."""
    with tempfile.TemporaryDirectory() as folder:
        reading = _read(_sheet(["内容", "要求額(千円)"], *rows), Path(folder))
    request = reading.request
    held = [*request.header.__struct_fields__]
    texts = "\n".join([section.text + section.heading for section in request.sections])
    texts += "\n".join(str(getattr(request.header, field)) for field in held)
    for group in request.groups:
        texts += f"\n{group.title}\n{group.amount}"
        for line, _ in walk(group.lines):
            texts += f"\n{line.text}\n{line.amount}\n{line.remark}"
    for cell in (cell for row in rows for cell in row if cell is not None):
        assert str(cell).strip() in texts


def test_a_rate_beside_the_label_of_an_amount_is_no_amount(tmp_path: Path) -> None:
    """A figure with % behind it stands at 要求額 as it is written, and is said: it is worked out as no money."""
    sheet = _sheet(YEAR, ["要求額", 12, "%"], [], ["内容", "要求額（千円）"], ["会場", 100], ["計", 100])
    reading = _read(sheet, tmp_path)
    assert reading.request.declared == {"request/amount": "12%"}
    assert [line.amount for line in _lines(reading)] == [100]
    assert "千円の金額として読めないため、書かれたとおりに入れました。" in [
        entry.why for entry in reading.unread
    ]
