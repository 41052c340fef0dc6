"""財源の根拠 and 減額内訳 of our own workbook read back: rows are known by their ID, a row without one is new.

A source or a cost line can be named by its key or by its words; what is neither is listed and left as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from model.edits.fields import holds_amount, type_text, value_at
from model.edits.grounds import add_cut, add_term, delete_cut, delete_term
from model.request.grounds import Cut, FundingTerm
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.values.identity import new_id
from templates.readers.workbook.cells import Sheet
from templates.readers.workbook.copies import NOT_TAKEN, is_as_written
from templates.readers.workbook.report import Report
from templates.workbook.cost_data import one_line
from templates.workbook.data import KEYS
from templates.workbook.grounds_data import CUT_ID, CUTS_TITLE, LINE_ID, NUMBER, TERM_ID, TERMS_TITLE
from templates.workbook.memory import FlatTable

_NO_SUCH: Final = "要求書にない名前か番号なので、取り込みませんでした。画面で選んでください。"
_READ: Final = (
    "財政課処理欄の文から読み取った減額なので、書き換えは取り込みません。新しい行に書いてください。"
)
_UNREADABLE: Final = "金額として読めないため、書かれたとおりに入れました。"


class _Table(NamedTuple):
    """How a flat sheet is read: its column of IDs, the field of each heading, and the edits of its rows."""

    kind: str
    id_heading: str
    fields: Mapping[str, str]
    add: Callable[[Request, str], Request]
    delete: Callable[[Request, str], Request]


_TABLES: Final = {
    TERMS_TITLE: _Table(
        "term",
        TERM_ID,
        {
            "財源コード": "source",
            "財源": "source",
            "収入の名前": "name",
            "補助率・充当率": "rate",
            "対象経費(千円)": "eligible",
            "収入の額(千円)": "amount",
            "起債の区分コード": "bond_class",
            "起債の区分": "bond_class",
            LINE_ID: "line",
            "充てる経費": "line",
        },
        lambda request, row_id: add_term(request, FundingTerm(row_id)),
        delete_term,
    ),
    CUTS_TITLE: _Table(
        "cut",
        CUT_ID,
        {LINE_ID: "line", "減額した経費": "line", "減額(千円)": "amount", "減額の理由": "reason"},
        lambda request, row_id: add_cut(request, Cut(row_id)),
        delete_cut,
    ),
}
TITLES: Final = frozenset(_TABLES)


class GroundRows:
    """Reads one of the two sheets."""

    def __init__(self, sheet: Sheet, written: FlatTable, standard: Standard, report: Report) -> None:
        self._sheet, self._written, self._report = sheet, written, report
        self._table = _TABLES[written.title]
        self._known = {
            "source": {
                word: funding_source.key
                for funding_source in standard.funding_sources
                for word in (funding_source.key, funding_source.label)
            },
            "bond_class": {
                word: bond_class.key
                for bond_class in standard.bond_classes
                for word in (bond_class.key, bond_class.label)
            },
        }
        names = {str(value): column for column, value in reversed(sheet.rows.get(1, {}).items())}
        self._columns = {heading: names[heading] for heading in written.headings if heading in names}

    def read(self, request: Request) -> Request:
        """The request with what was changed here."""
        id_heading = self._table.id_heading
        if id_heading not in self._columns:
            if self._sheet.rows:
                self._report.unread(
                    1, 0, "", f"「{id_heading}」の列がないため、このシートは読みませんでした。"
                )
            return request
        at_id = self._written.headings.index(id_heading)
        base = {str(row[at_id]): row for row in self._written.rows if row[at_id]}
        at_number = self._written.headings.index(NUMBER)
        read = {str(row[at_number]): row for row in self._written.rows if not row[at_id]}
        blank = [None] * len(self._written.headings)
        seen: set[str] = set()
        for index in sorted(self._sheet.rows):
            row_id = str(self._sheet.value(index, self._columns[id_heading]) or "")
            if index == 1:
                continue
            if row_id in base and row_id not in seen:
                seen.add(row_id)
                request = self._row(request, row_id, index, base[row_id])
                continue
            fields = (self._columns.get(heading) for heading in self._table.fields)
            if not any(column and self._sheet.value(index, column) is not None for column in fields):
                continue
            number = self._columns.get(NUMBER)
            row = read.pop(str(self._sheet.value(index, number)), None) if number else None
            if row is not None:
                self._copy(index, row)
                continue
            row_id = new_id()
            request = self._row(self._table.add(request, row_id), row_id, index, blank)
        for number, row_id in enumerate(base, start=2):
            if row_id not in seen:
                said = "　".join(str(value) for value in base[row_id][len(KEYS) : at_id] if value is not None)
                self._report.change(number, 0, f"消された行（{self._written.title}）", said, "")
                request = self._table.delete(request, row_id)
        return request

    def _copy(self, at: int, was: Sequence[int | str | None]) -> None:
        """A row that was read from 財政課処理欄: what was changed in it is listed."""
        for heading, column in self._columns.items():
            value = self._sheet.value(at, column)
            if not is_as_written(value, was[self._written.headings.index(heading)]):
                self._report.unread(at, column, "" if value is None else str(value), _READ)

    def _row(self, request: Request, row_id: str, at: int, was: Sequence[int | str | None]) -> Request:
        lines = {line.id: one_line(line.text) for group in request.groups for line, _ in walk(group.lines)}
        texts = Counter(lines.values())
        named = {text: line_id for line_id, text in lines.items() if text and texts[text] == 1}
        known = {**self._known, "line": dict(zip(lines, lines, strict=True)) | named}
        for heading, column in self._columns.items():
            before = was[self._written.headings.index(heading)]
            value = self._sheet.value(at, column)
            if is_as_written(value, before) or heading == self._table.id_heading:
                continue
            text = "" if value is None else str(value)
            field = self._table.fields.get(heading)
            if field is None:
                if any(was):  # of a new row the key columns are nobody's work
                    self._report.unread(at, column, text, NOT_TAKEN)
                continue
            if field in known and text:
                if text not in known[field]:
                    self._report.unread(at, column, text, _NO_SUCH)
                    continue
                text = known[field][text]
            request = self._set(request, f"{self._table.kind}/{row_id}/{field}", text, at, heading, before)
        return request

    def _set(
        self, request: Request, place: Place, text: str, at: int, heading: str, before: int | str | None
    ) -> Request:
        after = type_text(request, place, text)
        if after == request:
            return request
        column = self._columns[heading]
        shown = "" if before is None else str(before)
        now = self._sheet.value(at, column)
        what = f"{self._written.title}の{heading.partition('(')[0]}"
        self._report.change(at, column, what, shown, "" if now is None else str(now), place)
        if holds_amount(place) and isinstance(value_at(after, place), str):
            self._report.unread(at, column, text, _UNREADABLE)
        return after
