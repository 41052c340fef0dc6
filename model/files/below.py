"""The files below a folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

LEFT_BEHIND: Final = (".", "~$")
"""How names begin of what programs leave behind: hidden files, and the marks of files that are open (~$, .~lock)."""


def files_below(folder: Path, note_closed: Callable[[OSError], object]) -> list[Path]:
    """Every file below a folder but for those in hidden folders; links to folders are not followed.

    ``note_closed`` receives why a folder could not be opened.
    """
    found: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=note_closed):
        folders[:] = [inner for inner in folders if not inner.startswith(".")]
        found += [Path(where, name) for name in names]
    return found
