"""Writes a recovery copy of unsaved work to a folder of its own.

A session that ends well takes its copy with it; one that was cut off leaves it, and the next start offers it. A lock
beside each copy tells a session that still runs from one that is gone.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile, QStandardPaths

from model.document import storage
from model.document.storage import SUFFIX
from model.files.files import FileError, write_files
from model.request.request import Request
from model.values.identity import new_id
from ui.window import crash_log


def default_folder() -> Path:
    """Where the copies lie: the user's own folder for data of this machine."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / "recovery"


class UnsavedCopy(NamedTuple):
    """A copy that a session left behind, and when it was last written."""

    path: Path
    written: datetime

    @property
    def words(self) -> str:
        """How it is offered."""
        return f"書きかけを開く（{self.written:%m月%d日 %H:%M} まで）"


class Journal:
    """The copy of one session, and those that other sessions left behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copy = folder / f"{new_id()}{SUFFIX}"
        self._lock = _lock_of(self._copy)

    def write(self, request: Request) -> bool:
        """Write a recovery copy; if that fails, log the reason and return False."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self._lock.isLocked():
                self._lock.tryLock(0)
            write_files({self._copy: storage.dumps_compact(request)})
        except (FileError, OSError) as error:
            crash_log.logger().warning("no copy of unsaved work: %s", error)
            return False
        return True

    def clear(self) -> None:
        """Delete the copy: everything is saved."""
        with suppress(OSError):
            self._copy.unlink(missing_ok=True)
        self._lock.unlock()

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off, the latest first."""
        found: list[UnsavedCopy] = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            if path != self._copy and _is_free(path):
                with suppress(OSError):  # another window has just opened it
                    found.append(UnsavedCopy(path, datetime.fromtimestamp(path.stat().st_mtime)))
        return sorted(found, key=lambda copy: copy.written, reverse=True)


def _lock_of(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however old it is
    return lock


def _is_free(copy: Path) -> bool:
    """Whether no running session holds a copy."""
    lock = _lock_of(copy)
    free = lock.tryLock(0)
    lock.unlock()
    return free
