"""Copies of unsaved work: that of this session is kept up to date, those of sessions that were cut off are offered.

A moment after a change its copy is on disk; no key waits for that.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from model.document.document import Document
from model.request.request import Request
from ui.language import translate
from ui.window.files.beside import Beside
from ui.window.files.document_file import DocumentFile
from ui.window.files.journal import Journal, UnsavedCopy
from ui.window.files.saving import Known

COPY_MS: Final = 50  # after a change; typing on does not put it off
_AT_LEAST_MS: Final = 5_000


class Recovery:
    """The copies of unsaved work, as the window asks for them; they are written one at a time, each of the latest value."""

    def __init__(self, file: DocumentFile, journal: Journal | None, save: Callable[[], object]) -> None:
        """Keep no copy yet; ``save`` saves the document, where no copy can be kept of it."""
        self._file, self._window = file, file.window
        self._save = save
        self._why = ""  # the latest copy could not be written
        self._damaged = ""  # what is still to be said of copies of last time
        self._journal = journal
        self._latest: Callable[[], str] | None = None  # what is to be written
        self._writing: Beside[str] | None = None
        self._failed = False
        self._pause = QTimer(file, singleShot=True, interval=COPY_MS)
        self._pause.timeout.connect(self._write)

    def note_change(self) -> None:
        """Keep a copy of unsaved work a moment from now; when all is saved, none is needed."""
        self._say_damaged()
        document = self._window.document
        if document is None or not document.has_work_to_lose:
            self.drop()
        elif self._journal is not None:
            self._latest = self._copy(document, self._journal)
            if not self._pause.isActive() and (self._writing is None or self._writing.is_over):
                self._pause.start()

    def write_copy(self) -> bool:
        """Keep a copy of unsaved work now, from which the next start can go on if this session is cut off."""
        document = self._window.document
        if document is None or not document.has_work_to_lose or self._journal is None:
            return False
        self._latest = self._copy(document, self._journal)
        if self._writing is not None:
            self._writing.wait(_AT_LEAST_MS)
        self._write()
        return self._writing is not None and self._writing.wait(_AT_LEAST_MS) and not self._failed

    def _write(self) -> None:
        self._pause.stop()
        work, self._latest = self._latest, None
        if work is not None:
            self._failed = True
            self._writing = Beside(work, self._note_end, self._file)

    def _note_end(self, why: str) -> None:
        self._failed = bool(why)
        self._say_failed(why)
        self._write()  # what came meanwhile has waited long enough

    def _copy(self, document: Document, journal: Journal) -> Callable[[], str]:
        """The writing of a copy of the document as it is now, from values that nobody changes."""
        request, saved, path = document.request, document.saved_request, document.path
        return partial(_write_copy, journal, journal.turn, request, saved, path, self._file.known)

    def _say_failed(self, why: str) -> None:
        """Say that no copy can be kept, above the form when that begins and at the foot as long as it is so."""
        if why == self._why:
            return
        self._why = why
        self._file.state.show(
            "journal", translate("ui.window", "書きかけの控えが取れていません") if why else ""
        )
        if why:
            from ui.widgets.choice_bar import Choice  # no start of the window pays for it

            self._window.show_failure(
                "keeping",
                translate(
                    "ui.window",
                    "書きかけの控えが取れません（{why}）。入力はこの画面にあり、保存したファイルは無事ですが、いまパソコンが止まると、保存していない入力は失われます。こまめに保存してください。",
                ).format(why=why),
                Choice(
                    translate("ui.window", "いま保存する"),
                    translate("ui.window", "要求書をファイルに保存します。"),
                    self._save,
                ),
            )
        else:
            self._window.hide_bar("keeping")

    def _say_damaged(self) -> None:
        """Say it above the page that is in sight, and above the form of what is opened from the start page."""
        if self._damaged:
            self._window.show_failure("keeping", self._damaged)
            if self._window.view is not None:
                self._damaged = ""

    def drop(self) -> None:
        """No copy is needed: all is saved, or the writer decided to leave it."""
        if self._journal is not None and (self._latest or self._writing):
            self.stop()
            if self._writing is not None:
                self._writing.forget()  # what comes of it is of no interest any more
            self._journal.clear()
            self._say_failed("")

    def leave(self) -> None:
        """End the session without everything being saved: the copy is offered at the next start."""
        self.write_copy()
        if self._journal is not None:
            self._journal.leave()

    def stop(self) -> None:
        """Write nothing any more: the program ends."""
        self._latest = None
        self._pause.stop()

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off."""
        return self._journal.unsaved_copies() if self._journal is not None else []

    def set_damaged_aside(self) -> None:
        """Say once which copies of unsaved work are damaged, and at each start which cannot be read."""
        if self._journal is None:
            return
        damaged, unread = self._journal.set_damaged_aside()
        if damaged:
            self._damaged = translate(
                "ui.window",
                "前回の書きかけの控えのうち{count}件は壊れていて開けません。保存したファイルとほかの控えは無事です。保存したファイルを開いて続けてください。壊れた控えは「{damaged}」に残してあります。",
            ).format(count=len(damaged), damaged=damaged[0])
        elif unread:
            path, why = unread[0]
            self._damaged = translate(
                "ui.window",
                "前回の書きかけの控えのうち{count}件は、いま開けません（{why}）。控えは「{path}」にそのまま残してあり、開けるようになれば、次に始めたときに出ます。保存したファイルは無事です。",
            ).format(count=len(unread), why=why, path=path)
        self._say_damaged()


def _write_copy(
    journal: Journal, turn: int, request: Request, saved: Request | None, path: Path | None, known: Known
) -> str:
    """Write a copy; why that failed, else ""."""
    from model.differences.changes import count_changes  # no start of the window pays for them
    from model.document.unsaved import Unsaved

    base = saved if path is not None else None
    differences = count_changes(base, request) if base is not None else None
    return journal.write(Unsaved(request, path, known.digest or b"", differences, base), turn)
