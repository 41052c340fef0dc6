"""What stands behind the figures as rows: 財源の根拠 (grounds of revenue) and 減額の内訳 (parts of the cut)."""

from __future__ import annotations

from model.document.document import Snapshot
from model.edits.fields import value_at
from model.edits.grounds import add_cut, add_term
from model.request.grounds import Cut, FundingTerm
from model.values.figure import figure
from templates.sheet.cost_tables import line_text
from ui.language import translate
from ui.tables.offering_model import Choices, Column, Rows, line_choices


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
        lambda request, row_id: add_term(request, FundingTerm(row_id)),
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
        lambda request, row_id: add_cut(request, Cut(row_id)),
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
