"""Writes a book as a file of each kind that a section has: workbook, CSV, the clipboard of Excel, a table in HTML."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html import escape
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.templates.readers.layouts.book import Book, Cell, Tab
from tests.templates.readers.layouts.pages import page_text

_DATA: Final = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*>)(<v>[^<]*</v>|<v ?/>)')


def write(book: Book, path: Path, formulas: str = "") -> Path:
    """Write a book as the ending of the path says.

    .xlsx, .csv (UTF-8), .cp932.csv, .tsv, .html; .rows.txt, .cells.txt and .html.txt are published pages around its table.

    Args:
        book: the book.
        path: the file.
        formulas: whether formulas have stored values (``stored``, ``zero``) or none (``none``).
    """
    if path.suffix == ".xlsx":
        _workbook(book, path, formulas)
    elif path.suffix == ".csv":
        encoding = "cp932" if path.stem.endswith("cp932") else "utf-8-sig"
        path.write_bytes(_csv(book.tabs[0]).encode(encoding))
    elif path.suffix == ".txt":
        form = path.suffixes[-2].removeprefix(".")
        path.write_text(page_text(book.request, book.tabs[0].table(), form), encoding="utf-8")
    elif path.suffix == ".tsv":
        path.write_bytes(clipboard(book.tabs[0]).encode())
    else:
        path.write_text(_html(book), encoding="utf-8")
    return path


def clipboard(tab: Tab) -> str:
    """What Excel puts on the clipboard as text: a cell with a line break or a quote stands in quotes."""

    def quoted(text: str) -> str:
        return '"{}"'.format(text.replace('"', '""')) if any(sign in text for sign in '\n"\t') else text

    return "".join("\t".join(map(quoted, row)) + "\r\n" for row in tab.table())


def _csv(tab: Tab) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(tab.table())
    return out.getvalue()


def _html(book: Book) -> str:
    tables = []
    for tab in book.tabs:
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in tab.merged}
        covered = {
            (row, column)
            for top, left, bottom, right in tab.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        } - set(spans)
        rows = []
        for row, texts in enumerate(tab.table(), start=1):
            cells = []
            for column, text in enumerate(texts, start=1):
                if (row, column) in covered:
                    continue
                high, wide = spans.get((row, column), (1, 1))
                span = f' rowspan="{high}"' * (high > 1) + f' colspan="{wide}"' * (wide > 1)
                cells.append(f"<td{span}>{escape(text) or '&nbsp;'}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        tables.append(f"<table border=1>{''.join(rows)}</table>")
    return f"<html><head><meta charset=utf-8><title>表</title></head><body>{''.join(tables)}</body></html>"


def _workbook(book: Book, path: Path, formulas: str) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    stored: list[dict[str, Cell]] = []
    for tab in book.tabs:
        sheet = workbook.create_sheet(tab.title)
        stored.append({})
        for (row, column), cell in tab.cells.items():
            written = sheet.cell(row, column, cell.value)
            written.number_format = cell.number_format
            if cell.indent:
                written.alignment = Alignment(indent=cell.indent)
            if cell.formula:
                stored[-1][written.coordinate] = cell
        for top, left, bottom, right in tab.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row in tab.hidden:
            sheet.row_dimensions[row].hidden = True
    if not any(stored):
        workbook.save(path)
        return
    held = io.BytesIO()
    workbook.save(held)
    with zipfile.ZipFile(held) as plain, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in plain.namelist():
            data = plain.read(name)
            sheet_number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if sheet_number:
                cells = stored[int(sheet_number[1]) - 1]
                data = _with_formulas(data.decode(), cells, formulas).encode()
            out.writestr(name, data)


def _with_formulas(xml: str, cells: dict[str, Cell], formulas: str) -> str:
    """The XML of a sheet whose values stand beside their formulas, as Excel saves them; openpyxl cannot write both."""

    def written(found: re.Match[str]) -> str:
        cell = cells.get(found[2])
        if cell is None:
            return found[0]
        return f"{found[1]}<f>{escape(cell.formula)}</f>{'' if formulas == 'none' else found[3]}"

    return _DATA.sub(written, xml)
