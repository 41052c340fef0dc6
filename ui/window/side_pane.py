"""What stands beside the form, behind tabs: the findings, the 質問票, 未記入, and the reports that came with the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.findings.findings_pane import FindingsPane
from ui.findings.question_pane import QuestionPane
from ui.review.empty_pane import EmptyPane
from ui.review.report_pane import Report, ReportPane
from ui.window.side_placeholder import TITLES, tab_bar

_LISTS: Final = len(TITLES)  # the findings, the 質問票 and 未記入 are always there


class SidePane(QWidget):
    """The findings, the 質問票, 未記入 and, while there are some, reports."""

    chosen = Signal(str)  # a place

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = tab_bar(self)
        self._stack = QStackedWidget(self)
        self.findings = FindingsPane(self._stack)
        self.questions = QuestionPane(self._stack)
        self.empty = EmptyPane(self._stack)
        for pane in (self.findings, self.questions, self.empty):
            pane.chosen.connect(self.chosen)
            self._stack.addWidget(pane)
        for title in TITLES:
            self.tabs.addTab(title)
        self.questions.counted.connect(self._count)
        self.empty.counted.connect(self._count_empty)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    @property
    def reports(self) -> list[ReportPane]:
        """The reports behind their tabs, in order."""
        panes = [self._stack.widget(index) for index in range(_LISTS, self._stack.count())]
        return [pane for pane in panes if isinstance(pane, ReportPane)]

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show reports in place of those that were there; the first that says something is in front."""
        for old in self.reports:
            self._drop(old)
        for report in reports:
            if report.entries:
                pane = ReportPane(report, self._stack)
                pane.chosen.connect(self.chosen)
                pane.closed.connect(lambda pane=pane: self._drop(pane))
                self._stack.addWidget(pane)
                self.tabs.addTab(f"{report.tab} {len(report.entries)}")
        self.tabs.setCurrentIndex(_LISTS if self.tabs.count() > _LISTS else 0)

    def is_in_sight(self, report: Report) -> bool:
        """Whether a report has its tab; one that was closed counts as if it had none."""
        index = self._tab_of(report)
        return index is not None and self.tabs.isTabVisible(index)

    def bring_in_sight(self, report: Report, is_there: bool) -> None:
        """Put the tab of a report away for a while, or back; one that was closed stays closed."""
        index = self._tab_of(report)
        if index is None:
            return
        self.tabs.setTabVisible(index, is_there)
        self.tabs.setCurrentIndex(index if is_there else 0)

    def take_focus(self) -> None:
        """Take the focus into the list in front; from there on to the next one."""
        focus, front = QApplication.focusWidget(), self._stack.currentWidget()
        if focus is not None and front is not None and front.isAncestorOf(focus):
            order = [index for index in range(self.tabs.count()) if self.tabs.isTabVisible(index)]
            position = order.index(self.tabs.currentIndex())
            self.tabs.setCurrentIndex(order[(position + 1) % len(order)])
        front = self._stack.currentWidget()
        if isinstance(front, FindingsPane | EmptyPane | ReportPane):
            front.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif isinstance(front, QuestionPane):
            front.take_focus()

    def bring_to_front(self, pane: FindingsPane | QuestionPane) -> None:
        """Show one of the lists that are always there."""
        self.tabs.setCurrentIndex(self._stack.indexOf(pane))

    def _drop(self, pane: ReportPane) -> None:
        index = self._stack.indexOf(pane)
        if index == self.tabs.currentIndex():
            self.tabs.setCurrentIndex(0)
        self._stack.removeWidget(pane)
        self.tabs.removeTab(index)
        pane.deleteLater()

    def _tab_of(self, report: Report) -> int | None:
        return next((index for index, pane in enumerate(self.reports, _LISTS) if pane.report is report), None)

    def _count(self, answered: int, questions: int) -> None:
        self.tabs.setTabText(
            self._stack.indexOf(self.questions), f"質問票 {answered}/{questions}" if questions else "質問票"
        )

    def _count_empty(self, fields: int) -> None:
        self.tabs.setTabText(self._stack.indexOf(self.empty), f"未記入 {fields}" if fields else "未記入")
