"""A block of cells copied from Excel, LibreOffice or our own table, taken into the cost lines as one edit."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from model import place
from model.edits.fields import read, set_values
from model.edits.structure import append_line
from model.identity import new_id
from model.place import LineField
from model.request import Line, Request

LINE_COLUMNS: Final[tuple[LineField, ...]] = ("text", "previous", "amount", "remark")
# The published page prints both years in one cell: 「(16,943)」 above 「16,943」.
_TWO_YEARS: Final = re.compile(r"\s*[(（]\s*(?P<previous>[^()（）]*)\s*[)）]\s*\n\s*(?P<amount>[^\n]*?)\s*")

Block = list[list[str]]


def parse_block(text: str) -> Block:
    """The cells of copied text: tabs between cells, line breaks between rows, quoted cells may hold line breaks.

    The line break that ends the last row adds no row.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        # Strict: else a cell that begins with a lone quote swallows all the rows after it.
        rows = list(csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:  # a cell beyond the reader's limit, or a lone quote: take it line by line
        rows = [line.split("\t") for line in lines.removesuffix("\n").split("\n")]
    return rows


def format_block(rows: Block) -> str:
    """Cells as text for the clipboard, in the form Excel reads."""
    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def paste_lines(
    request: Request, group_id: str, line_ids: list[str], column: LineField, block: Block
) -> Request:
    """Put a block into the lines of a group from one cell on; rows beyond the last line become new lines.

    Args:
        request: the request.
        group_id: the group that takes the rows beyond the last line.
        line_ids: the lines from the first cell's on, in the order of the sheet.
        column: the column of the first cell; cells beyond the last column are left out.
        block: rows of cells as copied.
    """
    first = LINE_COLUMNS.index(column)
    for index, row in enumerate(block):
        if index < len(line_ids):
            line_id = line_ids[index]
        else:
            line_id = new_id()
            request = append_line(request, group_id, Line(line_id))
        for field, cell in zip(LINE_COLUMNS[first:], row, strict=False):
            request = set_values(request, _values(line_id, field, cell))
    return request


def _values(line_id: str, field: LineField, cell: str) -> list[tuple[str, int | str | None]]:
    two_years = _TWO_YEARS.fullmatch(cell) if field in ("previous", "amount") else None
    if two_years:
        return [
            (where, read(where, two_years[year]))
            for year in place.YEARS
            for where in [place.line(line_id, year)]
        ]
    where = place.line(line_id, field)
    return [(where, read(where, cell))]
