"""The flat sheets of our own workbook read back: changes in 経費明細, 財源の根拠 and 減額内訳 change the request, others are listed.

The printed sheet is read first. What was changed only in 経費明細 is taken; what was changed in both, and differently,
stays as the printed sheet has it and is listed. The order of the rows is data (行の順), so sorting the sheet changes nothing.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from model.edits.fields import read
from model.edits.structure import append_lines, delete_lines, insert_line
from model.language import phrase
from model.request.lines import change_lines, find, lines_in, path_to, walk
from model.request.place import YEARS
from model.request.request import Line, Request
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.identity import new_id
from model.values.one_line import one_line
from templates.readers.books.cells import Book, Value
from templates.readers.workbook.copies import NOT_TAKEN, list_flat_copy, list_page_copy
from templates.readers.workbook.flat_rows import FlatRows, WrittenRow, flat_sheet
from templates.readers.workbook.ground_rows import TITLES as GROUNDS
from templates.readers.workbook.ground_rows import GroundRows
from templates.readers.workbook.number_formats import ask, shown_otherwise
from templates.readers.workbook.printed_sheet import Taken
from templates.readers.workbook.report import UNREADABLE, Report, gone_line_text
from templates.workbook.cost_data import CLASS_HEADINGS, FIELD_OF
from templates.workbook.data import COSTS_TITLE
from templates.workbook.memory import Memory

_ID: Final = "行ID"
_HEADINGS: Final = frozenset((*FIELD_OF, *CLASS_HEADINGS))  # below which a line's fields stand
_ORDER: Final = ("表の順", "段")  # say where a new row goes
_FIELDS: Final = (*FIELD_OF.values(), "object_class")
_AS_HELD: Final = phrase("セルの値を取りました。")
_NO_TABLE: Final = phrase("どの表の行か分からないため、取り込みませんでした。")
_HAS_PARTS: Final = phrase("内訳の行が残っているため、行を消しませんでした。")
_CONFLICT: Final = phrase("「要求書」のシートと違う書き換えなので、「要求書」の方を取りました。")


def read_flat(
    book: Book, memory: Memory, written: Request, taken: Taken, standard: Standard
) -> tuple[Request, list[Report]]:
    """The request with what was changed in the flat sheets, and a report of each.

    Of a place that was changed on the printed sheet too that change stays.
    """
    request = taken.request
    reports: list[Report] = []
    for table in memory.flat:
        sheet = flat_sheet(book, table)
        if sheet is None:
            continue
        report = Report(table.title, written, standard)
        reports.append(report)
        if table.title == COSTS_TITLE:
            flat = FlatRows(sheet, table, _ID)
            request = _CostLines(flat, written, taken, standard, report).read(request)
        elif table.title in GROUNDS:
            request = GroundRows(sheet, table, standard, report).read(request)
        else:
            list_flat_copy(sheet, table, report)
    for title, rows in memory.copies.items():
        sheet = book.sheet(title)
        if sheet is not None:
            reports.append(Report(title, written, standard))
            list_page_copy(sheet, rows, reports[-1])
    return request, reports


class _CostLines:
    """Reads 経費明細."""

    def __init__(
        self, rows: FlatRows, written: Request, taken: Taken, standard: Standard, report: Report
    ) -> None:
        self._rows, self._taken, self._standard, self._report = rows, taken, standard, report
        self._written = _lines(written)

    def read(self, request: Request) -> Request:
        """The request with what was changed here."""
        rows = self._rows
        if not rows.has_ids(self._report):
            return request
        current = _lines(request)
        changed: dict[str, dict[str, Amount]] = {}
        for line_id, row in rows.rows.items():
            written = rows.written[line_id]
            if line_id in current:
                line = self._line(row, written, current[line_id])
                changed[line_id] = {field: getattr(line, field) for field in _FIELDS}
            elif not _HEADINGS.isdisjoint(rows.changed(row, written, self._report)):
                self._report.unread(row, 0, rows.text(row, "内容"), _CONFLICT)
        gone = {line_id for line_id in rows.written if line_id not in rows.rows and line_id in current}
        request = change_lines(request, changed)
        request = self._deleted(request, gone)
        return self._inserted(request)

    def _line(self, row: int, written: WrittenRow, line: Line) -> Line:
        """A line with what was changed in its row."""
        rows = self._rows
        changed = list(rows.changed(row, written, self._report))
        for heading in changed:
            if field := FIELD_OF.get(heading):
                new = self._read(line.id, field, rows.value(row, heading))
                at = row, rows.columns[heading]
                shown = shown_otherwise(rows.sheet, at) if field in YEARS else None
                if shown is not None:
                    ask(self._report, at, f"line/{line.id}/{field}", shown, why=_AS_HELD)
                line = self._set(line, field, new, row, heading, str(rows.before(written, heading)))
            elif heading not in CLASS_HEADINGS:
                self._report.unread(row, rows.columns[heading], rows.text(row, heading), NOT_TAKEN)
        if any(heading in CLASS_HEADINGS for heading in changed):
            new = self._object_class(row)
            was = " ".join(str(rows.before(written, heading)) for heading in CLASS_HEADINGS).strip()
            line = self._set(line, "object_class", new, row, "節", was)
        return line

    def _object_class(self, row: int) -> str:
        number, name, sub = (self._rows.text(row, heading) for heading in CLASS_HEADINGS)
        return " ".join(filter(None, (number, name))) + (f"/{sub}" if sub else "")

    def _read(self, line_id: str, field: str, value: Value | None) -> Amount:
        text = "" if value is None else str(value)
        if field == "mark":
            return self._standard.mark_of(text)
        amount = read(f"line/{line_id}/{field}", text)
        return "" if amount is None and field not in YEARS else amount

    def _set(self, line: Line, field: str, new: Amount, row: int, heading: str, was: str) -> Line:
        place, column = f"line/{line.id}/{field}", self._rows.columns.get(heading, 0)
        shown = "" if new is None else str(new)
        if new == getattr(line, field):
            return line
        if place in self._taken.places or getattr(self._written.get(line.id), field, None) != getattr(
            line, field
        ):
            self._report.unread(row, column, shown, _CONFLICT)
            return line
        what = f"「{self._report.names.line_name(line.id)}」の{heading}"
        self._report.change(row, column, what, was, shown, place)
        if isinstance(new, str) and field in YEARS:
            self._report.unread(row, column, new, UNREADABLE)
        return replace(line, **{field: new})

    def _deleted(self, request: Request, gone: set[str]) -> Request:
        for number, line_id in enumerate(self._rows.written, start=2):
            line = find(request, line_id) if line_id in gone else None
            if line is None:
                continue
            if any(part.id not in gone for part, _ in walk(line.parts)):
                self._report.unread(number, 0, line.text, _HAS_PARTS)
                gone = gone - {line_id}
                continue
            what = phrase("消された行「{name}」", name=self._report.names.line_name(line_id))
            self._report.change(number, 0, what, gone_line_text(line.text, line.amount), "")
        return delete_lines(request, gone) if gone else request

    def _inserted(self, request: Request) -> Request:
        """New rows: below the row above them, or where 表の順 says."""
        rows = self._rows
        known = {
            (group, one_line(text), previous, amount)
            for group, text, previous, amount in self._taken.new_lines
        }
        for row, above in rows.new_rows(_HEADINGS, _ORDER, self._report):
            line = Line(new_id())
            fields = {
                field: self._read(line.id, field, rows.value(row, heading))
                for heading, field in FIELD_OF.items()
            }
            line = replace(line, **fields, object_class=self._object_class(row))
            owner = next((g.id for g in request.groups if any(x.id == above for x, _ in walk(g.lines))), "")
            number = rows.value(row, "表の順")
            is_number = isinstance(number, int) and 1 <= number <= len(request.groups)
            group = request.groups[int(number) - 1].id if number and is_number else owner
            if (group, line.text, line.previous, line.amount) in known:
                continue
            if not group:
                self._report.unread(row, 0, line.text, _NO_TABLE)
                continue
            path = path_to(request, above) if owner == group else []
            level = rows.value(row, "段")
            depth = level - 1 if isinstance(level, int) else len(path) - 1
            if path and 0 <= depth < len(path):
                request = insert_line(request, path[len(path) - 1 - depth].id, line, below=True)
            else:
                request = append_lines(request, group, line)
            self._report.change(row, 0, phrase("追加された行"), "", f"{line.text}\t{line.amount or ''}")
        return request


def _lines(request: Request) -> dict[str, Line]:
    return {line.id: line for line in lines_in(request)}
