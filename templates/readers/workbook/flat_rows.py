"""The rows of a flat sheet of our own workbook beside those that were written; a row is known by its ID."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from templates.readers.books.cells import Sheet, Value
from templates.readers.workbook.copies import is_as_written
from templates.readers.workbook.report import Report
from templates.workbook.memory import FlatTable

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
        self._sheet, self._headings, self._id_heading = sheet, table.headings, id_heading
        names = {str(value): column for column, value in reversed(sheet.rows.get(1, {}).items())}
        self.columns = {heading: names[heading] for heading in table.headings if heading in names}
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
        """Whether the column of the IDs is there; a sheet without it is listed."""
        is_there = self._id_heading in self.columns
        if not is_there and self._sheet.rows:
            why = f"「{self._id_heading}」の列がないため、このシートは読みませんでした。"
            report.unread(1, 0, "", why)
        return is_there

    def value(self, row: int, heading: str) -> Value | None:
        """What a row holds below a heading now; None for a blank."""
        column = self.columns.get(heading)
        return self._sheet.value(row, column) if column else None

    def text(self, row: int, heading: str) -> str:
        """The same as text; "" for a blank."""
        value = self.value(row, heading)
        return "" if value is None else str(value)

    def before(self, written: WrittenRow, heading: str) -> int | str:
        """What a written row held below a heading; "" for a blank."""
        value = written[self._headings.index(heading)]
        return "" if value is None else value

    def changed(self, row: int, written: WrittenRow | None) -> Iterator[str]:
        """The headings below which a row does not hold what was written; of a new row (None) those that are filled."""
        for heading in self.columns:
            before = self.before(written, heading) if written else None
            if not is_as_written(self.value(row, heading), before):
                yield heading
