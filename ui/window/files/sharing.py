"""A file that another one has open, or that is only to be read: said in a line above the form, with the ways to go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.widgets.choice_bar import Choice
from ui.window.files.document_file import DocumentFile, copy_of
from ui.window.files.ownership import Ownership

if TYPE_CHECKING:
    from model.document.document import Document
    from model.files.notice import Owner

_CAN_COPY: Final = "欄の文は選んで写せますが、書き込みはできません。"
REFUSED: Final = (
    "読むだけで開いているので、変わりません。書くときは、上の「編集する」か「写しを作る」を選んでください。"
)


class Sharing:
    """Puts up the notice of the open file, shows those of others, and locks what is only read."""

    def __init__(self, file: DocumentFile, reopen: Callable[[Path], None]) -> None:
        """Follow no file yet.

        Args:
            file: what is known of the document's file.
            reopen: opens a file anew.
        """
        self._file = file
        self._reopen = reopen
        self._followed: tuple[Document | None, Path | None] = (None, None)
        self._decided = ""  # the session of the owner whom the writer has decided about
        self._owner: Owner | None = None
        self.ownership = Ownership(file)
        self.ownership.taken.connect(self._show_owner)
        self.ownership.freed.connect(self._owner_left)

    def follow(self) -> None:
        """Put up the notice of the file that is open now, and take down that of the one before."""
        document, view = self._file.window.document, self._file.window.view
        path = document.path if document is not None else None
        if (document, path) != self._followed:
            self._followed, self._decided, self._owner = (document, path), "", None
            if view is not None:
                view.hide_bar("owner")
        self.ownership.follow(path, claims=document is None or not document.is_locked)

    def end(self) -> None:
        """Take the notice down: the program ends."""
        self.ownership.end()

    def read_protected(self) -> None:
        """Only read the open file, which is marked as one that is not to be changed."""
        self._lock(
            f"「{self._name}」は読み取り専用なので、読むだけで開いています。{_CAN_COPY}"
            "書くときは「写しを作る」を選んでください。読み取り専用を外したあとは「編集する」で書けます。"
        )

    @property
    def _name(self) -> str:
        document = self._file.window.document
        return document.path.name if document is not None and document.path is not None else ""

    def _show_owner(self, owner: Owner) -> None:
        document, view = self._file.window.document, self._file.window.view
        if document is None or document.path is None or view is None or owner.session == self._decided:
            return
        self._owner = owner
        if document.is_locked:
            return
        view.bars.show(
            "owner",
            f"「{self._name}」は、{owner.words}。"
            "このまま書いても、保存するときに確かめるので、どちらの入力も失われません。どうするか選んでください。",
            (
                Choice("読むだけ", "欄を書けないようにします。ファイルは変わりません。", self._only_read),
                self._copying,
                Choice(
                    "編集する", "保存するとき、その人の保存と重なっていないか確かめます。", self._edit_too
                ),
            ),
        )

    @property
    def _copying(self) -> Choice:
        tip = "別のファイルとして書き続けます。元のファイルは変わりません。"
        return Choice("写しを作る", tip, self._go_on_with_a_copy)

    def _owner_left(self, owner: Owner) -> None:
        self._owner = None
        document, view = self._file.window.document, self._file.window.view
        if document is not None and document.is_locked:
            self._lock(
                f"「{self._name}」は読むだけで開いています。{owner.shown_name} さんはファイルを閉じました。"
                "「編集する」を選ぶと、いまの内容を開き直して書けます。"
            )
        elif view is not None:
            view.hide_bar("owner")
        self._file.window.show_message(f"{owner.shown_name} さんがファイルを閉じました。")

    def _only_read(self) -> None:
        """Leave the file to the one who has it open: nothing can be typed, and what is saved goes to another one."""
        assert self._owner is not None
        self._lock(
            f"「{self._name}」は読むだけで開いています（{self._owner.words}）。{_CAN_COPY}"
            "書くときは「編集する」か「写しを作る」を選んでください。"
        )
        self.follow()

    def _lock(self, sentence: str) -> None:
        document, view = self._file.window.document, self._file.window.view
        if document is None or view is None:
            return
        view.finish_typing()
        document.lock(True)
        view.hide_bar("owner")
        tip = "書けるようにします。ほかの人が開いていれば、保存するときに重なりを確かめます。"
        view.bars.show(
            "reading", sentence, (Choice("編集する", tip, self._edit), self._copying), is_calm=True
        )

    def _edit(self) -> None:
        """Let what was only read be edited: as the file is now, where nothing of one's own would be lost by that."""
        document = self._file.window.document
        if document is None:
            return
        if self._owner is None and document.path is not None and not document.is_modified:
            self._reopen(document.path)
        else:
            self._edit_too()

    def _go_on_with_a_copy(self) -> None:
        """Go on in a file of one's own, whose name is asked for at the first save."""
        document = self._file.window.document
        if document is not None and document.path is not None:
            self._file.suggest(copy_of(document.path))
            document.leave_unsaved()
            self._file.leave(document)
        self._leave_bars("写しとして開いています。保存するときに名前を付けます。元のファイルは変わりません。")

    def _edit_too(self) -> None:
        self._decided = self._owner.session if self._owner is not None else ""
        self._leave_bars("編集できます。保存するとき、ほかの人の保存と重なっていれば知らせます。")

    def _leave_bars(self, words: str) -> None:
        document, view = self._file.window.document, self._file.window.view
        if document is not None:
            document.lock(False)
        if view is not None:
            view.hide_bar("owner")
        self.follow()
        self._file.window.show_message(words, lasting=True)
