"""What stands in the cells of a .xlsx: values beside formulas, what a number shows, parts under other names, progress."""

from __future__ import annotations

import datetime
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.document.storage import FileError
from templates.readers.books import read_book, xlsx
from templates.readers.books.cells import Sheet, Stopped, Value
from templates.readers.books.shared_formula import SharedFormula
from tests.templates.books.made_books import MAIN, relations, xlsx_parts, zipped


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
    ("formula", "moved"),
    [
        ("=A1*$B$1+A$1-$A1", "=C4*$B$1+C$1-$A4"),
        ("=SUM(A1:B2)", "=SUM(C4:D5)"),
        ("=表!A1+'A1 表'!B2", "=表!C4+'A1 表'!D5"),
        ('=IF(A1="A1",LOG10(A1),"")', '=IF(C4="A1",LOG10(C4),"")'),
        ("=SUM(A:A)+SUM($1:1)", "=SUM(C:C)+SUM($1:4)"),
        ("=税率*A1", "=税率*C4"),
    ],
)
def test_a_shared_formula_moves(formula: str, moved: str) -> None:
    """What is fixed by $ stays; sheets, texts, functions and names are no cells."""
    shared = SharedFormula(formula, (1, 1))
    assert shared.at((4, 3)) == moved
    assert shared.at((1, 1)) == formula


def test_a_shared_formula_leaves_the_sheet() -> None:
    """A reference beyond the edge of the sheet is lost, as in Excel."""
    assert SharedFormula("=A1+B9", (9, 2)).at((8, 1)) == "=#REF!+A8"


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
    """A merged range counts its columns and rows and costs nothing however large it is; hidden rows and columns are known."""
    sheet = _read(
        tmp_path,
        xlsx_parts(
            '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row>',
            head='<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="9"/><col min="9" max="99999999" hidden="true"/></cols>',
            tail='<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A3:XFD1048576"/><mergeCell ref="E1"/></mergeCells>',
        ),
    )
    assert sheet.spans == {(1, 2): 3, (3, 1): 16_384, (1, 5): 1}
    assert sheet.row_spans == {(1, 2): 1, (3, 1): 1_048_574, (1, 5): 1}
    assert sheet.hidden_rows == {2}
    assert sheet.hidden_columns == {2, 3, *range(9, 16_385)}


def _read(folder: Path, parts: dict[str, str | bytes]) -> Sheet:
    """The first sheet of a workbook of these parts."""
    return read_book(zipped(folder / "a.xlsx", parts)).sheets[0]


def test_the_unit_and_the_text_of_a_format(tmp_path: Path) -> None:
    """The unit, the sign and the words that a style shows stand beside the number, which stays as it is stored."""
    sheet = _read(
        tmp_path,
        xlsx_parts(
            '<row r="1"><c r="A1" s="1"><v>5000000</v></c><c r="B1" s="2"><v>30</v></c><c r="C1" s="3"><v>7</v></c><c r="D1"><v>4</v></c></row>',
            formats=("#,##0,&quot;千円&quot;", "&quot;△&quot;#,##0", "&quot;令和&quot;0&quot;年度&quot;"),
        ),
    )
    assert sheet.rows == {1: {1: 5_000_000, 2: 30, 3: 7, 4: 4}}
    assert sheet.shown == {(1, 1): 5_000, (1, 2): -30, (1, 3): "令和7年度"}
    assert sheet.units == {(1, 1): "千円"}


_FORMULAS = (
    '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f>{}</c></row>'
    '<row r="2"><c r="A2"><v>7</v></c><c r="B2"><f>A2*2</f>{}</c></row>'
)
_AT_LOAD = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'


@pytest.mark.parametrize(
    ("first", "second", "calculation", "without"),
    [
        ("", "", "", {(1, 2), (2, 2)}),
        ("<v/>", "<v>14</v>", "", {(1, 2)}),
        ("<v>0</v>", "<v>0.0</v>", _AT_LOAD, {(1, 2), (2, 2)}),
        ("<v>0</v>", "", _AT_LOAD, {(1, 2), (2, 2)}),
        ("<v>0</v>", "<v>0</v>", "", set()),
        ("<v>0</v>", "<v>14</v>", _AT_LOAD, set()),
    ],
)
def test_a_formula_without_a_value(
    tmp_path: Path, first: str, second: str, calculation: str, without: set[tuple[int, int]]
) -> None:
    """A formula that was never calculated has no value, or the 0 of a program that leaves the calculation to Excel."""
    sheet = _read(tmp_path, xlsx_parts(_FORMULAS.format(first, second), calculation=calculation))
    assert sheet.formulas == {(1, 2): "=A1*2", (2, 2): "=A2*2"}
    assert sheet.without_value == without


def test_a_formula_that_gives_an_empty_text(tmp_path: Path) -> None:
    """An empty text is a value."""
    sheet = _read(tmp_path, xlsx_parts('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>'))
    assert (sheet.rows, sheet.without_value) == ({}, set())


