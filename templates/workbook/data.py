"""The flat sheets: the request as data that other programs read, by the rules for machine-readable statistics.

総務省「統計表における機械判読可能なデータの表記方法の統一ルール」 (2020): one header row, one datum per cell, numbers as
numbers, no merged cells, no formulas, units in the headings, the western year beside the era, the government's code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

import msgspec
from openpyxl.worksheet.worksheet import Worksheet

from model.document.document import Snapshot
from model.request import place
from model.values import people
from templates.sheet.figure_tables import total_cost_table
from templates.sheet.question_rows import QuestionRow
from templates.sheet.sheet import Sheet
from templates.workbook import section_tables
from templates.workbook.cells import Cells
from templates.workbook.cost_data import Columns, Row, cost_lines, object_classes, one_line, prices
from templates.workbook.grounds_data import CUTS_TITLE, FINDINGS_TITLE, TERMS_TITLE, cuts, findings, terms
from templates.workbook.memory import FlatTable
from templates.workbook.multi_year_data import annual_amounts, commitment_ledger, commitment_year_data, owed
from templates.workbook.page import print_on_one_width
from templates.workbook.style import BODY_SIZE, DATA, DATA_HEADER, Palette, Value
from templates.workbook.text import POINTS, chunks
from templates.workbook.text import width as text_width

KEYS: Final = ("団体コード", "年度(西暦)", "年度", "部局", "課", "事業名", "段階")
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

    Args:
        snapshot: the request.
        sheet: the same as it is laid out.
        asked: its questions and findings.
    """
    header, contact = snapshot.request.header, snapshot.request.contact
    year = snapshot.totals.year
    keys = (
        snapshot.standard.government_code,
        year.year,
        year.label,
        contact.department,
        contact.section,
        one_line(header.name),
        header.stage,
    )
    for title, headings, rows in (
        ("事業", *headed(_project(snapshot))),
        (COSTS_TITLE, *cost_lines(snapshot)),
        ("節別", *object_classes(snapshot)),
        ("単価", *prices(snapshot)),
        ("財源内訳", *headed(_funding(snapshot))),
        (TERMS_TITLE, *headed(terms(snapshot))),
        ("人役", *headed(_headcount(snapshot))),
        ("債務負担", *headed(owed(snapshot, sheet))),
        ("債務負担年度", *headed(commitment_year_data(snapshot))),
        ("債務負担調書", *headed(commitment_ledger(snapshot))),
        ("継続費", *headed(annual_amounts(snapshot))),
        ("査定", *headed(_assessment(snapshot, sheet))),
        (CUTS_TITLE, *headed(cuts(snapshot))),
        ("文章", *headed(_narrative(snapshot, sheet))),
        (section_tables.TITLE, *headed(section_tables.section_table_data(snapshot, sheet))),
        (FINDINGS_TITLE, *headed(findings(asked))),
    ):
        if rows or title == COSTS_TITLE:
            yield Table(title, headings, keys, rows)


def headed(rows: list[Row]) -> Columns:
    """The headings of rows, and the cells below them."""
    return tuple(rows[0]) if rows else (), [tuple(row.values()) for row in rows]


def write_table(table: Table, ws: Worksheet, palette: Palette) -> Cells:
    """Set a flat sheet up and give its cells: headings at A1, the key columns on every row, the heading row frozen."""
    headings = (*KEYS, *table.headings)
    ws.freeze_panes = "A2"
    print_on_one_width(ws, "landscape")
    ws.print_title_rows = "1:1"
    cells = Cells(palette)
    cells.widths = _widths(headings, table)
    cells.put_row(1, [cells.of(heading, DATA_HEADER) for heading in headings])
    keys = _row(cells, table.keys)
    for number, row in enumerate(table.rows, start=2):
        cells.put_row(number, keys + _row(cells, row))
    return cells


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
    shown = [headings, *((*table.keys, *row) for row in table.rows[:_LOOKED_AT])]
    return [
        min(
            _WIDEST,
            max(text_width(str(value)[:100], BODY_SIZE) for value in column if value is not None) / POINTS
            + 2,
        )
        for column in zip(*shown, strict=True)
    ]


