"""The workbook read back: every figure of the real sheet, typed text that stays text, and how it prints."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.cell_range import CellRange
from python_calamine import CalamineWorkbook

from main import STANDARD_FOLDER
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.request.request import Line, Request, Section
from templates.commands.exported_files import export_request
from templates.workbook.excel import FORM_TITLE, workbook_bytes
from templates.workbook.text import MAX_CELL_UNITS, POINTS
from tests import samples
from tests.examples import costly_examples
from tests.requests import requests
from tests.templates.workbooks import (
    DATA_SHEETS,
    Page,
    data_sheets,
    export,
    form_xml,
    grid,
    open_book,
    records,
)


@pytest.fixture(scope="module")
def book() -> bytes:
    """The workbook of the real sheet."""
    return export(samples.sample())


@pytest.fixture(scope="module")
def opened(book: bytes) -> Workbook:
    """It with its formulas; none of the tests changes it."""
    return open_book(book)


@pytest.fixture(scope="module")
def page(book: bytes) -> Page:
    """Its printed sheet, with the values that the formulas carry."""
    return Page(book)


def test_the_total_cost_table_is_the_published_one(page: Page, facts: dict[str, Any]) -> None:
    """事業費(A), 人件費(B), トータルコスト(A+B) and 人役 of the three rows are those of the published page."""
    for label, *figures in facts["total_cost"]["rows"]:
        assert page.cells(page.row(label)) == [float(figure) for figure in figures]


def test_the_request_line_is_the_published_one(page: Page, facts: dict[str, Any]) -> None:
    """要求額 is 124,767千円, 6,111千円 and 5.2% more than the year before, and 財源 is 単県."""
    row = page.row("要求額(千円)") + 1
    assert page.sheet.cell(row, 1).value == facts["request"]["要求額"]
    assert page.cells(row) == [facts["request"]["前年度予算額"], 6_111, 0.052, facts["request"]["財源"]]


def test_the_assessment_says_what_was_cut(page: Page, facts: dict[str, Any]) -> None:
    """Of the request 124,288千円 were granted and 479千円 cut, though the result is called 計上."""
    row = page.row(facts["assessment"]["査定"]) + 1
    assert page.sheet.cell(row, 1).value == facts["assessment"]["結果"]
    assert page.cells(row) == [facts["assessment"]["計上額"], facts["finance"]["cuts"]["total"]]


def _expected_lines(table: dict[str, Any]) -> list[tuple[str, int | None, int | None]]:
    expected: list[tuple[str, int | None, int | None]] = []
    for line in table["lines"]:
        if isinstance(line, dict):
            for heading, parts in line.items():
                expected.append((heading, None, None))
                expected += [(part[0], part[1], part[2]) for part in parts]
            continue
        expected.append((line[0], line[1], line[2]))
        if len(line) > 4:
            expected += [(text, None, amount) for text, amount, _ in line[4]["parts"]]
    return expected


def test_every_cost_line_stands_in_its_row_and_column(page: Page, facts: dict[str, Any]) -> None:
    """Each line of the five cost tables has its figure of both years, and each table its 合計."""
    for table in facts["cost_tables"]:
        row = page.row(table["title"], after=page.row("2 所要経費")) + 2
        for text, previous, amount in [*_expected_lines(table), ("合計", *table["合計"])]:
            if page.sheet.cell(row, 1).value == "内容":
                row += 1  # the headings once more, at the top of a page
            found = [page.sheet.cell(row, column).value for column in (1, 4, 5)]
            assert found == [text, previous, amount]
            row += 1
        # Both years have columns of their own: the page's legend of bracketed figures has nothing to explain here.
        assert "( )内" not in str(page.sheet.cell(row, 1).value)


def test_the_change_column_adds_up(page: Page) -> None:
    """A line that ended last year counts in 増減 with its whole amount, so that the lines give the 合計's 増減."""
    row = page.row("第三次LGWAN接続機器リース料")
    assert [page.sheet.cell(index, 6).value for index in range(row - 2, row + 2)] == [0, 152, -16, 136]


