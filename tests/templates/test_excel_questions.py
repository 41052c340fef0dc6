"""The 質問票: what is asked, where the answers stand, and how it prints; the published page shows none of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.checks import Finding, Findings
from model.document.document import Snapshot, take_snapshot
from model.edits.grounds import answer
from model.names.place_names import PlaceNames
from model.request.grounds import Cut, FundingTerm
from templates.page.html import render
from templates.sheet.question_rows import question_rows
from templates.workbook.excel import workbook_bytes
from templates.workbook.text import LINE_HEIGHT, POINTS, wrap
from tests.samples import sample, snapshot_with, standard
from tests.templates.workbooks import export, open_book, records

LONG = "経費の内訳は別紙のとおりで、過去3年の実績に基づいて積算しました。"


def _finding(rule: str, severity: Any, message: str, acknowledged: str = "") -> Finding:
    return Finding(rule, "line/line-4-1/amount", message, f"出典{rule}", severity, None, acknowledged)


FOUND = Findings(
    (
        _finding("1", "error", "合いません。"),
        _finding("2", "warning", "確かめてください。" * 30),
        _finding("3", "info", "お知らせです。"),
    ),
    (_finding("4", "warning", "違います。", "実績のとおりです。"),),
    (_finding("5", "question", "いつまでですか。", LONG * 60), _finding("6", "question", "何社ですか。")),
)


@pytest.fixture(scope="module")
def asked() -> Snapshot:
    """The real sheet with questions, findings and answers."""
    return snapshot_with(sample(), FOUND)


@pytest.fixture(scope="module")
def page(asked: Snapshot) -> Worksheet:
    """Its 質問票."""
    sheet = open_book(workbook_bytes(asked))["質問票"]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_questions_come_first_then_what_was_found(asked: Snapshot) -> None:
    """Questions, open findings, acknowledged ones; 参考 asks for nothing and is not printed."""
    rows = question_rows(asked)
    assert [(row.number, row.finding.rule) for row in rows] == [
        *((1, "5"), (2, "6"), (3, "1"), (4, "2"), (5, "4"), (0, "3")),
    ]
    assert [row.said for row in rows[1:3]] == ["何社ですか。", "【誤り】合いません。"]


def test_it_says_who_is_asked_and_what(page: Worksheet) -> None:
    """The project and its section stand above; each row has its place in words, its sentence, the answer and the source."""
    texts = [[cell.value for cell in row if cell.value is not None] for row in page]
    head = "\n".join(str(text) for row in texts[:6] for text in row)
    for word in ("質問票", "総合行政・住基ネットワーク運営事業", "平成31年度予算 当初予算", "情報政策課"):
        assert word in head
    assert "5件（答え 2件、答えのないもの 3件）" in head
    where = PlaceNames(sample(), standard()).where("line/line-4-1/amount")
    assert [5, where, "【注意】違います。", "実績のとおりです。", "出典4"] in texts
    assert [2, where, "何社ですか。", "出典6"] in texts


def test_no_text_is_cut_off(page: Worksheet) -> None:
    """Every row is as high as its text at the width of its column, and no higher than a spreadsheet can show."""
    merged = {
        cells.coord for cells in page.merged_cells.ranges if cells.size["columns"] > 1
    }  # the title and the captions, one line each
    looked_at = 0
    for row in page:
        height = page.row_dimensions[row[0].row].height
        assert height is not None
        assert height < 409
        for cell in row:
            if isinstance(cell.value, str) and not any(
                each.startswith(f"{cell.coordinate}:") for each in merged
            ):
                room = page.column_dimensions[cell.column_letter].width * POINTS - 4
                lines = len(wrap(cell.value, room, cell.font.size))
                assert lines * cell.font.size * LINE_HEIGHT <= height
                assert cell.alignment.wrap_text
                looked_at += 1
    assert looked_at > 20


def test_a_long_answer_is_printed_whole(page: Worksheet) -> None:
    """What is longer than a row goes on in the rows below."""
    printed = "".join(str(row[3].value) for row in page if row[3].value)
    assert LONG * 60 in printed


def test_an_answer_has_room(page: Worksheet) -> None:
    """A blank answer has room for three written lines, and the colour of a field to be filled in."""
    (row,) = [row for row in page if row[0].value == 2]
    assert row[3].value is None
    assert row[3].fill.fgColor.rgb.endswith("FFFBE0")
    assert page.row_dimensions[row[0].row].height >= 45


def test_it_prints_on_a4_one_page_wide(page: Worksheet) -> None:
    """A4 across, one page wide, the headings above and the project below on every page."""
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.page_setup.scale == 100
    (heading,) = [row[0].row for row in page if row[0].value == "番号"]
    assert page.print_title_rows == f"${heading}:${heading}"
    assert page.freeze_panes == f"A{heading + 1}"
    assert "総合行政・住基ネットワーク運営事業" in page.oddFooter.left.text
    assert "&P / &N" in page.oddFooter.right.text
    width = sum(page.column_dimensions[letter].width for letter in "ABCDE") * POINTS
    assert 720 < width < 790  # of 770 pt between the margins: it is not shrunk to be unreadable


@pytest.mark.parametrize("count", range(7, 15))
def test_the_last_question_does_not_stand_alone(count: int) -> None:
    """The last question stands on the page of the one before it, wherever the page ends."""
    asked = tuple(_finding(f"{number}", "question", f"いつ{number}ですか。") for number in range(count))
    sheet = open_book(workbook_bytes(snapshot_with(sample(), Findings((), (), asked))))["質問票"]
    (last,) = [row[0].row for row in sheet.iter_rows() if row[0].value == count]
    assert last - 1 not in {page_break.id for page_break in sheet.row_breaks.brk}


def test_a_request_of_which_nothing_is_asked_has_none() -> None:
    """No question and no finding: no sheet, and no 検査結果."""
    quiet = snapshot_with(sample(), Findings())
    assert not {"質問票", "検査結果"} & set(open_book(workbook_bytes(quiet)).sheetnames)


def test_findings_as_data(asked: Snapshot) -> None:
    """検査結果 has every question and finding, with the place in words and the reason or answer."""
    rows = records(workbook_bytes(asked), "検査結果")
    assert [(row["重さ"], row["規則"], row["質問票の番号"]) for row in rows] == [
        *(
            ("質問", "5", 1),
            ("質問", "6", 2),
            ("誤り", "1", 3),
            ("注意", "2", 4),
            ("注意", "4", 5),
            ("参考", "3", ""),
        ),
    ]
    assert [row["了解の理由・答え"] for row in rows[1:5]] == ["", "", "", "実績のとおりです。"]
    assert rows[1]["欄"].startswith("所要経費 ＞ 「")


def test_the_published_page_shows_none_of_it(folder: Path) -> None:
    """Answers, grounds of revenue and parts of the cut are for the finance division: the page is the same without them."""
    request = replace(sample(), declared={"request/amount": 5})
    internal = replace(
        request,
        funding_terms=(FundingTerm("t", "national", "整備交付金", "1/2", 1_000, 500),),
        cuts=(Cut("c", "line-4-1", 479, "内部の理由です。"),),
    )
    for finding in take_snapshot(internal, standard()).findings.all:
        internal = answer(internal, finding, "内部の説明です。")
    assert internal.answers
    page, plain = (render(take_snapshot(each, standard()), folder) for each in (internal, request))
    assert page == plain
    assert "内部の" not in page
    assert "内部の" in str(records(export(internal), "検査結果"))