_COST_WORDS: Final = {
    "standing": "現計",
    "assessed": "査定後",
    "request": "要求",
    "total": "計",
    "previous": "前年度",
}


def _project(snapshot: Snapshot) -> list[Row]:
    totals = snapshot.totals
    header, contact = snapshot.request.header, snapshot.request.contact
    row: Row = {
        "予算": header.budget,
        "区分": header.business_class,
        "会計": header.account,
        "款": header.subject_kan,
        "項": header.subject_kou,
        "目": header.subject_moku,
        "副題": header.subtitle,
        "担当": contact.team,
        "電話番号": contact.phone,
        "E-mail": contact.email,
        "財源": snapshot.request.funding_words,
        "要求額(千円)": totals.amount.shown,
        "前年度予算額(千円)": totals.previous.shown,
        "増減(千円)": totals.change,
        "増減率(%)": totals.change_percent,
    }
    for plan in totals.form.cost_rows:
        words, cost = _COST_WORDS[plan.row], totals.cost_rows[plan.row]
        row[f"{words}の事業費(千円)"] = cost.expense.shown
        row[f"{words}の人件費(千円)"] = cost.labour.shown
        row[f"{words}のトータルコスト(千円)"] = cost.total.shown
    return [row]


def _funding(snapshot: Snapshot) -> list[Row]:
    form = snapshot.totals.form
    finance = form.finance_rows if snapshot.request.is_assessed else []
    rows: list[Row] = []
    for key in dict.fromkeys(plan.row for plan in (*form.funding_rows, *finance)):
        totals = snapshot.totals.funding_rows[key]
        cells = [(place.EXPENSE, "事業費", totals.expense)]
        cells += [
            (source.key, source.label, totals.sources[source.key])
            for source in snapshot.standard.sources_of(form)
        ]
        cells.append((place.GENERAL, form.general, totals.general))
        rows += [
            {
                "行コード": key,
                "行": form.funding_label(key),
                "財源コード": column,
                "財源": label,
                "金額(千円)": figure.shown or 0,
            }
            for column, label, figure in cells
        ]
    return rows


def _headcount(snapshot: Snapshot) -> list[Row]:
    standard, totals = snapshot.standard, snapshot.totals
    labels = {row.key: row.label for row in total_cost_table(snapshot).rows}
    rows: list[Row] = []
    for key, row in totals.cost_rows.items():
        if key not in labels:
            continue
        cells: dict[str, str] = getattr(snapshot.request.headcount, key)
        for category in standard.staff_columns(totals.form):
            term = row.labour_by_category.get(category.key)
            rows.append(
                {
                    "行コード": key,
                    "行": labels[key],
                    "行の年度(西暦)": row.year,
                    "職員区分コード": category.key,
                    "職員区分": category.label,
                    "人役(人)": _people(cells.get(category.key, "")),
                    "1人当たり人件費(千円)": category.unit_cost(row.year),
                    "人件費(千円)": term.cost if term else None,
                }
            )
    return rows


def _people(typed: str) -> Value:
    count = people.parse(typed)
    return typed or None if count is None else count


def _assessment(snapshot: Snapshot, sheet: Sheet) -> list[Row]:
    assessment = snapshot.request.assessment
    if not snapshot.request.is_assessed:
        return []
    return [
        {
            "査定の段階": sheet.assessment_actor,
            "結果": assessment.result,
            "計上額(千円)": assessment.amount,
            "保留額(千円)": assessment.held,
            "別途額(千円)": assessment.separate,
            "減額(千円)": sheet.cut,
            "内訳のない減額(千円)": snapshot.totals.unexplained_cut,
        }
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
        {"欄": frame, "項の順": number, "項": heading, "続きの順": part, "文章": chunk}
        for frame, number, heading, text in texts
        for part, chunk in enumerate(chunks(text), start=1)
    ]
