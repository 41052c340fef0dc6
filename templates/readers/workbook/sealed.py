"""Our own workbook that nobody saved since it was written: its seal holds, and the request it remembers is the one it shows."""

from __future__ import annotations

from pathlib import Path

from model.document import storage
from model.document.storage import FileError
from model.files.regular_file import open_regular
from model.request.request import Request
from templates.readers.books.archive import open_archive
from templates.readers.books.xlsx import read_xlsx
from templates.readers.books.xlsx_parts import main_part
from templates.readers.workbook.own import column_a
from templates.workbook.memory import SHEET, unpack_request
from templates.workbook.seal import PART, seal_of, sealed_as


def sealed_request(path: Path) -> Request | None:
    """The request of a workbook whose every part is as the program wrote it; None for any other file.

    Raises:
        FileError: with a Japanese sentence when it is an archive that cannot be opened, or made to fill the memory.
    """
    with open_regular(path) as file:
        if file.read(2) != b"PK":
            return None
    with open_archive(path) as archive:
        seal = sealed_as(archive.read(PART)) if PART in archive else ""
        if not seal or seal_of(archive.names, archive.read) != seal:
            return None
        book = read_xlsx(archive, main_part(archive), path.name, only=SHEET)
    sheet = book.sheet(SHEET)
    data = unpack_request(column_a(sheet)) if sheet is not None else None
    try:
        return storage.loads(data, SHEET) if data is not None else None
    except FileError:
        return None
