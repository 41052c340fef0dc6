"""事業費・査定: the line of the 要求額 with its parts, and what the finance division decided."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.figures.figures import Figure
from model.names.fields import ASSESSMENT_FIELDS, COMPONENT_FIELDS, REQUEST_FIELDS, Field, in_words
from ui.widgets.cards import Card, FieldGrid
from ui.widgets.fields import FieldRow
from ui.widgets.key_choice import KeyChoice


class RequestCard(Card):
    """The figures and words that stand above the narrative; 保留, 復活 and 追加 only where the form asks for them."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__("事業費・査定", "", parent)
        grid = FieldGrid(self)
        standard = document.snapshot.standard
        amount, previous, words = (in_words(field, standard.words) for field in REQUEST_FIELDS)
        result, granted, held, separate = (in_words(field, standard.words) for field in ASSESSMENT_FIELDS)

        def amount_of(each: Snapshot) -> Figure:
            return each.totals.amount

        def previous_of(each: Snapshot) -> Figure:
            return each.totals.previous

        def typed(field: Field) -> tuple[Field, FieldRow | KeyChoice, int]:
            return field, FieldRow(document, field, grid, unit="千円"), 1

        grid.arrange(
            [
                [
                    (amount, FieldRow(document, amount, grid, unit="千円", figure=amount_of), 1),
                    (previous, FieldRow(document, previous, grid, unit="千円", figure=previous_of), 1),
                    (words, FieldRow(document, words, grid, choices=lambda _: standard.funding_words), 1),
                ],
                [typed(in_words(component_field, standard.words)) for component_field in COMPONENT_FIELDS],
                [
                    (result, FieldRow(document, result, grid, choices=lambda _: standard.results), 1),
                    typed(granted),
                ],
                [typed(held), typed(separate)],
            ]
        )
        self.add(grid)
