"""What stands in the cells of a workbook: values beside formulas, what a number shows, formulas that cells share."""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from templates.readers.workbook.cells import Sheet, Value, read_book


def _sheet(path: Path, rows: str = "", tail: str = "") -> Sheet:
    """The first sheet of a workbook whose cells are given as XML."""
    book = Workbook()
    book.save(path)
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData>{tail}</worksheet>"
    )
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else data)
    return read_book(path).sheets[0]


def test_a_formula_and_its_value(tmp_path: Path) -> None:
    """A formula is kept beside the value it gave; those that share one are written out for each cell."""
    sheet = _sheet(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row>'
        '<row r="2"><c r="A2"><v>7</v></c><c r="B2"><f t="shared" si="0" ref="B2:B3">$A$1+A2</f><v>12</v></c></row>'
        '<row r="3"><c r="A3"><v>9</v></c><c r="B3"><f t="shared" si="0"/><v>14</v></c></row>'
        '<row r="4"><c r="B4"><f t="array" ref="B4">SUM(A1:A3)</f><v>21</v></c></row>',
    )
    assert sheet.rows == {1: {1: 5, 2: 10}, 2: {1: 7, 2: 12}, 3: {1: 9, 2: 14}, 4: {2: 21}}
    assert sheet.formulas == {(1, 2): "=A1*2", (2, 2): "=$A$1+A2", (3, 2): "=$A$1+A3", (4, 2): "=SUM(A1:A3)"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", Decimal("0.1")),
        ("0.30000000000000004", Decimal("0.3")),  # what Excel shows of 0.1+0.2
        ("1E3", 1000),
        ("123456789012345", 123456789012345),
        ("-2.50", Decimal("-2.5")),
        ("1E999", "inf"),
    ],
)
def test_numbers_are_exact(tmp_path: Path, text: str, value: Value) -> None:
    """A number has the 15 digits that Excel shows, and is whole where it is whole."""
    sheet = _sheet(tmp_path / "a.xlsx", f'<row r="1"><c r="A1"><v>{text}</v></c></row>')
    assert sheet.value(1, 1) == value


def test_words(tmp_path: Path) -> None:
    """Truth values and errors are the words the sheet shows; a line break that XML cannot hold is one."""
    sheet = _sheet(
        tmp_path / "a.xlsx",
        '<row r="1"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>a_x000D_\nb</v></c><c/></row>',
    )
    assert sheet.rows == {1: {1: "TRUE", 2: "#N/A", 3: "a\nb"}}


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("#,##0,", 3_000_000, 3_000),
        ("#,##0.0,,", 2_500_000, Decimal("2.5")),
        ("0.0%", 0.125, "12.5%"),
        ("yyyy/mm/dd", datetime.date(2027, 4, 1), "2027-04-01"),
        ('[$-411]ggge"年"m"月"d"日"', datetime.date(2019, 5, 1), "2019-05-01"),
        ('[$-411]ggge"年度"', datetime.date(2019, 5, 1), "2019-05-01"),
        ("0.00E+00", 12, 12),
        ('#,##0"月"', 12, 12),
        ("[Red]#,##0", 12, 12),
    ],
)
def test_what_a_number_shows(tmp_path: Path, number_format: str, value: object, shown: Value) -> None:
    """A format can make a date, a percentage or thousands of a number; colours, units and exponents do not."""
    book = Workbook()
    assert isinstance(book.active, Worksheet)
    book.active["A1"] = value
    book.active["A1"].number_format = number_format
    book.save(tmp_path / "a.xlsx")
    (sheet,) = read_book(tmp_path / "a.xlsx").sheets
    assert sheet.shown.get((1, 1), sheet.value(1, 1)) == shown


def test_merged_and_hidden(tmp_path: Path) -> None:
    """A merged range counts its columns and costs nothing however large it is; hidden rows and tabs are known."""
    sheet = _sheet(
        tmp_path / "a.xlsx",
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>',
        '<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A3:XFD1048576"/></mergeCells>',
    )
    assert sheet.spans == {(1, 2): 3, (3, 1): 16_384}
    assert sheet.hidden_rows == {2}