@pytest.mark.parametrize(("title", "part"), [("要求額の財源内訳", "funding"), ("財政課使用欄", "finance")])
def test_the_funding_tables_are_the_published_ones(
    page: Page, facts: dict[str, Any], title: str, part: str
) -> None:
    """事業費, each source of money and 一般財源 stand as published, and a source without money is a 0."""
    top = page.row(title)
    for label, *figures in facts[part]["rows"]:
        assert page.cells(page.row(label, after=top)) == figures


def test_commitments_keep_their_period_as_typed(page: Page) -> None:
    """「H32〜H35」 names years that never came and stays as typed; the wording stands beside it."""
    row = page.row("標準事務費", after=page.row("債務負担行為"))
    assert page.cells(row) == ["H32〜H35", "要求", "H32〜H35について別途債務負担行為を要求"]


def test_two_readers_read_the_same_numbers(book: bytes, page: Page) -> None:
    """calamine, which computes nothing, reads the very figures that openpyxl reads from the formula cells."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name(FORM_TITLE).to_python()
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            assert (page.sheet.cell(number, column).value or "") == (value or "")


def test_every_word_of_the_narrative_is_printed(page: Page, sample: Request) -> None:
    """No sentence of the narrative or of the 財政課処理欄 gets lost between the rows."""
    printed = "".join(page.text().split())
    for text in [*(section.text for section in sample.sections), sample.assessment.comment]:
        assert all("".join(line.split()) in printed for line in text.split("\n"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+81-857", "-", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "#N/A", "=", "TRUE"]
)
def test_typed_text_never_becomes_a_formula(text: str) -> None:
    """A remark that opens like a formula is shown as typed; Excel computes only what this program derived."""
    request = samples.with_lines(Line("a", text=text, amount=1, remark=text))
    request = replace(request, header=replace(request.header, name=text))
    for sheet in open_book(export(request)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f":
                own = (
                    r"=(SUM\(|ROUND\(|[A-J]\d)"
                    if sheet.title == FORM_TITLE
                    else r"=(IF\(ABS\(|事業!\$[A-Z]+\$2$)"
                )
                assert re.match(own, str(cell.value))
            elif cell.value is not None and str(cell.value).strip() == text.strip():
                assert cell.data_type == "s"
                assert cell.quotePrefix == (text not in ("#N/A", "TRUE"))


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    """A control character pasted from an old terminal does not make the workbook unreadable."""
    request = samples.with_lines(Line("a", text="保守\x00\x0b料\ufffe", amount=1))
    assert records(export(request), "経費明細")[0]["内容"] == "保守料"


def test_no_field_of_the_head_makes_the_workbook_unwritable() -> None:
    """A file may hold control characters in any field: the foot and the properties of the workbook have them left out too."""
    request = samples.one_line()
    odd = {
        part: replace(
            value, **{name: f"{getattr(value, name)}\x01\x00\ufffe" for name in value.__struct_fields__}
        )
        for part in ("header", "contact")
        for value in (getattr(request, part),)
    }
    assert records(export(replace(request, **odd)), "経費明細")


@given(requests())
@settings(max_examples=costly_examples(25), deadline=None)
def test_any_request_can_be_exported(request: Request) -> None:
    """An export never fails, and each formula cell holds a number, whatever was typed."""
    xml = form_xml(export(request))
    assert len(re.findall(r"</f><v>-?\d+(\.\d+)?</v>", xml)) == xml.count("<f>")


@given(requests())
@settings(max_examples=costly_examples(25), deadline=None)
def test_narratives_come_back_as_typed(request: Request) -> None:
    """文章 holds every narrative as typed, but for what XML cannot carry."""
    found = [str(row["文章"]) for row in records(export(request), "文章")]
    for section in request.sections:
        if section.text.isprintable():
            assert section.text in found


def test_a_long_paragraph_is_printed_whole_in_rows_that_excel_can_show() -> None:
    """A paragraph of 4,000 characters is cut after sentences into rows no higher than Excel's 409 pt."""
    text = "情報システムの安全かつ安定的な運用を行うため、機器の監視及び保守管理を委託する。" * 100
    request = samples.with_lines(Line("a", amount=1, remark="備考が長い。" * 400))
    request = replace(request, sections=(Section("t", text=text), *request.sections))
    page = Page(export(request))
    heights = [page.sheet.row_dimensions[row].height for row in range(1, page.sheet.max_row + 1)]
    assert max(height for height in heights if height) < 409
    assert text in page.text().replace("\n", "")
    remark = (page.sheet.cell(row, 7).value for row in range(page.row("内容"), page.sheet.max_row + 1))
    assert ("備考が長い。" * 400) in "".join(
        text for text in remark if isinstance(text, str) and text != "備考"
    )


