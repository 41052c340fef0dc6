"""What the workbook does for the hands that work on it: cells for the decision, warnings, protection, the check, a copy to pass on."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell

from model.edits.fields import set_value
from model.request.request import Request
from templates.readers.workbook import read_workbook
from templates.workbook.agreement import AGREES, AGREES_HEADING, STAMP_HEADING
from templates.workbook.excel import FORM_TITLE, workbook_bytes
from templates.workbook.memory import MARK, SHEET
from tests import samples
from tests.templates.excel_reader.edited_books import Hands
from tests.templates.workbooks import Page, data_sheets, export, open_book, records


@pytest.fixture(scope="module")
def data() -> bytes:
    """The workbook of the real sheet."""
    return export(samples.sample())


@pytest.fixture(scope="module")
def book(data: bytes) -> Workbook:
    """The same, opened with its formulas."""
    return open_book(data)


@pytest.mark.parametrize("sheet", ["", "commitment", "continuing", "carry_over", "oldest"])
def test_every_form_has_a_cell_for_its_decision(sheet: str, tmp_path: Path) -> None:
    """Also before the 査定 there is a cell for 計上額; what the finance division types there is read."""
    request: Request = set_value(samples.one_line(), "header/sheet", sheet)
    page = Page(export(request))
    row = page.row("査定") + 2
    assert page.sheet.cell(row, 2).value == "計上額\n(千円)"
    hands = Hands(request)
    hands.type(f"B{row + 1}", 700)
    assert hands.read(tmp_path).request.assessment.amount == 700


def test_calculated_cells_are_protected_without_a_password(book: Workbook) -> None:
    """A formula cannot be typed over by mistake; every other cell can be typed into, and the protection has no password."""
    sheet = book[FORM_TITLE]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.insertRows
    cells = [cell for row in sheet.iter_rows() for cell in row if not isinstance(cell, MergedCell)]
    assert {cell.protection.locked for cell in cells if cell.data_type == "f"} == {True}
    assert {cell.protection.locked for cell in cells if cell.data_type != "f" and cell.has_style} == {False}


def test_amounts_and_choices_are_expected(book: Workbook) -> None:
    """Excel warns of an amount that is none and offers the results of the 査定 and the stages; it refuses nothing."""
    rules = book[FORM_TITLE].data_validations.dataValidation
    assert {rule.errorStyle for rule in rules} == {"warning"}
    lists = {rule.formula1 for rule in rules if rule.type == "list"}
    assert any("計上" in listed for listed in lists)
    assert any("一般事業要求" in listed for listed in lists)
    (amounts,) = [rule for rule in rules if rule.type == "whole"]
    assert "E88" in amounts.sqref
    costs = book["経費明細"].data_validations.dataValidation
    assert {rule.type for rule in costs} == {"whole"}


def test_each_row_of_data_says_whether_the_form_agrees(data: bytes) -> None:
    """Every row has the check against the form and the stamp of the export, which follows from the request."""
    for title in data_sheets(data):
        for row in records(data, title):
            assert row[AGREES_HEADING] == AGREES
            assert len(row[STAMP_HEADING]) == 8
    other = export(set_value(samples.sample(), "line/line-1-1/amount", 1))
    stamps = {records(one, "事業")[0][STAMP_HEADING] for one in (data, other)}
    assert len(stamps) == 2


def test_the_check_is_nobodys_data(data: bytes, tmp_path: Path) -> None:
    """What the check says after a change of the form is not read as a change of the flat sheet."""
    hands = Hands(samples.sample(), "事業")
    hands.type(hands.column(AGREES_HEADING, 2), "要求書が書き出しの後に変わっています")
    reading = hands.read(tmp_path)
    assert reading.request == samples.sample()
    assert reading.changes == ()
    assert reading.unread == ()


def test_a_workbook_to_pass_on_has_nothing_hidden() -> None:
    """Without the copy there is no hidden sheet, no hidden mark, and nothing of what the visible sheets do not show."""
    request = replace(samples.sample(), prices={})
    secret = replace(request.groups[0].lines[0], previous_basis="秘密の積算")
    first, *others = request.groups
    request = replace(request, groups=(replace(first, lines=(secret, *first.lines[1:])), *others))
    data = workbook_bytes(samples.snapshot(request), with_copy=False)
    book = open_book(data)
    assert SHEET not in book.sheetnames
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert all(cell.value != MARK for row in book[FORM_TITLE].iter_rows(max_row=1) for cell in row)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("秘密の積算".encode() in archive.read(name) for name in archive.namelist())


def test_a_workbook_to_pass_on_is_read_as_any_other(tmp_path: Path) -> None:
    """Without its copy it is read by its labels, as the workbook of others is."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(samples.snapshot(samples.sample()), with_copy=False))
    reading = read_workbook(path, samples.standard())
    assert reading.request.header.name == samples.sample().header.name


def test_properties_are_true() -> None:
    """The document says what it is about, whose it is and when it was saved; the same request gives the same bytes."""
    saved = datetime(2026, 11, 29, 8, 5).astimezone()
    first, second = (workbook_bytes(samples.snapshot(samples.sample()), saved=saved) for _ in range(2))
    assert first == second
    about = open_book(first).properties
    assert about.title == "総合行政・住基ネットワーク運営事業　平成31年度 当初予算"
    assert about.creator == "総務部 情報政策課"
    assert (
        about.modified.timestamp()
        == saved.replace(tzinfo=None).timestamp() - saved.utcoffset().total_seconds()
    )
    with zipfile.ZipFile(io.BytesIO(export(samples.sample()))) as archive:
        assert b"dcterms" not in archive.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")
