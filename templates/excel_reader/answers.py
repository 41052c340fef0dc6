"""Answers that people typed into our own workbook: in the 質問票, or in the column of 検査結果 that holds the same.

A question is known by its number, or in 検査結果 by its rule, place and sentence, so rows may be sorted, moved and
deleted. Where both sheets were changed, and differently, the 質問票 is right.
"""

from __future__ import annotations

from typing import Final

from model.checks import Finding
from model.edits.fields import clean_text
from model.edits.grounds import answer
from model.request import Request
from model.standard import Standard
from templates.excel_grounds_data import FINDINGS_TITLE, REASON
from templates.excel_memory import AskedRow, Memory
from templates.excel_questions import ANSWER, NUMBER, SAID, SOURCE, TITLE_WORDS, WHERE
from templates.excel_reader.cells import Book, Sheet
from templates.excel_reader.copies import is_as_written
from templates.excel_reader.report import Report, cut
from templates.excel_text import clean, fit_cell
from templates.reading import HandChange, Unread

_NOT_TAKEN: Final = "質問の欄は書き出した写しなので、書き換えは取り込みません。答えの欄に書いてください。"
_ADDED: Final = (
    "質問票に書き加えられた行なので、取り込みません。答えは質問の行の「答え」の欄に書いてください。"
)
_TWICE: Final = "同じ番号の質問が上にもあるため、上の行の答えを取りました。"
_CONFLICT: Final = "「質問票」のシートと違う答えなので、「質問票」の方を取りました。"
_NAME: Final = 30


class Answers:
    """Reads the answers of a workbook.

    Attributes:
        request: the request so far.
        changes: the answers that were typed, changed or taken away.
        unread: what was changed beside them, and could not be taken.
    """

    def __init__(self, request: Request, memory: Memory, standard: Standard) -> None:
        self.request = request
        self.changes: tuple[HandChange, ...] = ()
        self.unread: tuple[Unread, ...] = ()
        self._memory = memory
        self._standard = standard
        self._given: dict[int, str] = {}

    def read(self, book: Book) -> None:
        """Take the answers of both sheets over."""
        for title, take in ((TITLE_WORDS, self._printed), (FINDINGS_TITLE, self._flat)):
            sheet = book.sheet(title)
            if sheet is not None and self._memory.asked:
                report = Report(title, self.request, self._standard)
                take(sheet, report)
                self.changes += report.changes
                self.unread += report.unreads

    def _printed(self, sheet: Sheet, report: Report) -> None:
        by_number = {str(each.number): each for each in self._memory.asked if each.number}
        if not by_number:
            return
        top, columns = _headings(sheet, (NUMBER, ANSWER))
        if not columns:
            if sheet.rows:
                report.unread(
                    1, 0, "", f"「{NUMBER}」「{ANSWER}」の見出しがないため、答えを読みませんでした。"
                )
            return
        words = {clean(fit_cell(each)) for each in self._memory.asked_words}
        seen: set[str] = set()
        for at in sorted(sheet.rows):
            if at == top:
                continue
            number = _text(sheet, at, columns[NUMBER])
            row = by_number.get(number) if at > top else None
            if row is None:
                for column, value in sheet.rows[at].items():
                    if value != "" and clean(str(value)) not in words:
                        report.unread(at, column, str(value), _ADDED if at > top else _NOT_TAKEN)
                continue
            if number in seen:
                if not is_as_written(sheet.value(at, columns[ANSWER]), row.answer):
                    report.unread(at, columns[ANSWER], _text(sheet, at, columns[ANSWER]), _TWICE)
                continue
            seen.add(number)
            self._take(sheet, at, columns[ANSWER], row, report)
            self._beside(sheet, at, columns, row, report)

    def _beside(self, sheet: Sheet, at: int, columns: dict[str, int], row: AskedRow, report: Report) -> None:
        """List what was changed around an answer."""
        known = {columns.get(WHERE): row.where, columns.get(SAID): row.said, columns.get(SOURCE): row.source}
        for column in sorted({*sheet.rows[at], *(each for each in known if each)}):
            if column in (columns[NUMBER], columns[ANSWER]):
                continue
            value = sheet.value(at, column)
            if not is_as_written(value, known.get(column)):
                report.unread(at, column, "" if value is None else str(value), _NOT_TAKEN)

    def _flat(self, sheet: Sheet, report: Report) -> None:
        headings = ("規則", "場所", "メッセージ", REASON)
        top, columns = _headings(sheet, headings)
        if not columns:
            return
        known = {tuple(clean(fit_cell(part)) for part in _key(each)): each for each in self._memory.asked}
        for at in sorted(sheet.rows):
            found = tuple(clean(_text(sheet, at, columns[heading])) for heading in headings[:3])
            row = known.pop(found, None) if at > top else None
            if row is not None:
                self._take(sheet, at, columns[REASON], row, report)

    def _take(self, sheet: Sheet, at: int, column: int, row: AskedRow, report: Report) -> None:
        """Take an answer over, where it is not what was written."""
        if is_as_written(sheet.value(at, column), row.answer):
            return
        text = clean_text(_text(sheet, at, column)).strip()
        key = self._memory.asked.index(row)
        if key in self._given:
            if text != self._given[key]:
                report.unread(at, column, text, _CONFLICT)
            return
        self._given[key] = text
        before = self.request
        self.request = answer(before, Finding(*_key(row), row.source), text)
        if self.request is not before:
            kind = "答え" if row.said == row.about else "了解の理由"
            report.change(at, column, f"「{cut(row.about, _NAME)}」への{kind}", row.answer, text)


def _key(row: AskedRow) -> tuple[str, str, str]:
    return row.rule, row.place, row.about


def _headings(sheet: Sheet, wanted: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """The first row that has the headings, with the columns of all that stands there; 0 and none where there is none."""
    for at in sorted(sheet.rows):
        columns = {str(value).strip(): column for column, value in reversed(sheet.rows[at].items())}
        if all(heading in columns for heading in wanted):
            return at, columns
    return 0, {}


def _text(sheet: Sheet, at: int, column: int) -> str:
    """What a cell shows: a date or a percentage as a person reads it."""
    value = sheet.shown.get((at, column), sheet.value(at, column))
    return "" if value is None else str(value)
