"""The files, the folder and the view of last time, kept in the user's settings."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import msgspec
from PySide6.QtCore import QSettings

from model.files.regular_file import decoded
from model.request.request import Request
from model.values.unseen_characters import without_unseen
from ui.language import JAPANESE, translate

if TYPE_CHECKING:
    from templates.paper.blocks import Part

_KEY: Final = "recent_files"
_FOLDERS: Final = "recent_folders"
_SETTLED: Final = "settled_copies"
_ABOUT: Final = "recent_about"
_SHELF: Final = "shelf_folder"
_CLOSED_HINTS: Final = "closed_hints"
_ZOOM: Final = "zoom"
_PAPER_WIDTH: Final = "paper_width"
_PAPER_PARTS: Final = "paper_parts"
_LANGUAGE: Final = "language"
ViewPart: TypeAlias = Literal["finance_view", "pictures", "paper_shown"]
"""The form as the finance division sees it, the pictures and the paper beside it, as the settings call them."""
_USUAL_PAPER: Final = 440  # pixels
_MOST: Final = 10
_MOST_SETTLED: Final = 100
_LONGEST: Final = 20  # characters of a year or 課


def settings() -> QSettings:
    """The user's settings, in a file of their own."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "yosancho", "yosancho")


def kept_language() -> str:
    """The code of the language that was chosen last for the interface; Japanese at first."""
    return str(settings().value(_LANGUAGE, JAPANESE))


FULL_SIZE: Final = 100
ZOOMS: Final = (80, 90, FULL_SIZE, 110, 125, 150, 175, 200)
"""Percent of the size."""


class About(msgspec.Struct, frozen=True):
    """What tells a file from others of its name, as it was when it was last open here.

    Attributes:
        year: 年度.
        section: 課.
        changed: when it was last saved.
    """

    year: str
    section: str
    changed: datetime

    @property
    def words(self) -> str:
        """「平成31年度　情報政策課　2026年11月29日 09:30 に保存」."""
        changed = translate("ui.window", "{year}年{month}月{day}日 {changed:%H:%M} に保存").format(
            year=self.changed.year, month=self.changed.month, day=self.changed.day, changed=self.changed
        )
        return translate("ui.window", "　").join(filter(None, (self.year, self.section, changed)))


def about(request: Request, changed: datetime) -> About:
    """What tells the file of a request from others of its name."""
    year, section = (
        " ".join(without_unseen(words).split())[:_LONGEST]
        for words in (request.header.fiscal_year, request.contact.section)
    )
    return About(year, section, changed)


class RecentFiles:
    """A short list of paths, the latest first."""

    def __init__(self) -> None:
        self._settings = settings()

    @property
    def folder(self) -> Path:
        """The folder of the user's settings."""
        return Path(self._settings.fileName()).parent

    def paths(self) -> list[Path]:
        """The paths; whether they still exist is seen when one is opened: a shared folder may be slow."""
        return self._stored(_KEY)

    def about(self) -> dict[str, About]:
        """What is known of the files, by their paths."""
        return decoded(str(self._settings.value(_ABOUT, "{}")), dict[str, About]) or {}

    def add(self, path: Path, about: About | None = None) -> None:
        """Put a path first, with what tells it from others of its name."""
        self._put_first(_KEY, path)
        if about is not None:
            known = self.about() | {str(path.absolute()): about}
            kept = {name: known[name] for name in self._listed(_KEY) if name in known}
            self._settings.setValue(_ABOUT, msgspec.json.encode(kept).decode())
        self.add_folder(path.parent)

    def folders(self) -> list[Path]:
        """The folders that were written to, the latest first."""
        return self._stored(_FOLDERS)

    def add_folder(self, folder: Path) -> None:
        """A folder is written to."""
        self._put_first(_FOLDERS, folder)

    def shows(self, part: ViewPart) -> bool:
        """Whether a part of the view is shown."""
        return bool(self._listed(part))

    def show(self, part: ViewPart, is_wanted: bool) -> None:
        """Show a part of the view from now on, or no more."""
        self._settings.setValue(part, "1" if is_wanted else "")

    @property
    def closed_hints(self) -> list[str]:
        """The names of the hints in the form (ui/form/section_hints) that were closed for good."""
        return self._listed(_CLOSED_HINTS)

    def close_hint(self, name: str) -> None:
        """Show a hint no more."""
        others = [other for other in self.closed_hints if other != name]
        self._settings.setValue(_CLOSED_HINTS, [*others, name])

    def bring_hints_back(self) -> None:
        """Show all hints again."""
        self._settings.setValue(_CLOSED_HINTS, [])

    @property
    def zoom(self) -> int:
        """How large everything is shown, percent; as it was last time."""
        return min(max(self._number(_ZOOM, FULL_SIZE), ZOOMS[0]), ZOOMS[-1])

    def keep(self, key: Literal["zoom", "language", "paper_width"], value: int | str) -> None:
        """Show everything so large, have the interface in a language, or the paper beside the form so wide from now on."""
        self._settings.setValue(key, value)

    @property
    def paper_parts(self) -> list[str]:
        """What is printed with the sheets, as it was chosen last, by the names of ``PARTS`` (templates/paper/blocks)."""
        return self._listed(_PAPER_PARTS)

    def keep_paper_part(self, part: Part, is_wanted: bool) -> None:
        """Print a part with the sheets from now on, or no more."""
        others = [other for other in self.paper_parts if other != part]
        self._settings.setValue(_PAPER_PARTS, [*others, part] if is_wanted else others)

    @property
    def paper_width(self) -> int:
        """How many pixels wide the paper beside the form was last."""
        return self._number(_PAPER_WIDTH, _USUAL_PAPER)

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

    def _number(self, key: str, usual: int) -> int:
        kept = str(self._settings.value(key, usual))
        return int(kept) if kept.isascii() and kept.isdigit() else usual

    def _put_first(self, key: str, path: Path) -> None:
        path = path.absolute()
        others = [str(other) for other in self._stored(key) if other != path]
        self._settings.setValue(key, [str(path), *others][:_MOST])
