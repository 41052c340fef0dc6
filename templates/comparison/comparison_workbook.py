"""A comparison as a workbook of one sheet: text as text, amounts as numbers, made to be filtered and printed."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, way_label
from templates.workbook.grid import HEAD_HEIGHT, Grid, Slot
from templates.workbook.page import Paper
from templates.workbook.style import FIGURE, NOTE, TEXT, TITLE, Palette
from templates.workbook.values import new_workbook, to_bytes

_TITLE: Final = "比較"
_WIDTHS: Final = (116.0, 152.0, 32.0, 198.0, 198.0, 58.0)  # pt
_WORDS: Final = replace(TEXT, vertical="top")
_MIDDLE: Final = replace(TEXT, vertical="top", horizontal="center")
_BY: Final = replace(FIGURE, vertical="top", number_format='+#,##0_ ;"△ "#,##0_ ;0_ ')


def workbook_bytes(table: ComparisonTable) -> bytes:
    """The workbook of a comparison: a row for each difference, with its section in the first column.

    Raises:
        FileError: when it does not come out whole.
    """
    workbook, sheet = new_workbook(_TITLE)
    paper = Paper("landscape", table.title)
    grid = Grid(sheet, Palette(sheet), "up", _WIDTHS, paper, repeated=HEAD_HEIGHT)
    grid.text(table.title, TITLE)
    grid.text(table.comparison.summary, NOTE)
    grid.head(("項目", *COLUMNS))
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
    return to_bytes(workbook, {_TITLE: grid.cells})
