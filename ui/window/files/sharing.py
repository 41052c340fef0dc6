"""A file that another one has open, or that is only to be read: said in a line above the form, with the ways to go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.language import spoken
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.choice_bar import Choice
from ui.window.files.document_file import DocumentFile, copy_of
from ui.window.files.ownership import Ownership

if TYPE_CHECKING:
    from model.document.document import Document
    from model.files.notice import Owner
    from ui.window.files.ownership import Others

_CAN_COPY: Final = QT_TRANSLATE_NOOP("ui.window", "欄の文は選んで写せますが、書き込みはできません。")
REFUSED: Final = QT_TRANSLATE_NOOP(
    "ui.window",
    "読むだけで開いているので、変わりません。書くときは、上の「編集する」か「写しを作る」を選んでください。",
)


class Sharing:
    """Puts up the notice of the open file, shows those of others, and locks what is only read."""

    def __init__(self, file: DocumentFile, reopen: Callable[[Path], None]) -> None:
        self._file, self._window = file, file.window
        self._reopen = reopen
        self._followed: tuple[Document | None, Path | None] = (None, None)
        self._decided: frozenset[str] = frozenset()  # the sessions of those whom the writer has decided about
        self._others: tuple[Owner, ...] = ()
        self._said: Owner | None = None  # of whom a line above the form speaks
        self._is_asked = False  # whether it asks how to go on
        self.ownership = Ownership(file)
        self.ownership.changed.connect(self._show_others)

    def follow(self) -> None:
        """Put up the notice of the file that is open now, and take down that of the one before."""
        document = self._window.document
        path = document.path if document is not None else None
        if (document, path) != self._followed:
            self._followed, self._decided, self._others = (document, path), frozenset(), ()
            self._hide_bars()
        self.ownership.follow(path, claims=document is None or not document.is_locked)

    def read_protected(self) -> None:
        """Only read the open file, which is marked as one that is not to be changed."""
        self._lock(
            translate(
                "ui.window",
                "「{name}」は読み取り専用なので、読むだけで開いています。{can_copy}書くときは「写しを作る」を選んでください。読み取り専用を外したあとは「編集する」で書けます。",
            ).format(name=self._name, can_copy=translate("ui.window", _CAN_COPY))
        )

    @property
    def _name(self) -> str:
        document = self._window.document
        return document.path.name if document is not None and document.path is not None else ""

    def _show_others(self, others: Others) -> None:
        document = self._window.document
        there = {owner.session for owner in others.now}
        left = [owner for owner in self._others if owner.session not in there]
        self._others = others.now
        if document is None or document.path is None:
            return
        if left:
            names = translate("ui.window", "、").join(spoken(owner.shown_name) for owner in left)
            self._window.show_message(
                translate(
                    "ui.window", "{names}がファイルを閉じました（または、読むだけにしました）。"
                ).format(names=names)
            )
        if document.is_locked:
            if left:
                self._lock(self._reading if others.now else self._free(left[0]))
            return
        self._say_at_foot()
        undecided = [owner for owner in others.now if owner.session not in self._decided]
        came = [owner for owner in undecided if owner in others.came]
        is_to_decide = others.is_first or self._is_asked
        if self._said in left:
            self._hide_bars()
            came = undecided
        if came:
            self._ask_about(undecided[0]) if is_to_decide else self._say_joined(came[0])

    def _ask_about(self, owner: Owner) -> None:
        """Say who had the file open before, and ask how to go on."""
        self._said, self._is_asked = owner, True
        self._window.bars.show(
            "owner",
            translate(
                "ui.window",
                "「{name}」は、{owner}{more}。このまま書いても、保存するときに確かめるので、どちらの入力も失われません。どうするか選んでください。",
            ).format(name=self._name, owner=spoken(owner.words), more=self._more),
            (
                Choice(
                    translate("ui.window", "読むだけ"),
                    translate("ui.window", "欄を書けないようにします。ファイルは変わりません。"),
                    self._only_read,
                ),
                self._copying,
                Choice(
                    translate("ui.window", "編集する"),
                    translate("ui.window", "保存するとき、その人の保存と重なっていないか確かめます。"),
                    self._edit_too,
                ),
            ),
        )

    def _say_joined(self, owner: Owner) -> None:
        """Say who has begun to edit the file beside this writer."""
        self._said = owner
        self._window.bars.show(
            "joined",
            translate(
                "ui.window",
                "「{name}」を、{owner}。あなたと同時に書いています。あとから保存する人に、先の保存との重なりを見せるので、どちらの入力も失われません。",
            ).format(name=self._name, owner=spoken(owner.words)),
            (
                Choice(
                    translate("ui.window", "わかりました"),
                    translate("ui.window", "この行を閉じます。"),
                    self._hide_bars,
                ),
            ),
            is_calm=True,
        )

    def _hide_bars(self) -> None:
        self._said, self._is_asked = None, False
        self._window.hide_bar("owner")
        self._window.hide_bar("joined")
        self._say_at_foot()

    def _say_at_foot(self) -> None:
        """Say at the foot who else is writing, as long as it is so."""
        document = self._window.document
        names = translate("ui.window", "、").join(spoken(owner.shown_name) for owner in self._others)
        is_shared = bool(names) and document is not None and not document.is_locked
        words = translate("ui.window", "{names}もこのファイルを開いています").format(names=names)
        self._file.state.show("shared", words if is_shared else "")

    @property
    def _more(self) -> str:
        return (
            translate("ui.window", "（ほかに{count}人）").format(count=len(self._others) - 1)
            if len(self._others) > 1
            else ""
        )

    @property
    def _copying(self) -> Choice:
        tip = translate("ui.window", "別のファイルとして書き続けます。元のファイルは変わりません。")
        return Choice(translate("ui.window", "写しを作る"), tip, self._go_on_with_a_copy)

    def _only_read(self) -> None:
        """Leave the file to the one who has it open: nothing can be typed, and what is saved goes to another one."""
        self._lock(self._reading)
        self.follow()

    @property
    def _reading(self) -> str:
        return translate(
            "ui.window",
            "「{name}」は読むだけで開いています（{owner}{more}）。{can_copy}書くときは「編集する」か「写しを作る」を選んでください。",
        ).format(
            name=self._name,
            owner=spoken(self._others[0].words),
            more=self._more,
            can_copy=translate("ui.window", _CAN_COPY),
        )

    def _free(self, owner: Owner) -> str:
        return translate(
            "ui.window",
            "「{name}」は読むだけで開いています。{owner}はファイルを閉じました。「編集する」を選ぶと、いまの内容を開き直して書けます。",
        ).format(name=self._name, owner=spoken(owner.shown_name))

    def _lock(self, sentence: str) -> None:
        view = self._window.open_view
        document = view.document
        view.finish_typing()
        document.lock(True)
        self._hide_bars()
        tip = translate(
            "ui.window", "書けるようにします。ほかの人が開いていれば、保存するときに重なりを確かめます。"
        )
        self._window.bars.show(
            "reading",
            sentence,
            (Choice(translate("ui.window", "編集する"), tip, self._edit), self._copying),
            is_calm=True,
        )

    def _edit(self) -> None:
        """Let what was only read be edited: as the file is now, where nothing of one's own would be lost by that."""
        document = self._window.document
        if document is None:
            return
        if not self._others and document.path is not None and not document.is_modified:
            self._reopen(document.path)
        else:
            self._edit_too()

    def _go_on_with_a_copy(self) -> None:
        """Go on in a file of one's own, whose name is asked for at the first save."""
        document = self._window.document
        if document is not None and document.path is not None:
            self._file.suggest(copy_of(document.path))
            document.begin_from(None)
            self._file.leave(document)
        self._leave_bars(
            translate(
                "ui.window",
                "写しとして開いています。保存するときに名前を付けます。元のファイルは変わりません。",
            )
        )

    def _edit_too(self) -> None:
        self._decided = frozenset(owner.session for owner in self._others)
        self._leave_bars(
            translate("ui.window", "編集できます。保存するとき、ほかの人の保存と重なっていれば知らせます。")
        )

    def _leave_bars(self, words: str) -> None:
        document = self._window.document
        if document is not None:
            document.lock(False)
        self._hide_bars()
        self.follow()
        self._window.show_message(words, lasting=True)
