"""Our workbook worked on in LibreOffice itself: rows inserted, deleted and moved by its own commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from model.document.document import take_snapshot
from model.request.request import Line
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from tests import samples
from tests.templates.excel_reader.edited_books import Hands
from tests.templates.excel_reader.libreoffice import needs_libreoffice, start_once, worked_on

LINES = tuple(Line(name, f"{name}の経費", 10 * at, 100 * at) for at, name in enumerate("甲乙丙丁戊", start=1))


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One profile of LibreOffice for both."""
    return start_once(tmp_path_factory.mktemp("profile"))


@needs_libreoffice
def test_a_sheet_that_was_worked_on(tmp_path: Path, profile: Path) -> None:
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
        profile,
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
    # LibreOffice does not stretch a sum over the row that was moved above it: both figures are asked
    assert [
        (asked.place, asked.assumed, asked.alternatives) for asked in reading.request.source_questions
    ] == [
        ("group/table/previous", "180千円", ("130千円",)),
        ("group/table/amount", "2,477千円", ("1,977千円",)),
    ]


@needs_libreoffice
def test_a_row_above_the_total_and_a_deleted_column(tmp_path: Path, profile: Path) -> None:
    """LibreOffice itself leaves a row above the 合計 out of the sum, which is asked; a deleted column is said."""
    request = samples.with_lines(*LINES)
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(take_snapshot(request, samples.standard())))
    hands = Hands(request)
    first, total = hands.row("甲の経費"), hands.row("合計")
    worked_on(
        path,
        tmp_path / "worked.xlsx",
        f"""
    sheet.getCellRangeByName("E{first}").Value = 777
    sheet.Rows.insertByIndex({total - 1}, 1)
    sheet.getCellRangeByName("A{total}").String = "己の経費"
    sheet.getCellRangeByName("E{total}").Value = 600
    sheet.Columns.removeByIndex(3, 1)
""",
        profile,
    )
    reading = read_workbook(tmp_path / "worked.xlsx", samples.standard())
    figures = [(line.text, line.previous, line.amount) for line in reading.request.groups[0].lines]
    assert figures == [
        ("甲の経費", 10, 777),
        *((line.text, line.previous, line.amount) for line in LINES[1:]),
        ("己の経費", None, 600),
    ]
    assert [(change.where, change.after) for change in reading.changes] == [
        (f"要求書!D{first}", "777"),
        (f"要求書!{total}行目", "己の経費\t600千円"),
    ]
    assert [entry.where for entry in reading.unread] == ["要求書!D1"]
    (question,) = reading.request.source_questions
    assert (question.assumed, question.alternatives) == ("2,777千円", ("2,177千円",))
