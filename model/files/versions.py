"""The contents that files had before they were saved over: the last ten of each, in a folder that is the user's alone.

A version is named by the time it was saved and its digest; its folder by the digest of the file's path.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from model.files.files import FileError, digest, make_private_folder, reason, write_files
from model.files.regular_file import read_regular
from model.values.pattern import lazy_pattern

MOST: Final = 10
_LARGEST: Final = 50_000_000  # bytes of a content
_NAME: Final = lazy_pattern(r"\A([0-9]{19})-([0-9a-f]{32})\.z\Z")
_BILLION: Final = 10**9


class Version(NamedTuple):
    """A content that a file had.

    Attributes:
        path: where it lies.
        saved: when the file was saved with it.
    """

    path: Path
    saved: datetime


class Versions:
    """The versions of all files of a user."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, content: bytes, saved: int) -> None:
        """Keep a content of a file, unless it is kept already; the oldest goes where there are ten.

        Args:
            path: the file.
            content: what it holds.
            saved: when it was saved with that, in nanoseconds.

        Raises:
            FileError: when it cannot be kept.
        """
        folder = self._folder_of(path)
        mark = digest(content).hex()[:32]
        kept = self.of(path)
        if any(version.path.name.endswith(f"-{mark}.z") for version in kept):
            return
        try:
            make_private_folder(self._folder)
            make_private_folder(folder)
            write_files({folder / f"{max(saved, 0):019d}-{mark}.z": zlib.compress(content)}, private=True)
        except (OSError, FileError) as error:
            cause = error.__cause__ if isinstance(error, FileError) else error
            why = reason(cause) if isinstance(cause, OSError) else str(error)
            raise FileError(
                f"書き換える前の内容を「前に保存した版」に残せません（{why}）。「{folder}」の空きと権限を確かめてください。"
            ) from error
        for old in self.of(path)[MOST:]:
            with suppress(OSError):
                old.path.unlink()

    def of(self, path: Path) -> list[Version]:
        """The versions of a file, the latest first."""
        folder = self._folder_of(path)
        try:
            names = sorted((file.name for file in folder.iterdir()), reverse=True)
        except OSError:
            return []
        matches = filter(None, map(_NAME.match, names))
        return [
            Version(folder / match[0], datetime.fromtimestamp(int(match[1]) // _BILLION)) for match in matches
        ]

    def read(self, version: Version) -> bytes:
        """The content of a version.

        Raises:
            FileError: when it cannot be read.
        """
        try:
            unpacker = zlib.decompressobj()
            content = unpacker.decompress(read_regular(version.path, _LARGEST), _LARGEST)
            match = _NAME.match(version.path.name)
            if unpacker.eof and match is not None and digest(content).hex().startswith(match[2]):
                return content
        except OSError as error:
            raise FileError(
                f"前の版「{version.path}」が読めません（{reason(error)}）。別の版を選んでください。"
            ) from error
        except zlib.error:
            pass
        raise FileError(f"前の版「{version.path}」は壊れています。別の版を選んでください。")

    def _folder_of(self, path: Path) -> Path:
        where = os.path.normcase(os.path.realpath(path))
        return self._folder / digest(where.encode("utf-8", "surrogateescape")).hex()[:32]
