"""CSV and TSV text as a book of one sheet, as Excel opens it: figures are numbers, codes such as 「001」 stay text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from typing import Final

from templates.readers.books.cells import EVERY, MOST_COLUMNS, MOST_ROWS, Book, Progress, Sheet

MOST_CELLS: Final = 1_000_000
ENDINGS: Final = (".csv", ".tsv", ".tab")
_DELIMITERS: Final = ("\t", ",", ";")
_SAMPLE: Final = 20_000
_NUMBER: Final = re.compile(
    r"(?P<minus>[-−△▲]?)(?P<yen>[¥￥\\]?)(?P<again>[-−△▲]?)(?P<figure>(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,9})?)"
)


class TooManyCellsError(Exception):
    """A text has more cells than are read."""


def delimiter_of(text: str) -> str:
    """What separates the cells of a text: a tab, a comma, a semicolon; "" where it has no columns.

    It is the one by which the most lines have as many cells as the line before them; quoted line breaks are none.
    """
    best, most = "", 0
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(_lines(text[:_SAMPLE]), delimiter=delimiter)]
        rows = sum(width > 1 for width in widths)
        alike = sum(width > 1 and width == before for before, width in pairwise(widths))
        if rows > 1 and (alike or rows == len(widths)) and alike * 2 + rows > most:
            best, most = delimiter, alike * 2 + rows
    return best


def read_delimited(text: str, title: str, delimiter: str = "", progress: Progress | None = None) -> Book:
    """A text without its byte order mark as a book of one sheet; ``delimiter`` separates its cells, "" to find it.

    Raises:
        TooManyCellsError: when it has more cells than are read.
        Stopped: when ``progress`` stops the reading.
    """
    first, _, rest = text.partition("\n")
    if (
        first.lower().startswith("sep=") and len(first.strip()) <= 5
    ):  # the line by which a file says to Excel how it is separated
        delimiter, text = first.strip()[4:] or "\t", rest
    delimiter = delimiter or delimiter_of(text) or ","
    sheet = Sheet(title)
    cells = row = 0
    lines = text.count("\n") + 1
    for row, found in enumerate(csv.reader(_lines(text), delimiter=delimiter), start=1):
        kept = [(column, cell.strip(" ")) for column, cell in enumerate(found, start=1) if cell.strip()]
        cells += len(kept)
        if cells > MOST_CELLS or row > MOST_ROWS or len(found) > MOST_COLUMNS:
            raise TooManyCellsError
        for column, cell in kept:
            put(sheet, row, column, cell)
        if progress and row % EVERY == 0:
            progress(row, max(lines, row))
    if progress:
        progress(row, row)
    return Book([sheet])


def _lines(text: str) -> Iterator[str]:
    """The lines of a text; csv joins those within quotes."""
    return iter(StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="\n"))


def put(sheet: Sheet, row: int, column: int, text: str) -> None:
    """Put a text into a cell, a figure as a number with the unit that it is written with."""
    values = sheet.rows.setdefault(row, {})
    found = _NUMBER.fullmatch(text)
    if found is None:
        values[column] = text
        return
    figure = found["figure"].replace(",", "")
    exact = Decimal(figure) if "." in figure else int(figure)
    signed = -exact if found["minus"] or found["again"] else exact
    values[column] = int(signed) if signed == int(signed) else signed
    if found["yen"]:
        sheet.units[row, column] = "円"
