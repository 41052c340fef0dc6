"""Saving a request from an immutable value, in a thread: what the file held before is kept as a version first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from model.document.storage import dumps
from model.files.files import Digest, FileError, OtherContentError, digest, digest_of, write_files
from model.files.regular_file import read_regular
from model.request.request import Request

if TYPE_CHECKING:
    from model.files.versions import Versions

_LARGEST: Final = 50_000_000  # bytes of what is kept as a version


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


NOTHING_KNOWN: Final = Known()


class Written(NamedTuple):
    """It is saved; ``note`` says why the version before could not be kept, else ""."""

    content: bytes
    note: str


class Changed(NamedTuple):
    """Nothing was written: the file holds something else than what was known, of this digest."""

    content: Digest | None


Outcome: TypeAlias = Written | Changed | FileError


def write_request(
    request: Request, path: Path, known: Known, versions: Versions | None, *, replaces: bool
) -> Outcome:
    """Write a request's file.

    Args:
        request: the request.
        path: the file.
        known: what it is known to hold.
        versions: where what it held is kept.
        replaces: whether the writer has agreed to replace whatever is there.
    """
    data = dumps(request)
    try:
        there = digest_of(path)
        if not replaces and there not in (None, known.digest):
            return Changed(there)
        note = _keep(path, data, versions) if versions is not None and there is not None else ""
        write_files({path: data}, known={path: there})
    except OtherContentError:
        return Changed(digest_of(path))
    except FileError as error:
        return error
    return Written(data, note)


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
