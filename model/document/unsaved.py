"""The copy of unsaved work on disk: the request as it is now, and what the next start needs to offer it.

History of the layout:
    1  the file, what it held when it was opened or saved, the fields that differ from that, the time, the request.
A copy of an earlier version of the program is the request's file itself.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from model.document.storage import dumps_compact, loads
from model.files.files import FileError
from model.request.request import Request

LAYOUT: Final = 1


class Unsaved(msgspec.Struct, frozen=True):
    """Unsaved work.

    Attributes:
        request: as it is now.
        file: where it is to be saved; None for work that is in no file.
        content: the digest of what the file is known to hold; b"" where it is in none.
        differences: how many fields differ from what is in the file; None where there is nothing to compare with.
    """

    request: Request
    file: Path | None = None
    content: bytes = b""
    differences: int | None = None


class _Stored(msgspec.Struct, frozen=True):
    journal: int
    written: datetime | None
    file: bytes
    content: bytes
    differences: int | None
    request: msgspec.Raw


def dump_unsaved(work: Unsaved, written: datetime) -> bytes:
    """The bytes of a copy."""
    file = os.fsencode(work.file) if work.file else b""
    request = msgspec.Raw(dumps_compact(work.request))
    return msgspec.json.encode(_Stored(LAYOUT, written, file, work.content, work.differences, request))


def load_unsaved(data: bytes, name: str) -> tuple[Unsaved, datetime | None]:
    """The work of a copy and when it was written; None where it does not say so.

    Raises:
        FileError: when it is damaged.
    """
    if not data.startswith(b'{"journal"'):
        return Unsaved(loads(data, name)), None
    try:
        stored = msgspec.json.decode(data, type=_Stored)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FileError(f"「{name}」は壊れています。") from error
    if stored.journal != LAYOUT or b"\x00" in stored.file:
        raise FileError(f"「{name}」は別の版の予算帖の控えです。")
    file = Path(os.fsdecode(stored.file)) if stored.file else None
    return Unsaved(
        loads(bytes(stored.request), name), file, stored.content, stored.differences
    ), stored.written
