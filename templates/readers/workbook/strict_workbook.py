"""Workbooks saved as 「Strict Open XML」: the same parts under other namespaces, which openpyxl does not know."""

from __future__ import annotations

import re
from io import BytesIO
from typing import BinaryIO, Final
from zipfile import ZipFile

_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/([a-zA-Z]+)/")
_USUAL: Final = rb"http://schemas.openxmlformats.org/\1/2006/"


def usual_form(file: BinaryIO) -> BinaryIO:
    """The file of a workbook; of one in the strict form the same workbook under the usual namespaces."""
    with ZipFile(file) as archive:
        if not _STRICT.search(archive.read("xl/workbook.xml")):
            return file
        usual = BytesIO()
        with ZipFile(usual, "w") as target:
            for name in archive.namelist():
                target.writestr(name, _STRICT.sub(_USUAL, archive.read(name)))
        return usual
