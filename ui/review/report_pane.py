"""A list that belongs to a document (unread parts, hand changes, source questions): read, copied, used to go to places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from model.checks.loose_figures import LooseFigure
from model.language import spoken
from model.names.place_names import PlaceNames
from model.request.ids import field_of
from model.request.place import Place
from model.request.request import Request
from model.request.source_question import SourceQuestion
from templates.readers.reading import HandChange, Unread, turned
from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.style import INK, MUTED, PANE_PADDING, bold, ink

_TABS: Final = re.compile(r"\t+")


class Entry(NamedTuple):
    """One thing of a report.

    Attributes:
        text: its words.
        place: where it stands on the form; "" for nowhere.
        is_done: whether it is ticked off; None for what is not to be.
        is_heading: whether it says what the entries below it have in common.
    """

    text: str
    place: Place = ""
    is_done: bool | None = None
    is_heading: bool = False


class Report(NamedTuple):
    """A list with its title, the short word of its tab, and a sentence above it."""

    title: str
    tab: str
    hint: str
    entries: Sequence[Entry]


def unread_report(unread: Sequence[Unread]) -> Report:
    """読み取れなかった箇所."""
    return Report(
        translate("ui.review", "読み取れなかった箇所"),
        translate("ui.review", "読取り"),
        translate("ui.review", "元のページや表と見比べて、足りないところを直してください。"),
        [
            Entry(
                "\n".join(filter(None, (entry.where, entry.text and f"「{entry.text}」", spoken(entry.why))))
            )
            for entry in unread
        ],
    )


def asked_report(request: Request) -> Report:
    """取り込みの確認."""
    return Report(
        translate("ui.review", "取り込みの確認"),
        translate("ui.review", "確認"),
        translate(
            "ui.review",
            "元の資料から確かめられず、仮に読んだところです。Enter でその欄へ移り、値を直すか「この読み方でよい」を選んでください。",
        ),
        [
            Entry(
                "\n".join(filter(None, (asked.where, asked.question, _readings(asked), asked.evidence))),
                field_of(request, asked.place),
            )
            for asked in request.source_questions
        ],
    )


def _readings(asked: SourceQuestion) -> str:
    others = "・".join(asked.alternatives)
    read = translate("ui.review", "読み方: {assumed}").format(assumed=asked.assumed) if asked.assumed else ""
    return "　".join(
        filter(
            None, (read, others and translate("ui.review", "ほかの読み方: {others}").format(others=others))
        )
    )


def changes_report(changes: Sequence[HandChange]) -> Report:
    """手で変えられた箇所."""
    return Report(
        translate("ui.review", "手で変えられた箇所"),
        translate("ui.review", "手の変更"),
        translate("ui.review", "書き出したあとに手で変えられ、取り込んだ内容です。"),
        [
            Entry(f"{change.where}　{change.what}\n{_turned(*turned(change))}", change.place)
            for change in changes
        ],
    )


def loose_report(figures: Sequence[LooseFigure], names: PlaceNames) -> Report:
    """文の中の数字: what each seems to mean, what it equals, what contradicts it."""
    return Report(
        translate("ui.review", "文の中の数字"),
        translate("ui.review", "文の数字"),
        translate(
            "ui.review",
            "つながっていない数字と、要求書の数字との関係です。Enter でその文へ移ります。文の中では Ctrl+K でつなげます。",
        ),
        [
            Entry(f"「{figure.written}」　{names.where(figure.where)}\n{_seen(figure)}", figure.where)
            for figure in figures
        ],
    )


def _seen(figure: LooseFigure) -> str:
    """「要求額 × 124,776千円と違います」; 「標準事務費と同じ」."""
    if figure.contradicts:
        return f"× {figure.contradicts}"
    equal = (
        f"＝ {'、'.join(figure.equals)}"
        if figure.equals
        else translate("ui.review", "要求書に同じ数字はありません")
    )
    return f"{figure.meant}　{equal}" if figure.meant and figure.meant not in figure.equals else equal


def _turned(before: str, after: str) -> str:
    if not before:
        return translate("ui.review", "（追加） {after}").format(
            after=after or translate("ui.review", "（空欄）")
        )
    now = after or translate("ui.review", "（なし）")
    return f"{before} → {now}"


_BESIDE: Final = 24  # pixels: the padding of an entry and the room Qt leaves beside its words
_BOX: Final = 24  # pixels: of what is ticked off
_ABOVE_AND_BELOW: Final = 12


class EntryList(QListWidget):
    """Entries of several lines that are selected and copied as text."""

    def __init__(self, name: str, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("entries")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._shown: list[Entry] = []
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries."""
        if list(entries) == self._shown:
            return
        before, self._shown = self._shown, list(entries)
        with QSignalBlocker(self):
            if [entry._replace(is_done=None) for entry in before] == [
                entry._replace(is_done=None) for entry in entries
            ]:
                for item, entry in zip(self._items(), entries, strict=True):
                    _tick(item, entry)
            else:
                self.clear()
                for entry in entries:
                    self.addItem(_item(entry))
                first = next((index for index, entry in enumerate(entries) if not entry.is_heading), -1)
                self.setCurrentRow(first)
        self._give_heights()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each entry the height of its words at this width."""
        super().resizeEvent(event)
        self._give_heights()

    def _give_heights(self) -> None:
        """Give each entry the height of its words: Qt's own leaves the padding out and cuts them."""
        for item in self._items():
            box = 0 if item.data(Qt.ItemDataRole.CheckStateRole) is None else _BOX
            room = QRect(0, 0, max(self.viewport().width() - _BESIDE - box, 1), 1_000_000)
            metrics = (
                QFontMetrics(item.font()) if item.flags() == Qt.ItemFlag.NoItemFlags else self.fontMetrics()
            )
            words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, words.height() + _ABOVE_AND_BELOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected entries."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy([item for item in self._items() if item.isSelected()])
        else:
            super().keyPressEvent(event)

    def copy(self, items: Sequence[QListWidgetItem] = ()) -> None:
        """Put entries on the clipboard, all of them where none are named."""
        QGuiApplication.clipboard().setText("\n\n".join(item.text() for item in items or self._items()))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(index) for index in range(self.count())]


