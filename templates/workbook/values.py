"""A workbook as bytes: openpyxl sets its sheets up, their cells are put in as ready XML on the way into the archive.

The archive and the properties carry no clock: the same request gives the same workbook.

Nothing passes through a file: openpyxl would write each sheet into the folder for temporary files first, and where
that is full the sheet ends in its middle without a word. What was made is read back before anybody gets it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from model.files.files import FileError
from templates.workbook.cells import Cells

CREATOR: Final = "予算帖"
_NO_TIME: Final = datetime.datetime(2000, 1, 1)
_SHEET_DATA: Final = re.compile(rb"<sheetData ?(?:/>|>.*</sheetData>)", re.DOTALL)
_DIMENSION: Final = re.compile(rb'(?<=<dimension ref=")[^"]*')


def to_bytes(workbook: Workbook, filling: Mapping[str, Cells]) -> bytes:
    """The bytes of a workbook.

    Args:
        workbook: the workbook.
        filling: the cells of its sheets by title; the sheets themselves have none but those with a comment.

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

    def __init__(self, workbook: Workbook, archive: ZipFile, filling: Mapping[str, Cells]) -> None:
        super().__init__(workbook, archive)
        self._into = archive
        self._filling = filling

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet as openpyxl does, but for its file; ours have no drawings."""
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._into.writestr(ws.path[1:], _filled(writer.read(), self._filling[ws.title]))
        self.manifest.append(ws)


def _filled(xml: bytes, cells: Cells) -> bytes:
    """The XML of a sheet with its cells."""
    xml = _SHEET_DATA.sub(lambda _: cells.xml.encode(), xml, count=1)
    return _DIMENSION.sub(cells.dimension.encode(), xml, count=1)


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
