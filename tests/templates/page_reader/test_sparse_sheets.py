"""Published sheets on which parts of their form stand empty: each prints what it printed, also read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.checks.run import check
from model.request.request import Request
from templates.page import html
from templates.readers.page.html_pieces import html_pieces
from templates.readers.page.matching import match_rows
from templates.readers.page.pieces import Line
from templates.readers.sources import read_source
from templates.workbook import excel
from tests.samples import ROOT, snapshot, standard
from tests.templates.page_reader.pages import page

FOLDER = ROOT / "templates" / "standards" / "tottori"
_COSTS = """事業費(A) 人件費(B) トータルコスト
(A+B)
正職員 会計年度任用職員 特別職非常勤職員
R5年度予算額(最終) 900千円 780千円 1,680千円 0.1人 人 人

事業費
"""
ADJUSTED = page(
    asked="要求額:1,000千円 財源:単県 追加:1,000千円\n\n一般事業査定:計上 計上額:900千円",
    stage="一般事業調整",
).replace("事業費\n", _COSTS, 1)
UNASKED = page(asked="", stage="一般事業調整").replace("事業費\n", _COSTS, 1)
BARE_COMMENT = page("1 概要\n\n本文。\n\n財政課処理欄\n\n\n")
OWED = page(asked="").replace("新しい事業", "[債務負担行為]新しい事業")


def printed(request: Request) -> str:
    """The published page of a request."""
    return html.render(snapshot(request), FOLDER)


def read(text: str, folder: Path) -> Request:
    """What is read of a file of that text."""
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return read_source(path, standard(), FOLDER).request


def test_a_blank_count_keeps_its_unit(tmp_path: Path) -> None:
    """001, 018, 061, 076, 092, 096 print 「人」 without a figure in the row of the final amount; nobody is counted."""
    request = read(ADJUSTED, tmp_path)
    assert printed(request).count(">人</td>") == 2
    now = snapshot(request)
    assert now.totals.cost_rows["assessed"].labour.derived == 780
    assert not check(request, now.totals, standard()).errors


def test_finance_title_of_a_request_page(tmp_path: Path) -> None:
    """180 prints 財政課処理欄 with nothing below it although it has no 査定."""
    request = read(BARE_COMMENT, tmp_path)
    assert not request.is_assessed
    assert "<h2>財政課処理欄</h2>" in printed(request)
    assert "財政課処理欄" not in printed(read(page(), tmp_path))


def test_assessed_rows_without_a_line(tmp_path: Path) -> None:
    """170 has the rows of an assessed sheet and nothing below 事業費: no 査定 is printed."""
    request = read(UNASKED, tmp_path)
    assert request.is_assessed
    assert "査定:" not in printed(request).replace("</span>", "")
    assert 'class="asked"' not in printed(request)


def test_a_page_without_any_request(tmp_path: Path) -> None:
    """117 asks for a 債務負担 and says 要求額 nowhere; the site's name tells that it is a page."""
    assert "要求額" not in OWED
    assert read(OWED, tmp_path).header.sheet == "commitment"


@pytest.mark.parametrize("text", [ADJUSTED, UNASKED, BARE_COMMENT, OWED])
def test_they_come_back(text: str, tmp_path: Path) -> None:
    """What a sheet leaves empty is as empty after its page and its workbook are read back."""
    request = read(text, tmp_path)
    assert printed(read(printed(request), tmp_path)) == printed(request)
    workbook = tmp_path / "sheet.xlsx"
    workbook.write_bytes(excel.workbook_bytes(snapshot(request)))
    reading = read_source(workbook, standard(), FOLDER)
    assert (reading.request, reading.changes, reading.unread) == (request, (), ())


def test_a_table_of_many_rows_takes_no_square_time() -> None:
    """A file with 5,000 rows where the form has two is read at once; the first and the last fit by their labels."""
    labels = ["要求額", *["計"] * 5_000, "前年度予算額"]
    keys = match_rows(labels, [("request", "要求額"), ("previous", "前年度予算額")])
    assert (keys[0], keys[-1]) == ("request", "previous")
    assert keys.count(None) == 5_000


def test_merged_cells_cannot_fill_the_memory() -> None:
    """A table whose cells say that each covers 60 by 60 places is read as text, with all its words."""
    row = "<tr>" + "<td rowspan=60 colspan=60>5千円</td>" * 10 + "</tr>"
    pieces = html_pieces(f"<table>{row * 100}</table>").pieces
    assert sum("5千円" in piece.text for piece in pieces if isinstance(piece, Line)) == 1_000
