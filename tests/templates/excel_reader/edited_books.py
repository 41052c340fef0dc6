"""Workbooks as hands leave them: cells overtyped, rows inserted, deleted and moved in the XML of the printed sheet.

What Excel does when a person works on a sheet is done here on the file: rows move with their heights, merges and
hidden numbers, and the formulas follow them.
"""

from __future__ import annotations

import base64
import copy
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from model.request.lines import walk
from model.request.request import Line, Request
from templates.readers.books.cells import Book
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook
from templates.workbook.excel import workbook_bytes
from templates.workbook.memory import SHEET
from tests import samples

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"(?<![A-Z0-9])([A-Z]{1,2})([0-9]+)(?![0-9(])")


def remember(book: Book, memory: bytes) -> None:
    """Let the hidden sheet of our own workbook remember something else, with a checksum that holds."""
    packed = base64.b64encode(zlib.compress(memory, 1)).decode()
    hidden = book.sheet(SHEET)
    assert hidden is not None
    head = [hidden.rows[row][1] for row in (1, 2)]
    texts = [*head, hashlib.sha256(packed.encode()).hexdigest(), packed]
    hidden.rows.clear()
    hidden.rows.update({row: {1: text} for row, text in enumerate(texts, start=1)})


def _book(request: Request) -> bytes:
    return workbook_bytes(samples.snapshot(request))


@cache
def sample_book() -> bytes:
    """The workbook of the real sheet, as it is written."""
    return _book(samples.sample())


