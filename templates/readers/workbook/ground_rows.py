"""財源の根拠 and 減額内訳 of our own workbook read back: rows are known by their ID, a row without one is new.

A source or a cost line can be named by its key or by its words; what is neither is listed and left as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from model.edits.fields import holds_amount, type_text, value_at
from model.language import phrase
from model.request.grounds import Cut, FundingTerm
from model.request.lines import lines_in
from model.request.parts import add_part, delete_part
from model.request.request import Request
from model.standard.parts import FundingSource
from model.standard.revenue_words import BondClass
from model.standard.standard import Standard
from model.values.identity import new_id
from model.values.one_line import one_line
from templates.readers.books.cells import Sheet
from templates.readers.workbook.copies import NOT_TAKEN
from templates.readers.workbook.flat_rows import FlatRows, WrittenRow
from templates.readers.workbook.report import UNREADABLE, Report
from templates.workbook.data import KEYS
from templates.workbook.grounds_data import CUT_ID, CUTS_TITLE, LINE_ID, NUMBER, TERM_ID, TERMS_TITLE
from templates.workbook.memory import FlatTable

_NO_SUCH: Final = phrase("要求書にない名前か番号なので、取り込みませんでした。画面で選んでください。")
_READ: Final = phrase(
    "財政課処理欄の文から読み取った減額なので、書き換えは取り込みません。新しい行に書いてください。"
)


class _Table(NamedTuple):
    """How a flat sheet is read: its column of IDs, the field of each heading, and what a row is."""

    kind: str
    id_heading: str
    fields: Mapping[str, str]
    row: type[FundingTerm | Cut]


_TABLES: Final[Mapping[str, _Table]] = {
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
        FundingTerm,
    ),
    CUTS_TITLE: _Table(
        "cut",
        CUT_ID,
        {LINE_ID: "line", "減額した経費": "line", "減額(千円)": "amount", "減額の理由": "reason"},
        Cut,
    ),
}
TITLES: Final = frozenset(_TABLES)


class GroundRows:
    """Reads one of the two sheets."""

    def __init__(self, sheet: Sheet, written: FlatTable, standard: Standard, report: Report) -> None:
        self._written, self._report = written, report
        self._table = _TABLES[written.title]
        kinds: dict[str, Sequence[FundingSource | BondClass]] = {
            "source": standard.funding_sources,
            "bond_class": standard.bond_classes,
        }
        self._known = {
            field: {word: part.key for part in parts for word in (part.key, part.label)}
            for field, parts in kinds.items()
        }
        self._rows = FlatRows(sheet, written, self._table.id_heading)

    def read(self, request: Request) -> Request:
        """The request with what was changed here."""
        rows, table = self._rows, self._table
        if not rows.has_ids(self._report):
            return request
        for row_id, row in rows.rows.items():
            request = self._row(request, row_id, row, rows.written[row_id])
        read = {
            str(rows.before(row, NUMBER)): row
            for row in self._written.rows
            if not rows.before(row, table.id_heading)
        }
        for row, _ in rows.new_rows(table.fields, (NUMBER,), self._report):
            if written := read.pop(rows.text(row, NUMBER), None):  # what was read from 財政課処理欄
                for heading in rows.changed(row, written, self._report):
                    self._report.unread(row, rows.columns[heading], rows.text(row, heading), _READ)
            else:
                row_id = new_id()
                request = self._row(add_part(request, table.row(row_id)), row_id, row, None)
        at_id = self._written.headings.index(table.id_heading)
        for number, (row_id, written) in enumerate(rows.written.items(), start=2):
            if row_id not in rows.rows:
                said = "　".join(str(value) for value in written[len(KEYS) : at_id] if value is not None)
                self._report.change(
                    number, 0, phrase("消された行（{title}）", title=self._written.title), said, ""
                )
                request = delete_part(request, table.row, row_id)
        return request

    def _row(self, request: Request, row_id: str, row: int, written: WrittenRow | None) -> Request:
        rows = self._rows
        lines = {line.id: one_line(line.text) for line in lines_in(request)}
        texts = Counter(lines.values())
        named = {text: line_id for line_id, text in lines.items() if text and texts[text] == 1}
        known = {**self._known, "line": dict(zip(lines, lines, strict=True)) | named}
        for heading in rows.changed(row, written, self._report):
            column, text = rows.columns[heading], rows.text(row, heading)
            field = self._table.fields.get(heading)
            if heading == self._table.id_heading:
                continue
            if field is None:
                if written:  # of a new row the key columns are nobody's work
                    self._report.unread(row, column, text, NOT_TAKEN)
                continue
            if field in known and text:
                if text not in known[field]:
                    self._report.unread(row, column, text, _NO_SUCH)
                    continue
                text = known[field][text]
            place = f"{self._table.kind}/{row_id}/{field}"
            after = type_text(request, place, text)
            if after == request:
                continue
            request = after
            what = f"{self._written.title}の{heading.partition('(')[0]}"
            before = str(rows.before(written, heading)) if written else ""
            self._report.change(row, column, what, before, rows.text(row, heading), place)
            if holds_amount(place) and isinstance(value_at(request, place), str):
                self._report.unread(row, column, text, UNREADABLE)
        return request
