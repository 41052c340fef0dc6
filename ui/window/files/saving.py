"""Saving a request from an immutable value, in a thread: what the file held before is kept as a version first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from model.document.storage import dumps
from model.files.errors import on_another_drive
from model.files.files import Digest, FileError, OtherContentError, digest, digest_of, write_files
from model.files.regular_file import read_regular
from model.request.request import Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.document.document import Change, Earlier
    from model.document.history import StoredHistory
    from model.files.undo_files import UndoFiles
    from model.files.versions import Versions

_LARGEST: Final = 50_000_000  # bytes of what is kept as a version


class Kept(msgspec.Struct, frozen=True):
    """What is kept of files in the user's own folder: the contents before they were saved over, and the steps of the day."""

    versions: Versions
    undo: UndoFiles


class Known:
    """What a file is known to hold, as it was read or written here; its digest is made when it is first needed.

    Attributes:
        drive: the number of the drive that it was on; None where it is not known.
    """

    def __init__(
        self, content: bytes | None = None, digest: Digest | None = None, drive: int | None = None
    ) -> None:
        self._content = content
        self._digest = digest
        self.drive = drive

    @property
    def digest(self) -> Digest | None:
        """The digest; None for no file."""
        if self._digest is None and self._content is not None:
            self._digest = digest(self._content)
            self._content = None
        return self._digest


class Written(msgspec.Struct, frozen=True):
    """It is saved.

    Attributes:
        content: what the file holds now.
        drive: the number of the drive that it is on; None where it is not known.
        note: why the version before could not be kept, else "".
        was_gone: whether the file that was known to be there was not there any more.
    """

    content: bytes
    drive: int | None
    note: str
    was_gone: bool


class Changed(msgspec.Struct, frozen=True):
    """Nothing was written: the file holds something else than what was known, of this digest."""

    content: Digest | None


Outcome: TypeAlias = Written | Changed | FileError


def write_request(
    request: Request,
    path: Path,
    known: Known,
    kept: Kept | None,
    *,
    replaces: bool,
    history: Sequence[Change] = (),
    earlier: Earlier | None = None,
) -> Outcome:
    """Write a request's file.

    Args:
        request: the request.
        path: the file.
        known: what it is known to hold.
        kept: where what it held and the steps are kept.
        replaces: whether the writer has agreed to replace whatever is there.
        history: the steps that led to the request, the oldest first.
        earlier: those before them.
    """
    data = dumps(request)
    try:
        there = digest_of(path)
        if not replaces and there not in (None, known.digest):
            return Changed(there)
        was_gone = there is None and known.digest is not None and not replaces
        if was_gone and known.drive is not None and drive_of(path) not in (None, known.drive):
            raise on_another_drive(path)
        note = _keep(path, data, kept.versions) if kept is not None and there is not None else ""
        write_files({path: data}, known={path: there})
    except OtherContentError as error:
        return _changed(path, error)
    except FileError as error:
        return error
    if kept is not None:
        from model.document.history import dump_history  # no start of the window pays for it

        kept.versions.note_saved(path, digest(data))
        kept.undo.keep(path, dump_history(history, digest(data), earlier))
    return Written(data, drive_of(path), note, was_gone)


def drive_of(path: Path) -> int | None:
    """The number of the drive that a file's folder is on; None where that cannot be asked.

    Where a share was mounted there is an empty folder of this machine's own once it is gone: what is saved into that
    nobody finds again when the share is back.
    """
    try:
        return path.parent.stat().st_dev
    except OSError:
        return None


def read_history(path: Path, known: Known, undo: UndoFiles) -> StoredHistory | None:
    """The steps that led to what a file holds; None where none are kept."""
    from model.document.history import load_history

    data, content = undo.of(path), known.digest
    return load_history(data, content) if data is not None and content is not None else None


def _changed(path: Path, error: FileError) -> Outcome:
    """That a file holds something else by now; why nothing was written, where that cannot be read."""
    try:
        return Changed(digest_of(path))
    except FileError:
        return error


def _keep(path: Path, data: bytes, versions: Versions) -> str:
    try:
        content = read_regular(path, _LARGEST)
        if content != data:
            versions.keep(path, content, path.stat().st_mtime_ns)
    except FileError as error:
        return str(error)
    except OSError:  # what is there is no request, or cannot be read
        return ""
    return ""
