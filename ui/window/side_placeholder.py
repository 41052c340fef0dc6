"""What stands beside the form until the first check: the tabs of the lists to come, and that the check is under way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QToolButton, QVBoxLayout, QWidget

from ui.findings.findings_while_typing import CHECKING
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.style import PANE_PADDING

_TAB_PADDING: Final = 4  # pixels left and right of the words, as the style sheet has them
TITLES: Final = (
    QT_TRANSLATE_NOOP("ui.window", "指摘"),
    QT_TRANSLATE_NOOP("ui.window", "質問票"),
    QT_TRANSLATE_NOOP("ui.window", "未記入"),
)


class SidePlaceholder(QWidget):
    """What stands there until the first check: that it is under way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = SideTabs(self)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for title in TITLES:
            tabs.addTab(translate("ui.window", title))
        words = PlainLabel(translate("ui.findings", CHECKING), self)
        words.setObjectName("cardTitle")
        words.setContentsMargins(*(PANE_PADDING,) * 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tabs)
        layout.addWidget(words)
        layout.addStretch()


class SideTabs(QTabBar):
    """The tabs above the lists beside the form: all in sight; the first keeps its words, the others are cut to fit."""

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
        self.setTabText(index, words)
        self.setTabToolTip(index, plain_tip(words))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The room of the whole words of the first tab, of two letters of another."""
        whole = self.tabSizeHint(index)
        letters = self.fontMetrics().horizontalAdvance(f"{self.tabText(index)[:2]}…")
        return whole if index == 0 else QSize(min(whole.width(), letters + 2 * _TAB_PADDING), whole.height())
