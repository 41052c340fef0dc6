"""Calls to the system that fail: the k-th of those that open, read, write, flush, move and remove files."""

from __future__ import annotations

import builtins
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Final
from unittest.mock import patch

ON_PATHS: Final = (
    "open",
    "fsync",
    "replace",
    "rename",
    "link",
    "unlink",
    "remove",
    "mkdir",
    "rmdir",
    "chmod",
    "utime",
)
LOOKS: Final = ("stat", "lstat")
ON_FILES: Final = ("read", "write", "flush", "truncate", "close")


class Faults:
    """Counts the calls; the one of the number ``fails`` is refused, or the process is killed before it.

    Attributes:
        calls: the names of those that were made.
    """

    def __init__(self, fails: int, error: int, kills: bool) -> None:
        self.calls: list[str] = []
        self._fails = fails
        self._error, self._kills = error, kills

    def call(self, name: str, act: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """Make the call, or refuse it."""
        self.calls.append(name)
        if len(self.calls) == self._fails:
            if self._kills:
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "close":
                act(*args, **more)  # the system closes a file also where it says that its content is lost
            raise OSError(self._error, os.strerror(self._error))
        return act(*args, **more)


class _File:
    """An open file whose calls are counted."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file = file
        self._faults = faults

    def __getattr__(self, name: str) -> Any:
        act = getattr(self._file, name)
        if name not in ON_FILES:
            return act
        return lambda *args, **more: self._faults.call(name, act, *args, **more)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def __enter__(self) -> _File:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._faults.call("close", self._file.close)


@contextmanager
def failing(fails: int, error: int, *, looks: bool = True, kills: bool = False) -> Iterator[Faults]:
    """Within this block the call of that number (from 1; 0 for none) fails with an errno.

    ``looks``: whether those count that only look whether a file is there; argparse makes sixty for its own words.
    ``kills``: whether the process is killed there instead; what comes before every call is then tried, and so what comes after it.
    What C code does with a path of its own is not seen: the program is to write no file in this way.
    """
    faults = Faults(fails, error, kills)
    real_open = io.open

    def opened(*args: Any, **more: Any) -> Any:
        if isinstance(args[0], int):
            return real_open(*args, **more)
        return _File(faults.call("open", real_open, *args, **more), faults)

    def counted(name: str) -> Any:
        act = getattr(os, name)
        return patch.object(os, name, lambda *args, **more: faults.call(name, act, *args, **more))

    patches = [
        patch.object(builtins, "open", opened),
        patch.object(io, "open", opened),
        *map(counted, (*ON_PATHS, *(LOOKS if looks else ()))),
    ]
    for patched in patches:
        patched.start()
    try:
        yield faults
    finally:
        for patched in reversed(patches):
            patched.stop()
