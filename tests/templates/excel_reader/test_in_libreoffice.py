"""Our workbook worked on in LibreOffice itself: rows inserted, deleted and moved by its own commands."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from model.request.request import Line
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from tests import samples
from tests.templates.excel_reader.edited_books import Hands
from tests.templates.excel_reader.libreoffice import Work, needs_libreoffice, work_on

LINES = tuple(Line(name, f"{name}の経費", 10 * at, 100 * at) for at, name in enumerate("甲乙丙丁戊", start=1))


def rows_and_cells(first: int) -> str:
    """An amount, a text, an inserted line, a deleted line and a moved block; the lines begin in row ``first``."""
    return f"""
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
"""


def above_the_total(first: int, total: int) -> str:
    """An amount, a line straight above the 合計 in row ``total``, and a column deleted."""
    return f"""
    sheet.getCellRangeByName("E{first}").Value = 777
    sheet.Rows.insertByIndex({total - 1}, 1)
    sheet.getCellRangeByName("A{total}").String = "己の経費"
    sheet.getCellRangeByName("E{total}").Value = 600
    sheet.Columns.removeByIndex(3, 1)
"""


class Worked(NamedTuple):
    """Where the lines of a workbook begin, and its copies after the work."""

    first: int
    total: int
    rows_and_cells: Path
    above_the_total: Path


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """Both works, done in one run of LibreOffice, whose start takes seconds."""
    request = samples.with_lines(*LINES)
    hands = Hands(request)
    folder = tmp_path_factory.mktemp("worked")
    found = Worked(
        hands.row("甲の経費"),
        hands.row("合計"),
        folder / "rows_and_cells.xlsx",
        folder / "above_the_total.xlsx",
    )
    path = folder / "book.xlsx"
    path.write_bytes(workbook_bytes(samples.snapshot(request)))
    works = (
        Work(path, rows_and_cells(found.first), found.rows_and_cells),
        Work(path, above_the_total(found.first, found.total), found.above_the_total),
    )
    work_on(works, tmp_path_factory.mktemp("profile"))
    return found


@needs_libreoffice
def test_a_sheet_that_was_worked_on(worked: Worked) -> None:
    """An amount, a text, an inserted line, a deleted line and a moved block: exactly these come back."""
    reading = read_workbook(worked.rows_and_cells, samples.standard())
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
def test_a_row_above_the_total_and_a_deleted_column(worked: Worked) -> None:
    """LibreOffice itself leaves a row above the 合計 out of the sum, which is asked; a deleted column is said."""
    reading = read_workbook(worked.above_the_total, samples.standard())
    figures = [(line.text, line.previous, line.amount) for line in reading.request.groups[0].lines]
    assert figures == [
        ("甲の経費", 10, 777),
        *((line.text, line.previous, line.amount) for line in LINES[1:]),
        ("己の経費", None, 600),
    ]
    assert [(change.where, change.after) for change in reading.changes] == [
        (f"要求書!D{worked.first}", "777"),
        (f"要求書!{worked.total}行目", "己の経費\t600千円"),
    ]
    assert [entry.where for entry in reading.unread] == ["要求書!D1"]
    (question,) = reading.request.source_questions
    assert (question.assumed, question.alternatives) == ("2,777千円", ("2,177千円",))
