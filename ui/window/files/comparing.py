"""The open request beside another, of a file or a copy: compared, and made one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.document import storage
from model.request.request import Request
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.window import dialogs
from ui.window.files.document_file import UNTITLED, DocumentFile

if TYPE_CHECKING:
    from templates.readers.reading import Reading
    from ui.review.comparison_page import ComparisonPage

_NOW: Final = QT_TRANSLATE_NOOP("ui.window", "いまの要求書")
_GONE: Final = QT_TRANSLATE_NOOP("ui.window", "この行は、いまの要求書にはありません。")


class Comparing:
    """Shows what the open request differs in from another, and the page on which both become one."""

    def __init__(self, file: DocumentFile) -> None:
        self._file, self._window, self._standard = file, file.window, file.standard

    def compare_with_saved(self) -> None:
        """Show what was changed since the request was saved."""
        document = self._window.open_view.document
        if document.path is None:
            self._window.show_message(
                translate("ui.window", "まだ一度も保存していないので、比べるものがありません。")
            )
            return
        path = document.path

        def show(saved: Request) -> None:
            if self._window.document is document:
                self.show(saved, translate("ui.window", "保存した「{name}」").format(name=path.name))

        self._file.read_again(path, partial(storage.load, path), show)

    def compare_with_other(self) -> None:
        """Ask for a request, page or workbook and show what the open request differs in from it."""
        self._ask(lambda path, reading: self.show(reading.request, path.name))

    def merge_with_file(self, path: Path, then: Callable[[], object]) -> None:
        """Make one of the open request and of what its file holds by now; Esc leaves both as they are.

        Args:
            path: the file.
            then: called when both are one, to save it.
        """
        document = self._window.open_view.document

        def merge(theirs: Request) -> None:
            if self._window.document is document:
                self.merge(document.saved_request, theirs, path.name, then)

        self._file.read_again(path, partial(storage.load, path), merge)

    def merge_with_other(self) -> None:
        """Ask for another copy of the open request and make one of both; nobody knows where they parted."""

        def merge(path: Path, reading: Reading) -> None:
            from model.differences.matching import under_ids_of

            document = self._window.document
            if document is not None:
                self.merge(None, under_ids_of(document.request, reading.request).request, path.name)

        self._ask(merge)

    def show(
        self,
        other: Request,
        name: str,
        then: Callable[[], object] | None = None,
        *,
        is_later: bool = False,
    ) -> None:
        """Show what the open request differs in from another one.

        Args:
            other: the other request.
            name: what it is called.
            then: called when the page is closed; None for back to the form.
            is_later: whether it is what the open request would become, and not what it was.
        """
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        self._window.hide_bar("comparing")  # what was said of the time before
        from model.differences.differences import compare
        from templates.comparison.comparison_table import ComparisonTable
        from ui.review.comparison_page import ComparisonPage

        comparison, now = compare(other, document.request, self._standard), translate("ui.window", _NOW)
        page = ComparisonPage(
            ComparisonTable(now, name, comparison.backward)
            if is_later
            else ComparisonTable(name, now, comparison)
        )
        back = self._window.way_back()

        def to(place: str) -> None:
            if place:
                self._window.leave_review()
                view.focus_place(place)
            else:
                self._window.show_message(translate("ui.window", _GONE))

        page.accepted.connect(lambda: self._write(page))
        page.refused.connect(lambda: (then or back)())
        page.chosen.connect(to)
        self._window.show_review(page)

    def merge(
        self, base: Request | None, theirs: Request, who: str, then: Callable[[], object] = lambda: None
    ) -> None:
        """Show the page on which the open request and another become one; taken, it is one step of undo.

        Args:
            base: the request both were made from: as it was opened or last saved here; None where it is not known.
            theirs: the other, as the file has it now.
            who: the other writer, or the name of the file.
            then: called when it is taken: the document holds both, and is to be saved.
        """
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        self._window.hide_bar("comparing")  # what was said of the time before
        from ui.review.merge_page import MergePage

        page = MergePage(base, document.request, theirs, self._standard, who)
        back = self._window.way_back()

        def take(merged: Request) -> None:
            back()
            document.edit(translate("ui.window", "変更を合わせる"), merged)
            self._window.show_message(
                translate(
                    "ui.window",
                    "「{who}」と合わせました。元に戻すこともできます。保存するまでファイルは変わりません。",
                ).format(who=who)
            )
            then()

        page.decided.connect(take)
        page.refused.connect(back)
        self._window.show_review(page)

    def _ask(self, then: Callable[[Path, Reading], None]) -> None:
        """Ask for a file and read it; what is read of it goes to ``then``, while the same document is open."""
        document = self._window.document
        path = dialogs.ask_open_path(self._window, str(self._file.last_folder()))
        if path is None:
            return

        def read() -> Reading:
            from templates.readers.sources import read_source

            return read_source(path, self._standard, self._file.standard_folder)

        def take(reading: Reading) -> None:
            if self._window.document is not document:
                return
            if reading.unread:
                self._window.show_message(
                    translate(
                        "ui.window",
                        "「{name}」には読み取れなかった箇所が{count}件あり、それは比べていません。",
                    ).format(name=path.name, count=len(reading.unread)),
                    lasting=True,
                )
            then(path, reading)

        self._file.read_beside(path.name, read, take, "comparing")

    def _write(self, page: ComparisonPage) -> None:
        """Ask for a name and write the table of a comparison there, as a workbook or a page."""
        document = self._window.open_view.document
        stem = document.path.stem if document.path else UNTITLED
        path = dialogs.ask_table_path(
            self._window,
            str(self._file.last_folder() / f"{stem}の比較.xlsx"),
        )
        if path is None:
            return
        from model.files.files import write_files
        from templates.comparison.comparison_file import file_bytes

        def note(_: object) -> None:
            self._window.hide_bar("exporting")
            self._window.show_message(
                translate("ui.window", "{path} に比較の表を書き出しました。").format(path=path), lasting=True
            )

        self._file.read_beside(
            path.name, lambda: write_files({path: file_bytes(page.compared, path)}), note, "exporting"
        )
