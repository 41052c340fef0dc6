"""A block of cells copied from Excel, LibreOffice or our own table, taken into the cost lines as one edit."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from model import place
from model.amount import Amount
from model.edits.basis import read_figure
from model.edits.fields import clean_text, read
from model.edits.lines import change_lines
from model.edits.structure import append_lines
from model.identity import new_id
from model.place import LineField
from model.request import Line, Request

LINE_COLUMNS: Final[tuple[LineField, ...]] = ("text", "previous", "amount", "remark", "object_class")
# The published page prints both years in one cell: 「(16,943)」 above 「16,943」.
_TWO_YEARS: Final = re.compile(
    r"\s*+[(（](?P<previous>[^()（）]*+)[)）](?=[^\S\n]*\n)\s*+(?P<amount>(?:\S(?:[^\n]*\S)?)?)\s*+"
)

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
    request: Request,
    group_id: str,
    line_ids: list[str],
    column: LineField,
    block: Block,
    columns: Sequence[LineField] = LINE_COLUMNS,
) -> Request:
    """Put a block into the lines of a group from one cell on; rows beyond the last line become new lines.

    Args:
        request: the request.
        group_id: the group that takes the rows beyond the last line.
        line_ids: the lines from the first cell's on, in the order of the sheet.
        column: the column of the first cell; cells beyond the last column are left out.
        block: rows of cells as copied.
        columns: those that take something, from the first on.
    """
    rows = [_values(row, columns.index(column), columns) for row in block]
    changes = dict(zip(line_ids, rows, strict=False))
    new = tuple(replace(Line(new_id()), **values) for values in rows[len(line_ids) :])
    return append_lines(change_lines(request, changes), group_id, new)


def _values(row: list[str], column: int, columns: Sequence[LineField]) -> dict[str, Amount]:
    """The fields that a row of cells fills; a cell with both years fills both columns."""
    values: dict[str, Amount] = {}
    for cell in row:
        if column == len(columns):
            break
        field = columns[column]
        two_years = _TWO_YEARS.fullmatch(clean_text(cell)) if field in place.YEARS else None
        for each in place.YEARS if two_years else (field,):
            text = two_years[each] if two_years else cell
            if each == "amount":  # over a cell with a basis, a pasted figure takes its place, as in Excel
                values["amount"], values["basis"] = read_figure(text)
            else:
                values[each] = read(place.line("", each), text)
        column = columns.index("amount" if two_years else field) + 1
    return values
