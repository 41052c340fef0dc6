"""A file that another one has open: who, said in a line above the form, and the ways to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.window.files.document_file import DocumentFile, copy_of
from ui.window.files.ownership import Ownership

if TYPE_CHECKING:
    from model.files.notice import Owner


class Sharing:
    """Puts up the notice of the open file, and shows those of others."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file
        self.ownership = Ownership(file)
        self.ownership.taken.connect(self._show_owner)
        self.ownership.freed.connect(self._owner_left)

    def follow(self) -> None:
        """Put up the notice of the file that is open now, and take down that of the one before."""
        document = self._file.window.document
        self.ownership.follow(None if document is None or self._file.is_for_reading else document.path)

    def end(self) -> None:
        """Take the notice down: the program ends."""
        self.ownership.end()

    def _show_owner(self, owner: Owner) -> None:
        document, view = self._file.window.document, self._file.window.view
        if document is None or document.path is None or view is None:
            return
        bar = view.show_owner(f"「{document.path.name}」は、{owner.words}。")
        bar.read.connect(self._only_read)
        bar.copied.connect(self._go_on_with_a_copy)
        bar.edited.connect(self._edit_too)

    def _owner_left(self, owner: Owner) -> None:
        if self._file.window.view is not None:
            self._file.window.view.hide_owner()
        self._file.window.show_message(f"{owner.name} さんがファイルを閉じました。")

    def _only_read(self) -> None:
        """Leave the file to the one who has it open: what is saved goes to another one."""
        self._file.is_for_reading = True
        self.follow()
        self._leave_bar("読むだけで開いています。保存するときは別の名前を付けます。")

    def _go_on_with_a_copy(self) -> None:
        """Go on in a file of one's own, whose name is asked for at the first save."""
        document = self._file.window.document
        if document is not None and document.path is not None:
            self._file.suggest(copy_of(document.path))
            document.leave_unsaved()
            self._file.leave(document)
            self.follow()
        self._leave_bar("写しとして開いています。保存するときに名前を付けます。元のファイルは変わりません。")

    def _edit_too(self) -> None:
        self._leave_bar("編集できます。保存するとき、ほかの人の保存と重なっていれば知らせます。")

    def _leave_bar(self, words: str) -> None:
        if self._file.window.view is not None:
            self._file.window.view.hide_owner()
        self._file.window.show_message(words, lasting=True)
