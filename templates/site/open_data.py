"""The same figures as open data: one table, a row for each request at each stage, numbers as numbers, western years, a unit in each heading.

After the rules for machine-readable tables of 総務省 (docs/domain/rules.md, D1). As CSV it is UTF-8 with a mark, as Excel opens it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.edits.fields import clean_text
from model.files.regular_file import read_regular
from templates.site.entries import PAGES, AtStage, Entry
from templates.workbook.cells import Cells
from templates.workbook.style import BODY_SIZE, CellFormat, Palette
from templates.workbook.text import opens_a_formula
from templates.workbook.values import to_bytes

FOLDER: Final = "data"
CSV: Final = "requests.csv"
WORKBOOK: Final = "requests.xlsx"
Datum = str | int | None
_LARGEST: Final = 100_000_000  # bytes


class Column(NamedTuple):
    """A column of the open data: its heading, and its datum of a request at a stage that it came to."""

    heading: str
    of: Callable[[Entry, AtStage], Datum]


_LINEAGE: Final = "事業ID"
_PAGE: Final = "ページ"
COLUMNS: Final = (
    Column(_LINEAGE, lambda _, at: at.row.lineage),
    Column("年度(西暦)", lambda _, at: at.row.year),
    Column("予算", lambda _, at: at.row.budget),
    Column("会計", lambda _, at: at.row.account),
    Column("段階", lambda _, at: at.row.stage),
    Column("部局コード", lambda _, at: at.row.bureau_code),
    Column("部局", lambda _, at: at.row.bureau),
    Column("課コード", lambda _, at: at.row.section_code),
    Column("課", lambda _, at: at.row.section),
    Column("事業名", lambda _, at: " ".join(at.row.name.split())),
    Column("款", lambda _, at: at.row.kan),
    Column("項", lambda _, at: at.row.kou),
    Column("目", lambda _, at: at.row.moku),
    Column("歳出要求額(千円)", lambda _, at: at.row.expenditure),
    Column("前年度予算額(千円)", lambda _, at: at.row.previous),
    Column("債務負担行為要求額(千円)", lambda _, at: at.row.commitment),
    Column("継続費要求額(千円)", lambda _, at: at.row.continuing),
    Column("繰越明許費要求額(千円)", lambda _, at: at.row.carry_over),
    Column("計上額(千円)", lambda _, at: at.granted),
    Column("計上額の計(千円)", lambda entry, at: entry.granted if at == entry.came[-1] else None),
    Column(_PAGE, lambda _, at: f"{PAGES}/{at.page}"),
)


def csv_bytes(entries: Sequence[Entry]) -> bytes:
    """The table as CSV, with lines as Excel writes them; what Excel would take for a formula has a mark of text before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    writer.writerows([_as_text(datum) for datum in row] for row in _rows(entries))
    return clean_text(text.getvalue()).replace("\n", "\r\n").encode("utf-8-sig")


def _rows(entries: Sequence[Entry]) -> Iterator[list[Datum]]:
    """A row for each stage that a request came to, the last one last."""
    return ([column.of(entry, at) for column in COLUMNS] for entry in entries for at in entry.came)


def _as_text(datum: Datum) -> Datum:
    return f"'{datum}" if isinstance(datum, str) and opens_a_formula(datum) else datum


def workbook_bytes(entries: Sequence[Entry]) -> bytes:
    """The table as a workbook: one sheet, the headings in its first row, no formula and no merged cell.

    Raises:
        FileError: when it does not come out whole.
    """
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "要求"
    cells = Cells(Palette(sheet))
    plain = CellFormat(size=BODY_SIZE, wrapped=False)
    cells.put_row(1, [cells.of(column.heading, plain) for column in COLUMNS])
    for number, row in enumerate(_rows(entries), start=2):
        cells.put_row(number, [cells.of(datum, plain) for datum in row])
    return to_bytes(workbook, {sheet.title: cells})


def pages_of(site: Path) -> dict[str, Path]:
    """The pages of a site by the lasting id of their 事業, each at its last stage, from its open data; those whose page is there.

    Raises:
        OSError: when there is no open data.
        ValueError: when the file is no such table.
    """
    text = read_regular(site / FOLDER / CSV, _LARGEST).decode("utf-8-sig")
    table = csv.DictReader(io.StringIO(text))
    if not {_LINEAGE, _PAGE} <= set(table.fieldnames or ()):
        raise ValueError(f"「{_LINEAGE}」か「{_PAGE}」の列がありません")
    named = {row[_LINEAGE]: site / row[_PAGE] for row in table if row[_LINEAGE] and row[_PAGE]}
    return {
        lineage: page
        for lineage, page in named.items()
        if page.parent == site / PAGES and page.is_file()  # no other file, whatever the table says
    }
