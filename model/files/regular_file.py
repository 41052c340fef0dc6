"""Reading files that anybody may have put there: only regular files are read, and never more of one than a limit.

A pipe called 「要求.yosan」 would be waited for without end, a device read until the memory is full. The size is held while
reading, because what the directory says of a file may be wrong by then.
"""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import Final, TypeVar

import msgspec

_Kind = TypeVar("_Kind")
_AT_ONCE: Final = getattr(os, "O_NONBLOCK", 0)  # a pipe that takes the file's place is not waited for


class NotRegularFileError(OSError):
    """A pipe, a socket or a device stands where a file was expected."""


class TooLargeError(OSError):
    """A file is larger than what is read of it."""


def open_regular(path: Path) -> BufferedReader:
    """Open a regular file for reading bytes.

    Raises:
        OSError: when there is none, or it cannot be opened; NotRegularFileError when it is something else.
    """
    _refuse_others(path.stat())  # before it is opened: opening some devices does something
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AT_ONCE))  # noqa: SIM115
    try:
        _refuse_others(os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: as ``open_regular`` does; TooLargeError when it has more bytes than ``most``.
    """
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size > most:
            raise TooLargeError
        data = file.read(most + 1)
    if len(data) > most:
        raise TooLargeError
    return data


def read_noted(path: Path, most: int, kind: type[_Kind]) -> _Kind | None:
    """What the program has noted in a file, as JSON; None where it cannot be read, or is damaged."""
    try:
        return decoded(read_regular(path, most), kind)
    except OSError:
        return None


def decoded(data: bytes | str, kind: type[_Kind]) -> _Kind | None:
    """What the program has noted, as JSON; None where nothing was, or it is damaged."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def is_marked_read_only(path: Path, state: os.stat_result) -> bool:
    """Whether a file of such a state is not to be changed."""
    return not state.st_mode & 0o222 or not os.access(path, os.W_OK)


def _refuse_others(state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError
    if not stat.S_ISREG(state.st_mode):
        raise NotRegularFileError