def _renamed(parts: dict[str, str | bytes], names: dict[str, str]) -> dict[str, str | bytes]:
    return {names.get(name, name): data for name, data in parts.items()}


ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>5000</v></c></row>'
STRINGS = f'<sst xmlns="{MAIN}"><si><t>委託料</t></si></sst>'


def _parts(main: str = "xl/workbook.xml", strings: str = "sharedStrings.xml") -> dict[str, str | bytes]:
    parts = xlsx_parts(ROWS, formats=("#,##0,&quot;千円&quot;",))
    parts["xl/sharedStrings.xml"] = STRINGS
    parts["_rels/.rels"] = relations(("officeDocument", main))
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "/xl/styles.xml"), ("sharedStrings", strings)
    )
    return parts


@pytest.mark.parametrize(
    "parts",
    [
        _renamed(_parts(), {"xl/sharedStrings.xml": "xl/SharedStrings.xml"}),
        _renamed(_parts(), {name: name.replace("/", "\\") for name in _parts()}),
        _renamed(_parts(), {name: f"./a/../{name}" for name in _parts()}),
        _renamed(
            _parts("/xl/Workbook22.xml"),
            {"xl/workbook.xml": "xl/workbook22.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/workbook22.xml.rels"},
        ),
        _parts(strings="..\\xl\\sharedStrings.xml"),
        _parts(strings="shared%53trings.xml"),
        _parts(strings="missing.xml"),
        {name: data for name, data in _parts().items() if name != "_rels/.rels"},
        _renamed(
            _parts("book/list.xml", "../xl/sharedStrings.xml"),
            {
                "xl/workbook.xml": "book/list.xml",
                "xl/_rels/workbook.xml.rels": "book/_rels/list.xml.rels",
                "xl/worksheets/sheet1.xml": "book/worksheets/sheet1.xml",
            },
        ),
    ],
    ids=["case", "backslashes", "dots", "main part", "target with ..", "target in percent", "missing target", "no root", "folder"],
)  # fmt: skip
def test_parts_are_found_as_libreoffice_does(tmp_path: Path, parts: dict[str, str | bytes]) -> None:
    """Parts are found by what names them, whatever the case, the slashes and the dots of their names."""
    sheet = _read(tmp_path, parts)
    assert sheet.rows == {1: {1: "委託料", 2: 5_000}}
    assert (sheet.shown, sheet.units) == ({(1, 2): 5}, {(1, 2): "千円"})


def test_progress_and_stop(tmp_path: Path) -> None:
    """The rows read are reported now and then, with those of the whole book; the reading ends where the caller wants."""
    path = zipped(
        tmp_path / "a.xlsx",
        xlsx_parts("".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 1_801))),
    )
    calls: list[tuple[int, int]] = []
    read_book(path, lambda done, of: calls.append((done, of)))
    assert calls == [(500, 1_800), (1_000, 1_800), (1_500, 1_800), (1_800, 1_800)]

    def stop(done: int, _: int) -> None:
        if done == 1_000:
            raise Stopped

    with pytest.raises(Stopped):
        read_book(path, stop)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        '<row r="1"><c r="A1"><v>千円</v></c></row>',
    ],
)
def test_an_impossible_cell_is_refused(tmp_path: Path, rows: str) -> None:
    """A cell that no program writes is damage, and said in one sentence."""
    with pytest.raises(FileError, match="壊れているか、途中で切れています"):
        _read(tmp_path, xlsx_parts(rows))


@pytest.mark.parametrize(
    "cells",
    [
        ['<c t="s"><v>0</v></c>'],
        [f'<c><f t="shared" si="0" ref="A1:A9">{"A1+" * 2_500}A1</f></c>', '<c><f t="shared" si="0"/></c>'],
    ],
    ids=["text", "formula"],
)
def test_one_long_text_in_many_cells(
    tmp_path: Path, cells: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file whose cells all show one long text, or share one long formula, is refused."""
    monkeypatch.setattr(xlsx, "MOST_TEXT", 1_000_000)
    parts = xlsx_parts("".join(f"<row>{cell}</row>" for cell in [cells[0], *[cells[-1]] * 200]))
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>{"長" * 30_000}</t></si></sst>'
    with pytest.raises(FileError, match="開くと大きすぎる"):
        _read(tmp_path, parts)


@pytest.mark.parametrize(("count", "said"), [(2, "壊れているか、途中で切れてい"), (501, "大きすぎる")])
def test_a_sheet_that_is_listed_again(tmp_path: Path, count: int, said: str) -> None:
    """A workbook whose list names one sheet several times, or more than 500, is refused before they are read."""
    parts = xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    listed = '<sheet name="表" sheetId="1" r:id="r1"/>'
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(listed, listed * count)
    with pytest.raises(FileError, match=said):
        read_book(zipped(tmp_path / "a.xlsx", parts))