def test_a_narrative_longer_than_a_cell_goes_on_in_the_next_row() -> None:
    """A cell keeps 32,767 characters; 文章 continues a longer text under 続きの順."""
    text = "あ" * (MAX_CELL_UNITS + 100)
    request = replace(samples.empty(), sections=(*samples.empty().sections, Section("t", text=text)))
    rows = [row for row in records(export(request), "文章") if row["文章"]]
    assert "".join(row["文章"] for row in rows) == text
    assert [row["続きの順"] for row in rows] == [1, 2, 3]


def test_an_empty_request_prints_its_form(standard: Any) -> None:
    """A request in which nothing is typed yet has its tables, blank, and no 査定."""
    page = Page(export(samples.empty()))
    assert page.cells(page.row("要求額(千円)") + 1) == []
    assert "財政課使用欄" not in page.text()


def test_it_prints_on_a4_upright_one_page_wide(opened: Workbook) -> None:
    """The sheet prints A4 upright, as wide as the page at its own size, with 事業名 and page number below each page."""
    sheet = opened[FORM_TITLE]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.page_setup.scale == 100
    width = sum(sheet.column_dimensions[letter].width for letter in "ABCDEFGHIJ") * POINTS
    assert width < 595 - 2 * 72 * sheet.page_margins.left
    assert sheet.print_area.endswith(f"$J${sheet.max_row}")
    assert "総合行政・住基ネットワーク運営事業" in sheet.oddFooter.left.text
    assert "&P / &N" in sheet.oddFooter.right.text


def test_labels_of_the_total_cost_stand_on_one_line(opened: Workbook) -> None:
    """「31年度当初予算要求額」 of the トータルコスト takes two columns where there are spare ones, and one line."""
    sheet = opened[FORM_TITLE]
    (row,) = [
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "31年度当初予算要求額"
    ]
    assert f"A{row}:B{row}" in sheet.merged_cells
    assert sheet.row_dimensions[row].height < 20


def test_nothing_is_printed_smaller_than_9_points(opened: Workbook) -> None:
    """People read it on paper: no cell of a sheet that is printed is smaller than 9 pt."""
    for sheet in opened:
        if sheet.title not in DATA_SHEETS and sheet.sheet_state == "visible":
            assert sheet.page_setup.scale == 100
            sizes = {cell.font.size for row in sheet.iter_rows() for cell in row if cell.value is not None}
            assert min(sizes) >= 9


def test_pages_end_where_people_would_end_them(opened: Workbook) -> None:
    """A page holds what is planned for it, and no title is left at its foot."""
    sheet = opened[FORM_TITLE]
    ends = [page_break.id for page_break in sheet.row_breaks.brk]
    assert len(ends) == 3, "the real sheet prints on four pages"
    starts = [1, *(end + 1 for end in ends)]
    heights = {row: sheet.row_dimensions[row].height or 0 for row in range(1, sheet.max_row + 1)}
    for start, end in zip(starts, [*ends, sheet.max_row], strict=True):
        assert sum(heights[row] for row in range(start, end + 1)) < 842 - 72 * (
            sheet.page_margins.top + sheet.page_margins.bottom
        )
        last = sheet.cell(end, 1)
        assert not (last.value and last.font.color.rgb.endswith("1F3A5F")), "a title"


@pytest.mark.parametrize("above", range(28, 42))
def test_no_title_of_a_text_is_left_at_a_foot(above: int) -> None:
    """A title within a text, 「(1)…」 or 「【…】」, stands on the page of what it heads, wherever the page ends."""
    texts = [f"(1)題\n【副題{number}】\n　あ。\n(2)次の題\n　い。" for number in range(6)]
    text = "\n".join(["う。"] * above + texts)
    request = replace(samples.one_line(1), sections=(Section("s", "content", "概要", text),))
    sheet = open_book(export(request))[FORM_TITLE]
    ends = [str(sheet.cell(page_break.id, 1).value) for page_break in sheet.row_breaks.brk]
    assert ends
    assert not [words for words in ends if "題" in words]


