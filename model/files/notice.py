"""The notice beside a file that is open: who has it open, on which machine, since when.

It is honoured, not enforced: who opens the file too is shown it. A notice whose process is gone, or that nobody has touched for
some minutes, is of a session that was cut off.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from model.files.file_names import fitting
from model.files.files import FileError, OtherContentError, write_files
from model.files.leftovers import mark
from model.files.process import is_running, machine, user
from model.files.regular_file import read_regular
from model.values.identity import new_id
from model.values.unseen_characters import without_unseen

_STALE: Final = 5 * 60 * 10**9  # nanoseconds; a notice is touched every minute
_LARGEST: Final = 10_000  # bytes
_BEFORE, _BEHIND = ".~lock.", "#"


class Owner(msgspec.Struct, frozen=True):
    """Who has a file open.

    Attributes:
        name: the user's name on the machine.
        machine: the machine's name.
        process: the program's process.
        since: when the file was opened.
        session: an id of its own for each time a file is opened.
    """

    name: str
    machine: str
    process: int
    since: datetime
    session: str

    @property
    def shown_name(self) -> str:
        """The name as it can be shown."""
        return _plain(self.name)

    @property
    def words(self) -> str:
        """「tanaka さん（PC-07）が 09:30 から開いています」."""
        is_today = self.since.date() == datetime.now().date()
        day = "" if is_today else f"{self.since.month}月{self.since.day}日 "
        if (self.name, self.machine) == (user(), machine()):
            return f"このパソコンの別の窓が {day}{self.since:%H:%M} から開いています"
        where = f"（{_plain(self.machine)}）" if self.machine else ""
        return f"{self.shown_name} さん{where}が {day}{self.since:%H:%M} から開いています"


def _plain(text: str) -> str:
    """A name of a notice, which anybody may have written, as it can be shown."""
    return " ".join(without_unseen(text).split())[:40]


def this_session() -> Owner:
    """This user as the owner of a file that is opened now."""
    return Owner(user(), machine(), os.getpid(), datetime.now().replace(microsecond=0), new_id())


def notice_of(path: Path) -> Path:
    """Where the notice of a file stands."""
    return path.with_name(f"{_BEFORE}{fitting(path.name, (_BEFORE + _BEHIND,))}{_BEHIND}")


def claim(path: Path, owner: Owner) -> Owner | None:
    """Put a notice beside a file, in place of one that was left behind.

    Returns:
        Who else has the file open, and whose notice is left there; None where the notice is this owner's now, or none can be
        written there.
    """
    notice = notice_of(path)
    for _ in range(2):
        try:
            write_files({notice: msgspec.json.encode(owner)}, replace=False)
        except OtherContentError:
            other = owner_of(path)
            if other is not None:
                return None if other.session == owner.session else other
            with suppress(OSError):  # it was left behind
                notice.unlink(missing_ok=True)
        except FileError:  # a folder that can only be read
            return None
        else:
            return None
    return None


def owner_of(path: Path) -> Owner | None:
    """Who has a file open; None where there is no notice, or it was left behind."""
    owner, notice = _read(path), notice_of(path)
    if owner is None:
        return None
    try:
        age = _now_beside(notice) - notice.stat().st_mtime_ns
    except OSError:  # it is being taken away
        return None
    is_gone = owner.machine == machine() and not is_running(owner.process)
    return owner if not is_gone and age < _STALE else None


def _read(path: Path) -> Owner | None:
    """Whose notice stands beside a file, however old it is."""
    try:
        return msgspec.json.decode(read_regular(notice_of(path), _LARGEST), type=Owner)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _now_beside(notice: Path) -> int:
    """The time by the clock of the drive, in nanoseconds: that of a server may be another than this machine's."""
    probe = notice.with_name(f"{mark()}.tmp")
    try:
        probe.touch(exist_ok=False)
        now = probe.stat().st_mtime_ns
    except OSError:
        return time.time_ns()
    with suppress(OSError):
        probe.unlink()
    return now


def touch(path: Path, owner: Owner) -> Owner | None:
    """Say that the file is still open, or claim it where nobody has it open any more; as ``claim``."""
    there = _read(path)
    if there is None or there.session != owner.session:
        return claim(path, owner)
    with suppress(FileError):  # written anew, so that it has the time of the drive's clock
        write_files({notice_of(path): msgspec.json.encode(owner)})
    return None


def release(path: Path, owner: Owner) -> None:
    """Take this owner's notice away; that of another one stays."""
    there = _read(path)
    if there is not None and there.session == owner.session:
        with suppress(OSError):
            notice_of(path).unlink(missing_ok=True)
