"""What is kept of a file's history until the next day: one small file for each file, in a folder that is the user's alone."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from model.files.files import FileError, digest, make_private_folder, write_files
from model.files.regular_file import read_regular

_DAY: Final = 86_400 * 10**9  # nanoseconds
_LARGEST: Final = 25_000_000  # bytes
_ENDING: Final = ".undo"


class UndoFiles:
    """The histories of all files of a user; where one cannot be kept or read there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, data: bytes) -> None:
        """Keep the history of a file, and remove those of days before."""
        with suppress(OSError, FileError):
            make_private_folder(self._folder)
            write_files({self._file_of(path): data}, private=True)
            for file in self._folder.glob(f"*{_ENDING}"):
                if not _is_of_today(file):
                    file.unlink(missing_ok=True)

    def of(self, path: Path) -> bytes | None:
        """The history of a file; None where there is none of the last day."""
        file = self._file_of(path)
        try:
            return read_regular(file, _LARGEST) if _is_of_today(file) else None
        except OSError:
            return None

    def _file_of(self, path: Path) -> Path:
        where = os.path.normcase(os.path.realpath(path))
        return self._folder / f"{digest(where.encode('utf-8', 'surrogateescape')).hex()[:32]}{_ENDING}"


def _is_of_today(file: Path) -> bool:
    return time.time_ns() - file.stat().st_mtime_ns < _DAY
