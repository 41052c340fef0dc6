"""The rows of a flat sheet of our own workbook beside those that were written; a row is known by its ID."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from model.language import phrase
from templates.readers.books.cells import Book, Sheet, Value
from templates.readers.workbook.copies import NOT_TAKEN, is_as_written, list_flat_copy
from templates.readers.workbook.report import NOT_CALCULATED, Report
from templates.workbook.memory import FlatTable

_NO_IDS: Final = phrase("「{id_heading}」の列がないため、このシートは読みませんでした。")
_OTHER_HEADING: Final = phrase("見出し「{heading}」が書き換えられているか、消されています。")
_OTHER_COLUMN: Final = phrase("書き出していない列なので、取り込みませんでした。")
WrittenRow: TypeAlias = list[int | str | None]


class FlatRows:
    """The rows of one sheet.

    Attributes:
        columns: the columns of the written headings that are still there.
        written: the written rows by their ID.
        rows: where the rows of a known ID stand now.
        new: the other rows, each with the ID of the known row above it, "" for none.
    """

    def __init__(self, sheet: Sheet, table: FlatTable, id_heading: str) -> None:
        self.sheet, self._headings, self._id_heading = sheet, table.headings, id_heading
        self._table = table
        names = {str(value): column for column, value in reversed(sheet.rows.get(1, {}).items())}
        self.columns = {heading: names[heading] for heading in table.headings if heading in names}
        for column, heading in enumerate(table.headings, start=1):  # a heading that was written anew
            if heading not in self.columns and column not in self.columns.values():
                self.columns[heading] = column
        self.written = {row_id: row for row in table.rows if (row_id := str(self.before(row, id_heading)))}
        self.rows: dict[str, int] = {}
        self.new: list[tuple[int, str]] = []
        for row in sorted(sheet.rows.keys() - {1}):
            row_id = self.text(row, id_heading)
            if row_id in self.written and row_id not in self.rows:
                self.rows[row_id] = row
            else:
                self.new.append((row, next(reversed(self.rows), "")))

    def has_ids(self, report: Report) -> bool:
        """Whether the column of the IDs is there; a sheet without it is listed, and so is what no column was written for."""
        headings = self.sheet.rows.get(1, {})
        is_written = self._id_heading in self._headings  # else every row would be a new one
        is_there = is_written and str(headings.get(self.columns.get(self._id_heading, 0))) == self._id_heading
        if not is_there and self.sheet.rows:
            report.unread(1, 0, "", phrase(_NO_IDS, id_heading=self._id_heading))
            list_flat_copy(self.sheet, self._table, report)
        for heading in self._headings:
            column = self.columns.get(heading, 0)
            if heading and is_there and str(headings.get(column)) != heading:
                report.unread(
                    1, column, str(headings.get(column, "")), phrase(_OTHER_HEADING, heading=heading)
                )
        known = self.columns.values()
        for row, cells in self.sheet.rows.items():
            for column, value in cells.items():
                if is_there and column not in known:
                    report.unread(row, column, str(value), _OTHER_COLUMN)
        return is_there

    def value(self, row: int, heading: str) -> Value | None:
        """What a row holds below a heading now; None for a blank."""
        return self.sheet.value(row, self.columns.get(heading, 0))

    def text(self, row: int, heading: str) -> str:
        """The same as text; "" for a blank."""
        value = self.value(row, heading)
        return "" if value is None else str(value)

    def before(self, written: WrittenRow, heading: str) -> int | str:
        """What a written row held below a heading; "" for a blank, and below a heading that was not written."""
        value = written[self._headings.index(heading)] if heading in self._headings else None
        return "" if value is None else value

    def new_rows(
        self, fields: Collection[str], beside: Collection[str], report: Report
    ) -> Iterator[tuple[int, str]]:
        """The new rows that hold something, as ``new``; what stands in a new row and is not read is listed.

        Of that, what a written row has too is a copy of it, as the key columns are, and nobody's work. A row holds something
        below one of the headings ``fields``; of such a row what stands ``beside`` is read, too.
        """
        for row, above in self.new:
            is_filled = any(self.value(row, heading) is not None for heading in fields)
            for heading, column in self.columns.items():
                value = self.value(row, heading)
                is_read = heading in fields or (is_filled and heading in beside)
                if not (value is None or is_read or self._stands_elsewhere(value, heading)):
                    report.unread(row, column, str(value), NOT_TAKEN)
            if is_filled:
                yield row, above

    def _stands_elsewhere(self, value: Value, heading: str) -> bool:
        return any(is_as_written(value, self.before(row, heading)) for row in self._table.rows)

    def changed(self, row: int, written: WrittenRow | None, report: Report) -> Iterator[str]:
        """The headings below which a row does not hold what was written; of a new row (None) those that are filled.

        A formula that nobody has calculated is listed, and counts as unchanged.
        """
        for heading, column in self.columns.items():
            before = self.before(written, heading) if written else None
            value = self.value(row, heading)
            if value is None and (row, column) in self.sheet.formulas:
                report.unread(row, column, "", NOT_CALCULATED)
            elif not is_as_written(value, before):
                yield heading


def flat_sheet(book: Book, table: FlatTable) -> Sheet | None:
    """The sheet of a flat table, also where its tab was renamed; None where it is gone."""
    found = book.sheet(table.title)
    if found is not None:
        return found
    headings = dict(enumerate(table.headings, start=1))
    return next((sheet for sheet in book.sheets if sheet.rows.get(1) == headings), None)
