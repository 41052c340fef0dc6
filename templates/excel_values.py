"""Formulas with their values: what a workbook needs so that nobody sees an empty total.

openpyxl writes a formula without the number it gives; Protected View, preview panes and other readers then show
nothing until somebody recalculates. Here the sheet's XML gets the numbers as it goes into the archive. The archive
and the properties carry no clock: the same request gives the same workbook.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Any, Final, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

CREATOR: Final = "予算帖"
_NO_TIME: Final = datetime.datetime(2000, 1, 1)
_FORMULA: Final = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')

Values: TypeAlias = Mapping[str, str]
"""The value of each formula cell, by coordinate (「C5」), as the number's text."""


def to_bytes(workbook: Workbook, values: Mapping[str, Values]) -> bytes:
    """The bytes of a workbook whose formula cells carry their values.

    Args:
        workbook: the workbook.
        values: per sheet title, the value of every formula cell.
    """
    workbook.properties.creator = CREATOR
    workbook.properties.created = workbook.properties.modified = _NO_TIME
    members = {
        f"xl/worksheets/sheet{number}.xml": values[title]
        for number, title in enumerate(workbook.sheetnames, start=1)
        if title in values
    }
    buffer = BytesIO()
    with _Archive(buffer, members) as archive:
        ExcelWriter(workbook, archive).write_data()
    return buffer.getvalue()


class _Archive(ZipFile):
    """The ZIP archive of a workbook; its members carry no clock time, its formula cells their values."""

    def __init__(self, file: BytesIO, values: Mapping[str, Values]) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._values = values

    def write(
        self, filename: str | PathLike[str], arcname: str | PathLike[str] | None = None, *_: Any
    ) -> None:
        """Add the file of a worksheet, as openpyxl hands it over."""
        xml = Path(filename).read_bytes()
        name = str(arcname)
        values = self._values.get(name)
        if values:
            xml = _FORMULA.sub(
                lambda found: found[1] + b"<v>" + values[found[2].decode()].encode() + b"</v>", xml
            )
        self.writestr(name, xml)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *args: Any) -> None:
        """Add a member."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = ZipInfo(zinfo_or_arcname, (2000, 1, 1, 0, 0, 0))
            zinfo_or_arcname.compress_type = ZIP_DEFLATED
            zinfo_or_arcname.external_attr = 0o600 << 16
        super().writestr(zinfo_or_arcname, data, *args)
