"""The one place that writes files: what is written together is all new afterwards, or all as it was.

Every file is written aside and flushed to disk, then put in place of the old one, so that a crash leaves the old
content or the new, never half of one. What several files held is kept until all of them are in place. A file keeps its
mode, and a link to it stays a link; where hard links share its content, they all get the new one.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from model.files.digests import Digest as Digest
from model.files.digests import digest as digest
from model.files.digests import digest_of as digest_of
from model.files.errors import FileError as FileError
from model.files.errors import OtherContentError as OtherContentError
from model.files.errors import not_opened as not_opened
from model.files.errors import reason as reason
from model.files.regular_file import is_marked_read_only


def write_files(
    files: Mapping[Path, bytes],
    *,
    replace: bool = True,
    known: Mapping[Path, Digest | None] | None = None,
    private: bool = False,
) -> list[Path]:
    """Write several files, all of them or none.

    Args:
        files: what each file is to hold.
        replace: whether files that are there may be replaced. Without it one that holds these very bytes counts as
            written, and one that holds others keeps all from being written.
        known: what files are known to hold, None for no file. One that is there and holds something else by now keeps all from
            being written. No other program that writes files in this way comes between the look and the writing. Any
            other program that replaces files could only between two calls of the system, and one that writes into a file
            while its content is compared.
        private: whether new files are for this user's eyes only.

    Returns:
        The paths.

    Raises:
        OtherContentError: when a file may not be replaced.
        FileError: when one of them cannot be written; all are then as they were.
    """
    from model.files.moves import Moves  # no start of the window pays for it

    known = known or {}
    try:
        write = Moves(
            {path: data for path, data in files.items() if replace or not _holds(path, data)}, private
        )
    except (OSError, ValueError) as error:
        raise _refusal(next(iter(files)), error, "") from error
    standing = tuple(path for path in write.paths if not replace and os.path.lexists(path))
    if standing:
        raise OtherContentError(standing)
    try:
        write.write_aside()
        with write.folders_locked(known):
            write.put_in_place(known, replace=replace)
    except (OSError, ValueError) as error:
        from model.files.reasons import NOTHING_ELSE  # nothing is refused before the window is there

        left = write.take_back()
        others = NOTHING_ELSE if len(write.paths) > 1 and not left else left
        raise _refusal(write.path, error, others) from error
    except BaseException:  # another's file that came meanwhile, an interrupt
        write.take_back()
        raise
    finally:
        write.clear()
    return list(files)


def is_read_only(path: Path) -> bool:
    """Whether a file is there and marked as one that is not to be changed."""
    try:
        return is_marked_read_only(path, path.stat())
    except OSError:
        return False


def make_private_folder(folder: Path) -> None:
    """Make a folder that only this user can look into, or take the others' rights from the one that is there.

    Raises:
        OSError: when it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _refusal(path: Path, error: OSError | ValueError, others: str) -> FileError:
    from model.files.moves import ReadOnlyError
    from model.files.reasons import NO_FOLDER, remedy_of_writing

    if isinstance(error, ReadOnlyError):
        return FileError(
            "「{path}」は読み取り専用か、書き込めない場所にあるので、書き換えません。{others}別の場所か名前を選ぶか、読み取り専用を外してください。",
            path=error.path,
            others=others,
        )
    why = NO_FOLDER if isinstance(error, FileNotFoundError) else reason(error)
    return FileError(
        "「{path}」に保存できません（{why}）。{others}{remedy}",
        path=path,
        why=why,
        others=others,
        remedy=remedy_of_writing(error),
    )


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (OSError, ValueError):
        return False
