"""Our own workbook that nobody saved since it was written: its seal holds, and the request it remembers is the one it shows."""

from __future__ import annotations

from pathlib import Path

from model.request.request import Request
from templates.readers.books.archive import open_archive
from templates.readers.books.xlsx import main_part, read_xlsx
from templates.readers.workbook.own import remembered
from templates.workbook.memory import SHEET
from templates.workbook.seal import PART, seal_of, sealed_as


def sealed_request(path: Path) -> Request | None:
    """The request of a workbook whose every part is as the program wrote it; None for any other file.

    Raises:
        FileError: with a Japanese sentence when it is an archive that cannot be opened, or made to fill the memory.
    """
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return None
    with open_archive(path) as archive:
        seal = sealed_as(archive.read(PART)) if PART in archive else ""
        if not seal or seal_of(archive.names, archive.read) != seal:
            return None
        found = remembered(read_xlsx(archive, main_part(archive), path.name, only=SHEET))
    return found[1] if found is not None else None
