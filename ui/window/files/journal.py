"""Writes a recovery copy of unsaved work to a folder of its own, which only this user can look into.

A session that ends well takes its copy with it; one that was cut off leaves it, and the next start offers it. A lock
beside each copy tells a session that still runs from one that is gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from PySide6.QtCore import QLockFile, QStandardPaths

from model.document.storage import SUFFIX, NewerError
from model.files.files import FileError, make_private_folder, reason, write_files
from model.files.regular_file import NotRegularFileError, TooLargeError, read_regular
from model.values.identity import new_id
from model.values.unseen_characters import without_unseen
from ui.language import translate
from ui.window import crash_log

if TYPE_CHECKING:
    from model.document.unsaved import Unsaved

COPY: Final = ".journal"
_DAMAGED: Final = ".damaged"
_LOCK: Final = ".lock"
_LARGEST: Final = 60_000_000  # bytes: a request's file and what stands beside it
_LONGEST_NAME: Final = 30  # characters of a 事業名 on a button


def default_folder() -> Path:
    """Where the copies lie: the user's own folder for data of this machine."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / "recovery"


class UnsavedCopy(msgspec.Struct, frozen=True):
    """A copy that a session left behind, and when it was last written."""

    path: Path
    written: datetime
    work: Unsaved

    @property
    def name(self) -> str:
        """事業名 and year as they can be shown."""
        header = self.work.request.header
        name = " ".join(without_unseen(header.name).split()) or translate("ui.window", "事業名なし")
        name = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        return name + (
            translate("ui.window", "（{year}）").format(year=without_unseen(header.fiscal_year))
            if header.fiscal_year
            else ""
        )

    @property
    def words(self) -> str:
        """How it is offered: what it is, of which file, until when, and how far it is from the file."""
        differences = self.work.differences
        file = (
            str(Path(*self.work.file.parts[-2:]))
            if self.work.file
            else translate("ui.window", "保存していない要求書")
        )
        changed = (
            translate("ui.window", "　保存した内容と {count} か所違います").format(count=differences)
            if differences
            else ""
        )
        return translate(
            "ui.window", "書きかけを開く: {name}　{file}　{written:%m月%d日 %H:%M} まで{changed}"
        ).format(name=self.name, file=file, written=self.written, changed=changed)


class Journal:
    """The copy of one session, and those that other sessions left behind.

    Attributes:
        turn: tells whether the copy was cleared since; a write of an earlier turn does nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copy = folder / f"{new_id()}{COPY}"
        self._lock = _lock_of(self._copy)
        self._writing = Lock()  # a thread writes while another one clears
        self.turn = 0

    def write(self, work: Unsaved, turn: int) -> str:
        """Write a recovery copy; why that failed, else "". It may be called in a thread of its own."""
        with self._writing:
            if turn != self.turn:
                return ""
            from model.document.unsaved import dump_unsaved  # no start of the window pays for it

            try:
                make_private_folder(self._folder)
                if not self._lock.isLocked():
                    self._lock.tryLock(0)
                write_files({self._copy: dump_unsaved(work, datetime.now())}, private=True)
            except FileError as error:
                why = reason(error.__cause__) if isinstance(error.__cause__, OSError) else str(error)
            except OSError as error:
                why = reason(error)
            else:
                return ""
            crash_log.logger().warning("no copy of unsaved work: %s", why)
            return why

    def clear(self) -> None:
        """Delete the copy: everything is saved."""
        self.turn += 1
        with self._writing:
            with suppress(OSError):
                self._copy.unlink(missing_ok=True)
            self._lock.unlock()

    def leave(self) -> None:
        """End the session without everything being saved: the copy stays for the next start."""
        with self._writing:
            self._lock.unlock()

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off, the latest first; those that are damaged are left out."""
        found: list[UnsavedCopy] = []
        for path in self._left():
            from model.document.unsaved import load_unsaved  # no start of the window pays for it

            with suppress(OSError, FileError):  # another window has just opened it; or it is damaged
                work, written = load_unsaved(read_regular(path, _LARGEST), path.name)
                written = written or datetime.fromtimestamp(path.stat().st_mtime)
                found.append(UnsavedCopy(path, written, work))
        return sorted(found, key=lambda copy: copy.written, reverse=True)

    def set_damaged_aside(self) -> NotOffered:
        """Rename the copies that are damaged, so that they are named once; those that cannot be read only now stay as they are.

        The lock of a session that was killed before it had a copy is cleared.
        """
        for lock in self._folder.glob(f"*{_LOCK}"):
            _is_free(lock)  # which removes one that no session holds
        damaged: list[Path] = []
        unread: list[tuple[Path, str]] = []
        for path in self._left():
            from model.document.unsaved import load_unsaved

            try:
                load_unsaved(read_regular(path, _LARGEST), path.name)
            except FileNotFoundError:
                continue  # another window has just opened it
            except NewerError:
                unread.append((path, translate("ui.window", "別の版の予算帖の控えです")))
            except (FileError, NotRegularFileError, TooLargeError):
                with suppress(OSError):
                    damaged.append(path.rename(path.with_suffix(_DAMAGED)))
            except OSError as error:
                unread.append((path, reason(error)))
        return NotOffered(damaged, unread)

    def _left(self) -> Iterator[Path]:
        """The copies of sessions that are gone."""
        for path in sorted(self._folder.glob("*")):
            if path.suffix in (COPY, SUFFIX) and path != self._copy and _is_free(path):
                yield path


class NotOffered(NamedTuple):
    """The copies that cannot be opened.

    Attributes:
        damaged: where those that are damaged lie from now on.
        unread: those that may be sound, each with why it cannot be read: no right to, a disk that fails, a later program's.
    """

    damaged: list[Path]
    unread: list[tuple[Path, str]]


def _lock_of(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(_LOCK)))
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however old it is
    return lock


def _is_free(copy: Path) -> bool:
    """Whether no running session holds a copy."""
    lock = _lock_of(copy)
    free = lock.tryLock(0)
    lock.unlock()
    return free
