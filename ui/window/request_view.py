"""One document on the screen: navigator, form, findings and totals, all shown from the same Snapshot."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from model.checks import Finding
from model.document.document import Document, Snapshot
from model.edits.grounds import answer
from model.edits.repair import repaired
from model.request.place import Place
from ui.findings.findings_while_typing import FindingsWhileTyping
from ui.form.form_page import FormPage
from ui.form.navigator import Navigator
from ui.form.totals_bar import TotalsBar
from ui.tables.sheet_table import SheetTable
from ui.widgets.editors import ChoiceField, LineField, TextArea
from ui.widgets.pane import FindingsByPlace
from ui.window.side_pane import SidePane


class RequestView(QWidget):
    """The panes of a document; each is handed every snapshot."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self._told: tuple[Finding, ...] = ()
        self._by_place: FindingsByPlace = {}
        self._navigated: tuple[object, ...] = ()
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.navigator = Navigator(splitter)
        self.form = FormPage(document, splitter)
        self.side = SidePane(splitter)
        self.findings, self.questions = self.side.findings, self.side.questions
        self.questions.serve(document)
        self.totals = TotalsBar(self)
        for pane in (self.navigator, self.form, self.side):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        self.navigator.setMinimumWidth(150)
        self.side.setMinimumWidth(260)
        splitter.setSizes([200, 920, 320])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.totals)
        self.navigator.wanted.connect(self._go_to_section)
        self.side.chosen.connect(self.focus_place)
        self.findings.repair.connect(self._repair)
        self.findings.answered.connect(self._answer)
        self.while_typing = FindingsWhileTyping(document, self.show_snapshot, self)
        document.subscribe(self.show_snapshot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self.show_snapshot(document.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Hand a snapshot to every pane, with the findings that are shown now."""
        findings = self.while_typing.next_shown(snapshot)
        if findings.all != self._told:
            self._told = findings.all
            by_place: defaultdict[Place, list[Finding]] = defaultdict(list)
            for finding in self._told:
                by_place[finding.place].append(finding)
            self._by_place = dict(by_place)
        self.form.show_snapshot(snapshot, self._by_place)
        titles = self.form.section_titles()
        for pane in (self.findings, self.questions):
            pane.use_sections(titles, self.form.section_of)
            pane.show_findings(findings, snapshot.request)
        self.totals.show_snapshot(snapshot)
        if (titles, self._told) != self._navigated:
            self._navigated = titles, self._told
            self.navigator.show_sections(list(titles.values()), self._marks(titles))

    def _marks(self, titles: Mapping[str, str]) -> list[tuple[int, int, int]]:
        """(誤り, 注意, 参考) that are open of each section."""
        counts = Counter((self.form.section_of(each.place), each.severity) for each in self._told)
        return [(counts[key, "error"], counts[key, "warning"], counts[key, "info"]) for key in titles]

    def focus_place(self, place: Place) -> None:
        """Take the focus to a place."""
        self.finish_typing()
        self.form.focus_place(place)

    def finish_typing(self) -> None:
        """Commit what is being composed, close an open cell editor and end the merging of keystrokes.

        What was typed is in the document already.
        """
        widget: QWidget | None = self.focusWidget()
        field = widget.line if isinstance(widget, ChoiceField) else widget
        if isinstance(field, LineField | TextArea):
            field.composition.end(field)
        while widget is not None and not isinstance(widget, SheetTable):
            widget = widget.parentWidget()
        if widget is not None:
            widget.finish_typing()
        self.document.seal()

    def repair(self) -> bool:
        """Repair what is found where the focus is, or the chosen finding; False where nothing can be."""
        place = self._place_in_focus()
        self.finish_typing()
        return self.findings.repair_at(place)

    def acknowledge(self) -> bool:
        """Have a reason typed for what is found where the focus is, or for the chosen finding; False for none."""
        place = self._place_in_focus()
        self.finish_typing()
        self.side.bring_to_front(self.findings)
        return self.findings.acknowledge_at(place)

    def to_questions(self) -> None:
        """Take the focus to the first question that has no answer."""
        self.finish_typing()
        self.side.bring_to_front(self.questions)
        self.questions.take_focus()

    def _place_in_focus(self) -> Place | None:
        focus = QApplication.focusWidget()
        return self.form.place_in_focus() if focus is not None and self.form.isAncestorOf(focus) else None

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Mark the section that has the focus in the navigator."""
        if new is None or not self.form.isAncestorOf(new):
            return
        for at, (_, card) in enumerate(self.form.sections()):
            if card.isAncestorOf(new):
                self.navigator.setCurrentRow(at)

    def _go_to_section(self, at: int) -> None:
        self.finish_typing()
        self.form.scroll_to(self.form.sections()[at][1])

    def _repair(self, finding: Finding) -> None:
        if finding.fix is not None:
            self.document.seal()
            self.document.edit(finding.fix.label, repaired(self.document.request, finding.fix))

    def _answer(self, finding: Finding, reason: str) -> None:
        self.document.seal()
        label = "指摘の了解" if reason else "了解の取消し"
        self.document.edit(label, answer(self.document.request, finding, reason))
