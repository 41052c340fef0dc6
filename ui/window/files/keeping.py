"""Keeps the copy of unsaved work up to date: a moment after a change it is on disk, and no key waits for that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from model.differences.changes import count_changes
from model.document.document import Document
from model.document.unsaved import Unsaved
from model.request.request import Request
from ui.window.files.beside import Beside
from ui.window.files.journal import Journal
from ui.window.files.saving import Known

COPY_MS: Final = 50  # after a change; typing on does not put it off
_AT_LEAST_MS: Final = 5_000


class Keeping:
    """Writes the copies of one window, one at a time, each of the latest value."""

    def __init__(self, journal: Journal, say: Callable[[str], None], parent: QObject) -> None:
        """Keep nothing yet.

        Args:
            journal: where the copies are kept.
            say: receives why the latest copy could not be written, "" where it could.
            parent: lives as long as the window.
        """
        self._journal = journal
        self._say = say
        self._parent = parent
        self._latest: Callable[[], str] | None = None  # what is to be written
        self._writing: Beside[str] | None = None
        self._failed = False
        self._pause = QTimer(parent, singleShot=True, interval=COPY_MS)
        self._pause.timeout.connect(self._write)

    def note(self, document: Document, known: Known) -> None:
        """The document has changed."""
        self._latest = self._copy(document, known)
        if not self._pause.isActive() and not self._is_writing:
            self._pause.start()

    def write_now(self, document: Document, known: Known) -> bool:
        """Write the copy and wait for it; False where that fails."""
        self.note(document, known)
        if self._writing is not None:
            self._writing.wait(_AT_LEAST_MS)
        self._write()
        return self._writing is not None and self._writing.wait(_AT_LEAST_MS) and not self._failed

    def drop(self) -> None:
        """No copy is needed any more."""
        self._latest = None
        self._pause.stop()
        if self._writing is not None:
            self._writing.forget()  # what comes of a copy that is being written is of no interest any more
        self._journal.clear()
        self._say("")

    def stop(self) -> None:
        """Write nothing any more."""
        self._latest = None
        self._pause.stop()

    @property
    def _is_writing(self) -> bool:
        return self._writing is not None and not self._writing.is_over

    def _write(self) -> None:
        self._pause.stop()
        work, self._latest = self._latest, None
        if work is not None:
            self._failed = True
            self._writing = Beside(work, self._note_end, self._parent)

    def _note_end(self, why: str) -> None:
        self._failed = bool(why)
        self._say(why)
        self._write()  # what came meanwhile has waited long enough

    def _copy(self, document: Document, known: Known) -> Callable[[], str]:
        """The writing of a copy of the document as it is now, from values that nobody changes."""
        return partial(
            _write_copy,
            self._journal,
            self._journal.turn,
            document.request,
            document.saved_request,
            document.path,
            known,
        )


def _write_copy(
    journal: Journal,
    turn: int,
    request: Request,
    saved: Request | None,
    path: Path | None,
    known: Known,
) -> str:
    """Write a copy; why that failed, else ""."""
    differences = count_changes(saved, request) if path is not None and saved is not None else None
    base = saved if path is not None else None
    return journal.write(Unsaved(request, path, known.digest or b"", differences, base), turn)
