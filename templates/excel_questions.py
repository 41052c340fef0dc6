"""The sheet 「質問票」: what the finance division is likely to ask, with room for the answers; made to be read on paper.

An answer stands in one cell, however long it is, so that it can be typed and read back; where a row would be higher
than a spreadsheet can show, the entry takes several rows whose cells are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.document import Snapshot
from templates.excel_formula import Address
from templates.excel_grid import Grid, Slot
from templates.excel_memory import AskedRow
from templates.excel_page import print_on_one_width
from templates.excel_style import (
    BODY_SIZE,
    FRAME_TITLE,
    HEADER,
    HEADER_SIZE,
    LABEL,
    NAME,
    NOTE,
    TABLE_SIZE,
    TEXT,
    TITLE,
    TITLE_SIDE,
    Palette,
    Value,
)
from templates.question_rows import QuestionRow

TITLE_WORDS: Final = "質問票"
NUMBER: Final = "番号"
WHERE: Final = "欄"
SAID: Final = "質問"
ANSWER: Final = "答え"
SOURCE: Final = "根拠"
_COLUMNS: Final = ((NUMBER, 6.0), (WHERE, 22.0), (SAID, 52.0), (ANSWER, 45.0), (SOURCE, 21.0))
_LOOKS: Final = (
    replace(LABEL, horizontal="center", vertical="top"),
    replace(TEXT, vertical="top", size=TABLE_SIZE),
    replace(TEXT, vertical="top", size=BODY_SIZE),
    replace(TEXT, vertical="top", size=BODY_SIZE, fill="FFFBE0"),  # the colour of a field to be filled in
    replace(TEXT, vertical="top", size=HEADER_SIZE, color="555555"),
)
_PLAIN: Final = replace(TEXT, border="none")
_ROOM: Final = 48.0  # pt: three written lines
_TALLEST: Final = 380.0  # pt of a row; a spreadsheet shows 409
_NOTE: Final = (
    "財政課が尋ねると思われることです。黄色の「答え」の欄に書いてください。"
    "このブックを予算帖で開くと、書いた答えが要求書に入ります。"
)


def write_questions(
    page: Worksheet, palette: Palette, snapshot: Snapshot, rows: Sequence[QuestionRow]
) -> list[str]:
    """Write the 質問票 of a request.

    Args:
        page: the sheet.
        palette: the looks of the workbook.
        snapshot: the request.
        rows: its questions and findings; those with a number are printed.

    Returns:
        The words above and between its rows.
    """
    printed = [each for each in rows if each.number]
    grid = Grid(page, palette, "up", len(_COLUMNS), 0, [width for _, width in _COLUMNS])
    words = _head(grid, snapshot, printed)
    heading_row = grid.row
    grid.add([Slot(at, at, label, HEADER) for at, (label, _) in enumerate(_COLUMNS, start=1)], at_least=18.0)
    asked = [each for each in printed if each.finding.severity == "question"]
    found = [each for each in printed if each.finding.severity != "question"]
    for title, part in (("質問", asked), ("画面の指摘（誤り・注意）", found)):
        if asked and found:
            grid.text(title, FRAME_TITLE)
            words.append(title)
        for each in part:
            _entry(grid, each)
    grid.finish()
    print_on_one_width(page, "landscape")
    page.sheet_view.showGridLines = False
    page.print_title_rows = f"{heading_row}:{heading_row}"
    page.print_area = f"A1:{Address(grid.last_column, grid.row - 1)}"
    page.freeze_panes = f"A{heading_row + 1}"
    return words


def remembered(row: QuestionRow) -> AskedRow:
    """A row as the workbook remembers it."""
    each = row.finding
    return AskedRow(
        row.number, each.rule, each.place, each.message, each.acknowledged, row.where, row.said, each.source
    )


def _head(grid: Grid, snapshot: Snapshot, printed: Sequence[QuestionRow]) -> list[str]:
    """Title, project, section and how many are answered; the words that were written."""
    header, contact = snapshot.request.header, snapshot.request.contact
    budget = " ".join(filter(None, (f"{snapshot.totals.year.label}予算", header.budget, header.stage)))
    people = "　".join(
        filter(
            None,
            (
                " ".join(filter(None, (contact.department, contact.section, contact.team))),
                f"電話 {contact.phone}" if contact.phone else "",
            ),
        )
    )
    answered = sum(bool(each.finding.acknowledged) for each in printed)
    count = f"{len(printed)}件（答え {answered}件、答えのないもの {len(printed) - answered}件）"
    grid.add([Slot(1, 3, TITLE_WORDS, TITLE), Slot(4, 5, budget, TITLE_SIDE)])
    grid.text(header.name or "（事業名なし）", NAME)
    grid.gap(3)
    grid.add([Slot(1, 3, people, _PLAIN), Slot(4, 5, count, TITLE_SIDE)])
    grid.text(_NOTE, NOTE)
    grid.gap(3)
    return [TITLE_WORDS, budget, header.name or "（事業名なし）", people, count, _NOTE]


def _entry(grid: Grid, row: QuestionRow) -> None:
    """A question with its answer, as high as the longest of its cells."""
    each = row.finding
    contents: tuple[Value, ...] = (row.number, row.where, row.said, each.acknowledged, each.source)
    slots = [
        Slot(at, at, content, look)
        for at, (content, look) in enumerate(zip(contents, _LOOKS, strict=True), start=1)
    ]
    height = max(_ROOM, *map(grid.height_of, slots))
    count = ceil(height / _TALLEST)
    top = grid.row
    for _ in range(count):
        grid.add([replace(slot, content=None) for slot in slots], at_least=height / count)
    for slot in slots:
        grid.merge_down(top, slot)
