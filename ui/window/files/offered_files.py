"""The menus that offer files by name: unsaved work that was left behind, the files of last time, the samples."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.labels import plain_tip
from ui.window.files.request_files import RequestFiles


class OfferedFiles:
    """Fills the menus, each time one is opened."""

    def __init__(self, files: RequestFiles, recent: QMenu, window: QWidget) -> None:
        """Fill nothing yet.

        Args:
            files: opens what is chosen.
            recent: the menu of the files of last time.
            window: the window of the menus.
        """
        self._files = files
        self._recent = recent
        self._window = window
        self._samples: QMenu | None = None

    def fill_recent(self) -> None:
        """Offer unsaved work that was left behind, and the files of last time."""
        self._recent.clear()
        for copy in self._files.recovery.unsaved_copies():
            act = partial(self._files.open_unsaved_copy, copy)
            self._recent.addAction(_plain(copy.words), act)
        known = self._files.recent.about()
        for path in self._files.recent.paths():
            entry = self._recent.addAction(_plain(str(path)), partial(self._files.open, path))
            if (about := known.get(str(path))) is not None:
                entry.setToolTip(plain_tip(about.words))
        self._recent.setToolTipsVisible(True)

    def offer_samples(self, entry: QAction) -> None:
        """Have an entry open a menu of the further samples of the Standard, one for each kind of request."""
        if self._samples is not None:
            return
        self._samples = QMenu(self._window)
        for name, path in self._files.samples().items():
            self._samples.addAction(_plain(name), partial(self._files.open_sample, path))
        entry.setMenu(self._samples)
        entry.setEnabled(not self._samples.isEmpty())


def _plain(words: str) -> str:
    """Words of a menu in which no letter is taken for a key."""
    return words.replace("&", "&&")
