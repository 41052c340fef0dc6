"""The form: one column of the sheet's own sections, in the sheet's order.

The cards that a window shows first are made with the form, the others one by one when the program has nothing else to
do (``make_next``), or at once when one of them is gone to. Which sections there are is known before (ui/form/sections).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from model.document.document import Document, Snapshot
from model.incremental.results import Results
from model.names import explain
from model.names.fields import COMMENT_FIELD, in_words
from model.request.ids import has_place
from model.request.place import Place
from model.request.request import Frame, Request
from templates.sheet.blocks import FigureTable
from templates.sheet.figure_tables import finance_table, funding_table, total_cost_table
from ui.form.figure_table import FigureTableView
from ui.form.head_card import HeadCard
from ui.form.request_card import RequestCard
from ui.form.sections import HEAD, form_sections, has_finance_part, is_finance_place
from ui.language import help_in_use, translate
from ui.tables.sheet_table import SheetTable
from ui.tables.table_pane import TablePane
from ui.widgets.cards import Card
from ui.widgets.editing.enclosing import enclosing
from ui.widgets.fields import FieldRow, KeyChoice
from ui.widgets.labels import PlainLabel, WordsNote
from ui.widgets.layouts import lay_column
from ui.widgets.pane import FindingsByPlace
from ui.widgets.scroll_anchor import ScrollAnchor
from ui.widgets.style import PAGE_FILL, fill, scaled

if TYPE_CHECKING:
    from ui.form.narrative import Narrative

_COLUMN_WIDTH = 1080
NARROWEST: Final = 840
"""Pixels of the form; the panes beside it give way first."""
_BELOW: Final = 8  # pixels below the sentence of a field
_FIRST_CARDS: Final = 3  # they fill a window of usual height

_SECTIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("header", "contact"), HEAD),
    **dict.fromkeys(("headcount", "cost"), "total_cost"),
    **dict.fromkeys(("annual", "continuing"), "continuing"),
    "term": "terms",
    "cut": "cuts",
}
"""The keys of the sections in which all places of a kind are."""


class FormPage(QScrollArea):
    """The page that scrolls: cards from the head of the sheet to 財政課使用欄.

    Attributes:
        narratives: the narrative sections of each frame that is made.
        section_titles: the words of the sections that the form has, by their keys, in the order of the page.
    """

    costs_made = Signal(object)  # the CostTable
    zoom_wanted = Signal(int)  # one step larger (1) or smaller (-1)

    def __init__(self, document: Document, parent: QWidget, *, finance: bool = False) -> None:
        """Make the first cards; ``finance`` shows the finance division's part also where there is no 査定 yet."""
        super().__init__(parent)
        self.setAccessibleName(translate("ui.form", "要求書"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # A whole form is always higher than the window; while cards are missing it must not be laid out wider.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(NARROWEST)
        self._document = document
        self._results = Results()  # of the tables of figures, from one snapshot to the next
        page = QWidget(self)
        fill(page, PAGE_FILL)
        page.setMinimumWidth(NARROWEST - self.verticalScrollBar().sizeHint().width())
        self.setWidget(page)
        self._column = ScrollAnchor(self, page)
        self._column.setMaximumWidth(scaled(self, _COLUMN_WIDTH))
        self._layout = lay_column(self._column, None, margins=(16, 14, 16, 24), spacing=12)
        lay_column(page, self._column)

        self._cards: list[Card | Narrative] = []
        self._away: set[str] = set()  # the keys of cards that the form does not have
        self._shown: tuple[Snapshot, FindingsByPlace] = document.snapshot, {}
        self._shows_finance = finance or has_finance_part(document.request)
        self.section_titles = form_sections(document.snapshot, finance=self._shows_finance)
        self.narratives: dict[Frame, Narrative] = {}
        self._missing: Iterator[Card] | None = self._make_cards()
        for card in islice(self._missing, _FIRST_CARDS):
            self._show_card(card)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the font needs, where the window is zoomed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_column"):
            self._column.setMaximumWidth(scaled(self, _COLUMN_WIDTH))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @property
    def content(self) -> Narrative:
        """The sections of 事業内容, all of them made."""
        self.make_all()
        return self.narratives["content"]

    def make_next(self) -> Card | None:
        """Make the next card that is missing, and show in it what the others show; None when there is none."""
        card = next(self._missing, None) if self._missing is not None else None
        if card is None:
            self._missing = None
        else:
            self._show_card(card)
            if card.is_whole and card.key not in self._away and self.isVisible():
                card.show()
        return card

    def make_all(self) -> None:
        """Make all cards that are missing."""
        if self._missing is not None:
            while self.make_next() is not None:
                pass
            self._lay_out()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every card."""
        if self._missing is not None and _section_ids(snapshot) != _section_ids(self._shown[0]):
            self.make_all()  # of the sections as they were; the narratives follow from there
        self._column.note_place()
        self._results.begin()
        self._shown = snapshot, findings
        if not self._shows_finance and has_finance_part(snapshot.request):
            self._shows_finance = (
                True  # and it stays while the document is open: nothing vanishes below a hand
            )
        self.section_titles = form_sections(snapshot, finance=self._shows_finance)
        if self._missing is None:
            for narrative in self.narratives.values():
                narrative.arrange(snapshot)
        for card in self.made_cards():
            self._show_card(card)

    def show_finance(self, is_wanted: bool) -> None:
        """Show the finance division's part, or put it away where nothing stands in it."""
        shows = is_wanted or has_finance_part(self._shown[0].request)
        if shows != self._shows_finance:
            self._shows_finance = shows
            self.show_snapshot(*self._shown)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place and bring it in sight; where the year's sheet has no such cell, to its section."""
        if is_finance_place(place):
            self.show_finance(True)
        section = self.section_of(place)
        self._make_until(section)
        for card in self._shown_cards():
            if card.focus_place(place):
                focused = self.focusWidget() or card
                self.ensureWidgetVisible(focused if not isinstance(focused, QScrollArea) else card, 0, 80)
                row = enclosing(focused, FieldRow, KeyChoice)
                line = row.note.line if isinstance(row, FieldRow | KeyChoice) else None
                if line is not None:
                    self.ensureWidgetVisible(line, 0, _BELOW)
                return True
        self.scroll_to(section)
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab out of the last card that is made, or the button below it, goes on to the next one, which is made for it."""
        focus = QApplication.focusWidget()
        while forward and self._missing is not None and focus is not None:
            last, around = self._shown_cards()[-1], focus.parentWidget()
            is_below = around is not None and self.isAncestorOf(around) and around.isAncestorOf(last)
            if last.is_whole and not last.isAncestorOf(focus) and not is_below:
                break
            self.make_next()
        return super().focusNextPrevChild(forward)

    def keep_room_for_hints(self, closed: Collection[str]) -> None:
        """Leave the first cards the room of the hints that come behind the first paint, but of those that were closed."""
        for card in self.made_cards():
            if card.key not in closed:
                card.keep_room_for_hint()

    def made_cards(self) -> list[Card]:
        """The cards that are made, also those that the form does not have."""
        cards: list[Card] = []
        for card in self._cards:
            cards += [card] if isinstance(card, Card) else card.cards
        return cards

    def section_of(self, place: Place) -> str:
        """The key of the section in which a place is; what the form does not show is decided in the head."""
        key = self._section_of(place)
        return key if key in self.section_titles else HEAD

    def section_around(self, widget: QWidget) -> str | None:
        """The key of the section in which a widget stands."""
        return next((card.key for card in self._shown_cards() if card.isAncestorOf(widget)), None)

    def place_in_focus(self) -> Place | None:
        """The place of the field or cell that has the focus."""
        widget = enclosing(self.focusWidget(), FieldRow, KeyChoice, SheetTable, FormPage)
        if isinstance(widget, SheetTable):
            index = widget.currentIndex()
            return widget.cells.place_at(index) if index.isValid() else None
        return widget.place if isinstance(widget, FieldRow | KeyChoice) else None

    def place_around(self, request: Request) -> Place:
        """The place that is on the request nearest to the focus: above it in its table, its section, or the name."""
        widget = enclosing(self.focusWidget(), SheetTable, FormPage)
        if isinstance(widget, SheetTable) and widget.currentIndex().isValid():
            cells = widget.cells
            for row in range(widget.currentIndex().row(), -1, -1):
                places = [cells.place_at(cells.index(row, column)) for column in range(cells.columnCount())]
                titles = [place for place in places if place and place.partition("/")[0] != "line"]
                for place in titles:
                    if has_place(request, place) and not place.endswith(("/amount", "/previous")):
                        return place
        focus = self.focusWidget()
        section = self.section_around(focus) if focus is not None else None
        text = f"section/{section}/text"
        return text if section is not None and has_place(request, text) else "header/name"

    def scroll_to(self, section: str) -> None:
        """Bring a section to the top of the page and the focus into it."""
        self._make_until(section)
        content = self.widget()
        assert content is not None
        card = next(card for card in self._shown_cards() if card.key == section)
        self.verticalScrollBar().setValue(card.mapTo(content, card.rect().topLeft()).y() - 8)
        card.focus_body()

    # --- the cards ---

    def _make_cards(self) -> Iterator[Card]:
        """Make the cards in the order of the page: Tab goes through widgets in the order they were made.

        What only the later ones need is imported with them.
        """
        document, column = self._document, self._column
        yield self._add_card(HEAD, HeadCard(document, column))
        yield self._add_card("total_cost", self._total_cost_card())
        yield self._add_card("request", RequestCard(document, column, self._is_hidden))
        yield from self._add_frame("content")
        from ui.commitments.continuing_card import ContinuingCard

        yield self._add_card("continuing", ContinuingCard(document, column))
        yield from self._add_frame("results")
        yield self._add_card("comment", self._comment_card())
        from ui.form.grounds_card import CutCard, TermCard

        yield self._add_card("cuts", CutCard(document, column))
        unit = translate("ui.form", "単位:千円")
        funding = partial(funding_table, results=self._results, every_row=True)
        yield self._add_card("funding", self._figure_card(funding, unit))
        yield self._add_card("terms", TermCard(document, column))
        unit = translate("ui.form", "単位:千円。財政課が記入します。")
        finance = partial(finance_table, results=self._results, every_row=True)
        yield self._add_card("finance", self._figure_card(finance, unit))

    def _add_card(self, key: str, card: Card) -> Card:
        card.key = key
        self._add(card)
        self._cards.append(card)
        return card

    def _add(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)  # above the stretch at the foot
        if self.isVisible():  # at once, not when the layout comes to it: Tab passes over what is hidden
            widget.show()

    def _add_frame(self, frame: Frame) -> Iterator[Card]:
        from ui.form.narrative import Narrative

        snapshot = self._document.snapshot
        label = PlainLabel(snapshot.standard.printing.frames[frame], self._column, kind="cardTitle")
        label.setContentsMargins(4, 8, 0, 0)
        self._add(label)
        narrative = self.narratives[frame] = Narrative(self._document, frame, self._column)
        narrative.costs_made.connect(self.costs_made)
        self._add(narrative)
        self._cards.append(narrative)
        yield from narrative.make_cards(snapshot)

    def _figure_card(self, build: Callable[[Snapshot], FigureTable], hint: str) -> Card:
        title = build(self._document.snapshot).title
        card = Card(title, hint, self._column)
        card.add(TablePane(lambda pane: FigureTableView(self._document, build, title, pane), card))
        return card

    def _total_cost_card(self) -> Card:
        card = self._figure_card(
            lambda snapshot: total_cost_table(
                snapshot, self._results, every_row=True, finance=self._shows_finance
            ),
            translate("ui.form", "単位:千円・人。人役を入れると人件費を計算します。"),
        )
        card.add(WordsNote(self._labour_words, translate("ui.form", "人件費の計算"), card))
        return card

    def _labour_words(self, snapshot: Snapshot) -> str:
        notes = explain.labour_notes(snapshot.request, snapshot.totals, snapshot.standard, self._results)
        return "\n".join(notes)

    def _comment_card(self) -> Card:
        field = in_words(COMMENT_FIELD, self._document.snapshot.standard.words)
        card = Card(field.label, help_in_use(field.help), self._column)
        card.add(FieldRow(self._document, field, card, area=3))
        return card

    def _is_hidden(self, place: Place) -> bool:
        return is_finance_place(place) and not self._shows_finance

    def _show_card(self, card: Card) -> None:
        """Show the snapshot in a card, or put the card away where the form has no such section."""
        is_away = card.key not in self.section_titles
        if is_away != (card.key in self._away):
            self._away ^= {card.key}
            card.setVisible(not is_away)
        if not is_away:
            if card in self._cards:  # no section of the narrative, whose title is written in a field
                card.title.setText(self.section_titles[card.key])
            card.show_snapshot(*self._shown)

    def _make_until(self, section: str) -> None:
        """Make cards until that of a section is there, and lay them out."""
        if any(card.key == section and card.is_whole for card in self.made_cards()):
            return
        while (card := self.make_next()) is not None and not (card.key == section and card.is_whole):
            pass
        self._lay_out()

    def _lay_out(self) -> None:
        """Have the cards in their places at once: one of them is about to be scrolled to."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    # --- where a place is ---

    def _shown_cards(self) -> list[Card]:
        """The cards that the form has and that are made, in the order of the page."""
        return [card for card in self.made_cards() if card.key in self.section_titles]

    def _section_of(self, place: Place) -> str:
        kind, _, rest = place.partition("/")
        part = rest.partition("/")[0]
        match kind:
            case "assessment" if rest == "comment":
                return "comment"
            case "funding":
                return "finance" if part in ("assessed", "held", "separate") else "funding"
            case "section":
                return part
            case "table" | "column" | "cell":
                return self._section_of_table(part)
            case "group" | "line" | "commitment" | "owed":
                return self._cost_section
            case _:
                return _SECTIONS.get(kind, "request")

    @property
    def _cost_section(self) -> str:
        return next((section.id for section in self._document.request.sections if section.costs), "")

    def _section_of_table(self, part: str) -> str:
        from model.edits.section_tables import table_of

        table = table_of(self._document.request, part)
        known = table is not None and table.section in self.section_titles
        return table.section if table is not None and known else self._cost_section


def _section_ids(snapshot: Snapshot) -> list[str]:
    return [section.id for section in snapshot.request.sections]
