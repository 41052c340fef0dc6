"""The flat sheets of the workbook follow 総務省's rules for machine-readable data (2020)."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from model.edits.fields import set_value
from model.request.request import Line
from model.values.identity import Identity
from templates.workbook.data import KEYS
from tests import samples
from tests.templates.workbooks import DATA_SHEETS, everything, export, open_book, records

KNOWN = Identity("p" * 16, "d" * 16)


@pytest.fixture(scope="module")
def book() -> bytes:
    """The workbook of the real sheet."""
    return export(samples.sample())


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The workbook of a request with something in each flat sheet."""
    return export(replace(everything(), identity=KNOWN))


@pytest.fixture(scope="module")
def opened(whole: bytes) -> Workbook:
    """The same, opened with its formulas."""
    return open_book(whole)


def test_a_sheet_without_rows_is_left_out(book: bytes) -> None:
    """A small request prints no sheets that hold headings only, but for 経費明細, into which lines can be written."""
    titles = set(open_book(book).sheetnames)
    assert (titles & set(DATA_SHEETS)) - {"検査結果"} == {
        *("事業", "経費明細", "財源内訳", "人役", "債務負担", "債務負担調書", "査定", "減額内訳", "文章"),
    }
    (costs,) = [sheet for sheet in open_book(export(samples.empty())) if sheet.title == "経費明細"]
    assert costs.max_row >= 1


@pytest.mark.parametrize("title", DATA_SHEETS)
def test_a_data_sheet_is_one_plain_table(opened: Workbook, title: str) -> None:
    """One heading row at A1, no merged cells, one datum in each cell, the key columns on each row; one formula, in 要求書との照合."""
    sheet = opened[title]
    assert sheet.max_row > 1
    assert not sheet.merged_cells.ranges
    assert sheet.freeze_panes == "A2"
    headings = [cell.value for cell in sheet[1]]
    assert all(isinstance(heading, str) and "\n" not in heading for heading in headings)
    assert len(set(headings)) == len(headings)
    for row in sheet.iter_rows(min_row=2):
        assert [cell.value for cell in row[: len(KEYS)]] == [
            *("31000", KNOWN.project, KNOWN.document, 2019, "平成31年度"),
            *("当初予算", None, "予算要求書", "一般事業要求", "査定"),
            *(None, "総務部", None, "情報政策課", "総務費", "企画費", "計画調査費"),
            "総合行政・住基ネットワーク運営事業",
        ]
        assert all(cell.data_type in "ns" for cell in row[:-2])


def test_every_cost_line_is_a_row(book: bytes, facts: dict[str, Any]) -> None:
    """経費明細 has a row per line and part and none for a heading; those that are counted give the 合計 of each table."""
    rows = records(book, "経費明細")
    for number, table in enumerate(facts["cost_tables"], start=1):
        own = [row for row in rows if row["表の順"] == number]
        assert {row["表"] for row in own} == {table["title"]}
        assert [row["行の順"] for row in own] == list(range(1, len(own) + 1))
        for heading, total in zip(("前年度予算額(千円)", "要求額(千円)"), table["合計"], strict=True):
            counted = (row[heading] for row in own if row["歳出の合計に入る(1=入る)"] == 1)
            assert sum(figure for figure in counted if figure != "") == total
    assert {row["種別"] for row in rows} == {"行", "内訳あり"}


def test_a_row_says_where_its_figure_comes_from(book: bytes) -> None:
    """7,040千円 of システム保守運用経費 is the sum of its two half-years; last year's 6,651千円 was typed."""
    row = next(row for row in records(book, "経費明細") if row["内容"] == "システム保守運用経費")
    assert (row["種別"], row["前年度予算額の由来"], row["要求額の由来"]) == ("内訳あり", "入力", "計算")
    declared = records(export(samples.declared_sample()), "経費明細")
    row = next(row for row in declared if row["内容"] == "システム保守運用経費")
    assert row["要求額の由来"] == "手入力(計算値あり)"


def test_the_project_is_one_row(book: bytes) -> None:
    """事業 has the request in one row: 要求額, 前年度, 増減 in 千円 and 増減率 in percent."""
    (row,) = records(book, "事業")
    assert [row[key] for key in ("歳出要求額(千円)", "前年度予算額(千円)", "増減(千円)", "増減率(%)")] == [
        *(124_767, 118_656, 6_111, 5.2)
    ]
    assert row["査定後のトータルコスト(千円)"] == 139_370


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [("", "歳出"), ("commitment", "債務負担行為"), ("continuing", "継続費"), ("carry_over", "繰越明許費")],
)
def test_amounts_of_one_kind_have_a_column_of_their_own(sheet: str, kind: str) -> None:
    """What a sheet of its own asks is in no column of 歳出, and the columns are the same for every form."""
    request = set_value(samples.with_lines(Line("a", "工事", 1, 2)), "header/sheet", sheet)
    data = export(set_value(request, "request/amount", 700))
    (row,) = records(data, "事業")
    assert list(row) == list(records(export(samples.sample()), "事業")[0])
    filled = {name for name in row if name.endswith("要求額(千円)") and row[name] != ""}
    assert filled == {f"{kind}要求額(千円)"}
    assert row[f"{kind}要求額(千円)"] == 700
    assert row["用紙"] == ("予算要求書" if kind == "歳出" else f"{kind}要求書")
    counted = {line["歳出の合計に入る(1=入る)"] for line in records(data, "経費明細")}
    assert counted == {1 if kind == "歳出" else 0}


