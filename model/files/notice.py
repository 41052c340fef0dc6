"""The notices beside a file that is open: who has it open, on which machine, since when.

They are honoured, not enforced: who opens the file too is shown them, and puts up one of their own, which those before are shown.
A notice whose process is gone, or that nobody has touched for some minutes, is of a session that was cut off.
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
from model.files.process import called, is_running, machine, user
from model.files.regular_file import read_noted
from model.values.identity import new_id
from model.values.unseen_characters import without_unseen

_STALE: Final = 5 * 60 * 10**9  # nanoseconds; a notice is touched every minute
_LARGEST: Final = 10_000  # bytes
_BEFORE, _BEHIND = ".~lock.", "#"
_PLACES: Final = 4  # people who see one another; who comes behind them sees them and is not seen


class Owner(msgspec.Struct, frozen=True):
    """Who has a file open.

    Attributes:
        name: the user's name on the machine.
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
        """「田中 さん」 as it can be shown; another window of this user says so, and who has no name is known by the machine."""
        is_own = (self.name, self.machine) == (user(), machine())
        from model.language import phrase  # few files are open elsewhere

        if is_own:
            return phrase("このパソコンの別の窓")
        return called(_plain(self.name), _plain(self.machine))

    @property
    def words(self) -> str:
        """「tanaka さん（PC-07）が 09:30 から開いています」."""
        from model.language import phrase

        is_today = self.since.date() == datetime.now().date()
        day = "" if is_today else phrase("{month}月{day}日 ", month=self.since.month, day=self.since.day)
        name = self.shown_name
        where = f"（{_plain(self.machine)}）" if self.machine and name.endswith(" さん") else ""
        since = f"{self.since:%H:%M}"
        return phrase(
            "{name}{where}が {day}{since} から開いています", name=name, where=where, day=day, since=since
        )


def _plain(text: str) -> str:
    """A name of a notice, which anybody may have written, as it can be shown."""
    return " ".join(without_unseen(text).split())[:40]


def this_session() -> Owner:
    """This user as the owner of a file that is opened now."""
    return Owner(user(), machine(), os.getpid(), datetime.now().replace(microsecond=0), new_id())


def notice_of(path: Path, number: int = 1) -> Path:
    """Where a notice of a file stands: 「.~lock.要求書.yosan#」 of who opened it first, 「.~lock.要求書.yosan~2#」 of the next."""
    behind = _BEHIND if number == 1 else f"~{number}{_BEHIND}"
    return path.with_name(f"{_BEFORE}{fitting(path.name, (_BEFORE + behind,))}{behind}")


def look(path: Path, me: Owner, *, claims: bool = True) -> tuple[Owner, ...]:
    """See who else has a file open, those first who were there first.

    Where it ``claims`` the file, its own notice is put up, in the first place that is free, and touched where it is there; there is
    none in a folder that can only be read, and where all places are taken.
    """
    others: list[Owner] = []
    is_up = not claims
    for notice in _notices(path):
        there = _read(notice)
        if there is not None and there.session == me.session:
            if is_up:
                _remove(notice)  # one stands in a place before
            else:
                with suppress(FileError):  # written anew, so that it has the time of the drive's clock
                    write_files({notice: msgspec.json.encode(me)})
            is_up = True
            continue
        other = _owner(notice) if is_up else _claim(notice, me)
        if other is not None:
            others.append(other)
        elif claims and is_up and there is not None:
            _remove(notice)  # it was left behind
        else:
            is_up = True
    return tuple(others)


def sessions_of(path: Path) -> tuple[str, ...]:
    """The sessions whose notices stand beside a file, also those that were cut off: quick, to see whether something has changed."""
    return tuple(there.session if (there := _read(notice)) else "" for notice in _notices(path))


def owner_of(path: Path) -> Owner | None:
    """Who has a file open, the first of them; None where there is no notice, or it was left behind."""
    return next(filter(None, map(_owner, _notices(path))), None)


def release(path: Path, owner: Owner) -> None:
    """Take this owner's notice away; those of others stay."""
    for notice in _notices(path):
        there = _read(notice)
        if there is not None and there.session == owner.session:
            _remove(notice)


def _notices(path: Path) -> list[Path]:
    return [notice_of(path, number) for number in range(1, _PLACES + 1)]


def _claim(notice: Path, owner: Owner) -> Owner | None:
    """Write a notice in place of one that was left behind; return the notice of another who has the file open, None for none."""
    for _ in range(2):
        try:
            write_files({notice: msgspec.json.encode(owner)}, replace=False)
        except OtherContentError:
            other = _owner(notice)
            if other is not None:
                return other
            _remove(notice)  # it was left behind
        except FileError:  # a folder that can only be read
            return None
        else:
            return None
    return None


def _owner(notice: Path) -> Owner | None:
    """Whose notice it is; None where there is none, or it was left behind."""
    owner = _read(notice)
    if owner is None:
        return None
    try:
        age = _now_beside(notice) - notice.stat().st_mtime_ns
    except OSError:  # it is being taken away
        return None
    is_gone = owner.machine == machine() and not is_running(owner.process)
    return owner if not is_gone and age < _STALE else None


def _read(notice: Path) -> Owner | None:
    """Whose notice it is, however old."""
    return read_noted(notice, _LARGEST, Owner)


def _remove(notice: Path) -> None:
    with suppress(OSError):
        notice.unlink(missing_ok=True)


def _now_beside(notice: Path) -> int:
    """The time by the clock of the drive, in nanoseconds: that of a server may be another than this machine's."""
    probe = notice.with_name(f"{mark()}.tmp")
    try:
        probe.touch(exist_ok=False)
        now = probe.stat().st_mtime_ns
    except OSError:
        return time.time_ns()
    _remove(probe)
    return now
