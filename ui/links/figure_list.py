"""The list of figures that can be inserted into a text: searched by name or number, chosen by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from model.links.figure_values import LinkChoice
from model.request.place import Place
from model.values.amount import SENTENCE_MINUS, half_width
from ui.language import translate
from ui.widgets.editing.editors import LineField
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column

_WIDTH: Final = 460
_ROWS: Final = 10
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FigureList(QFrame):
    """A line to search in and what it finds; without words each figure once, with words in each way it can be written."""

    def __init__(
        self,
        choices: Sequence[LinkChoice],
        now: Place | None,
        chosen: Callable[[LinkChoice], object],
        closed: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """Make the list of the ways to write the figures; ``now`` is the place of the one that is selected at first."""
        super().__init__(parent)
        self.setObjectName("figureList")
        self._choices = choices
        self._chosen, self._closed = chosen, closed
        self._is_left = False
        self.search = LineField(self)
        self.search.setPlaceholderText(translate("ui.links", "名前か数字で探す（例: 要求額、12085）"))
        self.search.setAccessibleName(translate("ui.links", "つなぐ数字を探す"))
        self.search.typed.connect(lambda: self._fill(None))
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("offers")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(translate("ui.links", "要求書の数字"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda _: self._take())
        self._hint = PlainLabel(translate("ui.links", "Enter 入れる・↑↓ 選ぶ・Esc やめる"), self, kind="hint")
        lay_column(self, self.search, self.list, self._hint, margins=8, spacing=6)
        self._fill(now)
        self.list.setFixedHeight(_ROWS * max(self.list.sizeHintForRow(0), 20) + 4)
        self.resize(min(_WIDTH, parent.width()), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use the keys of a list while the line has the focus; leaving the line closes the list."""
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self.search.is_composing:
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in _MOVES:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, now: Place | None) -> None:
        self.list.clear()
        for choice in self._found(half_width(self.search.text()).lower().split()):
            value = choice.figure.value
            falls = isinstance(value, int) and value < 0 and SENTENCE_MINUS not in choice.words
            words = f"{choice.words}　{choice.figure.label}"
            item = QListWidgetItem(
                translate("ui.links", "{figure}（減額）").format(figure=words) if falls else words
            )
            item.setData(Qt.ItemDataRole.UserRole, choice)
            self.list.addItem(item)
            if choice.figure.place == now and self.list.currentRow() < 0:
                self.list.setCurrentItem(item)
        if not self.list.count():
            self.list.addItem(translate("ui.links", "ありません"))
        elif self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _found(self, words: Sequence[str]) -> Iterator[LinkChoice]:
        shown: set[Place] = set()
        for choice in self._choices:
            text = half_width(f"{choice.words} {choice.figure.label}").lower()
            plain = text.replace(",", "")
            if words and all(word in text or word in plain for word in words):
                yield choice
            elif not words and choice.figure.place not in shown:
                shown.add(choice.figure.place)
                yield choice

    def _take(self) -> None:
        item = self.list.currentItem()
        choice = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(choice, LinkChoice):
            self._is_left = True
            self._chosen(choice)

    def _leave(self) -> None:
        if not self._is_left:
            self._is_left = True
            self._closed()
