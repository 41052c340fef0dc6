"""A lock beside files while one program looks at them and replaces them: two of these programs do it one after the other.

The system takes the lock away from a process that ends, however it ends. Where a file system knows no locks, none is held.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_TRIES: Final = 100
_A_SECOND: Final = 20  # tries
_MINUTE: Final = 60 * 10**9  # nanoseconds
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
NAME: Final = ".yosancho.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder within this block.

    Raises:
        BlockingIOError: when another process holds it for five seconds.
        OSError: when nothing can be written in the folder.
    """
    path = folder / NAME
    descriptor = _taken(path)
    try:
        yield
    finally:
        if sys.platform == "win32":
            os.close(descriptor)
            with suppress(OSError):  # the next one has opened it already
                path.unlink()
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            os.close(descriptor)


def _taken(path: Path) -> int:
    for _ in range(_TRIES):
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError:
            if not path.exists():
                raise
            _remove_old(path)  # else another user has just made it
        else:
            try:
                with suppress(OSError):
                    path.chmod(0o666)  # whoever may write in the folder may lock it
                if _lock(descriptor) and _is_there(path, descriptor):
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)
        time.sleep(1 / _A_SECOND)
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))


def _remove_old(path: Path) -> None:
    """Remove a lock that another user was killed with before anybody else could open it."""
    with suppress(OSError):
        if time.time_ns() - path.stat().st_mtime_ns > _MINUTE:
            path.unlink()


def _is_there(path: Path, descriptor: int) -> bool:
    """Whether the file that is locked is still the one of that name: the one who held it before has removed it."""
    with suppress(FileNotFoundError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False


def _lock(descriptor: int) -> bool:
    """Lock an open file; False where another one holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD  # a file system without locks
    return True
