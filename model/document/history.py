"""The steps of a request on disk, so that undo survives the end of the program within the day.

Each step is what its request's JSON had where the one behind it differs: between the beginning and the end that both share. Requests are
made of them only when they are gone back to.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final

import msgspec

from model.document.document import Change
from model.document.shared_parts import shared
from model.document.storage import dumps_compact, loads
from model.files.files import Digest, FileError
from model.request.request import Request
from model.values.common_ends import common_ends

LAYOUT: Final = 1
MOST: Final = 100  # steps
_LARGEST: Final = 25_000_000  # bytes, unpacked


class _Step(msgspec.Struct, frozen=True, array_like=True):
    """What the request before a step has between the first ``begin`` and the last ``end`` bytes of the one behind it."""

    label: str
    begin: int
    end: int
    middle: bytes


class _Stored(msgspec.Struct, frozen=True):
    layout: int
    content: bytes
    steps: list[_Step]


def dump_history(changes: Sequence[Change], content: Digest, earlier: object = None) -> bytes:
    """The bytes of the last steps.

    The oldest stands first, and each led to the next. ``content`` is the digest of the file that holds the request they
    led to, ``earlier`` are the stored steps that led to the first of them.
    """
    steps: list[_Step] = []
    size, after = 0, b""
    for change in reversed(changes[-MOST:]):
        after = after or dumps_compact(change.after)
        before = dumps_compact(change.before)
        begin, end = common_ends(before, after)
        steps.append(_Step(change.label, begin, end, before[begin : len(before) - end]))
        size += len(steps[-1].middle)
        if size > _LARGEST // 2:
            steps.pop()
            break
        after = before
    else:
        if isinstance(earlier, StoredHistory):
            steps += earlier.rest[: MOST - len(steps)]
    return zlib.compress(msgspec.msgpack.encode(_Stored(LAYOUT, content, steps)))


class StoredHistory:
    """Steps that were read from a file, the last of which comes first."""

    def __init__(self, steps: list[_Step]) -> None:
        self._steps = steps[::-1]
        self._after = b""

    @property
    def label(self) -> str | None:
        """What the last step did; None where none is left."""
        return self._steps[-1].label if self._steps else None

    @property
    def rest(self) -> list[_Step]:
        """The steps that are left, the last first."""
        return self._steps[::-1]

    def take_back(self, request: Request) -> Request | None:
        """The request before the last step, which led to ``request``; None where that cannot be read."""
        after = self._after or dumps_compact(request)
        step = self._steps.pop()
        self._after = after[: step.begin] + step.middle + after[len(after) - step.end :]
        try:
            return shared(request, loads(self._after, ""))  # type: ignore[no-any-return]
        except FileError:
            return None


def load_history(data: bytes, content: Digest) -> StoredHistory | None:
    """The steps of a file of this content; None where they are of another one, damaged, or of another layout."""
    try:
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(data, _LARGEST)
        stored = msgspec.msgpack.decode(plain, type=_Stored)
    except (zlib.error, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if stored.layout != LAYOUT or stored.content != content or not unpacker.eof or not stored.steps:
        return None
    if any(step.begin < 0 or step.end < 0 for step in stored.steps):
        return None
    return StoredHistory(stored.steps)
