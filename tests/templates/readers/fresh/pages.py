"""How two batches finish a workbook, and write rows as CSV and pages."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook

from tests.templates.readers.fresh.rows import take, truth
from tests.templates.readers.fresh_tables import FRESH, Fresh, Truth
from tests.templates.readers.fresh_tables import text as of_text

FULL_WIDTH: Final = str.maketrans("0123456789,", "０１２３４５６７８９，")
"""Figures and their commas as the same in full width."""


def stored(values: Mapping[str, int]) -> None:
    """Puts in the values that Excel would have stored for the formulas of the first tab."""
    last = FRESH.pop()

    def write(path: Path) -> None:
        last.write(path)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = parts["xl/worksheets/sheet1.xml"].decode()
        for place, value in values.items():
            sheet, found = re.subn(
                rf'(<c r="{place}"[^>]*><f>[^<]*</f>)(<v\s*/>|<v></v>)', rf"\g<1><v>{value}</v>", sheet
            )
            assert found == 1, (last.name, place)
        parts["xl/worksheets/sheet1.xml"] = sheet.encode()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    FRESH.append(Fresh(last.name, last.ending, write, last.truth))


def framed(head: str, body: str, pattern: str = "#,##0;△#,##0") -> Callable[[Workbook], None]:
    """Borders, a coloured heading and a number format, as a clerk dresses a sheet."""
    thin = Side(style="thin")

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for area in (head, body):
            for cells in sheet[area]:
                for cell in cells:
                    cell.border = Border(top=thin, bottom=thin, left=thin, right=thin)
                    if area == head:
                        cell.fill = PatternFill("solid", fgColor="DDEBF7")
                        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
                    elif isinstance(cell.value, int):
                        cell.number_format = pattern
        sheet["A1"].font = Font(size=14, bold=True)

    return change


def hidden_rows(*numbers: int) -> Callable[[Workbook], None]:
    """Hides rows of the first tab."""

    def change(book: Workbook) -> None:
        for number in numbers:
            book.worksheets[0].row_dimensions[number].hidden = True

    return change


def cell(value: object) -> str:
    """A value as a cell of a text shows it."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else str(value)


def signed(number: int) -> str:
    """A difference as pages and sheets show it, △ before what is less."""
    return f"{number:,}".replace("-", "△")


def lines(separator: str, rows: Sequence[Sequence[object]], end: str = "\n") -> str:
    """Rows as text."""
    return end.join(separator.join(cell(value) for value in row) for row in rows)


def csv(rows: Sequence[Sequence[object]], end: str = "\r\n", comma: bool = True, separator: str = ",") -> str:
    """Rows as Excel writes a CSV, or with tabs as it copies them: what holds a separator, a quote or a line break is quoted."""

    def of(value: object) -> str:
        found = cell(value) if comma or not isinstance(value, int) else str(value)
        return '"' + found.replace('"', '""') + '"' if re.search(rf'[{separator}"\n]', found) else found

    return "".join(separator.join(of(value) for value in row) + end for row in rows)


def even(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    """Rows, each with blanks up to a width."""
    return [[*row, *[None] * (width - len(row))] for row in rows]


def table(rows: Sequence[Sequence[object]], heads: int = 1, attributes: str = "border='1'") -> str:
    """Rows as a table of HTML."""
    return f"<table {attributes}>" + "".join(
        "<tr>" + "".join(f"<{tag}>{cell(value)}</{tag}>" for value in row) + "</tr>"
        for number, row in enumerate(rows) for tag in (["th"] if number < heads else ["td"])
    ) + "</table>"  # fmt: skip


def page(title: str, body: str, charset: str = "utf-8") -> str:
    """A page with a title and a body."""
    return (
        f"<!DOCTYPE html>\n<html lang='ja'><head><meta charset='{charset}'><title>{title}</title></head>\n"
        f"<body>{body}</body></html>\n"
    )


def wide(value: str, width: int, right: bool = False) -> str:
    """The words filled with spaces to a width in half-width columns."""
    fill = " " * max(
        0, width - sum(2 if unicodedata.east_asian_width(sign) in "FWA" else 1 for sign in value)
    )
    return fill + value if right else value + fill


def spaced(rows: Sequence[Sequence[object]], *widths: int, narrow: int = 14) -> str:
    """Rows as text in columns of spaces; numbers to the right, and words of columns that are narrower than so many."""
    found = []
    for row in rows:
        line = ""
        for value, width in zip(row, widths, strict=False):
            number = isinstance(value, int)
            written = f"{value:,}" if number else ("" if value is None else str(value))
            line += wide(written, width, number or width < narrow) + "  "
        found.append(line.rstrip())
    return "\n".join(found) + "\n"


class Costs:
    """The costs of a 事業 that are written in many layouts: what they are called, and what each asks and had before, 千円."""

    def __init__(
        self, name: str, year: int, section: str, rows: Sequence[tuple[str, int, int]], total: str
    ) -> None:
        self.name = name
        self.every = (*rows, (total, sum(row[1] for row in rows), sum(row[2] for row in rows)))
        self.truth = truth(take(rows, 0, 1, 2), year=year, name=name)
        words = f"令和{year}年度当初予算要求"
        self.head = f"{name}\n{section}\n{words}\n"
        self.top = f"<h1>{name}</h1>\n<p>{section}　{words}</p>\n"

    def form(
        self, pattern: str, rows: Sequence[tuple[str, int, int]] | None = None, full: bool = False
    ) -> str:
        """The rows, all with their total where none are given, by a pattern with 「n」, 「w」, 「a」, 「b」 and 「d」 (増減)."""
        found = "".join(
            pattern.format(n=number, w=word, a=f"{this:,}", b=f"{last:,}", d=signed(this - last))
            for number, (word, this, last) in enumerate(self.every if rows is None else rows, 1)
        )
        return found.translate(FULL_WIDTH) if full else found

    def page(
        self, name: str, body: str, title: str = "", head: str = "", wanted: Truth | None = None
    ) -> None:
        """A page of HTML with the name, the section and the year above its body."""
        of_text(name, ".html", page(title or self.name, (head or self.top) + body), wanted or self.truth)

    def text(self, name: str, body: str, head: str = "", wanted: Truth | None = None) -> None:
        """A text with these above its body."""
        of_text(name, ".txt", (head or self.head) + body, wanted or self.truth)
