"""A workbook as bytes: openpyxl sets its sheets up, their cells are put in as ready XML on the way into the archive.

The archive and the properties carry no clock but the time at which the request was saved: the same request gives the same workbook.

Nothing passes through a file: openpyxl would write each sheet into the folder for temporary files first, and where
that is full the sheet ends in its middle without a word. What was made is read back before anybody gets it.
"""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import Any, Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from model.files.files import FileError
from templates.workbook.cells import Cells
from templates.workbook.seal import NAME, OPEN, PART, seal_of

CREATOR: Final = "予算帖"
_NO_TIME: Final = datetime.datetime(2000, 1, 1)
_CORE: Final = "docProps/core.xml"
_TIMES: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:(?:created|modified)>")
_SHEET_DATA: Final = re.compile(rb"<sheetData ?(?:/>|>.*</sheetData>)", re.DOTALL)
_DIMENSION: Final = re.compile(rb'(?<=<dimension ref=")[^"]*')


def to_bytes(
    workbook: Workbook,
    filling: dict[str, Cells],
    *,
    title: str = "",
    creator: str = CREATOR,
    saved: datetime.datetime | None = None,
) -> bytes:
    """The bytes of a workbook.

    Args:
        workbook: the workbook.
        filling: the cells of its sheets by title, which are taken out as they are written; the sheets themselves have none
            but those with a comment.
        title: what it is about.
        creator: whose it is.
        saved: when what it shows was saved; None where that is not known, and then no time stands in it.

    Raises:
        FileError: when what was made is not whole.
    """
    properties: Any = workbook  # the types of openpyxl do not know them
    properties.properties.title, properties.properties.creator = title, creator
    properties.properties.lastModifiedBy = CREATOR
    saved = saved and saved.astimezone(datetime.UTC).replace(tzinfo=None)
    properties.properties.created = properties.properties.modified = saved or _NO_TIME
    properties.custom_doc_props.append(StringProperty(name=NAME, value=OPEN))
    parts = _Parts()
    _Writer(workbook, parts, filling).write_data()
    if saved is None:
        parts.leave_out_times()
    data = parts.sealed()
    _read_back(data)
    return data


def new_workbook(title: str) -> tuple[Workbook, Worksheet]:
    """A workbook with its first sheet, whose columns are as wide in every program and on every machine.

    The width of a column counts digits of the font of the style Normal: of Arial, or of what stands in for it with the same
    metrics, of this size they are 7 pixels wide. Every cell has a font of its own.
    """
    workbook: Any = Workbook()
    font = Font(name="Arial", size=9.5)
    workbook._fonts[0] = font
    workbook._named_styles["Normal"].font = font
    sheet = workbook.active
    sheet.title = title
    return workbook, sheet


class _Parts:
    """The parts of a workbook, collected before they become an archive; its members carry no clock time."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        """Add a part, as openpyxl does to an archive."""
        self._parts[name] = data.encode() if isinstance(data, str) else data

    def leave_out_times(self) -> None:
        """Take the times out of the properties: openpyxl writes some where there are none."""
        self._parts[_CORE] = _TIMES.sub(b"", self._parts[_CORE])

    def namelist(self) -> list[str]:
        """The names of the parts so far."""
        return list(self._parts)

    def sealed(self) -> bytes:
        """The archive of the parts, with their seal."""
        seal = seal_of(self._parts, self._parts.__getitem__)
        self._parts[PART] = self._parts[PART].replace(OPEN.encode(), seal.encode())
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                member = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
                member.compress_type = ZIP_DEFLATED
                member.external_attr = 0o600 << 16
                archive.writestr(member, data)
        return buffer.getvalue()


class _Writer(ExcelWriter):
    """Writes the sheets in memory, with what fills them."""

    def __init__(self, workbook: Workbook, archive: _Parts, filling: dict[str, Cells]) -> None:
        super().__init__(workbook, archive)  # type: ignore[arg-type]
        self._into = archive
        self._filling = filling

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet as openpyxl does, but for its file; ours have no drawings."""
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._into.writestr(ws.path[1:], _filled(writer.read(), self._filling.pop(ws.title)))
        self.manifest.append(ws)


def _filled(xml: bytes, cells: Cells) -> bytes:
    """The XML of a sheet with its cells."""
    xml = _SHEET_DATA.sub(lambda _: cells.xml, xml, count=1)
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
            "Excelのブックが正しく作れませんでした（{name}: {error}）。書き出さずにやめました。要求書を保存し、担当に送ってください。",
            name=name,
            error=error,
        ) from error