def _item(entry: Entry) -> QListWidgetItem:
    item = QListWidgetItem(_TABS.sub("　", entry.text))  # a tab is drawn wider than the list measures it
    item.setData(Qt.ItemDataRole.UserRole, entry.place)
    if entry.is_heading:
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrows pass over it
        item.setFont(bold(QFont()))
    _tick(item, entry)
    return item


def _tick(item: QListWidgetItem, entry: Entry) -> None:
    if entry.is_done is not None:
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if entry.is_done else Qt.CheckState.Unchecked)
        item.setForeground(ink(MUTED if entry.is_done else INK))


def entry_place(item: QListWidgetItem) -> Place:
    """Where the entry of a list stands on the form; "" for nowhere."""
    return str(item.data(Qt.ItemDataRole.UserRole) or "")


class ListPane(QWidget):
    """A list beside the form below its title and a sentence; Enter on an entry goes to its place.

    Attributes:
        title: the words above the list.
        list: the entries.
        foot: the row of the buttons below.
    """

    chosen = Signal(str)  # a place

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel(name, self, kind="cardTitle")
        words = PlainLabel(hint, self, kind="hint", wraps=True)
        self.list = EntryList(name, (), self)
        self.list.itemActivated.connect(self._choose)
        self.foot = lay_row(None)
        lay_column(self, self.title, words, self.list, self.foot, margins=PANE_PADDING, wide=self.list)

    def take_focus(self) -> None:
        """Take the focus into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        if place := entry_place(item):
            self.chosen.emit(place)


class ReportPane(ListPane):
    """A report beside the form, until it is closed."""

    closed = Signal()

    def __init__(self, report: Report, parent: QWidget) -> None:
        super().__init__(report.title, report.hint, parent)
        self.report = report
        self.title.setText(f"{report.title}　{len(report.entries)}")
        self.list.show_entries(report.entries)
        self.foot.addWidget(push_button(translate("ui.review", "すべてコピー"), self.list.copy, self))
        self.foot.addStretch()
        self.foot.addWidget(push_button(translate("ui.review", "閉じる"), self.closed.emit, self))
