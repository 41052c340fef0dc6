"""A workbook of tables with filters: each sheet has a title, check rows against the register, and one table of Excel.

Above the table stand its sum as it is filtered, its whole sum, the sum that the register gives by itself, and the difference of
the two, which is 0 where nothing was lost or doubled on the way, also after somebody changed the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from openpyxl import Workbook
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from model.values.amount import SENTENCE_MINUS
from templates.workbook.cells import Cells
from templates.workbook.page import print_on_widths
from templates.workbook.style import (
    BODY_SIZE,
    NOTE,
    TITLE,
    CellFormat,
    Palette,
    Value,
    amount_format,
)
from templates.workbook.text import POINTS, wrap
from templates.workbook.values import to_bytes

CHECKS: Final = ("表示中の計", "全体の計", "台帳の計", "差")
_SHOWN, _WHOLE, _REGISTER, _GAP = range(4)
_TITLE: Final = msgspec.structs.replace(TITLE, wrapped=False)
_NOTE: Final = msgspec.structs.replace(NOTE, wrapped=False)
_TEXT: Final = CellFormat(size=BODY_SIZE, wrapped=False, vertical="top")
_FIGURE: Final = msgspec.structs.replace(
    _TEXT, horizontal="right", number_format=amount_format(SENTENCE_MINUS)
)
_HEADING: Final = CellFormat(size=BODY_SIZE, bold=True, color="FFFFFF", fill="1F3A5F", vertical="center")
_INPUT_HEADING: Final = msgspec.structs.replace(_HEADING, fill="8A5A00")
_INPUT: Final = msgspec.structs.replace(_TEXT, fill="FFF8E1", border="box")
_INPUT_FIGURE: Final = msgspec.structs.replace(_FIGURE, fill="FFF8E1", border="box")
_CHECK: Final = msgspec.structs.replace(_FIGURE, bold=True, fill="EEF2F6")
_CHECK_LABEL: Final = msgspec.structs.replace(_CHECK, horizontal="left", number_format="General")
_SENTENCES: Final = 30
"""Characters of a column's width from which on its texts are sentences and run over several lines."""
_LINE: Final = 13.5  # pt, of a line of text
_NAMED_BY: Final = 3
"""The first columns, which are printed again on each width of pages where they name the 事業."""
_LONGEST_TITLE: Final = 31  # characters of a tab in Excel


class Column(msgspec.Struct, frozen=True):
    """A column of a table.

    Attributes:
        heading: the words above it, one of a kind in its table.
        is_amount: whether it holds 千円.
        width: in characters.
        choices: what can be chosen in its cells; others can be typed.
        formula: of a calculated cell, with ``{row}`` for its row and ``{heading}`` for the cell of another column; "" else.
    """

    heading: str
    is_amount: bool = False
    width: float = 14.0
    is_input: bool = False
    choices: tuple[str, ...] = ()
    formula: str = ""


def amount_columns(*headings: str) -> tuple[Column, ...]:
    """Columns of amounts."""
    return tuple(Column(heading, is_amount=True) for heading in headings)


class TableSheet(msgspec.Struct, frozen=True):
    """A sheet with one table.

    Attributes:
        title: its tab.
        note: a sentence below the title.
        rows: its rows, a value for each column; of a calculated cell what the formula gives.
        register: what the register gives for the sum of a column, by its heading; these columns are checked.
        keys: a text for each row in a hidden column, by which it is known when it comes back; None for no such column.
    """

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    register: Mapping[str, int] = {}
    keys: Sequence[str] | None = None


def tables_bytes(sheets: Iterable[TableSheet]) -> bytes:
    """The workbook of tables, which are made one after the other where they are many; the same tables give the same bytes.

    Raises:
        FileError: when it does not come out whole.
    """
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    palette = Palette(first)
    filling: dict[str, Cells] = {}
    for number, sheet in enumerate(sheets, start=1):
        ws = first if number == 1 else workbook.create_sheet()
        ws.title = sheet.title[:_LONGEST_TITLE]
        filling[ws.title] = _write(sheet, ws, palette, number)
        del sheet  # its rows; of thousands of requests they take as much as the cells
    return to_bytes(workbook, filling)


KEY_HEADING: Final = "行の控え"
"""Heads the hidden column of keys; sheets that come back are known by it."""


