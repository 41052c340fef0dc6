"""The sheet 「質問票」: what the finance division is likely to ask, with room for the answers; made to be read on paper.

An answer stands in one cell, so that it can be typed and read back; one that is longer than a spreadsheet can show in a
row goes on in rows below, cut after sentences, so that no printed page cuts through a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.document.document import Snapshot
from templates.sheet.question_rows import ANSWER, NUMBER, SAID, SOURCE, TITLE_WORDS, WHERE, QuestionRow
from templates.workbook.cells import Cells
from templates.workbook.grid import HEAD_HEIGHT, Grid, Slot
from templates.workbook.memory import AskedRow
from templates.workbook.page import Paper, foot_of
from templates.workbook.style import (
    BODY_SIZE,
    FRAME_TITLE,
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

_COLUMNS: Final = ((NUMBER, 30.0), (WHERE, 112.0), (SAID, 262.5), (ANSWER, 225.75), (SOURCE, 126.0))  # pt
_LOOKS: Final = (
    replace(LABEL, horizontal="center", vertical="top"),
    replace(TEXT, vertical="top", size=TABLE_SIZE),
    replace(TEXT, vertical="top", size=BODY_SIZE),
    replace(TEXT, vertical="top", size=BODY_SIZE, fill="FFFBE0"),  # the colour of a field to be filled in
    replace(TEXT, vertical="top", size=HEADER_SIZE, color="555555"),
)
_PLAIN: Final = replace(TEXT, border="none")
Border = Literal["upper", "sides", "lower"]
_ROOM: Final = 45.0  # pt: three written lines
_TALLEST: Final = 380.0  # pt of a row; a spreadsheet shows 409
_NOTE: Final = (
    "財政課が尋ねると思われることです。黄色の「答え」の欄に書いてください。"
    "このブックを予算帖で開くと、書いた答えが要求書に入ります。"
)


def write_questions(
    page: Worksheet, palette: Palette, snapshot: Snapshot, rows: Sequence[QuestionRow]
) -> tuple[Cells, list[AskedRow], list[str]]:
    """Write the 質問票 of a request, the rows with a number.

    Returns:
        Its cells; and what the workbook remembers: all rows, and the words above and between them.
    """
    printed = [row for row in rows if row.number]
    paper = Paper("landscape", f"{TITLE_WORDS}　{foot_of(snapshot)}")
    grid = Grid(page, palette, "up", [width for _, width in _COLUMNS], paper, repeated=HEAD_HEIGHT)
    _head(grid, snapshot, printed)
    heading_row = grid.row
    grid.head([label for label, _ in _COLUMNS])
    asked = [row for row in printed if row.finding.severity == "question"]
    found = [row for row in printed if row.finding.severity != "question"]
    captions: list[int] = []
    pieces: dict[int, list[str]] = {}
    for title, part in (("質問", asked), ("指摘（誤り・注意）と、そのままにした理由", found)):
        if asked and found:
            captions.append(grid.row)
            grid.text(title, FRAME_TITLE, keeps=True)
        for row in part:
            pieces[row.number] = _entry(grid, row, keeps=row is not part[-1] and row is printed[-2])
    grid.finish()
    page.sheet_view.showGridLines = False
    words = [
        cell.text for row in (*range(1, heading_row), *captions) for cell in grid.memory.rows.get(row, ())
    ]
    return grid.cells, [remembered(row, pieces.get(row.number, [])) for row in rows], words


def remembered(row: QuestionRow, pieces: list[str]) -> AskedRow:
    """A row as the workbook remembers it, with the pieces of an answer that takes several rows."""
    finding = row.finding
    return AskedRow(
        number=row.number,
        rule=finding.rule,
        place=finding.place,
        about=finding.message,
        answer=finding.acknowledged,
        where=row.where,
        said=row.said,
        source=finding.source,
        pieces=pieces,
    )


def _head(grid: Grid, snapshot: Snapshot, printed: Sequence[QuestionRow]) -> None:
    """Title, project, section and how many are answered."""
    header, contact = snapshot.request.header, snapshot.request.contact
    budget = " ".join(filter(None, (f"{snapshot.totals.year.label}予算", header.budget, header.stage)))
    names = " ".join(filter(None, (contact.department, contact.section, contact.team)))
    people = "　".join(filter(None, (names, f"電話 {contact.phone}" if contact.phone else "")))
    answered = sum(bool(row.finding.acknowledged) for row in printed)
    count = f"{len(printed)}件（答え {answered}件、答えのないもの {len(printed) - answered}件）"
    grid.add([Slot(1, 3, TITLE_WORDS, TITLE), Slot(4, 5, budget, TITLE_SIDE)])
    grid.text(header.name or "（事業名なし）", NAME)
    grid.gap(3)
    grid.add([Slot(1, 3, people, _PLAIN), Slot(4, 5, count, TITLE_SIDE)])
    grid.text(_NOTE, NOTE)
    grid.gap(3)


def _entry(grid: Grid, row: QuestionRow, *, keeps: bool) -> list[str]:
    """Write a question with its answer, as high as the longest of its cells; the pieces of an answer over several rows.

    ``keeps`` says whether the next one has to stand on the same page.
    """
    finding = row.finding
    contents: tuple[Value, ...] = (row.number, row.where, row.said, finding.acknowledged, finding.source)
    slots = [
        Slot(index, index, content, cell_format)
        for index, (content, cell_format) in enumerate(zip(contents, _LOOKS, strict=True), start=1)
    ]
    height = max(_ROOM, *map(grid.height_of, slots))
    if height <= _TALLEST:
        top = grid.row
        grid.add([replace(slot, content=None) for slot in slots], at_least=height, keeps=keeps)
        for slot in slots:
            grid.merge_down(top, slot)
        return []
    texts: list[list[str] | list[int]] = [
        [slot.content] if isinstance(slot.content, int) else grid.pieces_of(slot) for slot in slots
    ]
    last = max(map(len, texts)) - 1
    for part in range(last + 1):
        border: Border = "upper" if part == 0 else "lower" if part == last else "sides"
        grid.add(
            [
                replace(
                    slot,
                    content=own[part] if part < len(own) else None,
                    cell_format=replace(slot.cell_format, border=border),
                )
                for slot, own in zip(slots, texts, strict=True)
            ]
        )
    return grid.pieces_of(slots[3])
