"""The copy of unsaved work on disk: the request as it is now, and what the next start needs to offer it.

History of the layout:
    1  the file, what it held when it was opened or saved, the fields that differ from that, the time, the request;
       since 2026-11 also what the request began from, which a copy may lack.
A copy of an earlier version of the program is the request's file itself.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from model.document.shared_parts import shared
from model.document.storage import NewerError, dumps_compact, loads
from model.files.files import FileError
from model.files.regular_file import decoded
from model.request.request import Request
from model.values.common_ends import common_ends

LAYOUT: Final = 1


class Unsaved(msgspec.Struct, frozen=True):
    """Unsaved work.

    Attributes:
        file: where it is to be saved; None for work that is in no file.
        content: the digest of what the file is known to hold; b"" where it is in none.
        differences: how many fields differ from what is in the file; None where there is nothing to compare with.
        base: what the file is known to hold; None where that is not known.
    """

    request: Request
    file: Path | None = None
    content: bytes = b""
    differences: int | None = None
    base: Request | None = None


class _Part(msgspec.Struct, frozen=True, array_like=True):
    """What the base has between the first ``begin`` and the last ``end`` bytes of the request."""

    begin: int
    end: int
    middle: bytes


class _Stored(msgspec.Struct, frozen=True):
    journal: int
    written: datetime | None
    file: bytes
    content: bytes
    differences: int | None
    request: msgspec.Raw
    base: _Part | None = None


def dump_unsaved(work: Unsaved, written: datetime) -> bytes:
    """The bytes of a copy."""
    file = os.fsencode(work.file) if work.file else b""
    request = dumps_compact(work.request)
    base = None
    if work.base is not None:
        before = dumps_compact(work.base)
        begin, end = common_ends(before, request)
        base = _Part(begin, end, before[begin : len(before) - end])
    stored = _Stored(LAYOUT, written, file, work.content, work.differences, msgspec.Raw(request), base)
    return msgspec.json.encode(stored)


def load_unsaved(data: bytes, name: str) -> tuple[Unsaved, datetime | None]:
    """The work of a copy and when it was written; None where it does not say so.

    Raises:
        NewerError: when it is of another version of the program.
        FileError: when it is damaged.
    """
    if not data.startswith(b'{"journal"'):
        return Unsaved(loads(data, name)), None
    stored = decoded(data, _Stored)
    if stored is None:
        raise FileError("「{name}」は壊れています。", name=name)
    if stored.journal != LAYOUT or b"\x00" in stored.file:
        raise NewerError("「{name}」は別の版の予算帖の控えです。", name=name)
    file = Path(os.fsdecode(stored.file)) if stored.file else None
    request = loads(bytes(stored.request), name)
    base = _base(bytes(stored.request), stored.base, request) if stored.base is not None else None
    return Unsaved(request, file, stored.content, stored.differences, base), stored.written


def _base(after: bytes, part: _Part, request: Request) -> Request | None:
    """What a request began from; None where that cannot be read: the request itself is not lost for it."""
    if not 0 <= part.begin <= len(after) - part.end <= len(after):
        return None
    try:
        before = loads(after[: part.begin] + part.middle + after[len(after) - part.end :], "")
    except FileError:
        return None
    return shared(request, before)  # type: ignore[no-any-return]
