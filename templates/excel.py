"""The workbook the finance division asks for: 「要求書」 as it is printed, then the same data as flat sheets.

The printed sheet has live formulas that carry their values; the flat sheets (総務省's rules for machine-readable data)
have values only, one datum per cell. A hidden sheet remembers what was written, for reading the workbook back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.document import Snapshot
from model.storage import write_aside
from templates.excel_data import FINDINGS_TITLE, data_tables, remembered, write_table
from templates.excel_form import Form
from templates.excel_memory import SHEET, FlatTable, pack
from templates.excel_style import Palette
from templates.excel_values import Page, Rows, to_bytes
from templates.sheet import lay_out

SUFFIX: Final = ".xlsx"
FORM_TITLE: Final = "要求書"


def write(snapshot: Snapshot, path: Path) -> None:
    """Write the workbook of a request: aside, then in place of an old one.

    Raises:
        FileError: when it cannot be written; an old file is then as it was.
    """
    write_aside(path, workbook_bytes(snapshot))


def workbook_bytes(snapshot: Snapshot) -> bytes:
    """The workbook of a request; the same request gives the same bytes."""
    sheet = lay_out(snapshot)
    workbook = Workbook()
    page = workbook.active
    assert isinstance(page, Worksheet)
    page.title = FORM_TITLE
    palette = Palette(page)
    form = Form(page, palette, snapshot.standard)
    form.write(sheet)
    filling: dict[str, Page | Rows] = {FORM_TITLE: form.filling}
    flat: list[FlatTable] = []
    for table in data_tables(snapshot, sheet):
        filling[table.title] = write_table(table, workbook.create_sheet(table.title), palette)
        if table.title != FINDINGS_TITLE:
            flat.append(remembered(table))
    workbook.create_sheet(SHEET).sheet_state = "veryHidden"
    filling[SHEET] = pack(snapshot.request, FORM_TITLE, form.key_column, form.memory, flat)
    return to_bytes(workbook, filling)
