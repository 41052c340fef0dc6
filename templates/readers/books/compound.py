"""The streams of a compound file (OLE), in which Office up to 2003 and encrypted documents are stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from struct import unpack_from
from typing import Final, NamedTuple

SIGN: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_ENTRY: Final = 128
_LAST: Final = 0xFFFFFFFA
"""Numbers from here on are no sectors."""
_MOST_MINIS: Final = 2_000
"""Sectors of the table of small streams: enough for 16 MB of them."""
_SMALL: Final = 4_096
"""Bytes below which a stream is a small one: of every file, whatever its head says, for calamine does not ask it."""
_STREAM: Final = 2
_ROOT: Final = 5


class _Entry(NamedTuple):
    name: str
    kind: int
    start: int
    size: int


class Compound:
    """A compound file.

    Raises:
        ValueError, IndexError, struct.error: when it is damaged.
    """

    def __init__(self, data: bytes) -> None:
        shift, mini_shift = unpack_from("<HH", data, 30)
        if not (7 <= shift <= 16 and 4 <= mini_shift <= shift):
            raise ValueError(shift)
        self._data = data
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        sectors = len(data) // self._size + 1
        count, first_entry, _, cutoff, first_mini, minis, first_more = unpack_from("<7I", data, 44)
        if cutoff != _SMALL:
            raise ValueError(cutoff)
        if count > sectors or minis > min(sectors, _MOST_MINIS):
            raise ValueError(count)
        tables = [sector for sector in unpack_from("<109I", data, 76) if sector < _LAST]
        more = first_more
        while more < _LAST:
            if len(tables) > sectors:
                raise ValueError(more)  # a circle
            numbers = self._numbers(more)
            tables += [sector for sector in numbers[:-1] if sector < _LAST]
            more = numbers[-1]
        self._next = [number for table in tables[:count] for number in self._numbers(table)]
        entries = self._chain(first_entry)
        self._entries = [_entry(entries, start) for start in range(0, len(entries) - _ENTRY + 1, _ENTRY)]
        self._mini_next = list(_all_numbers(self._chain(first_mini)))
        root = next((entry for entry in self._entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.start) if root else b""
        for entry in self._entries:
            if entry.kind == _STREAM and entry.size >= _SMALL:
                self._chain(entry.start)  # a circle in any of them is damage

    @property
    def names(self) -> set[str]:
        """The names of its streams, in small letters."""
        return {entry.name.lower() for entry in self._entries if entry.kind == _STREAM}

    def read(self, name: str) -> bytes:
        """The bytes of a stream, named in small letters; ValueError where there is none."""
        found = next(
            (entry for entry in self._entries if entry.kind == _STREAM and entry.name.lower() == name), None
        )
        if found is None:
            raise ValueError(name)
        if found.size >= _SMALL:
            return self._chain(found.start)[: found.size]
        return _joined(found.start, self._mini_next, self._mini_sector)[: found.size]

    def _sector(self, number: int) -> bytes:
        start = _HEADER if self._size == _HEADER else self._size
        start += number * self._size
        if start >= len(self._data):
            raise ValueError(number)
        return self._data[start : start + self._size]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return _all_numbers(self._sector(sector))

    def _mini_sector(self, number: int) -> bytes:
        return self._mini[number * self._mini_size : (number + 1) * self._mini_size]

    def _chain(self, first: int) -> bytes:
        return _joined(first, self._next, self._sector)


def _joined(sector: int, following: Sequence[int], read: Callable[[int], bytes]) -> bytes:
    """The bytes of a sector and of those that follow it."""
    pieces: list[bytes] = []
    while sector < _LAST:
        if len(pieces) > len(following):
            raise ValueError(sector)  # a circle
        pieces.append(read(sector))
        sector = following[sector]
    return b"".join(pieces)


def _all_numbers(data: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(data) // 4}I", data)


def _entry(entries: bytes, start: int) -> _Entry:
    length, kind = unpack_from("<HB", entries, start + 64)
    name = entries[start : start + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    first, size = unpack_from("<II", entries, start + 116)
    return _Entry(name, kind, first, size)