def test_funding_is_one_datum_a_row(book: bytes, facts: dict[str, Any]) -> None:
    """財源内訳 has a row per source and a column per row of the page, with the published figures; each column sums to 事業費."""
    published = [*facts["funding"]["rows"], *facts["finance"]["rows"]]
    rows = records(book, "財源内訳")
    names = ("前年度予算(千円)", "要求額(千円)", "計上額(千円)", "保留額(千円)", "別途額(千円)")
    for name, (_, expense, *figures) in zip(names, published, strict=True):
        assert [row[name] for row in rows] == figures
        assert sum(row[name] for row in rows) == expense
    assert all(row["別の用紙の要求額(千円)"] == row["復活要求額(千円)"] == "" for row in rows)


def test_people_have_the_price_of_their_year(book: bytes, facts: dict[str, Any]) -> None:
    """A 正職員 costs 7,938千円 in 平成31年度 and 7,945千円 in 平成30年度; 非常勤職員 have no price."""
    rows = records(book, "人役")
    prices = {(row["行の年度(西暦)"], row["職員区分"]): row["1人当たり人件費(千円)"] for row in rows}
    assert prices[2019, "正職員"] == facts["unit_labour_cost"]["平成31年度 正職員"]
    assert prices[2018, "正職員"] == facts["unit_labour_cost"]["平成30年度 正職員"]
    assert prices[2019, "非常勤職員"] == ""


def test_commitments_have_western_years(book: bytes) -> None:
    """The period 「H32〜H35」 is 2020 to 2023, beside the words as typed."""
    row = records(book, "債務負担")[0]
    assert [row["期間"], row["開始年度(西暦)"], row["終了年度(西暦)"]] == ["H32〜H35", 2020, 2023]


def test_the_assessment_is_a_row_only_where_there_is_one(book: bytes) -> None:
    """査定 has the granted amount and the cut in 千円; a request before the 査定 has no such sheet."""
    (row,) = records(book, "査定")
    assert (row["結果"], row["計上額(千円)"], row["減額(千円)"]) == ("計上", 124_288, 479)
    assert records(export(samples.empty()), "査定") == []


def test_findings_are_listed() -> None:
    """検査結果 says the severity, the rule, the place and the sentence of each finding."""
    request = samples.with_lines(Line("a", text="保守料", amount="約3百"))
    (row,) = [row for row in records(export(request), "検査結果") if row["規則"] == "amount"]
    assert (row["重さ"], row["場所"]) == ("誤り", "line/a/amount")
    assert "約3百" in row["メッセージ"]


def test_grounds_of_revenues_and_parts_of_the_cut(whole: bytes) -> None:
    """財源の根拠 and 減額内訳 have a row for each, with the words of its source and its cost line, 千円."""
    (term,) = records(whole, "財源の根拠")
    line = samples.sample().groups[0].lines[0]
    assert (term["財源"], term["収入の名前"], term["補助率・充当率"], term["対象経費(千円)"]) == (
        *("国庫支出金", "整備交付金", "1/2", 1_000),
    )
    assert (term["収入の額(千円)"], term["行ID"], term["充てる経費"]) == (500, line.id, line.text)
    cut = records(whole, "減額内訳")[0]
    assert (cut["減額した経費"], cut["減額(千円)"], cut["減額の理由"], cut["由来"]) == (
        *(line.text, 479, "実績により精査しました。", "入力"),
    )


def test_parts_of_the_cut_are_those_of_the_totals(book: bytes) -> None:
    """What 財政課処理欄 says was cut stands in 減額内訳; with what nothing explains it makes up the 減額 of 査定."""
    rows = records(book, "減額内訳")
    assert {row["由来"] for row in rows} == {"財政課処理欄の文"}
    (granted,) = records(book, "査定")
    explained = sum(row["減額(千円)"] for row in rows if row["減額(千円)"] != "")
    assert explained + granted["内訳のない減額(千円)"] == granted["減額(千円)"] == 479


def test_unreadable_text_stays_as_typed_and_a_blank_stays_blank() -> None:
    """「約3百」 is not made a number, and a blank is not made a 0."""
    request = samples.with_lines(Line("a", text="保守料", amount="約3百"))
    (row,) = records(export(replace(request, funding_words="")), "経費明細")
    assert (row["要求額(千円)"], row["前年度予算額(千円)"]) == ("約3百", "")


def test_object_classes_of_lines() -> None:
    """節 and 細節 are data of their own; a part has its line's 節, and what no list has stays as typed."""
    parts = (Line("x", "上期", amount=3), Line("y", "下期", amount=4, object_class="雑費"))
    request = samples.with_lines(
        Line("a", "冊子", 1, 2, object_class="11 需用費/印刷製本費"),
        Line("b", "保守", object_class="13 委託料", parts=parts),
        Line("c", "他", amount=5),
    )
    book = export(request)
    rows = [(row["節番号"], row["節"], row["細節"]) for row in records(book, "経費明細")]
    assert rows == [
        (11, "需用費", "印刷製本費"),
        (13, "委託料", ""),
        (13, "委託料", ""),
        ("", "雑費", ""),
        ("", "", ""),
    ]
    subtotals = [tuple(row.values())[len(KEYS) : -2] for row in records(book, "節別")]
    assert subtotals == [
        (1, 11, "需用費", "", 1, 2, "", ""),
        (2, 11, "需用費", "印刷製本費", "", "", 1, 2),
        (1, 13, "委託料", "", "", 3, "", ""),
        (1, "", "雑費", "", "", 4, "", ""),
        (1, "", "節なし", "", "", 5, "", ""),
    ]


def test_no_object_class_no_rows_of_them(book: bytes) -> None:
    """The real sheet gives no 節: its columns are blank and their sheet is left out."""
    assert records(book, "節別") == []
    assert {row["節"] for row in records(book, "経費明細")} == {""}
