"""Whether a zip file is a workbook that can safely be opened: looked through before openpyxl sees it.

What its directory says is not trusted: every part is unpacked once, a piece at a time, and not stored.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Final

from model.document.storage import FileError
from model.files.files import reason
from model.files.regular_file import open_regular

LARGEST_UNPACKED: Final = 300_000_000
"""Bytes of all parts together."""
LARGEST_XML: Final = 40_000_000
"""Bytes of the parts that are read as XML; openpyxl takes some ten times as much memory (a request has under 1 MB)."""
MOST_ELEMENTS: Final = 1_000_000
"""XML elements of all parts, two a cell: a request of 1,000 lines has some 70,000, and openpyxl takes 400 bytes for one."""
MOST_PARTS: Final = 2_000
MOST_TIMES: Final = 200
"""How many times larger than packed a part may be; the XML of a request's workbook is some 10 times."""
_SMALL: Final = 1_000_000
_PIECE: Final = 1 << 16
_NEEDED: Final = ("[Content_Types].xml", "xl/workbook.xml")
_DTD: Final = (b"<!DOCTYPE", b"<!ENTITY")
_TOO_LARGE: Final = (
    "「{}」は開くと大きすぎるため、読みません。予算帖が書き出したExcelのファイルか確かめてください。"
)


def check_workbook(path: Path) -> None:
    """Look a workbook through.

    Raises:
        FileError: with a Japanese sentence when it is damaged, no workbook, or made to fill the memory.
    """
    name = path.name
    try:
        with open_regular(path) as file, zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if any(needed not in names for needed in _NEEDED):
                raise FileError(
                    f"「{name}」はExcelのブック（.xlsx）ではありません。Wordなどの文書は、文を写して［ファイル］→"
                    "［公表ページの文を貼り付けて読む］で読んでください。"
                )
            if _is_too_large(parts):
                raise FileError(_TOO_LARGE.format(name))
            if sum(_elements(archive, part, name) for part in parts) > MOST_ELEMENTS:
                raise FileError(_TOO_LARGE.format(name))
    except OSError as error:
        raise FileError(
            f"「{path}」が開けません（{reason(error)}）。場所と名前を確かめてください。"
        ) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        KeyError,
    ) as error:
        raise FileError(
            f"「{name}」は壊れているか、パスワードが付いているため、Excelのブックとして開けません。ファイルを確かめてください。"
        ) from error


def _is_too_large(parts: list[zipfile.ZipInfo]) -> bool:
    return (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST_UNPACKED
        or sum(part.file_size for part in parts if _is_xml(part)) > LARGEST_XML
        or any(part.file_size > max(_SMALL, MOST_TIMES * part.compress_size) for part in parts)
    )


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))


def _elements(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> int:
    """How many XML elements a part has, unpacked at most to the size of its entry; a checksum shows an entry that is too small.

    Any part can be read as a sheet, whatever its name ends with.
    """
    end, count = b"", 0
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            plain = piece.replace(b"\x00", b"")  # also in UTF-16
            count += plain.count(b"/>") + plain.count(b"</")
            if any(sign in end + plain for sign in _DTD):
                raise FileError(
                    f"「{name}」には外のものを読み込む仕掛け（DTD）があるため、読みません。Excelで保存し直してください。"
                )
            end = plain[-max(map(len, _DTD)) :]
    return count
