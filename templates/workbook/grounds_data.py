"""The flat sheets 財源の根拠, 減額内訳 and 検査結果."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.document.document import Snapshot
from model.request.lines import lines_in
from model.values.amount import Amount
from model.values.one_line import one_line
from templates.sheet.question_rows import QuestionRow
from templates.workbook.cost_data import Row

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


def terms(snapshot: Snapshot) -> list[Row]:
    """財源の根拠: a row for each ground of revenue, as it was entered, 千円."""
    classes = {bond_class.key: bond_class.label for bond_class in snapshot.standard.bond_classes}
    lines = _lines(snapshot)
    return [
        {
            NUMBER: number,
            "財源コード": term.source,
            "財源": snapshot.standard.source_label(term.source),
            "収入の名前": term.name,
            "補助率・充当率": term.rate,
            "対象経費(千円)": term.eligible,
            "収入の額(千円)": term.amount,
            "起債の区分コード": term.bond_class,
            "起債の区分": classes.get(term.bond_class, term.bond_class),
            LINE_ID: term.line,
            "充てる経費": lines.get(term.line, ""),
            TERM_ID: term.id,
        }
        for number, term in enumerate(snapshot.request.funding_terms, start=1)
    ]


def cuts(snapshot: Snapshot) -> list[Row]:
    """減額内訳: a row for each part of 要求額 − 計上額, 千円: those that were typed, then those read from 財政課処理欄."""
    lines = _lines(snapshot)
    parts: list[tuple[str, Amount, str, str, str]] = [
        (cut.line, cut.amount, cut.reason, _TYPED, cut.id) for cut in snapshot.request.cuts
    ]
    parts += [
        (part.line, part.amount, part.sentence, _READ, "")
        for part in snapshot.explained_cut.parts
        if not part.is_typed
    ]
    return [
        {
            NUMBER: number,
            LINE_ID: line,
            "減額した経費": lines.get(line, ""),
            "減額(千円)": amount,
            "減額の理由": reason,
            "由来": origin,
            CUT_ID: cut_id,
        }
        for number, (line, amount, reason, origin, cut_id) in enumerate(parts, start=1)
    ]


def findings(rows: Sequence[QuestionRow]) -> list[Row]:
    """検査結果: every question and finding, also those that the writer answered or acknowledged (了解)."""
    return [
        {
            "重さ": row.label,
            "規則": row.finding.rule,
            "場所": row.finding.place,
            "欄": row.where,
            "メッセージ": row.finding.message,
            "出典": row.finding.source,
            REASON: row.finding.acknowledged,
            "質問票の番号": row.number or None,
        }
        for row in rows
    ]


def _lines(snapshot: Snapshot) -> dict[str, str]:
    return {line.id: one_line(line.text) for line in lines_in(snapshot.request)}
