"""A workbook as bytes, with what openpyxl leaves out put into the XML of the sheets as they go into the archive.

It writes a formula without the number it gives; Protected View, preview panes and other readers then show nothing
until somebody recalculates. And it takes 20 µs for a cell, so the rows of the flat sheets come as ready XML. The
archive and the properties carry no clock: the same request gives the same workbook.

Nothing passes through a file: openpyxl would write each sheet into the folder for temporary files first, and where
that is full the sheet ends in its middle without a word. What was made is read back before anybody gets it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final, NamedTuple, TypeAlias
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from model.files.files import FileError

CREATOR: Final = "予算帖"
_NO_TIME: Final = datetime.datetime(2000, 1, 1)
_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')

_EMPTY: Final = re.compile(rb"<sheetData ?(?:/>|></sheetData>)")
_DIMENSION: Final = re.compile(rb'(<dimension ref=")[^"]*(")')

Values: TypeAlias = Mapping[str, str]
"""The value of each formula cell, by coordinate (「C5」), as the number's text."""


class Rows(NamedTuple):
    """The rows of a flat sheet as XML, and the range they fill (「A1:F20」)."""

    xml: str
    dimension: str


def to_bytes(workbook: Workbook, filling: Mapping[str, Values | Rows]) -> bytes:
    """The bytes of a workbook.

    Args:
        workbook: the workbook.
        filling: per sheet title, the values of all its formula cells, or the rows of an empty sheet.

    Raises:
        FileError: when what was made is not whole.
    """
    workbook.properties.creator = CREATOR
    workbook.properties.created = workbook.properties.modified = _NO_TIME
    buffer = BytesIO()
    with _Archive(buffer, "w", ZIP_DEFLATED) as archive:
        _Writer(workbook, archive, filling).write_data()
    data = buffer.getvalue()
    _read_back(data)
    return data


class _Archive(ZipFile):
    """The ZIP archive of a workbook; its members carry no clock time."""

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any) -> None:
        """Add a member."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = ZipInfo(zinfo_or_arcname, (2000, 1, 1, 0, 0, 0))
            zinfo_or_arcname.compress_type = ZIP_DEFLATED
            zinfo_or_arcname.external_attr = 0o600 << 16
        super().writestr(zinfo_or_arcname, data, *args)


class _Writer(ExcelWriter):
    """Writes the sheets in memory, with what fills them."""

    def __init__(self, workbook: Workbook, archive: ZipFile, filling: Mapping[str, Values | Rows]) -> None:
        super().__init__(workbook, archive)
        self._into = archive
        self._filling = filling

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet as openpyxl does, but for its file; ours have no drawings."""
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._into.writestr(ws.path[1:], _filled(writer.read(), self._filling.get(ws.title, {})))
        self.manifest.append(ws)


def _filled(xml: bytes, filling: Values | Rows) -> bytes:
    """The XML of a sheet with what openpyxl leaves out."""
    if isinstance(filling, Rows):
        data = f"<sheetData>{filling.xml}</sheetData>".encode()
        xml = _EMPTY.sub(lambda _: data, xml, count=1)
        return _DIMENSION.sub(rb"\g<1>" + filling.dimension.encode() + rb"\2", xml, count=1)
    return _FORMULA.sub(lambda found: found[1] + b"<v>" + filling[found[2].decode()].encode() + b"</v>", xml)


def _read_back(data: bytes) -> None:
    """Read every part of a workbook, each of which is XML, to its end."""
    name = ""
    try:
        with ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                expat.ParserCreate().Parse(archive.read(name), True)
    except (BadZipFile, expat.ExpatError) as error:
        raise FileError(
            f"Excelのブックが正しく作れませんでした（{name}: {error}）。書き出さずにやめました。要求書を保存し、担当に送ってください。"
        ) from error
