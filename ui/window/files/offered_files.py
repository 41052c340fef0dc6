"""The menus that offer files by name: unsaved work that was left behind, the files of last time, the samples."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.labels import plain_tip
from ui.window.files.request_files import RequestFiles


def fill_recent(menu: QMenu, files: RequestFiles) -> None:
    """Offer unsaved work that was left behind, and the files of last time."""
    menu.clear()
    menu.setToolTipsVisible(True)
    for copy in files.recovery.unsaved_copies():
        menu.addAction(_plain(copy.words), partial(files.open_unsaved_copy, copy))
    known = files.recent.about()
    for path in files.recent.paths():
        entry = menu.addAction(_plain(str(path)), partial(files.open, path))
        if (about := known.get(str(path))) is not None:
            entry.setToolTip(plain_tip(about.words))


def offer_samples(entry: QAction, files: RequestFiles, window: QWidget) -> None:
    """Have an entry open a menu of the further samples of the Standard, one for each kind of request."""
    menu = QMenu(window)
    for name, path in files.samples().items():
        menu.addAction(_plain(name), partial(files.open_sample, path))
    entry.setMenu(menu)
    entry.setEnabled(not menu.isEmpty())


def _plain(words: str) -> str:
    """Words of a menu in which no letter is taken for a key."""
    return words.replace("&", "&&")
