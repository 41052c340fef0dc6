"""The form: one column of the sheet's own sections, in the sheet's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from model import explain
from model.checks import Finding
from model.document import Document, Snapshot
from model.fields import (
    ASSESSMENT_FIELDS,
    COMMENT_FIELD,
    CONTACT_FIELDS,
    HEADER_FIELDS,
    REQUEST_FIELDS,
    Field,
)
from model.figures import Figure
from model.place import Place
from model.request import Frame
from model.standard_parts import HeaderWords
from templates.sheet import FigureTable, finance_table, funding_table, total_cost_table
from ui.cards import Card, FieldGrid, figure_pane
from ui.fields import FieldRow
from ui.narrative import Narrative
from ui.pane import FindingsByPlace
from ui.steady_column import SteadyColumn
from ui.words_note import WordsNote

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
        self._add_card(self._head_card())
        self._add_card(self._total_cost_card())
        self._add_card(self._request_card())
        self.content = self._add_frame(frames["content"], "content")
        self.results = self._add_frame(frames["results"], "results")
        self._add_card(self._comment_card())
        self._add_card(
            self._figures_card(
                "要求額の財源内訳", "単位:千円", lambda each: funding_table(each, every_row=True)
            )
        )
        self._add_card(
            self._figures_card(
                "財政課使用欄",
                "単位:千円。財政課が記入します。",
                lambda each: finance_table(each, every_row=True),
            )
        )
        self._layout.addStretch()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every card."""
        self._column.note_place()
        for card in self._cards:
            card.show_snapshot(snapshot, findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place and bring it in sight; where the year's sheet has no such cell, to its section."""
        for card in self._cards:
            if card.focus_place(place):
                focused = self.focusWidget() or card
                self.ensureWidgetVisible(focused if not isinstance(focused, QScrollArea) else card, 0, 80)
                return True
        keys, section = self._section_keys(), self._section_of(place)
        if section in keys:
            self.scroll_to(self.sections()[keys.index(section)][1])
        return False

    def sections(self) -> list[tuple[str, Card]]:
        """The sections as the navigator lists them: words and the card to scroll to."""
        listed: list[tuple[str, Card]] = []
        for card in self._cards:
            if isinstance(card, Narrative):
                listed += [(self._heading(each.section_id), each) for each in card.cards]
            elif isinstance(card, Card):
                listed.append((card.title.text(), card))
        return listed

    def findings_by_section(self, findings: Sequence[Finding]) -> list[tuple[int, int]]:
        """(誤り, others) for each section, in the navigator's order."""
        errors: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for finding in findings:
            (errors if finding.severity == "error" else others)[self._section_of(finding.place)] += 1
        return [(errors[key], others[key]) for key in self._section_keys()]

    def scroll_to(self, widget: Card) -> None:
        """Bring a section to the top of the page and the focus into it."""
        content = self.widget()
        assert content is not None
        self.verticalScrollBar().setValue(widget.mapTo(content, widget.rect().topLeft()).y() - 8)
        widget.focus_body()

    # --- the cards ---

    def _add_card(self, card: Card) -> None:
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

    def _head_card(self) -> Card:
        card = Card("基本情報", "", self._column)
        grid = FieldGrid(card)

        def words(snapshot: Snapshot) -> HeaderWords:
            return snapshot.standard.words_in(snapshot.totals.year.year)

        choices: dict[str, Callable[[Snapshot], list[str]]] = {
            "header/budget": lambda each: words(each).budgets,
            "header/business_class": lambda each: words(each).business_classes,
            "header/stage": lambda each: words(each).stages,
        }
        rows = {
            field.place: (field, FieldRow(self._document, field, grid, choices=choices.get(field.place)), 1)
            for field in (*HEADER_FIELDS, *CONTACT_FIELDS)
        }

        def line(*names: str) -> list[tuple[Field, FieldRow, int]]:
            if len(names) == 1:
                field, row, _ = rows[names[0]]
                return [(field, row, 5)]
            return [rows[name] for name in names]

        grid.arrange(
            [
                line("header/name"),
                line("header/subtitle"),
                line("header/fiscal_year", "header/budget", "header/stage"),
                line("header/business_class", "header/account"),
                line("header/subject_kan", "header/subject_kou", "header/subject_moku"),
                line("contact/department", "contact/section", "contact/team"),
                line("contact/phone", "contact/email"),
            ]
        )
        card.add(grid)
        return card

    def _total_cost_card(self) -> Card:
        card = Card("トータルコスト", "単位:千円・人。人役を入れると人件費を計算します。", self._column)
        card.add(
            figure_pane(
                self._document, lambda each: total_cost_table(each, every_row=True), "トータルコスト", card
            )
        )
        card.add(WordsNote(_labour_words, "人件費の計算", card))
        return card

    def _request_card(self) -> Card:
        card = Card("事業費・査定", "", self._column)
        grid = FieldGrid(card)
        amount, previous, words = REQUEST_FIELDS
        standard = self._document.snapshot.standard

        def amount_of(each: Snapshot) -> Figure:
            return each.totals.amount

        def previous_of(each: Snapshot) -> Figure:
            return each.totals.previous

        result, granted, held, separate = ASSESSMENT_FIELDS
        document = self._document
        grid.arrange(
            [
                [
                    (amount, FieldRow(document, amount, grid, unit="千円", figure=amount_of), 1),
                    (previous, FieldRow(document, previous, grid, unit="千円", figure=previous_of), 1),
                    (words, FieldRow(document, words, grid, choices=lambda _: standard.funding_words), 1),
                ],
                [
                    (result, FieldRow(document, result, grid, choices=lambda _: standard.results), 1),
                    (granted, FieldRow(document, granted, grid, unit="千円"), 1),
                ],
                [
                    (held, FieldRow(document, held, grid, unit="千円"), 1),
                    (separate, FieldRow(document, separate, grid, unit="千円"), 1),
                ],
            ]
        )
        card.add(grid)
        return card

    def _comment_card(self) -> Card:
        card = Card(COMMENT_FIELD.label, COMMENT_FIELD.help, self._column)
        card.add(FieldRow(self._document, COMMENT_FIELD, card, area=3))
        return card

    def _figures_card(self, title: str, hint: str, build: Callable[[Snapshot], FigureTable]) -> Card:
        card = Card(title, hint, self._column)
        card.add(figure_pane(self._document, build, title, card))
        return card

    # --- where a place is ---

    def _section_keys(self) -> list[str]:
        keys = ["head", "total_cost", "request"]
        frames: tuple[tuple[Frame, Narrative], ...] = (("content", self.content), ("results", self.results))
        for _, narrative in frames:
            keys += [card.section_id for card in narrative.cards]
        return [*keys, "comment", "funding", "finance"]

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
            case "section":
                return part
            case "group" | "line" | "commitment":
                return next((each.id for each in self._document.request.sections if each.costs), "")
            case _:
                return "request"

    def _heading(self, section_id: str) -> str:
        section = next((each for each in self._document.request.sections if each.id == section_id), None)
        return (section.heading if section else "") or "（見出しなし）"


def _labour_words(snapshot: Snapshot) -> str:
    return "\n".join(explain.labour_notes(snapshot.request, snapshot.totals, snapshot.standard))
