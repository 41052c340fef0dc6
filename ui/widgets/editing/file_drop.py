"""Files dragged onto the window: which one is meant, and that a text field does not take its name for text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dragged; None for anything else, and for several at once."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None


def is_of_files(data: QMimeData) -> bool:
    """Whether files are dragged or copied, and no text."""
    return any(url.isLocalFile() for url in data.urls())
