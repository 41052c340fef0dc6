"""One document on the screen: navigator, form, findings and totals, all shown from the same Snapshot."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from model.checks import Finding
from model.document import Document, Snapshot
from model.edits.repair import repaired
from model.place import Place
from ui.form_page import FormPage
from ui.navigator import Navigator
from ui.sheet_table import SheetTable
from ui.side_pane import SidePane
from ui.totals_bar import TotalsBar


class RequestView(QWidget):
    """The panes of a document; each is handed every snapshot."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.navigator = Navigator(splitter)
        self.form = FormPage(document, splitter)
        self.side = SidePane(splitter)
        self.findings = self.side.findings
        self.totals = TotalsBar(self)
        for pane in (self.navigator, self.form, self.side):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        self.navigator.setMinimumWidth(150)
        self.side.setMinimumWidth(200)
        splitter.setSizes([210, 930, 300])
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
        document.subscribe(self.show_snapshot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self.show_snapshot(document.snapshot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Hand a snapshot to every pane."""
        by_place: defaultdict[Place, list[Finding]] = defaultdict(list)
        for finding in snapshot.findings.all:
            by_place[finding.place].append(finding)
        self.form.show_snapshot(snapshot, by_place)
        self.findings.show_snapshot(snapshot)
        self.totals.show_snapshot(snapshot)
        titles = [title for title, _ in self.form.sections()]
        self.navigator.show_sections(titles, self.form.findings_by_section(snapshot.findings.all))

    def focus_place(self, place: Place) -> None:
        """Take the focus to a place."""
        self.finish_typing()
        self.form.focus_place(place)

    def finish_typing(self) -> None:
        """Close an open cell editor and end the merging of keystrokes; what was typed is in the document already."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, SheetTable):
            widget = widget.parentWidget()
        if widget is not None:
            widget.finish_typing()
        self.document.seal()

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
