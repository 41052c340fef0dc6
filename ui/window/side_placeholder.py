"""What stands beside the form until the first check: the tabs of the lists to come, and that the check is under way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton, QVBoxLayout, QWidget

from ui.findings.findings_while_typing import CHECKING
from ui.widgets.labels import PlainLabel
from ui.widgets.style import PANE_PADDING

TITLES: Final = ("指摘", "質問票", "未記入")


class SidePlaceholder(QWidget):
    """What stands there until the first check: that it is under way."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = tab_bar(self)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for title in TITLES:
            tabs.addTab(title)
        words = PlainLabel(CHECKING, self)
        words.setObjectName("cardTitle")
        words.setContentsMargins(*(PANE_PADDING,) * 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tabs)
        layout.addWidget(words)
        layout.addStretch()


def tab_bar(parent: QWidget) -> QTabBar:
    """The tabs above the lists beside the form."""
    tabs = QTabBar(parent)
    tabs.setAccessibleName("脇の一覧")
    tabs.setExpanding(False)
    tabs.setDrawBase(False)
    tabs.setDocumentMode(True)
    for button, words in zip(tabs.findChildren(QToolButton), ("左へ", "右へ"), strict=False):
        button.setAccessibleName(words)  # Qt names its own in English
    return tabs