class Hands:
    """A workbook of ours, opened to be worked on.

    Attributes:
        request: what it was written from.
    """

    def __init__(self, request: Request, title: str = "要求書") -> None:
        self.request = request
        data = sample_book() if request is samples.sample() else _book(request)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self._strings = [
            "".join(each.itertext(f"{NAMESPACE}t"))
            for each in etree.fromstring(self._members.get("xl/sharedStrings.xml", b"<sst/>"))
        ]
        self._titles = re.findall(r'<sheet [^>]*name="([^"]*)"', self._members["xl/workbook.xml"].decode())
        self.turn_to(title)

    def turn_to(self, title: str) -> Hands:
        """Go on with another sheet."""
        if hasattr(self, "root"):
            self._put_back()
        self._member = f"xl/worksheets/sheet{self._titles.index(title) + 1}.xml"
        self.root = etree.fromstring(self._members[self._member])
        self._data = self.root.find(f"{NAMESPACE}sheetData")
        return self

    def _put_back(self) -> None:
        self._members[self._member] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")

    def column(self, heading: str, row: int) -> str:
        """The cell of a row below a heading in the first row."""
        return re.sub("[0-9]+", str(row), self.address(1, heading))

    def row(self, text: str, after: int = 0) -> int:
        """The row below ``after`` in which a cell begins with a text; of an id, which opens others, the row that has it."""
        for is_found in (str.__eq__, str.startswith) if len(text) == 1 else (str.startswith,):
            for row in self._data:
                at = int(row.get("r"))
                if at > after and any(is_found(str(self.value(cell)), text) for cell in row):
                    return at
        raise AssertionError(f"no row 「{text}」")

    def rows(self) -> list[etree._Element]:
        """The rows that are there."""
        return list(self._data)

    def line(self, text: str) -> Line:
        """The line of the request whose 内容 begins with a text."""
        lines = (line for group in self.request.groups for line, _ in walk(group.lines))
        return next(line for line in lines if line.text.startswith(text))

    def address(self, at: int, text: str) -> str:
        """The cell of a row that holds a text."""
        return str(next(cell.get("r") for cell in self._row(at) if self.value(cell) == text))

    def value(self, cell: etree._Element) -> str:
        """What a cell holds, as text."""
        if cell.get("t") == "inlineStr":
            return "".join(cell.itertext(f"{NAMESPACE}t"))
        value = cell.findtext(f"{NAMESPACE}v") or ""
        return self._strings[int(value)] if cell.get("t") == "s" else value

    def type(self, address: str, value: int | str | None) -> None:
        """Type a number or a text into a cell, or clear it; its formula goes."""
        found = re.fullmatch(r"([A-Z]+)([0-9]+)", address)
        assert found
        row = self._row(int(found[2]))
        cell = next((each for each in row if each.get("r") == address), None)
        if cell is None:
            cell = etree.SubElement(row, f"{NAMESPACE}c", r=address)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(value, int):
            etree.SubElement(cell, f"{NAMESPACE}v").text = str(value)
        elif value is not None:
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, f"{NAMESPACE}is"), f"{NAMESPACE}t").text = value

    def type_anywhere(self, address: str, value: int | str | None) -> None:
        """Type into a cell also where its row holds nothing yet."""
        at = int(re.sub("[A-Z]", "", address))
        if all(row.get("r") != str(at) for row in self._data):
            index = sum(int(row.get("r")) < at for row in self._data)
            self._data.insert(index, etree.Element(f"{NAMESPACE}row", r=str(at)))
        self.type(address, value)

    def type_formula(self, address: str, formula: str, value: int | None) -> None:
        """Type a formula with the value that it gives; None for one that no program has computed."""
        self.type(address, value or 0)
        cell = next(each for each in self._row(int(re.sub("[A-Z]", "", address))) if each.get("r") == address)
        made = etree.Element(f"{NAMESPACE}f")
        made.text = formula
        if value is None:
            cell[:] = []
        cell.insert(0, made)

    def _row(self, at: int) -> etree._Element:
        return next(row for row in self._data if row.get("r") == str(at))

    def insert(self, at: int, cells: dict[str, int | str]) -> None:
        """Insert a row above a row, with values by column."""
        self._renumber(lambda row: row + 1 if row >= at else row)
        made = etree.Element(f"{NAMESPACE}row", r=str(at))
        index = next((i for i, row in enumerate(self._data) if int(row.get("r")) > at), len(self._data))
        self._data.insert(index, made)
        for column, value in cells.items():
            self.type(f"{column}{at}", value)

    def delete(self, first: int, last: int = 0) -> None:
        """Delete rows."""
        last = last or first
        for row in list(self._data):
            if first <= int(row.get("r")) <= last:
                self._data.remove(row)
        for merge in list(self.root.iter(f"{NAMESPACE}mergeCell")):
            if first <= int(re.findall(r"[0-9]+", merge.get("ref"))[0]) <= last:
                merge.getparent().remove(merge)
        self._renumber(
            lambda row: row - (last - first + 1) if row > last else row, gone=range(first, last + 1)
        )

    def move(self, first: int, last: int, to: int) -> None:
        """Cut rows and insert them above a row."""
        count = last - first + 1

        def moved(row: int) -> int:
            if first <= row <= last:
                return row - first + (to if to < first else to - count)
            if to <= row < first:
                return row + count
            return row - count if last < row < to else row

        self._renumber(moved)
        self._data[:] = sorted(self._data, key=lambda row: int(row.get("r")))

    def _renumber(self, new: Callable[[int], int], gone: range = range(0)) -> None:
        def reference(found: re.Match[str]) -> str:
            at = int(found[2])
            return "#REF!" if at in gone else f"{found[1]}{new(at)}"

        def formula(text: str) -> str:
            # The ends of a range that lose their row move inwards, as in Excel.
            def one(found: re.Match[str]) -> str:
                first, last = int(found[2]), int(found[4])
                rows = [row for row in range(first, last + 1) if row not in gone]
                if not rows:
                    return "#REF!"
                return (
                    f"{found[1]}#{min(new(row) for row in rows)}:{found[3]}#{max(new(row) for row in rows)}"
                )

            text = re.sub(r"([A-Z]{1,2})([0-9]+):([A-Z]{1,2})([0-9]+)", one, text)
            return _REFERENCE.sub(reference, text).replace("#", "").replace("REF!", "#REF!")

        for row in self._data:
            at = new(int(row.get("r")))
            row.set("r", str(at))
            for cell in row:
                cell.set("r", re.sub("[0-9]+", str(at), cell.get("r")))
                written = cell.find(f"{NAMESPACE}f")
                if written is not None:
                    written.text = formula(written.text)
        for merge in self.root.iter(f"{NAMESPACE}mergeCell"):
            merge.set("ref", re.sub("[0-9]+", lambda found: str(new(int(found[0]))), merge.get("ref")))

    def delete_column(self, letter: str) -> None:
        """Delete a column."""
        gone = column_index_from_string(letter)
        self._recolumn(lambda column: None if column == gone else column - (column > gone))

    def insert_column(self, letter: str) -> None:
        """Insert a column left of a column."""
        first = column_index_from_string(letter)
        self._recolumn(lambda column: column + (column >= first))

    def move_column(self, letter: str, before: str) -> None:
        """Cut a column and insert it left of a column."""
        first, to = column_index_from_string(letter), column_index_from_string(before)
        order = [column for column in range(1, 60) if column != first]
        order.insert(order.index(to), first)
        self._recolumn(lambda column: order.index(column) + 1)

    def _recolumn(self, new: Callable[[int], int | None]) -> None:
        def moved(letters: str) -> str | None:
            column = new(column_index_from_string(letters))
            return None if column is None else get_column_letter(column)

        def reference(found: re.Match[str]) -> str:
            column = moved(found[1])
            return "#REF!" if column is None else f"{column}{found[2]}"

        def between(found: re.Match[str]) -> str:
            first, last = column_index_from_string(found[1]), column_index_from_string(found[3])
            columns = [column for old in range(first, last + 1) if (column := new(old)) is not None]
            if not columns:
                return "#REF!"
            ends = (get_column_letter(min(columns)), get_column_letter(max(columns)))
            return f"{ends[0]}#{found[2]}:{ends[1]}#{found[4]}"

        for row in self._data:
            for cell in list(row):
                column = moved(re.sub("[0-9]", "", cell.get("r")))
                if column is None:
                    row.remove(cell)
                    continue
                cell.set("r", f"{column}{row.get('r')}")
                written = cell.find(f"{NAMESPACE}f")
                if written is not None:
                    text = re.sub(r"([A-Z]{1,2})([0-9]+):([A-Z]{1,2})([0-9]+)", between, written.text)
                    written.text = _REFERENCE.sub(reference, text).replace("#", "").replace("REF!", "#REF!")
            row[:] = sorted(
                row, key=lambda cell: column_index_from_string(re.sub("[0-9]", "", cell.get("r")))
            )
        for merges in list(self.root.iter(f"{NAMESPACE}mergeCells")):
            self.root.remove(merges)  # Excel undoes those that a moved column would tear

    def show_by(self, address: str, number_format: str) -> None:
        """Give a cell another number format."""
        styles = etree.fromstring(self._members["xl/styles.xml"])
        formats = styles.find(f"{NAMESPACE}numFmts")
        if formats is None:
            formats = etree.Element(f"{NAMESPACE}numFmts")
            styles.insert(0, formats)
        number = max((int(known.get("numFmtId")) for known in formats), default=200) + 1
        etree.SubElement(formats, f"{NAMESPACE}numFmt", numFmtId=str(number), formatCode=number_format)
        formats.set("count", str(len(formats)))
        cell = next(cell for cell in self._row(int(re.sub("[A-Z]", "", address))) if cell.get("r") == address)
        known = styles.find(f"{NAMESPACE}cellXfs")
        made = copy.deepcopy(known[int(cell.get("s"))])
        made.set("numFmtId", str(number))
        made.set("applyNumberFormat", "1")
        known.append(made)
        known.set("count", str(len(known)))
        cell.set("s", str(len(known) - 1))
        self._members["xl/styles.xml"] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8")

    def rename(self, title: str) -> None:
        """Rename the tab of the sheet."""
        old = self._titles[int(re.findall(r"[0-9]+", self._member)[0]) - 1]
        xml = self._members["xl/workbook.xml"].decode()
        self._members["xl/workbook.xml"] = xml.replace(
            f'name="{escape(old)}"', f'name="{escape(title)}"'
        ).encode()

    def drop_memory(self) -> None:
        """Empty the hidden sheet."""
        member = f"xl/worksheets/sheet{self._titles.index('予算帖') + 1}.xml"
        self._members[member] = re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", self._members[member])

    def save(self, path: Path) -> Path:
        """Write the workbook."""
        self._put_back()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._members.items():
                archive.writestr(name, data)
        return path

    def read(self, folder: Path) -> Reading:
        """Save the workbook and read it back."""
        return read_workbook(self.save(folder / "book.xlsx"), samples.standard())
