"""The flat sheets: the request as data that other programs read, by the rules for machine-readable statistics.

総務省「統計表における機械判読可能なデータの表記方法の統一ルール」 (2020): one header row, one datum per cell, numbers as
numbers, no merged cells, no formulas, units in the headings, the western year beside the era, the government's code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

import msgspec
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from model.document.document import Snapshot
from model.keys.request_keys import EDITIONS, RequestKeys, request_keys
from templates.sheet.question_rows import QuestionRow
from templates.sheet.sheet import Sheet
from templates.workbook import section_tables
from templates.workbook.agreement import AGREES, HEADINGS, Agreement
from templates.workbook.cells import Cells
from templates.workbook.cost_data import Columns, Row, cost_lines, object_classes, prices
from templates.workbook.figures_data import assessment, funding, headcount, project
from templates.workbook.formulas.formula import Address
from templates.workbook.grounds_data import CUTS_TITLE, FINDINGS_TITLE, TERMS_TITLE, cuts, findings, terms
from templates.workbook.memory import FlatTable
from templates.workbook.multi_year_data import annual_amounts, commitment_ledger, commitment_year_data, owed
from templates.workbook.style import BODY_SIZE, DATA, DATA_HEADER, Palette, Value
from templates.workbook.text import POINTS, chunks
from templates.workbook.text import width as text_width
from templates.workbook.typing_rules import expect_amounts

KEYS: Final = (
    *("団体コード", "事業ID", "文書ID", "年度(西暦)", "年度", "予算", "会計", "用紙", "段階", "版"),
    *("部局コード", "部局", "課コード", "課", "款", "項", "目", "事業名"),
)
COSTS_TITLE: Final = "経費明細"
_LOOKED_AT: Final = 200  # rows
_WIDEST: Final = 48.0


class Table(msgspec.Struct, frozen=True):
    """A flat table: its headings after the key columns, and its rows."""

    title: str
    headings: tuple[str, ...]
    keys: tuple[Value, ...]
    rows: list[tuple[Value, ...]]


def data_tables(snapshot: Snapshot, sheet: Sheet, asked: Sequence[QuestionRow]) -> Iterator[Table]:
    """The flat tables that a request has rows for, in the order of the workbook's tabs.

    経費明細 is always there, for new lines can be written into it; a blank table is left out.
    """
    keys = _keys(request_keys(snapshot.request, snapshot.standard))
    for title, headings, rows in (
        ("事業", *headed(project(snapshot))),
        (COSTS_TITLE, *cost_lines(snapshot)),
        ("節別", *object_classes(snapshot)),
        ("単価", *prices(snapshot)),
        ("財源内訳", *headed(funding(snapshot))),
        (TERMS_TITLE, *headed(terms(snapshot))),
        ("人役", *headed(headcount(snapshot))),
        ("債務負担", *headed(owed(snapshot, sheet))),
        ("債務負担年度", *headed(commitment_year_data(snapshot))),
        ("債務負担調書", *headed(commitment_ledger(snapshot))),
        ("継続費", *headed(annual_amounts(snapshot))),
        ("査定", *headed(assessment(snapshot, sheet))),
        (CUTS_TITLE, *headed(cuts(snapshot))),
        ("文章", *headed(_narrative(snapshot, sheet))),
        (section_tables.TITLE, *headed(section_tables.section_table_data(snapshot, sheet))),
        (FINDINGS_TITLE, *headed(findings(asked))),
    ):
        if rows or title == COSTS_TITLE:
            yield Table(title, headings, keys, rows)


def _keys(keys: RequestKeys) -> tuple[Value, ...]:
    """The cells of the key columns, which every row of every flat sheet has."""
    return (
        keys.government,
        keys.identity.project,
        keys.identity.document,
        keys.western_year,
        keys.year,
        keys.budget,
        keys.account,
        keys.sheet,
        keys.stage,
        EDITIONS[keys.edition],
        *keys.department,
        *keys.section,
        *keys.subject,
        keys.name,
    )


def headed(rows: list[Row]) -> Columns:
    """The headings of rows, and the cells below them."""
    return tuple(rows[0]) if rows else (), [tuple(row.values()) for row in rows]


def write_table(table: Table, ws: Worksheet, palette: Palette, agrees: Agreement) -> Cells:
    """Set a flat sheet up and give its cells: headings at A1, the key columns on every row, the heading row frozen."""
    headings = (*KEYS, *table.headings, *HEADINGS)
    ws.freeze_panes = "A2"
    last = get_column_letter(len(headings))
    ws.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    ws.print_area = f"{get_column_letter(len(headings) + 2)}1"  # a blank cell: data are not printed
    cells = Cells(palette)
    cells.widths = _widths(headings, table)
    cells.put_row(1, [cells.of(heading, DATA_HEADER) for heading in headings])
    keys = _row(cells, table.keys)
    behind = [cells.of_formula(agrees.formula, AGREES, DATA), cells.of(agrees.stamp, DATA)]
    for number, row in enumerate(table.rows, start=2):
        cells.put_row(number, keys + _row(cells, row) + behind)
    _expect(table, ws)
    return cells


def agreement_at(table: Table) -> str:
    """The cell that compares the form with the export, in the sheet that has it: the others refer to it."""
    return f"{table.title}!${get_column_letter(len(KEYS) + len(table.headings) + 1)}$2"


def _expect(table: Table, ws: Worksheet) -> None:
    """Amounts below the headings of 千円, of the rows that are there."""
    first = len(KEYS) + 1
    for column, heading in enumerate(table.headings, start=first):
        if heading.endswith("(千円)") and table.rows and heading != "積算の値(千円)":
            expect_amounts(ws, [Address(column, row) for row in range(2, len(table.rows) + 2)])


def remembered(table: Table) -> FlatTable:
    """What a flat table holds, for reading it back."""
    rows = [
        [str(value) if isinstance(value, Decimal) else value for value in (*table.keys, *row)]
        for row in table.rows
    ]
    return FlatTable(table.title, [*KEYS, *table.headings], rows)


def _row(cells: Cells, values: Iterable[Value]) -> list[str]:
    return ["" if value is None or value == "" else cells.of(value, DATA) for value in values]


def _widths(headings: tuple[str, ...], table: Table) -> list[float]:
    """Widths that fit the headings and the first rows; a long text runs on and is not wrapped."""
    own = (AGREES, "")
    shown = [headings, *((*table.keys, *row, *own) for row in table.rows[:_LOOKED_AT])]
    return [
        min(
            _WIDEST,
            max(text_width(str(value)[:100], BODY_SIZE) for value in column if value is not None) / POINTS
            + 2,
        )
        for column in zip(*shown, strict=True)
    ]


def _narrative(snapshot: Snapshot, sheet: Sheet) -> list[Row]:
    texts = [
        (frame.title, number, section.heading, section.text)
        for frame in sheet.frames
        for number, section in enumerate(frame.sections, start=1)
    ]
    if snapshot.request.is_assessed:
        texts.append(("財政課処理欄", 1, "", snapshot.request.assessment.comment))
    return [
        {"欄": frame, "見出しの順": number, "見出し": heading, "続きの順": part, "文章": chunk}
        for frame, number, heading, text in texts
        for part, chunk in enumerate(chunks(text), start=1)
    ]
