"""The files of last time, kept in the user's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

_KEY: Final = "recent_files"
_MOST: Final = 10


class RecentFiles:
    """A short list of paths, the latest first."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "yosancho", "yosancho"
        )

    @property
    def folder(self) -> Path:
        """The folder of the user's settings."""
        return Path(self._settings.fileName()).parent

    def paths(self) -> list[Path]:
        """The paths; whether they still exist is seen when one is opened: a shared folder may be slow."""
        stored = self._settings.value(_KEY, [])
        names = stored if isinstance(stored, list) else [stored]
        return [Path(str(name)) for name in names if name]

    def add(self, path: Path) -> None:
        """Put a path first."""
        path = path.absolute()
        others = [str(other) for other in self.paths() if other != path]
        self._settings.setValue(_KEY, [str(path), *others][:_MOST])
