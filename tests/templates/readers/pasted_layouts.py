"""What comes of a layout whose table is copied in Excel and pasted into an empty cost table."""

from __future__ import annotations

import dataclasses
from typing import Final, Literal

from msgspec.structs import replace

from model.edits.paste import parse_block, paste_tables
from model.request.request import Request
from model.values import fiscal_year
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_table import understand
from templates.readers.pasted.read_block import Target
from templates.readers.reading import Reading, Unread
from tests.samples import standard, with_lines
from tests.templates.readers.layouts.book import Tab
from tests.templates.readers.layouts.laying import lay
from tests.templates.readers.layouts.layout import Layout
from tests.templates.readers.layouts.outcome import Outcome, compared
from tests.templates.readers.layouts.writers import clipboard

SCREEN: Final[tuple[ScreenColumn, ...]] = (
    "text", "previous", "amount", None, None, "remark", "object_class",
)  # fmt: skip
Start = Literal["sheet", "note", "headings", "body"]
"""From where the table is copied: from the title of the sheet, the row above the headings, the headings, the first line."""


def pasted(layout: Layout, seed: int, start: Start) -> Outcome:
    """Copy the table of a layout and paste it; what came of it."""
    layout = dataclasses.replace(layout, tabs="")  # only one of several is copied
    book, expected = lay(layout, seed)
    tab = book.tabs[0]
    request = with_lines()
    header = replace(request.header, fiscal_year=f"令和{expected.year}年度", name=expected.name)
    request = replace(request, header=header)
    year = fiscal_year.parse(header.fiscal_year)
    assert year is not None
    block = parse_block(clipboard(_from(tab, layout, start)))
    found = understand(block, Target(SCREEN), standard(), year)
    if found.questions:
        return Outcome("asked", "; ".join(question.sentence for question in found.questions))
    after: Request = paste_tables(request, "table", [found.table], lambda _: [], standard())
    said = Unread("", "\n".join(map(str, tab.table())), found.said)  # what is left out is said, not lost
    came = compared(Reading(after, (said,)), expected, standard(), layout.must)
    is_told = "合いません" in found.said or "照合できません" in found.said
    return Outcome("told", f"{found.said} | {came.why}") if came.kind == "SILENT" and is_told else came


def _from(tab: Tab, layout: Layout, start: Start) -> Tab:
    first = last = 0
    if start != "sheet":
        first, last = _heading_rows(tab, layout)
        first = {"note": first - 1, "headings": first, "body": last + 1}[start]
    left = min(column for _, column in tab.cells)
    cells = {
        (row - first + 1, column - left + 1): cell
        for (row, column), cell in tab.cells.items()
        if row >= first
    }
    return Tab(tab.title, cells if start != "sheet" else dict(tab.cells))


def _heading_rows(tab: Tab, layout: Layout) -> tuple[int, int]:
    """The first and the last row of the headings of a layout."""
    words = layout.columns.split(":")[1].split("|")[0].split("/")
    texts = {(row, str(cell.value)) for (row, _), cell in tab.cells.items()}
    first = min(row for row, text in texts if text == words[0]) if words[0] else 1
    depth = max(len(heading) for heading in layout.headings)
    return first, first + depth - 1 + layout.unit_row
