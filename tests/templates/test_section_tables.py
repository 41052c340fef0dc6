"""Tables of the narrative that are no cost tables (箇所表, スケジュール) on the page and in the workbook, and back."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from msgspec.structs import replace

from model.request.part import by_id
from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from templates.page.html import render
from templates.paper.blocks import Heading, Table
from templates.paper.layout import paper
from templates.readers.own_page import read_own_page
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook
from templates.sheet.section_tables import is_printed, printed_part
from templates.workbook.excel import FORM_TITLE, workbook_bytes
from tests.samples import ROOT, sample, snapshot, standard
from tests.section_tables import PLACES, SECTION, with_tables
from tests.templates.excel_reader.edited_books import Hands

FOLDER = ROOT / "templates" / "standards" / "tottori"


def page_of(request: Request) -> str:
    """The published page of a request."""
    return render(snapshot(request), FOLDER)


def read_back(page: str) -> Reading:
    """A page of ours read from its data."""
    found = read_own_page(page, standard(), FOLDER)
    assert found is not None
    return found


def table_after(hands: Hands, folder: Path, table_id: str = "places") -> SectionTable | None:
    """A table of the request after a workbook was worked on."""
    return by_id(hands.read(folder).request.tables, table_id)


def test_table_stands_on_the_page_as_a_table() -> None:
    """Headings with units are cells with a scope, figures name row and column, the 計 adds up; decimals stay exact."""
    root = html.fromstring(page_of(with_tables()))
    table = root.xpath("//table[caption[contains(., '【箇所表】')]]")[0]
    assert [cell.text_content().strip() for cell in table.xpath("./thead//th[@scope='col']")] == [
        "路線名", "市町", "延長(km)", "箇所数(箇所)",
    ]  # fmt: skip
    rows = [[cell.text_content().strip() for cell in row] for row in table.xpath("./tbody/tr")]
    assert rows == [
        ["国道9号", "鳥浜市", "1.5", "3"],
        ["県道山上線", "山上町", "0.75", "1,200"],
        ["市道", "", "－", ""],
        ["合計", "", "2.25", "1,203"],
    ]
    ids = {cell.get("id") for cell in table.iter("th")}
    assert len(table.xpath("./tbody/tr/th[@scope='row']")) == 4
    assert all(set(cell.get("headers").split()) <= ids for cell in table.iter("td"))
    assert [cell.get("class") for cell in table.xpath("./tbody/tr[1]/td")] == ["words", None, None]
    assert [cell.get("class") for cell in table.xpath("./tbody/tr[3]/td")] == ["words", None, None], (
        "a dash is none"
    )


def test_table_stands_on_paper() -> None:
    """The paper has the table with its headings, numbers at the right and the 計, and what its cells stand for."""
    blocks = paper(snapshot(with_tables())).parts[0].blocks
    at = next(
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == "【箇所表】"
    )
    table = blocks[at + 1]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.head[0]] == ["路線名", "市町", "延長\n(km)", "箇所数\n(箇所)"]
    first, last = table.rows[0].cells, table.rows[-1].cells
    assert [(cell.text, cell.kind) for cell in first[1:]] == [
        ("鳥浜市", "words"),
        ("1.5", "number"),
        ("3", "number"),
    ]
    assert [cell.text for cell in last] == ["合計", "", "2.25", "1,203"]
    assert first[2].place == "cell/one/length"


def test_page_gives_its_tables_back() -> None:
    """What the page shows of its tables comes back from its data: columns, units, sums, cells, notes."""
    back = read_back(page_of(with_tables()))
    assert back.request.tables == with_tables().tables
    assert back.unread == ()


def test_blank_parts_are_not_published() -> None:
    """A blank row, a blank column and a table with nothing in it stand on no page, nor in its data."""
    blank = SectionTable("blank", SECTION, columns=(TableColumn("b"),), rows=(TableRow("r"),))
    wider = replace(
        PLACES, columns=(*PLACES.columns, TableColumn("spare")), rows=(*PLACES.rows, TableRow("last"))
    )
    page = page_of(replace(sample(), tables=(wider, blank)))
    assert read_back(page).request.tables == (PLACES,)
    assert page_of(replace(sample(), tables=(blank,))).count("<table") == page_of(sample()).count("<table")


def test_cell_of_a_column_that_is_gone_is_not_published() -> None:
    """A merge may leave a cell whose column the other writer deleted: it is kept in the file, and published nowhere."""
    orphan = replace(PLACES, rows=(TableRow("one", {"name": "国道", "gone": "ないしょ"}),))
    assert "ないしょ" not in page_of(replace(sample(), tables=(orphan,)))


def test_workbook_adds_up_with_formulas() -> None:
    """The printed sheet has the numbers as numbers and 計 as a formula with its value; the flat sheet has a row a cell."""
    data = workbook_bytes(snapshot(with_tables()))
    with_formulas = openpyxl.load_workbook(io.BytesIO(data))[FORM_TITLE]
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    at = next(
        row
        for row in with_formulas.iter_rows()
        if row[0].value == "合計"
        and row[0].row > 20
        and any(str(cell.value).startswith("=SUM") for cell in row)
    )
    sums = [cell for cell in at if str(cell.value).startswith("=SUM")]
    assert [values[FORM_TITLE][cell.coordinate].value for cell in sums] == [2.25, 1203]
    flat = list(values["本文の表"].iter_rows(values_only=True))
    first = flat[0].index("欄")
    assert flat[0][first : first + 10] == (
        "欄",
        "見出し",
        "表の順",
        "表の題",
        "行の順",
        "行",
        "列",
        "単位",
        "値",
        "数",
    )
    assert flat[3][first + 4 : first + 10] == (1, "国道9号", "延長", "km", "1.5", 1.5)
    assert len(flat) == 1 + 10 + 4


class TestWorkbookOnceWorkedOn:
    """What people do to a table on the printed sheet comes back."""

    @pytest.fixture
    def hands(self) -> Hands:
        """The workbook, open."""
        return Hands(with_tables())

    def test_untouched(self, tmp_path: Path) -> None:
        """Nothing was done: the request is the same."""
        path = tmp_path / "book.xlsx"
        path.write_bytes(workbook_bytes(snapshot(with_tables())))
        assert read_workbook(path, standard()) == Reading(with_tables())

    def test_cells_and_heading(self, hands: Hands, tmp_path: Path) -> None:
        """A number, a text and a heading that were typed over are taken; a sum that was typed over is declared."""
        row = hands.row("国道9号")
        length = hands.address(row, "1.5")
        hands.type(length, 2)
        hands.type(hands.address(row, "国道9号"), "国道29号")
        hands.type(hands.address(row - 1, "市町"), "市町村")
        hands.type(f"{length[0]}{row + 3}", 99)
        reading = hands.read(tmp_path)
        table = reading.request.tables[0]
        assert table.rows[0].cells == {"name": "国道29号", "town": "鳥浜市", "length": "2", "count": "3"}
        assert [column.heading for column in table.columns][1] == "市町村"
        assert table.columns[2].total == "99"
        assert [change.what for change in reading.changes][:2] == [
            "「【箇所表】」の「市町」の列の見出し",
            "「【箇所表】」の「国道9号」の「路線名」",
        ]  # fmt: skip

    def test_rows_inserted_deleted_and_sorted(self, hands: Hands, tmp_path: Path) -> None:
        """A row inserted above 計 is one of the table, a deleted one is gone, moved ones stand as they were moved."""
        row = hands.row("国道9号")
        columns = [hands.address(row, text)[0] for text in ("国道9号", "鳥浜市", "1.5", "3")]
        hands.insert(row + 3, dict(zip(columns, ("農道", "浜町", 4, 5), strict=True)))
        hands.delete(row)
        hands.move(row, row, row + 2)
        table = table_after(hands, tmp_path)
        assert table is not None
        assert [list(each.cells.values()) for each in table.rows] == [
            ["市道", "－"],
            ["県道山上線", "山上町", "0.75", "1,200"],
            ["農道", "浜町", "4", "5"],
        ]

    def test_a_row_that_the_sum_of_the_workbook_leaves_out(self, hands: Hands, tmp_path: Path) -> None:
        """A row inserted right above 計 is one of the table; that the workbook leaves it out is asked with both sums."""
        row = hands.row("国道9号")
        length, count = (hands.address(row, text)[0] for text in ("1.5", "3"))
        hands.insert(row + 3, {"A": "農道", length: 4, count: 5})
        first, second = hands.read(tmp_path).request.source_questions
        assert (first.place, first.where) == ("column/length/total", f"要求書!{length}{row + 4}")
        assert (first.assumed, first.alternatives) == ("6.25", ("2.25",))
        assert "ブックの式では 2.25km、取り込んだ内容では 6.25km" in first.question
        assert (second.assumed, second.alternatives) == ("1,208", ("1,203",))

    def test_a_row_within_the_sum_of_the_workbook(self, hands: Hands, tmp_path: Path) -> None:
        """A row inserted between two others is in the workbook's sum too, and nothing is asked."""
        row = hands.row("国道9号")
        hands.insert(row + 1, {"A": "農道", hands.address(row, "1.5")[0]: 4, hands.address(row, "3")[0]: 5})
        request = hands.read(tmp_path).request
        assert request.source_questions == ()
        assert [each.cells["length"] for each in request.tables[0].rows] == ["1.5", "4", "0.75", "－"]

    def test_table_that_was_deleted(self, hands: Hands, tmp_path: Path) -> None:
        """A table all of whose rows are gone is gone, and that is said."""
        row = hands.row("【箇所表】")
        hands.delete(row, row + 6)
        reading = hands.read(tmp_path)
        assert [table.id for table in reading.request.tables] == ["schedule"]
        assert ("消された表", "【箇所表】") in [(change.what, change.before) for change in reading.changes]


def test_a_blank_column_makes_no_row_of_totals() -> None:
    """A column without heading and cells is left out, and what it alone would add up with it; what is left is printed alike."""
    table = SectionTable(
        "t", columns=(TableColumn("a", summed=True), TableColumn("b", heading="件数", total="小計"))
    )
    part = printed_part(table)
    assert part.columns == (TableColumn("b", heading="件数"),)
    assert printed_part(part) == part
    assert not is_printed(
        SectionTable("t", columns=(TableColumn("a", summed=True), TableColumn("b", total="小計")))
    )
