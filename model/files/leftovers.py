"""What a write that was cut off leaves beside the files, and how it is cleared at the next start.

Names begin with ``.yosancho-``, the process and the machine: what a running program has there is left alone. Several files that are
put in place together have a list of moves beside them until all are: where that is left behind, the old contents are put back.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from model.files.digests import digest
from model.files.folder_lock import NAME as LOCK
from model.files.folder_lock import locked
from model.files.process import is_running, machine_mark
from model.files.regular_file import read_noted
from model.values.identity import new_id
from model.values.pattern import lazy_pattern

MOVES: Final = "moves"
_NAME: Final = lazy_pattern(
    r"\A\.yosancho-([0-9]{1,10})-([0-9a-f]{8})-[0-9a-f]{10}(?:-[0-9]+)?\.(tmp|old|moves)\Z"
)
# what versions before left: 「.name.id.tmp」 and 「.yosancho-id.tmp」, without the process
_UNSIGNED: Final = lazy_pattern(r"\A\.(?:.+\.yosan\.[0-9a-f]{10}|yosancho-[0-9a-f]{10})\.tmp\Z", re.DOTALL)
_FOLDER: Final = lazy_pattern(r"\Ayosancho-([0-9]{1,10})-([0-9a-f]{8})-[^.]+(\.[0-9a-f]{8})?\Z")
_DAY: Final = 86_400 * 10**9  # nanoseconds
_LARGEST_LIST: Final = 1_000_000  # bytes


class Move(NamedTuple):
    """A file that is being replaced together with others.

    Attributes:
        name: of the file, in the folder of the list.
        new: of the new content written aside.
        old: of the copy of its old content; "" where there was no such file.
        digest: of the new content, in hexadecimal digits.
        is_overwritten: whether the content changes where it stands, as that of a file with hard links.
    """

    name: str
    new: str
    old: str
    digest: str
    is_overwritten: bool


def mark() -> str:
    """How the names of what one write leaves beside its files begin."""
    return f".yosancho-{os.getpid()}-{machine_mark()}-{new_id()}"


def folder_prefix() -> str:
    """How the names of the folders for temporary files begin."""
    return mark().removeprefix(".").rpartition("-")[0] + "-"


def clear_leftovers(folder: Path) -> int:
    """Clear what writes that were cut off left in a folder; how many files were removed.

    What another machine left is cleared a day later. What cannot be cleared is tried again at the next start.
    """
    try:
        names = [path.name for path in folder.iterdir() if path.name.startswith(".")]
    except (OSError, ValueError):  # it is gone, or of a name that none has
        return 0
    left = sorted(
        (name for name in names if _is_left(folder, name)), key=lambda name: not name.endswith(MOVES)
    )
    protected: set[str] = set()
    cleared = 0
    for name in left:
        if name in protected:
            continue
        if name.endswith(f".{MOVES}"):
            # nothing was moved yet where the list itself was cut off
            moves = read_noted(folder / name, _LARGEST_LIST, list[Move]) or []
            restored = [_restored(folder, move) for move in moves]
            if not all(restored):
                protected |= {kept for move in moves for kept in (move.new, move.old)}
                continue
        with suppress(OSError):
            (folder / name).unlink()
            cleared += 1
    if LOCK in names:
        with suppress(OSError), locked(folder):  # which removes it
            cleared += 1
    return cleared


def clear_folders(where: Path) -> None:
    """Remove the folders for temporary files of programs of this machine that have ended."""
    for folder in left_folders(where):
        shutil.rmtree(folder, ignore_errors=True)


def left_folders(where: Path, ending: str = "") -> list[Path]:
    """The folders of an ending that programs of this machine made and, having ended, left behind."""
    try:
        matches = {folder: _FOLDER.match(folder.name) for folder in where.iterdir()}
    except OSError:
        return []
    return [
        folder
        for folder, match in matches.items()
        if match
        and (match[3] or "") == ending
        and match[2] == machine_mark()
        and not is_running(int(match[1]))
        and not folder.is_symlink()
    ]


def _is_left(folder: Path, name: str) -> bool:
    """Whether a file was left behind by a write that is over."""
    match = _NAME.match(name)
    if match is None and _UNSIGNED.match(name) is None:
        return False
    if match is not None and match[2] == machine_mark():
        return not is_running(int(match[1]))
    try:
        return time.time_ns() - (folder / name).stat().st_mtime_ns > _DAY
    except OSError:
        return False


def _restored(folder: Path, move: Move) -> bool:
    """Whether a file holds what it held before; what somebody has written since then is left as it is."""
    if any(os.path.basename(name) != name for name in (move.name, move.new, move.old)):  # noqa: PTH119
        return True
    target, new, old = folder / move.name, folder / move.new, folder / move.old
    try:
        if not target.is_file():
            return True
        there = target.read_bytes()
        if move.is_overwritten:
            if old.is_file() and new.read_bytes().startswith(
                there
            ):  # cut off in its middle, or behind its end
                overwrite(target, old.read_bytes())
        elif digest(there).hex() == move.digest:
            if move.old:
                old.replace(target)
            else:
                target.unlink()
    except FileNotFoundError:  # nothing was moved yet, or all was put back
        return True
    except OSError:
        return False
    return True


def overwrite(path: Path, data: bytes) -> None:
    """Overwrite a file's content where it stands, so that all its hard links have it, and flush it to disk."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
