"""What stands beside the form until the first check: the tabs of the lists to come, and that the check is under way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from ui.findings.findings_while_typing import CHECKING
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column
from ui.widgets.style import PANE_PADDING

_TAB_PADDING: Final = 4  # pixels left and right of the words, as the style sheet has them
TITLES: Final = (
    QT_TRANSLATE_NOOP("ui.window", "指摘"),
    QT_TRANSLATE_NOOP("ui.window", "質問票"),
    QT_TRANSLATE_NOOP("ui.window", "未記入"),
)


class SidePlaceholder(QWidget):
    """The words that a check is under way, with the tabs of the lists, until the first check is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = SideTabs(self)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for title in TITLES:
            tabs.addTab(translate("ui.window", title))
        words = PlainLabel(translate("ui.findings", CHECKING), self, kind="cardTitle")
        words.setContentsMargins(*(PANE_PADDING,) * 4)
        lay_column(self, tabs, words, None, spacing=0)


class SideTabs(QTabBar):
    """The tabs above the lists beside the form: all in sight; where they have no room, the others than the first keep a letter and their count."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("ui.window", "脇の一覧"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)  # they would hide one tab, and it may be that of the findings
        self.setElideMode(Qt.TextElideMode.ElideRight)
        for button, words in zip(
            self.findChildren(QToolButton),
            (translate("ui.window", "左へ"), translate("ui.window", "右へ")),
            strict=False,
        ):
            button.setAccessibleName(words)  # Qt names its own in English

    def say(self, index: int, words: str) -> None:
        """Put words on a tab; all of them are its tip, too."""
        self.setTabData(index, words)
        self.setTabToolTip(index, plain_tip(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to another width."""
        self._fit()
        super().resizeEvent(event)

    def tabLayoutChange(self) -> None:
        """Fit the words where a tab was added, removed or named anew."""
        super().tabLayoutChange()
        self._fit()

    def _fit(self) -> None:
        """Put the whole words on the tabs, or, where they are wider than the list, a letter and the count."""
        whole = [str(self.tabData(index) or self.tabText(index)) for index in range(self.count())]
        there = [index for index in range(self.count()) if self.isTabVisible(index)]
        width = self.fontMetrics().horizontalAdvance
        room = sum(
            self.tabSizeHint(index).width() - width(self.tabText(index)) + width(whole[index])
            for index in there
        )
        is_short = room > self.width()
        for index, words in enumerate(whole):
            title, _, count = words.rpartition(" ")  # a title of other languages has several words
            is_counted = bool(title) and count[0].isdigit()
            text = f"{title[0]} {count}" if is_short and index and is_counted else words
            if text != self.tabText(index):
                self.setTabData(index, words)
                self.setTabText(index, text)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The room of the whole words of the first tab, of two letters of another."""
        whole = self.tabSizeHint(index)
        letters = self.fontMetrics().horizontalAdvance(f"{self.tabText(index)[:2]}…")
        return whole if index == 0 else QSize(min(whole.width(), letters + 2 * _TAB_PADDING), whole.height())
