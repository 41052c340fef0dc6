"""Our own workbook read back: the request it remembers, with what people changed on its sheets."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from model.document import storage
from model.document.storage import FileError
from model.edits.identity import identified
from model.language import phrase
from model.request.request import Request
from model.standard.standard import Standard
from templates.readers.books.cells import Book, Sheet
from templates.readers.reading import Reading, Unread, cut
from templates.readers.tables.question import with_questions
from templates.readers.unplaced_text import sheet_text, unplaced_text
from templates.readers.workbook.alignment import find_page
from templates.readers.workbook.answers import Answers
from templates.readers.workbook.flat_rows import flat_sheet
from templates.readers.workbook.flat_sheets import read_flat
from templates.readers.workbook.page_now import PageNow
from templates.readers.workbook.printed_sheet import OwnPage, Taken
from templates.readers.workbook.report import Report
from templates.sheet.question_rows import TITLE_WORDS
from templates.workbook.agreement import AGREES_HEADING, HEADINGS
from templates.workbook.grounds_data import FINDINGS_TITLE
from templates.workbook.memory import MARK, SHEET, Memory, unpack

_NO_SHEET: Final = phrase("シートが見つからないため、書き出したときの内容を読みました。")
_ADDED: Final = phrase("後から加えられたシートなので、「読み取れなかった表」に文字として残しました。")
_NO_KEYS: Final = phrase(
    "行を見分けるための隠れた列が消されているため、行は書かれた言葉で見分けました。一覧の箇所を確かめてください。"
)


def remembered(book: Book) -> tuple[Memory, Request] | None:
    """What the workbook remembers; None where it is not ours, or its memory is gone or damaged."""
    sheet = book.sheet(SHEET)
    memory = unpack(column_a(sheet)) if sheet is not None else None
    if memory is None:
        return None
    try:
        return memory, storage.loads(bytes(memory.request), SHEET)
    except FileError:
        return None


def looks_like_ours(book: Book) -> bool:
    """Whether the program wrote a sheet of the workbook, so that a missing memory is worth a word."""
    return book.sheet(SHEET) is not None or any(
        MARK in row.values() or AGREES_HEADING in row.values()
        for sheet in book.sheets
        for index, row in sheet.rows.items()
        if index <= 2
    )


def read_own(book: Book, memory: Memory, request: Request, standard: Standard) -> Reading:
    """The request of our own workbook with what people changed on its sheets; unchanged, exactly the one that was written."""
    book = book._replace(sheets=[sheet.without_columns(HEADINGS) for sheet in book.sheets])
    found = find_page(book.sheets, memory)
    reports: list[Report] = []
    missing: list[Unread] = []
    added: list[Unread] = []
    kept: list[tuple[str, str]] = []
    taken = Taken(request)
    if found is None:
        missing.append(Unread(memory.title, "", _NO_SHEET))
    else:
        report = Report(found[0].title, request, standard)
        reports.append(report)
        taken = OwnPage(request, standard, PageNow(found[0], memory, found[1]), report).read()
        if not found[1]:
            report.unread(1, 0, "", _NO_KEYS)
        kept += [(report.where(*index), text) for index, text in taken.strays]
    flat, more = read_flat(book, memory, request, taken, standard)
    reports += more
    answers = Answers(flat, memory, standard)
    answers.read(book, reports)
    known = [book.sheet(title) for title in (SHEET, FINDINGS_TITLE, TITLE_WORDS, *memory.copies)]
    known += [found[0] if found else None, *(flat_sheet(book, table) for table in memory.flat)]
    for sheet in book.sheets:
        if sheet in known or not sheet.rows:
            continue
        text = sheet_text(sheet)
        kept.append((sheet.title, text))
        added.append(Unread(sheet.title, cut(text), _ADDED))
    unread = (*missing, *(entry for report in reports for entry in report.unreads), *added)
    changes = tuple(change for report in reports for change in report.changes)
    asked = tuple(question for report in reports for question in report.asked)
    written, request = request, unplaced_text(answers.request, kept, standard)
    if request != written:  # it stays the request that was written, also where that had no ids yet
        request = replace(request, identity=identified(written).identity)
    return Reading(with_questions(request, asked) if asked else request, unread, changes)


def column_a(sheet: Sheet) -> list[str]:
    """The texts of the hidden sheet's column A, in their order."""
    return [str(row.get(1, "")) for _, row in sorted(sheet.rows.items())]
