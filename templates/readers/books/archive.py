"""A zip file of parts that can safely be opened: looked through before anything reads it, its parts found as LibreOffice does.

What its directory says is not trusted: every part is unpacked a piece at a time, and only those of a small file are kept. A name may be
written with backslashes, 「..」 or in another case than the part that names it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Final

from lxml import etree

from model.document.storage import FileError
from model.files.files import not_opened, reason
from model.files.regular_file import open_regular
from model.language import phrase

LARGEST_UNPACKED: Final = 300_000_000
"""Bytes of all parts together."""
LARGEST_XML: Final = 40_000_000
"""Bytes of the parts that are read as XML (a request has under 1 MB)."""
MOST_ELEMENTS: Final = 1_000_000
"""XML elements of a part, two or three a cell: a request of 1,000 lines has some 70,000."""
MOST_IN_ALL: Final = 2_000_000
"""XML elements of all parts: 38,000 rows of twelve columns in fifteen tabs have 1,200,000."""
MOST_PARTS: Final = 2_000
MOST_SHEETS: Final = 500
"""Sheets of a workbook of any kind; one with a tab for each 事業 of a 課 has some dozens."""
MOST_TIMES: Final = 200
"""How many times larger than packed a part may be; the XML of a request's workbook is some 10 times."""
_SMALL: Final = 1_000_000
_PIECE: Final = 1 << 16
_KEPT: Final = 8_000_000
"""Bytes of all parts up to which they are kept unpacked, for as long as the file is open; a request's workbook has 1,000,000."""
_DTD: Final = (b"<!DOCTYPE", b"<!ENTITY")
_TOO_LARGE: Final = phrase(
    "「{name}」は開くと大きすぎるため、読みません。要る表だけを新しいブックに写し、.xlsxで保存したものを選んでください。"
)
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError)


class Archive:
    """The parts of a zip file by their names, which are compared without regard to case, backslashes and 「..」."""

    def __init__(self, file: zipfile.ZipFile, unpacked: Mapping[str, bytes] | None = None) -> None:
        """The parts of a file; ``unpacked`` are those that were unpacked while it was looked through, by their names in it."""
        self._file = file
        self._unpacked = unpacked or {}
        self._parts = {
            key(part.filename): part for part in file.infolist() if not part.filename.endswith("/")
        }

    @property
    def names(self) -> list[str]:
        """The names of the parts with 「/」, in the order of the file."""
        return [plain(part.filename) for part in self._parts.values()]

    def __contains__(self, name: str) -> bool:
        return key(name) in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part; KeyError where there is none."""
        part = self._parts[key(name)]
        known = self._unpacked.get(part.filename)
        return self._file.read(part) if known is None else known

    def open(self, name: str) -> IO[bytes]:
        """A part, to be read piece by piece; KeyError where there is none."""
        part = self._parts[key(name)]
        known = self._unpacked.get(part.filename)
        return self._file.open(part) if known is None else BytesIO(known)


def plain(name: str) -> str:
    """A part's name from the root of its file, with 「/」 and without 「..」."""
    kept: list[str] = []
    for step in name.replace("\\", "/").split("/"):
        if step == "..":
            kept = kept[:-1]
        elif step not in ("", "."):
            kept.append(step)
    return "/".join(kept)


def key(name: str) -> str:
    """A part's name as it is looked up."""
    return plain(name).lower()


def beside(part: str, target: str) -> str:
    """The name of the part that another part names, from its own folder or from the root."""
    return plain(target if target[:1] in ("/", "\\") else f"{PurePosixPath(plain(part)).parent}/{target}")


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a zip file that was looked through.

    Raises:
        FileError: with a Japanese sentence when it cannot be opened, is damaged, or made to fill the memory.
    """
    try:
        file = open_regular(path)
    except OSError as error:
        raise not_opened(path, error) from error
    with file:
        try:
            archive = zipfile.ZipFile(file)
            unpacked = _look_through(archive, path.name)
        except _DAMAGED as error:
            raise FileError(
                "「{name}」は壊れているか、途中で切れているか、パスワードが付いているため、開けません。もとのファイルをExcelで開き、.xlsxで保存し直したものを選んでください。",
                name=path.name,
            ) from error
        except OSError as error:
            raise FileError(
                "「{path}」が読めません（{reason}）。場所と名前を確かめてください。",
                path=path,
                reason=reason(error),
            ) from error
        yield Archive(archive, unpacked)


def elements(file: IO[bytes], *tags: str) -> Iterator[etree._Element]:
    """The elements of an XML part with one of some names, as they end; each is freed when the next is asked for."""
    for _, element in etree.iterparse(
        file, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    ):
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def too_large(name: str) -> FileError:
    """The error of a file that is small and would fill the memory when it is opened."""
    return FileError(_TOO_LARGE, name=name)


def _look_through(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    """Refuse a file that would fill the memory; the parts of a small one, so that they are unpacked once."""
    parts = archive.infolist()
    if (
        len(parts) > MOST_PARTS
        or sum(part.file_size for part in parts) > LARGEST_UNPACKED
        or sum(part.file_size for part in parts if _is_xml(part)) > LARGEST_XML
        or any(part.file_size > max(_SMALL, MOST_TIMES * part.compress_size) for part in parts)
    ):
        raise too_large(name)
    left = MOST_IN_ALL
    is_small = sum(part.file_size for part in parts) <= _KEPT
    unpacked: dict[str, list[bytes]] = {}
    for part in parts:
        count = _elements(archive, part, name, unpacked.setdefault(part.filename, []) if is_small else None)
        left -= count
        if count > MOST_ELEMENTS or left < 0:
            raise too_large(name)
    names = Counter(part.filename for part in parts)  # of two entries of one name, the reader takes the last
    return {part: b"".join(pieces) for part, pieces in unpacked.items() if names[part] == 1}


def _is_xml(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", ".vml"))


def _elements(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, pieces: list[bytes] | None) -> int:
    """How many XML elements a part has, unpacked at most to the size of its entry; a checksum shows an entry that is too small.

    Any part can be read as a sheet, whatever its name ends with. What was unpacked is added to ``pieces``.
    """
    end, count = b"", 0
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            if pieces is not None:
                pieces.append(piece)
            plain_piece = piece.replace(b"\x00", b"")  # also in UTF-16
            count += plain_piece.count(b"/>") + plain_piece.count(b"</")
            if any(sign in end + plain_piece for sign in _DTD):
                raise FileError(
                    "「{name}」には外のものを読み込む仕掛け（DTD）があるため、読みません。Excelで保存し直してください。",
                    name=name,
                )
            end = plain_piece[-max(map(len, _DTD)) :]
    return count
