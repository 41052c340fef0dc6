"""A comparison as a workbook of one sheet: text as text, amounts as numbers, made to be filtered and printed."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, way_label
from templates.workbook.grid import Grid, Slot
from templates.workbook.page import print_on_one_width
from templates.workbook.style import FIGURE, HEADER, NOTE, TEXT, TITLE, Palette
from templates.workbook.values import to_bytes

_TITLE: Final = "比較"
_WIDTHS: Final = (26.0, 34.0, 7.0, 44.0, 44.0, 13.0)
_WORDS: Final = replace(TEXT, vertical="top")
_MIDDLE: Final = replace(TEXT, vertical="top", horizontal="center")
_BY: Final = replace(FIGURE, vertical="top", number_format='+#,##0_ ;"△ "#,##0_ ;0_ ')


def workbook_bytes(table: ComparisonTable) -> bytes:
    """The workbook of a comparison: a row for each difference, with its section in the first column.

    Raises:
        FileError: when it does not come out whole.
    """
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _TITLE
    last = len(_WIDTHS)
    grid = Grid(sheet, Palette(sheet), "up", last, 0, _WIDTHS)
    grid.text(table.title, TITLE)
    grid.text(table.comparison.summary, NOTE)
    heading = grid.row
    grid.add(
        [Slot(index, index, label, HEADER) for index, label in enumerate(("項目", *COLUMNS), start=1)],
        at_least=18.0,
    )
    for section in table.sections:
        for difference in section.differences:
            was, now = sides(difference)
            contents = (section.title, difference.what, way_label(difference), was, now, difference.by)
            looks = (_WORDS, _WORDS, _MIDDLE, _WORDS, _WORDS, _BY)
            grid.add(
                [
                    Slot(index, index, content, look)
                    for index, (content, look) in enumerate(zip(contents, looks, strict=True), start=1)
                ]
            )
    grid.finish()
    print_on_one_width(sheet, "landscape")
    sheet.print_title_rows = f"{heading}:{heading}"
    sheet.freeze_panes = f"A{heading + 1}"
    return to_bytes(workbook, {_TITLE: grid.cells})
