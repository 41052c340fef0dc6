"""翌年度への引継ぎ beside the form: what was changed when the request was made from last year's, ticked off as one works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from model.request.carried import Carried, by_reason
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.report_pane import Entry, EntryList, entry_place
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.pane import EDITS
from ui.widgets.style import PANE_PADDING

_HINT = QT_TRANSLATE_NOOP(
    "ui.review",
    "前の年度の要求書から変えたところです。スペースキーで済みの印を付け、Enter でその場所へ移ります。一覧は要求書と一緒に保存されます。",
)


class CarriedPane(QWidget):
    """The changes under their reasons; the list is part of the request and so of its file."""

    chosen = Signal(str)  # a place
    ticked = Signal(str, bool)  # the id of an entry, and whether it is done
    cleared = Signal()
    print_wanted = Signal()
    counted = Signal(int, int)  # how many are done, of how many

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Carried, ...] = ()
        self._ids: list[str] = []  # of the rows of the list; "" for a reason
        self._title = PlainLabel(self)
        self._title.setObjectName("cardTitle")
        hint = PlainLabel(translate("ui.review", _HINT), self)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.list = EntryList(translate("ui.review", "翌年度への引継ぎ"), (), self)
        self.list.itemActivated.connect(self._choose)
        self.list.itemChanged.connect(self._note_tick)
        copy = self._button(
            translate("ui.review", "すべてコピー"), translate("ui.review", "一覧を文としてコピーします。")
        )
        copy.clicked.connect(lambda: self.list.copy())
        printing = self._button(
            translate("ui.review", "印刷"),
            translate("ui.review", "一覧をブラウザーで開きます。印刷はそこからできます。"),
        )
        printing.clicked.connect(self.print_wanted)
        clear = self._button(
            translate("ui.review", "片付ける"),
            translate("ui.review", "一覧を要求書から消します（元に戻せます）。"),
        )
        clear.setProperty(EDITS, True)
        clear.clicked.connect(self.cleared)
        buttons = QHBoxLayout()
        for button in (copy, printing, clear):
            buttons.addWidget(button)
        buttons.insertStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(PANE_PADDING,) * 4)
        layout.addWidget(self._title)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    @property
    def title(self) -> str:
        """The words above the list."""
        return self._title.text()

    def show_carried(self, carried: tuple[Carried, ...]) -> None:
        """Show the changes that a request holds."""
        if carried is self._shown:
            return
        self._shown, self._ids = carried, []
        entries: list[Entry] = []
        for why, group in by_reason(carried).items():
            entries.append(Entry(why, is_heading=True))
            self._ids.append("")
            for entry in group:
                entries.append(Entry(f"{entry.what}\n{entry.turned}", entry.place, entry.done))
                self._ids.append(entry.id)
        self.list.show_entries(entries)
        done = sum(entry.done for entry in carried)
        self._title.setText(
            translate("ui.review", "翌年度への引継ぎ　済 {done}／{count}").format(
                done=done, count=len(carried)
            )
        )
        self.counted.emit(done, len(carried))

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(plain_tip(tip))
        return button

    def _choose(self, item: QListWidgetItem) -> None:
        if place := entry_place(item):
            self.chosen.emit(place)

    def _note_tick(self, item: QListWidgetItem) -> None:
        entry_id = self._ids[self.list.row(item)]
        is_done, shown = item.checkState() == Qt.CheckState.Checked, self._shown
        entry = next((entry for entry in shown if entry.id == entry_id), None)
        if entry is not None and entry.done != is_done:
            self.ticked.emit(entry_id, is_done)
            if self._shown is shown:  # the request is only read
                self.list.blockSignals(True)
                item.setCheckState(Qt.CheckState.Unchecked if is_done else Qt.CheckState.Checked)
                self.list.blockSignals(False)
