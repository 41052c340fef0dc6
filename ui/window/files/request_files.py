"""New, open, save: everything the window does with request files. It shows no dialog of its own but those of ui/window/dialogs."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from model.document import storage
from model.document.document import Document
from model.document.storage import SUFFIX, OpenedFile
from model.files.file_names import fitting, safe_stem
from model.files.files import FileError
from model.request.request import Request
from model.standard.standard import Standard
from model.standard_folder.files import found_in
from ui.window import dialogs
from ui.window.files.journal import Journal, UnsavedCopy
from ui.window.files.recent_files import RecentFiles
from ui.window.files.saving import (
    NOTHING_KNOWN,
    Changed,
    Kept,
    Known,
    Outcome,
    Written,
    read_history,
    write_request,
)

if TYPE_CHECKING:
    from model.document.history import StoredHistory
    from model.files.notice import Owner
    from ui.window.files.beside import Beside
    from ui.window.files.file_state import FileState
    from ui.window.files.keeping import Keeping
    from ui.window.files.ownership import Ownership
    from ui.window.request_window import RequestWindow

_A_MOMENT_MS: Final = 300  # the file is on the screen by then
UNTITLED: Final = "無題の要求書"


class RequestFiles(QObject):
    """The files of a window's document, and those of last time."""

    source_chosen = Signal(object)  # the Path of a file that is no request: it is to be read
    saved = Signal()

    def __init__(
        self,
        window: RequestWindow,
        standard: Standard,
        folder: Path,
        journal: Journal | None,
        kept: Path | None,
        parent: QMainWindow,
    ) -> None:
        super().__init__(parent)
        self._parent = parent  # of dialogs
        self.recent = RecentFiles()
        self._kept_folder = kept
        self._window = window
        self._standard = standard
        self._folder = folder
        self._known = NOTHING_KNOWN  # of the document's file
        self._suggestion: Path | None = None  # where a document without a file would best be saved
        self._suggested_year = ""  # the year the suggestion is for; "" for whatever the request's is
        self._is_for_reading = False  # another one has the file open, and the writer leaves it to them
        self._saving: Beside[Outcome] | None = None
        self._saving_to: Path | None = None
        self._is_saved = False  # what the last saving came to
        self._closes_when_saved = False
        self._journal = journal
        self._keeping: Keeping | None = None  # made with the first change
        self._claimed: Path | None = None  # the file whose notice this window puts up

    def note_change(self) -> None:
        """Keep a copy of unsaved work a moment from now; when all is saved, none is needed."""
        document = self._window.document
        if document is not None:
            self._claim(None if self._is_for_reading else document.path)
        if document is not None and document.has_work_to_lose:
            if (keeping := self._make_keeping()) is not None:
                keeping.note(document, self._known)
        else:
            self.drop_copy()

    def _claim(self, path: Path | None) -> None:
        """Put up the notice of a file, a moment from now, and take down that of the one before."""
        if path != self._claimed:
            self._claimed = path
            QTimer.singleShot(_A_MOMENT_MS, self, lambda: self.ownership.follow(self._claimed))

    @cached_property
    def ownership(self) -> Ownership:
        """Who has the open file open."""
        from ui.window.files.ownership import Ownership  # no start of the window pays for it

        ownership = Ownership(self)
        ownership.taken.connect(self._show_owner)
        ownership.freed.connect(self._owner_left)
        return ownership

    def write_copy(self) -> bool:
        """Keep a copy of unsaved work now, from which the next start can go on if this session is cut off."""
        document = self._window.document
        if document is None or not document.has_work_to_lose:
            return False
        keeping = self._make_keeping()
        return keeping is not None and keeping.write_now(document, self._known)

    def _make_keeping(self) -> Keeping | None:
        if self._keeping is None and self._journal is not None:
            from ui.window.files.keeping import Keeping  # no start of the window pays for it

            self._keeping = Keeping(self._journal, self.state, self)
        return self._keeping

    @cached_property
    def state(self) -> FileState:
        """What is said of the files at the foot of the window."""
        from ui.window.files.file_state import FileState

        return FileState(self._parent)

    @cached_property
    def kept(self) -> Kept | None:
        """What is kept of files in the user's own folder; None where nothing is."""
        from model.files.undo_files import UndoFiles
        from model.files.versions import Versions

        folder = self._kept_folder
        return Kept(Versions(folder / "versions"), UndoFiles(folder / "undo")) if folder is not None else None

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off."""
        return self._journal.unsaved_copies() if self._journal is not None else []

    def set_damaged_aside(self) -> None:
        """Say once which copies of unsaved work cannot be read."""
        damaged = self._journal.set_damaged_aside() if self._journal is not None else []
        if damaged:
            self._window.show_message(
                f"前回の書きかけの控えのうち{len(damaged)}件は壊れていて開けません。「{damaged[0]}」に残してあります。ほかの控えと保存したファイルには影響ありません。",
                lasting=True,
            )

    def open_unsaved_copy(self, left: UnsavedCopy) -> None:
        """Go on with the work of a session that was cut off; it is unsaved work of this session from then on."""
        if not self.may_leave():
            return
        work = left.work
        self.begin_unsaved(None)
        self._known = Known(digest=work.content or None)
        self._window.show_request(work.request, work.file, is_saved=False)
        if self.write_copy():  # the old copy goes only when the new one is there
            with suppress(OSError):  # it is offered again then
                left.path.unlink()
        self._window.show_message(
            f"保存されなかった書きかけを開きました。上書き保存で「{work.file.name}」に入ります。"
            if work.file
            else "保存されなかった書きかけを開きました。名前を付けて保存してください。",
            lasting=True,
        )

    def begin_unsaved(self, suggestion: Path | None) -> None:
        """The document is in no file; the first save asks for a name and offers this one."""
        self._known = NOTHING_KNOWN
        self._is_for_reading = False
        self._suggestion, self._suggested_year = suggestion, ""

    def leave_year(self, document: Document) -> None:
        """The open request becomes that of another year: its file stays, and the name offered follows the year."""
        if not self._suggested_year or document.path is not None:
            self._suggestion = document.path or self._suggestion
            self._suggested_year = document.snapshot.totals.year.label
        self._leave_file(document)

    def _leave_file(self, document: Document) -> None:
        self._known = NOTHING_KNOWN
        document.leave_file()
        self._claim(None)

    def _suggested(self, document: Document) -> Path | None:
        """The name to offer for a document without a file: 「…（令和2年度）」 where it is no longer of the year it was."""
        path, year = self._suggestion, document.snapshot.totals.year.label
        if path is None or self._suggested_year in ("", year):
            return path
        stem = path.stem.removesuffix(f"（{self._suggested_year}）")
        return path.with_name(f"{stem}（{year}）{SUFFIX}")

    def new(self) -> None:
        """Begin an empty request."""
        from model.document.new_request import new_request

        if self.may_leave():
            self.begin_unsaved(None)
            self._window.show_request(new_request(self._standard), None)

    def open_sample(self) -> None:
        """Begin from the real sheet."""
        if not self.may_leave():
            return
        try:
            request = storage.load(found_in(self._folder, "sample.yosan"))
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        self.begin_unsaved(None)
        self._window.show_request(request, None)

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        path = dialogs.ask_open_path(self._parent, str(self.last_folder()))
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a request file, or import another file; a file that cannot be read is named in the foot line."""
        if path.suffix.lower() != storage.SUFFIX:
            self.source_chosen.emit(path)
            return
        if not self.may_leave():
            return
        from ui.window.files.beside import Beside

        before = self._window.document
        left = before.request if before is not None else None
        reading = Beside(partial(_opened, path), partial(self._take_opened, path, before, left), self)
        if not reading.wait():
            self.state.show("opening", f"「{path.name}」を開いています…")

    def _take_opened(
        self, path: Path, before: Document | None, left: Request | None, opened: OpenedFile | FileError
    ) -> None:
        """Show what was read, in place of the document that was left for it."""
        if "state" in vars(self):
            self.state.show("opening", "")
        if isinstance(opened, FileError):
            self._window.show_message(str(opened), lasting=True)
            return
        now = self._window.document
        is_as_left = now is before and (now is None or now.request is left)
        if not is_as_left and not self.may_leave():  # the drive took its time, and the work went on
            return
        self.begin_unsaved(None)
        self._known = Known(opened.content)
        self.recent.add(path)
        self._window.show_request(opened.request, path)
        document = self._window.document
        if document is not None and self._kept_folder is not None:
            QTimer.singleShot(_A_MOMENT_MS, self, partial(self._read_history, document, path, self._known))

    def _read_history(self, document: Document, path: Path, known: Known) -> None:
        """Go on with the steps of the day that led to a file."""
        from ui.window.files.beside import Beside

        def take(history: StoredHistory | None) -> None:
            if history is not None:
                document.continue_history(history)

        if self.kept is not None and document is self._window.document:
            Beside(partial(read_history, path, known, self.kept.undo), take, self)

    def save(self) -> bool:
        """Save to the document's file; True when it is saved, False also while that takes longer and goes on."""
        document = self._window.document
        if document is None:
            return True
        if document.path is None or self._is_for_reading:
            return self.save_as()
        return self._write(document, document.path)

    def save_as(self) -> bool:
        """Ask for a name and save."""
        document = self._window.document
        if document is None:
            return True
        suggestion = (
            (self._copy_of(document.path) if document.path and self._is_for_reading else document.path)
            or self._suggested(document)
            or self.last_folder() / f"{self.file_stem(document)}{SUFFIX}"
        )
        path = dialogs.ask_save_path(self._parent, str(suggestion))
        if path is not None and path == document.path and self._is_for_reading:
            self._window.show_message(
                f"「{path.name}」は読むだけで開いています。別の名前を付けてください。", lasting=True
            )
            return False
        return path is not None and self._write(document, path, replaces=True)

    def _write(self, document: Document, path: Path, *, replaces: bool = False) -> bool:
        assert self._window.view is not None
        self._window.view.finish_typing()
        if self._is_saving and path == self._saving_to:
            self._window.show_message(
                "前の保存がまだ終わっていません。終わってから、もう一度保存するか、別の場所に保存してください。"
            )
            return False
        if self._saving is not None:
            self._saving.forget()  # what comes of a drive that does not answer is not waited for
            self.state.show("saving", "")
        return self._begin_saving(document, path, self._known, replaces=replaces)

    @property
    def _is_saving(self) -> bool:
        return self._saving is not None and not self._saving.is_over

    def _begin_saving(self, document: Document, path: Path, known: Known, *, replaces: bool = False) -> bool:
        from ui.window.files.beside import Beside

        request = document.request
        self._is_saved, self._saving_to = False, path
        self._saving = Beside(
            partial(
                write_request,
                request,
                path,
                known,
                self.kept,
                replaces=replaces,
                history=document.history,
                earlier=document.earlier,
            ),
            partial(self._end_saving, document, path, request),
            self,
        )
        if not self._saving.wait():
            self.state.show("saving", f"「{path.name}」に保存しています…")
        return self._is_saved

    def _end_saving(self, document: Document, path: Path, request: Request, outcome: Outcome) -> None:
        self.state.show("saving", "")
        is_open = document is self._window.document
        match outcome:
            case Changed():
                answer = dialogs.ask_to_overwrite_newer(self._parent, path.name)
                if answer == "merge":
                    known = Known(digest=outcome.content)
                    self._window.merge_with_file(path, partial(self._begin_saving, document, path, known))
                elif answer:
                    self._begin_saving(document, path, Known(digest=outcome.content))
                    return
            case Written():
                if is_open:
                    self._known = Known(outcome.content)
                    self._is_for_reading = False
                self._is_saved = True
                document.mark_saved(path, request)
                self.recent.add(path)
                note = f"ただし、{outcome.note}" if outcome.note else ""
                self._window.show_message(f"{path.name} を保存しました。{note}", lasting=bool(note))
                self.saved.emit()
            case error:
                self._window.show_message(f"{error}入力はこの画面に残っています。", lasting=True)
        closes, self._closes_when_saved = self._closes_when_saved, False
        if closes and self._is_saved:
            self._parent.close()

    def may_leave(self) -> bool:
        """Whether the document may be left: nothing is unsaved, or the writer decided what becomes of it."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return True
        view.finish_typing()  # what is being composed is work too
        if self._is_saving:
            self._window.show_message("保存が終わっていません。終わってから、もう一度選んでください。")
            return False
        if not document.has_work_to_lose:
            return True
        answer = dialogs.ask_about_changes(
            self._parent,
            document.path.name if document.path else self.file_stem(document),
            document.path is not None,
        )
        return self.save() if answer == "save" else answer == "discard"

    def may_close(self) -> bool:
        """Whether the window may close. While a file is being saved it closes when that is done, or when it is asked to again."""
        if self._closes_when_saved and self._is_saving:  # asked again
            self.write_copy()
            if self._journal is not None:
                self._journal.leave()
            self._end()
            return True
        self._closes_when_saved = False
        if not self._is_saving and self.may_leave():
            self.drop_copy()
            self._end()
            return True
        if self._is_saving:
            self._closes_when_saved = True
            self._window.show_message(
                "保存が終わったら閉じます。待たずに閉じるときは、もう一度閉じてください（書きかけは次に始めたときに開けます）。",
                lasting=True,
            )
        return False

    def _end(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._claimed = None
        if "ownership" in vars(self):
            self.ownership.end()

    def drop_copy(self) -> None:
        """No copy is needed: all is saved, or the writer decided to leave it."""
        if self._keeping is not None:
            self._keeping.drop()

    # --- a file that another one has open ---

    def _show_owner(self, owner: Owner) -> None:
        document, view = self._window.document, self._window.view
        if document is None or document.path is None or view is None:
            return
        bar = view.show_owner(f"「{document.path.name}」は、{owner.words}。")
        bar.read.connect(self._only_read)
        bar.copied.connect(self._go_on_with_a_copy)
        bar.edited.connect(self._edit_too)

    def _owner_left(self, owner: Owner) -> None:
        if self._window.view is not None:
            self._window.view.hide_owner()
        self._window.show_message(f"{owner.name} さんがファイルを閉じました。")

    def _only_read(self) -> None:
        """Leave the file to the one who has it open: what is saved goes to another one."""
        self._is_for_reading = True
        self._claim(None)
        self._leave_bar("読むだけで開いています。保存するときは別の名前を付けます。")

    def _go_on_with_a_copy(self) -> None:
        """Go on in a file of one's own, whose name is asked for at the first save."""
        document = self._window.document
        if document is not None and document.path is not None:
            self._suggestion, self._suggested_year = self._copy_of(document.path), ""
            document.leave_unsaved()
            self._leave_file(document)
        self._leave_bar("写しとして開いています。保存するときに名前を付けます。元のファイルは変わりません。")

    def _edit_too(self) -> None:
        self._leave_bar("編集できます。保存するとき、ほかの人の保存と重なっていれば知らせます。")

    def _leave_bar(self, words: str) -> None:
        if self._window.view is not None:
            self._window.view.hide_owner()
        self._window.show_message(words, lasting=True)

    def _copy_of(self, path: Path) -> Path:
        mark = "（写し）"
        return path.with_name(f"{fitting(path.stem, (mark + SUFFIX,))}{mark}{SUFFIX}")

    def file_stem(self, document: Document) -> str:
        """The name of the files of a document without their endings: its own, or one made of 事業名."""
        if document.path is not None:
            return document.path.stem
        return fitting(safe_stem(document.request.header.name)[:80], (SUFFIX,)) or UNTITLED

    def last_folder(self) -> Path:
        """The folder of the last file, where dialogs begin."""
        recent = self.recent.paths()
        return recent[0].parent if recent else Path.home()


def _opened(path: Path) -> OpenedFile | FileError:
    """A file that was read, or why it could not be."""
    try:
        return storage.open_file(path)
    except FileError as error:
        return error
