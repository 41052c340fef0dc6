"""Our workbook worked on in LibreOffice itself: rows inserted, deleted and moved by its own commands."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model.document.document import take_snapshot
from model.request.request import Line
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from tests import samples
from tests.templates.excel_reader.edited_books import Hands
from tests.templates.excel_reader.libreoffice import needs_libreoffice, worked_on

LINES = tuple(Line(name, f"{name}の経費", 10 * at, 100 * at) for at, name in enumerate("甲乙丙丁戊", start=1))


@needs_libreoffice
def test_a_sheet_that_was_worked_on(tmp_path: Path) -> None:
    """An amount, a text, an inserted line, a deleted line and a moved block: exactly these come back."""
    request = samples.with_lines(*LINES)
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(take_snapshot(request, samples.standard())))
    first = Hands(request).row("甲の経費")
    worked_on(
        path,
        tmp_path / "worked.xlsx",
        f"""
    sheet.getCellRangeByName("E{first}").Value = 777
    sheet.getCellRangeByName("A{first + 1}").String = "乙の委託費"
    sheet.Rows.removeByIndex({first + 1}, 1)
    sheet.Rows.insertByIndex({first + 1}, 1)
    sheet.getCellRangeByName("A{first + 2}").String = "己の経費"
    sheet.getCellRangeByName("D{first + 2}").Value = 60
    sheet.getCellRangeByName("E{first + 2}").Value = 600
    sheet.Rows.insertByIndex({first - 1}, 1)
    source = sheet.getCellRangeByName("A{first + 5}:Z{first + 5}").RangeAddress
    sheet.moveRange(sheet.getCellRangeByName("A{first}").CellAddress, source)
    sheet.Rows.removeByIndex({first + 4}, 1)
""",
    )
    reading = read_workbook(tmp_path / "worked.xlsx", samples.standard())
    lines = [replace(line, id="") for line in reading.request.groups[0].lines]
    a, b, _, d, e = (replace(line, id="") for line in LINES)
    assert lines == [
        e,
        replace(a, amount=777),
        replace(b, text="乙の委託費"),
        Line("", "己の経費", 60, 600),
        d,
    ]
    assert reading.unread == ()
    assert {change.what for change in reading.changes} == {
        *(
            "「1.運営費」の行の並べ替え",
            "「甲の経費」の要求額",
            "「乙の経費」の内容",
            "消された行「丙の経費」",
            "追加された行",
        )
    }
    assert len(reading.changes) == 5
