"""Saving the open request beside the window, and what becomes of unsaved work when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from model.document import storage
from ui.language import translate
from ui.widgets.choice_bar import Choice
from ui.window import dialogs
from ui.window.files.beside import Beside
from ui.window.files.comparing import Comparing
from ui.window.files.document_file import SLOW_MS, DocumentFile, copy_of
from ui.window.files.recent_files import about
from ui.window.files.saving import Changed, Known, Outcome, Written, write_request

if TYPE_CHECKING:
    from pathlib import Path

    from model.document.document import Document
    from model.document.storage import OpenedFile
    from model.request.request import Request
    from model.values.identity import Identity
    from ui.window.files.recovery import Recovery


class SaveActions:
    """Saves the document to its file or to another one, and asks before it is left."""

    def __init__(self, file: DocumentFile, recovery: Recovery, saved: Callable[[], None]) -> None:
        self._file, self._window = file, file.window
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
        document = self._window.document
        if document is None:
            return True
        if document.path is None or document.is_locked:
            return self.save_as()
        return self._write(document, document.path)

    def save_as(self, suggestion: Path | None = None) -> bool:
        """Ask for a name and save; ``suggestion`` None for the file's own name, or that of a copy where it is only read."""
        document = self._window.document
        if document is None:
            return True
        suggestion = suggestion or self._file.suggested(document)
        path = dialogs.ask_save_path(self._window, str(suggestion))
        if path is not None and path == document.path and document.is_locked:
            self._window.show_message(
                translate(
                    "ui.window", "「{name}」は読むだけで開いています。別の名前を付けてください。"
                ).format(name=path.name),
                lasting=True,
            )
            return False
        return path is not None and self._write(document, path, replaces=True)

    def _write(self, document: Document, path: Path, *, replaces: bool = False) -> bool:
        self._window.open_view.finish_typing()
        if self.is_saving and path == self._saving_to:
            self._window.show_message(
                translate(
                    "ui.window",
                    "前の保存がまだ終わっていません。終わってから、もう一度保存するか、別の場所に保存してください。",
                )
            )
            return False
        if self._saving is not None:
            self._saving.forget()  # what comes of a drive that does not answer is not waited for
            self._file.state.show("saving", "")
        return self._begin(document, path, self._file.known, replaces=replaces)

    def _begin(self, document: Document, path: Path, known: Known, *, replaces: bool = False) -> bool:
        was = document.request.identity
        document.take_identity(self._identity_in(document, path))
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
            partial(self._end, document, path, request, replaces, was),
            self._file,
        )
        if not self._saving.wait():
            self._file.state.show(
                "saving", translate("ui.window", "「{name}」に保存しています…").format(name=path.name)
            )
            QTimer.singleShot(SLOW_MS, self._file, partial(self._say_slow, document, path, self._saving))
        return self._is_saved

    @staticmethod
    def _identity_in(document: Document, path: Path) -> Identity:
        """The ids of the document in a file: beside the one it has it is a document of its own."""
        from model.edits.identity import copied, identified

        is_copy = document.path is not None and path != document.path
        return (copied if is_copy else identified)(document.request).identity

    def _end(
        self,
        document: Document,
        path: Path,
        request: Request,
        replaces: bool,
        was: Identity,
        outcome: Outcome,
    ) -> None:
        self._file.state.show("saving", "")
        is_open = document is self._window.document
        if is_open:
            self._window.hide_bar("saving")  # what was said of the time before
        is_no_copy = not isinstance(outcome, Written) and was.is_whole
        if is_no_copy and document.request.identity == request.identity:
            document.take_identity(was)
        match outcome:
            case Changed():
                self._say_changed(document, path, Known(digest=outcome.content))
            case Written():
                if is_open:
                    self._file.known = Known(outcome.content, drive=outcome.drive)
                    self._window.hide_bar("comparing")  # what could not be read of it is written anew
                    self._window.hide_bar("changed")
                    document.lock(False)
                    document.mark_saved(path, request)
                self._is_saved = True
                self._file.recent.add(path, about(request, datetime.now()))
                self._window.show_message(
                    (
                        translate(
                            "ui.window",
                            "{name} を保存しました。前のファイルは、消されたか、移されたか、名前が変わっていたので、新しく作りました。",
                        )
                        if outcome.was_gone
                        else translate("ui.window", "{name} を保存しました。")
                    ).format(name=path.name),
                    lasting=outcome.was_gone,
                )
                if outcome.note:
                    self._window.show_failure(
                        "saving",
                        translate("ui.window", "「{name}」は保存しました。ただし、{note}").format(
                            name=path.name, note=outcome.note
                        ),
                    )
                self._note_saved()
            case error:
                self._window.show_failure(
                    "saving",
                    translate(
                        "ui.window",
                        "{error}ファイルには何も書き込んでいません。入力はこの画面に残っています。",
                    ).format(error=error),
                    Choice(
                        translate("ui.window", "もう一度保存"),
                        translate("ui.window", "同じファイルにもう一度保存します。"),
                        partial(self._write, document, path, replaces=replaces),
                    ),
                    self._saving_elsewhere,
                )
        closes = self._closes_when_saved
        self._stay()
        if closes and self._is_saved:
            self._window.close()

    @property
    def _saving_elsewhere(self) -> Choice:
        """The offer to save in another place."""
        tip = translate("ui.window", "場所と名前を選んで保存します。")
        return Choice(translate("ui.window", "別名で保存"), tip, self.save_as)

    def _say_slow(self, document: Document, path: Path, saving: Beside[Outcome]) -> None:
        """Say that a drive has not answered for a while; the line goes when it has."""
        if saving is self._saving and self.is_saving and document is self._window.document:
            self._window.show_failure(
                "saving",
                translate(
                    "ui.window",
                    "「{name}」への保存がまだ終わっていません（保存先が応えません）。入力はこの画面にあり、続けて書けます。このまま待つか、別の場所に保存してください。",
                ).format(name=path.name),
                self._saving_elsewhere,
            )

    def _say_changed(self, document: Document, path: Path, theirs: Known) -> None:
        """Say that another one has saved the file meanwhile, and offer what can be done; the work goes on until then."""
        if document is not self._window.document:
            return
        self._window.bars.show(
            "changed",
            translate(
                "ui.window",
                "「{name}」は、開いたあとにほかの人が保存しています。まだ何も書き込んでいません。あなたの入力は、この画面と書きかけの控えにあります。どうするか選んでください。",
            ).format(name=path.name),
            (
                Choice(
                    translate("ui.window", "変更を合わせる"),
                    translate(
                        "ui.window", "ぶつからない変更は両方を取り入れ、ぶつかるところだけを選びます。"
                    ),
                    lambda: Comparing(self._file).merge_with_file(
                        path, partial(self._begin, document, path, theirs)
                    ),
                ),
                Choice(
                    translate("ui.window", "別名で保存"),
                    translate("ui.window", "あなたの要求書を別のファイルにします。両方が残ります。"),
                    lambda: self.save_as(copy_of(path)),
                ),
                Choice(
                    translate("ui.window", "相手の版を読む"),
                    translate(
                        "ui.window", "この画面を相手の版にします。あなたの入力は「元に戻す」で戻せます。"
                    ),
                    lambda: self._take_theirs(document, path),
                ),
                Choice(
                    translate("ui.window", "上書きする"),
                    translate(
                        "ui.window",
                        "相手の変更はこのファイルから消え、［ファイル］→［前に保存した版］に残ります。",
                    ),
                    lambda: self._begin(document, path, theirs),
                ),
            ),
        )

    def _take_theirs(self, document: Document, path: Path) -> None:
        """Read what another one has saved, in place of one's own: one step, which undo takes back."""

        def take(opened: OpenedFile) -> None:
            view = self._window.view
            if view is None or document is not view.document:
                return
            view.finish_typing()
            document.edit(translate("ui.window", "相手の版を読む"), opened.request)
            self._file.known = Known(opened.content, drive=self._file.known.drive)
            self._window.hide_bar("comparing")
            self._window.hide_bar("changed")
            if document.request == replace(opened.request, identity=document.request.identity):
                document.mark_saved(path)
            self._window.show_message(
                translate(
                    "ui.window",
                    "相手の版を読みました。あなたの入力に戻すときは、Ctrl+Z（元に戻す）を押してください。",
                )
            )

        self._file.read_again(path, partial(storage.open_file, path), take)

    def may_leave(self) -> bool:
        """Whether the document may be left: nothing is unsaved, or the writer decided what becomes of it."""
        view = self._window.open_view
        document = view.document
        view.finish_typing()  # what is being composed is work too
        if self.is_saving:
            self._window.show_message(
                translate("ui.window", "保存が終わっていません。終わってから、もう一度選んでください。")
            )
            return False
        if not document.has_work_to_lose:
            return True
        answer = dialogs.ask_about_changes(
            self._window,
            document.path.name if document.path else self._file.stem(document),
            document.path is not None,
        )
        return self.save() if answer == "save" else answer == "discard"

    def may_close(self) -> bool:
        """Whether the window may close. While a file is being saved it closes when that is done, or when it is asked to again."""
        if self._closes_when_saved and self.is_saving:  # asked again
            self._recovery.leave()
            return True
        self._stay()
        if not self.is_saving and self.may_leave():
            self._recovery.drop()
            return True
        if self.is_saving:
            self._say_closing()
        return False

    def _say_closing(self) -> None:
        """Say that the window closes when the file is saved, and offer not to wait for it."""
        self._closes_when_saved = True
        if self._window.view is None or self._saving_to is None:
            return
        self._window.bars.show(
            "closing",
            translate(
                "ui.window",
                "「{name}」への保存がまだ終わっていません（共有フォルダーが応えません）。保存が終わったら閉じます。待たずに閉じても、書きかけは控えにあり、次に始めたときに開けます。",
            ).format(name=self._saving_to.name),
            (
                Choice(
                    translate("ui.window", "待たずに閉じる"),
                    translate("ui.window", "書きかけは控えに残ります。"),
                    self._window.close,
                ),
                Choice(
                    translate("ui.window", "閉じない"),
                    translate("ui.window", "保存が終わっても、この窓を閉じません。"),
                    self._stay,
                ),
            ),
        )

    def _stay(self) -> None:
        self._closes_when_saved = False
        self._window.hide_bar("closing")
