"""The workbook the finance division asks for: 「要求書」 as it is printed, then the same data as flat sheets.

The printed sheet has live formulas that carry their values; the flat sheets (総務省's rules for machine-readable data)
have values only, one datum per cell. A hidden sheet remembers what was written, for reading the workbook back.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from model.document.document import Snapshot, take_snapshot
from model.document.storage import dumps_compact
from model.edits.commitments import separate_ids, separate_sheet
from model.edits.fields import clean_text
from templates.sheet.ledger_table import ledger_table
from templates.sheet.question_rows import TITLE_WORDS, question_rows
from templates.sheet.sheet import lay_out
from templates.workbook import questions
from templates.workbook.agreement import agreement
from templates.workbook.cells import Cells
from templates.workbook.data import agreement_at, data_tables, remembered, write_table
from templates.workbook.form import write_form
from templates.workbook.grounds_data import FINDINGS_TITLE
from templates.workbook.memory import MARK, SHEET, FlatTable, Memory, Written, pack
from templates.workbook.page import foot_of
from templates.workbook.style import DATA, Palette
from templates.workbook.values import new_workbook, to_bytes
from templates.workbook.years import write_ledger

FORM_TITLE: Final = "要求書"


def workbook_bytes(snapshot: Snapshot, *, saved: datetime | None = None, with_copy: bool = True) -> bytes:
    """The workbook of a request; the same request, saved at the same time, gives the same bytes.

    ``saved`` is when its file was, the time of the document; None where it is in no file. ``with_copy`` puts the request itself
    into it, hidden, so that the workbook can be read back; without it there is nothing but what can be seen, for passing on.
    """
    sheet = lay_out(snapshot)
    workbook, page = new_workbook(FORM_TITLE)
    palette = Palette(page)
    foot = foot_of(snapshot)
    form = write_form(page, palette, snapshot.standard, sheet, foot)
    key_column = form.cells.add_hidden_column()
    for row in form.memory.rows if with_copy else ():
        form.cells.put(row, key_column, MARK if row == 1 else row, DATA)
    filling = {FORM_TITLE: form.cells}
    copies: dict[str, dict[int, list[Written]]] = {}
    for index, owed in enumerate(separate_ids(snapshot.totals), start=1):
        own = take_snapshot(separate_sheet(snapshot.request, owed, snapshot.standard), snapshot.standard)
        title = snapshot.standard.commitments.title + (str(index) if index > 1 else "")
        ws = workbook.create_sheet(title)
        separate = write_form(ws, palette, snapshot.standard, lay_out(own), foot_of(own))
        filling[title], copies[title] = separate.cells, separate.memory.rows
    if snapshot.request.commitments and (ledger := ledger_table(snapshot)).has_amounts:
        ledger_page = workbook.create_sheet(ledger.title)
        grid = write_ledger(ledger_page, palette, snapshot.standard, ledger, foot)
        filling[ledger.title], copies[ledger.title] = grid.cells, grid.memory.rows
    rows = question_rows(snapshot)
    asked = [questions.remembered(row, []) for row in rows]
    asked_words: list[str] = []
    if any(row.number for row in rows):
        sheet_of_questions = workbook.create_sheet(TITLE_WORDS)
        filling[TITLE_WORDS], asked, asked_words = questions.write_questions(
            sheet_of_questions, palette, snapshot, rows
        )
    flat: list[FlatTable] = []
    agrees = agreement(snapshot.request, FORM_TITLE, form.memory.rows)
    for table in data_tables(snapshot, sheet, rows):
        ws = workbook.create_sheet(table.title)
        filling[table.title] = write_table(table, ws, palette, agrees)
        if not flat:  # the others say what the first one found
            agrees = agrees._replace(formula=f"={agreement_at(table)}")
        if table.title != FINDINGS_TITLE:
            flat.append(remembered(table))
    memory = Memory(
        request=msgspec.Raw(dumps_compact(snapshot.request)),
        title=FORM_TITLE,
        key_column=key_column,
        page=form.memory.rows,
        flat=flat,
        copies=copies,
        asked=asked,
        asked_words=asked_words,
    )
    if with_copy:
        hidden = workbook.create_sheet(SHEET)
        hidden.sheet_state = "veryHidden"
        filling[SHEET] = Cells(palette)
        for number, text in enumerate(pack(memory), start=1):
            filling[SHEET].put(number, 1, text, DATA)
    contact = snapshot.request.contact
    section = " ".join(filter(None, (contact.department, contact.section)))
    creator = clean_text(section) or snapshot.standard.government
    return to_bytes(workbook, filling, title=foot, creator=creator, saved=saved)
