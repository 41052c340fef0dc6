"""New, open, save, export: everything the window does with files. It shows no dialog of its own but those of ui/window/dialogs."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from model.document import storage
from model.document.document import Document
from model.document.storage import SUFFIX
from model.files.file_names import fitting, safe_stem
from model.files.files import Digest, FileError, digest, digest_of, reason, write_files
from model.standard.standard import Standard
from model.standard_folder.files import found_in
from ui.window import dialogs
from ui.window.journal import Journal, UnsavedCopy
from ui.window.recent_files import RecentFiles
from ui.window.request_window import RequestWindow

_COPY_MS: Final = 5_000  # after a change; typing on does not put it off
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
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._parent = parent  # of dialogs
        self.recent = RecentFiles()
        self._window = window
        self._standard = standard
        self._folder = folder
        self._content: bytes | None = None  # of the document's file, as it was read or written here
        self._suggestion: Path | None = None  # where a document without a file would best be saved
        self._suggested_year = ""  # the year the suggestion is for; "" for whatever the request's is
        self._exported: dict[Path, Digest] = {}  # what this session has written of pages and workbooks
        self._journal = journal
        self._pause = QTimer(self, singleShot=True, interval=_COPY_MS)
        self._pause.timeout.connect(self.write_copy)

    def note_change(self) -> None:
        """Keep a copy of unsaved work some seconds from now; when all is saved, none is needed."""
        document = self._window.document
        if document is not None and document.has_work_to_lose:
            if not self._pause.isActive():
                self._pause.start()
        else:
            self.drop_copy()

    def write_copy(self) -> bool:
        """Keep a copy of unsaved work, from which the next start can go on if this session is cut off."""
        document = self._window.document
        if self._journal is None or document is None or not document.has_work_to_lose:
            return False
        return self._journal.write(document.request)

    def unsaved_copies(self) -> list[UnsavedCopy]:
        """The copies of sessions that were cut off."""
        return self._journal.unsaved_copies() if self._journal is not None else []

    def open_unsaved_copy(self, left: UnsavedCopy) -> None:
        """Go on with the work of a session that was cut off; it is unsaved work of this session from then on."""
        if not self.may_leave():
            return
        try:
            request = storage.load(left.path)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        self.begin_unsaved(None)
        self._window.show_request(request, None, is_saved=False)
        if self.write_copy():  # the old copy goes only when the new one is there
            with suppress(OSError):  # it is offered again then
                left.path.unlink()
        self._window.show_message(
            "保存されなかった書きかけを開きました。名前を付けて保存してください。", lasting=True
        )

    def begin_unsaved(self, suggestion: Path | None) -> None:
        """The document is in no file; the first save asks for a name and offers this one."""
        self._content = None
        self._suggestion, self._suggested_year = suggestion, ""

    def leave_year(self, document: Document) -> None:
        """The open request becomes that of another year: its file stays, and the name offered follows the year."""
        if not self._suggested_year or document.path is not None:
            self._suggestion = document.path or self._suggestion
            self._suggested_year = document.snapshot.totals.year.label
        self._content = None
        document.leave_file()

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
        try:
            opened = storage.open_file(path)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        self.begin_unsaved(None)
        self._content = opened.content
        self.recent.add(path)
        self._window.show_request(opened.request, path)

    def save(self) -> bool:
        """Save to the document's file; True when it is saved."""
        document = self._window.document
        if document is None:
            return True
        if document.path is None:
            return self.save_as()
        try:
            there = digest_of(document.path)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return False
        known = None if self._content is None else digest(self._content)
        if there not in (None, known) and not dialogs.ask_to_overwrite_newer(
            self._parent, document.path.name
        ):
            return False
        return self._write(document, document.path)

    def save_as(self) -> bool:
        """Ask for a name and save."""
        document = self._window.document
        if document is None:
            return True
        suggestion = (
            document.path
            or self._suggested(document)
            or self.last_folder() / f"{self._file_stem(document)}{SUFFIX}"
        )
        path = dialogs.ask_save_path(self._parent, str(suggestion))
        return path is not None and self._write(document, path)

    def export(self) -> None:
        """Write the page and the workbook; where something is open, after a look at it."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return
        view.finish_typing()
        from ui.review.export_page import ExportPage, needs_review

        findings = document.snapshot.findings
        if not needs_review(findings):
            self._export()
            return
        focus = view.focusWidget()
        page = ExportPage(findings, view.form.section_titles(), view.form.section_of)

        def back() -> None:
            self._window.leave_review()
            if focus is not None:
                focus.setFocus()

        def to(place: str) -> None:
            self._window.leave_review()
            view.focus_place(place)

        def go_on() -> None:
            back()
            self._export()

        page.accepted.connect(go_on)
        page.refused.connect(back)
        page.chosen.connect(to)
        self._window.show_review(page)

    def _export(self) -> None:
        """Write the page and the workbook into a folder."""
        document = self._window.document
        if document is None:
            return
        folder = dialogs.ask_export_folder(
            self._parent, str(document.path.parent if document.path else self.last_folder())
        )
        if folder is None:
            return
        from templates.commands.export import named, render_files  # jinja2 and openpyxl are read only here

        try:
            contents = render_files(document.snapshot, self._folder)
            files = named(contents, folder, fitting(self._file_stem(document), contents))
            if not self._may_replace(files):
                return
            written = write_files(files)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        self._exported |= {path: digest(data) for path, data in files.items()}
        findings = document.snapshot.findings
        unanswered = sum(not question.acknowledged for question in findings.questions)
        warning = f"　誤りが{len(findings.errors)}件残っています。" if findings.errors else ""
        warning += f"　質問票に未回答が{unanswered}問あります。" if unanswered else ""
        self._window.show_message(
            f"{folder} に {'、'.join(path.name for path in written)} を書き出しました。{warning}",
            lasting=True,
        )

    def _may_replace(self, files: dict[Path, bytes]) -> bool:
        """Whether the exports may be written: asked, where files hold what this session has not written.

        Raises:
            FileError: when a file that is there cannot be read.
        """
        others = [
            path.name
            for path, data in files.items()
            if digest_of(path) not in (None, digest(data), self._exported.get(path))
        ]
        return not others or dialogs.ask_to_replace(self._parent, "、".join(others))

    def preview(self) -> None:
        """Open the page as it will be published in the browser, from where it can also be printed."""
        document = self._window.document
        if document is None or self._window.view is None:
            return
        self._window.view.finish_typing()
        from templates.commands.export import (
            export_request,  # jinja2 and openpyxl are read only when they are needed
        )

        folder = Path(tempfile.gettempdir()) / "yosancho-preview"
        try:
            folder.mkdir(exist_ok=True)
            page, *_ = export_request(
                document.snapshot,
                self._folder,
                folder,
                self._file_stem(document),
                workbook=False,
                replace=True,
            )
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return
        except OSError as error:
            self._window.show_message(
                f"公表ページを置くフォルダー「{folder}」が作れません（{reason(error)}）。", lasting=True
            )
            return
        if dialogs.show_in_browser(page):
            self._window.show_message("公表ページをブラウザーで開きました。印刷はブラウザーからできます。")
        else:
            self._window.show_message(f"ブラウザーを開けません。{page} を開いてください。", lasting=True)

    def _write(self, document: Document, path: Path) -> bool:
        assert self._window.view is not None
        self._window.view.finish_typing()
        try:
            self._content = storage.save(document.request, path)
        except FileError as error:
            self._window.show_message(str(error), lasting=True)
            return False
        document.mark_saved(path)
        self.recent.add(path)
        self._window.show_message(f"{path.name} を保存しました。")
        self.saved.emit()
        return True

    def may_leave(self) -> bool:
        """Whether the document may be left: nothing is unsaved, or the writer decided what becomes of it."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return True
        view.finish_typing()  # what is being composed is work too
        if not document.has_work_to_lose:
            return True
        answer = dialogs.ask_about_changes(
            self._parent,
            document.path.name if document.path else self._file_stem(document),
            document.path is not None,
        )
        return self.save() if answer == "save" else answer == "discard"

    def drop_copy(self) -> None:
        """No copy is needed: all is saved, or the writer decided to leave it."""
        self._pause.stop()
        if self._journal is not None:
            self._journal.clear()

    def _file_stem(self, document: Document) -> str:
        if document.path is not None:
            return document.path.stem
        return fitting(safe_stem(document.request.header.name)[:80], (SUFFIX,)) or UNTITLED

    def last_folder(self) -> Path:
        """The folder of the last file, where dialogs begin."""
        recent = self.recent.paths()
        return recent[0].parent if recent else Path.home()
