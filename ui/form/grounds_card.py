"""財源の根拠 (grounds of revenue) and 減額の内訳 (parts of the cut): their rows and cards.

Both go to the finance division and are not on the published page.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.edits.fields import value_at
from model.request.grounds import Cut, FundingTerm
from model.values.amount import format_amount
from model.values.figure import figure
from templates.sheet.cost_tables import line_text
from ui.language import translate
from ui.tables.offering_model import Choices, Column, Rows, line_choices
from ui.tables.offering_table import OfferingTable
from ui.tables.table_pane import TablePane
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
        self.add(
            TablePane(
                lambda pane: OfferingTable(document, term_rows, "財源の根拠", pane, label, widths),
                self,
            )
        )


class CutCard(Card):
    """減額の内訳, once less was granted than was asked."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(
            "減額の内訳", translate("ui.form", "公表はしません。財政課に渡すブックに付きます。"), parent
        )
        label = translate("ui.form", "減額の内訳の行の削除")
        self.add(
            TablePane(
                lambda pane: OfferingTable(document, cut_rows, "減額の内訳", pane, label, {1: 104}),
                self,
            )
        )
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


def term_rows(snapshot: Snapshot) -> Rows:
    """財源の根拠: the grounds of this year's revenues."""
    standard, totals = snapshot.standard, snapshot.totals

    def sources() -> list[tuple[str, str]]:
        return [(source.key, source.label) for source in standard.sources_of(totals.form)]

    def bonds() -> list[tuple[str, str]]:
        return [("", "―"), *((bond.key, bond.label) for bond in standard.bond_classes_in(totals.year.year))]

    columns = (
        _words("term", "source", "財源", sources),
        _words("term", "name", "収入の名前"),
        _words("term", "rate", "補助率・\n充当率"),
        _amounts(snapshot, "term", "eligible", "対象経費\n(千円)"),
        _amounts(snapshot, "term", "amount", "収入の額\n(千円)"),
        _words("term", "bond_class", "起債の区分", bonds),
        _lines(snapshot, "term", "充てる経費"),
    )
    ids = tuple(term.id for term in snapshot.request.funding_terms)
    return Rows(
        ids,
        columns,
        translate("ui.form", "（財源を選ぶ）"),
        FundingTerm,
    )


def cut_rows(snapshot: Snapshot) -> Rows:
    """減額の内訳: the parts of the cut."""
    columns = (
        _lines(snapshot, "cut", "減額した経費"),
        _amounts(snapshot, "cut", "amount", "減額\n(千円)"),
        _words("cut", "reason", "理由"),
    )
    return Rows(
        tuple(cut.id for cut in snapshot.request.cuts),
        columns,
        translate("ui.form", "（経費を選ぶ）"),
        Cut,
    )


def _words(kind: str, field: str, label: str, choices: Choices | None = None) -> Column:
    return Column(label, lambda row_id: f"{kind}/{row_id}/{field}", choices=choices)


def _amounts(snapshot: Snapshot, kind: str, field: str, label: str) -> Column:
    """A column of amounts that nothing derives."""
    return Column(
        label,
        lambda row_id: f"{kind}/{row_id}/{field}",
        figure=lambda row_id: figure(None, value_at(snapshot.request, f"{kind}/{row_id}/{field}")),
    )


def _lines(snapshot: Snapshot, kind: str, label: str) -> Column:
    """A column that names a line of the cost tables, or none."""

    def shown(row_id: str) -> str:
        chosen = value_at(snapshot.request, f"{kind}/{row_id}/line")
        return line_text(snapshot, str(chosen)) if chosen else ""

    return Column(
        label,
        lambda row_id: f"{kind}/{row_id}/line",
        choices=lambda: [("", "―"), *line_choices(snapshot)],
        shown=shown,
    )
