"""The cards of 財源の根拠 and 減額の内訳; both go to the finance division and are not on the published page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.edits.grounds import delete_cut, delete_term
from model.values.amount import format_amount
from templates.sheet.cost_tables import line_text
from ui.form.grounds_rows import cut_rows, term_rows
from ui.language import translate
from ui.tables.offering_table import OfferingPane
from ui.widgets.cards import Card
from ui.widgets.labels import WordsNote


class TermCard(Card):
    """財源の根拠, where the form has a funding table."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(
            "財源の根拠", translate("ui.form", "公表はしません。財政課に渡すブックに付きます。"), parent
        )
        widths = {0: 112, 2: 88, 3: 92, 4: 92, 5: 120}
        label = translate("ui.form", "財源の根拠の行の削除")
        self.add(OfferingPane(document, term_rows, "財源の根拠", self, delete_term, label, widths))


class CutCard(Card):
    """減額の内訳, once less was granted than was asked."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(
            "減額の内訳", translate("ui.form", "公表はしません。財政課に渡すブックに付きます。"), parent
        )
        label = translate("ui.form", "減額の内訳の行の削除")
        self.add(OfferingPane(document, cut_rows, "減額の内訳", self, delete_cut, label, {1: 104}))
        self.add(WordsNote(cut_words, translate("ui.form", "減額の内訳の計"), self))


def cut_words(snapshot: Snapshot) -> str:
    """The cut, what its parts come to, and what none of them explains, on one line; below it what 財政課処理欄 explains."""
    cut, found = snapshot.totals.cut, snapshot.explained_cut
    explained, unexplained = found.explained, found.unexplained
    if cut is None or explained is None or unexplained is None:
        return ""
    minus = snapshot.standard.printing.minus_on_screen

    def words_of(word: str, amount: int) -> str:
        return translate("ui.form", "{word} {amount}千円").format(
            word=word, amount=format_amount(amount, minus)
        )

    figures = (
        (translate("ui.form", "減額の額"), cut),
        (translate("ui.form", "内訳の計"), explained),
        (translate("ui.form", "説明のない残り"), unexplained),
    )
    read = [
        words_of(line_text(snapshot, cut_part.line), cut_part.amount)
        for cut_part in found.parts
        if not cut_part.is_typed and cut_part.amount is not None
    ]
    first = "　".join(words_of(*figure) for figure in figures)
    if not read:
        return first
    return translate("ui.form", "{first}\n財政課処理欄から読んだ減額: {read}").format(
        first=first, read="・".join(read)
    )
