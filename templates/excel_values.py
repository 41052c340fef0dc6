"""What openpyxl leaves out, put into the XML of the sheets as they go into the archive.

It writes a formula without the number it gives; Protected View, preview panes and other readers then show nothing
until somebody recalculates. And it takes 20 µs for a cell, so the rows of the flat sheets come as ready XML. The
archive and the properties carry no clock: the same request gives the same workbook.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

CREATOR: Final = "予算帖"
_NO_TIME: Final = datetime.datetime(2000, 1, 1)
_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')

_EMPTY: Final = re.compile(rb"<sheetData ?(?:/>|></sheetData>)")
_DIMENSION: Final = re.compile(rb'(<dimension ref=")[^"]*(")')

Values: TypeAlias = Mapping[str, str]
"""The value of each formula cell, by coordinate (「C5」), as the number's text."""


class Page(NamedTuple):
    """What is put into a sheet with formulas.

    Attributes:
        values: what its formulas give.
        column: the letters of a column that numbers its rows.
        rows: the rows that are numbered.
        head: the words that stand in place of the first number.
    """

    values: Values
    column: str = ""
    rows: Collection[int] = ()
    head: str = ""

    def numbered(self, xml: bytes) -> bytes:
        """The XML of the sheet with the number of each row in its column."""
        parts = xml.split(b"</row>")
        for at, part in enumerate(parts[:-1]):
            start = part.rfind(b'<row r="') + 8
            row = int(part[start : part.index(b'"', start)])
            if row in self.rows:
                cell = f'<c r="{self.column}{row}"><v>{row}</v></c>'
                if row == 1:
                    cell = f'<c r="{self.column}1" t="inlineStr"><is><t>{escape(self.head)}</t></is></c>'
                parts[at] = part + cell.encode()
        return b"</row>".join(parts)


class Rows(NamedTuple):
    """The rows of a flat sheet as XML, and the range they fill (「A1:F20」)."""

    xml: str
    dimension: str


def to_bytes(workbook: Workbook, filling: Mapping[str, Page | Rows]) -> bytes:
    """The bytes of a workbook.

    Args:
        workbook: the workbook.
        filling: per sheet title, the values of all its formula cells with the numbers of its rows, or the rows of an empty sheet.
    """
    workbook.properties.creator = CREATOR
    workbook.properties.created = workbook.properties.modified = _NO_TIME
    members = {
        f"xl/worksheets/sheet{number}.xml": filling[title]
        for number, title in enumerate(workbook.sheetnames, start=1)
        if title in filling
    }
    buffer = BytesIO()
    with _Archive(buffer, members) as archive:
        ExcelWriter(workbook, archive).write_data()
    return buffer.getvalue()


class _Archive(ZipFile):
    """The ZIP archive of a workbook; its members carry no clock time, its sheets what fills them."""

    def __init__(self, file: BytesIO, filling: Mapping[str, Page | Rows]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._filling = filling

    def write(
        self, filename: str | PathLike[str], arcname: str | PathLike[str] | None = None, *_: Any
    ) -> None:
        """Add the file of a worksheet, as openpyxl hands it over."""
        xml = Path(filename).read_bytes()
        name = str(arcname)
        match self._filling.get(name):
            case Rows() as rows:
                data = f"<sheetData>{rows.xml}</sheetData>".encode()
                xml = _EMPTY.sub(lambda _: data, xml, count=1)
                xml = _DIMENSION.sub(rb"\g<1>" + rows.dimension.encode() + rb"\2", xml, count=1)
            case Page() as page:
                xml = _FORMULA.sub(
                    lambda found: found[1] + b"<v>" + page.values[found[2].decode()].encode() + b"</v>", xml
                )
                xml = page.numbered(xml) if page.rows else xml
        self.writestr(name, xml)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any) -> None:
        """Add a member."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = ZipInfo(zinfo_or_arcname, (2000, 1, 1, 0, 0, 0))
            zinfo_or_arcname.compress_type = ZIP_DEFLATED
            zinfo_or_arcname.external_attr = 0o600 << 16
        super().writestr(zinfo_or_arcname, data, *args)
