"""Copies of unsaved work: that of this session is kept up to date, those of sessions that were cut off are offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.language import translate
from ui.window.files.document_file import DocumentFile
from ui.window.files.journal import Journal, UnsavedCopy

if TYPE_CHECKING:
    from ui.window.files.keeping import Keeping


class Recovery:
    """The copies of unsaved work, as the window asks for them."""

    def __init__(self, file: DocumentFile, journal: Journal | None, save: Callable[[], object]) -> None:
        """Keep no copy yet.

        Args:
            file: what is known of the document's file.
            journal: where the copies are kept; None for nowhere.
            save: saves the document, where no copy can be kept of it.
        """
        self._file = file
        self._save = save
        self._why = ""  # the latest copy could not be written
        self._damaged = ""  # what is still to be said of copies of last time
        self._journal = journal
        self._keeping: Keeping | None = None  # made with the first change

    def note_change(self) -> None:
        """Keep a copy of unsaved work a moment from now; when all is saved, none is needed."""
        self._say_damaged()
        document = self._file.window.document
        if document is None or not document.has_work_to_lose:
            self.drop()
        elif (keeping := self._make_keeping()) is not None:
            keeping.note(document, self._file.known)

    def write_copy(self) -> bool:
        """Keep a copy of unsaved work now, from which the next start can go on if this session is cut off."""
        document = self._file.window.document
        if document is None or not document.has_work_to_lose:
            return False
        keeping = self._make_keeping()
        return keeping is not None and keeping.write_now(document, self._file.known)

    def _make_keeping(self) -> Keeping | None:
        if self._keeping is None and self._journal is not None:
            from ui.window.files.keeping import Keeping  # no start of the window pays for it

            self._keeping = Keeping(self._journal, self._say_failed, self._file)
        return self._keeping

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

            self._file.window.show_failure(
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
            self._file.window.hide_failure("keeping")

    def _say_damaged(self) -> None:
        """Say it above the page that is in sight, and above the form of what is opened from the start page."""
        if self._damaged:
            self._file.window.show_failure("keeping", self._damaged)
            if self._file.window.view is not None:
                self._damaged = ""

    def drop(self) -> None:
        """No copy is needed: all is saved, or the writer decided to leave it."""
        if self._keeping is not None:
            self._keeping.drop()

    def leave(self) -> None:
        """End the session without everything being saved: the copy is offered at the next start."""
        self.write_copy()
        if self._journal is not None:
            self._journal.leave()

    def stop(self) -> None:
        """Write nothing any more: the program ends."""
        if self._keeping is not None:
            self._keeping.stop()

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off."""
        return self._journal.unsaved_copies() if self._journal is not None else []

    def set_damaged_aside(self) -> None:
        """Say once which copies of unsaved work cannot be read."""
        damaged = self._journal.set_damaged_aside() if self._journal is not None else []
        if damaged:
            self._damaged = translate(
                "ui.window",
                "前回の書きかけの控えのうち{count}件は壊れていて開けません。保存したファイルとほかの控えは無事です。保存したファイルを開いて続けてください。壊れた控えは「{damaged}」に残してあります。",
            ).format(count=len(damaged), damaged=damaged[0])
            self._say_damaged()
