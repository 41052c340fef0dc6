"""The flat sheets of our own workbook read back: 経費明細, 財源の根拠 and 減額内訳 are taken over, else a change is listed.

The printed sheet is read first. What was changed only in 経費明細 is taken; what was changed in both, and differently,
stays as the printed sheet has it and is listed. The order of the rows is data (行の順), so sorting the sheet says nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec.structs import replace

from model.edits.fields import read
from model.edits.structure import append_line, delete_lines, insert_line
from model.request.lines import change_lines, find, path_to, walk
from model.request.request import Line, Request
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.identity import new_id
from templates.readers.reading import HandChange, Unread
from templates.readers.workbook.cells import Book, Sheet, Value
from templates.readers.workbook.copies import NOT_TAKEN, is_as_written, list_flat_copy, list_page_copy
from templates.readers.workbook.ground_rows import TITLES as GROUNDS
from templates.readers.workbook.ground_rows import GroundRows
from templates.readers.workbook.printed_sheet import Taken
from templates.readers.workbook.report import Report, gone_line_text
from templates.workbook.cost_data import CLASS_HEADINGS, FIELD_OF, one_line
from templates.workbook.data import COSTS_TITLE
from templates.workbook.memory import FlatTable, Memory

_ID: Final = "行ID"
_CONFLICT: Final = "「要求書」のシートと違う書き換えなので、「要求書」の方を取りました。"


class Flat(NamedTuple):
    """The request after the flat sheets."""

    request: Request
    changes: tuple[HandChange, ...]
    unread: tuple[Unread, ...]


def read_flat(
    book: Book,
    memory: Memory,
    written: Request,
    taken: Taken,
    places: dict[str, object],
    standard: Standard,
) -> Flat:
    """The request with what was changed in the flat sheets.

    Args:
        book: the workbook.
        memory: what was written into it.
        written: the request that was written.
        taken: the request as the printed sheet has it.
        places: what was changed there, by place.
        standard: the words of the marks.
    """
    request = taken.request
    changes: list[HandChange] = []
    unread: list[Unread] = []
    for table in memory.flat:
        sheet = book.sheet(table.title)
        if sheet is None:
            continue
        report = Report(table.title, written, standard)
        if table.title == COSTS_TITLE:
            request = _CostLines(sheet, table, written, taken, places, standard, report).read(request)
        elif table.title in GROUNDS:
            request = GroundRows(sheet, table, standard, report).read(request)
        else:
            list_flat_copy(sheet, table, report)
        changes += report.changes
        unread += report.unreads
    for title, rows in memory.copies.items():
        sheet = book.sheet(title)
        if sheet is not None:
            report = Report(title, written, standard)
            list_page_copy(sheet, rows, report)
            unread += report.unreads
    return Flat(request, tuple(changes), tuple(unread))


class _CostLines:
    """Reads 経費明細."""

    def __init__(
        self,
        sheet: Sheet,
        table: FlatTable,
        written: Request,
        taken: Taken,
        places: dict[str, object],
        standard: Standard,
        report: Report,
    ) -> None:
        self._sheet, self._table, self._taken = sheet, table, taken
        self._places, self._standard, self._report = places, standard, report
        self._written = {line.id: line for group in written.groups for line, _ in walk(group.lines)}
        names = {value: column for column, value in sheet.rows.get(1, {}).items() if isinstance(value, str)}
        self._columns = {heading: names[heading] for heading in table.headings if heading in names}
        self._at = {heading: number for number, heading in enumerate(table.headings)}
        self._new: list[tuple[int, str]] = []

    def read(self, request: Request) -> Request:
        """The request with what was changed here."""
        if _ID not in self._columns:
            if self._sheet.rows:
                self._report.unread(1, 0, "", f"「{_ID}」の列がないため、このシートは読みませんでした。")
            return request
        base = {str(row[self._at[_ID]]): row for row in self._table.rows}
        rows: dict[str, int] = {}
        for index in sorted(self._sheet.rows):
            if index == 1:
                continue
            line_id = str(self._value(index, _ID) or "")
            if line_id in base and line_id not in rows:
                rows[line_id] = index
                continue
            self._new.append((index, next(reversed(rows), "")))
        current = {line.id: line for group in request.groups for line, _ in walk(group.lines)}
        changed: dict[str, dict[str, Amount]] = {}
        for line_id, index in rows.items():
            if line_id in current:
                line = self._line(line_id, index, base[line_id], current[line_id])
                changed[line_id] = {
                    field: getattr(line, field) for field in (*FIELD_OF.values(), "object_class")
                }
            elif any(
                self._differs(index, heading, base[line_id]) for heading in (*FIELD_OF, *CLASS_HEADINGS)
            ):
                self._report.unread(index, 0, str(self._value(index, "内容") or ""), _CONFLICT)
        gone = {line_id for line_id in base if line_id not in rows and line_id in current}
        request = change_lines(request, changed)
        request = self._deleted(request, gone, base)
        return self._inserted(request)

    def _value(self, at: int, heading: str) -> Value | None:
        column = self._columns.get(heading)
        return self._sheet.value(at, column) if column else None

    def _differs(self, at: int, heading: str, row: list[int | str | None]) -> bool:
        if heading not in self._columns:
            return False
        return not is_as_written(self._value(at, heading), row[self._at[heading]])

    def _line(self, line_id: str, at: int, row: list[int | str | None], line: Line) -> Line:
        """A line with what was changed in its row."""
        for heading, field in FIELD_OF.items():
            if not self._differs(at, heading, row):
                continue
            value = self._value(at, heading)
            new = self._read(line_id, field, value)
            line = self._set(line, field, new, at, heading, str(row[self._at[heading]] or ""))
        if any(self._differs(at, heading, row) for heading in CLASS_HEADINGS):
            number, name, sub = (str(self._value(at, heading) or "") for heading in CLASS_HEADINGS)
            new = " ".join(filter(None, (number, name))) + (f"/{sub}" if sub else "")
            was = " ".join(str(row[self._at[heading]] or "") for heading in CLASS_HEADINGS).strip()
            line = self._set(line, "object_class", new, at, "節", was)
        for heading in self._columns:
            known = heading in FIELD_OF or heading in CLASS_HEADINGS
            if not known and self._differs(at, heading, row):
                value = self._value(at, heading)
                self._report.unread(at, self._columns[heading], str(value or ""), NOT_TAKEN)
        return line

    def _read(self, line_id: str, field: str, value: Value | None) -> Amount:
        text = "" if value is None else str(value)
        if field == "mark":
            return self._standard.mark_of(text)
        return read(f"line/{line_id}/{field}", text)

    def _set(self, line: Line, field: str, new: Amount, at: int, heading: str, was: str) -> Line:
        place, column = f"line/{line.id}/{field}", self._columns.get(heading, 0)
        shown = "" if new is None else str(new)
        if place in self._places or getattr(self._written.get(line.id), field, None) != getattr(line, field):
            if new != getattr(line, field):
                self._report.unread(at, column, shown, _CONFLICT)
            return line
        if heading in FIELD_OF and field not in ("amount", "previous") and new is None:
            new = ""
        if new == getattr(line, field):
            return line
        what = f"「{self._report.names.line_name(line.id)}」の{heading}"
        self._report.change(at, column, what, was, shown, place)
        if isinstance(new, str) and field in ("amount", "previous"):
            self._report.unread(at, column, new, "金額として読めないため、書かれたとおりに入れました。")
        return replace(line, **{field: new})

    def _deleted(self, request: Request, gone: set[str], base: dict[str, list[int | str | None]]) -> Request:
        numbers = {line_id: number for number, line_id in enumerate(base, start=2)}
        for line_id in [line_id for line_id in base if line_id in gone]:
            line = find(request, line_id)
            if line is None:
                continue
            kept = [part.id for part, _ in walk(line.parts) if part.id not in gone]
            if kept:
                self._report.unread(
                    numbers[line_id], 0, line.text, "内訳の行が残っているため、行を消しませんでした。"
                )
                gone = gone - {line_id}
                continue
            name = self._report.names.line_name(line_id)
            said = gone_line_text(line.text, line.amount)
            self._report.change(numbers[line_id], 0, f"消された行「{name}」", said, "")
        return delete_lines(request, gone) if gone else request

    def _inserted(self, request: Request) -> Request:
        """New rows: below the row above them, or where 表の順 says."""
        known = {
            (group, one_line(text), previous, amount)
            for group, text, previous, amount in self._taken.new_lines
        }
        for index, above in self._new:
            values = {heading: self._value(index, heading) for heading in self._columns}
            if all(values.get(heading) is None for heading in (*FIELD_OF, *CLASS_HEADINGS)):
                continue
            line_id = new_id()
            fields = {
                field: self._read(line_id, field, values.get(heading)) for heading, field in FIELD_OF.items()
            }
            fields = {
                field: ("" if value is None and field not in ("amount", "previous") else value)
                for field, value in fields.items()
            }
            line = replace(Line(line_id), **fields)
            number = values.get("表の順")
            group = (
                request.groups[number - 1].id
                if isinstance(number, int) and 1 <= number <= len(request.groups)
                else ""
            )
            owner = next((g.id for g in request.groups if any(x.id == above for x, _ in walk(g.lines))), "")
            group = group or owner
            if (group, line.text, line.previous, line.amount) in known:
                continue
            if not group:
                self._report.unread(index, 0, line.text, "どの表の行か分からないため、取り込みませんでした。")
                continue
            path = path_to(request, above) if owner == group else []
            level = values.get("段")
            depth = level - 1 if isinstance(level, int) else len(path) - 1
            if path and 0 <= depth < len(path):
                request = insert_line(request, path[len(path) - 1 - depth].id, line, below=True)
            else:
                request = append_line(request, group, line)
            self._report.change(index, 0, "追加された行", "", f"{line.text}\t{line.amount or ''}")
        return request
