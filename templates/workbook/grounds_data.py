"""Flat sheets of what stands behind the figures: 財源の根拠, 減額内訳, and what the rulebook says (検査結果)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.document.document import Snapshot
from model.request.lines import walk
from model.values.amount import Amount
from templates.sheet.question_rows import QuestionRow
from templates.workbook.cost_data import Columns, one_line

TERMS_TITLE: Final = "財源の根拠"
CUTS_TITLE: Final = "減額内訳"
FINDINGS_TITLE: Final = "検査結果"
TERM_ID: Final = "根拠ID"
CUT_ID: Final = "減額ID"
LINE_ID: Final = "行ID"
NUMBER: Final = "番号"
REASON: Final = "了解の理由・答え"
_TYPED: Final = "入力"
_READ: Final = "財政課処理欄の文"


def terms(snapshot: Snapshot) -> Columns:
    """財源の根拠: a row for each ground of revenue, as it was entered, 千円."""
    classes = {bond_class.key: bond_class.label for bond_class in snapshot.standard.bond_classes}
    lines = _lines(snapshot)
    return (
        *(NUMBER, "財源コード", "財源", "収入の名前", "補助率・充当率", "対象経費(千円)", "収入の額(千円)"),
        *("起債の区分コード", "起債の区分", LINE_ID, "充てる経費", TERM_ID),
    ), [
        (
            *(
                number,
                funding_term.source,
                snapshot.standard.source_label(funding_term.source),
                funding_term.name,
                funding_term.rate,
            ),
            *(
                funding_term.eligible,
                funding_term.amount,
                funding_term.bond_class,
                classes.get(funding_term.bond_class, funding_term.bond_class),
            ),
            *(funding_term.line, lines.get(funding_term.line, ""), funding_term.id),
        )
        for number, funding_term in enumerate(snapshot.request.funding_terms, start=1)
    ]


def cuts(snapshot: Snapshot) -> Columns:
    """減額内訳: a row for each part of 要求額 − 計上額, 千円: those that were typed, then what 財政課処理欄 says of others."""
    lines = _lines(snapshot)
    parts: list[tuple[str, Amount, str, str, str]] = [
        (cut.line, cut.amount, cut.reason, _TYPED, cut.id) for cut in snapshot.request.cuts
    ]
    parts += [
        (cut_part.line, cut_part.amount, cut_part.sentence, _READ, "")
        for cut_part in snapshot.totals.cut_parts
        if not cut_part.is_typed
    ]
    return (NUMBER, LINE_ID, "減額した経費", "減額(千円)", "減額の理由", "由来", CUT_ID), [
        (number, line, lines.get(line, ""), *rest) for number, (line, *rest) in enumerate(parts, start=1)
    ]


def findings(rows: Sequence[QuestionRow]) -> Columns:
    """検査結果: every question and finding, also those that the writer answered or acknowledged (了解)."""
    return ("重さ", "規則", "場所", "欄", "メッセージ", "出典", REASON, "質問票の番号"), [
        (
            *(row.label, row.finding.rule, row.finding.place, row.where, row.finding.message),
            *(row.finding.source, row.finding.acknowledged, row.number or None),
        )
        for row in rows
    ]


def _lines(snapshot: Snapshot) -> dict[str, str]:
    return {
        line.id: one_line(line.text) for group in snapshot.request.groups for line, _ in walk(group.lines)
    }
