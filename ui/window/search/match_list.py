"""The list of what a search found, by section: where it stands, its surroundings, and what it would be replaced by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from model.language import spoken
from model.search.replacing import replaced_text, why_not
from model.search.searching import Match
from ui.language import translate
from ui.widgets.labels import plain_tip
from ui.widgets.style import MUTED, ink

_HEIGHT: Final = 260  # pixels, or less in a low window
_LEAST: Final = 90
_INDEX: Final = Qt.ItemDataRole.UserRole
_UP: Final = (Qt.Key.Key_Up, Qt.Key.Key_Home)


class MatchList(QTreeWidget):
    """What was found; Enter goes to a place, Space leaves one out.

    Attributes:
        matches: what was found, in the order of the sheet.
        replaces: whether what each would be replaced by is shown beside it, with a mark to leave it out.
    """

    wanted = Signal(int)  # a match is to be gone to
    checked = Signal()  # one was left out, or taken in again
    left = Signal()  # back to the field above

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("ui.window", "見つかったところ"))
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setHeaderLabels(
            [translate("ui.window", "どこ"), translate("ui.window", "いま"), translate("ui.window", "置換後")]
        )
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.matches: Sequence[Match] = ()
        self.replaces = False
        self._words = ""
        self._items: list[QTreeWidgetItem] = []
        self._left_out: set[tuple[str, tuple[tuple[int, int], ...]]] = set()
        self.itemClicked.connect(self._clicked)
        self.itemChanged.connect(self._changed)

    @property
    def index(self) -> int:
        """Which match is the current one."""
        item = self.currentItem()
        index = item.data(0, _INDEX) if item is not None else None
        return index if isinstance(index, int) else 0

    @index.setter
    def index(self, index: int) -> None:
        self.setCurrentItem(self._items[index])

    @property
    def current(self) -> Match | None:
        """The current match."""
        return self.matches[self.index] if self.matches else None

    @property
    def wanted_matches(self) -> list[Match]:
        """The matches that can be replaced and were not left out."""
        return [
            match for match, item in zip(self.matches, self._items, strict=True)
            if item.checkState(0) is Qt.CheckState.Checked
        ] if self.replaces else []  # fmt: skip

    def show_matches(self, matches: Sequence[Match], words: str, index: int) -> None:
        """Show what was found.

        Args:
            matches: the matches.
            words: what would take the place of each.
            index: which of them is the current one.
        """
        known = {_key(match) for match in matches}
        self._left_out &= known
        self.matches, self._words = matches, words
        with QSignalBlocker(self):
            self.setUpdatesEnabled(False)
            self.clear()
            self._items = []
            self.setColumnHidden(2, not self.replaces)
            self.headerItem().setText(
                1, translate("ui.window", "いま") if self.replaces else translate("ui.window", "前後の言葉")
            )
            section: QTreeWidgetItem | None = None
            for number, match in enumerate(matches):
                if section is None or section.text(0) != match.entry.section:
                    section = QTreeWidgetItem([match.entry.section])
                    section.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    section.setForeground(0, ink(MUTED))
                    self.addTopLevelItem(section)
                    section.setFirstColumnSpanned(True)
                    section.setExpanded(True)
                item = self._item(match, number)
                section.addChild(item)
                self._items.append(item)
            if self._items:
                self.setCurrentItem(self._items[min(index, len(self._items) - 1)])
            self.setUpdatesEnabled(True)

    def fit(self, window_height: int) -> None:
        """Leave most of a window of a height to the form."""
        self.setFixedHeight(max(_LEAST, min(_HEIGHT, window_height // 4)))

    def take_focus(self) -> None:
        """Take the focus to the current match."""
        if self._items:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the match, Esc and ↑ on the first lead back to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.index)
        elif event.key() == Qt.Key.Key_Escape or (event.key() in _UP and self.index == 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, match: Match, number: int) -> QTreeWidgetItem:
        before, found, after = match.context
        now = (
            translate("ui.window", "{before}【{found}】{after}").format(
                before=before, found=found, after=after
            )
            if len(before) + len(after)
            else found
        )
        item = QTreeWidgetItem([match.entry.name, now])
        item.setData(0, _INDEX, number)
        item.setToolTip(0, plain_tip(match.entry.name))
        item.setToolTip(1, plain_tip(match.entry.text))
        if self.replaces:
            reason = spoken(why_not(match, self._words))
            words = " ".join(self._words.split("\n"))
            then = reason or (
                translate("ui.window", "{before}【{found}】{after}").format(
                    before=before, found=words, after=after
                )
                if match.entry.kind != "figure"
                else ""
            )
            item.setText(2, then or replaced_text(match, self._words) or translate("ui.window", "（空欄）"))
            item.setToolTip(2, plain_tip(reason or replaced_text(match, self._words)))
            if reason:
                item.setForeground(2, ink(MUTED))
            else:
                is_wanted = _key(match) not in self._left_out
                item.setCheckState(0, Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
        return item

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if item in self._items and (column or not self.replaces):
            self.wanted.emit(self._items.index(item))

    def _changed(self, item: QTreeWidgetItem) -> None:
        match = self.matches[item.data(0, _INDEX)]
        if item.checkState(0) is Qt.CheckState.Checked:
            self._left_out.discard(_key(match))
        else:
            self._left_out.add(_key(match))
        self.checked.emit()


def _key(match: Match) -> tuple[str, tuple[tuple[int, int], ...]]:
    return match.entry.place, match.spans
