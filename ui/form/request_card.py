"""事業費・査定: the line of the 要求額 with its parts, and what the finance division decided."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.figures.figures import Figure
from model.names.fields import ASSESSMENT_FIELDS, COMPONENT_FIELDS, REQUEST_FIELDS, Field, in_words
from model.request.place import Place
from ui.widgets.cards import Card, FieldGrid
from ui.widgets.fields import FieldRow


class RequestCard(Card):
    """The figures and words that stand above the narrative; 保留, 復活 and 追加 only where the form asks for them."""

    def __init__(self, document: Document, parent: QWidget, is_hidden: Callable[[Place], bool]) -> None:
        """Make the card; ``is_hidden`` says of a field that the view of the form puts it away."""
        super().__init__("事業費・査定", "", parent)
        grid = FieldGrid(self)
        grid.is_hidden = is_hidden
        standard = document.snapshot.standard
        amount, previous, words = (in_words(field, standard.words) for field in REQUEST_FIELDS)
        result, granted, held, separate = (in_words(field, standard.words) for field in ASSESSMENT_FIELDS)

        def figure(field: Field, derived: Callable[[Snapshot], Figure] | None = None) -> FieldRow:
            return FieldRow(document, field, grid, unit="千円", figure=derived)

        grid.arrange(
            [
                [
                    figure(amount, lambda snapshot: snapshot.totals.amount),
                    figure(previous, lambda snapshot: snapshot.totals.previous),
                    FieldRow(document, words, grid, choices=lambda _: standard.funding_words),
                ],
                [figure(in_words(field, standard.words)) for field in COMPONENT_FIELDS],
                [FieldRow(document, result, grid, choices=lambda _: standard.results), figure(granted)],
                [figure(held), figure(separate)],
            ]
        )
        self.add(grid)
