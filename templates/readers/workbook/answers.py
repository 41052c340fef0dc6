"""Answers that people typed into our own workbook: in the 質問票, or in the column of 検査結果 that holds the same.

A question is known by its number, or in 検査結果 by its rule, place and sentence, so rows may be sorted, moved and
deleted. Where both sheets were changed, and differently, the 質問票 is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from model.checks import Finding
from model.edits.fields import clean_text
from model.edits.grounds import answer
from model.language import phrase
from model.request.request import Request
from model.standard.standard import Standard
from templates.readers.books.cells import Book, Sheet, plain
from templates.readers.reading import cut
from templates.readers.workbook.copies import is_as_written
from templates.readers.workbook.report import Report
from templates.readers.workbook.text_rows import Piece, rejoined
from templates.sheet.question_rows import ANSWER, NUMBER, SAID, SOURCE, TITLE_WORDS, WHERE
from templates.workbook.grounds_data import FINDINGS_TITLE, REASON
from templates.workbook.memory import AskedRow, Memory
from templates.workbook.text import fit_cell

_NOT_TAKEN: Final = phrase(
    "質問の欄は書き出した写しなので、書き換えは取り込みません。答えの欄に書いてください。"
)
_ADDED: Final = phrase(
    "質問票に書き加えられた行なので、取り込みません。答えは質問の行の「答え」の欄に書いてください。"
)
_NO_HEADINGS: Final = phrase("「{number}」「{answer}」の見出しがないため、答えを読みませんでした。")
_TWICE: Final = phrase("同じ番号の質問が上にもあるため、上の行の答えを取りました。")
_CONFLICT: Final = phrase("「質問票」のシートと違う答えなので、「質問票」の方を取りました。")
_UNKNOWN: Final = phrase(
    "どの指摘か分からないため、取り込みませんでした。指摘の行の「了解の理由・答え」に書いてください。"
)
_NAME: Final = 30


class Answers:
    """Reads the answers of a workbook into its ``request``."""

    def __init__(self, request: Request, memory: Memory, standard: Standard) -> None:
        self.request = request
        self._memory = memory
        self._standard = standard
        self._given: dict[int, str] = {}

    def read(self, book: Book, reports: list[Report]) -> None:
        """Take the answers of both sheets into the request; the report of each sheet is added to ``reports``."""
        for title, take in ((TITLE_WORDS, self._printed), (FINDINGS_TITLE, self._flat)):
            sheet = book.sheet(title)
            if sheet is not None and self._memory.asked:
                report = Report(title, self.request, self._standard)
                take(sheet, report)
                reports.append(report)

    def _printed(self, sheet: Sheet, report: Report) -> None:
        by_number = {str(asked.number): asked for asked in self._memory.asked if asked.number}
        if not by_number:
            return
        top, columns = _headings(sheet, (NUMBER, ANSWER))
        if not columns:
            if sheet.rows:
                report.unread(1, 0, "", phrase(_NO_HEADINGS, number=NUMBER, answer=ANSWER))
            return
        words = {plain(asked_word) for asked_word in self._memory.asked_words}
        entries: dict[int, _Entry] = {}
        entry: _Entry | None = None  # the question to which a row without a number may belong
        for index in sorted(sheet.rows):
            cells = {column: plain(str(value)) for column, value in sheet.rows[index].items()}
            added = {column: text for column, text in cells.items() if text and text not in words}
            if index == top or not added:
                continue
            row = by_number.get(_text(sheet, index, columns[NUMBER])) if index > top else None
            if row is not None and row.number in entries:
                if not is_as_written(sheet.value(index, columns[ANSWER]), row.answer) and not row.pieces:
                    report.unread(index, columns[ANSWER], _text(sheet, index, columns[ANSWER]), _TWICE)
                entry = None
            elif row is not None:
                entry = entries[row.number] = _Entry(row, columns, sheet, [index])
            elif entry is not None and entry.goes_on(index):
                entry.rows.append(index)
            else:
                for column, text in added.items():
                    report.unread(index, column, text, _ADDED if index > top else _NOT_TAKEN)
        for entry in entries.values():
            index = entry.rows[0]
            if not entry.is_answer_as_written():
                self._take(index, columns[ANSWER], entry.row, entry.answer(), report)
            for changed, text in entry.changed():
                report.unread(index, changed, text, _NOT_TAKEN)

    def _flat(self, sheet: Sheet, report: Report) -> None:
        headings = ("規則", "場所", "メッセージ", REASON)
        top, columns = _headings(sheet, headings)
        if not columns:
            return
        known = {
            tuple(clean_text(fit_cell(part)) for part in _key(asked)): asked for asked in self._memory.asked
        }
        for index in sorted(sheet.rows):
            found = tuple(clean_text(_text(sheet, index, columns[heading])) for heading in headings[:3])
            row = known.pop(found, None) if index > top else None
            reason = _text(sheet, index, columns[REASON])
            if row is None and index > top and reason and any(found):
                report.unread(index, columns[REASON], reason, _UNKNOWN)
            if row is not None and not is_as_written(sheet.value(index, columns[REASON]), row.answer):
                self._take(index, columns[REASON], row, reason, report)

    def _take(self, row_index: int, column: int, row: AskedRow, answered: str, report: Report) -> None:
        """Take an answer over."""
        text = clean_text(answered).strip()
        key = self._memory.asked.index(row)
        if key in self._given:
            if text != self._given[key]:
                report.unread(row_index, column, text, _CONFLICT)
            return
        self._given[key] = text
        before = self.request
        self.request = answer(before, Finding(*_key(row), row.source), text)
        if self.request is not before:
            kind = phrase("答え") if row.said == row.about else phrase("了解の理由")
            what = phrase("「{about}」への{kind}", about=cut(row.about, _NAME), kind=kind)
            report.change(row_index, column, what, row.answer, text)


class _Entry:
    """A question of the 質問票 as it stands now beside what was written (``row``), with the further rows of its answer."""

    def __init__(self, row: AskedRow, columns: dict[str, int], sheet: Sheet, rows: list[int]) -> None:
        self.row, self.columns, self.rows = row, columns, rows
        self._sheet = sheet
        self._around = {
            columns[heading]: clean_text(text).replace("\n", "")
            for heading, text in ((WHERE, row.where), (SAID, row.said), (SOURCE, row.source))
            if heading in columns
        }

    def goes_on(self, row: int) -> bool:
        """Whether a row without a number belongs to it: beside the answer nothing stands that was not written."""
        return all(
            column == self.columns[ANSWER]
            or plain(str(value)).replace("\n", "") in self._around.get(column, "")
            for column, value in self._sheet.rows[row].items()
        )

    def is_answer_as_written(self) -> bool:
        """Whether nobody touched the answer."""
        now = [self._sheet.value(index, self.columns[ANSWER]) for index in self.rows]
        written = self.row.pieces or [self.row.answer]
        written = [*written, *[""] * (len(now) - len(written))]
        return len(now) == len(written) and all(map(is_as_written, now, written))

    def answer(self) -> str:
        """The answer now."""
        texts = [plain(_text(self._sheet, index, self.columns[ANSWER])) for index in self.rows]
        if len(self.rows) == 1:
            return texts[0]
        written = [clean_text(piece) for piece in self.row.pieces or [self.row.answer]]
        now: list[Piece] = []
        for _, first, last, start, end in SequenceMatcher(None, written, texts, False).get_opcodes():
            numbers = [*range(first, last), *[None] * (end - start)]
            now += map(Piece, numbers[: end - start], texts[start:end])
        return rejoined(clean_text(self.row.answer), written, now)

    def changed(self) -> Iterator[tuple[int, str]]:
        """The cells beside an answer whose content was changed, with the present content."""
        columns = {column for index in self.rows for column in self._sheet.rows[index]} | self._around.keys()
        for column in sorted(columns - {self.columns[NUMBER], self.columns[ANSWER]}):
            values = [self._sheet.value(index, column) for index in self.rows]
            text = "".join(plain(str(value)) for value in values if value is not None)
            if text.replace("\n", "") != self._around.get(column, ""):
                yield column, text


def _key(row: AskedRow) -> tuple[str, str, str]:
    return row.rule, row.place, row.about


def _headings(sheet: Sheet, wanted: tuple[str, ...]) -> tuple[int, dict[str, int]]:
    """The first row that has the headings, with the columns of all that stands there; 0 and none where there is none."""
    for index in sorted(sheet.rows):
        columns = {str(value).strip(): column for column, value in reversed(sheet.rows[index].items())}
        if all(heading in columns for heading in wanted):
            return index, columns
    return 0, {}


def _text(sheet: Sheet, row: int, column: int) -> str:
    """What a cell shows: a date or a percentage as a person reads it."""
    value = sheet.shown.get((row, column), sheet.value(row, column))
    return "" if value is None else str(value)
