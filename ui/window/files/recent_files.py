"""The files, the folder and the view of last time, kept in the user's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

_KEY: Final = "recent_files"
_FOLDERS: Final = "recent_folders"
_SETTLED: Final = "settled_copies"
_SHELF: Final = "shelf_folder"
_FINANCE_VIEW: Final = "finance_view"
_MOST: Final = 10
_MOST_SETTLED: Final = 100


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
        return self._stored(_KEY)

    def add(self, path: Path) -> None:
        """Put a path first."""
        self._put_first(_KEY, path)
        self.add_folder(path.parent)

    def folders(self) -> list[Path]:
        """The folders that were written to, the latest first."""
        return self._stored(_FOLDERS)

    def add_folder(self, folder: Path) -> None:
        """A folder is written to."""
        self._put_first(_FOLDERS, folder)

    @property
    def shows_finance(self) -> bool:
        """Whether the form is shown as the finance division sees it, and not as the section does."""
        return bool(self._listed(_FINANCE_VIEW))

    def show_finance(self, is_wanted: bool) -> None:
        """Show the form in that view from now on."""
        self._settings.setValue(_FINANCE_VIEW, "1" if is_wanted else "")

    @property
    def shelf_folder(self) -> Path | None:
        """The folder whose requests the start page lists; None where none was chosen."""
        return next(iter(self._stored(_SHELF)), None)

    def choose_shelf_folder(self, folder: Path) -> None:
        """List the requests of a folder from now on."""
        self._settings.setValue(_SHELF, str(folder.absolute()))

    def is_settled(self, content: str) -> bool:
        """Whether the writer has decided what becomes of a conflicting copy of this content, by its digest."""
        return content in self._listed(_SETTLED)

    def settle(self, content: str) -> None:
        """The writer has decided."""
        others = [other for other in self._listed(_SETTLED) if other != content]
        self._settings.setValue(_SETTLED, [content, *others][:_MOST_SETTLED])

    def _stored(self, key: str) -> list[Path]:
        return [Path(name) for name in self._listed(key)]

    def _listed(self, key: str) -> list[str]:
        stored = self._settings.value(key, [])
        names = stored if isinstance(stored, list) else [stored]
        return [str(name) for name in names if name]

    def _put_first(self, key: str, path: Path) -> None:
        path = path.absolute()
        others = [str(other) for other in self._stored(key) if other != path]
        self._settings.setValue(key, [str(path), *others][:_MOST])
