"""Saving the open request beside the window, and what becomes of unsaved work when it is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.window import dialogs
from ui.window.files.beside import Beside
from ui.window.files.document_file import DocumentFile
from ui.window.files.saving import Changed, Known, Outcome, Written, write_request

if TYPE_CHECKING:
    from pathlib import Path

    from model.document.document import Document
    from model.request.request import Request
    from ui.window.files.recovery import Recovery


class SaveActions:
    """Saves the document to its file or to another one, and asks before it is left."""

    def __init__(self, file: DocumentFile, recovery: Recovery, saved: Callable[[], None]) -> None:
        """Save nothing yet.

        Args:
            file: what is known of the document's file.
            recovery: has the copy of unsaved work.
            saved: called when the document is saved.
        """
        self._file = file
        self._recovery = recovery
        self._note_saved = saved
        self._saving: Beside[Outcome] | None = None
        self._saving_to: Path | None = None
        self._is_saved = False  # what the last saving came to
        self._closes_when_saved = False

    @property
    def is_saving(self) -> bool:
        """Whether the document is being saved."""
        return self._saving is not None and not self._saving.is_over

    def save(self) -> bool:
        """Save to the document's file; True when it is saved, False also while that takes longer and goes on."""
        document = self._file.window.document
        if document is None:
            return True
        if document.path is None or self._file.is_for_reading:
            return self.save_as()
        return self._write(document, document.path)

    def save_as(self) -> bool:
        """Ask for a name and save."""
        document = self._file.window.document
        if document is None:
            return True
        path = dialogs.ask_save_path(self._file.dialog_parent, str(self._file.suggested(document)))
        if path is not None and path == document.path and self._file.is_for_reading:
            self._file.window.show_message(
                f"「{path.name}」は読むだけで開いています。別の名前を付けてください。", lasting=True
            )
            return False
        return path is not None and self._write(document, path, replaces=True)

    def _write(self, document: Document, path: Path, *, replaces: bool = False) -> bool:
        assert self._file.window.view is not None
        self._file.window.view.finish_typing()
        if self.is_saving and path == self._saving_to:
            self._file.window.show_message(
                "前の保存がまだ終わっていません。終わってから、もう一度保存するか、別の場所に保存してください。"
            )
            return False
        if self._saving is not None:
            self._saving.forget()  # what comes of a drive that does not answer is not waited for
            self._file.state.show("saving", "")
        return self._begin(document, path, self._file.known, replaces=replaces)

    def _begin(self, document: Document, path: Path, known: Known, *, replaces: bool = False) -> bool:
        request = document.request
        self._is_saved, self._saving_to = False, path
        self._saving = Beside(
            partial(
                write_request,
                request,
                path,
                known,
                self._file.kept,
                replaces=replaces,
                history=document.history,
                earlier=document.earlier,
            ),
            partial(self._end, document, path, request),
            self._file,
        )
        if not self._saving.wait():
            self._file.state.show("saving", f"「{path.name}」に保存しています…")
        return self._is_saved

    def _end(self, document: Document, path: Path, request: Request, outcome: Outcome) -> None:
        self._file.state.show("saving", "")
        is_open = document is self._file.window.document
        match outcome:
            case Changed():
                answer = dialogs.ask_to_overwrite_newer(self._file.dialog_parent, path.name)
                if answer == "merge":
                    known = Known(digest=outcome.content)
                    self._file.window.merge_with_file(path, partial(self._begin, document, path, known))
                elif answer:
                    self._begin(document, path, Known(digest=outcome.content))
                    return
            case Written():
                if is_open:
                    self._file.known = Known(outcome.content)
                    self._file.is_for_reading = False
                self._is_saved = True
                document.mark_saved(path, request)
                self._file.recent.add(path)
                note = f"ただし、{outcome.note}" if outcome.note else ""
                self._file.window.show_message(f"{path.name} を保存しました。{note}", lasting=bool(note))
                self._note_saved()
            case error:
                self._file.window.show_message(f"{error}入力はこの画面に残っています。", lasting=True)
        closes, self._closes_when_saved = self._closes_when_saved, False
        if closes and self._is_saved:
            self._file.dialog_parent.close()

    def may_leave(self) -> bool:
        """Whether the document may be left: nothing is unsaved, or the writer decided what becomes of it."""
        document, view = self._file.window.document, self._file.window.view
        if document is None or view is None:
            return True
        view.finish_typing()  # what is being composed is work too
        if self.is_saving:
            self._file.window.show_message("保存が終わっていません。終わってから、もう一度選んでください。")
            return False
        if not document.has_work_to_lose:
            return True
        answer = dialogs.ask_about_changes(
            self._file.dialog_parent,
            document.path.name if document.path else self._file.stem(document),
            document.path is not None,
        )
        return self.save() if answer == "save" else answer == "discard"

    def may_close(self) -> bool:
        """Whether the window may close. While a file is being saved it closes when that is done, or when it is asked to again."""
        if self._closes_when_saved and self.is_saving:  # asked again
            self._recovery.leave()
            return True
        self._closes_when_saved = False
        if not self.is_saving and self.may_leave():
            self._recovery.drop()
            return True
        if self.is_saving:
            self._closes_when_saved = True
            self._file.window.show_message(
                "保存が終わったら閉じます。待たずに閉じるときは、もう一度閉じてください（書きかけは次に始めたときに開けます）。",
                lasting=True,
            )
        return False
