"""Saving a request from an immutable value, in a thread: what the file held before is kept as a version first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from model.document.storage import dumps
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
    """What a file is known to hold, as it was read or written here; its digest is made when it is first needed."""

    def __init__(self, content: bytes | None = None, digest: Digest | None = None) -> None:
        self._content = content
        self._digest = digest

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
        note: why the version before could not be kept, else "".
        was_gone: whether the file that was known to be there was not there any more.
    """

    content: bytes
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
    return Written(data, note, there is None and known.digest is not None and not replaces)


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