def test_a_table_that_goes_on_has_its_headings_on_each_page() -> None:
    """Each page of a table of 150 lines begins with its headings; the 合計 never stands there alone."""
    lines = tuple(Line(f"x{number}", text="経費", amount=number) for number in range(150))
    sheet = open_book(export(samples.with_lines(*lines)))[FORM_TITLE]
    ends = [page_break.id for page_break in sheet.row_breaks.brk]
    within = [end for end in ends if sheet.cell(end, 1).value == "経費"]
    assert len(within) >= 2
    for end in within:
        words = [sheet.cell(end + 1, column).value for column in (1, 4, 5, 6)]
        assert words == ["内容", "前年度予算\n額(千円)", "要求額\n(千円)", "増減(千円)"]
        assert sheet.cell(end + 2, 1).value == "経費"


def test_data_are_not_printed(book: bytes, opened: Workbook) -> None:
    """The print area of a sheet of data is a blank cell; on the screen it has a filter over all its rows."""
    for title in data_sheets(book):
        sheet = opened[title]
        (area,) = CellRange(sheet.print_area.split("!")[-1].replace("$", "")).cells
        assert sheet.cell(*area).value is None
        assert sheet.auto_filter.ref.endswith(str(sheet.max_row))


def test_negative_figures_are_true_numbers_shown_with_a_triangle(page: Page) -> None:
    """A decrease prints as 「△ 16」 and is the number −16, as 総務省's rules want it."""
    cell = page.sheet.cell(page.row("第三次LGWAN接続機器リース料"), 6)
    assert cell.value == -16
    assert cell.number_format.split(";")[1].startswith('"△ "#,##0')


def test_blank_people_and_no_people_differ() -> None:
    """A blank 人役 stays a blank cell; 「0.0」 is the number 0 and prints with its decimal."""
    request = samples.sample()
    people = {"regular": "1.9", "part_time": "0.0"}
    request = replace(request, headcount=replace(request.headcount, request=people))
    page = Page(export(request))
    row = page.row("31年度当初予算要求額")
    assert page.cells(row)[3:] == [1.9, 0]
    zero = next(cell for cell in page.sheet[row] if cell.value == 0)
    assert zero.number_format.strip("_ ") == "0.0"


def test_the_same_request_gives_the_same_workbook(standard: Any, sample: Request) -> None:
    """Nothing in a workbook depends on when it was written, so that two exports can be compared."""
    snapshot = take_snapshot(sample, standard)
    assert workbook_bytes(snapshot) == workbook_bytes(snapshot)
    assert open_book(workbook_bytes(snapshot)).properties.creator == "総務部 情報政策課"


def test_openpyxl_makes_no_object_of_a_cell(
    standard: Any, sample: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell goes into the file as text: openpyxl makes one for each look and comment only, which more lines do not need."""
    made: list[Cell] = []
    make = Cell.__init__

    def count(cell: Cell, *arguments: Any, **named: Any) -> None:
        made.append(cell)
        make(cell, *arguments, **named)

    monkeypatch.setattr(Cell, "__init__", count)
    group = sample.groups[0]
    longer = replace(
        group, lines=(*group.lines, *(Line(f"new{index}", "経費", amount=1) for index in range(50)))
    )
    costs = []
    for request in (sample, replace(sample, groups=(longer, *sample.groups[1:]))):
        made.clear()
        data = workbook_bytes(take_snapshot(request, standard))
        costs.append(len(made))
    cells = sum(len(row) for row in grid(data))
    assert costs[0] * 20 < cells
    assert costs[0] == costs[1]


def test_a_workbook_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, standard: Any, sample: Request
) -> None:
    """A folder that is not there is said in a sentence, and no half-written file is left behind."""
    written = take_snapshot(sample, standard)
    with pytest.raises(FileError, match="保存できません"):
        export_request(written, STANDARD_FOLDER, tmp_path / "無い", "要求書", page=False)
    export_request(written, STANDARD_FOLDER, tmp_path, "要求書", page=False)
    assert [path.name for path in tmp_path.iterdir()] == ["要求書.xlsx"]