def _write(sheet: TableSheet, ws: Worksheet, palette: Palette, number: int) -> Cells:
    cells = Cells(palette)
    cells.put(1, 1, sheet.title, _TITLE)
    cells.put(2, 1, sheet.note, _NOTE)
    heading = 3 + (len(CHECKS) if sheet.register else 0)
    last = heading + max(len(sheet.rows), 1)
    letters = {column.heading: letter(index) for index, column in enumerate(sheet.columns, start=1)}
    if sheet.register:
        _write_checks(sheet, cells, heading, last, letters)
    cells.widths = [column.width for column in sheet.columns]
    headings = [
        cells.of(column.heading, _INPUT_HEADING if column.is_input else _HEADING) for column in sheet.columns
    ]
    if sheet.keys is not None:
        cells.add_hidden_column()
        headings.append(cells.of(KEY_HEADING, _HEADING))
    cells.put_row(heading, headings, 2 * _LINE)
    formats = [_format(column) for column in sheet.columns]
    for index, row in enumerate(sheet.rows):
        at = heading + 1 + index
        written = [
            "" if value in (None, "") and not column.is_input else cells.of(value, look)
            for value, look, column in zip(row, formats, sheet.columns, strict=True)
        ]
        if sheet.keys is not None:
            written.append(cells.of(sheet.keys[index], _TEXT))
        for number_of, column in enumerate(sheet.columns):
            if column.formula:
                places = {name: f"{place}{at}" for name, place in letters.items()}
                text = column.formula.format(**places, row=at, key=f"{letter(len(sheet.columns) + 1)}{at}")
                value = row[number_of]
                written[number_of] = cells.of_formula(
                    text, "" if value is None else value, formats[number_of]
                )
        lines = _lines(sheet, row)
        cells.put_row(at, written, lines * _LINE if lines > 1 else None)
    _add_table(sheet, ws, heading, last, number)
    ws.freeze_panes = f"A{heading + 1}"
    print_on_widths(ws, POINTS * sum(column.width for column in sheet.columns))
    if "事業名" in [column.heading for column in sheet.columns[:_NAMED_BY]]:
        ws.print_title_cols = f"A:{letters['事業名']}"
    ws.print_title_rows = f"{heading}:{heading}"
    for column in sheet.columns:
        if column.choices:
            choices = DataValidation("list", formula1=f'"{",".join(column.choices)}"', showErrorMessage=False)
            choices.add(f"{letters[column.heading]}{heading + 1}:{letters[column.heading]}{last}")
            ws.add_data_validation(choices)
    return cells


def _lines(sheet: TableSheet, row: tuple[Value, ...]) -> int:
    """How many lines the longest text of a row takes."""
    return max(
        (
            len(wrap(value, column.width * POINTS, BODY_SIZE))
            for column, value in zip(sheet.columns, row, strict=True)
            if isinstance(value, str) and column.width >= _SENTENCES
        ),
        default=1,
    )


def _format(column: Column) -> CellFormat:
    if column.is_amount:
        return _INPUT_FIGURE if column.is_input else _FIGURE
    return msgspec.structs.replace(_INPUT if column.is_input else _TEXT, wrapped=column.width >= _SENTENCES)


def _write_checks(
    sheet: TableSheet, cells: Cells, heading: int, last: int, letters: Mapping[str, str]
) -> None:
    """The four check rows between the note and the table."""
    for index, label in enumerate(CHECKS):
        cells.put(3 + index, 1, label, _CHECK_LABEL)
    for number, column in enumerate(sheet.columns, start=1):
        if column.heading not in sheet.register:
            continue
        place = letters[column.heading]
        area = f"{place}{heading + 1}:{place}{last}"
        amounts = [row[number - 1] for row in sheet.rows]
        whole = sum(amount for amount in amounts if isinstance(amount, int))
        in_register = sheet.register[column.heading]
        cells.put_formula(3 + _SHOWN, number, f"=SUBTOTAL(109,{area})", whole, _CHECK)
        cells.put_formula(3 + _WHOLE, number, f"=SUM({area})", whole, _CHECK)
        cells.put(3 + _REGISTER, number, in_register, _CHECK)
        gap = f"={place}{3 + _WHOLE}-{place}{3 + _REGISTER}"
        cells.put_formula(3 + _GAP, number, gap, whole - in_register, _CHECK)


def _add_table(sheet: TableSheet, ws: Worksheet, heading: int, last: int, number: int) -> None:
    names = [column.heading for column in sheet.columns] + ([] if sheet.keys is None else [KEY_HEADING])
    table = Table(displayName=f"T{number}", ref=f"A{heading}:{letter(len(names))}{last}")
    table.tableColumns = [TableColumn(id=index, name=name) for index, name in enumerate(names, start=1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    ws.add_table(table)
