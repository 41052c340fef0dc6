"""The contents that files had before they were saved over: the last ten of each, in a folder that is the user's alone.

A version is named by the time it was saved and its digest; its folder by the digest of the file's path. Behind the packed content
stands who saved it, where that was this user: saves of others are noticed only when they are saved over.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from model.files.files import Digest, FileError, digest, make_private_folder, reason, write_files
from model.files.process import machine, user
from model.files.regular_file import decoded, read_noted, read_regular
from model.values.pattern import lazy_pattern

MOST: Final = 10
_LARGEST: Final = 50_000_000  # bytes of a content
_NAME: Final = lazy_pattern(r"\A([0-9]{19})-([0-9a-f]{32})\.z\Z")
_BILLION: Final = 10**9
LAST_SAVED: Final = "saved.json"


class Saver(msgspec.Struct, frozen=True):
    """Who saved a content: the user's name, and that of the machine."""

    name: str
    machine: str


class _LastSaved(msgspec.Struct, frozen=True):
    content: bytes  # its digest
    saver: Saver


class Content(NamedTuple):
    """What a file held, and who saved that; None where it was not saved here."""

    data: bytes
    saver: Saver | None


class Version(NamedTuple):
    """A content that a file had.

    Attributes:
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

        ``saved`` is when it was saved with that, in nanoseconds.

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
            last = read_noted(folder / LAST_SAVED, _LARGEST, _LastSaved)
            is_own = last is not None and last.content == digest(content)
            who = msgspec.json.encode(last.saver) if last is not None and is_own else b""
            packed = zlib.compress(content) + who
            write_files({folder / f"{max(saved, 0):019d}-{mark}.z": packed}, private=True)
        except (OSError, FileError) as error:
            cause = error.__cause__ if isinstance(error, FileError) else error
            why = reason(cause) if isinstance(cause, OSError) else str(error)
            raise FileError(
                "書き換える前の内容を「前に保存した版」に残せません（{why}）。「{folder}」の空きと権限を確かめてください。",
                why=why,
                folder=self._folder,
            ) from error
        for old in self.of(path)[MOST:]:
            with suppress(OSError):
                old.path.unlink()

    def note_saved(self, path: Path, content: Digest) -> None:
        """Know that this user has saved a file with a content; where that cannot be written, it is not known later."""
        folder = self._folder_of(path)
        last = _LastSaved(content, Saver(user(), machine()))
        with suppress(OSError, FileError):
            make_private_folder(self._folder)
            make_private_folder(folder)
            write_files({folder / LAST_SAVED: msgspec.json.encode(last)}, private=True)

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

    def content_of(self, version: Version) -> Content:
        """The content of a version, and who saved it.

        Raises:
            FileError: when it cannot be read.
        """
        try:
            unpacker = zlib.decompressobj()
            content = unpacker.decompress(read_regular(version.path, _LARGEST), _LARGEST)
            match = _NAME.match(version.path.name)
            if unpacker.eof and match is not None and digest(content).hex().startswith(match[2]):
                return Content(content, decoded(unpacker.unused_data, Saver))
        except OSError as error:
            raise FileError(
                "前の版「{path}」が読めません（{reason}）。別の版を選んでください。",
                path=version.path,
                reason=reason(error),
            ) from error
        except zlib.error:
            pass
        raise FileError("前の版「{path}」は壊れています。別の版を選んでください。", path=version.path)

    def _folder_of(self, path: Path) -> Path:
        where = os.path.normcase(os.path.realpath(path))
        return self._folder / digest(where.encode("utf-8", "surrogateescape")).hex()[:32]
