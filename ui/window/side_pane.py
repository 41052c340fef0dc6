"""What stands beside the form, behind tabs: the findings, the 質問票, 未記入, 引継ぎ, 付せん, and the reports that came with the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from model.document.document import Document, Snapshot
from ui.findings.findings_pane import FindingsPane
from ui.findings.question_pane import QuestionPane
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.review.carried_pane import CarriedPane
from ui.review.empty_pane import EmptyPane
from ui.review.report_pane import ListPane, Report, ReportPane
from ui.review.sticky_pane import StickyPane
from ui.widgets.layouts import lay_column
from ui.window.side_placeholder import TITLES, SideTabs

if TYPE_CHECKING:
    from ui.pictures.pictures_pane import PicturesPane

_AT_TIMES: Final = (QT_TRANSLATE_NOOP("ui.window", "引継ぎ"), QT_TRANSLATE_NOOP("ui.window", "付せん"))
"""The lists that have no tab while they are empty."""
_LISTS: Final = len(TITLES + _AT_TIMES)  # that are always there


class SidePane(QWidget):
    """The findings, the 質問票, 未記入 and, while there are some, 引継ぎ, 付せん and reports."""

    chosen = Signal(str)  # a place

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = SideTabs(self)
        self._stack = QStackedWidget(self)
        self.findings = FindingsPane(document, self._stack)
        self.questions = QuestionPane(document, self._stack)
        self.empty = EmptyPane(self._stack)
        self.carried = CarriedPane(document, self._stack)
        self.sticky = StickyPane(document, self._stack)
        self.pictures: PicturesPane | None = None
        for pane in (self.findings, self.questions, self.empty, self.carried, self.sticky):
            pane.chosen.connect(self.chosen)
            self._stack.addWidget(pane)
        for title in TITLES + _AT_TIMES:
            index = self.tabs.addTab(translate("ui.window", title))
            self.tabs.setTabVisible(index, title in TITLES)
        self.findings.counted.connect(
            lambda count: self._name_tab(self.findings, TITLES[0], str(count or ""))
        )
        self.questions.counted.connect(
            lambda done, of: self._name_tab(self.questions, TITLES[1], f"{done}/{of}" if of else "")
        )
        self.empty.counted.connect(lambda count: self._name_tab(self.empty, TITLES[2], str(count or "")))
        self.carried.counted.connect(self._count_carried)
        self.sticky.counted.connect(self._count_sticky)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        lay_column(self, self.tabs, self._stack, spacing=0, wide=self._stack)

    @property
    def reports(self) -> list[ReportPane]:
        """The reports behind their tabs, in order."""
        panes = [self._stack.widget(index) for index in range(_LISTS, self._stack.count())]
        return [pane for pane in panes if isinstance(pane, ReportPane)]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the 引継ぎ and 付せん of a snapshot; the findings are shown when there is a check of it."""
        self.carried.show_carried(snapshot.request.carried)
        self.sticky.show_snapshot(snapshot)

    def show_reports(self, reports: Sequence[Report]) -> None:
        """Show reports in place of those that were there; the first that says something is in front."""
        for old in self.reports:
            self._drop(old)
        for report in reports:
            if report.entries:
                self._add(report)
        self.tabs.setCurrentIndex(self._stack.indexOf(self.reports[0]) if self.reports else 0)

    def show_report(self, report: Report) -> None:
        """Show one more report in front, in place of an earlier one of its title."""
        for old in self.reports:
            if old.report.title == report.title:
                self._drop(old)
        self._add(report)
        self.tabs.setCurrentIndex(self.tabs.count() - 1)

    def show_pictures(self, snapshot: Snapshot | None) -> None:
        """Show the pictures of a request behind a tab of their own; None takes the tab away."""
        if snapshot is None:
            if self.pictures is not None:
                self._drop(self.pictures)
            self.pictures = None
            return
        if self.pictures is None:
            from ui.pictures.pictures_pane import PicturesPane  # made only where someone wants to see them

            self.pictures = PicturesPane(self._stack)
            self._stack.addWidget(self.pictures)
            self.tabs.addTab(translate("ui.window", "図"))
        self.pictures.show_snapshot(snapshot)

    def take_focus(self) -> None:
        """Take the focus into the list in front; from there on to the next one."""
        focus, front = QApplication.focusWidget(), self._stack.currentWidget()
        if focus is not None and front is not None and front.isAncestorOf(focus):
            order = [index for index in range(self.tabs.count()) if self.tabs.isTabVisible(index)]
            position = order.index(self.tabs.currentIndex())
            self.tabs.setCurrentIndex(order[(position + 1) % len(order)])
        front = self._stack.currentWidget()
        if isinstance(front, FindingsPane | QuestionPane | ListPane | StickyPane):
            front.take_focus()
        elif self.pictures is not None:
            self.pictures.take_focus()

    def bring_to_front(
        self, pane: FindingsPane | QuestionPane | CarriedPane | StickyPane | PicturesPane
    ) -> None:
        """Show one of the lists that are always there."""
        self.tabs.setCurrentIndex(self._stack.indexOf(pane))

    def _add(self, report: Report) -> None:
        pane = ReportPane(report, self._stack)
        pane.chosen.connect(self.chosen)
        pane.closed.connect(lambda pane=pane: self._drop(pane))
        self._stack.addWidget(pane)
        self.tabs.addTab(f"{report.tab} {len(report.entries)}")

    def _drop(self, pane: QWidget) -> None:
        index = self._stack.indexOf(pane)
        if index == self.tabs.currentIndex():
            self.tabs.setCurrentIndex(0)
        self._stack.removeWidget(pane)
        self.tabs.removeTab(index)
        pane.deleteLater()

    def _name_tab(self, pane: QWidget, title: str, count: str) -> None:
        """Put its title on the tab of a list, and behind it a count; "" for none."""
        self.tabs.say(self._stack.indexOf(pane), f"{translate('ui.window', title)} {count}".rstrip())

    def _count_carried(self, done: int, entries: int) -> None:
        """Show the list where there is one: in front where it comes into sight and something is left to do."""
        index = self._stack.indexOf(self.carried)
        was_there = self.tabs.isTabVisible(index)
        self._name_tab(self.carried, _AT_TIMES[0], f"{done}/{entries}")
        self.tabs.setTabVisible(index, entries > 0)
        if not entries and self.tabs.currentIndex() == index:
            self.tabs.setCurrentIndex(0)
        elif not was_there and done < entries:
            self.tabs.setCurrentIndex(index)

    def _count_sticky(self, still: int, notes: int) -> None:
        """Show the notes for colleagues where there are some; they come to the front only when they are gone to."""
        index = self._stack.indexOf(self.sticky)
        self._name_tab(self.sticky, _AT_TIMES[1], str(still))
        if not notes and self.tabs.currentIndex() == index:
            # before the tab goes: Qt would choose the next one, also where it is hidden
            self.tabs.setCurrentIndex(0)
        self.tabs.setTabVisible(index, notes > 0)
