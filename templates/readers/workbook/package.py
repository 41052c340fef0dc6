"""Opening a workbook's archive safely: what is no .xlsx is refused with a sentence, and nothing grows beyond bounds.

Macros are never run and links never followed, because nothing here can do either; the reader says that they were
there. XML is read by a parser that refuses document types, so that no entity is ever expanded.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol
from xml.parsers import expat

from model.document.storage import FileError
from model.files.files import reason
from model.files.regular_file import open_regular

LARGEST: Final = 300_000_000  # bytes of all members together, unpacked
_MOST_MEMBERS: Final = 20_000
_BLOCK: Final = 1 << 16
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS: Final = (
    "Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存したものを読み込んでください。"
)


class Handler(Protocol):
    """What takes the elements of an XML member, by their local names."""

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text of the element that began last."""


class Package:
    """An open .xlsx archive; a context manager.

    Attributes:
        name: the file's name, for sentences.
        members: the names of its members.
    """

    def __init__(self, path: Path) -> None:
        """Open the archive.

        Raises:
            FileError: when it is missing, no workbook of this kind, encrypted, damaged, or too large.
        """
        self.name = path.name
        try:
            with open_regular(path) as file:
                if file.read(len(_OLE)) == _OLE:
                    raise FileError(self._old_or_locked(file.read(LARGEST)))
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise FileError(
                f"「{path}」が開けません（{reason(error)}）。場所と名前を確かめてください。"
            ) from error
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise FileError(
                f"「{path.name}」はExcelのブックではないか、壊れています。ファイルを確かめてください。"
            ) from error
        try:
            self._check()
        except FileError:
            self._zip.close()
            raise
        self._left = LARGEST

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def _old_or_locked(self, data: bytes) -> str:
        if _ENCRYPTED in data:
            return f"「{self.name}」はパスワードで保護されているため、読めません。Excelで保護を外して保存したものを読み込んでください。"
        return f"「{self.name}」は古い形式（.xls）のブックのため、読めません。{_SAVE_AS}"

    def _check(self) -> None:
        infos = self._zip.infolist()
        self.members = frozenset(info.filename for info in infos)
        if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST:
            raise self._too_large()
        if any(info.flag_bits & 1 for info in infos):
            raise FileError(
                f"「{self.name}」はパスワードで保護されているため、読めません。保護を外して保存したものを読み込んでください。"
            )
        if "xl/workbook.xml" not in self.members:
            raise FileError(f"「{self.name}」は読める形式のブックではありません。{_SAVE_AS}")

    def _too_large(self) -> FileError:
        return FileError(
            f"「{self.name}」は中身が大きすぎるため（{LARGEST // 1_000_000}MBを超える）、読みません。要らないシートや画像を消して保存したものを読み込んでください。"
        )

    @property
    def has_macros(self) -> bool:
        """Whether the workbook carries macros."""
        return any(name.endswith("vbaProject.bin") for name in self.members)

    @property
    def has_links(self) -> bool:
        """Whether it takes values from other workbooks."""
        return any(name.startswith("xl/externalLinks/") for name in self.members)

    def _blocks(self, member: str) -> Iterator[bytes]:
        with self._zip.open(member) as file:
            while block := file.read(_BLOCK):
                self._left -= len(block)
                if self._left < 0:
                    raise self._too_large()
                yield block

    def parse(self, member: str, handler: Handler) -> None:
        """Read an XML member from its beginning to its end.

        Raises:
            FileError: when it is damaged, declares a document type, or grows beyond bounds.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        local: dict[str, str] = {}

        def start(name: str, attributes: dict[str, str]) -> None:
            known = local.get(name)
            if known is None:
                known = local[name] = name.rpartition(":")[2]
            handler.start(known, attributes)

        def end(name: str) -> None:
            handler.end(local[name])

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = handler.text
        feed: Callable[[bytes, bool], Any] = parser.Parse
        try:
            for block in self._blocks(member):
                feed(block, False)
            feed(b"", True)
        except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError) as error:
            raise FileError(
                f"「{self.name}」は壊れているか、途中で切れています（{member}）。Excelで開いて保存し直してください。"
            ) from error

    def _refuse(self, *_: object) -> None:
        raise FileError(
            f"「{self.name}」にはブックにあるはずのない宣言（DOCTYPE）があるため、読みません。ファイルの出どころを確かめてください。"
        )
