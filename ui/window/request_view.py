"""One document on the screen: navigator, form, findings and totals, all shown from the same Snapshot.

What is seen first is made with the view: the first cards, the navigator, the totals. The other cards, the pane beside the
form and the first check come after the first paint, in short steps between the writer's keys; or at once, when asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from model.checks import SEVERITY_LABELS, Finding
from model.document.document import Document, Snapshot
from model.request.place import Place
from ui.findings.findings_while_typing import FindingsWhileTyping
from ui.form.form_page import FormPage
from ui.form.navigator import Navigator
from ui.form.totals_bar import TotalsBar
from ui.language import translate
from ui.tables.sheet_table import table_around
from ui.widgets.editing.choices import ChoiceField
from ui.widgets.editing.editors import LineField, TextArea
from ui.widgets.idle_steps import IdleSteps
from ui.widgets.layouts import lay_column
from ui.widgets.pane import FindingsByPlace
from ui.widgets.severity_mark import MARK_LETTERS
from ui.window.folding_panes import FoldingPanes
from ui.window.side_placeholder import SidePlaceholder

if TYPE_CHECKING:
    from ui.findings.findings_pane import FindingsPane
    from ui.findings.question_pane import QuestionPane
    from ui.links.linking import Linking
    from ui.window.search.search_bar import SearchBar
    from ui.window.side_pane import SidePane

_FREEZE_AFTER_MS: Final = 1_000  # behind the keys of a writer who begins at once
_EMPTY_MS: Final = 250  # of rest, until what is 未記入 is looked for
_AFTER_PAINT_MS: Final = 30  # for the picture to reach the screen


class RequestView(QWidget):
    """The panes of a document; each shows every snapshot."""

    said = Signal(str)  # a sentence for the foot of the window
    cards_made = Signal()  # behind the first paint, when there are more cards of the form than before
    carried_print_wanted = Signal()

    def __init__(
        self, document: Document, parent: QWidget, *, finance: bool = False, pictures: bool = False
    ) -> None:
        """Make what is seen first; ``finance`` shows the form as the finance division sees it."""
        super().__init__(parent)
        self.document = document
        self._findings: tuple[Finding, ...] = ()
        self._by_place: FindingsByPlace = {}
        self._navigated: tuple[object, ...] = ()
        self._empty_of: Counter[str] = Counter()  # fields that are 未記入, by section
        self._empty_timer = QTimer(self, singleShot=True, interval=_EMPTY_MS)
        self._empty_timer.timeout.connect(self.show_empty)
        self.panes = FoldingPanes(self)
        self.navigator = Navigator(self.panes)
        self.form = FormPage(document, self.panes, finance=finance)
        self._beside = QWidget(self.panes)
        self._placeholder = SidePlaceholder(self._beside)
        self._side_layout = lay_column(self._beside, self._placeholder)
        self._side: SidePane | None = None
        self.totals = TotalsBar(self)
        self._shows_pictures = pictures
        self.panes.hold(self.navigator, self.form, self._beside)
        self.panes.folded.connect(self._count_findings)
        self._layout = lay_column(self, self.panes, self.totals, spacing=0, wide=self.panes)
        self.navigator.wanted.connect(self.go_to_section)
        self._rest = IdleSteps(self._make_rest(), self)
        self._is_painted = False
        self._is_in_haste = False
        self._is_locked = False
        self.while_typing = FindingsWhileTyping(document, self.show_snapshot, self)
        document.subscribe(self.show_snapshot)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self.show_snapshot(document.snapshot)

    @property
    def side(self) -> SidePane:
        """What stands beside the form, with what the first check has found."""
        self.complete()
        assert self._side is not None
        return self._side

    @property
    def findings(self) -> FindingsPane:
        """The list of findings."""
        return self.side.findings

    @cached_property
    def linking(self) -> Linking:
        """What links the texts' words to figures; made behind the first paint, or when it is asked for."""
        from ui.links.linking import Linking

        return Linking(self.document, self, self.focus_place)

    @property
    def questions(self) -> QuestionPane:
        """The 質問票."""
        return self.side.questions

    @cached_property
    def search_bar(self) -> SearchBar:
        """The bar below the form that searches the request; made when it is first opened."""
        from ui.window.search.search_bar import SearchBar

        bar = SearchBar(self.document, self.focus_place, self)
        bar.said.connect(self.said)
        self._layout.insertWidget(self._layout.indexOf(self.totals), bar)
        return bar

    def complete(self) -> None:
        """Make all that is left to be made, and run the first check, at once."""
        self._is_in_haste = True
        self.form.make_all()
        self._rest.finish()
        self.while_typing.finish()
        self.show_empty()

    def _count_findings(self) -> None:
        """Say at the foot how many findings there are while their list is folded."""
        counts = Counter(finding.severity for finding in self._findings)
        words = " ".join(
            f"{MARK_LETTERS[severity]}{counts[severity]}" for severity in SEVERITY_LABELS if counts[severity]
        )  # by their marks: words of three kinds would be wider than half a screen
        is_folded = self.panes.is_beside_folded and self.while_typing.is_checked
        self.totals.say(
            translate("ui.window", "{words}（F6）").format(words=words or translate("ui.window", "指摘なし"))
            if is_folded
            else ""
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with the rest once the first cards are painted."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_AFTER_PAINT_MS, self._rest.start)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in every pane, with the findings that are shown now."""
        findings = self.while_typing.next_shown(snapshot)
        if findings.all != self._findings:
            self._findings = findings.all
            by_place: defaultdict[Place, list[Finding]] = defaultdict(list)
            for finding in self._findings:
                by_place[finding.place].append(finding)
            self._by_place = dict(by_place)
        self.form.show_snapshot(snapshot, self._by_place)
        titles = self.form.section_titles
        if self._side is not None:
            self._side.show_snapshot(snapshot)
            if self._shows_pictures:
                self._side.show_pictures(snapshot)
        if self._side is not None and self.while_typing.is_checked:
            for pane in (self._side.findings, self._side.questions):
                pane.use_sections(titles, self.form.section_of)
                pane.show_findings(findings, snapshot.request)
            self._empty_timer.start()
        self.totals.show_snapshot(snapshot)
        self._count_findings()
        self._follow_lock()
        self._navigate()

    def show_empty(self) -> None:
        """List the fields that are 未記入 now: at a rest, for it looks through the whole request."""
        self._empty_timer.stop()
        if self._side is not None:
            fields = self.document.snapshot.empty_fields
            self._side.empty.show_fields(fields)
            self._empty_of = Counter(self.form.section_of(field.place) for field in fields)
            self._navigate()

    def _navigate(self) -> None:
        titles = self.form.section_titles
        if (titles, self._findings, self._empty_of) != self._navigated:
            self._navigated = titles, self._findings, self._empty_of
            empty = [self._empty_of[key] for key in titles]
            self.navigator.show_sections(list(titles.values()), self._marks(titles), empty)

    def _follow_lock(self) -> None:
        """Lock what edits, also what was made since, while the document is only read."""
        if not (self.document.is_locked or self._is_locked):
            return
        from ui.widgets.reading_only import lock

        self._is_locked = self.document.is_locked
        lock(self, is_locked=self._is_locked)

    def _marks(self, titles: Mapping[str, str]) -> list[tuple[int, int, int]]:
        """(誤り, 注意, 参考) that are open of each section."""
        counts = Counter(
            (self.form.section_of(finding.place), finding.severity) for finding in self._findings
        )
        return [(counts[key, "error"], counts[key, "warning"], counts[key, "info"]) for key in titles]

    def show_finance(self, is_wanted: bool) -> None:
        """Show the form as the finance division sees it, or as the section does."""
        self.finish_typing()
        self.form.show_finance(is_wanted)
        self._navigate()
        self._follow_focus(None, QApplication.focusWidget())  # whose section may have another row now

    def show_pictures(self, is_wanted: bool) -> None:
        """Show the pictures of the request in front of what stands beside the form, or take them away."""
        self._shows_pictures = is_wanted
        self.side.show_pictures(self.document.snapshot if is_wanted else None)
        if self.side.pictures is not None:
            self.panes.show_beside()
            self.side.bring_to_front(self.side.pictures)

    def focus_place(self, place: Place) -> None:
        """Take the focus to a place."""
        self.finish_typing()
        self.form.focus_place(place)
        self._navigate()

    def finish_typing(self) -> None:
        """Commit what is being composed, close an open cell editor and end the merging of keystrokes.

        What was typed is in the document already.
        """
        widget = self.focusWidget()
        field = widget.line if isinstance(widget, ChoiceField) else widget
        if isinstance(field, LineField | TextArea):
            field.composition.end(field)
        table = table_around(widget)
        if table is not None:
            table.finish_typing()
        self.document.seal()

    def place_in_focus(self) -> Place | None:
        """The place of the field or cell of the form that has the focus."""
        focus = QApplication.focusWidget()
        return self.form.place_in_focus() if focus is not None and self.form.isAncestorOf(focus) else None

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Mark the section that has the focus in the navigator; in a narrow window fold the side pane again."""
        if new is None or not self.form.isAncestorOf(new):
            return
        self.panes.fold_beside()
        section = self.form.section_around(new)
        if section is not None:
            self.navigator.setCurrentRow(list(self.form.section_titles).index(section))

    def go_to_section(self, index: int) -> None:
        """Go to a section of the form by its number."""
        self.finish_typing()
        self.form.scroll_to(list(self.form.section_titles)[index])

    def _make_rest(self) -> Iterator[object]:
        """Make what is missing, a little at a time."""
        from ui.window.after_paint import freeze_heap, import_rest

        self.cards_made.emit()
        yield from import_rest()
        while (card := self.form.make_next()) is not None:
            self._follow_lock()
            self.cards_made.emit()
            yield card
        self.cards_made.emit()
        yield self.linking
        yield self._make_side()  # after the form: Tab goes through widgets in the order they were made
        if not self._is_in_haste:
            yield from self.document.snapshot.check_in_steps()
        self.while_typing.begin()
        yield self.while_typing
        QTimer.singleShot(_FREEZE_AFTER_MS, freeze_heap)

    def _make_side(self) -> SidePane:
        from ui.window.side_pane import SidePane

        side = self._side = SidePane(self.document, self._beside)
        side.chosen.connect(self.focus_place)
        side.carried.print_wanted.connect(self.carried_print_wanted)
        self._placeholder.hide()
        self._placeholder.deleteLater()
        self._side_layout.addWidget(side)
        side.show()
        return side
