"""All findings in one list; choosing one takes the focus to its place; it is repaired, or acknowledged with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from model.checks import SEVERITY_LABELS, Finding, Findings
from model.document.document import Document
from model.request.grounds import Answer
from model.request.place import Place
from model.request.request import Request
from ui.findings.finding_actions import FindingActions
from ui.findings.findings_filter import FindingsFilter
from ui.findings.findings_list import MOST, FindingsList, FoundRow
from ui.findings.findings_while_typing import CHECKING
from ui.language import translate
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column
from ui.widgets.style import PANE_PADDING

_GRAVEST_FIRST = tuple(SEVERITY_LABELS)


class FindingsPane(QWidget):
    """The findings of the request in the order of the sheet.

    Attributes:
        title: the words above the list.
    """

    chosen = Signal(str)  # a place
    counted = Signal(int)  # how many are open

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._findings = Findings()
        self._titles: Mapping[str, str] = {}
        self._section_of: Callable[[Place], str] = lambda _: ""
        self._shown: tuple[object, ...] = ()
        self._answers: tuple[Answer, ...] = ()
        self._visited: Finding | None = None  # where F8, a click or a key went last
        self._rows: list[FoundRow] = []
        self.title = PlainLabel(translate("ui.findings", CHECKING), self, kind="cardTitle")
        self.filter = FindingsFilter(self)
        self.list = FindingsList(self)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.list.itemActivated.connect(lambda _: self._choose())
        self.list.currentItemChanged.connect(lambda: self._offer())
        self.finding_actions = FindingActions(self, self._earlier_reason)
        self.finding_actions.repaired.connect(lambda: self._repair(self.list.current_finding()))
        self.finding_actions.acknowledged.connect(self._answer)
        self.filter.changed.connect(self._list_again)
        lay_column(self, self.title, self.filter, self.list, margins=PANE_PADDING, wide=self.list)
        self.list.put_below(self.finding_actions, self.finding_actions.fit)

    def take_focus(self) -> None:
        """Take the focus into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def use_sections(self, titles: Mapping[str, str], section_of: Callable[[Place], str]) -> None:
        """Name the sections of the form by their keys, and say in which one a place is."""
        self._titles, self._section_of = titles, section_of

    def show_findings(self, findings: Findings, request: Request) -> None:
        """Show the findings of a request; the list stays as it is when they are the same."""
        shown = (findings.all, findings.acknowledged, self._titles)
        if shown == self._shown:
            return
        self._shown = shown
        self._findings, self._answers = findings, request.answers
        self.filter.offer_sections(self._titles)
        self.filter.show_counts(findings)
        self.counted.emit(len(findings.all))
        self._list_again()

    def walk(self, step: Literal[-1, 1]) -> bool:
        """Choose the next open finding of the list or the one before, past the end the first; False where there is none."""
        count = sum(not row.finding.acknowledged for row in self._rows[:MOST])  # the open ones stand first
        if count:
            index = self.list.currentRow()
            if step > 0 and self._has_moved_up():
                # the one before it was repaired or acknowledged: it is the next
                self._choose()
                return True
            self.list.setCurrentRow((index + step) % count if 0 <= index < count else min(step, 0) % count)
            self._choose()
        return count > 0

    def repair_at(self, place: Place | None) -> bool:
        """Repair what is found at a place, or the chosen finding; False where nothing can be repaired there."""
        return self._repair(self._about(place, lambda found: found.fix is not None))

    def acknowledge_at(self, place: Place | None) -> bool:
        """Have the reason typed for which a finding of a place, or the chosen one, is acknowledged; False for none.

        What is acknowledged already and chosen in the list is taken back, as the button there does.
        """
        finding, chosen = self._about(place, lambda _: True), self.list.current_finding()
        if finding is None and place is None and chosen is not None:
            self._answer(chosen, "")
            return True
        if finding is None:
            return False
        self.finding_actions.ask_reason(finding)
        return True

    def _about(self, place: Place | None, fits: Callable[[Finding], bool]) -> Finding | None:
        """The finding that a key is about: of the place that has the focus, else the chosen one.

        Of several of one place it is the chosen one (F8 led to it), else the gravest that fits: its sentence is in sight.
        """
        chosen = self.list.current_finding()
        here = [finding for finding in self._findings.all if finding.place == place]
        here.sort(key=lambda found: (found != chosen, _GRAVEST_FIRST.index(found.severity)))
        finding = next(filter(fits, here), here[0] if here else None)
        if finding is None:
            return chosen if chosen is not None and not chosen.acknowledged else None
        row = self.list.row_of(finding)
        if row >= 0:
            self.list.setCurrentRow(row)
            self._visited = finding
        return finding

    def _earlier_reason(self, finding: Finding) -> str:
        """The reason that was given last under the same rule at the same place."""
        given = (answer for answer in reversed(self._answers) if answer.rule == finding.rule)
        return next((answer.text for answer in given if answer.place == finding.place), "")

    def _list_again(self) -> None:
        section = self.filter.chosen_section
        rows = []
        for finding in (*self._findings.all, *self._findings.acknowledged):
            if self.filter.lists(finding):
                key = self._section_of(finding.place)
                if section in ("", key):
                    rows.append(FoundRow(finding, self._titles.get(key, "")))
        self._rows = rows
        self.list.show_rows(rows)
        count = len(self._findings.all)
        hidden = count - sum(not row.finding.acknowledged for row in rows)
        title = (
            translate("ui.findings", "指摘 {count}件").format(count=count)
            if count
            else translate("ui.findings", "指摘はありません")
        )
        self.title.setText(
            translate("ui.findings", "{title}（{hidden}件を隠しています）").format(title=title, hidden=hidden)
            if hidden
            else title
        )
        self._offer()

    def _has_moved_up(self) -> bool:
        """Whether another finding, which the writer has not visited, has taken the row of the one that is gone."""
        now, visited = self.list.current_finding(), self._visited
        if now is None or visited is None:
            return False
        return (now.rule, now.place) != (visited.rule, visited.place) and self.list.row_of(visited) < 0

    def _choose(self) -> None:
        finding = self._visited = self.list.current_finding()
        if finding is not None:
            self.chosen.emit(finding.place)

    def _offer(self) -> None:
        self.finding_actions.offer(self.list.current_finding())
        self.list.fit_rows()

    def _repair(self, finding: Finding | None) -> bool:
        """Repair a finding; False where it has no repair."""
        from model.edits.repair import repaired

        if finding is None or finding.fix is None:
            return False
        self._document.edit(finding.fix.label, repaired(self._document.request, finding.fix))
        return True

    def _answer(self, finding: Finding, reason: str) -> None:
        """Acknowledge a finding for a reason; "" takes it back."""
        from model.edits.grounds import answer

        label = translate("ui.findings", "指摘の了解") if reason else translate("ui.findings", "了解の取消し")
        self._document.edit(label, answer(self._document.request, finding, reason))
