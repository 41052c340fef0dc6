"""New, open, and what follows from it: the door to all that the window does with request files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal

from model.document import storage
from model.document.document import Document
from model.document.storage import DamagedError, OpenedFile
from model.files.files import FileError, is_read_only
from model.request.request import Request
from model.standard.standard import Standard
from model.standard_folder.files import found_in, samples_in
from ui.language import translate
from ui.window.files.document_file import DocumentFile
from ui.window.files.journal import Journal, UnsavedCopy
from ui.window.files.recent_files import about
from ui.window.files.recovery import Recovery
from ui.window.files.saving import Known, drive_of, read_history

if TYPE_CHECKING:
    from model.document.history import StoredHistory
    from ui.window.files.damaged_file import LastSound
    from ui.window.files.save_actions import SaveActions
    from ui.window.files.sharing import Sharing
    from ui.window.request_window import RequestWindow

_A_MOMENT_MS: Final = 300  # the file is on the screen by then


class RequestFiles(DocumentFile):
    """Opens files into the window; how they are saved, recovered and shared stands in files of their own."""

    source_chosen = Signal(object)  # the Path of a file that is no request: it is to be read
    saved = Signal()

    def __init__(
        self,
        window: RequestWindow,
        standard: Standard,
        folder: Path,
        journal: Journal | None,
        kept: Path | None,
    ) -> None:
        super().__init__(window, standard, folder, kept)
        self._latest: object = None  # which opening is the last that was wanted
        self._shared: tuple[Document | None, Path | None] = (None, None)
        self.recovery = Recovery(self, journal, lambda: self.saves.save())
        self.saved.connect(self.look_around)

    @cached_property
    def saves(self) -> SaveActions:
        """What saves the open request and asks before it is left."""
        from ui.window.files.save_actions import SaveActions  # no start of the window pays for it

        return SaveActions(self, self.recovery, self.saved.emit)

    @cached_property
    def sharing(self) -> Sharing:
        """Who else has the open file open."""
        from ui.window.files.sharing import Sharing  # no start of the window pays for it

        return Sharing(self, self.open)

    def note_change(self) -> None:
        """Keep a copy of unsaved work, and the notice of the file that is open, both a moment from now."""
        self.recovery.note_change()
        document = self.window.document
        shared = document, document.path if document is not None else None
        if shared != self._shared:
            self._shared = shared
            QTimer.singleShot(_A_MOMENT_MS, self, lambda: self.sharing.follow())

    def look_around(self) -> None:
        """See who else has the open file open, sooner than the next beat: the window has the focus again, or has saved."""
        if "sharing" in vars(self):
            self.sharing.ownership.refresh()

    def may_leave(self) -> bool:
        """Whether the document may be left: nothing is unsaved, or the writer decided what becomes of it."""
        return self.window.document is None or self.saves.may_leave()

    def may_close(self) -> bool:
        """Whether the window may close; if so, all that goes on beside it has ended."""
        if self.window.document is not None and not self.saves.may_close():
            return False
        self.recovery.stop()
        if "sharing" in vars(self):
            self.sharing.ownership.end()
        return True

    def close_request(self) -> None:
        """Leave the open request for the start page."""
        if self.window.view is not None:
            self.window.view.finish_typing()
        if self.may_leave():
            self.window.show_start()
            self.note_change()  # its notice and its copy of unsaved work go

    def new(self) -> None:
        """Begin an empty request."""
        from model.document.new_request import new_request

        if self.may_leave():
            self.begin_unsaved(None)
            self.window.show_request(new_request(self.standard), None)

    def samples(self) -> dict[str, Path]:
        """The further samples of the Standard, by what each is a sample of."""
        return samples_in(self.standard_folder, storage.SUFFIX)

    def open_sample(self, sample: Path | None = None) -> None:
        """Begin from a sample, which stays as it is; None for the real sheet."""
        if not self.may_leave():
            return
        from model.edits.identity import new_identity

        try:
            request = storage.load(sample or found_in(self.standard_folder, "sample.yosan"))
        except FileError as error:
            self.window.show_failure("opening", str(error))
            return
        self.begin_unsaved(None)
        self.window.show_request(replace(request, identity=new_identity()), None)

    def open_unsaved_copy(self, left: UnsavedCopy) -> None:
        """Go on with the work of a session that was cut off; it is unsaved work of this session from then on."""
        if not self.may_leave():
            return
        work = left.work
        self.begin_unsaved(None)
        self.known = Known(digest=work.content or None)
        self.window.show_request(work.request, work.file, is_saved=False)
        assert self.window.document is not None
        self.window.document.begin_from(work.base)
        if work.file is None and self.window.document is not None:
            self.suggest_name_of_year(self.window.document)
        if self.recovery.write_copy():  # the old copy goes only when the new one is there
            with suppress(OSError):  # it is offered again then
                left.path.unlink()
        self.window.show_message(
            translate(
                "ui.window", "保存されなかった書きかけを開きました。上書き保存で「{name}」に入ります。"
            ).format(name=work.file.name)
            if work.file
            else translate(
                "ui.window", "保存されなかった書きかけを開きました。名前を付けて保存してください。"
            ),
            lasting=True,
        )

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        from ui.window import dialogs

        path = dialogs.ask_open_path(self.window, str(self.last_folder()))
        if path is not None:
            self.open(path)

    def open(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Open a request file, or import another file; a file that cannot be read is named in the foot line.

        Args:
            path: the file.
            then: called when its request is shown.
        """
        path = path.absolute()  # the copy of unsaved work may be opened from another folder
        if path.suffix.lower() != storage.SUFFIX:
            self.source_chosen.emit(path)
            return
        if not self.may_leave():
            return
        before = self.window.document
        left = before.request if before is not None else None

        self._latest = turn = object()

        def take(read: _Read | str) -> None:
            if turn is not self._latest or not self.is_still(before, path.name):
                return  # the drive took its time, and the writer has gone elsewhere
            if isinstance(read, str):
                from ui.window.files.damaged_file import say_damaged  # no start of the window pays for it

                say_damaged(self, path, read, self.open_sound)
            elif self._takes(path, left, read):
                then()

        self.read_beside(path.name, partial(_read, path), take)

    def open_sound(self, path: Path, last: LastSound) -> None:
        """Go on with the last version of a damaged file: unsaved work, which replaces the file when it is saved."""
        if not self.may_leave():
            return
        self.begin_unsaved(None)
        self.known = Known(digest=last.damaged)
        self.window.show_request(last.request, path, is_saved=False)
        self.recovery.note_change()
        self.window.show_message(
            translate(
                "ui.window",
                "{saved:%m月%d日 %H:%M} に保存した版を開きました。上書き保存で「{name}」に入り、壊れた内容と入れ替わります。",
            ).format(saved=last.saved, name=path.name),
            lasting=True,
        )

    def _takes(self, path: Path, left: Request | None, read: _Read) -> bool:
        """Show what was read, in place of the document that was left for it; False where that is not left any more."""
        now = self.window.document
        is_as_left = now is None or (now.request is left and not self.saves.is_saving)
        if not is_as_left and not self.may_leave():  # the work went on
            return False
        self.begin_unsaved(None)
        self.known = Known(read.opened.content, drive=read.drive)
        self.recent.add(path, about(read.opened.request, read.changed))
        self.window.show_request(read.opened.request, path)
        if read.is_protected:
            self.sharing.read_protected()
        QTimer.singleShot(_A_MOMENT_MS, self, self._offer_other_work)
        document = self.window.document
        if document is not None and self._kept_folder is not None:
            QTimer.singleShot(_A_MOMENT_MS, self, partial(self._read_history, document, path, self.known))
        return True

    def _offer_other_work(self) -> None:
        """Offer copies that have parted from the open file, and its unsaved work that earlier sessions left behind."""
        from ui.window.files.copies import offer_copies  # no start of the window pays for them
        from ui.window.files.unsaved_work import offer_unsaved_work

        offer_copies(self)
        offer_unsaved_work(self, self.recovery.unsaved_copies, self.open_unsaved_copy)

    def _read_history(self, document: Document, path: Path, known: Known) -> None:
        """Go on with the steps of the day that led to a file."""
        from ui.window.files.beside import Beside

        def take(history: StoredHistory | None) -> None:
            if history is not None:
                document.continue_history(history)

        if self.kept is not None and document is self.window.document:
            Beside(partial(read_history, path, known, self.kept.undo), take, self)


class _Read(msgspec.Struct, frozen=True):
    """What was read of a file, whether it is marked as one that is not to be changed, when it was saved, and its drive."""

    opened: OpenedFile
    is_protected: bool
    changed: datetime
    drive: int | None


def _read(path: Path) -> _Read | str:
    """What was read of a file; where it is damaged, the sentence that says so."""
    try:
        opened = storage.open_file(path)
    except DamagedError as error:
        return str(error)
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):  # it is gone by now, or of a time that is none
        changed = datetime.now()
    return _Read(opened, is_read_only(path), changed, drive_of(path))
