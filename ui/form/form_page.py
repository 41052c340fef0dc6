"""The form: one column of the sheet's own sections, in the sheet's order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from model.document.document import Document, Snapshot
from model.names import explain
from model.names.fields import COMMENT_FIELD, in_words
from model.request.place import Place
from model.request.request import Frame
from templates.sheet.figure_tables import finance_table, funding_table, total_cost_table
from ui.commitments.continuing_card import ContinuingCard
from ui.form.figure_card import FigureCard
from ui.form.grounds_card import CutCard, TermCard
from ui.form.head_card import HeadCard
from ui.form.narrative import Narrative, SectionCard
from ui.form.request_card import RequestCard
from ui.tables.sheet_table import SheetTable
from ui.widgets.cards import Card
from ui.widgets.fields import FieldRow
from ui.widgets.key_choice import KeyChoice
from ui.widgets.pane import FindingsByPlace
from ui.widgets.scroll_anchor import SteadyColumn
from ui.widgets.words_note import WordsNote

_COLUMN_WIDTH = 1080
_NARROWEST = 840  # pixels; the panes beside the form give way first


class FormPage(QScrollArea):
    """The page that scrolls: cards from the head of the sheet to 財政課使用欄."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumWidth(_NARROWEST)
        self._document = document
        snapshot = document.snapshot
        page = QWidget(self)
        page.setObjectName("page")
        self.setWidget(page)
        self._column = SteadyColumn(self, page)
        self._column.setMaximumWidth(_COLUMN_WIDTH)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(16, 14, 16, 24)
        self._layout.setSpacing(12)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column)

        self._cards: list[Card | Narrative] = []
        # Made in the order of the page: Tab goes through widgets in the order they were made.
        frames = snapshot.standard.printing.frames
        self._add_card("head", HeadCard(document, self._column))
        self._add_card("total_cost", self._total_cost_card())
        self._add_card("request", RequestCard(document, self._column))
        self.content = self._add_frame(frames["content"], "content")
        self._add_card("continuing", ContinuingCard(document, self._column))
        self.results = self._add_frame(frames["results"], "results")
        self._add_card("comment", self._comment_card())
        self._add_card("cuts", CutCard(document, self._column))
        self._add_card(
            "funding",
            FigureCard(document, lambda each: funding_table(each, every_row=True), "単位:千円", self._column),
        )
        self._add_card("terms", TermCard(document, self._column))
        self._add_card(
            "finance",
            FigureCard(
                document,
                lambda each: finance_table(each, every_row=True),
                "単位:千円。財政課が記入します。",
                self._column,
            ),
        )
        self._layout.addStretch()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every card."""
        self._column.note_place()
        for card in self._cards:
            card.show_snapshot(snapshot, findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place and bring it in sight; where the year's sheet has no such cell, to its section."""
        for card in self._shown_cards():
            if card.focus_place(place):
                focused = self.focusWidget() or card
                self.ensureWidgetVisible(focused if not isinstance(focused, QScrollArea) else card, 0, 80)
                return True
        section = self._section_of(place)
        cards = {card.key: card for card in self._shown_cards()}
        self.scroll_to(cards.get(section, cards["head"]))
        return False

    def sections(self) -> list[tuple[str, Card]]:
        """The sections that the form has, as the navigator lists them: words and the card to scroll to."""
        return [
            (self._heading(card.key) if isinstance(card, SectionCard) else card.title.text(), card)
            for card in self._shown_cards()
        ]

    def section_titles(self) -> dict[str, str]:
        """The words of the sections that the form has, by their keys, in the order of the page."""
        return {card.key: title for title, card in self.sections()}

    def section_of(self, place: Place) -> str:
        """The key of the section in which a place is; what the form does not show is decided in the head."""
        key = self._section_of(place)
        return key if any(card.key == key for card in self._shown_cards()) else "head"

    def place_in_focus(self) -> Place | None:
        """The place of the field or cell that has the focus."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, FieldRow | KeyChoice):
                return widget.place
            if isinstance(widget, SheetTable):
                index = widget.currentIndex()
                return widget.cells.place_at(index) if index.isValid() else None
            widget = widget.parentWidget()
        return None

    def scroll_to(self, widget: Card) -> None:
        """Bring a section to the top of the page and the focus into it."""
        content = self.widget()
        assert content is not None
        self.verticalScrollBar().setValue(widget.mapTo(content, widget.rect().topLeft()).y() - 8)
        widget.focus_body()

    # --- the cards ---

    def _add_card(self, key: str, card: Card) -> None:
        card.key = key
        self._cards.append(card)
        self._layout.addWidget(card)

    def _add_frame(self, title: str, frame: Frame) -> Narrative:
        label = QLabel(title, self._column)
        label.setObjectName("cardTitle")
        label.setContentsMargins(4, 8, 0, 0)
        self._layout.addWidget(label)
        narrative = Narrative(self._document, frame, self._column)
        self._cards.append(narrative)
        self._layout.addWidget(narrative)
        return narrative

    def _total_cost_card(self) -> FigureCard:
        card = FigureCard(
            self._document,
            lambda each: total_cost_table(each, every_row=True),
            "単位:千円・人。人役を入れると人件費を計算します。",
            self._column,
        )
        card.add(WordsNote(_labour_words, "人件費の計算", card))
        return card

    def _comment_card(self) -> Card:
        field = in_words(COMMENT_FIELD, self._document.snapshot.standard.words)
        card = Card(field.label, field.help, self._column)
        card.add(FieldRow(self._document, field, card, area=3))
        return card

    # --- where a place is ---

    def _shown_cards(self) -> list[Card]:
        """The cards that the form has, in the order of the page."""
        cards: list[Card] = []
        for each in self._cards:
            cards += each.cards if isinstance(each, Narrative) else [each]
        return [card for card in cards if card.is_there]

    def _section_of(self, place: Place) -> str:
        kind, _, rest = place.partition("/")
        part = rest.partition("/")[0]
        match kind:
            case "header" | "contact":
                return "head"
            case "headcount" | "cost":
                return "total_cost"
            case "assessment" if rest == "comment":
                return "comment"
            case "funding":
                return "finance" if part in ("assessed", "held", "separate") else "funding"
            case "term":
                return "terms"
            case "cut":
                return "cuts"
            case "section":
                return part
            case "annual" | "continuing":
                return "continuing"
            case "group" | "line" | "commitment" | "owed":
                return next((section.id for section in self._document.request.sections if section.costs), "")
            case _:
                return "request"

    def _heading(self, section_id: str) -> str:
        section = next((each for each in self._document.request.sections if each.id == section_id), None)
        return (section.heading if section else "") or "（見出しなし）"


def _labour_words(snapshot: Snapshot) -> str:
    return "\n".join(explain.labour_notes(snapshot.request, snapshot.totals, snapshot.standard))
