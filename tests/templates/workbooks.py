"""Reading a workbook back: with openpyxl (formulas, or their values) and with calamine, a reader of its own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import openpyxl
from msgspec.structs import replace
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from model.request.grounds import Cut, FundingTerm
from model.request.multi_year import AnnualAmount, CommitmentYear, ContinuingExpense
from model.request.request import Request
from templates.workbook.excel import FORM_TITLE, workbook_bytes
from tests import samples

FORM_MEMBER = "xl/worksheets/sheet1.xml"
DATA_SHEETS = (
    "事業",
    "経費明細",
    "節別",
    "単価",
    "財源内訳",
    "財源の根拠",
    "人役",
    "債務負担",
    "債務負担年度",
    "債務負担調書",
    "継続費",
    "査定",
    "減額内訳",
    "文章",
    "検査結果",
)


def everything() -> Request:
    """The real sheet with something in each flat sheet."""
    request = samples.sample()
    first, *others = request.groups
    line, *lines = first.lines
    line = replace(line, object_class="12 委託料")
    declared = {"request/amount": 5}  # a 誤り
    commitment, *commitments = request.commitments
    commitment = replace(commitment, years=(CommitmentYear("y", "H32", 10),))
    return replace(
        request,
        groups=(replace(first, lines=(line, *lines)), *others),
        declared=declared,
        prices={"会場": "3,000円"},
        commitments=(commitment, *commitments),
        continuing=(ContinuingExpense("w", "ダム建設", years=(AnnualAmount("a", "H31", {"expense": 5}),)),),
        funding_terms=(FundingTerm("t", "national", "整備交付金", "1/2", 1_000, 500, line=line.id),),
        cuts=(Cut("c", line.id, 479, "実績により精査しました。"),),
    )


def export(request: Request) -> bytes:
    """The workbook of a request under Tottori's Standard."""
    return workbook_bytes(samples.snapshot(request))


def open_book(data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    """The workbook with its formulas, or with the values they carry."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def records(data: bytes, title: str) -> list[dict[str, Any]]:
    """The rows of a flat sheet by heading, as calamine reads them; a blank is "", and no row no sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    if title not in book.sheet_names:
        return []
    headings, *rows = book.get_sheet_by_name(title).to_python()
    return [dict(zip(map(str, headings), row, strict=True)) for row in rows]


def data_sheets(data: bytes) -> list[str]:
    """The flat sheets of a workbook."""
    titles = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
    return [title for title in DATA_SHEETS if title in titles]


def form_xml(data: bytes) -> str:
    """The XML of the printed sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(FORM_MEMBER).decode()


def grid(data: bytes, title: str = FORM_TITLE, *, values: bool = True) -> list[tuple[Any, ...]]:
    """The rows of a sheet read in passing: openpyxl takes minutes to load thousands of merged cells."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=values, read_only=True)
    rows = list(book[title].iter_rows(values_only=True))
    book.close()
    return rows


def grids(data: bytes, titles: Iterable[str]) -> dict[str, list[tuple[Any, ...]]]:
    """The values of several sheets; the workbook is opened once, which is what takes the time."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    found = {title: list(book[title].iter_rows(values_only=True)) for title in titles}
    book.close()
    return found


def printed_columns(sheet: Worksheet) -> int:
    """How many columns of a sheet are printed; the one right of them is hidden and numbers the rows for the reader."""
    return max(cells.max_col for cells in map(CellRange, (str(sheet.print_area).split("!")[-1],)))


class Page:
    """The printed sheet, where cells are found by the words beside them."""

    def __init__(self, data: bytes, *, values: bool = True) -> None:
        sheet = open_book(data, values=values)[FORM_TITLE]
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet
        self._last_column = printed_columns(sheet)

    def row(self, text: str, after: int = 0) -> int:
        """The first row below ``after`` whose column A begins with the text."""
        for row in range(after + 1, self.sheet.max_row + 1):
            value = self.sheet.cell(row, 1).value
            if isinstance(value, str) and value.startswith(text):
                return row
        raise AssertionError(f"no row 「{text}」 below row {after}")

    def cells(self, row: int) -> list[object]:
        """What stands in a row right of column A, without the cells that a merge covers or that are blank."""
        found = (self.sheet.cell(row, column).value for column in range(2, self._last_column + 1))
        return [value for value in found if value is not None]

    def text(self) -> str:
        """All words of the sheet."""
        return "\n".join(
            str(cell.value)
            for row in self.sheet.iter_rows(max_col=self._last_column)
            for cell in row
            if cell.value is not None
        )
