"""What several batches do with a workbook after it is written, and how they write rows as CSV and HTML."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.templates.readers.fresh_tables import FRESH, Fresh


def then(change: Callable[[Workbook], None]) -> None:
    """Changes the last workbook after it is written."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        book = load_workbook(path)
        change(book)
        book.save(path)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def value_of(sheet: Worksheet, place: str) -> int:
    """The value of a cell, formulas worked out (sums, products, sums and differences of cells)."""
    value = sheet[place].value
    if value is None:
        return 0
    if not (isinstance(value, str) and value.startswith("=")):
        assert isinstance(value, int), (place, value)
        return value

    def of_sum(found: re.Match[str]) -> str:
        total = 0
        for part in found[1].split(","):
            if ":" in part:
                total += sum(
                    value_of(sheet, cell.coordinate)
                    for row in sheet[part]
                    for cell in row
                    if not isinstance(cell.value, str) or cell.value.startswith("=")
                )
            else:
                total += value_of(sheet, part)
        return str(total)

    body = re.sub(r"SUM\(([^)]*)\)", of_sum, value[1:])
    body = re.sub(r"[A-Z]+[0-9]+", lambda found: f"({value_of(sheet, found[0])})", body)
    assert re.fullmatch(r"[0-9+\-*/() ]+", body), body
    result = eval(body)  # noqa: S307
    assert result == int(result), (place, value, result)
    return int(result)


def stored() -> None:
    """Puts in the values that Excel would have stored for the formulas of the first tab."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        first = load_workbook(path).worksheets[0]
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        for row in first.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    sheet, found = re.subn(
                        rf'(<c r="{cell.coordinate}"[^>]*><f>[^<]*</f>)(<v\s*/>|<v></v>)',
                        rf"\g<1><v>{value_of(first, cell.coordinate)}</v>",
                        sheet,
                    )
                    assert found == 1, (last.name, cell.coordinate)
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def ruled(first: int, last: int, columns: int) -> Callable[[Workbook], None]:
    """Thin lines about the table and a grey heading, as most sections draw them."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(min_row=first, max_row=last, max_col=columns):
            for cell in row:
                cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
                if cell.row == first:
                    cell.fill = PatternFill("solid", fgColor="D9D9D9")
                    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet["A1"].font = Font(bold=True, size=14)

    return change


def lines(separator: str, rows: Sequence[Sequence[object]], commas: bool = True) -> str:
    """Rows as text."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        return f"{value:,}" if commas and isinstance(value, int) else str(value)

    return "\n".join(separator.join(cell(value) for value in row) for row in rows) + "\n"


def csv(rows: Sequence[Sequence[object]], commas: bool = True) -> str:
    """Rows as a CSV of Excel: quotes only where a comma or a line break is."""

    def cell(value: object) -> str:
        if value is None:
            return ""
        found = f"{value:,}" if commas and isinstance(value, int) else str(value)
        return f'"{found}"' if "," in found or "\n" in found else found

    return "\r\n".join(",".join(cell(value) for value in row) for row in rows) + "\r\n"


def html(title: str, body: str, charset: str = "utf-8") -> str:
    """A small page."""
    return (
        f'<!DOCTYPE html>\n<html lang="ja">\n<head><meta charset="{charset}"><title>{title}</title></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def tr(row: Sequence[object], tag: str = "td") -> str:
    """A row of a table of HTML."""
    found = ""
    for value in row:
        number = isinstance(value, int)
        written = f"{value:,}" if number else ("" if value is None else str(value))
        found += f"<{tag}{' align=right' if number else ''}>{written}</{tag}>"
    return f"<tr>{found}</tr>\n"


def touched(fresh: Fresh, change: Callable[[Workbook], None]) -> Fresh:
    """The same file, with what the plain writer does not do."""

    def write(path: Path) -> None:
        fresh.write(path)
        book = load_workbook(path)
        change(book)
        book.save(path)

    return replace(fresh, write=write)
