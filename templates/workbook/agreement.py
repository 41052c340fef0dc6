"""Whether 「要求書」 is still as it was exported: a column of every flat sheet says so, beside the stamp of the export.

The flat sheets show the figures at the export. A person who types over a figure of the form, inserts a row or sorts it
sees there that they do not show it any more. The figures of the form are compared by one number: each by its row and column.
"""

from __future__ import annotations

from decimal import Decimal
from hashlib import blake2b
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter

from model.document.storage import dumps_compact
from model.request.request import Request
from templates.workbook.memory import Written

AGREES_HEADING: Final = "要求書との照合"
STAMP_HEADING: Final = "書き出しの印"
HEADINGS: Final = (AGREES_HEADING, STAMP_HEADING)
AGREES: Final = "要求書と一致"
_DIFFERS: Final = "要求書が書き出しの後に変わっています（この行は書き出したときの値）"
_NEAR: Final = "0.01"  # less than any change of a figure, more than Excel's binary rest


class Agreement(NamedTuple):
    """What the two columns hold.

    Attributes:
        formula: compares the form with what was exported.
        stamp: tells this export from others: it follows from the request.
    """

    formula: str
    stamp: str


def agreement(request: Request, title: str, rows: dict[int, list[Written]]) -> Agreement:
    """The columns' content for the form ``title`` of a request, whose cells are ``rows``."""
    last = max(rows, default=1)
    columns: set[int] = set()
    weighed = Decimal(0)
    for row, cells in rows.items():
        for cell in cells:
            number = cell.text if cell.kind == "n" else cell.gave if cell.kind == "f" else ""
            if number:
                columns.add(cell.column)
                weighed += cell.column * row * Decimal(number)
    terms = [
        f"{column}*SUMPRODUCT(ROW({area}),{area})"
        for column in sorted(columns)
        for area in [f"'{title}'!${get_column_letter(column)}$1:${get_column_letter(column)}${last}"]
    ]
    compared = f"ABS({'+'.join(terms) or '0'}-({weighed:f}))<{_NEAR}"
    stamp = blake2b(dumps_compact(request), digest_size=4).hexdigest()
    return Agreement(f'=IF({compared},"{AGREES}","{_DIFFERS}")', stamp)
