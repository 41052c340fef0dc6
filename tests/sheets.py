"""Sheets of sections as their cells, and a few that the tests of the review share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from templates.readers.books.cells import Book, Sheet, Value

Rows = Sequence[Sequence[Value | None]]

TITLE: Rows = [["令和8年度予算要求書"], []]
CLEAN: Rows = [
    *TITLE,
    ["内容（単位：千円）", "前年度予算額", "要求額", "増減", "備考"],
    ["案内所の人件費", 2000, 2300, 300, "2名"],
    ["パンフレット印刷", 1200, 1400, 200, ""],
    ["合計", 3200, 3700, 500, ""],
]
"""Everything is proven."""
AMBIGUOUS: Rows = [
    *TITLE,
    ["内容", "前年度予算額", "要求額（課案）", "要求額（部案）", "備考"],
    ["講師謝金", 120000, 150000, 140000, "5回"],
    ["資料印刷", 210000, 250000, 230000, ""],
    ["用品", 300000, 330000, 310000, ""],
    ["合計", 630000, 730000, 680000, ""],
]
"""Neither which column is the request nor the unit is proven."""
BROKEN: Rows = [
    *TITLE,
    ["（単位：千円）"],
    ["内容", "前年度予算額", "要求額"],
    ["道路の点検", 3200, 3500],
    ["草刈り", 900, 950],
    ["合計", 4100, 9450],
]
"""The total is not the sum of the lines."""


def sheet(rows: Rows, title: str = "要求") -> Sheet:
    """A sheet of these cells."""
    found = Sheet(title, is_hidden=False)
    for row, cells in enumerate(rows, start=1):
        for column, value in enumerate(cells, start=1):
            if value not in (None, ""):
                assert value is not None
                found.rows.setdefault(row, {})[column] = value
    return found


def book(*sheets: Sheet) -> Book:
    """A book of these sheets."""
    return Book(list(sheets))


def write_workbook(path: Path, **tabs: Rows) -> Path:
    """A workbook with these tabs, as a section saves it."""
    written = Workbook()
    written.remove(written.worksheets[0])
    for title, rows in tabs.items():
        worksheet = written.create_sheet(title)
        for cells in rows:
            worksheet.append(list(cells))
    written.save(path)
    return path
