"""The page with the versions of a file before it was saved over: when each was saved, and how far it is from the request."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList
from ui.widgets.cover_page import CoverPage

_HINT = QT_TRANSLATE_NOOP(
    "ui.review",
    "選んだ版に戻します（Enter）。ファイルは保存するまで変わらず、「元に戻す」で取り消せます。\n"
    "ここにあるのは、このパソコンであなたが保存するたびに残した、その前の内容です。"
    "共有フォルダーでほかの人がした保存は、あなたがその上に保存したときの内容のほかは残りません。",
)


class VersionsPage(CoverPage):
    """A list of versions, the latest first; Enter takes the chosen one."""

    restored = Signal(int)  # its number in the list
    compared = Signal(int)

    def __init__(self, name: str, entries: Sequence[str], *, chosen: int = 0) -> None:
        super().__init__(
            translate("ui.review", "「{name}」の前の版　{count}件").format(name=name, count=len(entries)),
            translate("ui.review", _HINT),
            translate("ui.review", "この版に戻す"),
            translate("ui.review", "もどる"),
        )
        self.list = EntryList(translate("ui.review", "前の版"), [Entry(text) for text in entries], self.card)
        self.list.setSelectionMode(EntryList.SelectionMode.SingleSelection)
        self.list.setCurrentRow(chosen)
        self.list.itemActivated.connect(self._restore)
        self.inner.addWidget(self.list, 1)
        self.add_choice(
            translate("ui.review", "いまの内容と比べる (&C)"),
            lambda: self.compared.emit(self.list.currentRow()),
        )
        self.accepted.connect(self._restore)

    def take_focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        self.restored.emit(self.list.currentRow())
