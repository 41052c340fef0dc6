"""翌年度への引継ぎ beside the form: what was changed when the request was made from last year's, ticked off as one works."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from model.document.document import Document
from model.edits.carried import tick
from model.request.carried import Carried
from model.request.part import by_id
from model.values.grouped import grouped
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, ListPane
from ui.widgets.buttons import push_button

_HINT = QT_TRANSLATE_NOOP(
    "ui.review",
    "前の年度の要求書から変えたところです。スペースキーで済みの印を付け、Enter でその場所へ移ります。一覧は要求書と一緒に保存されます。",
)


class CarriedPane(ListPane):
    """The changes under their reasons; the list is part of the request and so of its file."""

    print_wanted = Signal()
    counted = Signal(int, int)  # how many are done, of how many

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(translate("ui.review", "翌年度への引継ぎ"), translate("ui.review", _HINT), parent)
        self._document = document
        self._shown: tuple[Carried, ...] = ()
        self._ids: list[str] = []  # of the rows of the list; "" for a reason
        self.list.itemChanged.connect(self._note_tick)
        copy = push_button(
            translate("ui.review", "すべてコピー"),
            self.list.copy,
            self,
            tip=translate("ui.review", "一覧を文としてコピーします。"),
        )
        printing = push_button(
            translate("ui.review", "印刷"),
            self.print_wanted.emit,
            self,
            tip=translate("ui.review", "一覧をブラウザーで開きます。印刷はそこからできます。"),
        )
        clear = push_button(
            translate("ui.review", "片付ける"),
            self._clear,
            self,
            tip=translate("ui.review", "一覧を要求書から消します（元に戻せます）。"),
            edits=True,
        )
        for button in (copy, printing, clear):
            self.foot.addWidget(button)
        self.foot.insertStretch(2)

    def show_carried(self, carried: tuple[Carried, ...]) -> None:
        """Show the changes that a request holds."""
        if carried is self._shown:
            return
        self._shown, self._ids = carried, []
        entries: list[Entry] = []
        for why, group in grouped(carried, lambda entry: entry.why).items():
            entries.append(Entry(why, is_heading=True))
            self._ids.append("")
            for entry in group:
                entries.append(Entry(f"{entry.what}\n{entry.turned}", entry.place, entry.done))
                self._ids.append(entry.id)
        self.list.show_entries(entries)
        done = sum(entry.done for entry in carried)
        self.title.setText(
            translate("ui.review", "翌年度への引継ぎ　済 {done}／{count}").format(
                done=done, count=len(carried)
            )
        )
        self.counted.emit(done, len(carried))

    def _clear(self) -> None:
        label = translate("ui.review", "引継ぎの一覧の片付け")
        self._document.edit(label, replace(self._document.request, carried=()))

    def _note_tick(self, item: QListWidgetItem) -> None:
        entry_id = self._ids[self.list.row(item)]
        is_done, shown = item.checkState() == Qt.CheckState.Checked, self._shown
        entry = by_id(shown, entry_id)
        if entry is not None and entry.done != is_done:
            request = tick(self._document.request, entry_id, done=is_done)
            self._document.edit(translate("ui.review", "引継ぎの確認"), request)
            if self._shown is shown:  # the request is only read
                with QSignalBlocker(self.list):
                    item.setCheckState(Qt.CheckState.Unchecked if is_done else Qt.CheckState.Checked)
